"""Keys wait for what was asked before them, and what comes of it leaves the hand where it should be."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from desktop.gui.article_view.hand import Hand, SuggestionInHand
from desktop.gui.article_view.view import ArticleView
from desktop.gui.commands import (
    Accept,
    Correct,
    Relabel,
)
from tests.desktop.gui.article_view.keyboard import TEXT, K, begun_page, held, press

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def open_desk(desk: Callable[[Any], Any], make: Any) -> Any:
    return desk(begun_page(make))


def test_keys_pressed_while_a_command_is_under_way_are_played_in_order(
    view: ArticleView, open_desk: Any
) -> None:
    open_desk.waits = True
    press(view, K.Key_Tab, K.Key_Return, "2", K.Key_Return)
    assert open_desk.asked == [Accept(11)]
    open_desk.answer()
    assert open_desk.asked == [Accept(11), Correct(12, 40, 46, "ORG")]
    open_desk.answer()
    open_desk.answer()
    assert open_desk.asked[2:] == [Accept(13)]
    assert not open_desk.page.suggestions


def test_what_a_key_means_is_decided_when_its_turn_comes(view: ArticleView, open_desk: Any) -> None:
    open_desk.waits = True
    view.take(span=1)
    press(view, "a", "1", "2")
    open_desk.answer()
    assert [type(it).__name__ for it in open_desk.asked] == ["AddStance", "ChangeStance"]
    open_desk.answer()


def test_after_a_refusal_the_hand_stays_and_keys_go_on(view: ArticleView, open_desk: Any) -> None:
    open_desk.waits = True
    press(view, K.Key_Tab, K.Key_Return, "3")
    open_desk.refuse()
    assert open_desk.asked == [Accept(11), Correct(11, 22, 36, "LOC")]
    assert held(view) == "Wladimir Putin"
    open_desk.answer()
    assert held(view) == "Moskau"


def test_a_refused_edge_goes_back_and_what_waited_for_it_is_dropped(
    view: ArticleView, open_desk: Any
) -> None:
    open_desk.waits = True
    view.take(span=1)
    press(view, "e", K.Key_Right)
    assert held(view) == "Nikol Paschinjan traf"
    open_desk.refuse()
    assert held(view) == "Nikol Paschinjan"
    press(view, K.Key_Tab, "b", K.Key_Right, "u")
    open_desk.refuse()
    assert [type(it).__name__ for it in open_desk.asked] == ["MoveEdges", "Correct"]


def test_menus_wait_in_the_same_line_as_keys(view: ArticleView, open_desk: Any) -> None:
    open_desk.waits = True
    press(view, K.Key_Tab, K.Key_Return)
    view.trigger("next_article")
    view.take(suggestion=13)
    assert open_desk.places == []
    open_desk.answer()
    assert open_desk.places == ["next_article"]
    assert held(view) == "Kreml"


def test_keys_pressed_after_done_belong_to_the_next_article(
    view: ArticleView, open_desk: Any, make: Any
) -> None:
    open_desk.waits = True
    press(view, (K.Key_Return, CTRL), K.Key_Tab, K.Key_Return)
    open_desk.pending.clear()
    make.show(view, make.page("Neu: Lukaschenko.", suggestions=(make.suggestion(21, 5, 16),)))
    view.release()
    assert open_desk.asked[1:] == [Accept(21)]


def test_suggestions_that_arrive_later_leave_the_hand_alone(
    view: ArticleView, open_desk: Any, make: Any
) -> None:
    view.take(span=1)
    press(view, "e")
    before = view.hand
    more = make.suggested(TEXT, 14, "Minsk", "LOC")
    view.update_page(replace(open_desk.page, suggestions=(*open_desk.page.suggestions, more)))
    assert view.hand == before


def test_after_undo_the_suggestion_that_came_back_is_in_hand(view: ArticleView, open_desk: Any) -> None:
    first = open_desk.page
    press(view, K.Key_Tab, K.Key_Return)
    touched = open_desk.commit(Relabel(0, None))
    view.update_page(first, replace(touched, span=None))
    assert held(view) == "Wladimir Putin"
    assert isinstance(view.hand.thing, SuggestionInHand)


def test_a_span_that_is_gone_leaves_only_the_caret(view: ArticleView, open_desk: Any) -> None:
    view.take(span=1)
    view.update_page(replace(open_desk.page, spans=()))
    assert view.hand == Hand(caret=0)
