"""From a list beside the window to the place in the text."""

from PySide6.QtCore import QObject

from desktop.gui.main_window import MainWindow
from desktop.gui.workbench import Workbench


class Going(QObject):
    """Opens the article of a place where it is not open, and then goes there."""

    def __init__(self, window: MainWindow, workbench: Workbench) -> None:
        super().__init__(window)
        self._window, self._workbench = window, workbench
        self._wanted: tuple[int, int, int] | None = None
        workbench.opened.connect(lambda _: self._arrive())

    def go(self, article: int, start: int, end: int) -> None:
        """Show `[start, end)` of an article; an empty range is the article as a whole."""
        self._wanted = (article, start, end)
        page = self._workbench.page
        if page is not None and page.article.id == article:
            self._arrive()
        else:
            self._workbench.open_article(article)

    def _arrive(self) -> None:
        page = self._workbench.page
        if self._wanted is None or page is None or page.article.id != self._wanted[0]:
            return
        _, start, end = self._wanted
        self._wanted = None
        if start < end:
            self._window.page.view.go_to(start, end)
