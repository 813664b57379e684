"""Boxes of one kind, and what an update changes among them."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.gui.article_view.marks import MarkList, mark_of
from store.values import Rejection, Span, Suggestion


@st.composite
def readings(draw: st.DrawFn) -> tuple[Span, ...]:
    pairs = draw(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8)), max_size=12))
    spans = [Span(i + 1, start, start + length, "PER") for i, (start, length) in enumerate(pairs)]
    return tuple(sorted(spans, key=lambda it: (it.start, it.end)))


def test_each_look_has_its_own_name() -> None:
    span = Span(1, 0, 3, "PER")
    looks = [
        mark_of(span).look,
        mark_of(replace(span, unsure=True)).look,
        mark_of(replace(span, label=None)).look,
        mark_of(Suggestion((7, 8), 0, 3, "PER", "plain", None, ())).look,
        mark_of(Rejection(0, 3, "PER")).look,
    ]
    assert looks == ["own", "unsure", "mention", "suggestion", "rejected"]
    assert mark_of(Suggestion((7, 8), 0, 3, "PER", "plain", None, ())).id == 7


@given(before=readings(), after=readings())
def test_an_update_names_exactly_what_went_and_what_came(
    before: tuple[Span, ...], after: tuple[Span, ...]
) -> None:
    made, gone, came = MarkList(before).updated(after)
    old, new = {mark_of(it) for it in before}, {mark_of(it) for it in after}
    assert list(made.items) == [mark_of(it) for it in after]
    assert set(gone) == old - new
    assert set(came) == new - old


@given(spans=readings(), position=st.integers(0, 40))
def test_the_marks_at_a_place_are_all_that_hold_it_innermost_first(
    spans: tuple[Span, ...], position: int
) -> None:
    found = MarkList(spans).at(position)
    lengths = [mark.end - mark.start for mark in found]
    assert {mark.id for mark in found} == {it.id for it in spans if it.start <= position < it.end}
    assert lengths == sorted(lengths)


@given(before=readings(), after=readings(), position=st.integers(0, 40))
def test_after_an_update_places_are_found_as_in_a_new_list(
    before: tuple[Span, ...], after: tuple[Span, ...], position: int
) -> None:
    updated = MarkList(before).updated(after)[0]
    assert updated.at(position) == MarkList(after).at(position)


@given(spans=readings(), position=st.integers(0, 40))
def test_going_on_and_back_meets_every_mark_once(spans: tuple[Span, ...], position: int) -> None:
    marks = MarkList(spans)
    onward, backward = list(marks.onward(None, position)), list(marks.backward(None, position))
    assert sorted(mark.id for mark in onward) == sorted(it.id for it in spans)
    assert onward == backward[::-1]
    for mark in marks.items:
        assert [it.id for it in marks.onward(mark, 0)][-1] == mark.id
