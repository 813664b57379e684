"""Keeps what is being written in a project while that is closed: a comment, the guideline."""

from pathlib import Path

from PySide6.QtCore import QObject

from desktop.gui.drafts import Drafts
from desktop.gui.panels.side import SidePanel
from desktop.gui.state import WindowState
from desktop.gui.workbench import Workbench


class Unfinished(QObject):
    """Takes drafts out of the panels when a project is closed, and back when it is opened again."""

    def __init__(self, workbench: Workbench, side: SidePanel, state: WindowState, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench, self._side, self._state = workbench, side, state
        self._path: Path | None = None
        workbench.projectOpened.connect(self._resume)
        workbench.projectClosed.connect(self._put_aside)

    def _resume(self) -> None:
        if self._workbench.project is not None:
            self._path = Path(self._workbench.project.path)
            self._side.resume(self._state.drafts(self._path))

    def _put_aside(self) -> None:
        if self._path is not None:
            self._state.remember_drafts(self._path, self._side.drafts)
        self._path = None
        self._side.resume(Drafts())
