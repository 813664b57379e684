"""A label by name, for sets with more labels than there are digits: the last one chosen stands first."""

from PySide6.QtCore import QObject

from desktop.gui.beside import place_in_hand
from desktop.gui.dialogs.palette import Choice, Palette
from desktop.gui.main_window import MainWindow
from desktop.gui.translating import worded
from desktop.gui.workbench import Workbench
from store.values import Label


class LabelPicker(QObject):
    """Asks for a label and gives it to what is in hand."""

    def __init__(self, window: MainWindow, workbench: Workbench, *, language: str) -> None:
        super().__init__(window)
        self._window, self._workbench, self._language = window, workbench, language
        self._last = ""

    def show(self) -> None:
        """Offer all labels; Enter alone gives the last one again."""
        book = self._workbench.codebook
        if book is None:
            return
        first = sorted(book.labels, key=lambda label: label.code != self._last)
        palette = Palette(
            [self._choice(label) for label in first],
            self._window.look,
            prompt=self.tr("Which label?"),
            parent=self._window,
        )
        palette.chosen.connect(self._give)
        palette.open_over(self._window, beside=place_in_hand(self._window.page.view))

    def _choice(self, label: Label) -> Choice:
        key = self._window.bindings.native(f"digit_{label.key}") if label.key else ""
        return Choice(label.code, f"{label.code}  {worded(label.name, self._language)}", key)

    def _give(self, code: str) -> None:
        self._last = code
        self._window.page.view.trigger(f"label_{code}")
