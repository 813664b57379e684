"""What all dialogs share: a heading, room for what is asked, and the buttons below."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.gui.look import GRID, small

TITLE_BAR = QSize(0, 40)
"""What a window manager adds at most."""


class Dialog(QDialog):
    """A dialog with the heading `title`; `body` is the layout for its content."""

    def __init__(self, title: str, parent: QWidget | None = None, *, text: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        heading = QLabel(title)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.35)
        font.setWeight(QFont.Weight.DemiBold)
        heading.setFont(font)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        self._layout.setSpacing(2 * GRID)
        self._layout.addWidget(heading)
        if text:
            self._layout.addWidget(QLabel(text, wordWrap=True))
        self.body = QVBoxLayout()
        self.body.setSpacing(GRID)
        self._layout.addLayout(self.body, 1)

    def ask(self) -> None:
        """Open it for one answer; afterwards it is gone, with all that it listed."""
        self.finished.connect(self.deleteLater)
        self.open()

    def grow(self, width: int, height: int) -> None:
        """Take this size, or what of it there is on a small screen."""
        resize_within_screen(self, QSize(width, height))

    def add_form(self) -> QFormLayout:
        """A form in the body: names above or beside their fields."""
        form = new_form()
        self.body.addLayout(form)
        return form

    def add_buttons(self, accept: str, *, cancel: bool = True) -> QPushButton:
        """Buttons at the lower right; returns the one that accepts."""
        box = self.buttons = QDialogButtonBox(self)
        button = box.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
        button.setProperty("primary", cancel)
        button.style().unpolish(button)
        button.style().polish(button)
        button.setDefault(True)
        if cancel:
            box.addButton(QDialogButtonBox.StandardButton.Cancel)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        self._layout.addWidget(box)
        return button


def resize_within_screen(window: QWidget, size: QSize) -> None:
    """Give a window this size, or what of it there is on a small screen."""
    window.resize(size.boundedTo(window.screen().availableSize() - TITLE_BAR))


def new_form() -> QFormLayout:
    """A form as all dialogs have it."""
    form = QFormLayout()
    form.setHorizontalSpacing(2 * GRID)
    form.setVerticalSpacing(GRID + 4)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


def new_splitter(orientation: Qt.Orientation) -> QSplitter:
    """Parts with a gap between them, which can be moved and shows itself below the pointer."""
    split = QSplitter(orientation, childrenCollapsible=False, handleWidth=2 * GRID)
    split.setProperty("gap", True)
    return split


def heading(text: str) -> QLabel:
    """The heading of a part of a dialog."""
    label = QLabel(text)
    label.setFont(small(label.font(), 1.0, strong=True))
    return label


def hint(text: str, dim: str) -> QLabel:
    """A line of explanation in the dim colour."""
    label = QLabel(text, wordWrap=True)
    label.setStyleSheet(f"color: {dim};")
    return label


def add_explained(form: QFormLayout, words: str, field: QWidget, about: QLabel) -> None:
    """A row of a form with a hint close below its field."""
    column = QVBoxLayout()
    column.setSpacing(GRID // 2)
    column.addWidget(field)
    column.addWidget(about)
    name = QLabel(words)
    name.setBuddy(field)
    form.addRow(name, column)
