"""Everything that the mouse does on the page."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolTip

from desktop.gui.article_view.context_menu import context_menu
from desktop.gui.article_view.hand import MadeStance, Nothing, OwnSpan, Selection, SuggestionInHand
from desktop.gui.article_view.mini_bar import MiniBar
from desktop.gui.article_view.offers import Offers
from desktop.gui.article_view.view import ArticleView
from desktop.gui.bindings import Bindings
from desktop.gui.commands import Accept, AddSpan, AddStance, Correct, MoveEdges
from desktop.gui.theme import LIGHT
from store.values import Stance, StancePart

TEXT = "Der Präsident Wladimir Putin traf am Mittwoch den Kreml-Sprecher Peskow und lobte die EU in Brüssel."
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def open_desk(desk: Callable[[Any], Any], make: Any) -> Any:
    """An article with nested boxes, a suggestion and a stance."""
    spans = (
        make.span(TEXT, 1, "Präsident Wladimir Putin", None),
        make.span(TEXT, 2, "Wladimir Putin"),
        make.span(TEXT, 3, "EU", "ORG"),
    )
    evidence = StancePart("evidence", 0, *make.range(TEXT, "lobte die EU in Brüssel"), "marked")
    stance = Stance(7, "u", "statement", "span", "FAVOR", holder_span=2, topic=1, parts=(evidence,))
    return desk(
        make.page(TEXT, spans=spans, suggestions=(make.suggested(TEXT, 11, "Peskow"),), stances=(stance,))
    )


def point(view: ArticleView, words: str, *, at: float = 0.5) -> QPoint:
    """A point on words, from their left (0) to their right (1)."""
    rect = view.canvas.rectangles(TEXT.index(words), TEXT.index(words) + len(words))[0]
    return QPointF(rect.left() + rect.width() * at, rect.center().y()).toPoint()


def click(view: ArticleView, where: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(view.viewport(), LEFT, modifiers, where)


def move(view: ArticleView, where: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    viewport, at = view.viewport(), QPointF(where)
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, at, viewport.mapToGlobal(at), none, LEFT, modifiers)
    QApplication.sendEvent(viewport, event)


def drag(view: ArticleView, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.mousePress(view.viewport(), LEFT, modifiers, start)
    move(view, end, modifiers)
    QTest.mouseRelease(view.viewport(), LEFT, modifiers, end)


def held(view: ArticleView) -> str:
    stretch = view.hand.stretch
    return TEXT[slice(*stretch)] if stretch else ""


def bar(view: ArticleView) -> MiniBar:
    return view.viewport().findChildren(MiniBar)[0]


def buttons(view: ArticleView) -> list[QAbstractButton]:
    return bar(view).findChildren(QAbstractButton)


def offered(view: ArticleView) -> list[str]:
    return [button.accessibleName() for button in buttons(view)]


# --- Clicking ------------------------------------------------------------------------------------------


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


def test_a_double_click_selects_a_token_also_inside_a_box(view: ArticleView, open_desk: Any) -> None:
    QTest.mouseDClick(view.viewport(), LEFT, NONE, point(view, "Putin"))
    assert (held(view), type(view.hand.focus)) == ("Putin", Selection)


# --- Dragging ------------------------------------------------------------------------------------------


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


# --- Bar, menu, tips -----------------------------------------------------------------------------------


def test_a_fresh_selection_offers_its_labels(view: ArticleView, open_desk: Any) -> None:
    drag(view, point(view, "Brüssel", at=0.3), point(view, "Brüssel", at=0.7))
    assert bar(view).isVisible()
    assert offered(view)[:3] == ["Per", "Org", "Loc"]
    QTest.mouseClick(next(it for it in buttons(view) if it.text() == "LOC"), LEFT)
    assert open_desk.asked == [AddSpan(TEXT.index("Brüssel"), TEXT.index("Brüssel") + 7, "LOC")]
    assert not bar(view).isVisible()


def test_a_clicked_suggestion_offers_yes_and_no(view: ArticleView, open_desk: Any) -> None:
    click(view, point(view, "Peskow"))
    assert offered(view)[:2] == ["Accept and go on", "Not this: reject or delete"]
    QTest.mouseClick(buttons(view)[0], LEFT)
    assert open_desk.asked == [Accept(11)]


def test_a_key_or_a_scroll_takes_the_bar_away(view: ArticleView, open_desk: Any) -> None:
    click(view, point(view, "Peskow"))
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert not bar(view).isVisible()


def test_the_bar_stays_on_the_page(view: ArticleView, open_desk: Any) -> None:
    for words in ("Der", "Brüssel", "Peskow"):
        QTest.mouseDClick(view.viewport(), LEFT, NONE, point(view, words))
        assert view.viewport().rect().contains(bar(view).geometry())


def test_the_menu_holds_the_same_actions_as_the_keys(view: ArticleView, open_desk: Any) -> None:
    click(view, point(view, "Peskow"))
    scene = view.canvas.scene
    assert scene is not None
    triggered: list[str] = []
    menu = context_menu(Offers(scene, view.hand, Bindings()), LIGHT, parent=view, trigger=triggered.append)
    texts = [action.text() for action in menu.actions()]
    assert "Accept and go on\tEnter" in texts
    assert "Per\t1" in texts
    next(action for action in menu.actions() if action.text() == "Org\t2").trigger()
    assert triggered == ["label_ORG"]


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


def test_while_a_stance_is_half_made_a_selection_is_offered_as_its_target(
    view: ArticleView, open_desk: Any
) -> None:
    click(view, point(view, "Wladimir"))
    view.trigger("stance_AGAINST")
    drag(view, point(view, "Brüssel", at=0.3), point(view, "Brüssel", at=0.7))
    assert buttons(view)[0].text() == "Target"
    QTest.mouseClick(buttons(view)[0], LEFT)
    assert isinstance(open_desk.asked[0], AddStance)
    assert open_desk.asked[0].target_range == (TEXT.index("Brüssel"), TEXT.index("Brüssel") + 7)


@pytest.mark.parametrize("width", [420, 560, 900])
def test_of_many_labels_the_bar_shows_as_many_as_have_room_and_the_others_by_name(
    view: ArticleView, make: Any, open_desk: Any, width: int
) -> None:
    codes = [f"LONG_LABEL_{n}" for n in range(18)]
    labels = [replace(make.codebook.labels[0], id=n, code=code, key=None) for n, code in enumerate(codes)]
    view.set_codebook(make.codebook._replace(labels=labels))
    view.resize(width, 500)
    click(view, point(view, "Peskow"))
    assert view.viewport().rect().contains(bar(view).geometry())
    shown = [button.text() for button in buttons(view)]
    assert "…" in shown
    first = [text for text in shown if text in codes]
    assert first == codes[: len(first)]
    assert first


def test_the_menu_over_a_plain_word_offers_labels_for_it(view: ArticleView, open_desk: Any) -> None:
    click(view, point(view, "Mittwoch"))
    scene = view.canvas.scene
    assert scene is not None
    asked = [offer.action for group in Offers(scene, view.hand, Bindings()).menu() for offer in group]
    assert asked[:3] == ["label_PER", "label_ORG", "label_LOC"]
    assert "stance_FAVOR" not in asked
    view.trigger("label_LOC")
    start = TEXT.index("Mittwoch")
    assert open_desk.asked == [AddSpan(start, start + 8, "LOC")]
