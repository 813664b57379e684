"""What is open, and the only way from the window to the store: commands go in, signals come out. No widgets.

Database modules are loaded on a lane at the first need, never on the window's thread and never before the
first paint.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.gui.arrivals import Arrivals
from desktop.gui.commands import Command, MoveEdges
from desktop.gui.gestures import Gesture, Gestures
from desktop.gui.jobs import Jobs
from desktop.gui.project import Beginning, Codebook, Opened, Outcome, Project, Steps
from desktop.gui.queue import Queue
from desktop.gui.store_side import executing, reading
from store.values import ArticlePage

CODEBOOK = frozenset(("topic", "actor", "project", "label", "label_set"))
"""Tables whose change is shown outside of the article."""


class Workbench(QObject):
    """One open project, one open article, and the commands that wait.

    `opened` brings an `Opened`, `changed` the `Touched` of a step (None: something beside the annotator
    changed the page), `stayed` why no other article was opened: the first (-1) or last (1) of the list is
    open, or all of it is done (0). `commanded` brings a command and the page that it was given on. `failed`
    brings an exception, known or not.
    """

    projectOpened = Signal()
    projectClosed = Signal()
    codebookChanged = Signal()
    opened = Signal(object)
    emptied = Signal()
    changed = Signal(object)
    stepsChanged = Signal(object)
    stayed = Signal(int)
    commanded = Signal(object, object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.gestures = Gestures(jobs, self)
        self.arrivals = Arrivals(jobs, self.gestures, self)
        self.queue = Queue(self.read, self)
        self.project: Project | None = None
        self.codebook: Codebook | None = None
        self.page: ArticlePage | None = None
        self.steps = Steps()
        self._opening = 0
        self._hold: tuple[int, int] | None = None
        self.arrivals.arrived.connect(self._take)
        self.arrivals.failed.connect(self.failed)

    # --- The project ----------------------------------------------------------------------------------------

    def close_project(self) -> None:
        """Let go of the store; commands that wait are carried out first."""
        project, self.project = self.project, None
        self.codebook = self.page = None
        self._opening += 1
        self.queue.forget()
        if project is None:
            return
        self.gestures.drain()
        self._jobs.conclude(project.store.close, failed=self.failed.emit)
        self.projectClosed.emit()

    def _take(self, begun: Beginning) -> None:
        self.close_project()
        self.project, self.codebook = begun.project, begun.codebook
        self.projectOpened.emit()
        self._take_steps(begun.steps)
        # The article first: a long list may take its time.
        self._open_first(begun.first)
        self.queue.list()

    def _open_first(self, first: int | None) -> None:
        if first is not None:
            self.open_article(first)
        else:
            self.page = None
            self.emptied.emit()

    # --- Articles -------------------------------------------------------------------------------------------

    def open_article(self, article: int) -> None:
        """Open an article; where another is asked for before it came, only the last one opens.

        Keys wait for it.
        """
        self._opening += 1
        number = self._opening

        def done(found: Opened) -> None:
            if number == self._opening:
                self.page = found.page
                self.opened.emit(found)

        self.read(lambda project: reading().read_article(project, article), done, held=True)

    def step(self, by: int) -> None:
        """Open the next (1) or previous (-1) article of the queue; `stayed` tells that there is none."""
        if self.page is None:
            return
        found = self.queue.neighbour(self.page.article.id, by)
        if found is None:
            self.stayed.emit(by)
        else:
            self.open_article(found)

    def reread(self) -> None:
        """Read the open article again, because something beside the annotator changed it."""
        if self.page is None:
            return
        article = self.page.article.id

        def done(page: ArticlePage | None) -> None:
            # A gesture under way brings a newer page itself; where the article is gone, `refresh` follows.
            if (
                page
                and not self.gestures.under_way
                and self.page is not None
                and self.page.article.id == article
            ):
                self.page = page
                self.changed.emit(None)

        self.read(lambda project: reading().read_again(project, article), done)

    # --- Commands -------------------------------------------------------------------------------------------

    def ask(self, command: Command) -> None:
        """Carry out a command on the open article as soon as those before it are done."""
        listed = self.queue.ids
        if self.page is not None:
            self.commanded.emit(command, self.page)

        def work(project: Project, article: int) -> Outcome:
            hold = command.hold if isinstance(command, MoveEdges) else None
            join = self._hold[1] if self._hold is not None and self._hold[0] == hold else None
            outcome = executing().perform(project, article, command, join=join, listed=listed)
            self._hold = (hold, outcome.touched.step) if hold is not None and outcome.touched.step else None
            return outcome

        self._put(work)

    def undo(self) -> None:
        """Take back the last step; an article that it touched is opened."""
        self._put(lambda project, article: executing().undo(project, article))

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._put(lambda project, article: executing().redo(project, article))

    def change_codebook(
        self, work: Callable[[Project], Any], done: Callable[[Any], None] | None = None
    ) -> None:
        """Change topics, actors or settings with `work` on the write lane; who shows them is told then."""

        def all_of_it(project: Project) -> tuple[Any, Codebook, Steps]:
            return work(project), reading().read_codebook(project), reading().steps(project)

        def told(result: tuple[Any, Codebook, Steps]) -> None:
            self._take_codebook(result[1])
            self._take_steps(result[2])
            if done is not None:
                done(result[0])

        self._write(all_of_it, told, self.failed.emit)

    def change(
        self,
        work: Callable[[Project], Any],
        done: Callable[[Any], None],
        *,
        failed: Callable[[], None] = lambda: None,
    ) -> None:
        """Change readings beyond the open article with `work` on the write lane; the page is read again."""

        def told(result: tuple[Any, Steps]) -> None:
            self._take_steps(result[1])
            done(result[0])
            self.reread()
            self.queue.renew()

        def refused(error: Exception) -> None:
            self.failed.emit(error)
            failed()

        self._write(lambda project: (work(project), reading().steps(project)), told, refused)

    def refresh(self) -> None:
        """Read everything again that an import or another program may have changed.

        Where the open article is gone, work goes on at another.
        """
        self.refresh_codebook()
        self.refresh_steps()
        self.queue.list()
        shown, number = self.page.article.id if self.page is not None else None, self._opening

        def go_on(found: int | None) -> None:
            if found is not None and found == shown:
                self.reread()
            elif number == self._opening:  # nobody has opened another one meanwhile
                self._open_first(found)

        self.read(lambda project: reading().first_article(project, shown), go_on)

    def refresh_codebook(self) -> None:
        """Read again what one annotates with."""
        self.read(lambda project: reading().read_codebook(project), self._take_codebook)

    def refresh_steps(self) -> None:
        """Read again what undo would undo."""
        self.read(lambda project: reading().steps(project), self._take_steps)

    def _put(self, work: Callable[[Project, int], Outcome]) -> None:
        if self.page is None:
            return
        article = self.page.article.id
        self._write(
            lambda project: work(project, article), partial(self._committed, article), self.failed.emit
        )

    def _committed(self, article: int, outcome: Outcome) -> None:
        self._take_steps(outcome.steps)
        if self.page is not None and self.page.article.id == article:
            self.page = outcome.page
            self.changed.emit(outcome.touched)
        if outcome.touched is not None and outcome.touched.nouns & CODEBOOK:
            self.refresh_codebook()
        if outcome.onward is not None:
            self.open_article(outcome.onward)
        elif outcome.goes_on:
            self.stayed.emit(0)

    def _take_codebook(self, book: Codebook) -> None:
        self.codebook = book
        self.codebookChanged.emit()

    def _take_steps(self, steps: Steps) -> None:
        self.steps = steps
        self.stepsChanged.emit(steps)

    def _write(
        self,
        work: Callable[[Project], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        project = self.project
        if project is None:
            return

        def told(result: Any) -> None:
            if project is self.project:
                done(result)

        self.gestures.put(Gesture(lambda: work(project), told, failed))

    def read(
        self, work: Callable[[Project], Any], done: Callable[[Any], None], *, held: bool = False
    ) -> None:
        """Read on the read lane; `done` only if the project is still open then. `held`: keys wait for it."""
        project = self.project
        if project is None:
            return
        if held:
            self.gestures.begin()

        def settle(tell: Callable[[], None]) -> None:
            try:
                if project is self.project:
                    tell()
            finally:
                if held:
                    self.gestures.end()

        self._jobs.start(
            self._jobs.reading,
            # A store that was closed meanwhile is not opened again.
            lambda: work(project) if project is self.project else None,
            done=lambda result: settle(lambda: done(result)),
            failed=lambda error: settle(lambda: self.failed.emit(error)),
        )
