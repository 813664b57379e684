"""Draws the letters of a jump over the boxes' chips; they lie over the page, so that nothing moves."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from desktop.gui.article_view import places
from desktop.gui.article_view.column import Column
from desktop.gui.article_view.hints import Hint, Hints
from desktop.gui.article_view.places import Place
from desktop.gui.article_view.style import Style, faded

RADIUS = 3.0
NEAR = 4
"""So many badges before it one may have to make room for."""


def paint_badges(painter: QPainter, column: Column, hints: Hints, style: Style) -> None:
    """The letters of what can still be meant."""
    painter.setFont(style.strong)
    for hint, box in boxes(column, hints, style):
        _paint(painter, box, hint, style, typed=len(hints.typed), shifted=hints.purpose == "aim")


def boxes(column: Column, hints: Hints, style: Style) -> list[tuple[Hint, QRectF]]:
    """Where the badges lie; one that would cover some before it moves aside."""
    found: list[tuple[Hint, QRectF]] = []
    for hint in hints.open:
        place = places.exact_place(column, hint.start)
        if place is None:
            continue
        box = badge(column, place, hint, style)
        for _, other in found[-NEAR:]:
            if box.intersects(other):
                box.moveLeft(other.right() + 1)
        found.append((hint, box))
    return found


def badge(column: Column, place: Place, hint: Hint, style: Style) -> QRectF:
    """Where a hint's badge lies in the document: over the chip of its box, else where that would be."""
    width = QFontMetricsF(style.strong).horizontalAdvance(hint.letters) + style.size * 0.7
    chip = next((chip for chip in place.row.chips if chip.mark == hint.mark), None)
    if chip is not None:
        left, width = chip.x, max(width, chip.width)
    else:
        intervals = places.intervals_on(column, place, hint.start, hint.end)
        left = max(it[1] for it in intervals) - width if place.slot.rtl and intervals else 0.0
        left = min(it[0] for it in intervals) if intervals and not place.slot.rtl else left
    height = style.chip_height + 1
    return QRectF(column.left + left, place.top + place.row.box_top - height, width, height)


def _paint(painter: QPainter, box: QRectF, hint: Hint, style: Style, *, typed: int, shifted: bool) -> None:
    """Letters that are typed bare are filled, those that want Shift are outlined."""
    page, accent = QColor(style.theme.bg), QColor(style.theme.accent)
    if shifted:
        page, accent = accent, page
    painter.setPen(QPen(page, 1))
    painter.setBrush(accent)
    painter.drawRoundedRect(box.adjusted(-0.5, -0.5, 0.5, 0.5), RADIUS, RADIUS)
    metrics = QFontMetricsF(style.strong)
    x = box.left() + (box.width() - metrics.horizontalAdvance(hint.letters)) / 2
    baseline = box.center().y() + metrics.capHeight() / 2
    for number, letter in enumerate(hint.letters):
        painter.setPen(faded(page, 0.5) if number < typed else page)
        painter.drawText(QPointF(x, baseline), letter)
        x += metrics.horizontalAdvance(letter)
