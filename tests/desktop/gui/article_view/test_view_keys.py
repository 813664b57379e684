"""Keys pressed on a real view, with a stand-in that commits what is asked for."""

import string
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop.gui.article_view.hand import Edge, MadeStance, Nothing, OwnSpan, SuggestionInHand
from desktop.gui.article_view.view import ArticleView
from desktop.gui.bindings import Bindings
from desktop.gui.commands import (
    Accept,
    AddSpan,
    AddStance,
    Correct,
    DeleteSpan,
    Finish,
    MoveEdges,
    Reject,
    Relabel,
    SetUnsure,
)
from store.values import Holder
from tests.desktop.gui.article_view.keyboard import TEXT, K, Opener, begun_page, held, press

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def open_desk(desk: Callable[[Any], Any], make: Any) -> Any:
    return desk(begun_page(make))


def test_enter_enter_enter_accepts_one_after_the_other(view: ArticleView, open_desk: Any) -> None:
    press(view, K.Key_Tab, K.Key_Return, K.Key_Return, K.Key_Return)
    assert open_desk.asked == [Accept(11), Accept(12), Accept(13)]
    assert not open_desk.page.suggestions
    assert isinstance(view.hand.thing, OwnSpan)


def test_a_wrong_label_costs_two_presses(view: ArticleView, open_desk: Any) -> None:
    press(view, K.Key_Tab, "3")
    assert open_desk.asked == [Correct(11, 22, 36, "LOC")]
    assert held(view) == "Moskau"


def test_a_wrong_edge_costs_an_edge_an_arrow_and_enter(view: ArticleView, open_desk: Any) -> None:
    press(view, K.Key_Tab, "b", K.Key_Right, K.Key_Return)
    assert open_desk.asked == [Correct(11, 31, 36, "PER")]
    assert held(view) == "Moskau"


def test_an_own_edge_moves_press_by_press_and_stays_gripped(view: ArticleView, open_desk: Any) -> None:
    view.take(span=1)
    press(view, "e", K.Key_Right, K.Key_Right, (K.Key_Left, CTRL))
    assert [type(it) for it in open_desk.asked] == [MoveEdges] * 3
    assert len({it.hold for it in open_desk.asked}) == 1
    assert isinstance(view.hand.focus, Edge)
    assert held(view) == "Nikol Paschinjan traf Wladimi"
    press(view, K.Key_Escape)
    assert view.hand.focus == OwnSpan(1, 0, 29, "PER")


def test_rejecting_goes_on_and_deleting_does_not(view: ArticleView, open_desk: Any) -> None:
    press(view, K.Key_Tab, "x")
    assert open_desk.asked == [Reject(11)]
    assert held(view) == "Moskau"
    view.take(span=1)
    press(view, K.Key_Delete)
    assert open_desk.asked[-1] == DeleteSpan(1)
    assert view.hand.focus == Nothing()


def test_a_missed_name_is_selected_and_labelled(view: ArticleView, open_desk: Any) -> None:
    view.go_to(*(TEXT.index("EU"), TEXT.index("EU") + 2))
    press(view, "2")
    assert isinstance(open_desk.asked[0], AddSpan)
    assert view.hand.thing == OwnSpan(101, 68, 70, "ORG")


def test_the_nested_name_takes_an_arrow_shift_arrow_and_a_digit(view: ArticleView, open_desk: Any) -> None:
    view.take(span=1)
    press(view, K.Key_Right, (K.Key_Right, SHIFT), "3")
    assert open_desk.asked == [AddSpan(6, 16, "LOC")]


def test_unsure_on_a_suggestion_is_two_commands_from_one_press(view: ArticleView, open_desk: Any) -> None:
    press(view, K.Key_Tab, "u")
    assert open_desk.asked == [Accept(11), SetUnsure(101, True)]
    assert view.hand.thing == OwnSpan(101, 22, 36, "PER", unsure=True)


def test_a_draft_is_committed_before_the_next_key_does_its_work(view: ArticleView, open_desk: Any) -> None:
    press(view, K.Key_Tab, "b", K.Key_Right, "u")
    assert open_desk.asked == [Correct(11, 31, 36, "PER"), SetUnsure(101, True)]
    view.take(suggestion=12)
    press(view, "b", K.Key_Left, K.Key_Down)
    assert open_desk.asked[-1] == Correct(12, 37, 46, "LOC")
    assert not isinstance(view.hand.focus, Edge)


def test_four_keys_make_a_stance(view: ArticleView, open_desk: Any) -> None:
    press(view, K.Key_Tab, "f", "1")
    assert open_desk.asked == [AddStance(Holder("span", suggestion=11), "FAVOR", topic=1, evidence=(0, 47))]
    assert view.hand.statement == MadeStance(102)
    assert view.hand.thing == SuggestionInHand(11, 22, 36, "PER", 0.9) or isinstance(view.hand.thing, OwnSpan)


def test_digits_name_topics_while_a_stance_is_shown_and_labels_after_esc(
    view: ArticleView, open_desk: Any
) -> None:
    view.take(span=1)
    press(view, "a", "1", "2")
    assert [type(it).__name__ for it in open_desk.asked] == ["AddStance", "ChangeStance"]
    press(view, K.Key_Escape, "2")
    assert open_desk.asked[-1] == Relabel(1, "ORG")


def test_nothing_in_hand_makes_no_stance_and_says_so(view: ArticleView, open_desk: Any) -> None:
    press(view, K.Key_Down, K.Key_Escape, "f")
    assert (open_desk.asked, open_desk.notices) == ([], ["nothing_in_hand"])


def test_done_takes_one_press_where_everything_was_on_screen(view: ArticleView, open_desk: Any) -> None:
    press(view, (K.Key_Return, CTRL))
    assert open_desk.asked == [Finish((11, 12, 13))]


def test_done_takes_two_where_something_was_not(view: ArticleView, desk: Opener, make: Any) -> None:
    text = TEXT + "\n" + "Langer Absatz ohne Namen. " * 150 + "\nZuletzt kam Lukaschenko."
    found = desk(make.page(text, suggestions=(make.suggested(text, 11, "Lukaschenko"),)))
    press(view, (K.Key_Return, CTRL))
    assert (found.asked, found.notices) == ([], ["undecided_left"])
    press(view, (K.Key_Return, CTRL))
    assert found.asked == [Finish((11,))]


def test_every_bare_key_with_nothing_in_hand_only_labels_by_digit_or_nothing(
    view: ArticleView, open_desk: Any
) -> None:
    for character in string.ascii_letters + "0456789" + "!#$%')*+,-./:;<=>?@[\\]^`{|}~ ":
        view.take(span=None)
        press(view, K.Key_Escape, K.Key_Escape, (K.Key_End, CTRL))
        press(view, character)
    assert open_desk.asked == []
    press(view, K.Key_Escape, K.Key_Escape, (K.Key_End, CTRL), K.Key_Left, K.Key_Left, "3")
    assert open_desk.asked == [AddSpan(TEXT.index("Minsk"), TEXT.index("Minsk") + 5, "LOC")]


def test_letters_work_on_a_russian_keyboard_and_digits_on_a_french_one(
    view: ArticleView, open_desk: Any
) -> None:
    def send(text: str, scan: int) -> None:
        none = Qt.KeyboardModifier.NoModifier
        key = K.Key_unknown.value
        QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, key, none, scan, 0, 0, text))

    press(view, K.Key_Tab)
    send("ч", 53)
    send('"', 12)
    assert open_desk.asked == [Reject(11), Accept(12)]


def test_scrolling_keys_ask_for_nothing(view: ArticleView, desk: Opener, make: Any) -> None:
    found = desk(make.page("Ein Satz. " * 900))
    press(view, " ")
    down = view.verticalScrollBar().value()
    press(view, K.Key_PageDown, K.Key_PageUp)
    assert view.verticalScrollBar().value() == down > 300
    press(view, (K.Key_Space, SHIFT))
    assert (view.verticalScrollBar().value(), found.asked) == (0, [])


def test_copying_gives_the_text_as_it_was_imported(view: ArticleView, desk: Opener, make: Any) -> None:
    text = "Erste\r\nZeile\u00a0mit\u2028allem."
    desk(make.page(text))
    press(view, (K.Key_A, CTRL), (K.Key_C, CTRL))
    assert QApplication.clipboard().text() == text


@pytest.mark.parametrize(
    ("key", "modifiers", "text", "taken"),
    [
        (K.Key_F, Qt.KeyboardModifier.NoModifier, "f", True),
        (K.Key_1, Qt.KeyboardModifier.NoModifier, "1", True),
        (K.Key_Return, CTRL, "", True),
        (K.Key_Z, CTRL, "", False),
        (K.Key_F6, Qt.KeyboardModifier.NoModifier, "", False),
        (K.Key_PageDown, CTRL, "", False),
    ],
)
def test_the_articles_keys_are_no_shortcuts_and_the_windows_keys_are(
    view: ArticleView, open_desk: Any, key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str, taken: bool
) -> None:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key.value, modifiers, text)
    event.ignore()
    QApplication.sendEvent(view, event)
    assert event.isAccepted() is taken


def test_other_keys_can_be_set(view: ArticleView, open_desk: Any) -> None:
    view.set_bindings(Bindings({"article.next": ("K",), "article.accept": ("J",), "article.jump": ()}))
    press(view, "k", "j", K.Key_Return)
    assert open_desk.asked == [Accept(11)]


def test_the_last_target_is_repeated_as_what_it_has_become(view: ArticleView, open_desk: Any) -> None:
    view.take(span=1)
    press(view, "f", K.Key_Tab, K.Key_Return)
    assert open_desk.asked[-1] == AddStance(
        Holder("span", span=1), "FAVOR", target_suggestion=11, evidence=(0, 47)
    )
    press(view, K.Key_Escape)
    view.take(suggestion=12)
    press(view, "a", " ")
    assert isinstance(open_desk.asked[-1], AddStance)
    assert open_desk.asked[-1].target_span == open_desk.page.stances[0].target_span


def test_a_target_of_another_article_is_not_repeated(view: ArticleView, open_desk: Any, make: Any) -> None:
    view.take(span=1)
    press(view, "f", K.Key_Tab, K.Key_Return)
    make.show(view, make.page("Neu: Lukaschenko.", suggestions=(make.suggestion(21, 5, 16),)))
    open_desk.asked.clear()
    press(view, K.Key_Tab, "f", " ")
    assert (open_desk.asked, open_desk.notices[-1]) == ([], "no_last_target")
