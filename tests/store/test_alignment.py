"""Ranges of code points on the tokens of another program."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.alignment import Aligned, Loss, align, align_all

# 0         1         2
# 012345678901234567890123
# Der Kreml-Sprecher  sagt
TOKENS = [(0, 3), (4, 18), (20, 24)]


@pytest.mark.parametrize(("selected", "tokens"), [((4, 18), (1, 1)), ((0, 18), (0, 1)), ((0, 24), (0, 2))])
def test_whole_tokens_align(selected: tuple[int, int], tokens: tuple[int, int]):
    assert align(*selected, TOKENS) == Aligned(*tokens)


@pytest.mark.parametrize(
    ("selected", "kind", "nearest"),
    [
        pytest.param((4, 9), "inside_token", (4, 18), id="Kreml"),
        pytest.param((10, 18), "inside_token", (4, 18), id="Sprecher"),
        pytest.param((5, 9), "inside_token", (4, 18), id="reml"),
        pytest.param((10, 24), "starts_inside", (4, 24), id="Sprecher  sagt"),
        pytest.param((10, 22), "starts_inside", (4, 24), id="Sprecher  sa"),
        pytest.param((10, 19), "starts_inside", (4, 18), id="Sprecher and a space"),
        pytest.param((0, 9), "ends_inside", (0, 18), id="Der Kreml"),
        pytest.param((3, 9), "ends_inside", (4, 18), id="a space and Kreml"),
        pytest.param((3, 18), "between_tokens", (4, 18), id="a space and Kreml-Sprecher"),
        pytest.param((4, 19), "between_tokens", (4, 18), id="Kreml-Sprecher and a space"),
        pytest.param((18, 19), "between_tokens", (4, 18), id="space nearer to the token before"),
        pytest.param((18, 20), "between_tokens", (20, 24), id="space as near to both"),
        pytest.param((19, 20), "between_tokens", (20, 24), id="space nearer to the token behind"),
        pytest.param((24, 25), "between_tokens", (20, 24), id="behind the last token"),
    ],
)
def test_what_misses_token_borders_is_named(selected: tuple[int, int], kind: str, nearest: tuple[int, int]):
    assert align(*selected, TOKENS) == Loss(kind, nearest)  # pyright: ignore[reportArgumentType]


def test_before_the_first_token_it_is_the_nearest():
    assert align(0, 1, [(2, 3)]) == Loss("between_tokens", (2, 3))


def test_without_tokens_there_is_no_nearest():
    assert align(0, 1, []) == Loss("between_tokens", None)


edges = st.sets(st.integers(0, 40)).map(sorted)
tokens_of_a_text = st.one_of(
    edges.map(lambda edges: list(pairwise(edges))),  # every character in a token
    edges.map(lambda edges: list(zip(edges[::2], edges[1::2], strict=False))),  # space between tokens
)
ranges_of_a_text = st.tuples(st.integers(0, 40), st.integers(1, 40)).map(lambda r: (r[0], r[0] + r[1]))


@given(st.lists(ranges_of_a_text), tokens_of_a_text)
def test_all_at_once_is_one_by_one(ranges: list[tuple[int, int]], tokens: list[tuple[int, int]]):
    assert align_all(ranges, tokens) == [align(*one, tokens) for one in ranges]


@given(ranges_of_a_text, tokens_of_a_text)
def test_aligned_means_that_the_tokens_give_the_range_back(
    selected: tuple[int, int], tokens: list[tuple[int, int]]
):
    exact = [
        Aligned(i, k)
        for i in range(len(tokens))
        for k in range(i, len(tokens))
        if (tokens[i][0], tokens[k][1]) == selected
    ]
    result = align(*selected, tokens)
    assert exact == ([result] if isinstance(result, Aligned) else [])


@given(ranges_of_a_text, tokens_of_a_text)
def test_the_nearest_range_aligns_and_covers_every_token_that_was_met(
    selected: tuple[int, int], tokens: list[tuple[int, int]]
):
    result = align(*selected, tokens)
    if isinstance(result, Loss) and result.nearest:
        start, end = result.nearest
        assert isinstance(align(start, end, tokens), Aligned)
        met = [(s, e) for s, e in tokens if s < selected[1] and selected[0] < e]
        assert all(start <= s and e <= end for s, e in met)


@given(ranges_of_a_text, tokens_of_a_text)
def test_the_kind_says_which_edge_cuts_a_token(selected: tuple[int, int], tokens: list[tuple[int, int]]):
    start, end = selected
    result = align(start, end, tokens)
    if isinstance(result, Loss):
        starts_inside = any(s < start < e for s, e in tokens)
        ends_inside = any(s < end < e for s, e in tokens)
        within_one = any(s <= start and end <= e for s, e in tokens)
        assert (result.kind == "inside_token") == within_one
        assert (result.kind == "starts_inside") == (starts_inside and not within_one)
        assert (result.kind == "ends_inside") == (ends_inside and not starts_inside and not within_one)
