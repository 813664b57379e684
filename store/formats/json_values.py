"""JSON in any layout as a stream of values: JSON Lines, an array, or one object over many lines.

Of an array one element at a time is in memory, however long the file is.
"""

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

from store.formats.json_lines import decoded, decoded_lines
from store.formats.problems import Skipped
from store.formats.sources import LIMIT, Source

T = TypeVar("T")

_ARRAY = re.compile(r"\s*\[")
_OBJECT_OVER_LINES = re.compile(r"\s*\{\s*\n")
_STRUCTURE = re.compile(r"[\[\]{}\"]")
_STRING_END = re.compile(r"[\"\\]")
_JUNK = re.compile(r"[^\s,\ufeff]")
_PIECE = 1 << 16
_TOLD = 40
"""Characters of junk that are told."""


def decoded_values(source: Source, decode: Callable[[bytes], T]) -> Iterator[tuple[int, T | Skipped]]:
    """Each value with the line it begins in, or what is wrong with it.

    A file that begins with "[" is an array, one whose first line is "{" alone holds objects over many lines;
    everything else is read line by line.
    """
    head = source.head()
    if _ARRAY.match(head):
        yield from _decoded(source, decode, depth=1)
    elif _OBJECT_OVER_LINES.match(head):
        yield from _decoded(source, decode, depth=0)
    else:
        yield from decoded_lines(source, decode)


def _decoded(
    source: Source, decode: Callable[[bytes], T], *, depth: int
) -> Iterator[tuple[int, T | Skipped]]:
    splitter = Splitter(depth)
    with source.stream() as stream:
        try:
            while piece := stream.read(_PIECE):
                for line, value in splitter.feed(piece):
                    yield decoded(source.name, line, value, decode)
                yield from _junk(source, splitter)
        except UnicodeDecodeError:
            yield splitter.line, Skipped(source.name, splitter.line, "", "encoding_unknown")
            return
    if splitter.is_inside:
        yield splitter.began, Skipped(source.name, splitter.began, "", "half_written")


def _junk(source: Source, splitter: "Splitter") -> Iterator[tuple[int, Skipped]]:
    for line, words in splitter.junk:
        yield line, Skipped(source.name, line, "", "junk", words)
    splitter.junk.clear()


class Splitter:
    """Cuts a text that comes in pieces into the objects and arrays that lie `depth` levels deep in it.

    `line` counts from 1, `began` is the line of the value under way. `junk` is what stands between two values
    or behind the last and is none (line, beginning): whoever feeds takes it out.
    """

    def __init__(self, depth: int) -> None:
        self.line = 1
        self.began = 1
        self.junk: list[tuple[int, str]] = []
        self._top = depth
        self._depth = 0
        self._in_string = False
        self._escaped = False
        self._parts: list[str] = []
        self._size = 0
        self._is_told = False

    @property
    def is_inside(self) -> bool:
        """Whether the text may not end here."""
        return self._depth > 0 or self._in_string

    def feed(self, piece: str) -> Iterator[tuple[int, str | None]]:
        """Values that end in this piece with the lines they began in; None for one that is too long."""
        at = start = between = 0
        counted = 0
        if self._escaped:
            at, self._escaped = 1, False
        while at < len(piece):
            match = (_STRING_END if self._in_string else _STRUCTURE).search(piece, at)
            if match is None:
                break
            at = match.end()
            sign = match[0]
            is_junk = sign == '"' or (sign in "]}" and self._depth == 0)
            self._tell(piece, between, at if is_junk else match.start(), counted)
            between = at
            if sign == "\\":
                self._escaped = at == len(piece)
                at += 1
            elif sign == '"':
                self._in_string = not self._in_string
            elif sign in "[{":
                if self._depth == self._top:
                    self._is_told = False
                    self.line += piece.count("\n", counted, match.start())
                    self.began, counted, start = self.line, match.start(), match.start()
                self._depth += 1
            elif self._depth:
                self._depth -= 1
                if self._depth == self._top:
                    self._keep(piece[start:at])
                    yield self.began, "".join(self._parts) if self._size <= LIMIT else None
                    self._parts, self._size = [], 0
        self._tell(piece, between, len(piece), counted)
        self.line += piece.count("\n", counted)
        if self._depth > self._top:
            self._keep(piece[start:])

    def _tell(self, piece: str, start: int, end: int, counted: int) -> None:
        """Note what stands between two values, once for each pair of them."""
        if self._is_told or self._in_string or self._depth > self._top:
            return
        if found := _JUNK.search(piece, start, end):
            self._is_told = True
            line = self.line + piece.count("\n", counted, found.start())
            self.junk.append((line, piece[found.start() : found.start() + _TOLD].splitlines()[0].rstrip()))

    def _keep(self, text: str) -> None:
        """Remember a part of the value under way, as long as it is not too long."""
        self._size += len(text)
        if self._size <= LIMIT:
            self._parts.append(text)
        else:
            self._parts = []
