"""The algebra of ranges, each function against its plain quadratic definition."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from store.spans import (
    Difference,
    at,
    bounds,
    contains,
    crosses,
    difference,
    lanes,
    levels,
    longest_only,
    occurrences,
    overlap,
    shortest_only,
)
from store.values import Span

Range = tuple[int, int]
ranges = st.tuples(st.integers(0, 25), st.integers(1, 12)).map(lambda r: (r[0], r[0] + r[1]))
many = st.lists(ranges, max_size=12)


class Reading(Struct, frozen=True):
    start: int
    end: int
    label: str | None
    form: str = "plain"


readings = st.lists(
    st.builds(
        lambda r, label, form: Reading(*r, label, form),
        ranges,
        st.sampled_from(["PER", "LOC", None]),
        st.sampled_from(["plain", "derived"]),
    ),
    max_size=10,
)


def points(pair: Range) -> set[int]:
    return set(range(*pair))


@given(ranges, ranges)
def test_two_ranges_relate_as_their_sets_of_characters(a: Range, b: Range):
    assert overlap(a, b) == len(points(a) & points(b))
    assert contains(a, b) == (points(a) >= points(b))
    assert crosses(a, b) == bool(points(a) & points(b) and points(a) - points(b) and points(b) - points(a))


def test_spans_and_pairs_mix():
    kreml = Span(id=1, start=4, end=9, label="LOC")
    assert bounds(kreml) == (4, 9)
    assert overlap(kreml, (8, 20)) == 1
    assert contains((0, 9), kreml)
    assert levels([kreml, (0, 9)]) == [0, 1]


@given(many, st.integers(0, 40))
def test_at_a_position_the_innermost_comes_first(items: list[Range], position: int):
    found = at(items, position)
    assert sorted(found) == sorted(pair for pair in items if position in points(pair))
    lengths = [end - start for start, end in found]
    assert lengths == sorted(lengths)


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
    a, b = Reading(0, 3, "PER"), Reading(0, 3, "LOC")
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


def test_two_readings_differ_in_label_in_range_and_in_what_they_saw():
    a = [Reading(0, 5, "PER"), Reading(6, 9, "LOC"), Reading(12, 20, "ORG"), Reading(30, 33, "LOC")]
    b = [Reading(0, 5, "PER"), Reading(6, 9, "ORG"), Reading(12, 16, "ORG"), Reading(40, 44, "PER")]
    assert difference(a, b) == Difference(
        same=[(a[0], b[0])],
        changed_label=[(a[1], b[1])],
        changed_range=[(a[2], b[2])],
        only_a=[a[3]],
        only_b=[b[3]],
    )


def test_another_form_of_the_same_range_is_a_changed_label():
    a, b = Reading(0, 9, "LOC", "plain"), Reading(0, 9, "LOC", "derived")
    assert difference([a], [b]).changed_label == [(a, b)]


def test_what_differs_in_range_and_label_is_no_pair():
    a, b = Reading(0, 9, "LOC"), Reading(2, 9, "PER")
    assert difference([a], [b]) == Difference([], [], [], [a], [b])


def test_a_range_is_paired_with_the_one_it_shares_most_with():
    a, small, large = Reading(0, 10, "LOC"), Reading(0, 3, "LOC"), Reading(2, 12, "LOC")
    assert difference([a], [small, large]) == Difference([], [], [(a, large)], [], [small])


@given(readings, readings)
def test_every_span_of_both_readings_is_in_one_place(a: list[Reading], b: list[Reading]):
    found = difference(a, b)
    pairs = found.same + found.changed_label + found.changed_range
    assert sorted(map(repr, [x for x, _ in pairs] + found.only_a)) == sorted(map(repr, a))
    assert sorted(map(repr, [y for _, y in pairs] + found.only_b)) == sorted(map(repr, b))


@given(readings, readings)
def test_pairs_are_what_their_list_says_and_nothing_pairable_is_left(a: list[Reading], b: list[Reading]):
    found = difference(a, b)
    assert all(x == y for x, y in found.same)
    assert all(bounds(x) == bounds(y) and x != y for x, y in found.changed_label)
    assert all(overlap(x, y) and bounds(x) != bounds(y) for x, y in found.changed_range)
    assert all((x.label, x.form) == (y.label, y.form) for x, y in found.changed_range)
    for x in found.only_a:
        for y in found.only_b:
            assert bounds(x) != bounds(y)
            assert not overlap(x, y) or (x.label, x.form) != (y.label, y.form)


@given(readings, readings)
def test_the_other_way_round_the_difference_is_mirrored(a: list[Reading], b: list[Reading]):
    there, back = difference(a, b), difference(b, a)
    assert len(there.same) == len(back.same)
    assert len(there.changed_label) == len(back.changed_label)
    assert difference(a, a) == Difference([(x, x) for x in sorted(a, key=bounds)], [], [], [], [])


@pytest.mark.parametrize(
    ("text", "surface", "found"),
    [
        pytest.param("Der Kreml, der Kremlchef, Kreml.", "Kreml", [(4, 9), (26, 31)], id="words only"),
        pytest.param("Kreml-Sprecher im Kreml", "Kreml", [(0, 5), (18, 23)], id="a hyphen ends a word"),
        pytest.param("US und USA und U.S.", "US", [(0, 2)], id="longer abbreviations are others"),
        pytest.param("U.S. and U.S.", "U.S.", [(0, 4), (9, 13)], id="a full stop may end the surface"),
        pytest.param("G7 und G77", "G7", [(0, 2)], id="digits go on"),
        pytest.param("a_b a", "a", [(4, 5)], id="an underscore goes on"),
        pytest.param("Merkel\u00adchen Merkel", "Merkel", [(12, 18)], id="a soft hyphen goes on"),
        pytest.param("cafe\u0301 cafe", "cafe", [(6, 10)], id="a combining mark goes on"),
        pytest.param("Россия и России", "Россия", [(0, 6)], id="Cyrillic has words"),
        pytest.param("საქართველო საქართ", "საქართ", [(11, 17)], id="Georgian has words"),
        pytest.param("日本人は日本", "日本", [(0, 2), (4, 6)], id="Japanese has no spaces"),
        pytest.param("คนไทยในไทย", "ไทย", [(2, 5), (7, 10)], id="Thai has no spaces"),
        pytest.param("กำก", "ก", [(2, 3)], id="but no grapheme is cut"),
        pytest.param("푸틴은 푸틴", "푸틴", [(0, 2), (4, 6)], id="Korean particles are written on"),
        pytest.param("EUと日本", "EU", [(0, 2)], id="scripts end at each other"),
        pytest.param("aa aa", "aa", [(0, 2), (3, 5)], id="words of repeated letters"),
        pytest.param("日日日", "日日", [(0, 2)], id="none overlaps the one before"),
        pytest.param("abc", "", [], id="an empty surface occurs nowhere"),
        pytest.param("", "a", [], id="an empty text holds nothing"),
    ],
)
def test_a_surface_occurs_as_whole_words(text: str, surface: str, found: list[Range]):
    assert occurrences(text, surface) == found


def test_what_is_taken_is_left_out():
    text = "EU EU EU EU"
    taken = [(9, 11), (3, 5), (0, 11)]
    assert occurrences(text, "EU", taken[:2]) == [(0, 2), (6, 8)]
    assert occurrences(text, "EU", taken) == []
    assert occurrences(text, "EU", [(2, 3), (5, 6)]) == [(0, 2), (3, 5), (6, 8), (9, 11)]


@given(st.text("ab 日\u0301-", max_size=20), st.text("ab日", min_size=1, max_size=2), many)
def test_occurrences_are_the_surface_and_keep_clear_of_what_is_taken(
    text: str, surface: str, taken: list[Range]
):
    found = occurrences(text, surface, taken)
    assert all(text[start:end] == surface for start, end in found)
    assert not any(overlap(pair, other) for pair in found for other in taken)
    assert not any(overlap(a, b) for a, b in combinations(found, 2))


@given(st.lists(st.sampled_from(["EU", "EUs", "-", ",", " ", "Rat"]), max_size=12), many)
def test_no_whole_word_is_missed(words: list[str], taken: list[Range]):
    text = " ".join(words)
    expected: list[Range] = []
    for start in range(len(text)):
        pair = (start, start + 2)
        whole = f" {text} "[start] in " -," and f" {text}  "[start + 3] in " -,"
        if text[slice(*pair)] == "EU" and whole and not any(overlap(pair, other) for other in taken):
            expected.append(pair)
    assert occurrences(text, "EU", taken) == expected
