"""Commands that wait their turn: each is carried out when the one before it was committed or refused."""

from collections import deque
from collections.abc import Callable
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal

from desktop.gui.jobs import Jobs

SLOW = 150
"""Milliseconds after which a gesture that is not committed yet is told of."""


class Gesture(Struct, frozen=True):
    """Work for the write lane, and what to do with what came of it."""

    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]


class Gestures(QObject):
    """`busied` holds the article's keys from the first of overlapping waits to the end of the last one."""

    busied = Signal(bool)
    saving = Signal(bool)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._waiting: deque[Gesture] = deque()
        self._waits = 0
        self._under_way = False
        self._slow = QTimer(self, singleShot=True, interval=SLOW)
        self._slow.timeout.connect(lambda: self.saving.emit(True))

    @property
    def under_way(self) -> bool:
        """Whether a gesture is not committed yet."""
        return self._under_way

    @property
    def is_busy(self) -> bool:
        """Whether anything is under way that keys wait for."""
        return self._waits > 0

    def put(self, gesture: Gesture) -> None:
        """Carry a gesture out after those that wait."""
        self._waiting.append(gesture)
        self.begin()
        self._next()

    def drain(self) -> None:
        """Hand all that waits to the write lane at once: the store is about to be closed.

        Nobody is told any more.
        """
        while self._waiting:
            gesture = self._waiting.popleft()
            self._jobs.start(self._jobs.writing, gesture.work, failed=gesture.failed)
            self.end()

    def begin(self) -> None:
        """Something began that keys have to wait for."""
        self._waits += 1
        if self._waits == 1:
            self.busied.emit(True)

    def end(self) -> None:
        """It ended."""
        self._waits -= 1
        if self._waits == 0:
            self.busied.emit(False)

    def _next(self) -> None:
        if self._under_way or not self._waiting:
            return
        gesture = self._waiting.popleft()
        self._under_way = True
        self._slow.start()

        def done(result: Any) -> None:
            self._settle(lambda: gesture.done(result))

        def failed(error: Exception) -> None:
            self._settle(lambda: gesture.failed(error))

        self._jobs.start(self._jobs.writing, gesture.work, done=done, failed=failed)

    def _settle(self, tell: Callable[[], None]) -> None:
        self._under_way = False
        self._slow.stop()
        try:
            tell()
        finally:
            self.saving.emit(False)
            self.end()
            self._next()
