"""Looking at files before they are imported, in a child process: parsers stay out of the window."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.gui.long_work import LongWork
from desktop.work.errand import Look, Looked
from store.formats.protocol import ReadOptions
from store.formats.seen import Seen

PAUSE = 250
"""Milliseconds after a change before a child is sent: several files are often dropped one after the other."""


class Looking(QObject):
    """`seen` brings what the latest question found; `failed` the error where the child could not say.

    A question that is asked while another is under way takes its place.
    """

    began = Signal()
    seen = Signal(object)
    failed = Signal(object)

    def __init__(
        self, language: str | None, command: Sequence[str] = (), parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._work = LongWork(command, self)
        self._wanted: Look | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._start)

    @property
    def is_under_way(self) -> bool:
        """Whether there is an answer to wait for."""
        return self._timer.isActive() or self._work.is_running

    def ask(self, paths: Sequence[str], options: ReadOptions) -> None:
        """Look at files; of none, nothing is to be seen at once."""
        self._work.close(patience=0)  # it writes nothing, so it may be killed
        if not paths:
            self._timer.stop()
            self.seen.emit(Seen(()))
            return
        self._wanted = Look(tuple(paths), options, self._language)
        self._timer.start()
        self.began.emit()

    def close(self) -> None:
        """End what is under way; nobody is told any more."""
        self._timer.stop()
        self._work.close(patience=0)

    def _start(self) -> None:
        if self._wanted is not None:
            self._work.start("", self._wanted, done=self._done, failed=self.failed.emit)

    def _done(self, answer: Any) -> None:
        self.seen.emit(answer.seen if isinstance(answer, Looked) else Seen(()))
