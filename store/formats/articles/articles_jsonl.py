"""Other people's JSON: one article a line, or an array of articles, or one answer of a news service; columns
mapped by name, `[start, end, label]` ranges taken over.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, cast

import msgspec

from store.formats.articles.csv_table import SHOWN
from store.formats.columns import article, fields_of
from store.formats.json_lines import SUFFIXES
from store.formats.json_values import decoded_values
from store.formats.problems import RecordError, Skipped
from store.formats.protocol import Feature, Item, ReadOptions, Table
from store.formats.records import LabelledRange
from store.formats.sources import Source

_OBJECTS = re.compile(r"\s*(\[\s*)?\{")
_TEXTS = ("text", "body", "content", "headline", "fulltext")
_DEEPEST = 3
_with_ranges = msgspec.json.Decoder(dict[str, list[LabelledRange] | str | int | float | bool | None]).decode
_of_any_kind = msgspec.json.Decoder(dict[str, Any]).decode


def _decode(line: bytes) -> dict[str, Any]:
    """A line's columns. Ranges are made tuples at once, a third faster; other lists and objects are rare."""
    try:
        return _with_ranges(line)
    except msgspec.ValidationError:
        return _of_any_kind(line)


class ArticlesJsonl:
    """`.jsonl`, `.ndjson` and `.json` with columns such as text (or headline, lead and body), title, date,
    outlet, spans.

    Objects in objects are columns with a dot ("source.name"). An object without a text that holds a list of
    objects, as answers of news services do, is that list.
    """

    name = "articles"
    suffixes = SUFFIXES
    cannot_hold: tuple[Feature, ...] = (
        "provenance",
        "rejections",
        "stances",
        "answers",
        "comments",
        "scheme",
    )

    def sniff(self, head: str, suffix: str) -> float:
        """Lines that begin like objects, or a list of some."""
        if not _OBJECTS.match(head):
            return 0.0
        return 0.8 if suffix in SUFFIXES else 0.4

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """An article a value; one with one wrong offset or type is skipped as a whole."""
        known: dict[tuple[str, ...], dict[str, str]] = {}
        for number, value in decoded_values(source, _decode):
            if isinstance(value, Skipped):
                yield number, value
                continue
            for row in _rows(value):
                columns = tuple(row)
                if columns not in known:
                    known[columns] = fields_of(columns, options.columns, options.beside)
                yield from _items(source.name, number, row, fields=known[columns], options=options)

    def table(self, source: Source, options: ReadOptions) -> Table:
        """The columns of the first objects; what is no text is shown as JSON."""
        values = decoded_values(source, msgspec.json.Decoder(dict[str, Any]).decode)
        found = (row for _, value in values if not isinstance(value, Skipped) for row in _rows(value))
        first = list(islice(found, SHOWN))
        columns = tuple(dict.fromkeys(column for row in first for column in row))
        present = {field: column for field, column in options.columns.items() if column in columns}
        shown = tuple(tuple(_shown(row.get(column)) for column in columns) for row in first)
        return Table(columns, fields_of(columns, present, options.beside), shown)


def _shown(value: Any) -> str:
    return "" if value is None else value if isinstance(value, str) else msgspec.json.encode(value).decode()


def _rows(value: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The objects that may be articles."""
    if any(isinstance(item, dict | list) for item in value.values()):
        inner = None if any(isinstance(value.get(name), str) for name in _TEXTS) else _list_in(value)
        yield from map(_flat, inner or [value])
    else:
        yield value


def _list_in(value: dict[str, Any]) -> list[dict[str, Any]] | None:
    """The first list of objects, the least deep one."""
    level: list[Any] = [value]
    for _ in range(_DEEPEST):
        level = [item for holder in level for item in holder.values()]
        for item in level:
            if (
                isinstance(item, list)
                and item
                and all(isinstance(it, dict) for it in cast("list[Any]", item))
            ):
                return cast("list[dict[str, Any]]", item)
        level = [item for item in level if isinstance(item, dict)]
    return None


def _flat(value: dict[str, Any]) -> dict[str, Any]:
    """Objects in objects as columns with a dot, as deep as news services nest them."""
    for _ in range(_DEEPEST):
        if not any(isinstance(item, dict) for item in value.values()):
            break
        flat: dict[str, Any] = {}
        for column, item in value.items():
            if isinstance(item, dict):
                inner = cast("dict[str, Any]", item)
                flat.update({f"{column}.{name}": it for name, it in inner.items()})
            else:
                flat[column] = item
        value = flat
    return value


def _items(
    path: str, number: int, row: dict[str, Any], *, fields: dict[str, str], options: ReadOptions
) -> Iterator[Item]:
    values = {field: row[column] for column, field in fields.items() if column in row}
    rest = {column: value for column, value in row.items() if column not in fields and value is not None}
    try:
        record, unread = article(values, rest, options=options, ranges=_ranges(values.get("spans")))
    except RecordError as problem:
        yield number, problem.at(path, number)
        return
    if unread:
        yield number, Skipped(path, number, "date", "date_unread", unread)
    yield number, record


def _ranges(value: Any) -> list[LabelledRange]:
    if not value or isinstance(value[0], tuple):  # these are decoded and checked already
        return value or []
    try:
        return msgspec.convert(value, list[LabelledRange])
    except msgspec.ValidationError as error:
        raise RecordError("spans", "wrong_type", str(error)) from error
