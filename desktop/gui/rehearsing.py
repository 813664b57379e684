"""Rehearsals of an export in a child process: a few articles, for the eye, then all, for the losses."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.gui.long_work import LongWork
from desktop.work.errand import ExportWish, Rehearse, Rehearsed

FEW = 20
"""Articles of the first rehearsal."""

DELAY = 300
"""Milliseconds that choices have to rest."""


class Rehearsing(QObject):
    """`rehearsed` brings what came of the newest wish, and whether it was about all articles."""

    rehearsed = Signal(object, bool)
    failed = Signal(object)

    def __init__(self, store: str, command: Sequence[str] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._work = LongWork(command, self)
        self._wish: ExportWish | None = None
        self._limit: int | None = FEW
        self._is_over = False
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self._start)

    def ask(self, wish: ExportWish) -> None:
        """Rehearse this; what is under way for another wish ends."""
        self._wish, self._limit = wish, FEW
        self._work.cancel()
        self._timer.start()

    def stop(self) -> None:
        """Nobody looks any more."""
        self._is_over = True
        self._timer.stop()
        self._work.cancel()
        if not self._work.is_running:
            self.deleteLater()

    def close(self) -> None:
        """End the child and wait for it."""
        self._is_over = True
        self._timer.stop()
        self._work.close()

    def _start(self) -> None:
        if self._wish is None or self._is_over:
            return
        if self._work.is_running:
            self._timer.start()  # the one before is about to end
            return
        wish, limit = self._wish, self._limit
        self._work.start(
            "",
            Rehearse(self._store, wish, limit),
            done=lambda found: self._done(wish, limit, found),
            failed=lambda error: self._fail(wish, error),
        )

    def _done(self, wish: ExportWish, limit: int | None, found: Rehearsed) -> None:
        if self._is_over:
            self.deleteLater()
            return
        if wish is not self._wish or found.cancelled:
            return
        is_whole = limit is None or found.articles < limit
        self.rehearsed.emit(found, is_whole)
        if not is_whole:
            self._limit = None
            self._start()

    def _fail(self, wish: ExportWish, error: Exception) -> None:
        if self._is_over:
            self.deleteLater()
        elif wish is self._wish:
            self.failed.emit(error)
