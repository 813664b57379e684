"""Finds words in the open article. It searches the article's own text, so positions are code points."""

import re
from bisect import bisect_left

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from desktop.gui.announcing import announce
from desktop.gui.bindings import Bindings
from desktop.gui.icons import icon
from desktop.gui.look import GRID, Look
from desktop.gui.panels.controls import with_key

WIDEST = 480
"""Pixels of the field, beside which what was found stands."""


def places(text: str, words: str) -> list[tuple[int, int]]:
    """Where `words` stand in `text`, whatever the case; any white space in them fits any white space."""
    parts = [re.escape(part) for part in words.split()]
    if not parts:
        return []
    return [match.span() for match in re.finditer(r"\s+".join(parts), text, re.IGNORECASE)]


class FindBar(QWidget):
    """`found` says which range to go to; `closed` that the text gets the focus back.

    `marked` brings all places and the index of the one shown (-1: none); no places once the bar is shut.
    """

    found = Signal(int, int)
    closed = Signal()
    marked = Signal(object, int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._places: list[tuple[int, int]] = []
        self._last = -1
        self.field = QLineEdit(placeholderText=self.tr("Find in the article"))
        self.field.setAccessibleName(self.tr("Find in the article"))
        self.count = QLabel()
        self._back, self._on, self._close = QToolButton(), QToolButton(), QToolButton()
        for button, words in (
            (self._back, self.tr("Previous place")),
            (self._on, self.tr("Next place")),
            (self._close, self.tr("Close")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, GRID // 2)
        layout.setSpacing(GRID // 2)
        self.field.setMaximumWidth(WIDEST)
        layout.addWidget(self.field, 100)
        layout.addSpacing(GRID // 2)
        layout.addWidget(self.count)
        layout.addSpacing(GRID // 2)
        for button in (self._back, self._on, self._close):
            layout.addWidget(button)
        layout.addStretch(1)
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(lambda: self.step(1))
        self._back.clicked.connect(lambda: self.step(-1))
        self._on.clicked.connect(lambda: self.step(1))
        self._close.clicked.connect(self.shut)
        self.set_look(look)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Take other colours."""
        self.count.setStyleSheet(f"color: {look.dim};")
        for button, name in ((self._back, "left"), (self._on, "right"), (self._close, "close")):
            button.setIcon(icon(name, look.text, size=16))

    def set_bindings(self, bindings: Bindings) -> None:
        """Name these keys."""
        for button, name in ((self._back, "find_previous"), (self._on, "find_next")):
            button.setToolTip(with_key(button.accessibleName(), bindings.native(name)))

    def set_text(self, text: str) -> None:
        """Search another article."""
        self._text = text
        if self.isVisible():
            self._search(self.field.text(), move=False)

    def begin(self) -> None:
        """Show the bar and take the focus."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._mark(self._last)

    def shut(self) -> None:
        """Hide the bar."""
        self.hide()
        self.marked.emit((), -1)
        self.closed.emit()

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) place, going round."""
        if not self._places:
            return
        # Before the first place: back leads to the last one.
        self._last = (max(self._last, 0 if by < 0 else -1) + by) % len(self._places)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        else:
            super().keyPressEvent(event)

    def _search(self, words: str, *, move: bool = True) -> None:
        before = self._places[self._last][0] if self._places and 0 <= self._last < len(self._places) else 0
        self._places = places(self._text, words)
        self._last = bisect_left(self._places, (before, 0)) % max(len(self._places), 1) if move else -1
        if self._places and move:
            self._show()
        else:
            self._mark(-1)

    def _show(self) -> None:
        self._mark(self._last)
        self.found.emit(*self._places[self._last])

    def _mark(self, current: int) -> None:
        """Say how many places there are and which one is shown, here and on the page."""
        total = len(self._places)
        words = self.tr("{number} of {total}").format(number=current + 1, total=total) if total else ""
        nothing = self.tr("nothing found") if self.field.text().strip() else ""
        if (words or nothing) != self.count.text() and self.field.hasFocus():
            announce(self.field, words or nothing)
        self.count.setText(words or nothing)
        self.marked.emit(tuple(self._places), current)
