"""The arc from holder to target of the stance in hand. It runs between the lines, never over text."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

BEND = 6.0


def route(holder: QRectF, target: QRectF, *, margin: float, lane: float) -> list[QPointF]:
    """The corners from the holder's box to the target's: through the lane over the target's line.

    Both rectangles are the first boxes of their spans. Over more than one line the arc goes by the margin.
    """
    ax, bx = holder.center().x(), target.center().x()
    over_target = target.top() - lane - 3
    if abs(holder.top() - target.top()) < 4:
        return [
            QPointF(ax, holder.top()),
            QPointF(ax, over_target),
            QPointF(bx, over_target),
            target_top(target),
        ]
    if 0 < target.top() - holder.bottom() < lane * 2.5:
        return [
            QPointF(ax, holder.bottom()),
            QPointF(ax, over_target),
            QPointF(bx, over_target),
            target_top(target),
        ]
    over_holder = holder.top() - lane - 3
    return [
        QPointF(ax, holder.top()),
        QPointF(ax, over_holder),
        QPointF(margin, over_holder),
        QPointF(margin, over_target),
        QPointF(bx, over_target),
        target_top(target),
    ]


def target_top(target: QRectF) -> QPointF:
    """Where the arrow ends."""
    return QPointF(target.center().x(), target.top())


def paint_arc(painter: QPainter, corners: Sequence[QPointF], colour: QColor, page: QColor) -> None:
    """Draws an arc with a halo in the page's colour, a dot at the holder and an arrow at the target."""
    path = _rounded(corners)
    for tone, width in ((page, 5.0), (colour, 1.6)):
        pen = QPen(tone, width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)
    tip = corners[-1]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([tip, tip + QPointF(-4, -6), tip + QPointF(4, -6)]))
    painter.drawEllipse(corners[0], 2.6, 2.6)


def _rounded(corners: Sequence[QPointF]) -> QPainterPath:
    path = QPainterPath(corners[0])
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        path.lineTo(_towards(corner, before))
        path.quadTo(corner, _towards(corner, after))
    path.lineTo(corners[-1])
    return path


def _towards(corner: QPointF, other: QPointF) -> QPointF:
    """A point near the corner on the way to the other one."""
    way = other - corner
    length = abs(way.x()) + abs(way.y())
    return corner + way * (min(BEND, length / 2) / length) if length else QPointF(corner)
