"""What to export, in which format, whose annotations, with or without the texts."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QListWidget, QListWidgetItem, QWidget

from desktop.gui.dialogs.frame import Dialog, hint
from desktop.gui.look import Look
from store.values import Annotator

TextChoice = Literal["full", "none"]
SPLITS = {"": None, "80/10/10": (0.8, 0.1, 0.1), "70/15/15": (0.7, 0.15, 0.15), "80/0/20": (0.8, 0.0, 0.2)}


class ExportDraft(Struct, frozen=True):
    """What was entered. `annotators` are names, empty for all; `restricted` lets protected texts out too."""

    path: Path
    format: str
    text: TextChoice
    annotators: tuple[str, ...]
    only_done: bool
    split: tuple[float, float, float] | None
    restricted: bool = False


class ExportDialog(Dialog):
    """JSONL holds everything; a lossy format says what it cannot hold, and its losses are listed after."""

    def __init__(
        self,
        annotators: Sequence[Annotator],
        *,
        folder: Path,
        name: str,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Export"), parent)
        self._path = folder / name
        self.format, self.text, self.split = QComboBox(), QComboBox(), QComboBox()
        self.format.addItem(self.tr("JSONL: everything, one article a line"), "jsonl")
        self.format.addItem(self.tr("spaCy DocBin: training data for spaCy"), "spacy")
        self.text.addItem(self.tr("with the texts"), "full")
        self.text.addItem(self.tr("without texts: offsets, hashes and annotations"), "none")
        for words in SPLITS:
            self.split.addItem(words or self.tr("one file"), words)
        self.only_done = QCheckBox(self.tr("Only articles that are done"))
        self.people = QListWidget()
        self.people.setAccessibleName(self.tr("Whose annotations"))
        self.people.setMaximumHeight(120)
        for annotator in annotators:
            self.people.addItem(_checkable(annotator))
        self.explained = hint("", look.dim)
        self._build()
        self.format.currentIndexChanged.connect(self._explain)
        self._explain()
        self.setMinimumWidth(560)

    def draft(self) -> ExportDraft:
        """What was entered; the path is that of `choose_path`."""
        rows = [self.people.item(n) for n in range(self.people.count())]
        chosen = tuple(
            it.data(Qt.ItemDataRole.UserRole) for it in rows if it.checkState() == Qt.CheckState.Checked
        )
        return ExportDraft(
            path=self._path.with_suffix(self._suffix()),
            format=self.format.currentData(),
            text=self.text.currentData(),
            annotators=() if len(chosen) == len(rows) else chosen,
            only_done=self.only_done.isChecked(),
            split=SPLITS[self.split.currentData()] if self._is_lossy() else None,
        )

    def choose_path(self) -> bool:
        """Ask where to; False if that was cancelled."""
        suffix = self._suffix()
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export to"), str(self._path.with_suffix(suffix)), f"{suffix[1:]} (*{suffix})"
        )
        if path:
            self._path = Path(path)
        return bool(path)

    def accept(self) -> None:
        """Ask for the path last, when it is clear what it is for."""
        if self.choose_path():
            super().accept()

    def _build(self) -> None:
        form = self.add_form()
        form.addRow(self.tr("Format"), self.format)
        form.addRow("", self.explained)
        form.addRow(self.tr("Texts"), self.text)
        form.addRow(self.tr("Whose annotations"), self.people)
        form.addRow("", self.only_done)
        form.addRow(self.tr("Train, dev, test"), self.split)
        self.body.addStretch(1)
        self._ok = self.add_buttons(self.tr("Export …"))

    def _explain(self) -> None:
        lossy = self._is_lossy()
        self.split.setEnabled(lossy)
        self.text.setEnabled(not lossy)
        self.explained.setText(
            self.tr("Spans that miss spaCy's token borders cannot be held; they are listed afterwards.")
            if lossy
            else self.tr("Nothing is lost: importing it into an empty project gives the same content.")
        )

    def _is_lossy(self) -> bool:
        return self.format.currentData() != "jsonl"

    def _suffix(self) -> str:
        return ".spacy" if self._is_lossy() else ".jsonl"


def _checkable(annotator: Annotator) -> QListWidgetItem:
    item = QListWidgetItem(f"{annotator.name} {annotator.version}".strip())
    item.setData(Qt.ItemDataRole.UserRole, annotator.name)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked)
    return item
