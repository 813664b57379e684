"""Imports and suggestions for many articles are taken back as a whole, by a child process."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject

from desktop.gui.long_work import LongWork
from desktop.gui.main_window import MainWindow
from desktop.gui.store_side import reading
from desktop.gui.workbench import Workbench
from desktop.work.errand import TakeBack
from store.values import Addition


class TakingBack(QObject):
    """Asks what is to be taken back, sees it done, and shows what is left."""

    def __init__(self, window: MainWindow, workbench: Workbench, work: LongWork) -> None:
        super().__init__(window)
        self._window, self._workbench, self._work = window, workbench, work

    def ask(self, import_id: int | None = None) -> None:
        """List what can be taken back; an import may be chosen already."""

        def show(found: Sequence[Addition]) -> None:
            from desktop.gui.dialogs.take_back import TakeBackDialog  # not before the first paint

            chosen = next((it for it in found if (it.kind, it.id) == ("import", import_id)), None)
            dialog = TakeBackDialog(found, chosen=chosen, look=self._window.look, parent=self._window)
            dialog.accepted.connect(lambda: self.take_back(dialog.chosen))
            self._workbench.projectClosed.connect(dialog.reject)
            dialog.ask()

        self._workbench.read(lambda project: reading().read_additions(project), show)

    def take_back(self, addition: Addition | None) -> None:
        """Take it back; work that somebody begins on it meanwhile is kept."""
        project = self._workbench.project
        if project is None or addition is None:
            return

        def done(report: Any) -> None:
            if project is self._workbench.project:
                self._workbench.refresh()
                self._window.page.messages.tell(self._words(addition, report))

        def failed(error: Exception) -> None:
            if project is self._workbench.project:
                self._workbench.refresh()
            self._workbench.failed.emit(error)

        wanted = TakeBack(project.path, addition.kind, addition.id)
        self._work.start(self.tr("Taking back"), wanted, done=done, failed=failed)

    def _words(self, addition: Addition, report: Any) -> str:
        if addition.kind == "run":
            words = self.tr("The suggestions in %n article(s) were taken back.", "", report.articles)
        else:
            words = self.tr("An import was taken back: %n article(s).", "", report.articles)
        if report.cancelled:
            words += " " + self.tr("Cancelled: the rest is still there and can be taken back later.")
        return words
