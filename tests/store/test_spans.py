"""The algebra of ranges, each function against its plain quadratic definition."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from store.spans import (
    bounds,
    lanes,
    levels,
    longest_only,
    overlap,
    shortest_only,
)
from store.values import Span

Range = tuple[int, int]
ranges = st.tuples(st.integers(0, 25), st.integers(1, 12)).map(lambda r: (r[0], r[0] + r[1]))
many = st.lists(ranges, max_size=12)


def points(pair: Range) -> set[int]:
    return set(range(*pair))


@given(ranges, ranges)
def test_two_ranges_relate_as_their_sets_of_characters(a: Range, b: Range):
    assert overlap(a, b) == len(points(a) & points(b))


def test_spans_and_pairs_mix():
    kreml = Span(id=1, start=4, end=9, label="LOC")
    assert bounds(kreml) == (4, 9)
    assert overlap(kreml, (8, 20)) == 1
    assert levels([kreml, (0, 9)]) == [0, 1]


@given(many)
def test_a_level_is_one_more_than_the_highest_shorter_range_below(items: list[Range]):
    def naive(i: int) -> int:
        below = [naive(k) for k in range(len(items)) if rank(k) < rank(i) and overlap(items[k], items[i])]
        return 1 + max(below, default=-1)

    def rank(i: int) -> tuple[int, Range, int]:
        return items[i][1] - items[i][0], items[i], i

    assert levels(items) == [naive(i) for i in range(len(items))]


@given(many)
def test_a_lane_never_holds_two_intervals_at_one_place_and_none_is_wasted(items: list[Range]):
    result = lanes(items)
    for i, k in combinations(range(len(items)), 2):
        assert result[i] != result[k] or not overlap(items[i], items[k])
    deepest = max((sum(x in points(pair) for pair in items) for x in range(40)), default=0)
    assert len(set(result)) == deepest


@given(many)
def test_each_interval_takes_the_lowest_lane_free_at_its_left_edge(items: list[Range]):
    result: dict[int, int] = {}
    for i in sorted(range(len(items)), key=lambda i: items[i][0]):
        taken = {lane for k, lane in result.items() if overlap(items[k], items[i])}
        result[i] = min(set(range(len(items))) - taken)
    assert lanes(items) == [result[i] for i in range(len(items))]


def test_lanes_take_pixels():
    assert lanes([(0.0, 10.5), (10.5, 20.0), (10.4, 12.0)]) == [0, 0, 1]


@given(many)
def test_the_longest_ranges_stay_and_none_overlaps(items: list[Range]):
    kept: list[Range] = []
    for pair in sorted(items, key=lambda pair: (pair[0] - pair[1], pair)):
        if not any(overlap(pair, other) for other in kept):
            kept.append(pair)
    assert longest_only(items) == sorted(kept)


def test_of_equal_ranges_the_first_stays():
    a, b = Span(1, 0, 3, "PER"), Span(2, 0, 3, "LOC")
    assert longest_only([a, b]) == [a]
    assert longest_only([b, a]) == [b]


@given(many)
def test_of_the_shortest_first_nothing_overlaps_and_what_gave_way_meets_what_stayed(items: list[Range]):
    kept = shortest_only(items)
    assert kept == sorted(kept)
    assert not any(overlap(a, b) for a, b in combinations(kept, 2))
    assert all(any(overlap(item, it) for it in kept) for item in items)


def test_of_nested_ranges_the_innermost_stays():
    assert shortest_only([(0, 9), (2, 8), (3, 5), (10, 12)]) == [(3, 5), (10, 12)]
