"""Parquet, read batch by batch with pyarrow where it is installed: an article a row."""

from collections.abc import Iterator
from importlib import import_module
from itertools import islice
from typing import Any

from store.errors import ColumnsUnknown, ExtraMissing
from store.formats.articles.csv_table import SHOWN, TEXTS
from store.formats.columns import fields_of, items
from store.formats.problems import RecordError
from store.formats.protocol import Feature, Item, ReadOptions, Table
from store.formats.sources import Source

_BATCH = 32
"""Rows that are in memory as Python's objects; they may be long."""


class ParquetTable:
    """`.parquet` with columns of text."""

    name = "parquet"
    suffixes = (".parquet",)
    cannot_hold: tuple[Feature, ...] = (
        "zones", "nesting", "provenance", "rejections", "stances", "answers", "comments", "scheme",
    )  # fmt: skip

    def sniff(self, head: str, suffix: str) -> float:
        """By its first four bytes."""
        return 0.9 if head.startswith("PAR1") else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """Numbers, days and times as text. Raises ColumnsUnknown, and ExtraMissing without pyarrow."""
        for number, row in enumerate(_rows(source), 1):
            present = {field: column for field, column in options.columns.items() if column in row}
            fields = fields_of(row, present, options.beside)
            if not TEXTS & set(fields.values()):
                raise ColumnsUnknown(path=str(source.path), columns=list(row))
            values = {fields[column]: value for column, value in row.items() if column in fields}
            values.pop("spans", None)
            rest = {
                column: value for column, value in row.items() if column not in fields and value is not None
            }
            yield from items(source.name, number, values, rest, options)

    def table(self, source: Source, options: ReadOptions) -> Table:
        """The columns and the first rows."""
        rows = list(islice(_rows(source), SHOWN))
        columns = tuple(rows[0]) if rows else ()
        present = {field: column for field, column in options.columns.items() if column in columns}
        shown = tuple(tuple("" if it is None else str(it) for it in row.values()) for row in rows)
        return Table(columns, fields_of(columns, present, options.beside), shown)


def _rows(source: Source) -> Iterator[dict[str, Any]]:
    try:
        arrow: Any = import_module("pyarrow")
        parquet: Any = import_module("pyarrow.parquet")
    except ImportError as error:
        raise ExtraMissing(package="pyarrow", extra="parquet") from error
    with source.open() as file:
        try:
            for batch in parquet.ParquetFile(file).iter_batches(batch_size=_BATCH):
                for row in batch.to_pylist():
                    yield {column: _plain(value) for column, value in row.items()}
        except (arrow.ArrowException, OSError) as error:
            raise RecordError("", "damaged", str(error).splitlines()[0][:200]) from error


def _plain(value: Any) -> Any:
    """What JSON can hold: a day as 2024-05-08, bytes not at all."""
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, list):
        return [_plain(item) for item in value]  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, bytes):
        return None
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
