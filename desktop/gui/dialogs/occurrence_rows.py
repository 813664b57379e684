"""The rows of the preview: each occurrence in its context, with a check box and what is there already."""

import re
from collections.abc import Iterator, Sequence
from unicodedata import bidirectional

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.gui.look import Look, small
from desktop.gui.panels.controls import bare, paint_row_ground, row_area
from desktop.gui.wording import state_words
from store.offsets import display_copy
from store.values import Occurrence
from store.vocabulary import BLOCKED, READY

ROW_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
CENTRED = int(Qt.AlignmentFlag.AlignVCenter)
BOX = 14
SPACE, CLOSE = 6, 2
"""Pixels between the words and their context, where there is a space in the text and where there is none."""
KEYWORD = 0.38
"""Part of the width at which the words stand, one below the other."""


class OccurrenceModel(QAbstractListModel):
    """Rows that come bit by bit; what overrides nothing is ticked from the start."""

    ticksChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Occurrence] = []
        self._ticked: set[int] = set()

    def clear(self) -> None:
        """Begin anew."""
        self.beginResetModel()
        self.rows.clear()
        self._ticked.clear()
        self.endResetModel()
        self.ticksChanged.emit()

    def add(self, found: Sequence[Occurrence]) -> None:
        """Show more rows."""
        if not found:
            return
        first = len(self.rows)
        self.beginInsertRows(QModelIndex(), first, first + len(found) - 1)
        self.rows += found
        self._ticked.update(first + n for n, it in enumerate(found) if it.state in READY)
        self.endInsertRows()
        self.ticksChanged.emit()

    def tick(self, rows: Sequence[int], ticked: bool) -> None:
        """Tick rows or not; where there is no room nothing can be ticked."""
        for row in rows:
            if not ticked:
                self._ticked.discard(row)
            elif self.rows[row].state not in BLOCKED:
                self._ticked.add(row)
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))
        self.ticksChanged.emit()

    def is_ticked(self, row: int) -> bool:
        """Whether a row is ticked."""
        return row in self._ticked

    def ticked(self) -> Iterator[Occurrence]:
        """What is ticked, in order."""
        return (self.rows[row] for row in sorted(self._ticked))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self.is_ticked(index.row()) else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.before}{row.words}{row.after}"
        if role == Qt.ItemDataRole.DisplayRole:
            said = (
                row.before[-20:] + row.words + row.after[:20],
                row.title,
                state_words(row.state, row.other),
            )
            return ", ".join(filter(None, said))
        return None


class OccurrenceList(QListView):
    """Space ticks the row (or all that are selected), a click the row it meets."""

    def __init__(self, look: Look, model: OccurrenceModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(OccurrenceDelegate(look, self.font(), self))
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        bare(self)
        self.clicked.connect(lambda index: self._toggle([index.row()]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            rows = [index.row() for index in self.selectedIndexes()] or [self.currentIndex().row()]
            self._toggle([row for row in rows if row >= 0])
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: a letter would go through all rows."""

    def _toggle(self, rows: list[int]) -> None:
        if rows:
            self._model.tick(rows, not self._model.is_ticked(rows[0]))


class OccurrenceDelegate(QStyledItemDelegate):
    """The words stand below each other, their context at both sides; below it where, and what is there."""

    def __init__(self, look: Look, font: QFont, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._plain, self._strong, self._small = QFont(font), small(font, 1.0, strong=True), small(font)
        self._line = QFontMetrics(self._strong).height()
        self._height = self._line + QFontMetrics(self._small).height() + 14

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(400, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Occurrence = index.data(ROW_ROLE)
        area = row_area(option, 4)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row_ground(painter, option, area, self._look)
        self._paint_box(painter, area, ticked=ticked, blocked=row.state in BLOCKED)
        inner = area.adjusted(BOX + 20, 4, -8, -4)
        self._paint_words(painter, QRect(inner.topLeft(), QSize(inner.width(), self._line)), row, ticked)
        self._paint_place(painter, inner.adjusted(0, self._line + 2, 0, 0), row)
        painter.restore()

    def _paint_box(self, painter: QPainter, area: QRect, *, ticked: bool, blocked: bool) -> None:
        look = self._look
        box = QRectF(area.left() + 8, area.center().y() - BOX / 2, BOX, BOX)
        edge = look.accent if ticked else look.line if blocked else look.faint
        painter.setPen(QPen(QColor(edge), 1, Qt.PenStyle.DotLine if blocked else Qt.PenStyle.SolidLine))
        painter.setBrush(QColor(look.accent) if ticked else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        if ticked:
            painter.setPen(QPen(QColor(look.on_accent), 1.6))
            x, y = box.center().x(), box.center().y()
            painter.drawPolyline([QPointF(x - 3.5, y), QPointF(x - 1, y + 2.5), QPointF(x + 4, y - 3)])

    def _paint_words(self, painter: QPainter, area: QRect, row: Occurrence, ticked: bool) -> None:
        words, before, after = (
            display_copy(re.sub(r"[\r\n]", " ", it)) for it in (row.words, row.before, row.after)
        )
        # What stands close to the words, a comma or the second half of a compound, does so here.
        apart_before, apart_after = (SPACE if it.isspace() else CLOSE for it in (before[-1:], after[:1]))
        metrics, plain = QFontMetrics(self._strong), QFontMetrics(self._plain)
        if words and _is_rtl(words):
            before, after, apart_before, apart_after = after, before, apart_after, apart_before
        left = area.left() + round(area.width() * KEYWORD)
        width = min(metrics.horizontalAdvance(words) + 2, area.right() - left)
        painter.setFont(self._strong)
        painter.setPen(QColor(self._look.text if ticked else self._look.dim))
        place = QRect(left, area.top(), width, area.height())
        if ticked:
            painter.fillRect(place.adjusted(-2, 0, 2, 0), QColor(self._look.tint))
        painter.drawText(place, CENTRED, metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, width))
        painter.setFont(self._plain)
        painter.setPen(QColor(self._look.dim))
        room = left - area.left() - apart_before
        said = plain.elidedText(before.strip(), Qt.TextElideMode.ElideLeft, room)
        painter.drawText(
            QRect(area.left(), area.top(), room, area.height()),
            CENTRED | int(Qt.AlignmentFlag.AlignRight),
            said,
        )
        begin = left + width + apart_after
        rest = QRect(begin, area.top(), area.right() - begin, area.height())
        said = plain.elidedText(after.strip(), Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, CENTRED, said)

    def _paint_place(self, painter: QPainter, area: QRect, row: Occurrence) -> None:
        metrics = QFontMetrics(self._small)
        painter.setFont(self._small)
        state = state_words(row.state, row.other)
        width = metrics.horizontalAdvance(state)
        painter.setPen(QColor(self._look.dim if row.state in READY else self._look.con))
        painter.drawText(area, CENTRED | int(Qt.AlignmentFlag.AlignRight), state)
        painter.setPen(QColor(self._look.dim))
        room = area.width() - width - 12
        painter.drawText(area, CENTRED, metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, room))


def _is_rtl(words: str) -> bool:
    return any(bidirectional(it) in ("R", "AL") for it in words)
