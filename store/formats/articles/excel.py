"""Excel workbooks (`.xlsx`): the first sheet, below its header row an article a row.

ECMA-376, part 1, 18 (SpreadsheetML). A cell of Excel holds 32,767 characters: a text of exactly that length
was probably cut by the program that wrote it, which is said.
"""

import re
from array import array
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from itertools import islice
from tempfile import SpooledTemporaryFile
from xml.etree.ElementTree import Element

from store.errors import ColumnsUnknown
from store.formats.articles.csv_table import SHOWN, TEXTS
from store.formats.articles.office import OLE, Parts, parts
from store.formats.columns import fields_of, items
from store.formats.markup import name_of, streamed
from store.formats.problems import RecordError, Skipped
from store.formats.protocol import Feature, Item, ReadOptions, Table
from store.formats.sources import Source
from store.formats.stances.statement_table import COLUMNS, statements_of

FULL = 32_767
"""Characters of a cell, at most."""

_MEMORY = 8 << 20
_PART = re.compile(r"PK\x03\x04.{26}xl/", re.DOTALL)
"""A member of the archive: three letters alone stand in one of two hundred others by chance."""

_COLUMN = re.compile(r"[A-Z]+")
_TIME_SIGNS = re.compile(r"[dmyhs]", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_BUILT_IN_DATES = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")

Row = tuple[int, dict[int, str]]
"""The number of a row, and its cells by the number of their column."""


class Excel:
    """`.xlsx` and `.xlsm`."""

    name = "xlsx"
    suffixes = (".xlsx", ".xlsm")
    cannot_hold: tuple[Feature, ...] = (
        "zones", "nesting", "provenance", "rejections", "stances", "answers", "comments", "scheme",
    )  # fmt: skip

    def sniff(self, head: str, suffix: str) -> float:
        """By the names of its parts, which stand in a ZIP archive uncompressed."""
        if head.startswith("PK") and _PART.search(head):
            return 0.95
        return 0.7 if suffix in self.suffixes and head.startswith(("PK", OLE)) else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """An article a row, or statements with their sidecar. Raises ColumnsUnknown for want of a text."""
        with parts(source) as found:
            rows = _rows(found)
            header = _header(rows)
            if set(header.values()) >= set(COLUMNS):
                yield from statements_of(source, options, (_named(header, cells) for _, cells in rows))
                return
            names, fields = _fields(header, options)
            if not TEXTS & set(fields.values()):
                raise ColumnsUnknown(path=str(source.path), columns=names)
            for number, cells in rows:
                row = _named(header, cells)
                if not row:
                    continue
                full = [column for column, text in row.items() if len(text) >= FULL]
                if full:
                    yield number, Skipped(source.name, number, full[0], "cell_cut", str(FULL))
                values = {fields[column]: text for column, text in row.items() if column in fields}
                values.pop("spans", None)
                rest = {column: text for column, text in row.items() if column not in fields}
                yield from items(source.name, number, values, rest, options)

    def table(self, source: Source, options: ReadOptions) -> Table:
        """The header and the first rows."""
        with parts(source) as found:
            rows = _rows(found)
            header = _header(rows)
            first = [cells for _, cells in islice(rows, SHOWN)]
        names, fields = _fields(header, options)
        places = {name: at for at, name in reversed(header.items())}
        shown = tuple(tuple(cells.get(places[name], "") for name in names) for cells in first)
        return Table(tuple(names), fields, shown)


def _named(header: dict[int, str], cells: dict[int, str]) -> dict[str, str]:
    """The cells of a row by the names of their columns."""
    return {header[at]: text for at, text in cells.items() if at in header and text}


def _fields(header: dict[int, str], options: ReadOptions) -> tuple[list[str], dict[str, str]]:
    """The names of the columns, and which of our fields they are."""
    names = list(dict.fromkeys(header.values()))
    present = {field: column for field, column in options.columns.items() if column in names}
    return names, fields_of(names, present, options.beside)


def _header(rows: Iterator[Row]) -> dict[int, str]:
    """The first row that has two cells or more, or the first of all: titles above tables have one."""
    first: dict[int, str] = {}
    for number, cells in rows:
        named = {at: text.strip() for at, text in cells.items() if text.strip()}
        first = first or named
        if len(named) > 1 or number > 20:
            return named or first
    return first


class _Strings:
    """The texts that cells share, which may be those of all articles: in a file beyond `_MEMORY` bytes."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(_MEMORY)  # noqa: SIM115 (closed by `close`)
        self._ends = array("Q", [0])

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, number: int) -> str:
        start, end = self._ends[number : number + 2]
        self._file.seek(start)
        return self._file.read(end - start).decode(errors="surrogatepass")

    def append(self, text: str) -> None:
        self._file.write(text.encode(errors="surrogatepass"))
        self._ends.append(self._file.tell())

    def close(self) -> None:
        self._file.close()


def _rows(found: Parts) -> Iterator[Row]:
    dates = _date_styles(found)
    base = _base(found)
    with closing(_shared_strings(found)) as shared, found.stream(_first_sheet(found)) as stream:
        for _, row, _ in streamed(stream, ("row",)):
            number = int(row.get("r") or 0)
            cells: dict[int, str] = {}
            for at, cell in enumerate(it for it in row if name_of(it) == "c"):
                place = _COLUMN.match(cell.get("r") or "")
                column = _number(place[0]) if place else at
                if text := _value(cell, shared, dates, base):
                    cells[column] = text
            if cells:
                yield number, cells


def _value(cell: Element, shared: _Strings, dates: set[int], base: datetime) -> str:
    kind = cell.get("t") or "n"
    if kind == "inlineStr":
        return _unescaped("".join(it.text or "" for it in cell.iter() if name_of(it) == "t"))
    value = next((it.text or "" for it in cell if name_of(it) == "v"), "")
    if kind == "s":
        if not value.isdigit() or int(value) >= len(shared):
            raise RecordError("", "damaged", f"sharedStrings {value}")
        return shared[int(value)]
    if kind in ("str", "d"):
        return _unescaped(value)
    if kind == "e":
        return ""
    style = cell.get("s") or ""
    if style.isdigit() and int(style) in dates:
        return _moment(value, base)
    return value.removesuffix(".0")


def _moment(value: str, base: datetime) -> str:
    try:
        days = float(value)
        found = base + timedelta(days=days)
    except (ValueError, OverflowError):
        return value
    return (
        (found + timedelta(milliseconds=500)).isoformat(timespec="seconds")
        if days % 1
        else found.date().isoformat()
    )


def _shared_strings(found: Parts) -> _Strings:
    shared = _Strings()
    if found.has("xl/sharedStrings.xml"):
        with found.stream("xl/sharedStrings.xml") as stream:
            for _, string, _ in streamed(stream, ("si", "rPh")):
                if name_of(string) == "si":
                    text = "".join(it.text or "" for it in string.iter() if name_of(it) == "t")
                    shared.append(_unescaped(text))
    return shared


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _date_styles(found: Parts) -> set[int]:
    """Numbers of the cell formats that are dates."""
    if not found.has("xl/styles.xml"):
        return set()
    root = found.tree("xl/styles.xml")
    own = {
        int(it.get("numFmtId") or 0)
        for it in root.findall(".//{*}numFmts/{*}numFmt")
        if _TIME_SIGNS.search(_QUOTED.sub("", it.get("formatCode") or ""))
    }
    formats = root.findall(".//{*}cellXfs/{*}xf")
    return {at for at, it in enumerate(formats) if int(it.get("numFmtId") or 0) in _BUILT_IN_DATES | own}


def _base(found: Parts) -> datetime:
    """Day zero: Excel takes 1900 for a leap year, or counts from 1904."""
    properties = found.tree("xl/workbook.xml").find("{*}workbookPr")
    is_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    return datetime(1904, 1, 1) if is_1904 else datetime(1899, 12, 30)


def _first_sheet(found: Parts) -> str:
    """The part of the sheet that is shown first."""
    sheet = found.tree("xl/workbook.xml").find(".//{*}sheets/{*}sheet")
    wanted = next(
        (value for key, value in (sheet.attrib if sheet is not None else {}).items() if key.endswith("}id")),
        "",
    )
    if found.has("xl/_rels/workbook.xml.rels"):
        for it in found.tree("xl/_rels/workbook.xml.rels"):
            if it.get("Id") == wanted:
                target = it.get("Target") or ""
                return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return "xl/worksheets/sheet1.xml"


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
