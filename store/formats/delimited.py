"""Lines and rows of text that comes as a stream, none of them longer than `LIMIT`."""

import csv
from collections.abc import Iterator
from io import TextIOWrapper
from typing import Any, Self

from store.formats.problems import RecordError
from store.formats.sources import LIMIT, Source


class Lines:
    """The lines of a stream with their ends. Raises RecordError for a line that is too long, and for lines
    that are so together: all since `row`, as a quoted cell goes over many.
    """

    def __init__(self, stream: TextIOWrapper) -> None:
        self._stream = stream
        self._size = 0

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> str:
        line = self._stream.readline(LIMIT)
        if not line:
            raise StopIteration
        self._size += len(line)
        if self._size > LIMIT or (len(line) == LIMIT and not line.endswith(("\n", "\r"))):
            raise RecordError("", "too_long", str(LIMIT))
        return line

    def row(self) -> None:
        """A row begins."""
        self._size = 0


def named_rows(source: Source, *, delimiter: str = ",") -> Iterator[dict[Any, Any]]:
    """The rows of a table with a header, as `csv.DictReader` gives them. Raises RecordError."""
    csv.field_size_limit(LIMIT)
    with source.stream() as stream:
        lines = Lines(stream)
        try:
            for row in csv.DictReader(lines, delimiter=delimiter):
                lines.row()
                yield row
        except csv.Error as error:
            raise RecordError("", "quoting", str(error)) from error
