"""A tree that says something where it holds nothing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTreeWidget, QWidget

from desktop.gui.look import GRID, Look


class SayingTree(QTreeWidget):
    """`say_when_empty` gives the words that stand in the middle as long as there is no row."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dim, self._nothing = look.dim, ""

    def say_when_empty(self, words: str) -> None:
        """What stands where there is no row."""
        self._nothing = words
        self.setAccessibleDescription(words)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.topLevelItemCount():
            return
        painter = QPainter(self.viewport())
        painter.setPen(self._dim)
        where = self.viewport().rect().adjusted(GRID, GRID, -GRID, -GRID)
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._nothing)
