"""Work that takes minutes, in a child process: import, export, suggestions for a corpus. One at a time."""

import logging
from collections import deque
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from msgspec import Struct
from PySide6.QtCore import QObject, QProcess, Signal

from desktop.gui.translating import number
from desktop.nlp import protocol
from desktop.work.errand import Done, Heard, Told, Wanted, errand_command
from store.errors import LesartError
from store.values import Progress

PATIENCE = 10_000
"""Milliseconds that a cancelled child gets: it finishes the slice that it is writing."""

log = logging.getLogger(__name__)


class Telling(Struct, frozen=True):
    """How far a piece of long work is; `name` is what the strip calls it. `f1` (0…1) is that of a
    training's round.
    """

    name: str
    progress: Progress
    round: int = 0
    f1: float | None = None


class Shows(Protocol):
    """A place that tells of work under way."""

    def show_work(self, words: str, done: int = 0, total: int = 0) -> None: ...


def show_work(place: Shows, telling: Telling) -> None:
    """Tell there how far the work is."""
    progress = telling.progress
    so_far = number(progress.done) if progress.done and not progress.total else ""
    words = f"{telling.name} … {progress.note or so_far}".strip()
    # Bytes may exceed what a progress bar can count; thousandths do.
    part = round(progress.done * 1000 / progress.total) if progress.total else 0
    place.show_work(words, part, 1000 if progress.total else 0)


class ErrandError(Exception):
    """A child process ended without an answer, or with an error that nobody expected."""


class LongWork(QObject):
    """`told` brings a `Telling` now and then; `ended` comes once a start, before `done` or `failed`."""

    told = Signal(object)
    ended = Signal()

    def __init__(self, command: Sequence[str] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = list(command or errand_command())
        self._process: QProcess | None = None
        self._decoder = protocol.Decoder(Heard)
        self._name = ""
        self._answer: Done | protocol.Failed | None = None
        self._done: Callable[[Any], None] | None = None
        self._failed: Callable[[Exception], None] | None = None
        self._waiting: deque[Callable[[], None]] = deque()

    @property
    def is_running(self) -> bool:
        """Whether there is work under way."""
        return self._process is not None

    def start(
        self, name: str, wanted: Wanted, *, done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        """Send a child; `name` is what the strip calls its work. While another is under way it waits."""
        if self.is_running:
            self._waiting.append(lambda: self.start(name, wanted, done=done, failed=failed))
            return
        self._name, self._done, self._failed, self._answer = name, done, failed, None
        self._decoder = protocol.Decoder(Heard)
        process = self._process = QProcess(self)
        process.readyReadStandardOutput.connect(self._read)
        process.readyReadStandardError.connect(process.readAllStandardError)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._erred)
        process.start(self._command[0], self._command[1:])
        process.write(protocol.framed(wanted))
        self.told.emit(Telling(name, Progress(0, 0)))

    def cancel(self) -> None:
        """Ask the child to end; what it has committed stays."""
        if self._process is not None:
            self._process.closeWriteChannel()

    def stop(self) -> None:
        """Cancel, and forget what waits: nobody wants it any more."""
        self._waiting.clear()
        self.cancel()

    def close(self, patience: int = PATIENCE) -> None:
        """End the child and wait for it, `patience` milliseconds at most; nobody is told any more."""
        self._waiting.clear()
        process, self._process = self._process, None
        if process is None:
            return
        process.deleteLater()
        for signal in (process.readyReadStandardOutput, process.finished, process.errorOccurred):
            signal.disconnect()
        process.closeWriteChannel()
        if not process.waitForFinished(patience):
            process.kill()
            process.waitForFinished(PATIENCE)

    def _read(self) -> None:
        if self._process is None:
            return
        try:
            heard = self._decoder.feed(bytes(self._process.readAllStandardOutput().data()))
        except ValueError as error:
            log.error("a child wrote something else: %s", type(error).__name__)
            self._process.kill()
            return
        for message in heard:
            if isinstance(message, Told):
                self.told.emit(Telling(self._name, message.progress, message.round, message.f1))
            else:
                self._answer = message
                self._process.closeWriteChannel()

    def _erred(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._finished()

    def _finished(self) -> None:
        """The child ended: with its answer, or without one."""
        self._read()
        process, self._process = self._process, None
        done, failed, answer = self._done, self._failed, self._answer
        if process is None or done is None or failed is None:
            return
        process.deleteLater()
        self.ended.emit()
        if self._waiting:
            self._waiting.popleft()()
        if answer is None:
            failed(ErrandError("no answer"))
        elif isinstance(answer, protocol.Failed):
            error = protocol.error_of(answer)
            failed(ErrandError(error.fields.get("reason")) if type(error) is LesartError else error)
        else:
            done(answer)
