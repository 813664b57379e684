"""Has the model read the open article and the next ones of the queue, and stores what it found."""

from typing import Any, Literal

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from desktop.gui.jobs import Jobs, Urgency
from desktop.gui.model_worker import Answer, ModelWorker, Refusal, Wanted
from desktop.gui.project import Opened
from desktop.gui.store_side import reading, storing
from desktop.gui.workbench import Workbench
from store.values import PredictedSpan, ProjectSettings

AHEAD = 3
"""Articles of the queue that are read by the model before they are opened."""

State = Literal["", "reading", "no_model", "refused"]
"""Of the open article: nothing to say, being read, no model for its language, could not be read."""


USUAL = ("embedded:de", "german")
"""Source and preset that are loaded at the very first start: those of the sample corpus."""


class Preparing(QObject):
    """`told` says how the open article stands, `refused` why one was skipped; `varied` has the article and
    what the model nearly suggests in it.

    An answer is stored as long as its project is open, also when its article is no longer on screen; it is
    shown only where it is. `usual` is the source and preset of the model that is likely to be wanted first.
    """

    told = Signal(str)
    refused = Signal(object)
    varied = Signal(int, object)

    def __init__(
        self, workbench: Workbench, worker: ModelWorker, jobs: Jobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workbench, self._worker, self._jobs = workbench, worker, jobs
        self._said: set[str] = set()
        self.paused = False
        self.trusted: tuple[str, ...] = ()
        self.usual: tuple[str, str] = USUAL
        workbench.arrivals.expected.connect(self._expect)
        workbench.opened.connect(self._opened)
        workbench.queue.listed.connect(lambda _: self._look_ahead())
        workbench.projectClosed.connect(self._closed)
        worker.answered.connect(self._answered)
        worker.varied.connect(self._varied)
        worker.refused.connect(self._refused)

    def _expect(self) -> None:
        """While the project is being opened its model is loaded: the last one, which mostly is it."""
        if not self.paused:
            self._worker.prepare(*self.usual)

    def _opened(self, found: Opened) -> None:
        project, book = self._workbench.project, self._workbench.codebook
        if project is None or book is None:
            return
        page = found.page
        source = book.source(page.article.language)
        self.told.emit("" if page.predicted else "reading" if source is not None else "no_model")
        self._look_ahead()

    def _look_ahead(self) -> None:
        bench = self._workbench
        book, page = bench.codebook, bench.page
        if book is None or page is None or self.paused:
            return
        article = page.article.id
        ahead = bench.queue.ahead(article, AHEAD + 1)
        bench.read(
            lambda project: reading().wanted_of(project, book, ahead),
            lambda wanted: self._want(article, wanted),
        )

    def _want(self, article: int, wanted: list[Wanted]) -> None:
        page = self._workbench.page
        # Somebody who leafs on quickly leaves no trail of articles to be read.
        if page is not None and page.article.id == article:
            self._worker.want([replace(it, trusted=it.source in self.trusted) for it in wanted])

    def _answered(self, answer: Answer) -> None:
        bench = self._workbench
        project = bench.project
        if project is None:
            return

        def write() -> None:
            if project is bench.project:  # a store that was closed meanwhile is not opened again
                storing().store_answer(project, answer)

        def done(_: Any) -> None:
            page = bench.page
            if project is bench.project and page is not None and page.article.id == answer.article:
                self.told.emit("")
                bench.reread()

        self._jobs.start(
            self._jobs.writing,
            write,
            done=done,
            failed=bench.failed.emit,
            urgency=Urgency.BULK,
        )

    def _varied(self, answer: Answer) -> None:
        book = self._workbench.codebook
        if book is not None:
            self.varied.emit(answer.article, shown(answer, book.settings))

    def _refused(self, refusal: Refusal) -> None:
        page = self._workbench.page
        if page is not None and page.article.id == refusal.article:
            self.told.emit("refused")
        # A model that cannot be loaded fails for every article: once is enough.
        kind = f"{refusal.error.code} {refusal.error.fields.get('name', refusal.article)}"
        if kind not in self._said:
            self._said.add(kind)
            self.refused.emit(refusal)

    def _closed(self) -> None:
        self._said.clear()
        self._worker.forget()


def shown(answer: Answer, settings: ProjectSettings) -> tuple[PredictedSpan, ...]:
    """What the project lets a model say."""
    hidden = {*settings.labels_off, *settings.hidden.get(answer.model, ())}
    return tuple(it for it in answer.spans if it.form not in settings.forms_off and it.label not in hidden)
