"""Lines and rows of text that comes as a stream, none of them longer than `LIMIT`."""

import csv
from collections.abc import Iterator
from io import TextIOWrapper
from typing import Any

from store.formats.problems import RecordError
from store.formats.sources import LIMIT, Source


def lines_of(stream: TextIOWrapper) -> Iterator[str]:
    """The lines of a stream with their ends. Raises RecordError for one that is too long."""
    while line := stream.readline(LIMIT):
        if len(line) == LIMIT and not line.endswith(("\n", "\r")):
            raise RecordError("", "too_long", str(LIMIT))
        yield line


def named_rows(source: Source, *, delimiter: str = ",") -> Iterator[dict[Any, Any]]:
    """The rows of a table with a header, as `csv.DictReader` gives them. Raises RecordError."""
    csv.field_size_limit(LIMIT)
    with source.stream() as stream:
        try:
            yield from csv.DictReader(lines_of(stream), delimiter=delimiter)
        except csv.Error as error:
            raise RecordError("", "quoting", str(error)) from error
