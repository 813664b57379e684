"""The agreement of the readers: counted by a child process, shown, and one click from the text."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from desktop.gui.going import Going
from desktop.gui.long_work import LongWork
from desktop.gui.main_window import MainWindow
from desktop.gui.wording import holder_words
from desktop.gui.workbench import Workbench
from desktop.work.errand import Agree
from store.labels import label_name

if TYPE_CHECKING:
    from desktop.gui.dialogs.agreement import AgreementDialog


class Agreeing(QObject):
    """Asks for the figures, shows them beside the window, and leads to what is clicked there."""

    def __init__(self, window: MainWindow, workbench: Workbench, work: LongWork, *, language: str) -> None:
        super().__init__(window)
        self._window, self._workbench, self._work = window, workbench, work
        self._language = language
        self._dialog: AgreementDialog | None = None
        self._going = Going(window, workbench)
        workbench.projectClosed.connect(self._close)

    def show(self, *, unfinished: bool = False) -> None:
        """Count, then show; what is shown stays until the new figures are there."""
        project = self._workbench.project
        if project is None:
            return
        if self._work.is_running:
            self._window.page.messages.tell(self.tr("Wait for the work under way to end, or cancel it."))
            return
        wanted = Agree(project.path, unfinished)

        def done(found: Any) -> None:
            if found.comparison is not None and project is self._workbench.project:
                self._show(found.comparison)

        self._work.start(self.tr("Comparing"), wanted, done=done, failed=self._workbench.failed.emit)

    def _show(self, comparison: Any) -> None:
        if self._dialog is None:
            from desktop.gui.dialogs.agreement import AgreementDialog  # not before the first paint

            self._dialog = AgreementDialog(self._window.look, self._names(), self._window)
            self._dialog.placeWanted.connect(self._going.go)
            self._dialog.countWanted.connect(lambda unfinished: self.show(unfinished=unfinished))
            self._dialog.finished.connect(lambda _: self._forget())
        self._dialog.show_comparison(comparison)
        self._dialog.show()
        self._dialog.raise_()

    def _names(self) -> dict[str, str]:
        """What labels of stances and holders are called in the language of the window."""
        book = self._workbench.codebook
        labels = book.stance_labels if book is not None else ()
        return {it.code: label_name(it.name, self._language) or it.code for it in labels} | holder_words()

    def _close(self) -> None:
        if self._dialog is not None:
            self._dialog.close()

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
