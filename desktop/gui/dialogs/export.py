"""What to export, in which format, whose annotations; with a preview and every loss before it is written."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.gui.dialogs.export_choices import ExportChoices
from desktop.gui.dialogs.export_preview import ExportPreview
from desktop.gui.dialogs.export_words import format_words
from desktop.gui.dialogs.frame import Dialog, new_splitter
from desktop.gui.look import GRID, Look
from desktop.gui.saving import ask_where, with_ending
from desktop.work.errand import ExportWish, Rehearsed
from store.values import Annotator, Label


class ExportDraft(Struct, frozen=True):
    """Where to and what was chosen."""

    path: Path
    wish: ExportWish


class ExportDialog(Dialog):
    """`wished` asks for a rehearsal of what is chosen now; `show_rehearsal` takes what came of it."""

    wished = Signal(object)
    placeChosen = Signal(object)

    def __init__(
        self,
        annotators: Sequence[Annotator],
        labels: Sequence[Label],
        *,
        shown: tuple[int, ...] | None = None,
        folder: Path,
        name: str,
        language: str,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Export"), parent)
        self._path = folder / name
        self.choices = ExportChoices(annotators, labels, shown, language=language, look=look)
        self.preview = ExportPreview(look)
        self._build()
        self.grow(1080, 720)
        self.choices.changed.connect(self._change)
        self.preview.placeChosen.connect(self._go)
        self.preview.alternativeChosen.connect(self.choices.choose)
        self._change()

    def draft(self) -> ExportDraft:
        """What was chosen; the path is that of `choose_path`."""
        return ExportDraft(with_ending(self._path, (self._suffix,)), self.choices.wish())

    def show_rehearsal(self, found: Rehearsed, *, is_whole: bool) -> None:
        """Show how the export would begin and what it would lose."""
        self.preview.show_rehearsal(found, is_whole=is_whole)
        self.preview.offer(self.choices.alternatives(found.lost))
        self._ok.setEnabled(bool(found.articles) and not self.choices.lacks)

    @property
    def _is_deposit(self) -> bool:
        return self.choices.deposit.isChecked()

    @property
    def _suffix(self) -> str:
        return ".zip" if self._is_deposit else self.choices.writer().suffixes[0]

    def choose_path(self) -> bool:
        """Ask where to; False if that was cancelled."""
        suffix = self._suffix
        kind = self.tr("ZIP for a deposit") if self._is_deposit else format_words(self.choices.writer())
        path = ask_where(
            self,
            self.tr("Export to"),
            with_ending(self._path, (suffix,)),
            f"{kind} (*{suffix})",
            endings=(suffix,),
        )
        self._path = path or self._path
        return path is not None

    def accept(self) -> None:
        """Ask for the path last, when it is clear what it is for."""
        if self.choose_path():
            super().accept()

    def _build(self) -> None:
        area = QScrollArea(widgetResizable=True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what it holds takes the focus
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.choices)
        self._area = area
        halves = new_splitter(Qt.Orientation.Horizontal)
        halves.addWidget(area)
        halves.addWidget(self.preview)
        halves.setStretchFactor(1, 1)
        self.body.addWidget(halves, 1)
        self._ok = self.add_buttons(self.tr("Export …"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._widen()

    def _widen(self) -> None:
        """No row of the form is cut: options that appear may have longer names."""
        wanted = self.choices.minimumSizeHint().width() + 3 * GRID
        self._area.setMinimumWidth(max(self._area.minimumWidth(), wanted))

    def _change(self) -> None:
        self._widen()
        lacks = self.choices.lacks
        self._ok.setEnabled(not lacks)
        self.preview.wait(lacks)
        if not lacks:
            self.wished.emit(self.choices.wish())

    def _go(self, loss: object) -> None:
        """Make way for the article; whoever shows it there offers the way back."""
        if self.isVisible():
            self.hide()
            self.placeChosen.emit(loss)
