"""The write lane: one writer at a time, gestures before bulk work."""

import threading
from collections.abc import Generator
from contextlib import contextmanager


class Lane:
    """Lets one thread in at a time. Bulk work lets gestures go first, so these wait for one slice only.

    SQLite's own busy handler is not fair: it sleeps and tries again, and a bulk writer beside it wins for
    seconds.
    """

    def __init__(self) -> None:
        self._turn = threading.Condition()
        self._writer: int | None = None
        self._gestures = 0

    @contextmanager
    def enter(self, *, bulk: bool) -> Generator[None]:
        """Wait for the turn and hold it for the block.

        Not reentrant: a second write in one thread is a mistake.
        """
        self._take(bulk=bulk)
        try:
            yield
        finally:
            with self._turn:
                self._writer = None
                self._turn.notify_all()

    def _take(self, *, bulk: bool) -> None:
        me = threading.get_ident()
        with self._turn:
            if self._writer == me:
                raise RuntimeError("a write transaction inside a write transaction")
            if bulk:
                self._turn.wait_for(lambda: self._writer is None and not self._gestures)
            else:
                self._gestures += 1
                try:
                    self._turn.wait_for(lambda: self._writer is None)
                finally:
                    self._gestures -= 1
            self._writer = me
