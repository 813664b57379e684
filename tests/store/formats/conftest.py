"""Files of the test's own, read by a format; and one article, written by a format."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from desktop.nlp.segmentation import sentences
from store.database import Store
from store.formats import writer_named
from store.formats.protocol import Item, Reader, ReadOptions, WriteOptions
from store.formats.records import (
    VERSION,
    AnnotatorRecord,
    ArticleRecord,
    SetRecord,
    SpanRecord,
    ZoneRecord,
)
from store.formats.scheme_records import ProjectRecord
from store.formats.sources import Source
from store.transfer import ExportOptions, ExportReport, export_file, import_files

Read = Callable[..., list[Item]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Writes a file and reads it with a format: the items with their lines."""

    def read(reader: Reader, content: str | bytes, *, name: str = "file", **options: object) -> list[Item]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return list(reader.read(Source(path, name, language="de"), ReadOptions(**options)))

    return read


class Sample:
    """A text with an emoji in two sentences, who reads it, and what a format makes of their readings."""

    text = "Köln. Der Kreml-Sprecher lobte 😀 die EU."
    project = ProjectRecord(VERSION, "u", "P", "2026-11-24")
    ada = AnnotatorRecord("a", "Ada B.", "person")
    bea = AnnotatorRecord("b", "Bea", "person")
    model = AnnotatorRecord("m", "de", "model", "1")

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @staticmethod
    def tokens(text: str, _language: str) -> list[tuple[int, int]]:
        return [match.span() for match in re.finditer(r"[\w-]+|[^\w\s-]", text)]

    @staticmethod
    def sentences(text: str, _language: str) -> list[tuple[int, int]]:
        return [(0, 5), (6, len(text))]

    def span(self, name: str, words: str, label: str | None = None, **fields: Any) -> SpanRecord:
        start = self.text.index(words)
        return SpanRecord(name, start, start + len(words), label, **fields)

    def done(self, *spans: SpanRecord, by: AnnotatorRecord = ada, **fields: Any) -> SetRecord:
        return SetRecord(by, "main", "done", spans=list(spans), **fields)

    @property
    def nested(self) -> SetRecord:
        return self.done(
            self.span("s1", "die EU", "ORG"),
            self.span("s2", "EU", "LOC"),
            self.span("s3", "Kreml", "LOC", form="part"),
        )

    def out(self, name: str, *sets: SetRecord, **options: Any) -> tuple[dict[str, str], list[Any]]:
        """The files that were written, and the losses as (words, kind)."""
        writer = writer_named(name)
        assert writer is not None
        zones = [ZoneRecord(0, 5, "dateline", False)]
        article = ArticleRecord(
            VERSION, key="a1", text=self.text, language="de", zones=zones, sets=list(sets)
        )
        choice = WriteOptions(segment=self.tokens, sentences=self.sentences, **options)
        written = writer.write(self._folder / f"out{writer.suffixes[0]}", self.project, [article], choice)
        files = {file: (self._folder / file).read_text("utf-8") for file in written.files}
        return files, [(self.text[it.start : it.end], it.kind) for it in written.losses]


@pytest.fixture
def sample(tmp_path: Path) -> Sample:
    """One article, and a folder for what is written of it."""
    return Sample(tmp_path)


@pytest.fixture
def archived() -> Callable[[Path], dict[str, str]]:
    """The members of an archive as texts."""

    def archived(path: Path) -> dict[str, str]:
        with ZipFile(path) as archive:
            return {name: archive.read(name).decode() for name in archive.namelist()}

    return archived


# --- Statements --------------------------------------------------------------------------

_SUFFIXES = {"semeval": ".tsv", "statements-csv": ".csv", "statements-xlsx": ".xlsx", "dna": ".dna"}


@pytest.fixture
def gold(seed: Path, new_store: Callable[..., Store]) -> Store:
    """A store with the hand-made gold of the seed article."""
    store = new_store("gold.lesart")
    report = import_files(store, [seed / "gold.json"])
    assert (report.added, report.skipped) == (1, ())
    return store


@pytest.fixture
def native() -> Callable[..., list[Any]]:
    """The lines of the native export of a store, as JSON values."""

    def native(store: Store, folder: Path, options: ExportOptions | None = None) -> list[Any]:
        export_file(store, folder / "native.jsonl", options=options)
        lines = (folder / "native.jsonl").read_bytes().rstrip(b"\n").split(b"\n")
        return [json.loads(line) for line in lines]

    return native


@pytest.fixture
def exported() -> Callable[[Store, Path, str], ExportReport]:
    """Exports a store in a format as `out.*`."""

    def exported(store: Store, folder: Path, name: str) -> ExportReport:
        path = folder / f"out{_SUFFIXES.get(name, '.jsonl')}"
        return export_file(store, path, format=name, options=ExportOptions(sentences=sentences))

    return exported
