"""The window's end of the model worker: a child process that reads one article at a time.

No pipeline is ever loaded here. What is wanted may change at any time: what has not been sent yet is then
forgotten. The worker is started at first need, again after it died, and ends with the window.
"""

import logging
from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from desktop.nlp import protocol
from desktop.nlp.client import worker_command
from desktop.nlp.errors import ModelBroken, WorkerDied
from store.errors import LesartError
from store.values import PredictedSpan

PATIENCE = 2000
"""Milliseconds that the worker gets to end by itself."""

DEATHS = 3
"""Deaths in a row after which nothing more is sent: something is wrong with more than one article."""

log = logging.getLogger(__name__)


class Wanted(Struct, frozen=True):
    """An article to be read with a model (see `desktop.nlp.models`), labelled as the preset wants.

    `trusted`: code that the model's folder brings may run. `varies`: what it nearly finds is wanted.
    """

    article: int
    text: str
    source: str
    preset: str
    trusted: bool = False
    varies: bool = False


class Answer(Struct, frozen=True):
    """What a model found in an article."""

    article: int
    model: str
    version: str
    source: str
    spans: tuple[PredictedSpan, ...]


class Refusal(Struct, frozen=True):
    """An article that could not be read, and why. It is not tried again."""

    article: int
    error: LesartError


class ModelWorker(QObject):
    """Emits one `answered` or `refused` for each article that was sent; `varied` with what a model nearly
    found, or nothing where it cannot tell.

    `loaded` tells source and preset of each model that is ready.
    """

    answered = Signal(object)
    varied = Signal(object)
    refused = Signal(object)
    loaded = Signal(str, str)

    def __init__(self, command: Sequence[str] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = list(command or worker_command())
        self._wanted: list[Wanted] = []
        self._refused: set[int] = set()
        self._reading: Wanted | None = None
        self._model: protocol.Ready | None = None
        self._loaded: tuple[str, str] | None = None
        self._loading: tuple[str, str] | None = None
        self._process: QProcess | None = None
        self._decoder = protocol.Decoder(protocol.AnyReply)
        self._number = self._deaths = 0

    @property
    def reading(self) -> int | None:
        """The article that is being read."""
        return self._reading.article if self._reading is not None else None

    @property
    def is_running(self) -> bool:
        """Whether there is a process."""
        return self._process is not None

    def prepare(self, source: str, preset: str) -> None:
        """Load a model that is likely to be wanted, while nothing is; a wrong guess is forgotten."""
        if self._process is None:
            self._load(source, preset)

    def want(self, wanted: Sequence[Wanted]) -> None:
        """Read these, in this order, instead of what was wanted before."""
        self._wanted = [it for it in wanted if it.article not in self._refused and it != self._reading]
        self._next()

    def forget(self) -> None:
        """Want nothing; another project's article may be tried that has the number of a refused one."""
        self._wanted.clear()
        self._refused.clear()
        self._deaths = 0
        if self._reading is not None:
            self._end(patience=0)  # it writes nothing, and a project is being closed

    def close(self) -> None:
        """End the worker and wait for it."""
        self._wanted.clear()
        self._end()

    def _next(self) -> None:
        if self._reading is not None or not self._wanted or self._deaths >= DEATHS:
            return
        self._reading = self._wanted.pop(0)
        needed = (self._reading.source, self._reading.preset)
        if self._loaded == needed:
            self._predict(self._reading)
        elif self._loading != needed:
            self._load(*needed)

    def _load(self, source: str, preset: str) -> None:
        self._model = self._loaded = None
        self._loading = (source, preset)
        self._send(lambda number: protocol.Load(number, source, preset))

    def _predict(self, wanted: Wanted) -> None:
        asked = protocol.Vary if wanted.varies else protocol.Predict
        self._send(lambda number: asked(number, wanted.text))

    def _send(self, request: Callable[[int], protocol.Request]) -> None:
        if self._process is None:
            self._process = self._start()
        self._number += 1
        self._process.write(protocol.encode(request(self._number)))

    def _start(self) -> QProcess:
        process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        # Threads of numeric libraries would take the cores that paint the window.
        environment.insert("OMP_NUM_THREADS", "1")
        process.setProcessEnvironment(environment)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.SeparateChannels)
        process.readyReadStandardOutput.connect(self._read)
        process.readyReadStandardError.connect(self._drain)
        process.finished.connect(self._died)
        process.errorOccurred.connect(self._erred)
        self._decoder = protocol.Decoder(protocol.AnyReply)
        process.start(self._command[0], self._command[1:])
        return process

    def _read(self) -> None:
        if self._process is None:
            return
        try:
            replies = self._decoder.feed(bytes(self._process.readAllStandardOutput().data()))
        except ValueError as error:
            log.error("the model worker wrote something else: %s", type(error).__name__)
            self._process.kill()
            return
        for reply in replies:
            if reply.id == self._number:
                self._take(reply)

    def _drain(self) -> None:
        """What libraries print is not kept: it may quote the text."""
        if self._process is not None:
            self._process.readAllStandardError()

    def _take(self, reply: protocol.Reply) -> None:
        loading, self._loading = self._loading, None
        if isinstance(reply, protocol.Ready) and loading is not None:
            self._model, self._loaded = reply, loading
            self.loaded.emit(*loading)
        if self._reading is not None:
            self._answer(reply, self._reading)

    def _answer(self, reply: protocol.Reply, wanted: Wanted) -> None:
        match reply:
            case protocol.Ready():
                self._predict(wanted)
            case protocol.Spans(spans=spans) if self._model is not None:
                self._deaths = 0
                self._reading = None
                (self.varied if wanted.varies else self.answered).emit(
                    Answer(wanted.article, self._model.name, self._model.version, wanted.source, spans)
                )
                self._next()
            case protocol.Failed():
                self._refuse(wanted, _error(reply, wanted))
            case _:
                self._refuse(wanted, WorkerDied(article=wanted.article))

    def _refuse(self, wanted: Wanted, error: LesartError) -> None:
        self._reading = None
        if not wanted.varies:
            self._refused.add(wanted.article)
            self.refused.emit(Refusal(wanted.article, error))
        self._next()

    def _erred(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._died()

    def _died(self, *_: object) -> None:
        process, self._process = self._process, None
        self._model = self._loaded = self._loading = None
        if process is not None:
            process.deleteLater()
        self._deaths += 1
        if self._reading is not None:
            self._refuse(self._reading, WorkerDied(article=self._reading.article))

    def _end(self, patience: int = PATIENCE) -> None:
        process, self._process = self._process, None
        self._reading = self._model = self._loaded = self._loading = None
        if process is None:
            return
        for signal in (process.finished, process.errorOccurred, process.readyReadStandardOutput):
            signal.disconnect()
        process.closeWriteChannel()
        if not process.waitForFinished(patience):
            process.kill()
            process.waitForFinished(PATIENCE)
        process.deleteLater()


def _error(failed: protocol.Failed, wanted: Wanted) -> LesartError:
    """The typed error; one that the worker did not know itself is the model's."""
    error = protocol.error_of(failed)
    return ModelBroken(name=wanted.source, **error.fields) if type(error) is LesartError else error
