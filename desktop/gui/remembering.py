"""Keeps project memory at hand: it is read by and by, and speaks of the open article as soon as it can."""

from PySide6.QtCore import QObject, QTimer

from desktop.gui.jobs import Jobs, Urgency
from desktop.gui.preparing import Preparing, State
from desktop.gui.project import Project
from desktop.gui.store_side import reading
from desktop.gui.workbench import Workbench

PAUSE = 10
"""Milliseconds between two slices: the window paints meanwhile."""


class Remembering(QObject):
    """An article that is opened later has what memory says of it from the beginning (`reading.read_article`);
    here are those that were open before memory or the model was ready.
    """

    def __init__(
        self, workbench: Workbench, preparing: Preparing, jobs: Jobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workbench, self._jobs = workbench, jobs
        self._under_way: Project | None = None
        workbench.projectOpened.connect(self._read_on)
        workbench.codebookChanged.connect(self._read_on)
        workbench.projectClosed.connect(self._forget)
        preparing.told.connect(self._told)

    def _read_on(self) -> None:
        project = self._workbench.project
        if project is not None and project is not self._under_way:
            self._under_way = project
            self._read_slice(project)

    def _read_slice(self, project: Project) -> None:
        if project is not self._workbench.project:
            return
        self._jobs.start(
            self._jobs.reading,
            lambda: project is self._workbench.project and project.memory.read_on(),
            done=lambda more: self._goes_on(project) if more else self._finish(project),
            failed=self._workbench.failed.emit,
            urgency=Urgency.BULK,
        )

    def _goes_on(self, project: Project) -> None:
        QTimer.singleShot(PAUSE, self, lambda: self._read_slice(project))

    def _finish(self, project: Project) -> None:
        if self._under_way is project:
            self._under_way = None
            page = self._workbench.page
            if page is not None and page.predicted:
                self._remember()

    def _told(self, state: State) -> None:
        if state != "reading":
            self._remember()

    def _remember(self) -> None:
        page = self._workbench.page
        if page is None:
            return
        article = page.article.id

        def done(is_news: bool) -> None:
            shown = self._workbench.page
            if is_news and shown is not None and shown.article.id == article:
                self._workbench.reread()

        self._workbench.read(lambda project: reading().remember(project, article), done)

    def _forget(self) -> None:
        self._under_way = None
