"""Hugging Face: rows with classes of tags."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from store.formats import WRITERS
from store.formats.annotations.huggingface import HuggingFace
from store.formats.protocol import WriteOptions
from store.formats.records import (
    VERSION,
    ArticleRecord,
    SetRecord,
)
from store.formats.scheme_records import LabelRecord, LabelSetRecord


def test_what_nobody_decided_is_no_class(sample: Any, tmp_path: Path) -> None:
    model = sample.done(sample.span("s9", "Köln", "LOC", made="predicted"), by=sample.model)
    mine = SetRecord(
        sample.ada, "main", "in_progress", spans=[sample.span("s1", "EU", "ORG")], undecided=["s9"]
    )
    labels = [LabelRecord(code, {"en": code}, "#111111", "#eeeeee") for code in ("ORG", "LOC")]
    project = msgspec.structs.replace(sample.project, label_sets=[LabelSetRecord("e", "entity", {}, labels)])
    article = ArticleRecord(VERSION, key="a1", text=sample.text, sets=[mine, model])
    HuggingFace().write(tmp_path / "out.jsonl", project, [article], WriteOptions(segment=sample.tokens))
    row = json.loads((tmp_path / "out.jsonl").read_text("utf-8"))
    names = json.loads((tmp_path / "out.features").read_text())["features"]["ner_tags"]["feature"]["names"]
    assert names[:3] == ["O", "B-ORG", "I-ORG"]
    assert {names[tag] if tag >= 0 else tag for tag in row["ner_tags"]} == {-1, "B-ORG"}
    assert [sample.text[it["start"] : it["end"]] for it in row["spans"]] == ["EU"]


def test_tags_alone_are_enough(read: Any) -> None:
    words = {"tokens": ["Rat", "der", "EU", "tagt"], "ner_tags": ["B-ORG", "I-ORG", "I-ORG", "O"]}
    [(_, article)] = read(HuggingFace(), json.dumps(words), name="x.jsonl")
    assert (article.text, article.sets[0].spans[0].end) == ("Rat der EU tagt", 10)
    [(_, problem)] = read(HuggingFace(), json.dumps(words | {"ner_tags": [1, 2, 2, 0]}), name="x.jsonl")
    assert (problem.field, problem.reason) == ("ner_tags", "unknown_reference")


def test_tags_beside_a_text_are_in_that_text(read: Any) -> None:
    row = {"tokens": ["Rat", "der", "EU", "tagt"], "ner_tags": ["B-ORG", "I-ORG", "I-ORG", "O"]}
    [(_, article)] = read(HuggingFace(), json.dumps(row | {"text": " Rat  der\nEU-tagt!"}), name="x.jsonl")
    [span] = article.sets[0].spans
    assert (article.text, article.text[span.start : span.end]) == (" Rat  der\nEU-tagt!", "Rat  der\nEU")
    [(_, article)] = read(HuggingFace(), json.dumps(row | {"text": "Anders"}), name="x.jsonl")
    assert (article.text, article.attrs["source"]) == ("Rat der EU tagt", {"source_text": "Anders"})


def test_parquet_says_the_same_as_json_lines(sample: Any, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    files, _ = sample.out("hf", sample.nested)
    writer = next(item for item in WRITERS if item.name == "hf-parquet")
    article = ArticleRecord(VERSION, key="a1", text=sample.text, language="de", sets=[sample.nested])
    writer.write(tmp_path / "out.parquet", sample.project, [article], WriteOptions(segment=sample.tokens))
    table = parquet.read_table(tmp_path / "out.parquet")
    assert table.to_pylist() == [json.loads(files["out.jsonl"])]
    described = json.loads(table.schema.metadata[b"huggingface"])["info"]["features"]
    assert described == json.loads(files["out.features"])["features"]
