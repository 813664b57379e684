"""Lanes: threads that run work in order of urgency, and the way its results come back to the window.

One lane writes, one reads what is on screen; a gesture never waits behind bulk work of
its own lane, and nothing slow ever runs on the window's thread.
"""

import itertools
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future, wait
from enum import IntEnum
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QObject, Signal, Slot


class Urgency(IntEnum):
    """What goes first in a lane. `CLOSING` ends it: what is less urgent then is dropped."""

    GESTURE = 0
    CLOSING = 1
    BULK = 2


class Lane:
    """One thread that runs what it is given, most urgent first, else in the order given."""

    def __init__(self, name: str) -> None:
        self._queue: queue.PriorityQueue[tuple[int, int, tuple[Future[Any], Callable[[], Any]] | None]] = (
            queue.PriorityQueue()
        )
        self._numbers = itertools.count()
        self._thread = threading.Thread(target=self._run, name=f"lesart {name}", daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[], Any], urgency: Urgency = Urgency.GESTURE) -> Future[Any]:
        """Run `work` on the lane's thread; its result or error comes with the future."""
        future: Future[Any] = Future()
        self._queue.put((urgency, next(self._numbers), (future, work)))
        return future

    def close(self) -> None:
        """Finish the gestures that wait, drop the bulk work, end the thread."""
        self._queue.put((Urgency.CLOSING, next(self._numbers), None))
        self._thread.join()
        while not self._queue.empty():
            item = self._queue.get_nowait()[2]
            if item is not None:
                item[0].cancel()

    def _run(self) -> None:
        while (item := self._queue.get()[2]) is not None:
            future, work = item
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(work())
            except BaseException as error:
                future.set_exception(error)


class _Settled(Struct, frozen=True):
    future: Future[Any]
    done: Callable[[Any], None] | None
    failed: Callable[[Exception], None]


class Jobs(QObject):
    """The lanes of one window. Results and errors arrive on the thread that made this object."""

    _settled = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.writing = Lane("writing")
        self.reading = Lane("reading")
        self._closed = False
        self._settled.connect(self._deliver)

    def start(
        self,
        lane: Lane,
        work: Callable[[], Any],
        *,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None],
        urgency: Urgency = Urgency.GESTURE,
    ) -> Future[Any]:
        """Run `work` on `lane`; afterwards `done(result)` or `failed(error)` on the window's thread."""
        future = lane.submit(work, urgency)
        future.add_done_callback(lambda it: self._settled.emit(_Settled(it, done, failed)))
        return future

    def conclude(self, work: Callable[[], Any], *, failed: Callable[[Exception], None]) -> None:
        """Run `work` on the writing lane once both lanes have done what is asked for, but for bulk work."""
        read = self.reading.submit(lambda: None)

        def last() -> None:
            wait((read,))
            work()

        self.start(self.writing, last, failed=failed)

    def close(self) -> None:
        """End all lanes; what they still deliver is dropped."""
        if self._closed:
            return
        self._closed = True
        for lane in (self.reading, self.writing):
            lane.close()

    @Slot(object)
    def _deliver(self, settled: _Settled) -> None:
        if self._closed or settled.future.cancelled():
            return
        error = settled.future.exception()
        if error is None:
            if settled.done is not None:
                settled.done(settled.future.result())
        elif isinstance(error, Exception):
            settled.failed(error)
        else:
            raise error
