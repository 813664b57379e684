"""The libraries that the program is made of, and what their licences say."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QWidget

from desktop.gui.dialogs.frame import Dialog, new_splitter
from desktop.provenance import Part


class LicencesDialog(Dialog):
    """Parts on the left, the wording of the licence of the chosen one on the right."""

    def __init__(self, parts: Sequence[Part], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Licences"), parent)
        self._parts = parts
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Parts"))
        self.list.addItems([f"{part.name} {part.version}" for part in parts])
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName(self.tr("Licence"))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        across = new_splitter(Qt.Orientation.Horizontal)
        across.addWidget(self.list)
        across.addWidget(self.text)
        across.setStretchFactor(1, 1)
        across.setSizes([260, 640])
        self.body.addWidget(across, 1)
        self.add_buttons(self.tr("Close"), cancel=False)
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)
        self.grow(960, 640)

    def _show(self, row: int) -> None:
        part = self._parts[row]
        texts = [file.read_text(encoding="utf-8", errors="replace") for file in part.texts]
        missing = self.tr("The package brings no text of its licence; the installed program has it.")
        self.text.setPlainText("\n\n".join([part.licence, *(texts or [missing])]))
