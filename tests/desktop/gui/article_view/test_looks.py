"""The column, the margin, the block above the text, arcs, and what was on screen."""

from itertools import pairwise
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from desktop.gui.article_view import gutter, places
from desktop.gui.article_view.arcs import route
from desktop.gui.article_view.header import Header
from desktop.gui.article_view.reaction import Screen
from desktop.gui.article_view.scene import Codebook
from desktop.gui.article_view.seen import Seen
from desktop.gui.article_view.style import Reading, Style
from desktop.gui.article_view.view import ArticleView
from desktop.gui.theme import LIGHT
from store.values import Stance, StancePart, Zone

TEXT = "Nikol Paschinjan traf Putin. Der Kreml lobte ihn sehr.\nZuletzt schwieg die EU."


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size", [9, 12, 20])
def test_the_column_holds_about_seventy_five_characters_at_every_size(size: float) -> None:
    style = Style(LIGHT, Codebook(), Reading(size=size))
    assert 65 <= style.column / style.body_metrics.char_width <= 76
    assert style.column <= 760 * size / 11


def stance(number: int, start: int, end: int, label: str = "FAVOR") -> Stance:
    part = StancePart("evidence", 0, start, end, "marked")
    return Stance(number, str(number), "statement", "author", label, topic=1, parts=(part,))


def test_brackets_that_may_share_a_line_stand_in_different_lanes(make: Any) -> None:
    page = make.page(
        "Wort " * 100, stances=(stance(1, 0, 40), stance(2, 30, 90, "AGAINST"), stance(3, 400, 420))
    )
    found = gutter.brackets(make.scene(page))
    assert [(it.stance, it.lane, it.value) for it in found] == [(1, 0, 1), (2, 1, -1), (3, 0, 1)]


def test_a_stance_without_evidence_stands_beside_its_holder(make: Any) -> None:
    bare = Stance(1, "u", "statement", "span", "FAVOR", holder_span=5, topic=1)
    page = make.page(TEXT, spans=(make.span(TEXT, 5, "Putin"),), stances=(bare,))
    assert [(it.start, it.end) for it in gutter.brackets(make.scene(page))] == [(22, 27)]


def test_the_name_of_a_zone_ends_before_the_brackets_beside_its_line(view: ArticleView, make: Any) -> None:
    make.show(view, make.page("Wort " * 200, stances=(stance(1, 0, 40), stance(2, 30, 90, "AGAINST"))))
    column, beside = view.canvas.column, view.canvas.painter.brackets
    inner, outer = sorted((gutter.bracket_rect(column, it) for it in beside), key=lambda it: -it.left())
    both = QRectF(0, outer.top(), column.left, 14)
    below = both.translated(0, 2000)
    assert inner.intersects(both)
    assert gutter.name_right(column, beside, both) < outer.left()
    assert gutter.name_right(column, beside, below) == column.left - gutter.FIRST


@pytest.mark.usefixtures("qapp")
def test_the_title_is_shown_above_the_text_only_where_the_text_has_no_headline(make: Any) -> None:
    style = Style(LIGHT, Codebook(), Reading(size=12))
    page = make.page(TEXT, title="Ein Treffen")
    page = replace(page, article=replace(page.article, outlet="dpa", published_at="2026-03-14T10:00:00"))
    with_title = Header(page, style)
    with_title.set_width(500)
    headline = Header(replace(page, zones=(Zone(1, 0, 10, "headline", True, "import"),)), style)
    headline.set_width(500)
    assert with_title.title == "Ein Treffen"
    assert "dpa" in with_title.spoken
    assert "2026" in with_title.spoken
    assert headline.title == ""
    assert headline.height < with_title.height


@pytest.mark.usefixtures("qapp")
def test_what_is_known_of_an_article_goes_on_in_a_further_line_where_the_column_is_narrow(make: Any) -> None:
    page = make.page(TEXT)
    page = replace(page, article=replace(page.article, outlet="Die Abendzeitung", author="Ada Beispiel"))
    header = Header(page, Style(LIGHT, Codebook(), Reading(size=12)))
    heights: list[float] = []
    for width in (600, 200, 60):
        header.set_width(width)
        heights.append(header.height)
    assert heights == sorted(set(heights))
    assert heights[2] - heights[0] == pytest.approx(2 * (heights[1] - heights[0]), abs=1)


def test_the_block_above_is_no_part_of_the_text(view: ArticleView, make: Any) -> None:
    make.show(view, make.page(TEXT, title="Ein Treffen"))
    assert view.document().toPlainText() == TEXT
    assert view.accessibleDescription().startswith("Ein Treffen")


def test_zones_out_of_scope_are_dimmed_and_headlines_large(view: ArticleView, make: Any) -> None:
    zones = (Zone(1, 0, 28, "headline", True, "import"), Zone(2, 55, 78, "about", False, "rule"))
    make.show(view, make.page(TEXT.replace(". Der", ".\nDer"), zones=zones))
    first, last = view.document().firstBlock(), view.document().lastBlock()
    large = first.begin().fragment().charFormat().font().pointSizeF()
    assert large == pytest.approx(1.5 * last.begin().fragment().charFormat().font().pointSizeF())
    assert last.begin().fragment().charFormat().foreground().color() == QColor(LIGHT.dim)


def test_an_arc_runs_above_the_lines_and_ends_at_the_target() -> None:
    here, there = QRectF(100, 50, 40, 20), QRectF(300, 50, 40, 20)
    below, far = QRectF(300, 88, 40, 20), QRectF(300, 400, 40, 20)
    for target in (there, below, far):
        corners = route(here, target, margin=40, lane=14)
        assert corners[-1] == QPointF(target.center().x(), target.top())
        over = target.top() - 14
        assert corners[-2].y() < over
        assert all(a.x() == b.x() or a.y() == b.y() for a, b in pairwise(corners))
    assert any(corner.x() == 40 for corner in route(here, far, margin=40, lane=14))


def test_what_was_on_screen_is_remembered_and_joined(make: Any) -> None:
    scene = make.scene(make.page(TEXT, suggestions=(make.suggestion(4, 22, 27), make.suggestion(5, 75, 77))))
    seen = Seen()
    assert seen.add(scene, (0, 28))
    assert not seen.add(scene, (0, 28))
    assert seen.screen(scene) == Screen(frozenset((4,)), whole=False)
    assert not seen.add(scene, (29, 54))
    assert seen.add(scene, (55, len(TEXT)))
    assert seen.screen(scene) == Screen(frozenset((4, 5)), whole=True)


def over(fill: QColor, ground: QColor, channel: str) -> float:
    """One channel of a colour that is laid over another."""
    top, under = getattr(fill, channel)(), getattr(ground, channel)()
    return under + (top - under) * fill.alphaF()


def test_in_a_language_from_right_to_left_the_whole_header_stands_at_the_right(
    view: ArticleView, make: Any
) -> None:
    text = make.texts["arabic"]
    page = make.page(text, title=text[:30])
    page = replace(page, article=replace(page.article, outlet=text[:12], published_at="2025-10-25"))
    make.show(view, page)
    picture = view.viewport().grab().toImage()
    header = view.canvas.painter.header
    assert header is not None
    middle = view.canvas.column.left + view.canvas.column.width / 2
    ground = picture.pixel(0, 0)
    inked = [
        x
        for y in range(int(header.height))
        for x in range(0, picture.width(), 2)
        if picture.pixel(x, y) != ground
    ]
    assert min(inked) > middle * 0.5
    right = view.canvas.column.left + view.canvas.column.width
    assert right - 12 < max(inked) <= right + 2


@pytest.mark.parametrize(
    ("width", "label", "expected"), [(900, None, "margin"), (420, None, "lane"), (420, "PER", "none")]
)
def test_a_zone_is_named_in_the_margin_or_above_its_line_but_never_over_a_chip(
    view: ArticleView, make: Any, width: int, label: str | None, expected: str
) -> None:
    text = "Von Anna " + "x" * 12 + " und Bert Brandt in einem langen Satz"
    spans = (make.span(text, 1, text[9:], label),)
    view.resize(width, 400)
    make.show(view, make.page(text, zones=(Zone(1, 0, len(text), "byline", False, "rule"),), spans=spans))
    column, style = view.canvas.column, view.canvas.style
    place = places.exact_place(column, 0)
    assert place is not None
    if label:
        chip = place.row.chips[0]._replace(x=column.width - 30)
        place = place._replace(row=place.row._replace(chips=(chip,)))
    right = gutter.name_right(column, (), QRectF(0, 0, 1, 1))
    fonts = (style.small, style.tiny, style.tiny)
    found = [corner for _, corner in gutter.name_places(column, place, "Disclaimer", fonts, right)]
    where = "none" if not found else "margin" if found[0].x() < column.left else "lane"
    assert where == expected
