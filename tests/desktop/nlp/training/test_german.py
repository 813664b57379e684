"""The whole way from sentences to a model folder, on a handful of sentences. Needs the training extra."""

import gzip
import json
from pathlib import Path

import pytest

pytest.importorskip("babel")
pytest.importorskip("spacy_lookups_data")

from desktop.nlp import pipelines
from desktop.nlp.clusters import ClusterTable
from desktop.nlp.training import german, lookups

SENTENCES = [
    ("Anna Berger wohnt in Köln .", "B-PER I-PER O O B-LOC O"),
    ("In Bonn traf Paul Stein die russische Ministerin .", "O B-LOC O B-PER I-PER O B-LOCderiv O O"),
    ("Der Kreml-Sprecher schwieg .", "O B-ORGpart O O"),
    ("Die Firma Ventara baut in Köln .", "O O B-ORG O O B-LOC O"),
]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    small = ClusterTable.pack([("Anna", 40, -12.0), ("Köln", 80, -11.0)])
    monkeypatch.setattr(lookups, "cluster_table", lambda language, *, forms: small)
    lines = [json.dumps({"t": words.split(), "b": tags.split()}) for words, tags in SENTENCES * 3]
    (tmp_path / "de").mkdir()
    for name in ("train", "dev"):
        with gzip.open(tmp_path / "de" / f"germeval_{name}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
    return tmp_path


def test_the_command_writes_a_model_that_loads(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = data / "model"
    monkeypatch.setattr("sys.argv", ["german", "--data", str(data), "--out", str(out)])
    german.main()
    assert "| PER, ORG, LOC, MISC | 100.0 | 100.0 | 100.0 | 18 |" in capsys.readouterr().out
    pipeline = pipelines.load(str(out))
    text = "Anna Berger traf die russische Ministerin in Bonn."
    found = [(text[s.start : s.end], s.label, s.form) for s in pipeline.predict(text)]
    assert ("Anna Berger", "PER", "plain") in found
    assert ("russische", "LOC", "derived") in found
    assert {file.name for file in out.iterdir()} >= {
        "MODEL_CARD.md",
        "LICENSES.txt",
        "meta.json",
        "config.cfg",
    }


def test_training_twice_gives_the_same_bytes(data: Path) -> None:
    sentences = german.read(data / "de" / "germeval_train.jsonl.gz")
    assert german.train(sentences).to_parts() == german.train(sentences).to_parts()
