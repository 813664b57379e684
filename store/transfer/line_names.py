"""The names that spans and stances have within a line of the native format."""

from functools import cached_property, lru_cache
from operator import itemgetter
from typing import Any

Rows = list[tuple[Any, ...]]

_ID = itemgetter(1)


class Line:
    """The names of an article's spans and stances: those of spans in order, and both by row id.

    The latter are made when something refers to one; mostly nothing does.
    """

    def __init__(self, spans: Rows, stances: Rows) -> None:
        self._spans, self._stances = spans, stances
        self.names = iter(_names("s", len(spans)))

    @cached_property
    def spans(self) -> dict[int, str]:
        return dict(zip(map(_ID, self._spans), _names("s", len(self._spans)), strict=True))

    @cached_property
    def stances(self) -> dict[int, str]:
        return dict(zip(map(_ID, self._stances), _names("t", len(self._stances)), strict=True))


@lru_cache(maxsize=512)
def _names(letter: str, count: int) -> tuple[str, ...]:
    return tuple(f"{letter}{i}" for i in range(1, count + 1))
