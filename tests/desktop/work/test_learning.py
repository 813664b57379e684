"""Readings become lessons, and lessons a new version of the model, measured on others."""

from pathlib import Path
from shutil import copytree
from threading import Event
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from desktop.cli.app import main
from desktop.nlp import models, pipelines
from desktop.nlp.errors import ModelCannotLearn, TooLittleToLearn
from desktop.nlp.learnt import LEARNT_FROM, Learnt
from desktop.work import learning
from desktop.work.gains import Learning, Trained
from desktop.work.lessons import SHARES
from store.database import Store, create, open_store
from store.formats.known import known
from store.formats.readings import PARTS, part_of
from store.formats.records import (
    AnnotatorRecord,
    ArticleRecord,
    RejectionRecord,
    SetRecord,
    SpanRecord,
    ZoneRecord,
)
from store.queries import codebook
from store.transfer import import_files
from store.values import ProjectSettings

ADA = AnnotatorRecord("0197a000-0000-7000-8000-000000000001", "ada", "person")
SETTINGS = ProjectSettings(labels_off=("MISC",), forms_off=("part",))
SHIPS = ("Seeteufel", "Nordwind", "Brigitta", "Albatros", "Kondor", "Falkenburg")
COUNT = 100
TOWNS = ("Kiel", "Emden", "Bremen", "Stade", "Husum", "Leer", "Wismar", "Cuxhaven")


def ship(number: int) -> ArticleRecord:
    """An invented article in which a ship counts as an organisation: the embedded model knows of none."""
    name, town = SHIPS[number % len(SHIPS)], TOWNS[number % len(TOWNS)]
    text = f"Gestern lief die {name} in {town} ein. Nummer {number} blieb draußen."
    at = text.index(town)
    spans = [SpanRecord("s1", 17, 17 + len(name), "ORG"), SpanRecord("s2", at, at + len(town), "LOC")]
    return ArticleRecord(
        1, key=f"ship-{number}", text=text, language="de", sets=[SetRecord(ADA, status="done", spans=spans)]
    )


def filled(folder: Path, records: list[ArticleRecord]) -> Path:
    (folder / "a.jsonl").write_bytes(b"\n".join(map(msgspec.json.encode, records)))
    project = create(folder / "x.lesart", name="Ships", settings=SETTINGS, person="Cem")
    assert import_files(project, [folder / "a.jsonl"]).skipped == ()
    project.close()
    return folder / "x.lesart"


@pytest.fixture
def ships(tmp_path: Path) -> Any:
    store = open_store(filled(tmp_path, [ship(number) for number in range(COUNT)]))
    yield store
    store.close()


def trained(store: Store, folder: Path, **more: Any) -> list[Learning | Trained]:
    return list(learning.train(store, "embedded:de", folder=folder, **more))


def test_a_reading_says_what_is_decided_and_no_more() -> None:
    text = "Anna traf Bea und Cem in Kiel. Redaktion: Ute"
    spans = [
        SpanRecord("s1", 0, 4, "PER"), SpanRecord("s2", 10, 13, "PER", unsure=True), SpanRecord("s3", 18, 21),
    ]  # fmt: skip
    reading = SetRecord(ADA, status="in_progress", spans=spans, rejections=[RejectionRecord(25, 29, "PER")])
    record = ArticleRecord(1, text=text, zones=[ZoneRecord(31, 45, "byline", in_scope=False)], sets=[reading])
    said = known(record, reading, SETTINGS)
    assert said.spans == ((0, 4, "PER"),)
    assert not said.is_whole
    assert said.refused == ((25, 29, "PER"),)
    assert set(said.unknown) == {(31, 45), (10, 13)}
    assert {"MISC", "LOCpart"} <= set(said.open)


def test_a_new_version_is_measured_on_articles_that_nobody_learnt_from(ships: Store, tmp_path: Path) -> None:
    *told, last = trained(ships, tmp_path / "models")
    assert isinstance(last, Trained)
    assert last.is_better
    assert last.gains[0].label == ""
    assert last.gains[0].true == 2 * last.measured
    assert last.taught + last.chose + last.measured == COUNT
    rounds = [it.round for it in told if isinstance(it, Learning) and it.f1 is not None]
    assert rounds == sorted(rounds)
    read = pipelines.load(last.new).predict("Morgen läuft die Kondor in Leer ein.")
    assert [(it.label, it.start) for it in read] == [("ORG", 17), ("LOC", 27)]


def test_where_one_article_chooses_those_that_measure_show_that_a_gain_is_none_by_chance(
    tmp_path: Path,
) -> None:
    records = [ship(number) for number in range(120)]
    dealt = {part: [it for it in records if part_of(it.key or "", SHARES, 0) == part] for part in PARTS}
    some = [*dealt["train"][:40], *dealt["dev"][:1], *dealt["test"][:8]]
    store = open_store(filled(tmp_path, some))
    last = trained(store, tmp_path / "models")[-1]
    store.close()
    assert isinstance(last, Trained)
    assert (last.taught, last.chose, last.measured) == (40, 1, 8)
    assert last.is_better


def test_what_the_model_has_learnt_from_elsewhere_does_not_measure(ships: Store, tmp_path: Path) -> None:
    records = [ship(number) for number in range(COUNT)]
    dealt = [it.text or "" for it in records if part_of(it.key or "", SHARES, 0) == "test"]
    old = tmp_path / "old"
    copytree(str(models.folder_of("embedded:de")), old)
    meta = msgspec.json.decode((old / "meta.json").read_bytes())
    meta[LEARNT_FROM] = Learnt().and_from(dealt[2:]).as_json()
    (old / "meta.json").write_bytes(msgspec.json.encode(meta))
    last = list(learning.train(ships, str(old), folder=tmp_path / "models"))[-1]
    assert isinstance(last, Trained)
    assert last.measured == 2


def test_versions_count_up_and_name_their_origin(ships: Store, tmp_path: Path) -> None:
    folder = tmp_path / "models"
    (folder / "ships_de-copy2").mkdir(parents=True)  # somebody's own, and no version of ours
    first, second = trained(ships, folder)[-1], trained(ships, folder)[-1]
    assert isinstance(first, Trained)
    assert isinstance(second, Trained)
    assert (first.version, second.version) == ("1", "2")
    info = models.describe(second.new)
    assert (info.name, info.version, info.language) == ("ships_de", "2", "de")
    assert sorted(it.name for it in folder.iterdir()) == ["ships_de-1", "ships_de-2", "ships_de-copy2"]


def test_a_cancelled_training_leaves_nothing(ships: Store, tmp_path: Path) -> None:
    cancelled = Event()
    steps = learning.train(ships, "embedded:de", folder=tmp_path / "models", cancelled=cancelled)
    next(steps)
    cancelled.set()
    assert not any(isinstance(it, Trained) for it in steps)
    assert not (tmp_path / "models").exists()


def test_few_articles_and_foreign_models_are_refused(tmp_path: Path) -> None:
    store = open_store(filled(tmp_path, [ship(1)]))
    try:
        with pytest.raises(TooLittleToLearn):
            trained(store, tmp_path)
        with pytest.raises(ModelCannotLearn):
            list(learning.train(store, "embedded:ar", folder=tmp_path, language="de"))
    finally:
        store.close()


def test_who_has_finished_too_little_is_told_how_much_more_it_takes(tmp_path: Path) -> None:
    records = [ship(number) for number in range(120)]
    begun = [replace(it, sets=[replace(it.sets[0], status="in_progress")]) for it in records]
    taught = [it for it in records if part_of(it.key or "", SHARES, 0) == "train"]
    for number, (some, told) in enumerate(((begun, (0, 20)), (taught[:30], (30, 40)))):
        folder = tmp_path / str(number)
        folder.mkdir()
        store = open_store(filled(folder, some))
        with pytest.raises(TooLittleToLearn) as caught:
            trained(store, folder)
        store.close()
        assert (caught.value.fields["count"], caught.value.fields["needed"]) == told


def test_the_command_line_trains_and_lets_the_project_adopt_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = filled(tmp_path, [ship(number) for number in range(COUNT)])
    assert main(["train", str(path), "--out", str(tmp_path / "models"), "--adopt"]) == 0
    out = capsys.readouterr().out
    assert "ships_de 1 reads de from now on." in out
    assert next(line for line in out.splitlines() if line.split()[:1] == ["ORG"])
    store = open_store(path)
    with store.read() as conn:
        assert codebook.settings(conn).models == {"de": str(tmp_path / "models" / "ships_de-1")}
    store.close()


def test_after_a_training_the_model_is_evaluated_on_what_it_has_not_learnt_from(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(filled(tmp_path, [ship(number) for number in range(COUNT)]))
    assert main(["train", path, "--out", str(tmp_path / "models"), "--adopt"]) == 0
    trained_on = capsys.readouterr().out
    new = str(tmp_path / "models" / "ships_de-1")
    assert main(["suggest", path, "--model", new]) == 0
    capsys.readouterr()
    assert main(["evaluate", path, "--model", new, "--against", "ada"]) == 0
    said = capsys.readouterr().out
    parts = (part_of(f"ship-{number}", SHARES, 0) for number in range(COUNT))
    measured = sum(part == "test" for part in parts)
    assert f"{measured} measured" in trained_on
    assert said.startswith(f"ships_de 1 against ada: {measured} articles\n")
    assert f"Left out: {COUNT - measured} articles that ships_de 1 has learnt from" in said
    assert "Not known" not in said


def known_already(number: int) -> ArticleRecord:
    """An invented article with nothing but what the embedded model finds."""
    town = TOWNS[number % len(TOWNS)]
    text = f"Gestern kam Angela Merkel nach {town}. Es war der Tag {number}."
    at = text.index(town)
    spans = [SpanRecord("s1", 12, 25, "PER"), SpanRecord("s2", at, at + len(town), "LOC")]
    return ArticleRecord(
        1, key=f"day-{number}", text=text, language="de", sets=[SetRecord(ADA, status="done", spans=spans)]
    )


def test_where_nothing_is_gained_the_command_line_adopts_nothing_and_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = filled(tmp_path, [known_already(number) for number in range(60)])
    assert main(["train", str(path), "--out", str(tmp_path / "models"), "--adopt"]) == 0
    out = capsys.readouterr().out
    assert "nothing was gained: the current model stays" in out
    assert "from now on" not in out
    store = open_store(path)
    with store.read() as conn:
        assert codebook.settings(conn).models == {}
    store.close()
    assert [it.name for it in (tmp_path / "models").iterdir()] == ["ships_de-1"]
