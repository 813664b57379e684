"""The menu that narrows the queue: status, flag, undecided suggestions, language, outlet."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop.gui.filters import Filter
from desktop.gui.wording import language_name, status_words


class FilterMenu(QMenu):
    """`chosen` says that something was chosen; `filter` says what is chosen."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status = self._exclusive(self, [(None, self.tr("All articles")), *status_words().items()])
        self.addSeparator()
        self._flagged = self._switch(self.tr("Flagged only"))
        self._undecided = self._switch(self.tr("With undecided suggestions only"))
        self._languages, self._outlets = QMenu(self.tr("Language"), self), QMenu(self.tr("Outlet"), self)
        self._language = self._outlet = QActionGroup(self)
        self._places = self.addSeparator()
        self.addMenu(self._languages)
        self.addMenu(self._outlets)
        self.offer((), ())

    def offer(self, languages: Sequence[str], outlets: Sequence[str]) -> None:
        """Offer the languages and outlets of the project; a choice of one is no choice."""
        everything = (None, self.tr("All"))
        self._languages.clear()
        self._outlets.clear()
        self._language = self._exclusive(
            self._languages, [everything, *((it, language_name(it)) for it in languages)]
        )
        self._outlet = self._exclusive(self._outlets, [everything, *((it, it) for it in outlets)])
        self._languages.menuAction().setVisible(len(languages) > 1)
        self._outlets.menuAction().setVisible(len(outlets) > 1)
        self._places.setVisible(len(languages) > 1 or len(outlets) > 1)

    def filter(self, search: str) -> Filter:
        """What is chosen, together with the words searched for."""
        return Filter(
            search=search,
            status=_checked(self._status),
            language=_checked(self._language),
            outlet=_checked(self._outlet),
            flagged=True if self._flagged.isChecked() else None,
            undecided=True if self._undecided.isChecked() else None,
        )

    def show_filter(self, shown: Filter) -> None:
        """Check what a filter holds, without telling anybody."""
        groups = (
            (self._status, shown.status),
            (self._language, shown.language),
            (self._outlet, shown.outlet),
        )
        for group, value in groups:
            for action in group.actions():
                action.setChecked(action.data() == value)
        self._flagged.setChecked(bool(shown.flagged))
        self._undecided.setChecked(bool(shown.undecided))

    def _exclusive(self, menu: QMenu, choices: Sequence[tuple[str | None, str]]) -> QActionGroup:
        group = QActionGroup(menu)
        for value, words in choices:
            action = group.addAction(words[:1].upper() + words[1:])
            action.setData(value)
            action.setCheckable(True)
            action.setChecked(value is None)
            menu.addAction(action)
        group.triggered.connect(self._tell)
        return group

    def _switch(self, words: str) -> QAction:
        action = self.addAction(words)
        action.setCheckable(True)
        action.triggered.connect(self._tell)
        return action

    def _tell(self) -> None:
        self.chosen.emit(self.filter(""))


def _checked(group: QActionGroup) -> Any:
    action = group.checkedAction()
    return action.data() if action is not None else None
