"""How a project comes onto the workbench: opened or made on the read lane, after what was asked before."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.gui.gestures import Gestures
from desktop.gui.jobs import Jobs
from desktop.gui.project import Project
from desktop.gui.store_side import opening
from store.values import ProjectSettings


class Arrivals(QObject):
    """`expected` says that a project was asked for, `arrived` brings its `Beginning`, `failed` why none came.

    Until one has arrived, what is open stays so.
    """

    expected = Signal()
    arrived = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, gestures: Gestures, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._gestures = jobs, gestures

    def open(self, path: Path, person: str | None, last: int | None = None) -> None:
        """Open a store as `person` (None: its first one), at the article that was open `last`."""
        self.fetch(lambda: opening().open_project(path, person), last)

    def create(self, path: Path, *, name: str, settings: ProjectSettings, person: str) -> None:
        """Make a store and open it."""
        self.fetch(lambda: opening().create_project(path, name=name, settings=settings, person=person))

    def fetch(self, make: Callable[[], Project], last: int | None = None) -> None:
        """Open what `make` makes, at the article that was open `last`."""

        def read(_: object) -> None:
            self._jobs.start(
                self._jobs.reading,
                lambda: opening().begin(make, last),
                done=self.arrived.emit,
                failed=self.failed.emit,
            )

        # What was asked for before is committed first: it may be the same store.
        self._gestures.drain()
        self._jobs.start(self._jobs.writing, lambda: None, done=read, failed=self.failed.emit)
        self.expected.emit()
