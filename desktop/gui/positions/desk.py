"""Joins the window of positions to the workbench: reads for it, follows changes, goes where it points."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from desktop.gui.commands import AnswerNone, WithdrawNone
from desktop.gui.main_window import MainWindow
from desktop.gui.positions.table import Names
from desktop.gui.store_side import reading
from desktop.gui.wording import holder_words
from desktop.gui.workbench import Workbench
from store.standing import Position, Quote
from store.values import Touched

SHOWN = frozenset(("stance", "stance_part", "topic_mark", "topic", "actor", "span"))
"""Tables whose change is seen in the window."""

if TYPE_CHECKING:
    from desktop.gui.positions.window import PositionsWindow


class Positions(QObject):
    """One window at a time; it stays beside the article while one works."""

    def __init__(self, window: MainWindow, workbench: Workbench, *, folder: Path, language: str) -> None:
        super().__init__(window)
        self._window, self._workbench = window, workbench
        self._folder, self._language = folder, language
        self.shown: PositionsWindow | None = None
        self._going: Quote | None = None
        workbench.changed.connect(self._changed)
        workbench.opened.connect(lambda _: self._opened())
        workbench.projectClosed.connect(self._close)

    def show(self) -> None:
        """Show the window, or bring it to the front."""
        if self._workbench.project is None:
            return
        if self.shown is None:
            from desktop.gui.positions.window import PositionsWindow  # not before the first paint

            made = PositionsWindow(self._window.look, self._names(), folder=self._folder, parent=self._window)
            made.wanted.connect(self._read)
            made.quotesWanted.connect(self._read_quotes)
            made.placeWanted.connect(self._go)
            made.answered.connect(self._answer)
            made.finished.connect(self._forget)
            self.shown = made
        self._read()
        self.shown.show()
        self.shown.raise_()
        self.shown.activateWindow()

    def _forget(self) -> None:
        if self.shown is not None:
            self.shown.deleteLater()
        self.shown = None

    def _close(self) -> None:
        if self.shown is not None:
            self.shown.close()

    def _names(self) -> Names:
        book = self._workbench.codebook
        return Names(holder_words(), book.every_topic if book is not None else (), self._language)

    def _read(self) -> None:
        window, page = self.shown, self._workbench.page
        if window is None:
            return
        whole = window.whole_project or page is None
        article = None if whole or page is None else page.article.id

        def show(found: Sequence[Position]) -> None:
            if self.shown is not None:
                self.shown.show_positions(found, self._names(), none_found=self._none_found(article))

        everyone = window.everyone
        self._workbench.read(
            lambda project: reading().read_positions(project, article=article, everyone=everyone), show
        )

    def _none_found(self, article: int | None) -> frozenset[int] | None:
        page = self._workbench.page
        if page is None or article is None or page.article.id != article or self.shown is None:
            return None
        if self.shown.everyone:
            return None
        return frozenset(it.topic for it in page.topic_marks if it.mark == "none")

    def _read_quotes(self, stances: list[int]) -> None:
        def show(found: Any) -> None:
            if self.shown is not None:
                self.shown.show_quotes(found)

        self._workbench.read(lambda project: reading().read_quotes(project, stances), show)

    def _go(self, quote: Quote) -> None:
        page = self._workbench.page
        self._going = quote
        if page is not None and page.article.id == quote.article:
            self._arrive()
        else:
            self._workbench.open_article(quote.article)

    def _opened(self) -> None:
        self._arrive()
        self._read()

    def _arrive(self) -> None:
        quote, page, view = self._going, self._workbench.page, self._window.page.view
        if quote is None or page is None or page.article.id != quote.article:
            return
        self._going = None
        self._window.activateWindow()
        if any(it.id == quote.stance for it in page.stances):
            view.take(stance=quote.stance)
        elif quote.start is not None and quote.end is not None:
            view.go_to(quote.start, quote.end)
        view.setFocus()

    def _answer(self, topic: int, found_none: bool) -> None:
        self._workbench.ask(AnswerNone(topic) if found_none else WithdrawNone(topic))

    def _changed(self, touched: Touched | None) -> None:
        if self.shown is not None and (touched is None or touched.nouns & SHOWN):
            self._read()
