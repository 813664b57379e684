"""What to import, and what to assume of articles that do not say it themselves."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QWidget,
)

from desktop.gui.dialogs.frame import Dialog, hint
from desktop.gui.dialogs.new_project import LANGUAGES
from desktop.gui.look import GRID, Look
from desktop.gui.wording import language_name
from store.formats import READERS
from store.formats.protocol import ReadOptions


class ImportDraft(Struct, frozen=True):
    """What was entered."""

    paths: tuple[Path, ...]
    options: ReadOptions


class ImportDialog(Dialog):
    """Takes files and folders, also by drag and drop. Everything else has an answer already."""

    def __init__(self, *, folder: Path, language: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Import articles"), parent)
        self._folder = folder
        self.setAcceptDrops(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Files and folders"))
        self.list.setMinimumHeight(120)
        self.language = QComboBox()
        self.language.addItem(self.tr("find out for each article"), None)
        for code in LANGUAGES:
            self.language.addItem(language_name(code), code)
        self.language.setCurrentIndex(max(self.language.findData(language), 0))
        self.restricted = QCheckBox(self.tr("The texts must not be passed on"))
        self._build(look)
        self._check()
        self.setMinimumWidth(600)

    def draft(self) -> ImportDraft:
        """What was entered."""
        paths = tuple(Path(self.list.item(row).text()) for row in range(self.list.count()))
        rights = "restricted" if self.restricted.isChecked() else None
        return ImportDraft(paths, ReadOptions(language=self.language.currentData(), rights=rights))

    def add(self, paths: Sequence[str]) -> None:
        """Add files and folders; what is listed already is not listed twice."""
        for path in paths:
            if path and not self.list.findItems(path, Qt.MatchFlag.MatchExactly):
                self.list.addItem(path)
        self._check()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])

    def _build(self, look: Look) -> None:
        explained = self.tr(
            "Text files (.txt, .md), one article each; .jsonl and .csv with one article a line or row. "
            "Columns such as title, text, outlet, author, date, url and language are recognised."
        )
        self.body.addWidget(hint(explained, look.dim))
        self.body.addWidget(self.list, 1)
        files, folder, away = (
            QPushButton(self.tr("Add files …")),
            QPushButton(self.tr("Add folder …")),
            QPushButton(self.tr("Remove")),
        )
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for button, act in ((files, self._add_files), (folder, self._add_folder), (away, self._remove)):
            button.setAutoDefault(False)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        form = self.add_form()
        form.addRow(self.tr("Language, where not given"), self.language)
        form.addRow("", self.restricted)
        form.addRow("", hint(self.tr("An export with texts then has to be confirmed."), look.dim))
        self._ok = self.add_buttons(self.tr("Import"))

    def _add_files(self) -> None:
        suffixes = sorted({f"*{suffix}" for reader in READERS for suffix in reader.suffixes})
        articles, everything = self.tr("Articles"), self.tr("All files")
        kinds = f"{articles} ({' '.join(suffixes)});;{everything} (*)"
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Add files"), str(self._folder), kinds)
        self.add(chosen)

    def _add_folder(self) -> None:
        self.add([QFileDialog.getExistingDirectory(self, self.tr("Add folder"), str(self._folder))])

    def _remove(self) -> None:
        for item in self.list.selectedItems():
            self.list.takeItem(self.list.row(item))
        self._check()

    def _check(self) -> None:
        self._ok.setEnabled(self.list.count() > 0)
