"""Letters beside spans and words: typing them takes what they stand at in hand."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from desktop.gui.article_view import badges, places, speech
from desktop.gui.article_view.hand import MadeStance, Nothing, OwnSpan, Selection, SuggestionInHand
from desktop.gui.article_view.hints import LETTERS, Hint, Hints, hinted, jumps
from desktop.gui.article_view.view import ArticleView
from desktop.gui.commands import AddSpan, Correct
from store.values import Rejection, Stance

TEXT = "Nikol Paschinjan traf Wladimir Putin in Moskau. Der Kreml lobte die EU. Putin schwieg in Minsk."
K = Qt.Key


@pytest.fixture
def open_desk(desk: Callable[[Any], Any], make: Any) -> Any:
    """An own span, two suggestions, and names in none."""
    return desk(
        make.page(
            TEXT,
            spans=(make.span(TEXT, 1, "Nikol Paschinjan"),),
            suggestions=(make.suggested(TEXT, 11, "Wladimir Putin"), make.suggested(TEXT, 12, "Moskau")),
        )
    )


def words(hints: Hints | None) -> dict[str, str]:
    assert hints is not None
    return {hint.letters: TEXT[hint.start : hint.end] for hint in hints.open}


def shown(view: ArticleView) -> Hints | None:
    return view.canvas.painter.hints


@given(st.integers(1, 700))
def test_every_place_has_letters_of_its_own_and_none_begins_another(count: int) -> None:
    letters = [hint.letters for hint in hinted([(n, n + 1, None) for n in range(count)]).places]
    assert len(letters) == len(set(letters)) == min(count, len(LETTERS) ** 2)
    assert not any(a != b and b.startswith(a) for a in letters if len(a) == 1 for b in letters)
    assert count > 26 or {len(it) for it in letters} == {1}


def test_all_letters_serve_and_the_home_row_comes_first() -> None:
    assert sorted(LETTERS) == [chr(n) for n in range(ord("A"), ord("Z") + 1)]
    assert set(LETTERS[:9]) == set("ASDFGHJKL")


def test_two_letters_lead_where_the_first_alone_does_not() -> None:
    hints = hinted([(n, n + 1, None) for n in range(40)])
    assert hints.after("F") == Hint("F", 0, 1)
    further = hints.after("Y")
    assert isinstance(further, Hints)
    assert [hint.letters[0] for hint in further.open] == ["Y"] * 15
    assert further.after("J") == Hint("YJ", 26, 27)
    assert hints.after("1") is None


def test_where_one_letter_is_not_enough_the_nearest_places_have_one() -> None:
    hints = hinted([(n, n + 1, None) for n in range(40)], [abs(n - 30) for n in range(40)])
    short = {hint.start for hint in hints.places if len(hint.letters) == 1}
    assert len(short) == 25
    assert short == set(range(15, 40))


def test_j_shows_letters_on_every_span_and_suggestion_in_reading_order(
    view: ArticleView, open_desk: Any
) -> None:
    QTest.keyClicks(view, "j")
    assert words(shown(view)) == {"F": "Nikol Paschinjan", "J": "Wladimir Putin", "D": "Moskau"}


def test_typing_the_letter_takes_the_span_in_hand(view: ArticleView, open_desk: Any) -> None:
    QTest.keyClicks(view, "jd")
    assert isinstance(view.hand.focus, SuggestionInHand)
    assert view.hand.focus.id == 12
    assert shown(view) is None
    QTest.keyClicks(view, "jf")
    assert isinstance(view.hand.focus, OwnSpan)
    assert open_desk.asked == []


@pytest.mark.parametrize("key", [K.Key_Escape, K.Key_Return, K.Key_X, K.Key_1, K.Key_Right, K.Key_F3])
def test_any_other_key_only_leaves(key: Qt.Key, view: ArticleView, open_desk: Any) -> None:
    QTest.keyClick(view, K.Key_Tab)
    before = view.hand
    QTest.keyClicks(view, "j")
    QTest.keyClick(view, key)
    assert shown(view) is None
    assert view.hand == before
    assert (open_desk.asked, open_desk.places) == ([], [])


def test_a_modifier_alone_does_not_leave(view: ArticleView, open_desk: Any) -> None:
    QTest.keyClicks(view, "j")
    QTest.keyClick(view, K.Key_Shift)
    assert shown(view) is not None


def test_shift_j_leads_to_names_without_a_span_and_a_digit_labels_them(
    view: ArticleView, open_desk: Any
) -> None:
    QTest.keyClick(view, K.Key_J, Qt.KeyboardModifier.ShiftModifier)
    found = words(shown(view))
    assert list(found.values()) == ["Der", "Kreml", "EU", "Putin", "Minsk"]
    QTest.keyClicks(view, "j3")
    start = TEXT.index("Kreml")
    assert open_desk.asked == [AddSpan(start, start + 5, "LOC")]


def test_a_name_that_was_jumped_to_is_selected_and_can_be_made_longer(
    view: ArticleView, open_desk: Any
) -> None:
    QTest.keyClick(view, K.Key_J, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(view, "f")
    QTest.keyClick(view, K.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert isinstance(view.hand.focus, Selection)
    assert TEXT[view.hand.focus.start : view.hand.focus.end] == "Der Kreml"


def test_letters_count_by_place_on_a_keyboard_without_latin_ones(view: ArticleView, open_desk: Any) -> None:
    for key, written in ((0x41E, "о"), (0x412, "в")):  # where J and D are on a Russian keyboard
        view.keyPressEvent(QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, written))
    assert view.hand.thing is not None
    assert view.hand.thing.id == 12


def test_letters_that_come_while_a_command_is_under_way_are_not_lost(
    view: ArticleView, open_desk: Any
) -> None:
    QTest.keyClick(view, K.Key_Tab)
    open_desk.waits = True
    QTest.keyClicks(view, "1jj")
    assert shown(view) is None
    open_desk.answer()
    # Two spans are one's own now, a suggestion is left.
    assert isinstance(view.hand.focus, OwnSpan)
    assert TEXT[view.hand.focus.start : view.hand.focus.end] == "Wladimir Putin"


def test_moved_edges_of_a_suggestion_are_committed_before_the_letters_appear(
    view: ArticleView, open_desk: Any
) -> None:
    QTest.keyClick(view, K.Key_Tab)
    QTest.keyClicks(view, "e")
    QTest.keyClick(view, K.Key_Right)
    QTest.keyClicks(view, "j")
    assert [type(command) for command in open_desk.asked] == [Correct]
    assert shown(view) is not None


def test_the_letters_go_with_the_mouse_the_focus_scrolling_and_changes(
    view: ArticleView, open_desk: Any, make: Any
) -> None:
    ways: list[Callable[[], object]] = [
        lambda: QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton),
        view.clearFocus,
        view.canvas.expose,
        lambda: view.update_page(open_desk.page),
        lambda: make.show(view, make.page("Nichts Neues.")),
    ]
    for leave in ways:
        view.setFocus()
        QTest.keyClicks(view, "j")
        assert shown(view) is not None
        leave()
        assert shown(view) is None


def test_where_nothing_can_be_jumped_to_that_is_said(
    view: ArticleView, desk: Callable[[Any], Any], make: Any
) -> None:
    opened = desk(make.page("nichts neues."))
    QTest.keyClicks(view, "j")
    assert shown(view) is None
    assert opened.notices == ["no_spans"]


def test_a_jump_puts_down_a_stance_that_is_made(view: ArticleView, desk: Any, make: Any) -> None:
    stance = Stance(5, "5", "statement", "span", "FAVOR", holder_span=1, topic=1)
    desk(make.page(TEXT, spans=(make.span(TEXT, 1, "Moskau"),), stances=(stance,)))
    view.take(stance=5)
    QTest.keyClicks(view, "j")
    assert view.hand.statement == MadeStance(5)
    QTest.keyClicks(view, "f")
    assert view.hand.statement is None


def test_only_what_is_on_screen_has_letters(view: ArticleView, desk: Any, make: Any) -> None:
    text = "\n\n".join(f"Absatz {number} aus Minsk." for number in range(200))
    starts = [i for i in range(len(text)) if text.startswith("Minsk", i)]
    desk(make.page(text, suggestions=tuple(make.suggestion(i, i, i + 5) for i in starts)))
    QTest.keyClicks(view, "j")
    hints = shown(view)
    assert hints is not None
    assert 5 < len(hints.places) < 40
    assert hints.places[-1].end <= view.canvas.visible_range()[1]


def test_badges_lie_over_their_chips_and_move_no_text(view: ArticleView, open_desk: Any) -> None:
    column, style = view.canvas.column, view.canvas.style
    before = places.rectangles(column, 0, len(TEXT))
    QTest.keyClicks(view, "j")
    image = view.grab().toImage()
    assert places.rectangles(column, 0, len(TEXT)) == before
    hints = shown(view)
    assert hints is not None
    for hint in hints.places:
        place = places.exact_place(column, hint.start)
        assert place is not None
        chip = next(chip for chip in place.row.chips if chip.mark == hint.mark)
        box = badges.badge(column, place, hint, style)
        assert box.left() == column.left + chip.x
        assert box.width() >= chip.width
        assert box.bottom() == place.top + place.row.box_top
        corner = (box.topLeft() + QPointF(4, 4 - view.canvas.top)) * image.devicePixelRatio()
        assert image.pixelColor(round(corner.x()), round(corner.y())).name() == style.theme.accent


def test_screen_readers_hear_what_the_letters_lead_to(view: ArticleView, open_desk: Any, make: Any) -> None:
    QTest.keyClicks(view, "j")
    hints = shown(view)
    assert hints is not None
    heard = speech.spoken_hints(make.scene(open_desk.page), hints)
    assert heard == "jump to: F Nikol Paschinjan, J Wladimir Putin, D Moskau"


def test_nothing_in_hand_stays_so_after_esc(view: ArticleView, open_desk: Any) -> None:
    QTest.keyClicks(view, "j")
    QTest.keyClick(view, K.Key_Escape)
    assert isinstance(view.hand.focus, Nothing)


def test_a_shorter_article_opens_where_the_caret_stood_far_behind_its_end(
    view: ArticleView, open_desk: Any, make: Any
) -> None:
    QTest.keyClick(view, K.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert view.hand.caret == len(TEXT)
    make.show(view, make.page("Nichts Neues."))
    assert view.hand.caret == 0


def test_where_spans_may_nest_parts_of_own_ones_have_letters_too_after_the_free_words(
    view: ArticleView, open_desk: Any, make: Any
) -> None:
    scene = make.scene(open_desk.page)
    visible = (0, len(TEXT))
    flat = {TEXT[hint.start : hint.end] for hint in jumps(scene, visible, words=True).places}
    nesting = scene.with_codebook(make.codebook._replace(nested=True))
    deep = {TEXT[hint.start : hint.end] for hint in jumps(nesting, visible, words=True).places}
    assert deep - flat == {"Nikol", "Paschinjan"}
    crowded = " ".join(f"Na{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(30))
    page = make.page(crowded, spans=(make.span(crowded, 1, crowded[:29]),))
    scene = make.scene(page).with_codebook(make.codebook._replace(nested=True))
    hints = jumps(scene, (0, len(crowded)), words=True)
    assert len(hints.places) == 30
    assert {len(hint.letters) for hint in hints.places if hint.start >= 29} == {1}


def test_a_jump_to_what_was_rejected_selects_its_text(view: ArticleView, open_desk: Any) -> None:
    start = TEXT.index("Minsk")
    view.show_rejected(True)
    view.update_page(replace(open_desk.page, rejections=(Rejection(start, start + 5, "LOC"),)))
    QTest.keyClicks(view, "j")
    hints = shown(view)
    assert hints is not None
    letters = next(hint.letters for hint in hints.places if hint.start == start)
    QTest.keyClicks(view, letters.lower())
    assert view.hand.focus == Selection(start, start + 5)
