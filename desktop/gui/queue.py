"""The articles that are listed, in their order: read once as ids, shown page by page."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.gui.filters import Filter
from desktop.gui.project import Listing, Project, place_in
from desktop.gui.store_side import reading

Read = Callable[[Callable[[Project], Any], Callable[[Any], None]], None]
"""Work for the read lane, and what to do with what it brought while the project is still open."""


class Queue(QObject):
    """`listed` brings a `Listing`, `counted` a `Progress`; `outdated` says that rows have to be read again.

    The answer to an older question is dropped."""

    listed = Signal(object)
    counted = Signal(object)
    outdated = Signal()

    def __init__(self, read: Read, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._listing = 0
        self.filter = Filter()
        self.ids: Sequence[int] = ()

    def forget(self) -> None:
        """Begin with another project: nothing listed, nothing left out."""
        self._listing += 1
        self.filter, self.ids = Filter(order=self.filter.order), ()

    def narrow(self, narrowed: Filter) -> None:
        """Show another part of the queue."""
        self.filter = narrowed
        self.list()

    def list(self) -> None:
        """Read anew which articles there are."""
        self._listing += 1
        number, narrowed = self._listing, self.filter

        def done(listing: Listing) -> None:
            if number == self._listing:
                self.ids = listing.ids
                self.listed.emit(listing)

        self._read(lambda project: reading().read_listing(project, narrowed), done)

    def count(self) -> None:
        """Read anew how many articles are settled; the list stays as it is."""
        self._read(lambda project: reading().read_progress(project), self.counted.emit)

    def renew(self) -> None:
        """Somebody changed several articles: read their rows again; the list stays as it is."""
        self.outdated.emit()
        self.count()

    def read_rows(self, wanted: Sequence[int], done: Callable[[Sequence[Any]], None]) -> None:
        """Read what is shown of these articles."""
        number, search = self._listing, self.filter.search
        self._read(
            lambda project: reading().read_rows(project, wanted, search),
            lambda rows: done(rows) if number == self._listing else None,
        )

    def ahead(self, article: int, count: int) -> Sequence[int]:
        """The article and those that come after it; only itself where it is not listed."""
        place = place_in(self.ids, article)
        return (article,) if place is None else self.ids[place : place + count]

    def neighbour(self, article: int, by: int) -> int | None:
        """The next (1) or previous (-1) article; from one that is not listed the way leads to the first."""
        place = place_in(self.ids, article)
        onward = 0 if place is None else place + by
        return self.ids[onward] if 0 <= onward < len(self.ids) else None
