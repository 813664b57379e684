"""A spaCy pipeline with an entity recognizer of spaCy's own goes on learning, by the same way."""

from pathlib import Path
from random import Random
from threading import Event
from typing import Any

import msgspec
import pytest

from desktop.cli.app import main
from desktop.nlp import pipelines
from desktop.nlp.lean import import_spacy
from desktop.work import learning
from desktop.work.gains import Learning, Trained
from store.database import Store, create, open_store
from store.formats.records import VERSION, AnnotatorRecord, ArticleRecord, SetRecord, SpanRecord
from store.transfer import import_files
from store.values import ProjectSettings

ADA = AnnotatorRecord("0197a000-0000-7000-8000-000000000001", "ada", "person")
SETTINGS = ProjectSettings(labels_off=("MISC",))
SHIPS = ("Seeteufel", "Nordwind", "Brigitta", "Albatros", "Kondor", "Falkenburg")
TOWNS = ("Kiel", "Emden", "Bremen", "Stade", "Husum", "Leer", "Wismar", "Cuxhaven")
PEOPLE = ("Anna Berger", "Peter Holm", "Jana Weber", "Ole Petersen", "Uta Lang")


def sentence(town: str, who: str, ship: str = "Möwe") -> str:
    return f"Gestern lief die {ship} in {town} ein. {who} sah am Montag zu."


TOK2VEC = {
    "@architectures": "spacy.HashEmbedCNN.v2",
    "pretrained_vectors": None, "width": 32, "depth": 2, "embed_size": 500,
    "window_size": 1, "maxout_pieces": 2, "subword_features": True,
}  # fmt: skip
RECOGNIZER = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "ner", "extra_state_tokens": False, "hidden_width": 32, "maxout_pieces": 2,
    "use_upper": True, "tok2vec": {"@architectures": "spacy.Tok2VecListener.v1", "width": 32},
}  # fmt: skip


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small German pipeline that knows places, people (by other names) and days, but no ships."""
    spacy = import_spacy()
    from spacy.training import Example
    from spacy.util import fix_random_seed, minibatch

    fix_random_seed(0)
    nlp = spacy.blank("de")
    nlp.add_pipe("tok2vec", config={"model": TOK2VEC})
    nlp.add_pipe("ner", config={"model": RECOGNIZER})
    examples: list[Any] = []
    for town in TOWNS:
        for who in PEOPLE:
            text = sentence(town, who)
            named = [(town, "GPE"), (who, "PERSON"), ("Montag", "DATE")]
            ents = [(text.index(name), text.index(name) + len(name), label) for name, label in named]
            examples.append(Example.from_dict(nlp.make_doc(text), {"entities": ents}))
    optimizer, random = nlp.initialize(lambda: examples), Random(0)
    for _ in range(25):
        random.shuffle(examples)
        for batch in minibatch(examples, 8):
            nlp.update(batch, sgd=optimizer)
    nlp.meta["name"] = "small"
    folder = tmp_path_factory.mktemp("models") / "small"
    nlp.to_disk(folder)
    return folder


def article(number: int) -> ArticleRecord:
    """A finished article with a ship, which counts as an organisation; one in five is only begun."""
    ship, town, who = SHIPS[number % 6], TOWNS[number % 8], PEOPLE[number % 5]
    text = f"Nummer {number}. {sentence(town, who, ship)}"
    named = [(ship, "ORG"), (town, "LOC"), (who, "PER")][: 1 if number % 5 == 0 else 3]
    spans = [
        SpanRecord(f"s{i}", text.index(name), text.index(name) + len(name), label)
        for i, (name, label) in enumerate(named)
    ]
    status = "in_progress" if number % 5 == 0 else "done"
    return ArticleRecord(
        VERSION, key=f"a{number}", text=text, language="de", sets=[SetRecord(ADA, status=status, spans=spans)]
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    records = map(article, range(80))
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(map(msgspec.json.encode, records)))
    store = create(tmp_path / "x.lesart", name="Ships", settings=SETTINGS, person="Cem")
    assert import_files(store, [tmp_path / "a.jsonl"]).skipped == ()
    store.close()
    return tmp_path / "x.lesart"


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
