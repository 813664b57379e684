"""Labels all occurrences of what is in hand: looks for them, lets them be chosen, labels them as one step."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QObject

from desktop.gui.article_view.hand import OwnSpan, Selection, SuggestionInHand
from desktop.gui.dialogs.occurrences import OccurrencesDialog, Wanted
from desktop.gui.main_window import MainWindow
from desktop.gui.store_side import reading, storing
from desktop.gui.workbench import Workbench
from store.matching import Matching
from store.values import Occurrence, Place, Touched

SLICE = 50
"""Articles looked at, or written to, at once: between two slices others get their turn."""


class Labelling(QObject):
    """One preview at a time. Remembers how was looked for last, beyond the end of the program."""

    def __init__(self, window: MainWindow, workbench: Workbench, *, language: str) -> None:
        super().__init__(window)
        self._window, self._workbench, self._language = window, workbench, language
        self._last = _remembered(window.state.options("label_all"))
        self._number = 0
        self.dialog: OccurrencesDialog | None = None

    def begin(self) -> None:
        """Show the occurrences of what is in hand."""
        page, book = self._workbench.page, self._workbench.codebook
        focus = self._window.page.view.hand.focus
        if page is None or book is None or not isinstance(focus, OwnSpan | SuggestionInHand | Selection):
            return
        label = book.labels[0].code if isinstance(focus, Selection) and book.labels else None
        label = label if isinstance(focus, Selection) else focus.label
        words = page.article.text[focus.start : focus.end]
        wanted = Wanted(words, label, self._last.everywhere, self._last.matching)
        dialog = OccurrencesDialog(
            wanted, book.labels, language=self._language, look=self._window.look, parent=self._window
        )
        self.dialog = dialog
        dialog.searchWanted.connect(self._search)
        dialog.applyWanted.connect(self._apply)
        dialog.finished.connect(self._closed)
        dialog.ask()
        dialog.begin()

    def _closed(self) -> None:
        self._number += 1
        self.dialog = None
        self._window.page.view.setFocus()

    # --- Looking --------------------------------------------------------------------------------------------

    def _search(self, wanted: Wanted) -> None:
        page = self._workbench.page
        self._number += 1
        self._last = wanted
        self._window.state.remember_options("label_all", _ticked(wanted))
        if page is None or not wanted.surface:
            return
        number = self._number
        if not wanted.everywhere:
            self._look_into(number, wanted, (page.article.id,), 0)
            return
        surface, matching = wanted.surface, wanted.matching
        self._workbench.read(
            lambda project: reading().candidates(project, surface, matching),
            lambda among: self._look_into(number, wanted, among, 0),
        )

    def _look_into(self, number: int, wanted: Wanted, among: Sequence[int], start: int) -> None:
        """The next slice, as long as nothing else is looked for."""
        dialog = self.dialog
        if dialog is None or number != self._number:
            return
        dialog.progress(start, len(among))
        if start >= len(among):
            return
        some = among[start : start + SLICE]

        def done(found: Sequence[Occurrence]) -> None:
            if number == self._number and self.dialog is not None:
                self.dialog.add(found)
                self._look_into(number, wanted, among, start + SLICE)

        self._workbench.read(
            lambda project: reading().read_occurrences(
                project, wanted.surface, matching=wanted.matching, label=wanted.label, among=some
            ),
            done,
        )

    # --- Labelling ------------------------------------------------------------------------------------------

    def _apply(self) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        self._number += 1
        chosen: dict[int, list[Place]] = {}
        for it in dialog.model.ticked():
            chosen.setdefault(it.article_id, []).append(Place(it.start, it.end, it.span, it.suggestion))
        dialog.set_working()
        self._write(self._number, list(chosen.items()), dialog.wanted.label, 0, None)

    def _write(
        self,
        number: int,
        chosen: list[tuple[int, list[Place]]],
        label: str | None,
        start: int,
        step: int | None,
    ) -> None:
        """The next slice, unless the dialog was closed; what is written stays, and is undone as one step."""
        dialog = self.dialog
        if dialog is None or number != self._number:
            return
        dialog.progress(start, len(chosen))
        if start >= len(chosen):
            dialog.done(OccurrencesDialog.DialogCode.Accepted)
            return
        some = dict(chosen[start : start + SLICE])

        def done(touched: Touched) -> None:
            self._write(number, chosen, label, start + SLICE, step or touched.step)

        self._workbench.change(
            lambda project: storing().label_all(project, some, label, step), done, failed=dialog.reject
        )


def _ticked(wanted: Wanted) -> list[str]:
    on = [name for name, value in msgspec.structs.asdict(wanted.matching).items() if value]
    return [*on, "everywhere"] if wanted.everywhere else on


def _remembered(ticked: set[str] | None) -> Wanted:
    if ticked is None:
        return Wanted("", None)
    matching = Matching(**{name: name in ticked for name in Matching.__struct_fields__})
    return Wanted("", None, everywhere="everywhere" in ticked, matching=matching)
