"""Measures one's own effort while somebody wants that: by the commands asked for, and by keys and mouse."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.gui import commands as c
from desktop.gui.project import Opened
from desktop.gui.workbench import Workbench
from desktop.work import effort
from desktop.work.effort import Kind, Meter
from store.values import ArticlePage

_STIRRING = frozenset((QEvent.Type.MouseMove, QEvent.Type.Wheel))
_KEY = Qt.Key
_MODIFIERS = frozenset((_KEY.Key_Shift, _KEY.Key_Control, _KEY.Key_Alt, _KEY.Key_AltGr, _KEY.Key_Meta))
_STANCES = (
    c.AddStance | c.ChangeStance | c.SetParts | c.DeleteStance | c.AnswerNone | c.WithdrawNone | c.LookedAgain
)


class EffortMeter(QObject):
    """Off until `switch` says so. `folder` holds a file a project; nothing of it is in the project."""

    def __init__(self, window: QWidget, workbench: Workbench, folder: Path) -> None:
        super().__init__(window)
        self._window, self._workbench, self._folder = window, workbench, folder
        self._meter = Meter()
        self._is_on = False
        self._hold: int | None = None
        self._watched: QObject | None = None
        workbench.opened.connect(self._opened)
        workbench.commanded.connect(self._commanded)
        workbench.projectClosed.connect(self._left)
        self._file: Path | None = None

    def switch(self, on: bool) -> None:
        """Begin or end measuring."""
        if on == self._is_on:
            return
        self._left()
        self._is_on = on
        page = self._workbench.page
        if on and page is not None:
            self._begin(page)
        elif not on and self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched = None

    def found(self, *, unaided: bool | None = None) -> effort.Effort:
        """What was measured in the open project; `unaided` as in `effort.kept`."""
        self._left()
        page = self._workbench.page
        if self._is_on and page is not None:
            self._begin(page)
        path = self._path()
        return effort.kept(path, unaided=unaided) if path is not None else {}

    def forget(self) -> None:
        """Delete what was measured in the open project."""
        path = self._path()
        self._meter.end()
        if path is not None:
            path.unlink(missing_ok=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hears what the window is told by its system, and never keeps any of it."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress:
            self._meter.stir(acts=True)
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._meter.stir(acts=event.key() not in _MODIFIERS)
        elif kind in _STIRRING:
            self._meter.stir(acts=False)
        return False

    def _opened(self, found: Opened) -> None:
        self._left()
        if self._is_on:
            self._begin(found.page)

    def _begin(self, page: ArticlePage) -> None:
        if self._watched is None and (handle := self._window.windowHandle()) is not None:
            handle.installEventFilter(self)
            self._watched = handle
        self._hold, self._file = None, self._path()
        self._meter.begin(page.article.key, unaided=page.unaided)

    def _left(self) -> None:
        """Keep what went into the article that was open."""
        line = self._meter.end()
        if line is not None and self._file is not None:
            effort.keep(self._file, line)

    def _commanded(self, command: c.Command, page: ArticlePage) -> None:
        if not self._is_on:
            return
        hold = command.hold if isinstance(command, c.MoveEdges) else None
        if hold is not None and hold == self._hold:
            return  # a held key goes on moving the same edge
        self._hold = hold
        for kind, times in decisions(command, page):
            self._meter.decide(kind, times)

    def _path(self) -> Path | None:
        project = self._workbench.project
        if project is None:
            return None
        return self._folder / f"{project.uid}.{project.work.annotator_id}.jsonl"


def decisions(command: c.Command, page: ArticlePage) -> Iterator[tuple[Kind, int]]:
    """What a command decides on the page that it was given on, and how often."""
    match command:
        case c.Accept():
            yield "accepted", 1
        case c.Correct():
            yield _correction(command, page), 1
        case c.Reject():
            yield "refused", 1
        case c.Relabel() | c.SetAttribute():
            yield "relabelled", 1
        case c.MoveEdges():
            yield "moved", 1
        case c.AddSpan():
            yield "added", 1
        case c.DeleteSpan():
            yield "deleted", 1
        case c.DecideAll():
            yield from _group(command)
        case c.Finish() if command.seen:
            yield "seen_unchanged", len(command.seen)
        case _ if isinstance(command, _STANCES):
            yield "stance", 1
        case _:
            return


def _group(command: c.DecideAll) -> Iterator[tuple[Kind, int]]:
    if command.accepted:
        yield "accepted", len(command.accepted)
    if command.refused:
        yield "refused", len(command.refused)
    if command.deleted:
        yield "deleted", len(command.deleted)


def _correction(command: c.Correct, page: ArticlePage) -> Kind:
    offered = next((it for it in page.suggestions if it.id == command.suggestion), None)
    is_there = offered is not None and (offered.start, offered.end) == (command.start, command.end)
    return "relabelled" if is_there else "moved"
