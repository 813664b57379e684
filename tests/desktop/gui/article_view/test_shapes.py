"""Looks of marks are told apart by shape alone, however little room there is."""

from typing import Any

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from desktop.gui.article_view import places
from desktop.gui.article_view.gutter import name_fonts, name_places, name_right, zone_name
from desktop.gui.article_view.marks import Look, Mark
from desktop.gui.article_view.scene import Codebook
from desktop.gui.article_view.style import Reading, Style
from desktop.gui.article_view.view import ArticleView
from desktop.gui.rendering import picture_of
from desktop.gui.theme import DARK, LIGHT, Theme
from store.values import Label, Zone

LABELS = (Label(1, "EVENT", {}, "1", "#267baf", "#628ae6", "", None, "active"),)
LOOKS: tuple[Look, ...] = ("own", "unsure", "suggestion", "rejected")
SIZES = (9.0, 12.0, 20.0)


def grey(image: QImage) -> bytes:
    """The picture without its colours."""
    return bytes(image.convertToFormat(QImage.Format.Format_Grayscale8).constBits())


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.usefixtures("qapp")
def test_chips_of_all_looks_differ_in_every_form_down_to_the_tick(theme: Theme, size: float) -> None:
    style = Style(theme, Codebook(LABELS), Reading(size=size))
    marks = [Mark(1, 0, 5, "EVENT", look) for look in LOOKS]
    for form in range(len(style.chip_widths(marks[0]))):
        pictures = [grey(style.chip_pixmap(mark, 1.0, form).toImage()) for mark in marks]
        assert len(set(pictures)) == len(LOOKS), form


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_box_of_an_unsure_span_is_wavy_where_that_of_a_sure_one_is_straight(
    view: ArticleView, make: Any, theme: Theme
) -> None:
    view.set_theme(theme)
    edges: list[set[bytes]] = []
    for unsure in (False, True):
        span = make.span("Ein Wort.", 1, "Wort", "EVENT")
        make.show(view, make.page("Ein Wort.", spans=(type(span)(1, 4, 8, "EVENT", unsure=unsure),)))
        box = view.canvas.rectangles(4, 8)[0].toAlignedRect()
        picture = picture_of(view.viewport())
        rows = range(box.bottom() - 3, box.bottom() + 4)
        inner = range(box.left() + 6, box.right() - 6)
        columns = {bytes(picture.pixelColor(x, y).lightness() // 8 for y in rows) for x in inner}
        edges.append(columns)
    straight, wavy = edges
    assert len(wavy) > len(straight)


def test_the_names_of_zones_have_one_size_on_a_page(view: ArticleView) -> None:
    column, style = view.canvas.column, view.canvas.style
    short, long = zone_name("byline"), zone_name("disclaimer") * 3
    column.left = 120.0
    assert name_fonts(column, [short], style)[0] is style.small
    assert name_fonts(column, [short, long], style) == (style.tiny,)


@pytest.mark.parametrize(("text", "beside"), [("Von Anna", "left"), ("דנה לוי, תל אביב", "right")])
def test_zones_are_named_beside_where_their_lines_begin(
    view: ArticleView, make: Any, text: str, beside: str
) -> None:
    view.resize(1100, 400)
    make.show(view, make.page(text, zones=(Zone(1, 0, len(text), "byline", False, "rule"),)))
    column, style = view.canvas.column, view.canvas.style
    place = places.exact_place(column, 0)
    assert place is not None
    right = name_right(column, (), QRectF(0, 0, 1, 1))
    _, corner = next(name_places(column, place, zone_name("byline"), (style.small, style.tiny), right))
    assert ("left" if corner.x() < column.left else "right") == beside
    assert beside == "left" or corner.x() > column.left + column.width
