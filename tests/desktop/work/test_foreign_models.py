"""A spaCy pipeline with an entity recognizer of spaCy's own goes on learning, by the same way."""

from pathlib import Path
from threading import Event
from typing import Any

import pytest

from desktop.cli.app import main
from desktop.nlp import pipelines
from desktop.nlp.lean import import_spacy
from desktop.work import learning
from desktop.work.gains import Learning, Trained
from store.database import Store, open_store
from tests.desktop.work import ships
from tests.desktop.work.ships import sentence


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ships.pipeline(tmp_path_factory.mktemp("models") / "small")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return ships.project(tmp_path)


@pytest.fixture
def store(project: Path) -> Any:
    opened = open_store(project)
    yield opened
    opened.close()


def test_the_recognizer_learns_and_what_it_knew_stays(store: Store, pipeline: Path, tmp_path: Path) -> None:
    *told, last = learning.train(store, str(pipeline), folder=tmp_path / "models", language="de")
    assert isinstance(last, Trained)
    assert last.is_better
    gain = {it.label: it for it in last.gains}
    assert (gain["ORG"].before or 0.0) < 0.3
    assert (gain["ORG"].after or 0.0) > 0.9
    rounds = [it.round for it in told if isinstance(it, Learning) and it.f1 is not None]
    assert rounds == sorted(rounds)
    text = sentence("Bremen", "Anna Berger", "Kondor")
    read = pipelines.load(last.new).predict(text)
    assert {(text[it.start : it.end], it.label) for it in read} == {
        ("Kondor", "ORG"), ("Bremen", "LOC"), ("Anna Berger", "PER"),
    }  # fmt: skip


def test_labels_keep_the_names_of_the_pipeline_and_days_are_not_forgotten(
    store: Store, pipeline: Path, tmp_path: Path
) -> None:
    last = list(learning.train(store, str(pipeline), folder=tmp_path / "models", language="de"))[-1]
    assert isinstance(last, Trained)
    nlp = import_spacy().load(last.new)
    assert set(nlp.get_pipe("ner").labels) == {"GPE", "PERSON", "DATE", "ORG"}
    doc = nlp(sentence("Stade", "Ole Petersen", "Brigitta"))
    assert {(it.text, it.label_) for it in doc.ents} == {
        ("Brigitta", "ORG"), ("Stade", "GPE"), ("Ole Petersen", "PERSON"), ("Montag", "DATE"),
    }  # fmt: skip


def test_other_components_stay_as_they_were(store: Store, pipeline: Path, tmp_path: Path) -> None:
    last = list(learning.train(store, str(pipeline), folder=tmp_path / "models", language="de"))[-1]
    assert isinstance(last, Trained)
    assert (Path(last.new) / "tok2vec" / "model").read_bytes() == (
        pipeline / "tok2vec" / "model"
    ).read_bytes()


def test_it_can_be_cancelled_between_two_updates(store: Store, pipeline: Path, tmp_path: Path) -> None:
    cancelled = Event()
    steps = learning.train(store, str(pipeline), folder=tmp_path / "m", language="de", cancelled=cancelled)
    for step in steps:
        assert isinstance(step, Learning)
        if step.round == 1:
            break
    cancelled.set()
    assert list(steps) == []
    assert not (tmp_path / "m").exists()


def test_the_command_line_trains_a_folder(
    project: Path, pipeline: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["train", str(project), "--model", str(pipeline), "--out", str(tmp_path / "models"), "--adopt"]
    assert main(command) == 0
    assert "ships_de 1 reads de from now on." in capsys.readouterr().out
