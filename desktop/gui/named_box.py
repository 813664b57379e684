"""A combo box without a label beside it, which screen readers call by its name all the same."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop.gui.eliding_box import ElidingBox


class NamedBox(ElidingBox):
    """On Linux, Qt tells screen readers only what is chosen in a combo box and which label stands beside it.

    So this one has a label of its own, which is never shown and stays beside it wherever it is put.
    """

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel(parent)
        self._label.setBuddy(self)
        self._label.hide()
        self.setAccessibleName(name)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._label.setText(name)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ParentChange:
            self._label.setParent(self.parentWidget())
            self._label.hide()
        return super().event(event)
