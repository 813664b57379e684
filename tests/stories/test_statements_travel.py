"""The gold's statements made in the real window, edited there, sent out in every form and taken in again."""

import json
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from PySide6.QtWidgets import QApplication

from desktop.__main__ import main
from desktop.nlp.segmentation import sentences
from store.database import open_store
from store.transfer import ExportOptions, export_file
from tests.bench.mouse import MouseReplay
from tests.bench.stance import imported, names_of, said, stored
from tests.bench.stance_replay import StanceReplay

Json = dict[str, Any]
SUFFIX = {
    "jsonl": ".jsonl",
    "xstance": ".jsonl",
    "semeval": ".tsv",
    "newsmtsc": ".jsonl",
    "newsmtsc-all": ".jsonl",
    "statements-csv": ".csv",
    "statements-xlsx": ".xlsx",
    "dna": ".dna",
    "dna-events": ".csv",
    "dna-events-plain": ".csv",
}
"""Every form of statements that is written and read; networks are sums and only go out."""
NO_ROW = {"no_topic", "label", "holder", "no_target_in_text", "across_sentences", "no_evidence"}


def native(store: Path, out: Path) -> list[Json]:
    """The project and its article; but not that an import by the command line looked for zones."""
    assert main(["export", str(store), str(out)]) == 0
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    for line in lines[1:]:
        line["attrs"] = {name: it for name, it in line.get("attrs", {}).items() if name != "zones"}
    return lines


@pytest.fixture(scope="module")
def edited(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose gold statements were made, and then edited, with the mouse alone."""
    seed = Path(__file__).resolve().parents[3] / "shared" / "seed"
    if not seed.is_dir():
        pytest.skip("the seed article is not beside this checkout")
    folder = tmp_path_factory.mktemp("mouse")
    store = stored(folder / "store")
    with MouseReplay(qapp, folder, store) as replay:
        replay.full()
        assert replay.reading == imported(folder / "gold")
        edit(replay)
    return store


def edit(replay: MouseReplay) -> None:
    """Other answers, a reversed statement, one deleted for good, and one whose deleting is taken back."""
    first, second, third, fourth, *_ = (it.id for it in sorted(replay.page.stances, key=lambda it: it.id))
    card = replay.card(first)
    replay.click(card.label)
    replay.choose(replay.popup(), "■ neutral")
    replay.choose(replay.link(first, "intensity"), "●●●")
    replay.click(replay.card(second))
    replay.cap("reverse")
    replay.click(replay.card(third).delete)
    replay.click(replay.card(fourth).delete)
    replay.menu_bar("Edit", "Undo")
    made = {it.id: it for it in replay.page.stances}
    assert (made[first].label, made[first].intensity) == ("NEUTRAL", 3)
    assert third not in made
    assert fourth in made
    assert len(made) == 23


def test_the_full_replay_by_keys_is_the_imported_gold(seed: Path, qapp: QApplication, tmp_path: Path) -> None:
    assert seed.is_dir()
    with StanceReplay(qapp, tmp_path, stored(tmp_path / "store")) as replay:
        replay.full()
        book = replay._program.workbench.codebook
        assert book is not None
        assert said(replay.page, names_of(book.topics, book.actors)) == imported(tmp_path / "gold")
        assert replay.presses <= 350


@pytest.mark.parametrize("name", SUFFIX)
def test_what_was_edited_goes_out_in_every_form_and_comes_back_the_same(
    edited: Path, tmp_path: Path, name: str
) -> None:
    before = native(edited, tmp_path / "before.jsonl")
    assert len(before[1]["sets"][0]["stances"]) == 23
    out, copy = tmp_path / f"out{SUFFIX[name]}", tmp_path / "copy.lesart"
    assert main(["export", str(edited), str(out), "--format", name]) == 0
    assert main(["import", str(copy), str(out)]) == 0
    assert native(copy, tmp_path / "after.jsonl") == before


class Row(NamedTuple):
    """What is left of a statement in a form without its sidecar: what it is about, its side, the words."""

    about: str
    side: str
    words: str


def rows(path: Path, form: str) -> Counter[Row]:
    """The statements of a native file as this form holds them."""
    project, *articles = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    names = {it["key"]: next(iter(it["wording"].values())) for it in project.get("topics", [])}
    names |= {it["uid"]: it["name"] for it in project.get("actors", [])}
    found: Counter[Row] = Counter()
    for article in articles:
        for reading in article["sets"]:
            spans = {it["id"]: it for it in reading.get("spans", [])}
            for stance in reading.get("stances", []):
                found[_row(article["text"], stance, spans, names, form)] += 1
    return found


def _row(text: str, stance: Json, spans: dict[str, Json], names: dict[str, str], form: str) -> Row:
    target = spans.get(stance.get("target_span") or "", {})
    place = text[target["start"] : target["end"]] if target else ""
    known = (stance.get("topic"), stance.get("target_actor"), target.get("actor"))
    about = next((names[it] for it in known if it), place)
    parts = [it for it in stance.get("parts", []) if it["role"] == "evidence"]
    pieces = " … ".join(text[it["start"] : it["end"]] for it in parts) or text
    if form.startswith("newsmtsc"):
        return Row(place, stance["label"], "")
    if form.startswith("dna"):
        whole = text[min(it["start"] for it in parts) : max(it["end"] for it in parts)] if parts else text
        return Row(about, stance["label"], whole if form == "dna" else _held(whole))
    return Row(about, stance["label"], " ".join(pieces.split()) if form == "semeval" else pieces)


def _held(words: str) -> str:
    """As the event list that DNA writes has it; for the quoted one nothing is compared but this."""
    return " ".join(words.split()).replace(";", ",").replace('"', "'")


@pytest.mark.parametrize(
    "name", [it for it in SUFFIX if it not in ("jsonl", "statements-csv", "statements-xlsx")]
)
def test_without_its_sidecar_a_form_gives_back_all_but_what_it_listed_as_lost(
    edited: Path, tmp_path: Path, name: str
) -> None:
    native(edited, tmp_path / "before.jsonl")
    store = open_store(edited)
    try:
        out = tmp_path / f"out{SUFFIX[name]}"
        report = export_file(store, out, format=name, options=ExportOptions(sentences=sentences))
    finally:
        store.close()
    (tmp_path / f"{out.name}.sidecar.jsonl").unlink()
    copy = tmp_path / "copy.lesart"
    left_out = Counter(it.what for it in report.losses if it.kind in NO_ROW)
    assert main(["import", str(copy), str(out)]) == (0 if sum(left_out.values()) < 23 else 1)
    native(copy, tmp_path / "after.jsonl")
    annotated, back = rows(tmp_path / "before.jsonl", name), rows(tmp_path / "after.jsonl", name)
    assert not back - annotated
    assert Counter(row.side for row in (annotated - back).elements()) == left_out
    assert sum(annotated.values()) == 23 == sum(back.values()) + sum(left_out.values())
