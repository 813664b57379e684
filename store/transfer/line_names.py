"""The names that spans and stances have within a line of the native format."""

from functools import cached_property, lru_cache
from itertools import chain
from operator import itemgetter
from typing import Any

Rows = list[tuple[Any, ...]]

_ID, _ID_OF_SPAN = itemgetter(1), itemgetter(4)


class Line:
    """The names of an article's spans and stances: those of spans in order, and both by row id.

    The latter are made when something refers to one; mostly nothing does. `rows` are the spans of each set.
    """

    def __init__(self, rows: dict[int, Rows], stances: Rows) -> None:
        self.rows, self._stances = rows, stances
        self._count = sum(map(len, rows.values()))
        self.names = iter(_names("s", self._count))

    @cached_property
    def spans(self) -> dict[int, str]:
        ids = map(_ID_OF_SPAN, chain.from_iterable(self.rows.values()))
        return dict(zip(ids, _names("s", self._count), strict=True))

    @cached_property
    def stances(self) -> dict[int, str]:
        return dict(zip(map(_ID, self._stances), _names("t", len(self._stances)), strict=True))


@lru_cache(maxsize=512)
def _names(letter: str, count: int) -> tuple[str, ...]:
    return tuple(f"{letter}{i}" for i in range(1, count + 1))
