"""What a selection or a box offers beside it: the small bar, and the menu of a right click."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtTest import QTest

from desktop.gui.article_view import places
from desktop.gui.article_view.context_menu import context_menu
from desktop.gui.article_view.offers import Offers
from desktop.gui.article_view.style import Reading
from desktop.gui.article_view.view import ArticleView
from desktop.gui.bindings import Bindings
from desktop.gui.commands import Accept, AddSpan, AddStance
from desktop.gui.theme import LIGHT
from store.values import Span
from tests.desktop.gui.article_view.pointer import (
    LEFT,
    NONE,
    TEXT,
    bar,
    buttons,
    click,
    crowded_page,
    drag,
    offered,
    point,
)


@pytest.fixture
def open_desk(desk: Callable[[Any], Any], make: Any) -> Any:
    return desk(crowded_page(make))


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


@pytest.mark.parametrize("spacing", [0.8, 1.0, 1.5])
@pytest.mark.parametrize("size", [9, 12, 14, 20])
def test_no_strip_of_a_chip_stands_out_above_or_below_the_bar(
    view: ArticleView, make: Any, size: int, spacing: float
) -> None:
    text = "Ada Lind kam nach Rom. " * 40
    starts = list(range(0, len(text), 23))
    spans = tuple(Span(n, start, start + 8, "PER") for n, start in enumerate(starts, 1))
    view.set_reading(Reading(size=size, spacing=spacing))
    make.show(view, make.page(text, spans=spans))
    first, last = view.canvas.visible_range()
    for start in (starts[1], max(it for it in starts if it + 17 < last and it >= first)):
        rect = view.canvas.rectangles(start + 13, start + 17)[0]
        drag(view, (rect.topLeft() + QPointF(2, 9)).toPoint(), (rect.topRight() - QPointF(2, -9)).toPoint())
        place = bar(view).geometry()
        assert bar(view).isVisible()
        assert all(place.contains(it) or not place.intersects(it) for it in chips(view, place))


def chips(view: ArticleView, beside: QRect) -> list[QRect]:
    """The chips above, below and under a place, cut to its width."""
    canvas = view.canvas
    found = [
        QRectF(canvas.column.left + chip.x, place.top + place.row.box_top - height, chip.width, height)
        for height in (canvas.style.chip_height,)
        for place in places.exact_rows(canvas.column, 0, 10_000)
        for chip in place.row.chips
    ]
    assert found
    aligned = [it.translated(0, -canvas.top).toAlignedRect() for it in found]
    column = QRect(beside.left(), -10_000, beside.width(), 30_000)
    return [it & column for it in aligned if it.intersects(column)]
