"""Draws one row of the page: what lies under the text, the boxes, and the chips over it. No state.

Coordinates are those of the row's paragraph; the painter is translated to its top left.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop.gui.article_view.chips import Chip
from desktop.gui.article_view.layout import Interval, Piece, Row
from desktop.gui.article_view.style import Style, faded, tab

RADIUS = 4.0
RING = 1.5
"""The focus ring's distance from its box."""
HALO = 1.5
"""What stays free around a chip that lies on others."""
WAVE = 3.0
"""Half the length of a wave under what is unsure, and `SWING` how far its curves are drawn to either side."""
SWING = 2.6


def draw_band(painter: QPainter, row: Row, intervals: Sequence[Interval], colour: QColor) -> None:
    """A soft band behind a range: the selection, evidence."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for left, right in intervals:
        box = QRectF(left, row.box_top, right - left, row.box_bottom - row.box_top)
        painter.drawRoundedRect(box, 2, 2)


def draw_proposed(
    painter: QPainter, row: Row, intervals: Sequence[Interval], colour: QColor, *, level: int = 0
) -> None:
    """A dashed line under what is only proposed; `level` counts those between it and the text."""
    pen = QPen(colour, 1.0 if level else 1.6)
    pen.setDashPattern([3, 2.5])
    painter.setPen(pen)
    for left, right in intervals:
        y = row.box_bottom + 1 + 2.5 * level
        painter.drawLine(QPointF(left + 1, y), QPointF(right - 1, y))


def draw_piece(painter: QPainter, row: Row, piece: Piece, style: Style, *, rtl: bool) -> None:
    """The box of a mark on one row, or the underline of a mention."""
    colour = style.colour(piece.mark.label)
    if piece.mark.label is None:
        _underline(painter, row, piece, colour)
        return
    pen, fill = style.box(piece.mark, piece.level)
    _box(painter, _boxes(row, piece), piece, pen=pen, fill=fill, rtl=rtl)


def draw_ground(painter: QPainter, row: Row, piece: Piece, style: Style, *, rtl: bool) -> None:
    """The page under the box that is in hand: on bands as well, its text could not be read."""
    _box(
        painter, _boxes(row, piece), piece, pen=QPen(Qt.PenStyle.NoPen), fill=QColor(style.theme.bg), rtl=rtl
    )


def draw_in_hand(
    painter: QPainter, row: Row, piece: Piece, style: Style, *, rtl: bool, focused: bool
) -> None:
    """What makes a box stand out as the one in hand: fill, a thicker border, and a ring with the focus."""
    colour = style.colour(piece.mark.label)
    boxes = _boxes(row, piece)
    pen = QPen(colour, 2)
    if piece.mark.is_suggestion:
        pen.setDashPattern([3, 1.6])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    _box(painter, boxes, piece, pen=pen, fill=faded(colour, 0.14), rtl=rtl)
    if focused:
        ring = [box.adjusted(-RING, -RING, RING, RING) for box in boxes]
        _box(painter, ring, piece, pen=QPen(faded(colour, 0.4), 1.5), fill=None, rtl=rtl)


def draw_chips(painter: QPainter, row: Row, style: Style, ratio: float) -> None:
    """The labels over the row."""
    y = row.box_top - style.chip_height
    for chip in row.chips:
        painter.drawPixmap(QPointF(chip.x, y), style.chip_pixmap(chip.mark, ratio, chip.form))


def draw_whole_chip(painter: QPainter, row: Row, chip: Chip, style: Style, ratio: float) -> None:
    """A label that was shortened, whole, with a little air to those that it covers."""
    left, right = chip.whole
    box = QRectF(left, row.box_top - style.chip_height, right - left, style.chip_height)
    painter.fillPath(tab(box.adjusted(-HALO, -HALO, HALO, 0)), QColor(style.theme.bg))
    painter.drawPixmap(box.topLeft(), style.chip_pixmap(chip.mark, ratio))


def draw_grip(painter: QPainter, row: Row, x: float, colour: QColor, *, active: bool) -> None:
    """The handle at an edge of what is in hand; a bar over the line where the edge itself is in hand."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    top, bottom = row.box_top - 2, row.box_bottom + 2
    if active:
        painter.drawRoundedRect(QRectF(x - 1.5, top, 3, bottom - top), 1.5, 1.5)
    radius = 4.5 if active else 2.8
    painter.drawEllipse(QPointF(x, bottom + (2 if active else -1)), radius, radius)


def draw_caret(painter: QPainter, row: Row, x: float, intervals: Sequence[Interval], colour: QColor) -> None:
    """The caret, with a line under the token that a digit would label."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(QRectF(round(x) - 1, row.box_top + 1, 1.5, row.box_bottom - row.box_top - 1))
    painter.setBrush(faded(colour, 0.55))
    for left, right in intervals:
        painter.drawRect(QRectF(left, row.box_bottom - 1, right - left, 1.5))


def grip_x(piece: Piece, *, at_end: bool, rtl: bool) -> float:
    """Where the handle of an edge stands."""
    side = 1.5 + piece.level
    if at_end != rtl:
        return piece.intervals[-1][1] + side
    return piece.intervals[0][0] - side


def _boxes(row: Row, piece: Piece) -> list[QRectF]:
    """Rectangles on whole pixels and a half, so that thin borders are sharp."""
    side = 1.5 + piece.level
    top, bottom = row.extent(piece.level)
    top, bottom = round(top) + 0.5, round(bottom) - 0.5
    made: list[QRectF] = []
    for left, right in piece.intervals:
        x1, x2 = round(left - side) + 0.5, round(right + side) - 0.5
        made.append(QRectF(x1, top, max(2.0, x2 - x1), bottom - top))
    return made


def _box(
    painter: QPainter,
    boxes: Sequence[QRectF],
    piece: Piece,
    *,
    pen: QPen,
    fill: QColor | None,
    rtl: bool,
) -> None:
    """Boxes with round corners; where the mark goes on elsewhere, the side is open."""
    last, wavy = len(boxes) - 1, piece.mark.look == "unsure"
    for k, box in enumerate(boxes):
        open_start, open_end = not piece.begins, not piece.ends
        open_left = k > 0 or (open_end if rtl else open_start)
        open_right = k < last or (open_start if rtl else open_end)
        if not (open_left or open_right or wavy):
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
            painter.drawRoundedRect(box, RADIUS, RADIUS)
            continue
        sides = {"open_left": open_left, "open_right": open_right, "wavy": wavy}
        if fill is not None:
            painter.fillPath(_outline(box, **sides, closed=True), fill)
        painter.strokePath(_outline(box, **sides, closed=False), pen)


def _outline(box: QRectF, *, open_left: bool, open_right: bool, wavy: bool, closed: bool) -> QPainterPath:
    """The border of a box; an open side has square corners and, unless `closed`, no line. That of what is
    unsure is `wavy` at the foot.
    """
    path = QPainterPath()
    left, top, right, bottom = box.left(), box.top(), box.right(), box.bottom()
    r_left, r_right = 0 if open_left else RADIUS, 0 if open_right else RADIUS
    path.moveTo(right - r_right, bottom)
    if not open_right:
        path.quadTo(right, bottom, right, bottom - r_right)
        path.lineTo(right, top + r_right)
        path.quadTo(right, top, right - r_right, top)
    elif closed:
        path.lineTo(right, top)
    else:
        path.moveTo(right, top)
    path.lineTo(left + r_left, top)
    if not open_left:
        path.quadTo(left, top, left, top + r_left)
        path.lineTo(left, bottom - r_left)
        path.quadTo(left, bottom, left + r_left, bottom)
    elif closed:
        path.lineTo(left, bottom)
    else:
        path.moveTo(left, bottom)
    if wavy:
        _wave(path, right - r_right)
    else:
        path.lineTo(right - r_right, bottom)
    return path


def _wave(path: QPainterPath, right: float) -> None:
    """Goes on from the end of a path in waves of one length, to as far as `right`."""
    x, y = path.currentPosition().x(), path.currentPosition().y()
    count = max(2, 2 * round((right - x) / WAVE / 2))
    step = (right - x) / count
    for k in range(count):
        swing = SWING if k % 2 else -SWING
        path.quadTo(x + (k + 0.5) * step, y + swing, x + (k + 1) * step, y)


def _underline(painter: QPainter, row: Row, piece: Piece, colour: QColor) -> None:
    """Dots under a mention: it has a place but no label."""
    pen = QPen(colour, 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.01, 2.0])
    painter.setPen(pen)
    y = round(row.extent(piece.level)[1]) - 0.5
    for left, right in piece.intervals:
        painter.drawLine(QPointF(left + 1, y), QPointF(right - 1, y))
