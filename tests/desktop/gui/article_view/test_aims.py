"""Letters beside possible targets, chips for ends out of sight, crowded brackets."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from desktop.gui.article_view import badges, gutter
from desktop.gui.article_view.edge_chips import ends_out_of_sight
from desktop.gui.article_view.emphasis import Emphasis
from desktop.gui.article_view.hints import Hint, Hints
from desktop.gui.article_view.view import ArticleView
from desktop.gui.commands import AddStance, ChangeStance
from store.values import Holder, Stance, StancePart

TEXT = "Vorher war Ruhe. Peskow kritisierte den Ausbau der Windkraft. Danach schwieg Moskau."
K, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def open_desk(desk: Callable[[Any], Any], make: Any) -> Any:
    return desk(make.page(TEXT, spans=(make.span(TEXT, 1, "Peskow"), make.span(TEXT, 2, "Moskau", "LOC"))))


def aims(view: ArticleView) -> dict[str, Hint]:
    found = view.canvas.painter.aims
    assert found is not None
    return {TEXT[it.start : it.end]: it for it in found.places}


def half_made(view: ArticleView) -> None:
    view.take(span=1)
    QTest.keyClicks(view, "a")


def test_a_half_made_stance_shows_letters_beside_boxes_and_phrases(view: ArticleView, open_desk: Any) -> None:
    assert view.canvas.painter.aims is None
    half_made(view)
    assert set(aims(view)) == {"Moskau", "den Ausbau der Windkraft", "der Windkraft"}
    assert aims(view)["den Ausbau der Windkraft"].letters == "F"


def test_shift_and_the_letter_takes_a_phrase_as_target(view: ArticleView, open_desk: Any) -> None:
    half_made(view)
    QTest.keyClick(view, K.Key_F, SHIFT)
    (asked,) = open_desk.asked
    assert isinstance(asked, AddStance)
    assert asked.holder == Holder("span", span=1)
    assert TEXT[slice(*asked.target_range)] == "den Ausbau der Windkraft"
    assert view.canvas.painter.aims is None


def test_bare_letters_stay_commands_and_both_targets_can_be_given(view: ArticleView, open_desk: Any) -> None:
    half_made(view)
    QTest.keyClicks(view, "f1")
    assert open_desk.asked[0].label == "FAVOR"
    assert view.canvas.painter.aims is not None, "without a target in the text the letters stay"
    letter = aims(view)["Moskau"].letters
    QTest.keyClick(view, Qt.Key(ord(letter)), SHIFT)
    assert open_desk.asked[1] == ChangeStance(open_desk.page.stances[0].id, {"target_span": 2})


def test_esc_drops_the_stance_and_its_letters(view: ArticleView, open_desk: Any) -> None:
    half_made(view)
    QTest.keyClick(view, K.Key_Escape)
    assert view.canvas.painter.aims is None
    assert open_desk.asked == []


@pytest.mark.parametrize("words", ["den Ausbau der Windkraft", "Moskau"])
def test_a_click_on_the_letters_takes_the_target(words: str, view: ArticleView, open_desk: Any) -> None:
    half_made(view)
    painter = view.canvas.painter
    boxes = dict(badges.boxes(view.canvas.column, Hints(painter.aims.places, purpose="aim"), painter.style))
    point = boxes[aims(view)[words]].center().toPoint() - QPoint(0, view.canvas.top)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    assert len(open_desk.asked) == 1


def test_chips_name_the_ends_that_are_out_of_sight(view: ArticleView, desk: Any, make: Any) -> None:
    text = "Anna lobte den Rat.\n" + "Noch ein Absatz.\n" * 60 + "Der Rat schwieg."
    spans = (make.span(text, 1, "Anna"), make.span(text, 2, "Der Rat", "ORG"))
    parts = (StancePart("evidence", 0, 0, 19, "marked"),)
    stance = Stance(7, "u", "statement", "span", "FAVOR", holder_span=1, target_span=2, parts=parts)
    desk(make.page(text, spans=spans, stances=(stance,)))
    view.take(stance=7)
    chips = view._presenter.chips
    assert chips.shown == ["↓ Der Rat"]
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert chips.shown == ["↑ Anna", "↑ Anna lobte den Rat."]
    QTest.keyClick(view, K.Key_Escape)
    assert chips.shown == []


def test_chips_at_the_foot_leave_room_for_what_covers_it(view: ArticleView, desk: Any, make: Any) -> None:
    text = TEXT + "\n" + "Zeile. " * 900
    parts = (StancePart("evidence", 0, len(text) - 8, len(text), "marked"),)
    stance = Stance(7, "u", "statement", "span", "FAVOR", holder_span=1, parts=parts)
    desk(make.page(text, spans=(make.span(text, 1, "Peskow"),), stances=(stance,)))
    view.take(stance=7)
    view.verticalScrollBar().setValue(0)
    (chip,) = (it for it in view.viewport().findChildren(QToolButton) if it.isVisible())
    foot = chip.geometry().bottom()
    view.keep_clear(60)
    assert chip.geometry().bottom() == foot - 60
    view.keep_clear(0)
    assert chip.geometry().bottom() == foot


def test_without_a_stance_in_hand_no_end_is_looked_for() -> None:
    assert ends_out_of_sight(Emphasis(holder=(0, 4)), (10, 20)) == []


def test_beyond_the_fifth_lane_brackets_are_counted(make: Any) -> None:
    parts = (StancePart("evidence", 0, 17, 60, "marked"),)
    fields: dict[str, Any] = {"holder_span": 1, "topic": 1, "parts": parts}
    stances = tuple(Stance(n, str(n), "statement", "span", "FAVOR", **fields) for n in range(1, 9))
    page = make.page(TEXT, spans=(make.span(TEXT, 1, "Peskow"),), stances=stances)
    found = gutter.brackets(make.scene(page))
    assert gutter.crowds(found) == [(17, 3)]
    assert gutter.crowds(found[:5]) == []


def test_a_narrow_margin_has_fewer_lanes_and_no_bracket_is_cut_off(view: ArticleView, make: Any) -> None:
    parts = (StancePart("evidence", 0, 17, 60, "marked"),)
    fields: dict[str, Any] = {"holder_span": 1, "topic": 1, "parts": parts}
    stances = tuple(Stance(n, str(n), "statement", "span", "FAVOR", **fields) for n in range(1, 9))
    make.show(view, make.page(TEXT, spans=(make.span(TEXT, 1, "Peskow"),), stances=stances))
    for width, drawn in ((640, 3), (1400, 5)):
        view.resize(width, 600)
        column, found = view.canvas.column, view.canvas.painter.brackets
        assert len([it for it in found if not it.crowded]) == drawn
        assert all(gutter.bracket_rect(column, it).left() >= 0 for it in found)
