"""The menu bar, drawn from the table of actions."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from desktop.gui.actions import ACTIONS, Action, Group
from desktop.gui.bindings import Bindings, is_bare
from desktop.gui.translating import native

NEEDS_PROJECT = frozenset(
    (
        "import",
        "take_back",
        "export",
        "suggest_all",
        "find_stories",
        "train",
        "evaluate",
        "agreement",
        "effort",
        "labels",
        "topics",
        "actors",
        "positions",
        "project_settings",
        "close",
        "search",
    )
)
WHOLE_PROJECT = frozenset(("window.topics", "window.positions"))
"""In the menus of the article, but about more than it."""

HIDDEN = ("caret_", "select_", "scroll_", "digit_", "topic_")
"""Movements and digits are keys only; labels and topics stand in menus under their own names, elsewhere."""

DIVIDERS = ("list_wider", "list_narrower", "side_wider", "side_narrower", "part_higher", "part_lower")
CHECKABLE = {"show_queue": True, "show_side": True, "show_rejected": False}
ROLES = {
    "settings": QAction.MenuRole.PreferencesRole,
    "quit": QAction.MenuRole.QuitRole,
    "about": QAction.MenuRole.AboutRole,
}


class Menus(QObject):
    """`triggered` carries the id of the action that was chosen."""

    triggered = Signal(str)
    recentChosen = Signal(str)

    def __init__(self, bar: QMenuBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar = bar
        self._bindings = Bindings()
        self.actions: dict[str, QAction] = {}
        self.recent = QMenu(self.tr("Open recent"), bar)
        self._file(bar.addMenu(self.tr("&File")))
        self._edit(bar.addMenu(self.tr("&Edit")))
        self._article(bar.addMenu(self.tr("&Article")))
        self._stance(bar.addMenu(self.tr("&Stance")))
        self._view(bar.addMenu(self.tr("&View")))
        self._help(bar.addMenu(self.tr("&Help")))

    def set_bindings(self, bindings: Bindings) -> None:
        """Show and obey these keys."""
        self._bindings = bindings
        for row in ACTIONS:
            if (action := self.actions.get(row.id)) is not None and action.data() == row.row:
                self._name(action, row)

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
                action.setEnabled(article or (project and action.data() in WHOLE_PROJECT))
        for name in ("undo", "redo", "find", "find_next", "find_previous"):
            self.actions[name].setEnabled(project)

    def _file(self, menu: QMenu) -> None:
        self._put(menu, "new", "open")
        menu.addMenu(self.recent)
        self._put(menu, "sample")
        menu.addSeparator()
        self._put(
            menu,
            "import",
            "take_back",
            "export",
            "suggest_all",
            "train",
            "evaluate",
            "find_stories",
            "agreement",
            "effort",
        )
        menu.addSeparator()
        self._put(menu, "labels", "actors", "project_settings", "close", "settings", "quit")

    def _edit(self, menu: QMenu) -> None:
        self._put(menu, "undo", "redo")
        menu.addSeparator()
        self._put(menu, "find", "find_next", "find_previous", "search")
        menu.addSeparator()
        self._put(menu, "palette")

    def _article(self, menu: QMenu) -> None:
        self._article_menu = menu
        self._put(menu, *_ids("article"))
        # Short enough for a small screen: what only goes somewhere has a menu of its own.
        self._put(menu.addMenu(self.tr("Go to")), *_ids("move"))
        for group in ("decide", "label"):
            menu.addSeparator()
            self._put(menu, *_ids(group))
        menu.addSeparator()
        self._put(menu, "copy")

    def _stance(self, menu: QMenu) -> None:
        self._stance_menu = menu
        self._put(menu, *_ids("stance"))
        menu.addSeparator()
        self._put(menu, "topics", "positions")

    def _view(self, menu: QMenu) -> None:
        self._put(menu, "show_queue", "show_side", "show_rejected")
        menu.addSeparator()
        self._put(menu, "next_pane", "previous_pane", "context_menu")
        self._put(menu.addMenu(self.tr("Widths and heights")), *DIVIDERS)
        menu.addSeparator()
        self._put(menu, "larger", "smaller", "usual_size")

    def _help(self, menu: QMenu) -> None:
        self._put(menu, "manual", "keys", "log")
        menu.addSeparator()
        self._put(menu, "about")

    def _put(self, menu: QMenu, *ids: str) -> None:
        """Entries for actions of the table, each once however many scopes it stands in."""
        for name in ids:
            if name not in self.actions and not name.startswith(HIDDEN):
                self._add(menu, next(row for row in ACTIONS if row.id == name))

    def _add(self, menu: QMenu, row: Action) -> None:
        action = QAction(menu)
        action.setData(row.row)
        action.setMenuRole(ROLES.get(row.id, QAction.MenuRole.NoRole))
        if row.id in CHECKABLE:
            action.setCheckable(True)
            action.setChecked(CHECKABLE[row.id])
        self._name(action, row)
        action.triggered.connect(lambda: self.triggered.emit(row.id))
        menu.addAction(action)
        self.actions[row.id] = action

    def _name(self, action: QAction, row: Action) -> None:
        """Text and keys. Bare keys are shown, but never a shortcut: they count only in the article."""
        keys = self._bindings.keys(row)
        shortcuts = [key for key in keys if row.scope == "window" and not is_bare(key)]
        action.setShortcuts([sequence for key in shortcuts for sequence in sequences(key)])
        shown = f"\t{native(keys[0])}" if keys and not shortcuts else ""
        action.setText(f"{row.said}{shown}")


def _ids(group: Group) -> list[str]:
    return [row.id for row in ACTIONS if row.group == group]


def sequences(key: str) -> list[QKeySequence]:
    """A key as shortcuts of a window: Qt tells the two Enter keys apart."""
    both = [key, key.replace("Enter", "Return")] if key.endswith("Enter") else [key]
    return [QKeySequence(it) for it in both]
