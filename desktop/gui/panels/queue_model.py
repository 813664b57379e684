"""The queue as a list model that holds only the pages of 256 rows that are looked at."""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from store.values import ArticleHead
from store.vocabulary import SetStatus

PAGE = 256
KEPT = 32
"""Pages held at most: 8,192 heads, some 4 MB."""

HEAD_ROLE = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


class QueueModel(QAbstractListModel):
    """Rows of the queue. `pageWanted` asks for a page (its number); `fill` brings it."""

    pageWanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._anchors: Sequence[int] = ()
        self._pages: OrderedDict[int, list[ArticleHead]] = OrderedDict()
        self._asked: set[int] = set()
        self._spoken: dict[SetStatus, str] = {}

    def speak(self, words: dict[SetStatus, str]) -> None:
        """What a screen reader says for each status."""
        self._spoken = words

    def reset(self, count: int, anchors: Sequence[int]) -> None:
        """Show another list: `count` rows, `anchors` the article ids that begin each page."""
        self.beginResetModel()
        self._count, self._anchors = count, anchors
        self._pages.clear()
        self._asked.clear()
        self.endResetModel()

    def fill(self, page: int, heads: Sequence[ArticleHead]) -> None:
        """Take the rows of a page; the page that was looked at longest ago makes room."""
        self._asked.discard(page)
        self._pages[page] = list(heads)
        self._pages.move_to_end(page)
        if len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        if heads:
            self.dataChanged.emit(
                self.index(page * PAGE), self.index(min(page * PAGE + len(heads), self._count) - 1)
            )

    def update_head(self, article: int, *, status: SetStatus, flag: str | None) -> None:
        """Show a new status of one article; it keeps its place even where the filter leaves it out now."""
        row = self.row_of(article)
        head = self.head(row) if row is not None else None
        if row is None or head is None or (head.status, head.flag) == (status, flag):
            return
        self._pages[row // PAGE][row % PAGE] = msgspec.structs.replace(head, status=status, flag=flag)
        self.dataChanged.emit(self.index(row), self.index(row))

    def anchor(self, page: int) -> int:
        """The article that begins a page."""
        return self._anchors[page]

    @property
    def held(self) -> tuple[int, ...]:
        """The pages in memory, the one looked at longest ago first."""
        return tuple(self._pages)

    def row_of(self, article: int) -> int | None:
        """The row of an article, or None where its page is not held (it is then asked for)."""
        page = bisect_right(self._anchors, article) - 1
        if page < 0:
            return None
        heads = self._page(page)
        return next((page * PAGE + n for n, head in enumerate(heads) if head.id == article), None)

    def head(self, row: int) -> ArticleHead | None:
        """What is in a row, or None until its page has come."""
        heads = self._page(row // PAGE)
        return heads[row % PAGE] if row % PAGE < len(heads) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < self._count:
            return None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, HEAD_ROLE):
            return None
        head = self.head(index.row())
        if role == HEAD_ROLE or head is None:
            return head
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(
                filter(None, (head.title, head.outlet, head.published_at, self._spoken.get(head.status)))
            )
        return head.title

    def _page(self, page: int) -> list[ArticleHead]:
        if (heads := self._pages.get(page)) is not None:
            self._pages.move_to_end(page)
            return heads
        if page not in self._asked and 0 <= page < len(self._anchors):
            self._asked.add(page)
            self.pageWanted.emit(page)
        return []
