"""F1 of two readers' spans: strict, exact, partial and type, as in SemEval 2013 task 9.

- *strict*: same range, same label; *exact*: same range;
- *partial*: an overlap counts one half, the same range whole; *type*: an overlap with the same label.

F1 is symmetric, so neither reader has to be the truth.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from store.agreement.readings import ReadSpan

Match = Literal["strict", "exact", "partial", "type"]
MATCHES: tuple[Match, ...] = ("strict", "exact", "partial", "type")

Pair = tuple[ReadSpan | None, ReadSpan | None]


class SpanScores(Struct, frozen=True):
    """Counts that add up over articles: spans of both, and the hits of each way of matching."""

    first: int = 0
    second: int = 0
    hits: dict[str, Fraction] = {}

    def __add__(self, other: "SpanScores") -> "SpanScores":
        hits = {
            match: self.hits.get(match, Fraction(0)) + other.hits.get(match, Fraction(0)) for match in MATCHES
        }
        return SpanScores(self.first + other.first, self.second + other.second, hits)

    def f1(self, match: Match = "strict") -> Fraction | None:
        """2 hits / (spans of both); None where neither marked anything."""
        total = self.first + self.second
        return 2 * self.hits.get(match, Fraction(0)) / total if total else None


def compare_spans(first: Sequence[ReadSpan], second: Sequence[ReadSpan]) -> SpanScores:
    """The scores of two readings of one article."""
    strict = exact = halves = alike = 0
    for a, b in paired(first, second):
        if a is None or b is None:
            continue
        same = (a.start, a.end) == (b.start, b.end)
        strict += same and a.label == b.label
        exact += same
        halves += 2 if same else 1
        alike += a.label == b.label
    counts = (Fraction(strict), Fraction(exact), Fraction(halves, 2), Fraction(alike))
    return SpanScores(len(first), len(second), dict(zip(MATCHES, counts, strict=True)))


def paired(first: Sequence[ReadSpan], second: Sequence[ReadSpan]) -> Iterator[Pair]:
    """Each span once, with its counterpart if it has one: the same range and label, the same range, then the
    largest overlap, with the same label first.
    """
    left, right = dict.fromkeys(first), dict.fromkeys(second)
    for a, b in _ranked(first, second):
        if a in left and b in right:
            del left[a], right[b]
            yield a, b
    yield from ((a, None) for a in left)
    yield from ((None, b) for b in right)


def _ranked(first: Sequence[ReadSpan], second: Sequence[ReadSpan]) -> list[tuple[ReadSpan, ReadSpan]]:
    """All pairs that overlap, the best first. Spans are sorted, so that each meets its neighbours only."""
    found: list[tuple[tuple[int, ...], ReadSpan, ReadSpan]] = []
    ordered = sorted(second, key=lambda span: span.start)
    longest = max((span.end - span.start for span in ordered), default=0)
    low = 0
    for a in sorted(first, key=lambda span: span.start):
        while low < len(ordered) and ordered[low].start <= a.start - longest:
            low += 1
        for b in ordered[low:]:
            if b.start >= a.end:
                break
            common = min(a.end, b.end) - max(a.start, b.start)
            if common > 0:
                same = (a.start, a.end) == (b.start, b.end)
                found.append(((not same, a.label != b.label, -common, a.start, b.start), a, b))
    found.sort(key=lambda item: item[0])
    return [(a, b) for _, a, b in found]
