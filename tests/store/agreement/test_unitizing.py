"""Alpha for unitizing on Krippendorff's examples."""

from fractions import Fraction
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from store.agreement import unitizing_alpha


def units(category: str, *begin_and_length: tuple[int, int]) -> list[tuple[int, int, str]]:
    return [(begin, begin + length, category) for begin, length in begin_and_length]


def test_the_example_of_2004_is_exact() -> None:
    both = units("k", (180, 60), (300, 50))
    found = unitizing_alpha(
        [
            units("c", (225, 70), (370, 30)) + both,
            units("c", (220, 80), (355, 20), (400, 20)) + both,
        ],
        start=150,
        length=300,
    )
    assert found.value == Fraction(7925853267, 9230432738)
    assert (found.observed["c"], found.expected["c"]) == (Fraction(13, 900), Fraction(69179, 1299825))
    assert found.of("c") == Fraction(201615, 276716)
    assert found.of("k") == 1
    assert abs(float(found.value) - 0.8591) < 5e-4, "the printed value comes from rounded parts"


def test_nothing_marked_is_undefined_and_one_alone_marking_is_no_agreement() -> None:
    assert unitizing_alpha([[], []], length=100).value is None
    assert unitizing_alpha([units("c", (0, 5))], length=100).value is None
    assert unitizing_alpha([units("c", (0, 5)), []], length=100).value <= 0


def test_doubled_and_crossing_units_of_one_coder_are_one() -> None:
    whole = unitizing_alpha([units("c", (10, 20)), units("c", (12, 20))], length=100)
    assert unitizing_alpha([units("c", (10, 12), (15, 15)), units("c", (12, 20))], length=100) == whole


def slow_observed(lines, length: int) -> Fraction:
    """The published definition over all pairs of segments, written down as it is printed."""
    total = 0
    for i, one in enumerate(lines):
        for k, other in enumerate(lines):
            if i == k:
                continue
            for b1, l1, w1 in one:
                for b2, l2, w2 in other:
                    if w1 and w2 and -l1 < b1 - b2 < l2:
                        total += (b1 - b2) ** 2 + (b1 + l1 - b2 - l2) ** 2
                    elif w1 and not w2 and l2 - l1 >= b1 - b2 >= 0:
                        total += l1**2
                    elif w2 and not w1 and l2 - l1 <= b1 - b2 <= 0:
                        total += l2**2
    return Fraction(total, len(lines) * (len(lines) - 1) * length**2)


def segments(cuts: list[int], length: int) -> list[tuple[int, int, bool]]:
    """Begin, length and whether it is a unit, unit and gap by turns."""
    edges = [0, *sorted(set(cuts)), length]
    return [(a, b - a, i % 2 == 1) for i, (a, b) in enumerate(pairwise(edges))]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(st.integers(1, 39), max_size=6), min_size=2, max_size=3))
def test_what_is_observed_is_the_definition(coders: list[list[int]]) -> None:
    lines = [segments(cuts, 40) for cuts in coders]
    marked = [[(b, b + n, "c") for b, n, is_unit in line if is_unit] for line in lines]
    found = unitizing_alpha(marked, length=40)
    if any(marked):
        assert found.observed["c"] == slow_observed(lines, 40)
    else:
        assert found.value is None
