"""CSV and TSV: a header line, then one article a row, in whatever dialect it comes."""

import csv
from collections.abc import Iterator
from io import StringIO, TextIOWrapper
from itertools import islice

from msgspec import Struct

from store.errors import ColumnsUnknown
from store.formats.columns import fields_of, items
from store.formats.delimited import Lines
from store.formats.problems import Skipped
from store.formats.protocol import Feature, Item, ReadOptions, Table
from store.formats.sources import LIMIT, Source

DELIMITERS = ",;\t|"
SHOWN = 3
"""Rows that are looked at before a table is read."""

TEXTS = {"text", "body", "headline", "lead"}


class Header(Struct, frozen=True):
    """What the first row says: the delimiter, the columns, and which of our fields they are."""

    delimiter: str
    columns: list[str]
    fields: dict[str, str]


class CsvTable:
    """`.csv` and `.tsv`, with a header line."""

    name = "csv"
    suffixes = (".csv", ".tsv")
    cannot_hold: tuple[Feature, ...] = (
        "nesting", "partial_tokens", "provenance", "rejections", "stances", "answers", "comments", "scheme",
    )  # fmt: skip

    def sniff(self, head: str, suffix: str) -> float:
        """By its suffix, and by a first line in which columns of ours stand."""
        if suffix in self.suffixes:
            return 0.7
        return (
            0.3 if suffix != ".txt" and TEXTS & set(header_of(head, ReadOptions()).fields.values()) else 0.0
        )

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """A row that is ragged or badly quoted is skipped. Line ends inside a quoted text stay as they are.

        Raises ColumnsUnknown if no column can be the text.
        """
        csv.field_size_limit(LIMIT)
        header = header_of(source.head(), options)
        if not TEXTS & set(header.fields.values()):
            raise ColumnsUnknown(path=str(source.path), columns=header.columns)
        with source.stream() as stream:
            rows = _rows(stream, source, header.delimiter)
            next(rows, None)
            for number, row in rows:
                if isinstance(row, Skipped):
                    yield number, row
                else:
                    yield from _items(source.name, number, row, header, options)

    def table(self, source: Source, options: ReadOptions) -> Table:
        """The header and the first rows."""
        csv.field_size_limit(LIMIT)
        header = header_of(source.head(), options)
        with source.stream() as stream:
            rows = (row for _, row in _rows(stream, source, header.delimiter) if not isinstance(row, Skipped))
            first = tuple(tuple(row) for row in islice(rows, 1, 1 + SHOWN))
        return Table(tuple(header.columns), header.fields, first)


def header_of(head: str, options: ReadOptions) -> Header:
    """The delimiter under which most columns of the first row are ours, else the one that makes most."""
    found = [_split(head, delimiter, options) for delimiter in DELIMITERS]
    return max(found, key=lambda header: (len(header.fields), len(header.columns)))


def _split(head: str, delimiter: str, options: ReadOptions) -> Header:
    try:
        columns = next(
            csv.reader(StringIO(head.lstrip("\r\n"), newline=""), delimiter=delimiter), list[str]()
        )
    except csv.Error:
        columns = []
    columns = [column.strip() for column in columns]
    present = {field: column for field, column in options.columns.items() if column in columns}
    return Header(delimiter, columns, fields_of(columns, present, options.beside))


def _rows(stream: TextIOWrapper, source: Source, delimiter: str) -> Iterator[tuple[int, list[str] | Skipped]]:
    """Rows with the line they begin in; blank lines are passed over."""
    lines = Lines(stream)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        lines.row()
        number = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            cut = "end of data" in str(error)
            yield number, Skipped(source.name, number, "", "half_written" if cut else "quoting", str(error))
            continue
        except UnicodeDecodeError:
            yield number, Skipped(source.name, number, "", "encoding_unknown")
            return
        if row:
            yield number, row


def _items(path: str, number: int, row: list[str], header: Header, options: ReadOptions) -> Iterator[Item]:
    if len(row) != len(header.columns):
        yield number, Skipped(path, number, "", "columns", f"{len(row)} / {len(header.columns)}")
        return
    cells = dict(zip(header.columns, row, strict=True))
    values = {header.fields[column]: cell for column, cell in cells.items() if column in header.fields}
    rest = {column: cell for column, cell in cells.items() if column not in header.fields and cell}
    values.pop("spans", None)
    yield from items(path, number, values, rest, options)
