"""The algebra of ranges: what overlaps, how it is stacked, and what stays where only one has room.

Ranges are half-open and not empty; everything here takes pairs `(start, end)` or anything with both (Span,
Suggestion, Zone, StancePart). Units are code points, except in `lanes`, which takes any numbers.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from heapq import heappop, heappush
from typing import Protocol, TypeVar

from store.offsets import Range


class HasRange(Protocol):
    """Anything with a start and an end."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


R = TypeVar("R", bound=Range | HasRange)


def bounds(item: Range | HasRange) -> Range:
    """The plain pair of a range."""
    return item if isinstance(item, tuple) else (item.start, item.end)


def overlap(a: Range | HasRange, b: Range | HasRange) -> int:
    """How many code points both hold; 0 where they only touch."""
    (a_start, a_end), (b_start, b_end) = bounds(a), bounds(b)
    return max(0, min(a_end, b_end) - max(a_start, b_start))


def levels(ranges: Sequence[Range | HasRange]) -> list[int]:
    """How many boxes each range has to be drawn around: 0 innermost, else 1 + the highest level it overlaps.

    Only shorter ranges count; of two of one length the one that starts earlier (or comes first) is inner.
    """
    pairs = [bounds(item) for item in ranges]
    index = {border: i for i, border in enumerate(sorted({border for pair in pairs for border in pair}))}
    # Height already reached between each border and the next; short ranges touch few of them.
    heights = [-1] * len(index)
    result = [0] * len(pairs)
    for i in sorted(range(len(pairs)), key=lambda i: (_length(pairs[i]), pairs[i])):
        first, last = index[pairs[i][0]], index[pairs[i][1]]
        result[i] = level = max(heights[first:last]) + 1
        heights[first:last] = [level] * (last - first)
    return result


def lanes(intervals: Sequence[tuple[float, float]]) -> list[int]:
    """A lane for each visual interval, so that none overlaps another of its lane. O(n log n).

    From the left, each takes the lowest lane that is free, hence there are as few lanes as can be. Intervals
    that only touch may share one.
    """
    result = [0] * len(intervals)
    taken: list[tuple[float, int]] = []
    free: list[int] = []
    for i in sorted(range(len(intervals)), key=lambda i: intervals[i][0]):
        left, right = intervals[i]
        while taken and taken[0][0] <= left:
            heappush(free, heappop(taken)[1])
        result[i] = heappop(free) if free else len(taken)
        heappush(taken, (right, result[i]))
    return result


def longest_only(ranges: Iterable[R]) -> list[R]:
    """The ranges without overlaps: the longest first, of the same length the earlier, each that still fits.

    In text order; the order in which a format that holds no nesting (BIO) would keep them.
    """
    return _fitting(sorted(ranges, key=lambda item: (-_length(item), bounds(item))))


def shortest_only(ranges: Iterable[R]) -> list[R]:
    """The same with the shortest first: of nested ranges the innermost stay."""
    return _fitting(sorted(ranges, key=lambda item: (_length(item), bounds(item))))


def _fitting(ranges: Iterable[R]) -> list[R]:
    """Each range that overlaps none before it, in text order."""
    kept: list[Range] = []
    items: dict[Range, R] = {}
    for item in ranges:
        start, end = pair = bounds(item)
        i = bisect_left(kept, pair)
        if (i == 0 or kept[i - 1][1] <= start) and (i == len(kept) or end <= kept[i][0]):
            kept.insert(i, pair)
            items[pair] = item
    return [items[pair] for pair in kept]


def _length(item: Range | HasRange) -> int:
    start, end = bounds(item)
    return end - start
