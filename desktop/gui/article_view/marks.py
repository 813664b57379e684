"""The boxes of a page: own spans, mentions and suggestions in one shape, found by id and by place."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from operator import attrgetter
from typing import Literal

from msgspec import Struct

from store.values import Rejection, Span, Suggestion, Withheld

Look = Literal["own", "unsure", "mention", "suggestion", "rejected"]
"""Each look has a shape of its own: solid, solid with "~" and waves at the foot, dotted underline, dashed
with "?" (or "↻" where it was decided before), a dotted box with its label struck out.
"""

_start = attrgetter("start")


Key = tuple[bool, int]
"""Names a mark: whether it is a suggestion, and its id."""

NOT_THERE = -1
"""The id of a box that stands for no row yet: it is seen, but cannot be taken in hand."""


class Mark(Struct, frozen=True):
    """One box. `id` is a span's, or that of a suggestion to decide, which may have a `score` (0…1); that of
    a rejected one names nothing. `remembered`: earlier decisions suggest it, or (rejected) speak against it.

    The range is in code points.
    """

    id: int
    start: int
    end: int
    label: str | None
    look: Look
    score: float | None = None
    remembered: bool = False

    @property
    def is_suggestion(self) -> bool:
        """Whether `id` names a suggestion rather than an own span."""
        return self.look == "suggestion"

    @property
    def key(self) -> Key:
        """What stays the same when its edges, label or look change."""
        return self.is_suggestion, self.id


Source = Span | Suggestion | Rejection | Withheld
"""What has a box."""


def mark_of(item: Source) -> Mark:
    """The box of a span, a suggestion or a refusal."""
    if isinstance(item, Withheld):
        return Mark(-2 - item.start, item.start, item.end, item.label, "rejected", remembered=True)
    if isinstance(item, Rejection):
        return Mark(-2 - item.start, item.start, item.end, item.label, "rejected")
    if isinstance(item, Suggestion):
        known = item.evidence is not None
        return Mark(item.id, item.start, item.end, item.label, "suggestion", item.score, known)
    look: Look = "mention" if item.label is None else "unsure" if item.unsure else "own"
    return Mark(item.id, item.start, item.end, item.label, look)


class MarkList:
    """The boxes of one kind in text order; an update costs little more than comparing two tuples."""

    def __init__(self, source: Sequence[Source] = ()) -> None:
        self._source = source
        self.items: Sequence[Mark] = [mark_of(item) for item in source]
        self._longest = max((mark.end - mark.start for mark in self.items), default=0)

    def updated(self, source: Sequence[Source]) -> tuple["MarkList", list[Mark], list[Mark]]:
        """The list for a later page, with the marks that went and those that came."""
        head, tail = _common(self._source, source)
        gone = self.items[head : len(self.items) - tail]
        came = [mark_of(item) for item in source[head : len(source) - tail]]
        made = MarkList()
        made._source = source
        made.items = [*self.items[:head], *came, *self.items[len(self.items) - tail :]]
        made._longest = max(self._longest, *(mark.end - mark.start for mark in came), 0)
        return made, [mark for mark in gone if mark not in came], [mark for mark in came if mark not in gone]

    def find(self, mark_id: int | None, *, near: int | None = None) -> Mark | None:
        """The mark with this id; found at once where it begins at `near`."""
        if mark_id is None:
            return None
        if near is not None and (found := self._starting(mark_id, near)) is not None:
            return self.items[found]
        return next((mark for mark in self.items if mark.id == mark_id), None)

    def exactly(self, start: int, end: int) -> Mark | None:
        """The first mark with this very range."""
        return next((mark for mark in self.at(start) if (mark.start, mark.end) == (start, end)), None)

    def at(self, position: int) -> list[Mark]:
        """The marks that hold the code point at `position`, innermost first."""
        return sorted(self._reaching(position, position + 1), key=lambda mark: mark.end - mark.start)

    def meeting(self, start: int, end: int) -> list[Mark]:
        """The marks that share a character with `[start, end)`, in text order."""
        return list(self._reaching(start, end))

    def _reaching(self, start: int, end: int) -> Iterator[Mark]:
        first = bisect_left(self.items, start - self._longest, key=_start)
        last = bisect_left(self.items, end, key=_start)
        return (self.items[i] for i in range(first, last) if self.items[i].end > start)

    def onward(self, mark: Mark | None, position: int) -> Iterator[Mark]:
        """All marks once: those behind `mark` (without one: from `position` on), then from the beginning."""
        i = self._index(mark)
        first = bisect_left(self.items, position, key=_start) if i is None else i + 1
        return (self.items[k] for k in chain(range(first, len(self.items)), range(first)))

    def backward(self, mark: Mark | None, position: int) -> Iterator[Mark]:
        """The same the other way: those before `mark` (without one: before `position`), then from the end."""
        i = self._index(mark)
        last = bisect_left(self.items, position, key=_start) if i is None else i
        size = len(self.items)
        return (self.items[k] for k in chain(range(last - 1, -1, -1), range(size - 1, last - 1, -1)))

    def number(self, mark: Mark) -> int | None:
        """Its place in the list, from 1."""
        i = self._index(mark)
        return None if i is None else i + 1

    def _index(self, mark: Mark | None) -> int | None:
        return None if mark is None else self._starting(mark.id, mark.start)

    def _starting(self, mark_id: int, start: int) -> int | None:
        first = bisect_left(self.items, start, key=_start)
        last = bisect_right(self.items, start, key=_start)
        return next((i for i in range(first, last) if self.items[i].id == mark_id), None)


def _common(old: Sequence[object], new: Sequence[object]) -> tuple[int, int]:
    """How many items are equal at the beginning and, of the rest, at the end."""
    limit = min(len(old), len(new))
    head = _longest_same(limit, lambda a, b: old[a:b] == new[a:b])
    ends = len(old), len(new)
    tail = _longest_same(
        limit - head, lambda a, b: old[ends[0] - b : ends[0] - a] == new[ends[1] - b : ends[1] - a]
    )
    return head, tail


def _longest_same(limit: int, same: Callable[[int, int], bool]) -> int:
    """The largest n up to `limit` with all of `[0, n)` the same, by halving: slices compare fast."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if same(low, middle):
            low = middle
        else:
            high = middle - 1
    return low
