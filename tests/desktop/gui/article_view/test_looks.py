"""Colours that can be read, the margin, the block above the text, arcs, and what a screen reader is told."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest

from desktop.gui.article_view import gutter, places
from desktop.gui.article_view.arcs import route
from desktop.gui.article_view.hand import Edge, Hand, OwnSpan, Selection, SuggestionInHand
from desktop.gui.article_view.header import Header
from desktop.gui.article_view.marks import Mark
from desktop.gui.article_view.reaction import Screen
from desktop.gui.article_view.scene import Codebook
from desktop.gui.article_view.seen import Seen
from desktop.gui.article_view.speech import spoken
from desktop.gui.article_view.style import Reading, Style, chip_texts
from desktop.gui.article_view.view import ArticleView
from desktop.gui.theme import DARK, LIGHT, Theme
from store.colours import colours, contrast
from store.values import Label, Stance, StancePart, Zone

TEXT = "Nikol Paschinjan traf Putin. Der Kreml lobte ihn sehr.\nZuletzt schwieg die EU."


# --- Colours -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_text_colour_has_a_contrast_of_four_point_six(theme: Theme) -> None:
    for name in ("fg", "dim", "accent", "pro", "con", "neutral", "arc"):
        assert contrast(getattr(theme, name), theme.bg) >= 4.6, name
    assert contrast(theme.fg, theme.sel) >= 7


def test_labels_bring_a_colour_for_each_theme_and_mentions_are_neutral() -> None:
    label = Label(1, "PER", {}, "1", "#267baf", "#628ae6", "", None, "active")
    assert (LIGHT.colour(label), DARK.colour(label)) == ("#267baf", "#628ae6")
    assert LIGHT.colour(None) == LIGHT.neutral
    assert not LIGHT.is_dark
    assert DARK.is_dark


def test_a_stance_label_without_a_colour_takes_that_of_its_side() -> None:
    label = Label(1, "PRO", {}, "F", "", "", "▲", 1, "active")
    sides = [LIGHT.side(replace(label, value=value)) for value in (1.0, -1.0, 0.0, None)]
    assert sides == [LIGHT.pro, LIGHT.con, LIGHT.neutral, LIGHT.neutral]


def test_chips_say_in_signs_what_kind_of_box_they_belong_to() -> None:
    looks = {look: chip_texts(Mark(1, 0, 3, "PER", look)) for look in ("own", "unsure", "suggestion")}
    assert {look: texts[0] for look, texts in looks.items()} == {
        "own": "PER",
        "unsure": "PER ~",
        "suggestion": "PER?",
    }
    assert looks["suggestion"] == ("PER?", "P?", "")
    assert chip_texts(Mark(1, 0, 3, "PRODUCT", "unsure")) == ("PRODUCT ~", "PRO~", "P~", "")
    assert chip_texts(Mark(1, 0, 3, None, "mention")) == ()


@pytest.mark.usefixtures("qapp")
def test_a_chip_is_sharp_on_every_screen_and_drawn_once() -> None:
    style = Style(LIGHT, Codebook(), Reading(size=12))
    mark = Mark(1, 0, 3, "PER", "own")
    single, double = style.chip_pixmap(mark, 1.0), style.chip_pixmap(mark, 2.0)
    assert double.width() == 2 * single.width()
    assert double.devicePixelRatio() == 2
    assert style.chip_pixmap(replace(mark, id=9), 1.0).cacheKey() == single.cacheKey()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size", [9, 12, 20])
def test_the_column_holds_about_seventy_five_characters_at_every_size(size: float) -> None:
    style = Style(LIGHT, Codebook(), Reading(size=size))
    assert 65 <= style.column / style.body_metrics.char_width <= 76
    assert style.column <= 760 * size / 11


def test_suggestions_and_own_spans_differ_in_shape_not_only_in_colour(view: ArticleView, make: Any) -> None:
    suggested = make.page(TEXT, suggestions=(make.suggested(TEXT, 1, "Putin"),))
    own = make.page(TEXT, spans=(make.span(TEXT, 1, "Putin"),))
    unsure = make.page(TEXT, spans=(make.span(TEXT, 1, "Putin", unsure=True),))
    mention = make.page(TEXT, spans=(make.span(TEXT, 1, "Putin", None),))
    grey: list[bytes] = []
    for page in (suggested, own, unsure, mention):
        make.show(view, page)
        image = view.viewport().grab().toImage()
        image.convertTo(image.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)
        grey.append(bytes(image.constBits()))
    assert len(set(grey)) == 4


# --- Margin and header ---------------------------------------------------------------------------------


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


# --- Arcs ----------------------------------------------------------------------------------------------


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


# --- Seen ----------------------------------------------------------------------------------------------


def test_what_was_on_screen_is_remembered_and_joined(make: Any) -> None:
    scene = make.scene(make.page(TEXT, suggestions=(make.suggestion(4, 22, 27), make.suggestion(5, 75, 77))))
    seen = Seen()
    assert seen.add(scene, (0, 28))
    assert not seen.add(scene, (0, 28))
    assert seen.screen(scene) == Screen(frozenset((4,)), whole=False)
    assert not seen.add(scene, (29, 54))
    assert seen.add(scene, (55, len(TEXT)))
    assert seen.screen(scene) == Screen(frozenset((4, 5)), whole=True)


# --- Screen readers ------------------------------------------------------------------------------------


def test_what_is_taken_in_hand_is_said_in_words(make: Any) -> None:
    page = make.page(
        TEXT,
        spans=(make.span(TEXT, 1, "Nikol Paschinjan"), make.span(TEXT, 2, "die EU", None)),
        suggestions=(make.suggested(TEXT, 4, "Putin"), make.suggested(TEXT, 5, "Kreml", "ORG")),
    )
    scene = make.scene(page)
    kreml = SuggestionInHand(5, *make.range(TEXT, "Kreml"), "ORG")
    said = [
        spoken(scene, Hand(focus=kreml)),
        spoken(scene, Hand(focus=OwnSpan(2, *make.range(TEXT, "die EU"), None))),
        spoken(scene, Hand(focus=Edge(kreml, "end", kreml.start, kreml.end + 6, 1))),
        spoken(scene, Hand(focus=Selection(0, 5))),
        spoken(scene, Hand(caret=6)),
    ]
    assert said == [
        "ORG, suggestion, Kreml, 2 of 2",
        "mention, confirmed, die EU, 2 of 2",
        "end: Kreml lobte",
        "selected: Nikol",
        "Paschinjan",
    ]


def test_screen_readers_get_text_caret_and_selection_from_qt(
    view: ArticleView, desk: Callable[[Any], Any], make: Any
) -> None:
    text = "🎉 " + TEXT
    desk(make.page(text))
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface is not None
    assert interface.role() == QAccessible.Role.EditableText
    read = interface.textInterface()
    assert read.text(0, read.characterCount()) == text
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    cursor = view.textCursor()
    assert cursor.selectedText() == "Nikol"
    assert (cursor.anchor(), read.cursorPosition()) == (3, 8)


def test_a_blank_line_is_a_pause_and_a_cut_for_display_none_at_all(view: ArticleView, make: Any) -> None:
    make.show(view, make.page("Erster Absatz.\n\nZweiter Absatz.\nDritter Absatz."))
    view.canvas.column.show(0, 2000)
    first, blank, second, third = (slot.height for slot in view.canvas.column.stack.slots)
    assert first == second == third
    assert 0 < blank < first / 3
    make.show(view, make.page("Ein Satz ohne Absatz. " * 300))
    gaps = [slot.metrics.paragraph_gap for slot in view.canvas.column.stack.slots]
    assert gaps[0] == 0 < gaps[-1]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_text_in_six_boxes_can_still_be_read(theme: Theme) -> None:
    labels = [Label(n, f"L{n}", {}, None, *pair, "", None, "active") for n, pair in enumerate(colours(12))]
    style = Style(theme, Codebook(labels), Reading(size=12))
    for label in labels:
        ground = QColor(theme.bg)
        for level in (5, 4, 3, 2, 1, 0):
            fill = style.box(Mark(1, 0, 3, label.code, "own"), level)[1]
            ground = QColor.fromRgbF(
                *(over(fill, ground, channel) for channel in ("redF", "greenF", "blueF"))
            )
        assert contrast(theme.fg, ground.name()) >= 4.5, label.code


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
