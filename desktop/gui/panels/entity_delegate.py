"""Paints the rows of the entities panel: label groups with a chip, surfaces with their counts."""

from typing import Literal

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.gui.icons import picture
from desktop.gui.look import Look, small
from desktop.gui.panels.controls import paint_row_ground, row_area
from desktop.gui.panels.entity_rows import Group, Row, Surface
from store.values import Label

Mark = Literal["accept", "reject", "delete"]
"""What can be done with a whole row."""

MARK = 16
"""Pixels of a mark at the right end of a row."""

ROW_ROLE = Qt.ItemDataRole.UserRole
MARGIN = 8
CENTRED = int(Qt.AlignmentFlag.AlignVCenter)


class EntityDelegate(QStyledItemDelegate):
    """Decided places are counted in full colour, suggested ones in a dashed pill: told apart by shape too."""

    def __init__(self, look: Look, font: QFont) -> None:
        super().__init__()
        self.look = look
        self.labels: dict[str, Label] = {}
        self.folded: set[str | None] = set()
        self._text, self._count, self._chip = QFont(font), small(font), small(font, 0.78, strong=True)
        self._height = QFontMetrics(font).height() + 10

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, self._height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Row | None = index.data(ROW_ROLE)
        if row is None:
            return
        area = row_area(option, MARGIN)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row_ground(painter, option, area, self.look)
        shown = option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus)
        if shown and row.suggestions:
            right = self._paint_marks(painter, QRect(option.rect), row)
        else:
            right = self._paint_counts(painter, area, row)
        if isinstance(row, Group):
            self._paint_group(painter, area, right, row, str(index.data()))
        else:
            self._paint_surface(painter, area, right, row)
        painter.restore()

    def mark_at(self, rect: QRect, row: Row | None, point: QPoint) -> Mark | None:
        """The mark under the mouse, which shows only on the row that the mouse is on."""
        if row is None or not row.suggestions:
            return None
        # A finger's breadth around: marks are small.
        for mark, place in _marks(rect).items():
            if place.adjusted(-4, -6, 4, 6).contains(point):
                return mark
        return None

    def _paint_marks(self, painter: QPainter, rect: QRect, row: Row) -> int:
        ratio = painter.device().devicePixelRatio()
        places = _marks(rect)
        accept = picture("check", self.look.pro, size=MARK, ratio=ratio)
        painter.drawPixmap(places["accept"].topLeft(), accept)
        reject = picture("close", self.look.con, size=MARK, ratio=ratio)
        painter.drawPixmap(places["reject"].topLeft(), reject)
        words = f"{row.suggested}?"
        painter.setFont(self._count)
        painter.setPen(QColor(self.look.dim))
        width = QFontMetrics(self._count).horizontalAdvance(words)
        right = places["accept"].left() - 6
        painter.drawText(QRect(right - width, rect.top(), width, rect.height()), CENTRED, words)
        return right - width - 6

    def _paint_group(self, painter: QPainter, area: QRect, right: int, group: Group, name: str) -> None:
        ratio = painter.device().devicePixelRatio()
        arrow = "right" if group.label in self.folded else "down"
        painter.drawPixmap(
            area.left() + 2, area.center().y() - 7, picture(arrow, self.look.dim, size=16, ratio=ratio)
        )
        left = area.left() + 22
        left = self._paint_chip(painter, left, area, group.label) + 8
        painter.setFont(self._text)
        painter.setPen(QColor(self.look.dim))
        self._draw(painter, QRect(left, area.top(), right - left, area.height()), name)

    def _paint_surface(self, painter: QPainter, area: QRect, right: int, surface: Surface) -> None:
        left = area.left() + 22
        painter.setFont(self._text)
        painter.setPen(QColor(self.look.text if surface.own else self.look.dim))
        self._draw(painter, QRect(left, area.top(), right - left, area.height()), surface.text)

    def _paint_chip(self, painter: QPainter, left: int, area: QRect, label: str | None) -> int:
        known = self.labels.get(label or "")
        colour = QColor(
            (known.color_dark if self.look.dark else known.color_light) if known else self.look.dim
        )
        words = label or "–"
        metrics = QFontMetrics(self._chip)
        box = QRect(
            left,
            area.center().y() - metrics.height() // 2,
            metrics.horizontalAdvance(words) + 10,
            metrics.height() + 1,
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(box, 3, 3)
        painter.setFont(self._chip)
        painter.setPen(QColor(self.look.page))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)
        return box.right()

    def _paint_counts(self, painter: QPainter, area: QRect, row: Row) -> int:
        metrics = QFontMetrics(self._count)
        painter.setFont(self._count)
        right = area.right() - MARGIN
        if row.suggested:
            alone = isinstance(row, Surface) and row.suggested == 1
            words = "?" if alone else f"{row.suggested}?"
            box = QRect(
                right - metrics.horizontalAdvance(words) - 9, area.center().y() - metrics.height() // 2, 0, 0
            )
            box.setSize(QSize(metrics.horizontalAdvance(words) + 10, metrics.height() + 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.look.faint), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            painter.setPen(QColor(self.look.dim))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)
            right = box.left() - 6
        if row.own:
            words = str(row.own)
            painter.setPen(QColor(self.look.text))
            width = metrics.horizontalAdvance(words)
            painter.drawText(QRect(right - width, area.top(), width, area.height()), CENTRED, words)
            right -= width + 6
        return right

    def _draw(self, painter: QPainter, area: QRect, words: str) -> None:
        metrics = QFontMetrics(painter.font())
        painter.drawText(area, CENTRED, metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width()))


def _marks(rect: QRect) -> dict[Mark, QRect]:
    """Where the marks of a row are."""
    top, right = rect.center().y() - MARK // 2, rect.right() - 2 * MARGIN
    size = QSize(MARK, MARK)
    return {
        "accept": QRect(QPoint(right - 2 * MARK - 8, top), size),
        "reject": QRect(QPoint(right - MARK, top), size),
    }
