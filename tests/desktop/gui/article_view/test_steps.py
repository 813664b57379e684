"""Other ways through the spans: one's own, the least sure suggestions first, what is marked as unsure."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.gui.article_view.hand import Selection
from desktop.gui.article_view.marks import Mark
from desktop.gui.article_view.scene import Scene, in_hand
from desktop.gui.article_view.view import ArticleView
from desktop.gui.commands import Accept, AddSpan, Reject
from store.values import Rejection

TEXT = "Nikol Paschinjan traf Wladimir Putin in Moskau. Der Kreml lobte die EU. Putin schwieg in Minsk."
SCORES = {11: 0.9, 12: 0.3, 13: None, 14: 0.6}


@pytest.fixture
def open_desk(desk: Callable[[Any], Any], make: Any) -> Any:
    """Two own spans, one of them unsure, a mention, and suggestions of all degrees."""
    found = {11: "Wladimir Putin", 12: "Moskau", 13: "EU", 14: "Minsk"}
    return desk(
        make.page(
            TEXT,
            spans=(
                make.span(TEXT, 1, "Nikol Paschinjan"),
                replace(make.span(TEXT, 2, "Kreml"), unsure=True),
            ),
            suggestions=tuple(
                replace(make.suggested(TEXT, number, words), score=SCORES[number])
                for number, words in found.items()
            ),
        )
    )


def taken(view: ArticleView, keys: str) -> list[int | None]:
    """What is in hand after each key; a capital is one with Shift."""
    ids: list[int | None] = []
    for key in keys:
        shift = Qt.KeyboardModifier.ShiftModifier if key.isupper() else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(view, key, shift)
        ids.append(view.hand.thing.id if view.hand.thing else None)
    return ids


def test_d_goes_through_ones_own_spans_and_round(view: ArticleView, open_desk: Any) -> None:
    assert taken(view, "dddd") == [1, 2, 1, 2]
    assert taken(view, "DD") == [1, 2]


def test_k_begins_with_the_least_sure_suggestion(view: ArticleView, open_desk: Any) -> None:
    assert taken(view, "kkkkk") == [12, 14, 11, 13, 12]
    assert taken(view, "KK") == [13, 11]


def test_after_k_a_decision_goes_on_to_the_next_least_sure(view: ArticleView, open_desk: Any) -> None:
    taken(view, "k")
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert taken(view, "x") == [11]
    assert open_desk.asked == [Accept(12), Reject(14)]


def test_the_last_decision_does_not_lead_back_to_the_beginning(view: ArticleView, open_desk: Any) -> None:
    QTest.keyClick(view, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert view.hand.thing is not None
    assert view.hand.thing.id == 14
    assert taken(view, "x") == [None]
    assert open_desk.asked == [Reject(14)]
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert view.hand.thing is not None
    assert view.hand.thing.id == 11


def test_any_other_way_of_going_leaves_the_order_of_doubt(view: ArticleView, open_desk: Any) -> None:
    taken(view, "k")
    QTest.keyClick(view, Qt.Key.Key_Tab)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.hand.thing is not None
    assert view.hand.thing.id == 14
    assert not view.hand.by_doubt


def test_z_goes_to_what_is_marked_as_unsure_and_says_where_there_is_none(
    view: ArticleView, open_desk: Any
) -> None:
    assert taken(view, "zz") == [2, 2]
    taken(view, "u")
    assert taken(view, "z") == [2]
    assert open_desk.notices == ["no_unsure"]


@given(scores=st.lists(st.one_of(st.none(), st.floats(0, 1)), min_size=1, max_size=12))
def test_from_the_least_sure_on_every_suggestion_is_met_once_in_order(
    make: Any, scores: list[float | None]
) -> None:
    text = "x" * 40
    offered = tuple(replace(make.suggestion(n + 1, n, n + 1), score=score) for n, score in enumerate(scores))
    scene: Scene = make.scene(make.page(text, suggestions=offered))
    met: list[Mark] = []
    thing = None
    for _ in scores:
        mark = scene.next_doubtful(thing, 1)
        assert mark is not None
        met.append(mark)
        thing = in_hand(mark)
    sureness = [1.0 if mark.score is None else mark.score for mark in met]
    assert sureness == sorted(sureness)
    assert {mark.id for mark in met} == {item.id for item in offered}
    assert scene.next_doubtful(thing, 1) == met[0]


# --- What was rejected ---------------------------------------------------------------------------------


@pytest.fixture
def refused(desk: Callable[[Any], Any], make: Any) -> Any:
    """An article in which three suggestions were rejected; where the last one was, another label stands."""
    places = [(TEXT.index(words), TEXT.index(words) + len(words)) for words in ("Kreml", "Minsk", "Moskau")]
    page = make.page(TEXT, spans=(make.span(TEXT, 1, "Moskau"),))
    return desk(replace(page, rejections=tuple(Rejection(*place, "PER") for place in sorted(places))))


def boxes(view: ArticleView) -> list[tuple[str, str]]:
    column = view.canvas.column
    return [
        (TEXT[piece.mark.start : piece.mark.end], piece.mark.look)
        for slot in column.stack.slots
        for row in slot.rows
        for piece in row.pieces
    ]


def test_what_was_rejected_is_shown_only_on_demand_and_not_where_a_label_stands(
    view: ArticleView, refused: Any
) -> None:
    assert boxes(view) == [("Moskau", "own")]
    view.show_rejected(True)
    assert sorted(boxes(view)) == [("Kreml", "rejected"), ("Minsk", "rejected"), ("Moskau", "own")]
    view.show_rejected(False)
    assert boxes(view) == [("Moskau", "own")]


def test_showing_it_moves_no_line(view: ArticleView, refused: Any) -> None:
    def lines() -> list[float]:
        return [row.baseline for slot in view.canvas.column.stack.slots for row in slot.rows]

    before = lines()
    view.show_rejected(True)
    assert lines() == before


def test_a_click_on_it_selects_its_text_which_can_be_labelled_again(view: ArticleView, refused: Any) -> None:
    view.show_rejected(True)
    start = TEXT.index("Kreml")
    rect = view.canvas.rectangles(start, start + 5)[0]
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert view.hand.focus == Selection(start, start + 5)
    QTest.keyClicks(view, "2")
    assert refused.asked == [AddSpan(start, start + 5, "ORG")]


def test_what_is_rejected_now_appears_at_once(view: ArticleView, open_desk: Any) -> None:
    view.show_rejected(True)
    start = TEXT.rindex("Putin")
    view.update_page(replace(open_desk.page, rejections=(Rejection(start, start + 5, "PER"),)))
    assert ("Putin", "rejected") in boxes(view)


# --- A label by name -----------------------------------------------------------------------------------


def test_p_asks_for_a_label_by_name_if_there_is_something_to_label(view: ArticleView, open_desk: Any) -> None:
    taken(view, "p")
    assert open_desk.places == ["pick_label"]
    view.trigger("label_ORG")
    assert open_desk.asked == [AddSpan(0, 5, "ORG")]


def test_p_asks_nothing_where_there_is_nothing_to_label(view: ArticleView, open_desk: Any) -> None:
    view.go_to(len(TEXT) - 1, len(TEXT))
    view.trigger("back")
    taken(view, "p")
    assert (open_desk.places, open_desk.notices) == ([], ["nothing_in_hand"])


# --- Paragraphs and standard selection -----------------------------------------------------------------


def test_paragraphs_are_steps_too_and_blank_lines_are_none(
    view: ArticleView, desk: Callable[[Any], Any], make: Any
) -> None:
    text = "Erster Absatz.\n\nZweiter Absatz.\nDritter."
    desk(make.page(text))
    found: list[int] = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(view, key, Qt.KeyboardModifier.ControlModifier)
        found.append(view.hand.caret)
    second, third = text.index("Zweiter"), text.index("Dritter")
    assert found == [second, third, len(text), third, second]


def test_shift_with_home_and_end_selects(view: ArticleView, open_desk: Any) -> None:
    shift, ctrl = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    view.go_to(TEXT.index("Der"), TEXT.index("Der") + 3)
    view.trigger("back")
    start = view.hand.caret
    QTest.keyClick(view, Qt.Key.Key_End, shift | ctrl)
    assert view.hand.focus == Selection(start, len(TEXT))
    QTest.keyClick(view, Qt.Key.Key_Home, shift | ctrl)
    assert view.hand.focus == Selection(start, 0)
    view.trigger("back")
    line = view.canvas.line(start)
    QTest.keyClick(view, Qt.Key.Key_Home, shift)
    assert view.hand.focus == Selection(start, line[0])
