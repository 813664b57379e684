"""Holders by targets as a table: a cell says how many stand on which side, and leads to its evidence."""

from collections.abc import Collection, Iterator, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop.gui.look import Look, mix
from desktop.gui.positions.table import Matrix, sides
from store.standing import Position

SIDES = Qt.ItemDataRole.UserRole
TOPIC = Qt.ItemDataRole.UserRole + 1
GLYPHS = ("▲", "▼", "■")
WIDTH, HEIGHT, NAMES, PADDING = 120, 40, 240, 18
"""Pixels: of a cell, of the holders' names, and what a heading leaves free."""

LINES = 4


class MatrixView(QTableWidget):
    """`taken` carries the positions of the cell that was chosen; `answered` a topic and whether no stance
    toward it is found in the article.
    """

    taken = Signal(object)
    answered = Signal(int, bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix = Matrix((), (), {})
        self.setItemDelegate(CellDelegate(look, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(self.tr("Holders by targets"))
        self.setCornerButtonEnabled(False)
        ground = f"{{ background: {look.card}; border: none; }}"
        self.setStyleSheet(f"QTableCornerButton::section {ground} QHeaderView {ground}")
        self.setShowGrid(False)
        self.setWordWrap(True)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setDefaultSectionSize(WIDTH)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        down.setDefaultSectionSize(HEIGHT)
        down.setMaximumWidth(NAMES)
        self.currentCellChanged.connect(lambda row, column, *_: self._take(row, column))
        self.itemChanged.connect(self._answer)

    def show_matrix(self, matrix: Matrix, *, none_found: Collection[int] | None = None) -> None:
        """Shows a matrix; with `none_found` (topics) a row in which the article's answers stand."""
        self.blockSignals(True)
        self.clear()
        self._matrix = matrix
        rows = len(matrix.holders) + (none_found is not None)
        self.setRowCount(rows)
        self.setColumnCount(len(matrix.targets))
        across, down = (_bold(it) for it in (self.horizontalHeader(), self.verticalHeader()))
        self.setHorizontalHeaderLabels([_wrapped(it, across, WIDTH - PADDING) for it in matrix.targets])
        names = [*matrix.holders, *([self.tr("no stance found")] if none_found is not None else [])]
        right = Qt.TextElideMode.ElideRight
        self.setVerticalHeaderLabels([down.elidedText(it, right, NAMES - PADDING) for it in names])
        for headings, item in ((matrix.targets, self.horizontalHeaderItem), (names, self.verticalHeaderItem)):
            for place, words in enumerate(headings):
                if (heading := item(place)) is not None:
                    heading.setToolTip(words)
        for (row, column), here in matrix.cells.items():
            self.setItem(row, column, self._cell(row, column, here))
        if none_found is not None:
            self._add_answers(rows - 1, none_found)
        self.blockSignals(False)

    def _cell(self, row: int, column: int, here: Sequence[Position]) -> QTableWidgetItem:
        item = QTableWidgetItem()
        counts = sides(here)
        item.setData(SIDES, counts)
        words = "  ".join(f"{glyph} {count}" for glyph, count in zip(GLYPHS, counts, strict=True) if count)
        item.setToolTip(f"{self._matrix.holders[row]} – {self._matrix.targets[column]}\n{words}")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        return item

    def _add_answers(self, row: int, none_found: Collection[int]) -> None:
        """A box for each topic toward which there is no stance in the article."""
        taken = {column for _, column in self._matrix.cells}
        for column, topic in enumerate(self._matrix.topics):
            item = QTableWidgetItem()
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            if topic is not None and column not in taken:
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
                found = topic in none_found
                item.setCheckState(Qt.CheckState.Checked if found else Qt.CheckState.Unchecked)
                item.setData(TOPIC, topic)
                item.setToolTip(self.tr("Somebody looked: the article takes no stance toward this topic"))
            self.setItem(row, column, item)

    def _take(self, row: int, column: int) -> None:
        self.taken.emit(self._matrix.cells.get((row, column), ()))

    def _answer(self, item: QTableWidgetItem) -> None:
        topic = item.data(TOPIC)
        if topic is not None:
            self.answered.emit(topic, item.checkState() == Qt.CheckState.Checked)

    def sizeHint(self) -> QSize:
        return QSize(760, 420)


class CellDelegate(QStyledItemDelegate):
    """Paints the counts of a cell with their signs, on a ground that leans to the side of most."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        counts = index.data(SIDES)
        if counts is None:
            super().paint(painter, option, index)
            return
        look, area = self._look, QRect(option.rect).adjusted(1, 1, -1, -1)
        colours = (look.pro, look.con, look.neutral)
        painter.save()
        total, leaning = sum(counts), counts[0] - counts[1]
        side = look.pro if leaning > 0 else look.con if leaning < 0 else look.neutral
        strength = 0.10 + 0.25 * abs(leaning) / total
        painter.fillRect(area, QColor(mix(look.card, side, strength)))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(look.accent), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        metrics = QFontMetrics(option.font)
        words = [
            (f"{glyph}{count}", colour)
            for glyph, count, colour in zip(GLYPHS, counts, colours, strict=True)
            if count
        ]
        width = sum(metrics.horizontalAdvance(it) + 8 for it, _ in words) - 8
        x = area.center().x() - width // 2
        for text, colour in words:
            painter.setPen(QColor(mix(colour, look.text, 0.85)))
            painter.drawText(x, area.center().y() + metrics.ascent() // 2 - 1, text)
            x += metrics.horizontalAdvance(text) + 8
        painter.restore()


def _bold(heading: QHeaderView) -> QFontMetrics:
    """How wide headings are while they are strong: those of the cell in hand."""
    font = QFont(heading.font())
    font.setBold(True)
    return QFontMetrics(font)


def _wrapped(words: str, metrics: QFontMetrics, room: int) -> str:
    """A heading on at most `LINES` lines, each within the room; what is cut ends in …"""
    lines: list[str] = []
    for word in _pieces(words, metrics, room):
        if lines and metrics.horizontalAdvance(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if len(lines) > LINES:
        lines[LINES - 1] = metrics.elidedText(f"{lines[LINES - 1]}…", Qt.TextElideMode.ElideRight, room)
    return "\n".join(lines[:LINES])


def _pieces(words: str, metrics: QFontMetrics, room: int) -> Iterator[str]:
    """The words; one that is too long for a line is broken behind its dash, else where room ends."""
    for word in words.split():
        rest = word
        while metrics.horizontalAdvance(rest) > room:
            fitting = next(n for n in range(len(rest), 0, -1) if metrics.horizontalAdvance(rest[:n]) <= room)
            dash = max(rest.rfind(it, 0, fitting) for it in "-–/")
            cut = dash + 1 if dash > 0 else fitting
            yield rest[:cut]
            rest = rest[cut:]
        if rest:
            yield rest
