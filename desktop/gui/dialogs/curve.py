"""F1 of a training's rounds as a line, beside the level of the model as it was."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.gui.look import GRID, Look, small

Point = tuple[int, float]
"""Round, F1 (0…1)."""

_LEAST = 0.1
"""Of F1 that the height of the picture shows at least: less would make noise look like news."""


class Curve(QWidget):
    """Rounds to the right, F1 upwards; the round that is best so far is named."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._points, self._rounds = look, list[Point](), 1
        self._before: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("F1 of each round"))

    def set_look(self, look: Look) -> None:
        """Take other colours."""
        self._look = look
        self.update()

    def show_points(self, points: Sequence[Point], *, before: float | None, rounds: int) -> None:
        """Show the rounds so far, of `rounds`, and the F1 of the model as it was."""
        self._points, self._before, self._rounds = list(points), before, max(rounds, 1)
        said = [self.tr("Now: F1 {value}").format(value=_percent(before))] if before is not None else []
        if points:
            said.append(self.tr("Best round: F1 {value}").format(value=_percent(self.best)))
        self.setAccessibleDescription(", ".join(said))
        self.update()

    @property
    def best(self) -> float | None:
        """The highest F1 of the rounds."""
        return max((value for _, value in self._points), default=None)

    def sizeHint(self) -> QSize:
        return QSize(480, 184)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(small(self.font(), 0.92))
            room = self._room(painter)
            if self._before is None and not self._points:
                painter.setPen(QColor(self._look.dim))
                words = self.tr("How well each round does will be drawn here.")
                painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), words)
                return
            self._draw_scale(painter, room)
            self._draw_before(painter, room)
            self._draw_rounds(painter, room)

    def _room(self, painter: QPainter) -> QRectF:
        metrics = painter.fontMetrics()
        left, below = metrics.horizontalAdvance("100") + GRID, metrics.height() + GRID // 2
        return QRectF(self.rect()).adjusted(left, 1.5 * metrics.height(), -GRID, -below)

    def _bounds(self) -> tuple[float, float]:
        values = [value for _, value in self._points] + ([] if self._before is None else [self._before])
        low, high = min(values, default=0.0), max(values, default=1.0)
        middle, half = (low + high) / 2, max((high - low) * 0.7, _LEAST / 2)
        top = min(middle + half, 1.0)
        return max(min(middle - half, top - 2 * half), 0.0), top

    def _at(self, room: QRectF, point: Point) -> QPointF:
        low, high = self._bounds()
        x = room.left() + room.width() * point[0] / max(self._rounds, 1)
        return QPointF(x, room.bottom() - room.height() * (point[1] - low) / (high - low))

    def _draw_scale(self, painter: QPainter, room: QRectF) -> None:
        metrics, (low, high) = painter.fontMetrics(), self._bounds()
        step = next(it for it in (1, 2, 5, 10, 20, 50) if (high - low) * 100 / it <= 5)
        for value in range(int(low * 100) // step * step, 101, step):
            if not low <= value / 100 <= high:
                continue
            y = self._at(room, (0, value / 100)).y()
            painter.setPen(QColor(self._look.line))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.setPen(QColor(self._look.dim))
            words = str(value)
            x = room.left() - GRID // 2 - metrics.horizontalAdvance(words)
            painter.drawText(QPointF(x, y + metrics.ascent() / 2 - 1), words)
        painter.setPen(QColor(self._look.dim))
        painter.drawText(QPointF(0, metrics.ascent()), self.tr("F1 in %"))
        foot = self.height() - metrics.descent()
        painter.drawText(QPointF(0, foot), self.tr("Round"))
        for number in range(1, self._rounds + 1):
            words = QLocale().toString(number)
            x = self._at(room, (number, low)).x() - metrics.horizontalAdvance(words) / 2
            painter.drawText(QPointF(x, foot), words)

    def _draw_before(self, painter: QPainter, room: QRectF) -> None:
        if self._before is None:
            return
        pen = QPen(QColor(self._look.dim), 1.5, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        y = self._at(room, (0, self._before)).y()
        painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
        words = self.tr("as it is: {value}").format(value=_percent(self._before))
        is_high = y - room.top() < 2 * painter.fontMetrics().height()
        down = painter.fontMetrics().ascent() + 4 if is_high else -4
        painter.drawText(QPointF(room.left() + GRID, y + down), words)

    def _draw_rounds(self, painter: QPainter, room: QRectF) -> None:
        if not self._points:
            return
        places = [self._at(room, point) for point in self._points]
        painter.setPen(QPen(QColor(self._look.accent), 2))
        painter.drawPolyline(places)
        painter.setBrush(QColor(self._look.accent))
        for place in places:
            painter.drawEllipse(place, 2.5, 2.5)
        top = max(range(len(places)), key=lambda i: self._points[i][1])
        painter.drawEllipse(places[top], 4.5, 4.5)
        words, metrics = _percent(self._points[top][1]), painter.fontMetrics()
        wide = metrics.horizontalAdvance(words)
        x = min(max(places[top].x() - wide / 2, room.left()), room.right() - wide)
        painter.setPen(QColor(self._look.text))
        painter.drawText(QPointF(x, places[top].y() - GRID), words)


def _percent(value: float | None) -> str:
    return "–" if value is None else QLocale().toString(100 * value, "f", 1)
