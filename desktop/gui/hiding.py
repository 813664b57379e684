"""Labels that a model is bad at: its suggestions of them are hidden in the whole project, until wanted."""

from msgspec.structs import replace
from PySide6.QtCore import QObject

from desktop.gui.article_view.hand import SuggestionInHand
from desktop.gui.main_window import MainWindow
from desktop.gui.store_side import storing
from desktop.gui.translating import worded
from desktop.gui.workbench import Workbench


class Hiding(QObject):
    """Changes the project's settings and says so, with the way back beside it."""

    def __init__(self, window: MainWindow, workbench: Workbench, *, language: str) -> None:
        super().__init__(window)
        self._window, self._workbench, self._language = window, workbench, language
        window.page.side.entities.hideWanted.connect(self.hide)

    def hide_in_hand(self) -> None:
        """Hide what is in hand, and all that is like it."""
        page, thing = self._workbench.page, self._window.page.view.hand.thing
        if page is None or not isinstance(thing, SuggestionInHand):
            return
        shown = next((it for it in page.suggestions if thing.id in it.ids), None)
        for model in shown.models if shown is not None else ():
            self.hide(model, thing.label)

    def hide(self, model: str, label: str) -> None:
        """Hide this label where this model suggests it."""
        book = self._workbench.codebook
        if book is None:
            return
        words = self.tr("“{label}” of {model} is hidden in this project.")
        self._window.page.messages.tell(
            words.format(label=self._called(label), model=model),
            button=self.tr("Show again"),
            act=lambda: self._set(model, label, hidden=False),
        )
        self._set(model, label, hidden=True)

    def _set(self, model: str, label: str, *, hidden: bool) -> None:
        book = self._workbench.codebook
        if book is None:
            return
        labels = [it for it in book.settings.hidden.get(model, ()) if it != label]
        chosen = {**book.settings.hidden, model: (*labels, label) if hidden else tuple(labels)}
        wanted = replace(book.settings, hidden={name: of for name, of in chosen.items() if of})
        self._workbench.change_codebook(
            lambda project: storing().change_settings(project, wanted), lambda _: self._workbench.reread()
        )

    def _called(self, label: str) -> str:
        book = self._workbench.codebook
        found = next((it for it in book.labels if it.code == label), None) if book is not None else None
        return worded(found.name, self._language) if found is not None else label
