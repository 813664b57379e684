"""What all formats of annotations share."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from store.errors import EncodingUnknown
from store.formats import ANNOTATIONS, WRITERS, sniffed
from store.formats.protocol import WriteOptions
from store.formats.records import (
    VERSION,
    ArticleRecord,
    SetRecord,
    SpanRecord,
)
from store.formats.sources import Source


def test_one_file_each_annotator(sample: Any) -> None:
    sets = sample.done(sample.span("s1", "EU", "ORG")), sample.done(by=sample.bea)
    for name in ("conll2002", "label-studio", "doccano", "prodigy"):
        files, _ = sample.out(name, *sets, one_each=True)
        assert [file for file in files if not file.endswith((".map", ".xml"))] == [
            f"out-Ada_B{Path(next(iter(files))).suffix}", f"out-Bea{Path(next(iter(files))).suffix}",
        ]  # fmt: skip


def test_a_split_has_all_its_parts(sample: Any) -> None:
    files, _ = sample.out("label-studio", sample.done(), split=(1, 0, 0))
    assert list(files) == ["out-train.json", "out-dev.json", "out-test.json", "out.config.xml"]
    assert [len(json.loads(files[f"out-{part}.json"])) for part in ("train", "dev", "test")] == [1, 0, 0]


def test_a_part_that_was_dealt_goes_before_the_hash(sample: Any) -> None:
    files, _ = sample.out("doccano", sample.done(), split=(1, 0, 0), parts={"a1": "test"})
    assert files["out-test.jsonl"].count("\n") == 1


@pytest.mark.parametrize("reader", ANNOTATIONS, ids=lambda item: item.name)
def test_rubbish_is_refused_and_never_raises(reader: Any, read: Any) -> None:
    for content in (b"\xff\xfe\x00", b"\x00" * 50, b"{" * 3000, "ä".encode("latin-1"), b"[[[[", b"\n\n"):
        with suppress(EncodingUnknown):  # which the import lists with the file
            found = read(reader, content, name=f"x{reader.suffixes[-1]}")
            assert not [item for _, item in found if isinstance(item, ArticleRecord)]


@pytest.mark.parametrize(
    ("head", "suffix", "name"),
    [
        ('{"text":"a","spans":[{"start":0,"end":1,"label":"X"}],"answer":"accept"}\n', ".jsonl", "prodigy"),
        ('{"id": 1, "text": "a", "label": [[0, 1, "X"]]}\n', ".jsonl", "doccano"),
        ('{"text": "a", "entities": [{"id": 1, "start_offset": 0}]}\n', ".jsonl", "doccano"),
        ("-DOCSTART- -X- -X- O\n\nEU NNP I-NP I-ORG\nlobt V V O\n", ".txt", "conll2003"),
        ("EU\tB-ORG\nlobt\tO\n", "", "conll2003"),
        ("#\tx [2010]\n1\tEU\tB-ORG\tO\n", ".tsv", "germeval"),
        ('[{"id": 1, "data": {"text": "a"}, "annotations": []}]', ".json", "label-studio"),
        ("Ein Text über Y.\nNoch einer mit O", ".txt", "text"),
        ('{"text": "a", "spans": [[0, 1, "X"]]}', ".jsonl", "articles"),
    ],
)
def test_a_file_is_recognised(head: str, suffix: str, name: str) -> None:
    found = sniffed(head, suffix)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("name", ["prodigy", "doccano", "doccano-relations", "label-studio", "hf"])
def test_a_file_of_long_articles_is_recognised(sample: Any, tmp_path: Path, name: str) -> None:
    writer = next(item for item in WRITERS if item.name == name)
    text = "Der Kreml lobte Köln. " * 6_000
    reading = SetRecord(sample.ada, "main", "done", spans=[SpanRecord("s1", 4, 9, "ORG")])
    article = ArticleRecord(VERSION, key="a1", text=text, language="de", sets=[reading])
    written = writer.write(
        tmp_path / f"out{writer.suffixes[0]}", sample.project, [article], WriteOptions(segment=sample.tokens)
    )
    path = tmp_path / written.files[0]
    found = sniffed(Source(path).head(), path.suffix)
    assert found is not None
    assert found.name == name.removesuffix("-relations")
