"""Everything that the mouse does on the page."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from desktop.gui.article_view.hand import MadeStance, Nothing, OwnSpan, Selection, SuggestionInHand
from desktop.gui.article_view.view import ArticleView
from desktop.gui.commands import AddStance, Correct, MoveEdges
from tests.desktop.gui.article_view.pointer import (
    ALT,
    LEFT,
    NONE,
    TEXT,
    click,
    crowded_page,
    drag,
    held,
    move,
    point,
)


@pytest.fixture
def open_desk(desk: Callable[[Any], Any], make: Any) -> Any:
    return desk(crowded_page(make))


def test_a_click_takes_the_smallest_box(view: ArticleView, open_desk: Any) -> None:
    click(view, point(view, "Wladimir"))
    assert view.hand.thing == OwnSpan(2, 14, 28, "PER")
    click(view, point(view, "Präsident"))
    assert view.hand.thing == OwnSpan(1, 4, 28, None)


def test_a_click_on_a_chip_takes_its_box(view: ArticleView, open_desk: Any) -> None:
    rect = view.canvas.rectangles(*(TEXT.index("Peskow"), TEXT.index("Peskow") + 6))[0]
    click(view, QPointF(rect.left() + 5, rect.top() - 4).toPoint())
    assert isinstance(view.hand.thing, SuggestionInHand)


def test_a_click_on_plain_text_places_the_caret_at_its_token(view: ArticleView, open_desk: Any) -> None:
    click(view, point(view, "Mittwoch"))
    assert (view.hand.focus, view.hand.caret) == (Nothing(), TEXT.index("Mittwoch"))
    assert open_desk.asked == []


def test_a_click_on_a_bracket_takes_the_stance(view: ArticleView, open_desk: Any) -> None:
    rect = view.canvas.rectangles(*(TEXT.index("lobte"), TEXT.index("lobte") + 5))[0]
    click(view, QPointF(view.canvas.column.left - 18, rect.center().y()).toPoint())
    assert view.hand.statement == MadeStance(7)


def test_a_click_in_the_margin_puts_a_stance_down_and_one_on_the_text_keeps_it(
    view: ArticleView, open_desk: Any
) -> None:
    column, row = view.canvas.column, point(view, "Mittwoch")
    bracket = QPointF(column.left - 18, point(view, "lobte").y()).toPoint()
    for beside in (column.left + column.width + 12, column.left - 90):
        click(view, bracket)
        click(view, row)
        assert view.hand.statement == MadeStance(7)
        click(view, QPointF(beside, row.y()).toPoint())
        assert (view.hand.statement, view.hand.focus) == (None, Nothing())
        click(view, point(view, "Wladimir"))
        view.trigger("stance_FAVOR")
        click(view, QPointF(beside, row.y()).toPoint())
        assert (view.hand.statement, open_desk.asked) == (None, []), "a half-made one is dropped"


def test_a_right_click_on_the_box_in_hand_does_not_go_through_to_the_one_behind_it(
    view: ArticleView, desk: Callable[[Any], Any], make: Any
) -> None:
    spans = (make.span(TEXT, 1, "Brüssel", "LOC"), make.span(TEXT, 2, "Brüssel", "ORG"))
    desk(make.page(TEXT, spans=spans))
    click(view, point(view, "Brüssel"))
    first = view.hand.thing
    view._mouse.aim(QPointF(point(view, "Brüssel")))
    assert view.hand.thing == first
    click(view, point(view, "Brüssel"))
    assert view.hand.thing != first, "a click does"


def test_while_a_stance_is_half_made_a_click_names_its_target(view: ArticleView, open_desk: Any) -> None:
    click(view, point(view, "Wladimir"))
    view.trigger("stance_FAVOR")
    click(view, point(view, "EU"))
    assert isinstance(open_desk.asked[0], AddStance)
    assert open_desk.asked[0].target_span == 3


def test_a_click_on_the_box_of_a_holder_that_is_no_span_yet_names_no_target(
    view: ArticleView, open_desk: Any
) -> None:
    drag(view, point(view, "Mittwoch", at=0.2), point(view, "Mittwoch", at=0.8))
    view.trigger("stance_FAVOR")
    click(view, point(view, "Mittwoch"))
    assert (open_desk.asked, view.hand.thing) == ([], None)
    click(view, point(view, "EU"))
    assert open_desk.asked[0].target_span == 3


def test_a_double_click_selects_a_token_also_inside_a_box(view: ArticleView, open_desk: Any) -> None:
    QTest.mouseDClick(view.viewport(), LEFT, NONE, point(view, "Putin"))
    assert (held(view), type(view.hand.focus)) == ("Putin", Selection)


def test_a_drag_selects_whole_tokens(view: ArticleView, open_desk: Any) -> None:
    drag(view, point(view, "Mittwoch", at=0.4), point(view, "den Kreml", at=0.1))
    assert held(view) == "Mittwoch den"
    drag(view, point(view, "den Kreml", at=0.1), point(view, "Mittwoch", at=0.4))
    assert held(view) == "Mittwoch den"
    assert isinstance(view.hand.focus, Selection)
    assert view.hand.focus.head == TEXT.index("Mittwoch")


@pytest.mark.parametrize("held_down", [ALT, Qt.KeyboardModifier.ControlModifier])
def test_with_alt_or_ctrl_a_drag_is_exact(
    view: ArticleView, open_desk: Any, held_down: Qt.KeyboardModifier
) -> None:
    drag(view, point(view, "ttwo", at=0.02), point(view, "ttwo", at=0.98), held_down)
    assert held(view) == "ttwo"


def test_a_compound_is_several_tokens(view: ArticleView, open_desk: Any) -> None:
    drag(view, point(view, "Kreml", at=0.2), point(view, "Kreml", at=0.8))
    assert held(view) == "Kreml"


def test_shift_and_click_select_from_the_caret(view: ArticleView, open_desk: Any) -> None:
    click(view, point(view, "traf"))
    click(view, point(view, "Mittwoch", at=0.9), Qt.KeyboardModifier.ShiftModifier)
    assert held(view) == "traf am Mittwoch"


def test_an_own_edge_is_dragged_and_committed_once(view: ArticleView, open_desk: Any) -> None:
    view.take(span=2)
    right = view.canvas.rectangles(14, 28)[0]
    start = QPointF(right.right() + 2, right.center().y()).toPoint()
    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    move(view, point(view, "traf", at=0.6))
    assert (held(view), open_desk.asked) == ("Wladimir Putin traf", [])
    move(view, point(view, "am", at=0.8))
    QTest.mouseRelease(view.viewport(), LEFT, NONE, point(view, "am", at=0.8))
    assert open_desk.asked == [MoveEdges(2, 14, TEXT.index("am") + 2, hold=1)]
    assert isinstance(view.hand.focus, OwnSpan)


def test_the_edge_of_a_suggestion_dragged_is_a_correction(view: ArticleView, open_desk: Any) -> None:
    click(view, point(view, "Peskow"))
    rect = view.canvas.rectangles(*(TEXT.index("Peskow"), TEXT.index("Peskow") + 6))[0]
    start = QPointF(rect.left() - 2, rect.center().y()).toPoint()
    drag(view, start, point(view, "Sprecher", at=0.2))
    assert open_desk.asked == [Correct(11, TEXT.index("Sprecher"), TEXT.index("Peskow") + 6, "PER")]


def test_an_edge_dragged_back_asks_for_nothing(view: ArticleView, open_desk: Any) -> None:
    view.take(span=2)
    rect = view.canvas.rectangles(14, 28)[0]
    start = QPointF(rect.right() + 2, rect.center().y()).toPoint()
    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    move(view, point(view, "traf"))
    move(view, point(view, "Putin", at=0.95))
    QTest.mouseRelease(view.viewport(), LEFT, NONE, point(view, "Putin", at=0.95))
    assert open_desk.asked == []


def test_a_drag_beyond_the_lower_border_scrolls_on(
    qtbot: Any, view: ArticleView, desk: Callable[[Any], Any], make: Any
) -> None:
    desk(make.page("Ein Satz folgt. " * 400))
    QTest.mousePress(view.viewport(), LEFT, NONE, QPoint(120, 120))
    move(view, QPoint(200, view.viewport().height() + 60))
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 200)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, QPoint(200, view.viewport().height() + 60))
    stretch = view.hand.stretch
    assert stretch is not None
    assert stretch[1] - stretch[0] > 900


@pytest.mark.qt_log_ignore("raise")
@pytest.mark.parametrize(
    ("words", "tip"),
    [("Peskow", "Per · suggestion · 90% · lesart_de 1"), ("EU", "Org · confirmed"), ("traf", "")],
)
def test_tips_say_what_is_under_the_mouse(view: ArticleView, open_desk: Any, words: str, tip: str) -> None:
    at = point(view, words)
    QApplication.sendEvent(
        view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    )
    assert QToolTip.text() == tip
    QToolTip.hideText()


@pytest.mark.qt_log_ignore("raise")
def test_the_tip_of_a_bracket_says_who_is_how_toward_what(view: ArticleView, open_desk: Any) -> None:
    y = view.canvas.rectangles(TEXT.index("lobte"), TEXT.index("lobte") + 5)[0].center().y()
    at = QPointF(view.canvas.column.left - 18, y).toPoint()
    QApplication.sendEvent(
        view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    )
    assert QToolTip.text() == "Wladimir Putin ▲ Ties"
    QToolTip.hideText()


def test_ctrl_and_the_wheel_ask_for_another_text_size(view: ArticleView, open_desk: Any) -> None:
    for turn in (120, -120):
        at = QPointF(100, 100)
        event = QWheelEvent(
            at,
            view.viewport().mapToGlobal(at),
            QPoint(0, 0),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view.viewport(), event)
    assert open_desk.places == ["larger", "smaller"]


def test_the_pointer_shows_what_a_press_would_do(view: ArticleView, open_desk: Any) -> None:
    def shape(where: QPoint) -> Qt.CursorShape:
        at = QPointF(where)
        none = Qt.MouseButton.NoButton
        event = QMouseEvent(QEvent.Type.MouseMove, at, view.viewport().mapToGlobal(at), none, none, NONE)
        QApplication.sendEvent(view.viewport(), event)
        return view.viewport().cursor().shape()

    assert shape(point(view, "Mittwoch")) == Qt.CursorShape.IBeamCursor
    assert shape(point(view, "EU")) == Qt.CursorShape.PointingHandCursor
    view.take(span=3)
    rect = view.canvas.rectangles(TEXT.index("EU"), TEXT.index("EU") + 2)[0]
    assert shape(QPointF(rect.right() + 2, rect.center().y()).toPoint()) == Qt.CursorShape.SizeHorCursor
