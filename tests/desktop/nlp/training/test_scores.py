import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.nlp.training.scores import by_label, score

SPANS = st.sets(
    st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(4, 6), st.sampled_from(["PER", "LOC"])),
    max_size=12,
)


def test_a_span_counts_only_when_both_borders_and_the_label_agree() -> None:
    true = {(0, 0, 2, "PER"), (0, 5, 6, "LOC"), (1, 0, 1, "LOC"), (1, 3, 4, "ORG")}
    found = {(0, 0, 2, "PER"), (0, 5, 7, "LOC"), (1, 0, 1, "ORG")}
    result = score(true, found)
    assert result.precision == pytest.approx(100 / 3)
    assert result.recall == pytest.approx(25)
    assert result.f1 == pytest.approx(100 * 2 / 7)
    assert result.support == 4


def test_nothing_found_is_zero_not_an_error() -> None:
    assert score({(0, 0, 1, "PER")}, set()) == (0, 0, 0, 1)
    assert score(set(), set()) == (0, 0, 0, 0)


@given(SPANS, SPANS)
def test_swapping_the_sides_swaps_precision_and_recall(true: set, found: set) -> None:  # type: ignore[type-arg]
    forth, back = score(true, found), score(found, true)
    assert (forth.precision, forth.recall) == (back.recall, back.precision)
    assert forth.f1 == pytest.approx(back.f1)


@given(SPANS)
def test_everything_right_is_a_hundred_for_each_label(true: set) -> None:  # type: ignore[type-arg]
    assert all(result.f1 == pytest.approx(100) for result in by_label(true, true).values())
    assert sum(result.support for result in by_label(true, true).values()) == len(true)
