"""Stance files in which no statement stands: with their sidecar whole, without it one clear line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.nlp.segmentation import sentences
from store.database import Store
from store.operations import topics
from store.operations.topic_marks import answer_none
from store.transfer import ExportOptions, export_file, import_files

SUFFIX = {
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


@pytest.fixture(params=SUFFIX)
def written(request: pytest.FixtureRequest, desk: Any, tmp_path: Path) -> Path:
    """An export of an article that was read, with the answer that there is no stance in it."""
    article = desk.article("Berlin schweigt heute. Nichts geschah.", key="k")
    topic = topics.add(desk.store, desk.work, key="eu", kind="issue", wording={"de": "EU"}).entry
    answer_none(desk.store, desk.work, article, topic)
    (tmp_path / "out").mkdir()
    path = tmp_path / "out" / f"out{SUFFIX[request.param]}"
    options = ExportOptions(sentences=sentences)
    return export_file(desk.store, path, format=request.param, options=options).files[0]


def native(store: Store, folder: Path) -> list[Any]:
    export_file(store, folder / "native.jsonl")
    return [json.loads(line) for line in (folder / "native.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("content", [None, b"", b"\n"], ids=["as written", "empty", "a line end"])
def test_its_sidecar_brings_everything(
    desk: Any, written: Path, new_store: Callable[..., Store], tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        written.write_bytes(content)
    for path in (written, written.parent):
        copy = new_store(f"copy-{path.is_dir()}.lesart")
        report = import_files(copy, [path])
        assert (report.added, report.skipped) == (1, ())
        assert native(copy, tmp_path) == native(desk.store, tmp_path)


def test_without_its_sidecar_it_says_in_one_line_what_is_missing(
    written: Path, new_store: Callable[..., Store]
) -> None:
    written.with_name(f"{written.name}.sidecar.jsonl").unlink()
    report = import_files(new_store("copy.lesart"), [written])
    if written.suffix == ".dna":
        assert (report.added, report.sets_added, report.skipped) == (1, 0, ()), "the document is in it"
        return
    needs_sidecar = written.read_bytes().startswith((b"stance,", b"PK"))
    reason = "missing_text" if needs_sidecar else "no_records"
    assert (report.added, [it.reason for it in report.skipped]) == (0, [reason])


@pytest.mark.parametrize("name", ["x.jsonl", "x.tsv", "x.csv", "x.xlsx", "x.dna"])
def test_an_empty_file_is_one_clear_line(new_store: Callable[..., Store], tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    report = import_files(new_store(), [tmp_path / name])
    assert [(it.path, it.line, it.reason) for it in report.skipped] == [(name, 0, "no_records")]
