"""The evaluation of a model: counted by a child process, shown, and each error one click from the text."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from desktop.gui.going import Going
from desktop.gui.long_work import LongWork
from desktop.gui.main_window import MainWindow
from desktop.gui.translating import worded
from desktop.gui.workbench import Workbench
from desktop.work.errand import Judge

if TYPE_CHECKING:
    from desktop.gui.dialogs.evaluation import EvaluationDialog


class Evaluating(QObject):
    """Asks for the figures, shows them beside the window, and leads to what is clicked there."""

    def __init__(self, window: MainWindow, workbench: Workbench, work: LongWork, *, language: str) -> None:
        super().__init__(window)
        self._window, self._workbench, self._work = window, workbench, work
        self._language = language
        self._going = Going(window, workbench)
        self._dialog: EvaluationDialog | None = None
        workbench.projectClosed.connect(self._close)

    def show(self, judged: str = "", truth: str = "", unfinished: bool = False) -> None:
        """Judge, then show; what is shown stays until the new figures are there."""
        project = self._workbench.project
        if project is None:
            return
        if self._work.is_running:
            self._window.page.messages.tell(self.tr("Wait for the work under way to end, or cancel it."))
            return

        def done(found: Any) -> None:
            if found.judgement is not None and project is self._workbench.project:
                self._show(found.judgement)

        models = str(self._window.paths.models)
        wanted = Judge(project.path, models, judged, truth, unfinished)
        self._work.start(self.tr("Evaluating"), wanted, done=done, failed=self._workbench.failed.emit)

    def _show(self, judgement: Any) -> None:
        book = self._workbench.codebook
        if self._dialog is None and book is not None:
            names = {it.code: worded(it.name, self._language) or it.code for it in book.every_label}
            from desktop.gui.dialogs.evaluation import EvaluationDialog  # not before the first paint

            self._dialog = EvaluationDialog(self._window.look, names, self._window)
            self._dialog.placeWanted.connect(self._going.go)
            self._dialog.judgementWanted.connect(self.show)
            self._dialog.finished.connect(lambda _: self._forget())
        if self._dialog is not None:
            self._dialog.show_judgement(judgement)
            self._dialog.show()
            self._dialog.raise_()

    def _close(self) -> None:
        if self._dialog is not None:
            self._dialog.close()

    def _forget(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()
