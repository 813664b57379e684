"""Answers what a label asks of its spans."""

from PySide6.QtCore import QObject

from desktop.gui.article_view.hand import OwnSpan
from desktop.gui.commands import SetAttribute
from desktop.gui.dialogs.palette import Choice, Palette
from desktop.gui.main_window import MainWindow
from desktop.gui.translating import worded
from desktop.gui.workbench import Workbench


class Attributes(QObject):
    """The span in hand is what is answered for."""

    def __init__(self, window: MainWindow, workbench: Workbench, *, language: str) -> None:
        super().__init__(window)
        self._window, self._workbench, self._language = window, workbench, language

    def answer(self) -> None:
        """Answer yes; the same again takes the answer back. Of several questions, ask which."""
        book, page = self._workbench.codebook, self._workbench.page
        thing = self._window.page.view.hand.thing
        if book is None or page is None or not isinstance(thing, OwnSpan):
            return
        asked = book.asked_of(thing.label)
        span = next((it for it in page.spans if it.id == thing.id), None)
        if span is None or not asked:
            self._window.page.messages.tell(self.tr("Nothing is asked of this label."))
            return

        def answer(key: str) -> None:
            self._workbench.ask(SetAttribute(span.id, key, None if span.attrs.get(key) else True))

        if len(asked) == 1:
            answer(asked[0].key)
            return
        choices = [Choice(it.key, worded(it.name, self._language)) for it in asked]
        palette = Palette(choices, self._window.look, prompt=self.tr("Which is true?"), parent=self._window)
        palette.chosen.connect(answer)
        palette.open_over(self._window)
