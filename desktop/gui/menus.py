"""The menu bar, drawn from the table of actions and from what can be done with projects."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from desktop.gui.actions import ACTIONS, Action
from desktop.gui.translating import native

NEEDS_PROJECT = frozenset(("import", "export", "suggest_all", "topics", "project_settings", "close"))
HIDDEN = ("caret_", "select_", "scroll_", "digit_", "topic_", "usual_")
"""Movements and digits are keys only; labels and topics stand in menus under their own names, elsewhere."""


class Menus(QObject):
    """Emits the id of what was chosen: an action of the table, or one of the window's own."""

    triggered = Signal(str)
    recentChosen = Signal(str)

    def __init__(self, bar: QMenuBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar = bar
        self.actions: dict[str, QAction] = {}
        self.recent = QMenu(self.tr("Open recent"), bar)
        self._file(bar.addMenu(self.tr("&File")))
        self._edit(bar.addMenu(self.tr("&Edit")))
        self._article(bar.addMenu(self.tr("&Article")))
        self._stance(bar.addMenu(self.tr("&Stance")))
        self._view(bar.addMenu(self.tr("&View")))
        self._help(bar.addMenu(self.tr("&Help")))

    def show_recent(self, paths: Sequence[Path]) -> None:
        """Offer these projects."""
        self.recent.clear()
        self.recent.setEnabled(bool(paths))
        for path in paths:
            self.recent.addAction(path.stem, lambda path=path: self.recentChosen.emit(str(path)))

    def enable(self, *, project: bool, article: bool) -> None:
        """Grey what makes no sense without a project or an article."""
        for name, action in self.actions.items():
            if name in NEEDS_PROJECT:
                action.setEnabled(project)
        for menu in (self._article_menu, self._stance_menu):
            for action in menu.actions():
                action.setEnabled(article or (action is self.actions["topics"] and project))
        for name in ("undo", "redo", "find", "find_next"):
            self.actions[name].setEnabled(project)

    def _file(self, menu: QMenu) -> None:
        self._own(menu, "new", self.tr("New project …"), QKeySequence.StandardKey.New)
        self._own(menu, "open", self.tr("Open …"), QKeySequence.StandardKey.Open)
        menu.addMenu(self.recent)
        self._own(menu, "sample", self.tr("Sample corpus"))
        menu.addSeparator()
        self._own(menu, "import", self.tr("Import articles …"), "Ctrl+I")
        self._own(menu, "export", self.tr("Export …"), "Ctrl+E")
        self._own(menu, "suggest_all", self.tr("Suggest in all articles"))
        menu.addSeparator()
        self._own(menu, "project_settings", self.tr("Project settings …"))
        self._own(menu, "close", self.tr("Close project"), QKeySequence.StandardKey.Close)
        self._own(menu, "settings", self.tr("Settings …"), QKeySequence.StandardKey.Preferences)
        self._own(menu, "quit", self.tr("Quit"), QKeySequence.StandardKey.Quit)
        self.actions["settings"].setMenuRole(QAction.MenuRole.PreferencesRole)
        self.actions["quit"].setMenuRole(QAction.MenuRole.QuitRole)

    def _edit(self, menu: QMenu) -> None:
        self._listed(menu, lambda it: it.id in ("undo", "redo"))
        menu.addSeparator()
        self._listed(menu, lambda it: it.id in ("find", "find_next"))
        self._own(menu, "search", self.tr("Search articles"), "Ctrl+Shift+F")
        menu.addSeparator()
        self._listed(menu, lambda it: it.id == "palette")

    def _article(self, menu: QMenu) -> None:
        self._article_menu = menu
        for group in ("article", "move", "decide", "label"):
            self._listed(menu, lambda it, group=group: it.group == group)
            menu.addSeparator()

    def _stance(self, menu: QMenu) -> None:
        self._stance_menu = menu
        self._listed(menu, lambda it: it.group == "stance")
        menu.addSeparator()
        self._own(menu, "topics", self.tr("Topics …"))

    def _view(self, menu: QMenu) -> None:
        for name, words in (
            ("show_queue", self.tr("Articles")),
            ("show_side", self.tr("Entities and stances")),
        ):
            action = self._own(menu, name, words)
            action.setCheckable(True)
            action.setChecked(True)
        menu.addSeparator()
        self._listed(menu, lambda it: it.id in ("next_pane", "previous_pane"))
        menu.addSeparator()
        self._listed(menu, lambda it: it.id in ("larger", "smaller"))
        self._own(menu, "usual_size", self._said("usual_size"), "Ctrl+0")

    def _help(self, menu: QMenu) -> None:
        self._listed(menu, lambda it: it.id == "keys")
        self._own(menu, "log", self.tr("Show the log file"))
        menu.addSeparator()
        self._own(menu, "about", self.tr("About Lesart"))
        self.actions["about"].setMenuRole(QAction.MenuRole.AboutRole)

    def _listed(self, menu: QMenu, fits: Callable[[Action], bool]) -> None:
        for row in ACTIONS:
            if fits(row) and row.id not in self.actions and not row.id.startswith(HIDDEN):
                self._add(menu, row)

    def _add(self, menu: QMenu, row: Action) -> None:
        action = QAction(row.said, menu)
        if row.scope == "window":
            # Bare keys ("/", "?") belong to the article; only the others are the window's.
            action.setShortcuts([QKeySequence(key) for key in row.keys if len(key) > 1])
        elif row.keys:
            # Shown, but never a shortcut: the key counts only in the article, which has its own.
            action.setText(f"{row.said}\t{native(row.keys[0])}")
        action.triggered.connect(lambda: self.triggered.emit(row.id))
        menu.addAction(action)
        self.actions[row.id] = action

    def _own(
        self, menu: QMenu, name: str, words: str, key: QKeySequence.StandardKey | str | None = None
    ) -> QAction:
        action = menu.addAction(words)
        if key is not None:
            action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda: self.triggered.emit(name))
        self.actions[name] = action
        return action

    def _said(self, name: str) -> str:
        return next(row.said for row in ACTIONS if row.id == name)
