"""What is exported for a foreign pipeline trains in spaCy's own loop to what `lesart train` makes of it."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from spacy.tokens import DocBin

from desktop.cli.app import main
from desktop.nlp import pipelines
from desktop.nlp.adapting.spacy_entities import make_rounds
from desktop.nlp.lean import import_spacy
from desktop.nlp.learnt import digest, learnt_from
from desktop.work.spacy_config import spacy_config
from store.formats.protocol import TrainingFiles
from store.formats.records import VERSION
from store.formats.scheme_records import ProjectRecord
from tests.desktop.work import ships

LABELS = ["LOC", "ORG", "PER"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that a foreign pipeline reads, what it exports, and what spaCy and Lesart train of it."""
    made = tmp_path_factory.mktemp("ships")
    settings = replace(ships.SETTINGS, models={"de": str(ships.pipeline(made / "small"))})
    project, out = str(ships.project(made, settings)), str(made / "ships.spacy")
    assert main(["export", project, out, "--format", "spacy", "--split", "70/10/20"]) == 0
    assert main(["train", project, "--out", str(made / "models")]) == 0
    command = [sys.executable, "-m", "spacy", "train", "ships.cfg", "--output", "out"]
    done = subprocess.run(command, cwd=made, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return made


def test_plain_spacy_train_makes_the_same_recognizer(folder: Path) -> None:
    ours, theirs = folder / "models" / "ships_de-1" / "ner", folder / "out" / "model-best" / "ner"
    files = sorted(it.name for it in ours.iterdir())
    assert files == sorted(it.name for it in theirs.iterdir())
    for name in files:
        assert (ours / name).read_bytes() == (theirs / name).read_bytes(), name
    assert (theirs / "model").read_bytes() != (folder / "small" / "ner" / "model").read_bytes()


def test_both_say_from_which_texts_they_have_learnt(folder: Path) -> None:
    ours = learnt_from(str(folder / "models" / "ships_de-1"))
    assert learnt_from(str(folder / "out" / "model-best")) == ours
    vocab = import_spacy().blank("de").vocab
    for part, is_known in (("train", True), ("dev", True), ("test", False)):
        docs = DocBin().from_disk(folder / f"ships-{part}.spacy").get_docs(vocab)
        whole = [digest(doc.text) for doc in docs if doc.user_data["lesart"]["status"] == "done"]
        assert whole
        assert all((it in ours.texts) is is_known for it in whole)


def test_both_read_the_articles_kept_apart_alike(folder: Path) -> None:
    ours = pipelines.load(str(folder / "models" / "ships_de-1"))
    theirs = pipelines.load(str(folder / "out" / "model-best"))
    docs = list(DocBin().from_disk(folder / "ships-test.spacy").get_docs(import_spacy().blank("de").vocab))
    found = [theirs.predict(doc.text) for doc in docs]
    assert found == [ours.predict(doc.text) for doc in docs]
    assert {it.label for spans in found for it in spans} == set(LABELS)


def test_the_other_components_come_from_the_base_as_they_are(folder: Path) -> None:
    trained, base = folder / "out" / "model-best", folder / "small"
    assert (trained / "tok2vec" / "model").read_bytes() == (base / "tok2vec" / "model").read_bytes()
    assert (trained / "tokenizer").read_bytes() == (base / "tokenizer").read_bytes()


def test_a_round_comes_each_time_after_one_that_teaches_nothing(folder: Path) -> None:
    nlp: Any = import_spacy().load(folder / "small")
    corpus = make_rounds(folder / "ships-train.spacy", "ner", "de", LABELS, "german")
    assert [len(it.reference) for it in corpus(nlp)] == [0]
    first, second = [[it.reference.text for it in corpus(nlp)] for _ in range(2)]
    assert sorted(first) == sorted(second)
    assert first != second
    config = import_spacy().util.load_config(folder / "ships.cfg")
    assert config["training"]["eval_frequency"] == -(-len(first) // 8)


def test_of_begun_articles_what_nobody_decided_is_missing_and_not_outside(folder: Path) -> None:
    nlp: Any = import_spacy().load(folder / "small")
    corpus = make_rounds(folder / "ships-train.spacy", "ner", "de", LABELS, "german")
    for _ in range(2):
        references = [it.reference for it in corpus(nlp)]
    begun = {it.text for it in map(ships.article, range(80)) if it.sets[0].status == "in_progress"}
    told = {it.text: {token.ent_iob_ for token in it} for it in references}
    assert begun & told.keys()
    assert all(("" in said, "O" in said) == (text in begun, text not in begun) for text, said in told.items())


def project_of(source: str) -> ProjectRecord:
    return ProjectRecord(VERSION, "u", "P", "2026-11-24", settings={"models": {"de": source}})


FILES = TrainingFiles("a-train.spacy", "a-dev.spacy", {"de": 17, "en": 40, None: 4})


def test_a_round_counts_the_articles_in_the_language_and_in_none(folder: Path) -> None:
    text = spacy_config(project_of(str(folder / "small")), FILES)
    config = import_spacy().util.Config().from_str(text)
    assert (config["training"]["eval_frequency"], config["training"]["max_steps"]) == (3, 30)


def test_an_installed_pipeline_is_called_by_its_name(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    info = tmp_path / "de_small-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: de-small\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[spacy_models]\nde_small = de_small\n")
    package = tmp_path / "de_small"
    package.mkdir()
    (package / "__init__.py").write_text("raise RuntimeError('an export runs nothing of it')\n")
    (package / "de_small-1").symlink_to(folder / "small")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert '\nbase = "de_small"\n' in spacy_config(project_of("de_small"), FILES)


def test_without_a_recognizer_or_with_code_of_its_own_there_is_no_config(tmp_path: Path) -> None:
    import_spacy().blank("de").to_disk(tmp_path / "blank")
    assert spacy_config(project_of(str(tmp_path / "blank")), FILES) == ""
    carrying = ships.pipeline(tmp_path / "carrying")
    assert spacy_config(project_of(str(carrying)), FILES) != ""
    (carrying / "more.py").write_text("")
    assert spacy_config(project_of(str(carrying)), FILES) == ""
