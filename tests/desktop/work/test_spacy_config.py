"""What is exported for spaCy trains with spaCy's own command to what `lesart train` makes of the project."""

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from spacy.tokens import DocBin

from desktop.cli.app import main
from desktop.nlp import pipelines
from desktop.nlp.lean import import_spacy
from desktop.nlp.learnt import digest, learnt_from
from desktop.work.spacy_config import spacy_config
from store.database import create
from store.formats.protocol import TrainingFiles
from store.formats.records import (
    VERSION,
    AnnotatorRecord,
    ArticleRecord,
    RejectionRecord,
    SetRecord,
    SpanRecord,
)
from store.formats.scheme_records import ProjectRecord
from store.transfer import import_files
from store.values import ProjectSettings

ADA = AnnotatorRecord("0197a000-0000-7000-8000-000000000001", "ada", "person")
BEA = AnnotatorRecord("0197a000-0000-7000-8000-000000000002", "bea", "person")
SHIPS = ("Seastar", "Northwind", "Brigitta", "Albatross", "Condor", "Falcon")
TOWNS = ("Kiel", "Emden", "Bremen", "Plymouth", "Hull", "Leith", "Wismar", "Dover")
COUNT = 60


def article(number: int) -> ArticleRecord:
    """An invented article in which a ship is an organisation; some are begun, some read twice, some open."""
    ship, town = SHIPS[number % len(SHIPS)], TOWNS[number % len(TOWNS)]
    text = f"Yesterday the {ship} reached {town} late. The Bristol ferry was number {number}."
    spans = [
        SpanRecord("s1", 14, 14 + len(ship), "ORG"),
        SpanRecord("s2", text.index(town), text.index(town) + len(town), "LOC"),
    ]
    if number % 7 == 0:
        at = text.index("Bristol")
        spans.append(SpanRecord("s3", at, at + 7, "LOC", unsure=number % 2 == 0, form="part"))
    refused = [RejectionRecord(0, 9, "PER")] if number % 5 == 0 else []
    status = "in_progress" if number % 6 == 0 else "done"
    sets = [SetRecord(ADA, status=status, spans=spans, rejections=refused)]
    if number % 10 == 0:
        sets.append(SetRecord(BEA, status="done", spans=[SpanRecord("t1", 14, 14 + len(ship), "ORG")]))
    return ArticleRecord(VERSION, key=f"a{number}", text=text, language="en", sets=sets)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project, what it exports, and what spaCy and Lesart train of it."""
    made = tmp_path_factory.mktemp("ships")
    german = ArticleRecord(
        VERSION, key="g", text="Ein Text.", language="de", sets=[SetRecord(ADA, status="done")]
    )
    records = [*map(article, range(COUNT)), german]
    (made / "a.jsonl").write_bytes(b"\n".join(map(msgspec.json.encode, records)))
    settings = ProjectSettings(language="en")
    store = create(made / "ships.lesart", name="Ships", settings=settings, person="Cem")
    assert import_files(store, [made / "a.jsonl"]).skipped == ()
    store.close()
    project, out = str(made / "ships.lesart"), str(made / "ships.spacy")
    assert main(["export", project, out, "--format", "spacy", "--split", "70/10/20"]) == 0
    assert main(["train", project, "--out", str(made / "models")]) == 0
    command = [sys.executable, "-m", "spacy", "train", "ships.cfg", "--output", "out"]
    done = subprocess.run(command, cwd=made, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return made


def test_plain_spacy_train_makes_the_same_tagger(folder: Path) -> None:
    ours, theirs = folder / "models" / "ships_en-1", folder / "out" / "model-best"
    files = sorted(it.name for it in (ours / "lesart_crf").iterdir())
    assert files == sorted(it.name for it in (theirs / "lesart_crf").iterdir())
    for name in files:
        assert (ours / "lesart_crf" / name).read_bytes() == (theirs / "lesart_crf" / name).read_bytes(), name


def test_both_say_from_which_texts_they_have_learnt(folder: Path) -> None:
    ours = learnt_from(str(folder / "models" / "ships_en-1"))
    assert learnt_from(str(folder / "out" / "model-best")) == ours
    vocab = import_spacy().blank("de").vocab
    for part, is_known in (("train", True), ("dev", True), ("test", False)):
        docs = DocBin().from_disk(folder / f"ships-{part}.spacy").get_docs(vocab)
        said = [(doc.text, doc.user_data["lesart"]) for doc in docs]
        whole = [digest(text) for text, it in said if (it["status"], it["language"]) == ("done", "en")]
        assert whole
        assert all((it in ours.texts) is is_known for it in whole)


def test_both_read_the_articles_kept_apart_alike(folder: Path) -> None:
    ours = pipelines.load(str(folder / "models" / "ships_en-1"))
    theirs = pipelines.load(str(folder / "out" / "model-best"))
    docs = list(DocBin().from_disk(folder / "ships-test.spacy").get_docs(import_spacy().blank("en").vocab))
    found = [theirs.predict(doc.text) for doc in docs]
    assert found == [ours.predict(doc.text) for doc in docs]
    assert {(it.label) for spans in found for it in spans} >= {"ORG", "LOC"}


def test_spacy_evaluates_what_it_trained(folder: Path) -> None:
    command = [sys.executable, "-m", "spacy", "evaluate", "out/model-best", "ships-dev.spacy"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    [f1] = [line.split()[-1] for line in done.stdout.splitlines() if line.startswith("NER F")]
    assert float(f1) > 90


def test_a_project_without_a_model_has_no_config_nor_has_one_whose_model_is_gone(tmp_path: Path) -> None:
    for settings in ({"language": "ar"}, {"models": {"de": ""}}, {"models": {"de": str(tmp_path / "gone")}}):
        project = ProjectRecord(VERSION, "u", "P", "2026-11-24", settings=settings)
        assert spacy_config(project, TrainingFiles("a-train.spacy", "a-dev.spacy")) == ""
