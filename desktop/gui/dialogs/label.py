"""A new label, or an existing one to change: its name, digit and colours."""

from collections.abc import Collection

from msgspec import Struct
from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QColor, QRegularExpressionValidator
from PySide6.QtWidgets import QColorDialog, QComboBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop.gui.dialogs.frame import Dialog, hint
from desktop.gui.look import GRID, Look
from desktop.gui.theme import DARK, LIGHT
from desktop.gui.translating import worded
from store.colours import contrast
from store.values import Label

DIGITS = tuple("123456789")
READABLE = 4.5
"""Contrast below which letters on a chip are hard to read (WCAG 2, AA)."""


class LabelDraft(Struct, frozen=True):
    """What was entered. `name` is that of the window's language; no colours: computed ones."""

    code: str
    name: str
    key: str | None
    color_light: str
    color_dark: str


class LabelDialog(Dialog):
    """The code stands in files and never changes; digits of other labels are not offered."""

    def __init__(
        self,
        *,
        taken: Collection[str],
        language: str,
        look: Look,
        label: Label | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Label") if label is not None else self.tr("New label"), parent)
        self._colours = ["", ""] if label is None else [label.color_light, label.color_dark]
        self.code = QLineEdit(label.code if label is not None else "")
        self.code.setPlaceholderText("EVENT")
        self.code.setEnabled(label is None)
        pattern = QRegularExpression("[A-Za-z][A-Za-z0-9_-]*")
        self.code.setValidator(QRegularExpressionValidator(pattern, self))
        self.name = QLineEdit(worded(label.name, language) if label is not None else "")
        self.key = QComboBox()
        self.key.addItem(self.tr("none"), None)
        for digit in DIGITS:
            if digit not in taken or (label is not None and label.key == digit):
                self.key.addItem(digit, digit)
        self.key.setCurrentIndex(
            max(self.key.findData(label.key if label is not None else self._free(taken)), 0)
        )
        self.colours = (QPushButton(self.tr("On light")), QPushButton(self.tr("On dark")))
        self.problem = hint("", look.con)
        self._build(label is not None)
        self._show()
        self.setMinimumWidth(420)

    def draft(self) -> LabelDraft:
        """What was entered."""
        code = self.code.text().strip()
        return LabelDraft(code, self.name.text().strip() or code, self.key.currentData(), *self._colours)

    def set_colour(self, place: int, colour: str) -> None:
        """Take another colour (#rrggbb) for light (0) or dark (1) pages."""
        self._colours[place] = colour
        self._show()

    def _build(self, exists: bool) -> None:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for place, button in enumerate(self.colours):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, place=place: self._ask_colour(place))
            row.addWidget(button)
        row.addStretch(1)
        form = self.add_form()
        form.addRow(self.tr("Code"), self.code)
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("Digit"), self.key)
        if exists:
            form.addRow(self.tr("Colours"), row)
            self.body.addWidget(self.problem)
        self._ok = self.add_buttons(self.tr("Save") if exists else self.tr("Add label"))
        self.code.textChanged.connect(self._check)
        self._check()

    def _free(self, taken: Collection[str]) -> str | None:
        return next((digit for digit in DIGITS if digit not in taken), None)

    def _ask_colour(self, place: int) -> None:
        chosen = QColorDialog.getColor(QColor(self._colours[place]), self)
        if chosen.isValid():
            self.set_colour(place, chosen.name())

    def _show(self) -> None:
        hard = False
        for button, colour, theme in zip(self.colours, self._colours, (LIGHT, DARK), strict=True):
            if colour:
                button.setStyleSheet(
                    f"QPushButton {{ background: {colour}; color: {theme.bg}; font-weight: 600; }}"
                )
                hard = hard or contrast(colour, theme.bg) < READABLE
        self.problem.setText(self.tr("This colour is hard to read on its page.") if hard else "")
        self.problem.setVisible(hard)

    def _check(self) -> None:
        self._ok.setEnabled(self.code.hasAcceptableInput())
