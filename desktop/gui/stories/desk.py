"""Reprints in the window: searched for beside the work, shown as marks, never decided for anybody."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from desktop.gui.long_work import LongWork, Telling, show_work
from desktop.gui.main_window import MainWindow
from desktop.gui.project import Project
from desktop.gui.store_side import reading, storing
from desktop.gui.translating import number
from desktop.gui.workbench import Workbench
from desktop.work.errand import FindStories
from store.values import Article, Print, Touched


class Stories(QObject):
    """Joins the search for reprints, the button above the text, and the comparison of two prints."""

    def __init__(self, window: MainWindow, workbench: Workbench, work: LongWork) -> None:
        super().__init__(window)
        self._window, self._workbench, self._work = window, workbench, work
        self.searching = LongWork(parent=self)
        self.searching.told.connect(self._tell)
        self.searching.ended.connect(self._hide)
        window.page.strip.cancelled.connect(self._cancel)
        workbench.projectClosed.connect(self.searching.stop)
        self._prints: list[Print] = []
        self._button = window.page.header.prints
        self._button.chosen.connect(workbench.open_article)
        self._button.compared.connect(self._compare)
        self._button.listed.connect(self._list)
        self._button.parted.connect(self._part)
        workbench.opened.connect(lambda _: self._look())
        workbench.changed.connect(self._changed)

    def find(self, *, after: Callable[[str], None] | None = None) -> None:
        """Search the whole project, in a child process of its own: nothing has to wait for it.

        `after` an import what is new is told with that; a search that is under way has not seen it all, and
        another follows.
        """
        project = self._workbench.project
        if project is None:
            return
        if self.searching.is_running and after is None:
            self._window.page.messages.tell(self.tr("Wait for the work under way to end, or cancel it."))
            return
        self.searching.start(
            self.tr("Looking for reprints"),
            FindStories(project.path),
            done=lambda found: self._found(project, found, after),
            failed=self._workbench.failed.emit,
        )

    def _tell(self, telling: Telling) -> None:
        """Other work that somebody waits for is told of first."""
        if not self._work.is_running:
            show_work(self._window.page.strip, telling)

    def _hide(self) -> None:
        if not self._work.is_running:
            self._window.page.strip.show_work("")

    def _cancel(self) -> None:
        if not self._work.is_running:
            self.searching.cancel()

    def _found(self, project: Project, found: Any, after: Callable[[str], None] | None) -> None:
        if project is not self._workbench.project or found.cancelled:
            return
        if found.changed:
            self._renew()
        words = self.tr("Printed more than once: %Ln stories in {articles} articles.", "", found.stories)
        words = words.format(articles=number(found.articles))
        if after is not None:
            after(words if found.changed else "")
        elif not found.stories:
            self._window.page.messages.tell(self.tr("No story was printed more than once."))
        elif found.changed:
            self._window.page.messages.tell(words, button=self.tr("Take back"), act=self._take_back)
        else:
            self._window.page.messages.tell(words)

    def _take_back(self) -> None:
        def told(count: int) -> None:
            self._renew()
            self._window.page.messages.tell(self.tr("%Ln article(s) stand as before.", "", count))

        self._workbench.change(lambda project: storing().take_back_stories(project), told)

    def _renew(self) -> None:
        self._workbench.queue.list()
        self._look()

    def _changed(self, touched: Touched | None) -> None:
        """Undo may have put an article back into its story."""
        if touched is not None and "article" in touched.nouns:
            self._renew()

    def _look(self) -> None:
        page = self._workbench.page
        if page is None:
            return
        article = page.article.id

        def show(prints: list[Print]) -> None:
            shown = self._workbench.page
            if shown is not None and shown.article.id == article:
                self._prints = prints
                self._button.show_prints(prints, article)

        self._workbench.read(lambda project: reading().read_prints(project, article), show)

    def _compare(self, other: int) -> None:
        page = self._workbench.page
        if page is None:
            return
        here = page.article.id
        self._workbench.read(lambda project: reading().read_two(project, here, other), self._show_two)

    def _show_two(self, both: tuple[Article, Article]) -> None:
        from desktop.gui.stories.comparison import ComparisonDialog  # not before the first paint

        dialog = ComparisonDialog(*both, self._window.look, self._window)
        dialog.opened.connect(self._workbench.open_article)
        dialog.parted.connect(self._part)
        dialog.ask()

    def _list(self) -> None:
        if self._prints:
            self._window.page.queue.menu.choose_story(self._prints[0].story)

    def _part(self) -> None:
        """The open article is not the same story as the others: one step, which undo takes back."""
        page = self._workbench.page
        if page is None:
            return
        article = page.article.id

        def told(_: Touched) -> None:
            self._renew()
            self._window.page.messages.tell(
                self.tr("This article stands alone now; later searches leave it so."),
                button=self.tr("Undo"),
                act=self._workbench.undo,
            )

        self._workbench.change(lambda project: storing().stand_alone(project, article), told)
