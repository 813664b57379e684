"""Bulk work makes way for gestures: how many articles a commit holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.pace import HOLD, LEAST, MOST, Pace


def test_slices_grow_while_they_are_quick_and_shrink_when_they_are_not() -> None:
    pace = Pace()
    sizes = []
    for seconds in (0.001, 0.001, 0.001, 0.001, HOLD * 4, HOLD * 100):
        pace.took(seconds, pace.size)
        sizes.append(pace.size)
    assert sizes == [2 * LEAST, 4 * LEAST, 8 * LEAST, MOST, MOST // 4, LEAST]


@given(st.lists(st.tuples(st.floats(0, 10), st.integers(1, MOST)), max_size=20))
def test_a_slice_is_never_empty_nor_without_end(slices: list[tuple[float, int]]) -> None:
    pace = Pace()
    for seconds, count in slices:
        pace.took(seconds, count)
        assert LEAST <= pace.size <= MOST


def test_a_slice_that_fails_says_nothing_of_the_next() -> None:
    pace = Pace()
    with pytest.raises(ZeroDivisionError), pace.slice(LEAST):
        raise ZeroDivisionError
    assert pace.size == LEAST
