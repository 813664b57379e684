"""Looks now and then at what others write into the open project: another window, the command line, a team."""

from PySide6.QtCore import QObject, QTimer

from desktop.gui.project import News, Steps
from desktop.gui.store_side import reading
from desktop.gui.workbench import CODEBOOK, Workbench

PAUSE = 2000
"""Milliseconds between two looks; each is one query of the change log by its key."""


class Watching(QObject):
    """Shows what is new where it is shown: in the page, the queue or the codebook.

    What this window wrote itself is on screen already. Nothing is looked at while a gesture is under way.
    """

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._seen: int | None = None
        self._own: set[int] = set()
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self.look)
        workbench.projectOpened.connect(self._begin)
        workbench.projectClosed.connect(self._timer.stop)
        workbench.stepsChanged.connect(self._remember)

    def look(self) -> None:
        """Look now."""
        seen = self._seen
        if self._workbench.gestures.is_busy:
            return
        self._workbench.read(lambda project: reading().news(project, seen), self._take)

    def _begin(self) -> None:
        self._seen = None
        self._own.clear()
        self._timer.start()
        self.look()

    def _remember(self, steps: Steps) -> None:
        """What this window has written last."""
        self._own.add(steps.newest)

    def _take(self, news: News) -> None:
        bench, begins = self._workbench, self._seen is None
        self._seen = news.newest
        changes = [it for it in news.changes if it.id not in self._own]
        self._own.clear()
        if begins or not changes:
            return
        if any(it.is_bulk for it in changes):
            bench.refresh()
            return
        if any(it.nouns & CODEBOOK for it in changes):
            bench.refresh_codebook()
        articles = {it.article for it in changes if it.is_mine}
        if bench.page is not None and bench.page.article.id in articles:
            bench.reread()
        if articles - {None}:
            bench.refresh_steps()
            bench.queue.renew()
        elif any(it.is_reading for it in changes) and bench.page is not None and not bench.page.predicted:
            bench.reread()
