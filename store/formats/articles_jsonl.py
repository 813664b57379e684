"""Other people's JSON Lines: one article a line, its columns mapped by name, `[start, end, label]` ranges
taken over.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from store.formats.columns import LabelledRange, article, fields_of
from store.formats.json_lines import SUFFIXES, decoded_lines
from store.formats.problems import RecordError, Skipped
from store.formats.protocol import Feature, Item, ReadOptions
from store.formats.sources import Source


class ArticlesJsonl:
    """`.jsonl` and `.ndjson` with columns such as text (or headline, lead and body), title, date, outlet,
    spans.
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
        """Lines that begin like objects."""
        if not head.lstrip().startswith("{"):
            return 0.0
        return 0.8 if suffix in SUFFIXES else 0.4

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """An article a line; a line with one wrong offset or type is skipped as a whole."""
        decoder = msgspec.json.Decoder(dict[str, Any])
        known: dict[tuple[str, ...], dict[str, str]] = {}
        for number, row in decoded_lines(source, decoder.decode):
            if isinstance(row, Skipped):
                yield number, row
                continue
            columns = tuple(row)
            if columns not in known:
                known[columns] = fields_of(columns, options.columns)
            fields = known[columns]
            yield from _items(source.name, number, row, fields=fields, options=options)


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
    if value is None:
        return []
    try:
        return msgspec.convert(value, list[LabelledRange])
    except msgspec.ValidationError as error:
        raise RecordError("spans", "wrong_type", str(error)) from error
