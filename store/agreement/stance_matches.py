"""Which stances of two readers are the same one: same holder toward same target, in one article."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from fractions import Fraction

from store.agreement.readings import Range, ReadStance

Pair = tuple[ReadStance | None, ReadStance | None]


def paired(first: Sequence[ReadStance], second: Sequence[ReadStance]) -> Iterator[Pair]:
    """Each stance once, with its counterpart if it has one.

    A pair of holder and target may recur in an article; then those with the same label come together, and
    the rest in the order of the text.
    """
    left, right = _by_key(first), _by_key(second)
    for key in dict.fromkeys([*left, *right]):
        yield from _within(left.get(key, []), right.get(key, []))


def evidence_overlap(first: Sequence[Range], second: Sequence[Range]) -> tuple[int, int]:
    """Twice the characters that both marked, and all that they marked: parts of an F1."""
    a, b = characters(first), characters(second)
    return 2 * len(a & b), len(a) + len(b)


def characters(ranges: Sequence[Range]) -> set[int]:
    """The places of all characters of some ranges."""
    return {place for start, end in ranges for place in range(start, end)}


def f1(hits: int, total: int) -> Fraction | None:
    """An F1 of its parts; None where there is nothing."""
    return Fraction(hits, total) if total else None


def _by_key(stances: Sequence[ReadStance]) -> dict[tuple[Hashable, Hashable], list[ReadStance]]:
    found: defaultdict[tuple[Hashable, Hashable], list[ReadStance]] = defaultdict(list)
    for stance in sorted(stances, key=lambda stance: (stance.place or (0, 0), stance.id)):
        found[stance.key].append(stance)
    return found


def _within(first: list[ReadStance], second: list[ReadStance]) -> Iterator[Pair]:
    left, right = list(first), list(second)
    for a in first:
        same = next((b for b in right if b.label == a.label), None)
        if same is not None:
            left.remove(a)
            right.remove(same)
            yield a, same
    both = min(len(left), len(right))
    yield from zip(left[:both], right[:both], strict=True)
    yield from ((a, None) for a in left[both:])
    yield from ((None, b) for b in right[both:])
