"""Tables and workbooks of statements."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from store.database import Store
from store.transfer import ImportReport, export_file, import_files


def test_the_table_has_every_attribute_of_a_statement(exported: Any, gold: Store, tmp_path: Path) -> None:
    exported(gold, tmp_path, "statements-csv")
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 24
    split = next(row for row in rows if " " in row["evidence_ranges"])
    assert " … " in split["evidence"]
    row = next(row for row in rows if row["cue"] == "Besorgnis … geäußert")
    assert (row["holder"], row["topic_key"], row["label"], row["value"]) == (
        "Russland (Staat/Regierung, Kreml, Moskau)",
        "T_WEST",
        "AGAINST",
        "-1",
    )
    assert (row["form"], row["explicit"], row["target_words"]) == ("verbal", "yes", "Yerevans Westkurs")


def test_the_workbook_holds_the_same_cells_as_texts_and_numbers(
    exported: Any, gold: Store, tmp_path: Path
) -> None:
    export_file(gold, tmp_path / "out.xlsx", format="statements-xlsx")
    exported(gold, tmp_path, "statements-csv")
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with ZipFile(tmp_path / "out.xlsx") as book:
        assert book.testzip() is None
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    rows = [
        [cell.findtext(f".//{space}t") or cell.findtext(f"{space}v") or "" for cell in row]
        for row in sheet.iter(f"{space}row")
    ]
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        expected = list(csv.reader(file))
    number = expected[0].index("value")
    for row, wanted in zip(rows, expected, strict=True):
        assert row[:number] == wanted[:number]
        assert row[number + 1 :][:3] == wanted[number + 1 :][:3]
    assert [float(row[number]) for row in rows[1:]] == [float(row[number]) for row in expected[1:]]


def test_words_that_no_cell_of_excel_holds_are_cut_and_listed(
    gold: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("statement_table", "workbook"):
        monkeypatch.setattr(f"store.formats.stances.{module}.LONGEST", 60)
    report = export_file(gold, tmp_path / "out.xlsx", format="statements-xlsx")
    cut = [loss for loss in report.losses if loss.kind == "cell"]
    assert 0 < len(cut) < 24
    assert any(loss.start < loss.end for loss in cut)
    with ZipFile(tmp_path / "out.xlsx") as book:
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    texts = sheet.iter("{http://schemas.openxmlformats.org/spreadsheetml/2006/main}t")
    assert max(len(it.text or "") for it in texts) == 60


def test_labels_changed_in_a_spreadsheet_come_back_and_one_that_is_unknown_is_named(
    exported: Any, native: Any, gold: Store, new_store: Callable[..., Store], tmp_path: Path
) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    out = exported(gold, tmp_path, "statements-xlsx").files[0]

    def saved(label: str) -> tuple[Store, ImportReport]:
        book = openpyxl.load_workbook(out)
        column = next(cell.column for cell in book.active[1] if cell.value == "label")
        book.active.cell(row=2, column=column).value = label
        book.save(out)  # as a spreadsheet does: with shared strings and other parts
        store = new_store(f"{label}.lesart")
        return store, import_files(store, [out])

    store, report = saved("NEUTRAL")
    assert report.skipped == ()
    (_, before), (_, after) = native(gold, tmp_path), native(store, tmp_path)
    pairs = zip(before["sets"][0]["stances"], after["sets"][0]["stances"], strict=True)
    assert [b["label"] for a, b in pairs if a != b] == ["NEUTRAL"]
    _, report = saved("PERHAPS")
    assert [(it.reason, it.detail) for it in report.skipped] == [("unknown_reference", "PERHAPS")]


def test_a_workbook_of_statements_without_its_sidecar_or_damaged_is_one_clear_line(
    exported: Any, gold: Store, new_store: Callable[..., Store], tmp_path: Path
) -> None:
    out = exported(gold, tmp_path, "statements-xlsx").files[0]
    data, store = out.read_bytes(), new_store("copy.lesart")
    out.write_bytes(data[: len(data) // 2])
    assert [it.reason for it in import_files(store, [out]).skipped] == ["damaged"]
    out.write_bytes(data)
    (tmp_path / "out.xlsx.sidecar.jsonl").unlink()
    report = import_files(store, [out])
    assert [(it.reason, it.detail) for it in report.skipped] == [("missing_text", "sidecar.jsonl")]
