"""The algebra of ranges: what overlaps, nests and crosses, how it is stacked, and how two readings differ.

Ranges are half-open and not empty; everything here takes pairs `(start, end)` or anything with both (Span,
Suggestion, Zone, StancePart). Units are code points, except in `lanes`, which takes any numbers.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import accumulate
from typing import Generic, Protocol, TypeVar
from unicodedata import category

from msgspec import Struct

from store.offsets import Range, graphemes


class HasRange(Protocol):
    """Anything with a start and an end."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Labelled(HasRange, Protocol):
    """A range that somebody labelled."""

    @property
    def label(self) -> str | None: ...
    @property
    def form(self) -> str: ...


R = TypeVar("R", bound=Range | HasRange)
L = TypeVar("L", bound=Labelled)
M = TypeVar("M", bound=Labelled)


def bounds(item: Range | HasRange) -> Range:
    """The plain pair of a range."""
    return item if isinstance(item, tuple) else (item.start, item.end)


def overlap(a: Range | HasRange, b: Range | HasRange) -> int:
    """How many code points both hold; 0 where they only touch."""
    (a_start, a_end), (b_start, b_end) = bounds(a), bounds(b)
    return max(0, min(a_end, b_end) - max(a_start, b_start))


def contains(outer: Range | HasRange, inner: Range | HasRange) -> bool:
    """Whether `inner` lies in `outer` (equal ranges contain each other)."""
    (start, end), (inner_start, inner_end) = bounds(outer), bounds(inner)
    return start <= inner_start and inner_end <= end


def crosses(a: Range | HasRange, b: Range | HasRange) -> bool:
    """Whether they overlap and neither contains the other."""
    return overlap(a, b) > 0 and not contains(a, b) and not contains(b, a)


def at(ranges: Iterable[R], position: int) -> list[R]:
    """Those that hold the code point at `position`, innermost (shortest) first, else in their order."""
    here = [item for item in ranges if bounds(item)[0] <= position < bounds(item)[1]]
    return sorted(here, key=_length)


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


# --- Two readings ------------------------------------------------------------------------


class Difference(Struct, Generic[L, M], frozen=True):
    """How reading `b` differs from reading `a`; every span of both is in exactly one list, in text order.

    `same`: equal range, label and form. `changed_label`: equal range, another label or form. `changed_range`:
    equal label and form, overlapping ranges. What differs in both is in `only_a` and `only_b`.
    """

    same: list[tuple[L, M]]
    changed_label: list[tuple[L, M]]
    changed_range: list[tuple[L, M]]
    only_a: list[L]
    only_b: list[M]


def difference(a: Iterable[L], b: Iterable[M]) -> Difference[L, M]:
    """Pairs the spans of two readings one to one.

    Equal ones first, then equal ranges, then, of equal label and form, the ranges that share most code points
    (of as many, the earlier).
    """
    same, a, b = _paired(sorted(a, key=bounds), sorted(b, key=bounds), key=_content)
    changed_label, a, b = _paired(a, b, key=bounds)
    changed_range, a, b = _paired_by_overlap(a, b)
    return Difference(same, changed_label, changed_range, a, b)


def _paired(
    a: list[L], b: list[M], *, key: Callable[[Labelled], object]
) -> tuple[list[tuple[L, M]], list[L], list[M]]:
    """Pairs of equal key, and what is left of both; all in order."""
    waiting: dict[object, list[int]] = {}
    for k in reversed(range(len(b))):
        waiting.setdefault(key(b[k]), []).append(k)
    partners = [partners.pop() if (partners := waiting.get(key(item))) else None for item in a]
    return _parted(a, b, partners)


def _paired_by_overlap(a: list[L], b: list[M]) -> tuple[list[tuple[L, M]], list[L], list[M]]:
    candidates = [
        (-overlap(a[i], b[k]), i, k)
        for i, k in _meetings(a, b)
        if (a[i].label, a[i].form) == (b[k].label, b[k].form)
    ]
    partners: list[int | None] = [None] * len(a)
    gone: set[int] = set()
    for _, i, k in sorted(candidates):
        if partners[i] is None and k not in gone:
            partners[i] = k
            gone.add(k)
    return _parted(a, b, partners)


def _parted(a: list[L], b: list[M], partners: list[int | None]) -> tuple[list[tuple[L, M]], list[L], list[M]]:
    pairs = [(item, b[k]) for item, k in zip(a, partners, strict=True) if k is not None]
    gone = set(partners)
    left_a = [item for item, k in zip(a, partners, strict=True) if k is None]
    return pairs, left_a, [item for k, item in enumerate(b) if k not in gone]


def _meetings(a: Sequence[HasRange], b: Sequence[HasRange]) -> Iterator[tuple[int, int]]:
    """Indexes of every two that overlap, one of each side: a sweep from left to right."""
    sides = (a, b)
    begun: tuple[list[int], list[int]] = ([], [])
    starts = sorted((item.start, side, i) for side in (0, 1) for i, item in enumerate(sides[side]))
    for start, side, i in starts:
        other = 1 - side
        begun[other][:] = [k for k in begun[other] if sides[other][k].end > start]
        begun[side].append(i)
        yield from ((i, k) if side == 0 else (k, i) for k in begun[other])


def _length(item: Range | HasRange) -> int:
    start, end = bounds(item)
    return end - start


def _content(item: Labelled) -> tuple[int, int, str | None, str]:
    return (item.start, item.end, item.label, item.form)


# --- The same words elsewhere ------------------------------------------------------------

_UNSPACED = re.compile(
    "[\u0e00-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u19e0-\u1aaf\u2e80-\u31ff\u3400-\u4dbf\u4e00-\ua4cf"
    "\ua960-\ua97f\ua9e0-\ua9ff\uaa60-\uaa7f\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc\U0001aff0-\U0001b16f"
    "\U00020000-\U0003ffff]"
)
"""Thai, Lao, Tibetan, Burmese, Khmer, Tai, Chinese, Japanese, Yi; and Korean, which writes particles on."""


def occurrences(text: str, surface: str, taken: Iterable[Range | HasRange] = ()) -> list[Range]:
    """Where `surface` stands as whole words, from the left, overlapping neither `taken` nor one another.

    Exact, code point by code point. A word ends where no letter, digit, mark or underscore goes on; soft
    hyphens and joiners go on. In scripts that write no spaces every occurrence counts that cuts no grapheme.
    """
    blocked = sorted(bounds(item) for item in taken)
    starts = [start for start, _ in blocked]
    reach = list(accumulate((end for _, end in blocked), max))
    found: list[Range] = []
    start = text.find(surface) if surface else -1
    while start >= 0:
        end = start + len(surface)
        before = bisect_left(starts, end)
        is_free = not before or reach[before - 1] <= start
        if fits := is_free and is_border(text, start) and is_border(text, end):
            found.append((start, end))
        start = text.find(surface, end if fits else start + 1)
    return found


def is_border(text: str, position: int) -> bool:
    """Whether a word may start or end here (see `occurrences`)."""
    pair = text[max(0, position - 1) : position + 1]
    if len(pair) < 2 or not all(map(_goes_on, pair)):
        return True
    return bool(_UNSPACED.search(pair)) and len(graphemes(pair)) == 3


def _goes_on(character: str) -> bool:
    return character.isalnum() or character in "_\u00ad\u200c\u200d" or category(character).startswith("M")
