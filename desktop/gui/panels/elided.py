"""Labels of one line that end in … where there is no room; their tool tip has all of the words."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.gui.tips import plain_tip

FEWEST = 5
"""Characters of which, with …, no reader makes a word: nothing is shown instead."""


class ElidedLabel(QLabel):
    """One line of text that ends in … where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """All of the words, also those that have no room."""
        return self._words

    def set_text(self, words: str) -> None:
        """Show these words; screen readers get all of them."""
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(plain_tip(words))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(80, QFontMetrics(self.font()).height() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), self._shown())

    def _shown(self) -> str:
        """As much of the words as there is room for."""
        words = QFontMetrics(self.font()).elidedText(self._words, Qt.TextElideMode.ElideRight, self.width())
        return words if len(words) > FEWEST or words == self._words else ""


class GivingLabel(ElidedLabel):
    """Takes the room of its words, and gives way where others need it: the words are whole or not there.

    Their tool tip and their name stay.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_text(self, words: str) -> None:
        """Show these words."""
        super().set_text(words)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.words) + 1, metrics.height() + 4)

    def _shown(self) -> str:
        return self.words if self.sizeHint().width() <= self.width() else ""
