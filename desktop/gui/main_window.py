"""The window: welcome page or work page, the menu bar, and where each action goes."""

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QSize, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QStackedLayout, QWidget

from desktop.gui.actions import ACTIONS
from desktop.gui.appearance import dress, theme_for
from desktop.gui.article_view.style import Reading
from desktop.gui.asking_menus import ask_for_menu
from desktop.gui.bindings import Bindings
from desktop.gui.choices import everything, labels
from desktop.gui.desk import Desk
from desktop.gui.dialogs.about import AboutDialog
from desktop.gui.dialogs.cheat_sheet import CheatSheet
from desktop.gui.dialogs.palette import Palette
from desktop.gui.dialogs.settings import SettingsDialog
from desktop.gui.dropping import Dropping
from desktop.gui.filters import Filter
from desktop.gui.look import rules
from desktop.gui.manual.window import ManualWindow, manual_folder
from desktop.gui.menus import Menus
from desktop.gui.panels.welcome import WelcomePage
from desktop.gui.panels.work_page import WorkPage
from desktop.gui.paths import Paths
from desktop.gui.preparing import Preparing
from desktop.gui.project import Opened
from desktop.gui.settings import Settings, within_bounds
from desktop.gui.state import WindowState
from desktop.gui.workbench import Workbench

SIZE = (1360, 860)
"""At the first start, where the screen is large enough."""
FRAME = QSize(0, 40)
"""What a window manager adds at most."""
USUAL = Settings()
ASKED = ("attribute", "holder", "target", "actor", "label_all", "pick_label", "hide_label", "looked_again")
"""Places of the article that are somewhere else: dialogs, lists, notes."""


class MainWindow(QMainWindow):
    """Owns the widgets; everything that outlives a click is passed in.

    `asked` names what concerns whole projects.
    """

    asked = Signal(str)
    settingsChanged = Signal(object)
    closed = Signal()

    def __init__(
        self,
        *,
        workbench: Workbench,
        preparing: Preparing,
        settings: Settings,
        paths: Paths,
        language: str,
    ) -> None:
        super().__init__()
        self.workbench, self.paths, self._language = workbench, paths, language
        self.manual: ManualWindow | None = None
        self.settings, self.theme = settings, theme_for(settings.theme)
        self.look = dress(_app(), self.theme)
        self.bindings = Bindings()
        self.state = WindowState(paths.window)
        self.welcome = WelcomePage(self.look)
        self.page = WorkPage(self.theme, self.look, language)
        self.desk = Desk(workbench, preparing, self.page, theme=self.theme, language=language)
        self.menus = Menus(self.menuBar(), self)
        centre = QWidget()  # no stack of widgets: screen readers would say "layered pane" each time
        self._stack = QStackedLayout(centre)
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self.page)
        self.setCentralWidget(centre)
        self.dropping = Dropping(self, self.look)
        self.setWindowTitle("Lesart")
        self.resize(QSize(*SIZE).boundedTo(self.screen().availableSize() - FRAME))
        self.state.restore(self, self._splitters())
        self._connect()
        self._apply()
        self.show_welcome()

    # --- What is shown --------------------------------------------------------------------------------------

    def show_welcome(self) -> None:
        """Show the three doors."""
        recent = self.state.recent()
        self.welcome.wait()
        self.welcome.show_recent(recent)
        self.menus.show_recent(recent)
        self.menus.enable(project=False, article=False)
        self._stack.setCurrentWidget(self.welcome)
        self.dropping.say(self.tr("Begin a project with these files"))
        self.setWindowTitle("Lesart")

    def show_work(self) -> None:
        """Show the open project."""
        project = self.workbench.project
        if project is None:
            return
        self.state.remember(Path(project.path))
        self.menus.show_recent(self.state.recent())
        self.menus.enable(project=True, article=False)
        self._stack.setCurrentWidget(self.page)
        self.dropping.say(self.tr("Import into {name}").format(name=project.name))
        self.setWindowTitle(f"{project.name} – Lesart")
        # The list is read next, after the article.
        self.workbench.queue.filter = self.page.queue.restore(self.state.narrowed(Path(project.path)))

    def set_settings(self, settings: Settings) -> None:
        """Take other settings at once."""
        self.settings = settings
        self._apply()
        self.settingsChanged.emit(settings)

    def restyle(self) -> None:
        """Follow the system from light to dark or back."""
        if theme_for(self.settings.theme) != self.theme:
            self._apply()

    # --- Where actions go -----------------------------------------------------------------------------------

    def trigger(self, name: str) -> None:
        """Carry out an action of the table, or one of the window's own."""
        own = self._own_actions().get(name)
        if own is not None:
            own()
        elif any(row.id == name and row.group == "project" for row in ACTIONS):
            self.asked.emit(name)
        else:
            self.desk.trigger(name)

    def navigate(self, place: str) -> None:
        """Go where a key of the article wants to go."""
        steps = {"next_article": 1, "previous_article": -1}
        if place in steps:
            self.workbench.step(steps[place])
        elif place in ("note", "question"):
            self.desk.comment(place)
        elif place.startswith("via ") or place in ASKED:
            self.asked.emit(place)
        else:
            self.trigger(place)

    def _own_actions(self) -> dict[str, Callable[[], None]]:
        return {
            "undo": self.workbench.undo,
            "redo": self.workbench.redo,
            "find": self.page.finder.begin,
            "find_next": lambda: self.page.finder.step(1),
            "find_previous": lambda: self.page.finder.step(-1),
            "search": self.page.queue.focus_search,
            "palette": self._show_palette,
            "keys": lambda: CheatSheet(self.look, self.bindings, self).show(),
            "about": lambda: AboutDialog(self).ask(),
            "manual": self._show_manual,
            "settings": self._show_settings,
            "log": self._show_log,
            "next_pane": lambda: self._go_to_pane(1),
            "previous_pane": lambda: self._go_to_pane(-1),
            "larger": lambda: self._resize_text(self.settings.font_size + 1),
            "smaller": lambda: self._resize_text(self.settings.font_size - 1),
            "usual_size": lambda: self._resize_text(USUAL.font_size),
            "show_queue": lambda: self._toggle(self.page.queue, "show_queue"),
            "show_side": lambda: self._toggle(self.page.side, "show_side"),
            "show_rejected": self._toggle_rejected,
            "context_menu": ask_for_menu,
            "quit": self._quit,
            **self.page.by_action(),
        }

    def _go_to_pane(self, by: int) -> None:
        panes = [pane for pane in self.page.panes() if pane.isVisible()]
        here = next(
            (
                n
                for n, pane in enumerate(panes)
                if pane.hasFocus() or pane.isAncestorOf(self.focusWidget() or pane)
            ),
            None,
        )
        if panes:
            panes[(here + by) % len(panes) if here is not None else 0].setFocus()

    def _toggle(self, part: QWidget, name: str) -> None:
        part.setVisible(part.isHidden())
        self.menus.actions[name].setChecked(not part.isHidden())

    def _toggle_rejected(self) -> None:
        shown = not self.settings.rejected
        self.set_settings(msgspec.structs.replace(self.settings, rejected=shown))

    def _resize_text(self, size: float) -> None:
        self.set_settings(within_bounds(msgspec.structs.replace(self.settings, font_size=size)))

    def _show_palette(self) -> None:
        enabled = {name for name, action in self.menus.actions.items() if action.isEnabled()}
        choices = everything(self.bindings, enabled, has_article=self.workbench.page is not None)
        if (book := self.workbench.codebook) is not None and self.workbench.page is not None:
            choices += labels(book.labels, self.bindings, language=self._language)
        palette = Palette(choices, self.look, prompt=self.tr("What do you want to do?"), parent=self)
        palette.chosen.connect(self.trigger)
        palette.open_over(self)

    def _show_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.paths.log)))

    def _show_manual(self) -> None:
        """A window of its own, so that it may lie beside this one."""
        if self.manual is None:
            self.manual = ManualWindow(manual_folder(self._language), self.look)
            self.manual.closed.connect(self._forget_manual)
        self.manual.show()
        self.manual.raise_()
        self.manual.activateWindow()

    def _forget_manual(self) -> None:
        self.manual = None

    def _quit(self) -> None:
        self.close()

    def _show_settings(self) -> None:
        dialog = SettingsDialog(self.settings, self.look, self)
        dialog.changed.connect(self.set_settings)
        dialog.ask()

    # --- Inside ---------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.menus.triggered.connect(self.trigger)
        self.desk.navigated.connect(self.navigate)
        bench = self.workbench
        bench.projectOpened.connect(self.show_work)
        bench.projectClosed.connect(self.show_welcome)
        bench.opened.connect(self._opened)
        self.page.queue.filterChanged.connect(self._remember_filter)
        self.page.empty.acted.connect(lambda: self.asked.emit("import"))
        self.page.side.topicsWanted.connect(lambda: self.asked.emit("topics"))
        self.page.side.labelsWanted.connect(lambda: self.asked.emit("labels"))
        self.page.side.positionsWanted.connect(lambda: self.asked.emit("positions"))
        for signal, name in (
            (self.welcome.sampleAsked, "sample"),
            (self.welcome.newAsked, "new"),
            (self.welcome.openAsked, "open"),
        ):
            signal.connect(lambda name=name: self.asked.emit(name))
        _app().styleHints().colorSchemeChanged.connect(self.restyle)

    def _apply(self) -> None:
        self.theme = theme_for(self.settings.theme)
        self.look = dress(_app(), self.theme)
        self.setStyleSheet(rules(self.look))
        if self.manual is not None:
            self.manual.set_look(self.look)
        self.welcome.set_look(self.look)
        self.dropping.set_look(self.look)
        self.page.set_look(self.theme, self.look)
        self.desk.set_theme(self.theme)
        kept = self.settings
        self.page.view.set_reading(
            Reading(kept.font_family, kept.font_size, kept.column, spacing=kept.line_spacing)
        )
        self.page.view.show_rejected(self.settings.rejected)
        self.menus.actions["show_rejected"].setChecked(self.settings.rejected)
        self.bindings = Bindings(self.settings.keys)
        for part in (self.menus, self.desk, self.page.finder):
            part.set_bindings(self.bindings)

    def _opened(self, found: Opened) -> None:
        self.menus.enable(project=True, article=True)
        if self.workbench.project is not None:
            self.state.remember_article(Path(self.workbench.project.path), found.page.article.id)

    def _remember_filter(self, narrowed: Filter) -> None:
        if self.workbench.project is not None:
            self.state.remember_filter(Path(self.workbench.project.path), narrowed)

    def _splitters(self) -> dict[str, QSplitter]:
        return {"work": self.page.splitter, "side": self.page.side.splitter}

    def closeEvent(self, event: QCloseEvent) -> None:
        self.state.keep(self, self._splitters())
        if self.manual is not None:
            self.manual.close()
        self.hide()
        self.closed.emit()
        super().closeEvent(event)


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
