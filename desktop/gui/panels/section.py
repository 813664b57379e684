"""A titled part of a side panel that folds, and the message that stands where there is nothing yet."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.gui.icons import icon
from desktop.gui.look import GRID, Look, small
from desktop.gui.panels.fold_button import FoldButton


class Section(QWidget):
    """Header (title, count, an optional action) above a body."""

    folded = Signal(bool)

    def __init__(self, title: str, body: QWidget, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = body
        self._look = look
        self.head = FoldButton(title)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setFont(small(self.font(), 0.95, strong=True))
        self.head.setStyleSheet(
            "QToolButton, QToolButton:checked { background: transparent; padding: 4px 2px; }"
        )
        self.head.toggled.connect(self._fold)
        self.count = QLabel()
        self._bar = QHBoxLayout()
        self._bar.setContentsMargins(GRID, GRID // 2, GRID, 0)
        self._bar.setSpacing(GRID // 2)
        self._bar.addWidget(self.head)
        self._bar.addWidget(self.count)
        self._bar.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._bar)
        layout.addWidget(body, 1)
        self.set_look(look)

    def add_action(self, button: QWidget) -> None:
        """Put a button at the right end of the header."""
        self._bar.addWidget(button)

    def set_count(self, count: int) -> None:
        """Show how many there are; nothing for none."""
        self.count.setText(str(count) if count else "")
        self.count.setAccessibleName(f"{self.head.text()}: {count}" if count else "")

    def set_look(self, look: Look) -> None:
        """Take other colours."""
        self._look = look
        self.count.setStyleSheet(f"color: {look.dim};")
        self._show_fold()

    def unfold(self) -> None:
        """Show the body."""
        self.head.setChecked(True)

    def fold(self) -> None:
        """Show only the header."""
        self.head.setChecked(False)

    def _fold(self, opened: bool) -> None:
        self.body.setVisible(opened)
        self.setMaximumHeight(16_777_215 if opened else self._bar.sizeHint().height() + GRID // 2)
        self._show_fold()
        self.folded.emit(not opened)

    def _show_fold(self) -> None:
        self.head.setIcon(icon("down" if self.head.isChecked() else "right", self._look.dim, size=16))
        self.head.setIconSize(QSize(16, 16))


class EmptyState(QWidget):
    """What to do next, where a list has nothing to show."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.text, self.button = QLabel(), QLabel(), QPushButton()
        for label in (self.title, self.text):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        self.title.setFont(strong)
        self.text.setEnabled(False)
        self.button.clicked.connect(self.acted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addStretch(1)
        layout.addWidget(self.title)
        layout.addWidget(self.text)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def tell(self, title: str, text: str = "", button: str = "") -> None:
        """Show these words; without a word for the button there is none."""
        for widget, words in ((self.title, title), (self.text, text), (self.button, button)):
            widget.setText(words)
            widget.setVisible(bool(words))
