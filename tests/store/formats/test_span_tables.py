"""Tables of spans, as CSV and as workbook."""

import csv
import sys
from pathlib import Path
from typing import Any

import pytest

from store.errors import ExtraMissing
from store.formats import WRITERS
from store.formats.protocol import WriteOptions
from store.formats.records import (
    VERSION,
    ArticleRecord,
    SetRecord,
    SpanRecord,
)


def test_a_table_has_a_row_a_span(sample: Any) -> None:
    reading = sample.done(
        sample.span("s1", "Kreml-Sprecher"), sample.span("s2", "EU", "ORG", score=0.5, unsure=True)
    )
    files, losses = sample.out("spans-csv", reading)
    rows = list(csv.DictReader(files["out.csv"].removeprefix("\ufeff").splitlines()))
    assert [(row["words"], row["label"], row["start"], row["score"], row["unsure"]) for row in rows] == [
        ("Kreml-Sprecher", "", "10", "", "0"),
        ("EU", "ORG", "37", "0.5", "1"),
    ]
    assert (rows[1]["before"][-4:], rows[1]["after"]) == ("die ", ".")
    assert losses == []


def test_words_that_no_cell_holds_are_listed_and_formulas_stay_words(sample: Any, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    text = "=1+1 und \x0b " + "x" * 40_000
    spans = [SpanRecord("s1", 0, 4, "A"), SpanRecord("s2", 9, 10, "B"), SpanRecord("s3", 11, len(text), "C")]
    article = ArticleRecord(
        VERSION, key="a1", text=text, sets=[SetRecord(sample.ada, "main", "done", spans=spans)]
    )
    writer = next(item for item in WRITERS if item.name == "spans-xlsx")
    written = writer.write(tmp_path / "out.xlsx", sample.project, [article], WriteOptions())
    head, *rows = openpyxl.load_workbook(tmp_path / "out.xlsx").active.iter_rows(values_only=True)
    column = head.index("words")
    assert [row[column] for row in rows] == ["=1+1", None, None]
    assert [it.kind for it in written.losses] == ["cell", "cell"]


def test_a_missing_package_is_said(sample: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for package in ("pyarrow", "openpyxl"):
        monkeypatch.setitem(sys.modules, package, None)
    for name, package in (("hf-parquet", "pyarrow"), ("spans-xlsx", "openpyxl")):
        with pytest.raises(ExtraMissing) as caught:
            sample.out(name, sample.nested)
        assert caught.value.fields["package"] == package
