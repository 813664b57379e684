"""The bottom strip: what is in hand, what keys do now, what is left, what undo would undo, and "saved"."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QProgressBar, QStackedLayout, QWidget

from desktop.gui.icons import icon
from desktop.gui.look import GRID, Look, small
from desktop.gui.panels.controls import tool
from desktop.gui.panels.elided import ElidedLabel
from desktop.gui.panels.key_caps import Cap, KeyCaps

HAND = 264
"""Pixels for what is in hand; the keys always begin at the same place."""


class Strip(QWidget):
    """Shows what it is told; a click on a cap is emitted as the action of its key."""

    triggered = Signal(str)
    cancelled = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Keys and state"))
        self.hand, self.caps, self.more = ElidedLabel(), KeyCaps(look), KeyCaps(look)
        self.left, self.undo, self.work, self.saved = ElidedLabel(), ElidedLabel(), QLabel(), QLabel()
        self.bar = QProgressBar(textVisible=False)
        self.cancel = tool(self.tr("Cancel"), size=16)
        self.cancel.clicked.connect(self.cancelled)
        for caps in (self.caps, self.more):
            caps.triggered.connect(self.triggered)
        self._build()
        self.set_look(look)
        self.show_work("")

    def set_look(self, look: Look) -> None:
        """Take other colours."""
        for caps in (self.caps, self.more):
            caps.set_look(look)
        self.cancel.setIcon(icon("close", look.dim, size=16))
        for label in (self.left, self.undo, self.work, self.saved):
            label.setStyleSheet(f"color: {look.dim};")
        self.setStyleSheet(f"Strip {{ border-top: 1px solid {look.line}; }}")

    def show_hand(self, words: str, caps: Sequence[Cap], more: Sequence[Cap] = ()) -> None:
        """Show what is in hand and the keys that count now; a second row stands where else undo is named."""
        self.hand.set_text(words)
        self.caps.show_caps(caps)
        self.more.show_caps(more)
        self._second.setCurrentIndex(1 if more else 0)

    def show_left(self, words: str) -> None:
        """Show what is left in this article."""
        self.left.set_text(words)

    def show_undo(self, words: str) -> None:
        """Show what undo would undo."""
        self.undo.set_text(words)

    def show_saved(self, words: str) -> None:
        """Show whether everything is on disk."""
        self.saved.setText(words)

    def show_work(self, words: str, done: int = 0, total: int = 0) -> None:
        """Show how far long work is; no words: there is none."""
        self.work.setText(words)
        self.bar.setAccessibleName(words)
        for widget in (self.work, self.bar, self.cancel):
            widget.setVisible(bool(words))
        self.bar.setMaximum(total)
        self.bar.setValue(done)

    def _build(self) -> None:
        self.hand.setFont(small(self.font(), 1.0, strong=True))
        for label in (self.left, self.undo, self.work, self.saved):
            label.setFont(small(self.font(), 0.92))
        self.bar.setMaximumWidth(120)
        self._second = QStackedLayout()
        self._second.addWidget(self.undo)
        self._second.addWidget(self.more)
        work = QHBoxLayout()
        work.setSpacing(GRID)
        for widget in (self.work, self.bar, self.cancel, self.saved):
            work.addWidget(widget)
        grid = QGridLayout(self)
        grid.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, GRID // 2)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, HAND)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.hand, 0, 0)
        grid.addWidget(self.caps, 0, 1, 1, 2)
        grid.addWidget(self.left, 1, 0)
        grid.addLayout(self._second, 1, 1)
        grid.addLayout(work, 1, 2)
        for row in (0, 1):
            grid.setRowMinimumHeight(row, self.caps.sizeHint().height())
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
