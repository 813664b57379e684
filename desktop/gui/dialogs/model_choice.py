"""Which model reads a language: the one that is there, an installed package, a folder, or none."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop.gui.eliding_box import ElidingBox
from desktop.gui.telling import next_step, sentence
from desktop.nlp import models
from desktop.nlp.errors import ModelCarriesCode
from desktop.nlp.models import ModelInfo
from store.errors import LesartError

AUTOMATIC = None
FOLDER = object()
SHOWN = 8
"""Files named at most in the warning."""


class ModelChoice(ElidingBox):
    """`source` is what was chosen: None the usual one, "" none. `own` are models that were trained here and
    never the usual one.

    `trusted` tells of a folder whose code may run.
    """

    trusted = Signal(str)

    def __init__(
        self,
        language: str,
        known: Sequence[ModelInfo],
        chosen: str | None,
        *,
        own: Sequence[ModelInfo] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.language = language
        usual = models.reader(language, models.by_language(known), default=language)
        name = next((it.name for it in known if it.source == usual), self.tr("none"))
        self.addItem(self.tr("Automatic ({name})").format(name=name), AUTOMATIC)
        self.addItem(self.tr("No suggestions"), "")
        for it in (*known, *own):
            self.addItem(f"{it.name} {it.version}", it.source)
        self.addItem(self.tr("Folder …"), FOLDER)
        self._place(chosen)
        self._last = self.currentIndex()
        self.activated.connect(self._chosen)

    @property
    def source(self) -> str | None:
        """The source of the model that was chosen."""
        return self.itemData(self._last)

    def take_folder(self, folder: Path) -> None:
        """Choose the model in a folder; one that brings code of its own only after a warning."""
        try:
            models.describe(str(folder))
            found = models.folder_of(str(folder))
            if found is not None:
                models.refuse_code(found)
        except ModelCarriesCode as error:
            self._warn(folder, error.fields["files"])
            return
        except LesartError as error:
            QMessageBox.warning(self, "Lesart", f"{sentence(error)}\n{next_step(error)}")
            self.setCurrentIndex(self._last)
            return
        self._take(str(folder))

    def _chosen(self, row: int) -> None:
        if self.itemData(row) is not FOLDER:
            self._last = row
            return
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder of a spaCy pipeline"))
        if folder:
            self.take_folder(Path(folder))
        else:
            self.setCurrentIndex(self._last)

    def _warn(self, folder: Path, files: Sequence[str]) -> None:
        """Ask; the harmless answer is the default."""
        more = " …" if len(files) > SHOWN else ""
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("Lesart")
        box.setText(self.tr("This model brings code of its own, which would run on your computer."))
        words = self.tr("It could do whatever you can do. Let it run only if you trust who made it.")
        box.setInformativeText(f"{words}\n\n{', '.join(files[:SHOWN])}{more}")
        run = box.addButton(self.tr("Let it run"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))

        def answered() -> None:
            if box.clickedButton() is run:
                self._take(str(folder))
                self.trusted.emit(str(folder))
            else:
                self.setCurrentIndex(self._last)

        box.finished.connect(answered)
        box.open()

    def _take(self, source: str) -> None:
        self._place(source)
        self._last = self.currentIndex()

    def _place(self, source: str | None) -> None:
        """Show a source; a folder that is not listed yet gets a line of its own."""
        row = next((n for n in range(self.count()) if self.itemData(n) == source), -1)
        if row < 0:
            row = self.count() - 1
            self.insertItem(row, Path(source or "").name, source)
            self.setItemData(row, source, Qt.ItemDataRole.ToolTipRole)
        self.setCurrentIndex(row)
