"""The queue as a list model that holds only the pages of rows that are looked at."""

from collections import OrderedDict
from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItemModel

from desktop.gui.project import place_in
from desktop.gui.wording import short_date
from store.values import ArticleHead
from store.vocabulary import SetStatus

PAGE = 64
"""Rows read at once; a search looks into the text of each."""

KEPT = 128
"""Pages held at most: 8,192 rows, some 4 MB."""

HEAD_ROLE = Qt.ItemDataRole.UserRole

ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
    HEAD_ROLE,
)

Index = QModelIndex | QPersistentModelIndex


class QueueModel(QStandardItemModel):
    """Rows of the queue. `pageWanted` asks for a page (its number); `fill` brings it.

    Qt counts the rows itself (of a standard model without items): a list asks for their number twice a row
    while it lays them out, which through Python blocks the window for half a second at 100,000 rows.
    """

    pageWanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(0, 1, parent)
        self._ids: Sequence[int] = ()
        self._pages: OrderedDict[int, dict[int, ArticleHead]] = OrderedDict()
        self._asked: set[int] = set()
        self._spoken: dict[SetStatus, str] = {}

    def speak(self, words: dict[SetStatus, str]) -> None:
        """What a screen reader says for each status."""
        self._spoken = words

    def reset(self, ids: Sequence[int]) -> None:
        """Show another list: these articles, in this order."""
        self.setRowCount(0)
        self._ids = ids
        self._pages.clear()
        self._asked.clear()
        self.setRowCount(len(ids))

    def fill(self, page: int, heads: Sequence[ArticleHead]) -> None:
        """Take the rows of a page; the page that was looked at longest ago makes room.

        An article that is gone meanwhile leaves its row empty.
        """
        self._asked.discard(page)
        self._pages[page] = {head.id: head for head in heads}
        self._pages.move_to_end(page)
        if len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        if heads:
            self.dataChanged.emit(
                self.index(page * PAGE, 0), self.index(min((page + 1) * PAGE, len(self._ids)) - 1, 0)
            )

    def refresh(self) -> None:
        """Read anew what is looked at: what was read before may have changed."""
        self._pages.clear()
        self._asked.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))

    def update_head(self, article: int, *, status: SetStatus, flag: str | None) -> None:
        """Show a new status of one article; it keeps its place even where the filter leaves it out now."""
        row = self.row_of(article)
        head = self.head(row) if row is not None else None
        if row is None or head is None or (head.status, head.flag) == (status, flag):
            return
        self._pages[row // PAGE][article] = msgspec.structs.replace(head, status=status, flag=flag)
        self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def ids_of(self, page: int) -> Sequence[int]:
        """The articles of a page."""
        return self._ids[page * PAGE : (page + 1) * PAGE]

    @property
    def held(self) -> tuple[int, ...]:
        """The pages in memory, the one looked at longest ago first."""
        return tuple(self._pages)

    def row_of(self, article: int) -> int | None:
        """The row of an article, None where it is not listed."""
        return place_in(self._ids, article)

    def head(self, row: int) -> ArticleHead | None:
        """What is in a row, or None until its page has come."""
        return self._page(row // PAGE).get(self._ids[row])

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._ids):
            return None
        if role not in ROLES:
            return None
        head = self.head(index.row())
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (head.title, self._printed(head)))) if head is not None else None
        if role == HEAD_ROLE or head is None:
            return head
        if role == Qt.ItemDataRole.AccessibleTextRole:
            found = self.tr("%n hit(s)", "", head.hits) if head.snippet else ""
            spoken = (
                head.title or head.key,
                head.outlet,
                short_date(head.published_at),
                self._spoken.get(head.status),
                self._printed(head),
                found,
            )
            return ", ".join(filter(None, (*spoken, head.snippet)))
        return head.title or head.key

    def _printed(self, head: ArticleHead) -> str:
        return self.tr("also printed %n time(s)", "", head.prints) if head.prints else ""

    def _page(self, page: int) -> dict[int, ArticleHead]:
        if (heads := self._pages.get(page)) is not None:
            self._pages.move_to_end(page)
            return heads
        if page not in self._asked:
            self._asked.add(page)
            self.pageWanted.emit(page)
        return {}
