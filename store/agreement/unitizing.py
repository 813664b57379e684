"""Krippendorff's alpha for unitizing: do the coders mark the same stretches of a continuum?

Source: Krippendorff 2004, "Measuring the reliability of qualitative text analysis data" (and 1995), with the
expected disagreement of 2004. Ranges are half-open, in any unit that does not vary (code points here).
"""

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Sequence
from fractions import Fraction
from itertools import accumulate, permutations

from msgspec import Struct

Range = tuple[int, int]
Unit = tuple[int, int, Hashable]
"""Start, end and category."""


class Unitized(Struct, frozen=True):
    """Alpha over all categories, and its disagreements and alpha for each; None: not defined."""

    value: Fraction | None
    observed: dict[Hashable, Fraction]
    expected: dict[Hashable, Fraction]

    def of(self, category: Hashable) -> Fraction | None:
        """The alpha of one category."""
        return _alpha(self.observed[category], self.expected[category])


class _Segment(Struct, frozen=True):
    start: int
    end: int
    is_unit: bool

    @property
    def length(self) -> int:
        return self.end - self.start


def unitizing_alpha(coders: Sequence[Iterable[Unit]], *, start: int = 0, length: int) -> Unitized:
    """Alpha of what several coders marked in the continuum `[start, start + length)`.

    Units of one category and coder that overlap or repeat are taken as one. Not defined with fewer than two
    coders, or where nobody marked anything.
    """
    marked = [_by_category(units) for units in coders]
    categories = sorted({category for one in marked for category in one}, key=repr)
    observed: dict[Hashable, Fraction] = {}
    expected: dict[Hashable, Fraction] = {}
    if len(coders) > 1 and length > 1:
        for category in categories:
            lines = [_segments(one.get(category, []), start, start + length) for one in marked]
            observed[category] = _observed(lines, length)
            expected[category] = _expected(lines, length)
    total = sum(expected.values(), Fraction(0))
    return Unitized(_alpha(sum(observed.values(), Fraction(0)), total), observed, expected)


def _alpha(observed: Fraction, expected: Fraction) -> Fraction | None:
    return None if not expected else 1 - observed / expected


def _by_category(units: Iterable[Unit]) -> dict[Hashable, list[Range]]:
    """The ranges of each category in order, those that overlap made one."""
    found: dict[Hashable, list[Range]] = {}
    for start, end, category in sorted(units, key=lambda unit: unit[:2]):
        ranges = found.setdefault(category, [])
        if ranges and start < ranges[-1][1]:
            ranges[-1] = (ranges[-1][0], max(end, ranges[-1][1]))
        else:
            ranges.append((start, end))
    return found


def _segments(ranges: Iterable[Range], begin: int, close: int) -> list[_Segment]:
    """Units and the gaps between them, without a hole from `begin` to `close`."""
    line, at = list[_Segment](), begin
    for start, end in ranges:
        if start > at:
            line.append(_Segment(at, start, False))
        line.append(_Segment(start, end, True))
        at = end
    if at < close:
        line.append(_Segment(at, close, False))
    return line


def _observed(lines: Sequence[Sequence[_Segment]], length: int) -> Fraction:
    coders = len(lines)
    total = sum(_apart(a, b) for one, other in permutations(lines, 2) for a, b in _meeting(one, other))
    return Fraction(total, coders * (coders - 1) * length * length)


def _meeting(one: Sequence[_Segment], other: Sequence[_Segment]) -> Iterable[tuple[_Segment, _Segment]]:
    """The pairs of segments of two lines that share a place."""
    i = k = 0
    while i < len(one) and k < len(other):
        yield one[i], other[k]
        ends, stays = one[i].end, other[k].end
        i += ends <= stays
        k += stays <= ends


def _apart(a: _Segment, b: _Segment) -> int:
    """The squared difference of two segments that share a place."""
    if a.is_unit and b.is_unit:
        return (a.start - b.start) ** 2 + (a.end - b.end) ** 2
    if a.is_unit and b.start <= a.start and a.end <= b.end:
        return a.length**2
    if b.is_unit and a.start <= b.start and b.end <= a.end:
        return b.length**2
    return 0


def _expected(lines: Sequence[Sequence[_Segment]], length: int) -> Fraction:
    """The disagreement if units and gaps of these lengths lay anywhere."""
    units = [segment.length for line in lines for segment in line if segment.is_unit]
    gaps = sorted(segment.length for line in lines for segment in line if not segment.is_unit)
    longer = list(accumulate(reversed(gaps), initial=0))  # longer[n]: the sum of the n longest
    thrice = 0  # whole numbers: a fraction for each unit would cost more than all the rest
    for size in units:
        count = len(gaps) - bisect_left(gaps, size)
        room = longer[count] - count * (size - 1)
        thrice += (len(units) - 1) * (2 * size**3 - 3 * size**2 + size) + 3 * size * size * room
    whole = len(lines) * length
    pairs = whole * (whole - 1) - sum(size * (size - 1) for size in units)
    return Fraction(2 * thrice, 3 * length * pairs)
