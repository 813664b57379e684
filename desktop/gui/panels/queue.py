"""The left panel: how far the project is, a search field with filters, and the articles."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QProgressBar,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui.filters import Filter
from desktop.gui.icons import icon
from desktop.gui.look import GRID, Look, small
from desktop.gui.panels.controls import bare, tool
from desktop.gui.panels.filter_menu import FilterMenu
from desktop.gui.panels.queue_delegate import QueueDelegate
from desktop.gui.panels.queue_model import HEAD_ROLE, QueueModel
from desktop.gui.panels.section import EmptyState
from desktop.gui.wording import status_words

PAUSE = 200
"""Milliseconds without a key before a search starts."""


class QueuePanel(QWidget):
    """Emits what the annotator wants to see; shows what it is given."""

    filterChanged = Signal(object)
    articleChosen = Signal(int)
    importAsked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Articles"))
        self.model = QueueModel(self)
        self.model.speak(status_words())
        self.search = QLineEdit(placeholderText=self.tr("Search articles"), clearButtonEnabled=True)
        self.search.setAccessibleName(self.tr("Search articles"))
        self.menu = FilterMenu(self)
        self.filter_button = tool(self.tr("Filter articles"))
        self.filter_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.filter_button.setMenu(self.menu)
        self.name, self.progress_text, self.bar = QLabel(), QLabel(), QProgressBar(textVisible=False)
        self.list = ArticleList()
        self.list.setAccessibleName(self.tr("Articles"))
        self.delegate = QueueDelegate(look, self.list.font())
        self.empty = EmptyState()
        self._filter = Filter()
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._build()
        self._connect()
        self.set_look(look)

    @property
    def filter(self) -> Filter:
        """What the list is narrowed to."""
        return self._filter

    def set_look(self, look: Look) -> None:
        """Take other colours."""
        self.delegate.look = look
        self.progress_text.setStyleSheet(f"color: {look.dim};")
        self.search.actions()[0].setIcon(icon("search", look.dim, size=16)) if self.search.actions() else None
        colour = look.accent if self._filter.narrows and not self._filter.search else look.dim
        self.filter_button.setIcon(icon("filter", colour))
        self._look = look
        self.list.viewport().update()

    def show_project(self, name: str) -> None:
        """Begin with another project: nothing searched, nothing filtered."""
        self.name.setText(name)
        self._filter = Filter()
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.menu.show_filter(self._filter)
        self.set_look(self._look)

    def show_list(self, count: int, anchors: list[int]) -> None:
        """Show another list of `count` articles (see `QueueModel.reset`)."""
        self.model.reset(count, anchors)
        self._stack.setCurrentIndex(0 if count else 1)
        if self._filter.narrows:
            self.empty.tell(
                self.tr("Nothing found"),
                self.tr("No article fits the search and filters."),
                self.tr("Show all"),
            )
        else:
            self.empty.tell(
                self.tr("No articles yet"),
                self.tr("Bring in text files, JSONL or CSV."),
                self.tr("Import articles …"),
            )

    def show_progress(self, done: int, total: int) -> None:
        """Show how many articles are settled (done or excluded)."""
        self.bar.setMaximum(max(total, 1))
        self.bar.setValue(done)
        self.progress_text.setText(
            self.tr("{done} of {total} done").format(done=done, total=total) if total else ""
        )

    def show_open(self, article: int) -> None:
        """Mark the open article and bring it into sight."""
        self.delegate.open_article = article
        row = self.model.row_of(article)
        if row is not None:
            index = self.model.index(row)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
        self.list.viewport().update()

    def focus_search(self) -> None:
        """Go to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _build(self) -> None:
        self.search.addAction(icon("search", "#888888", size=16), QLineEdit.ActionPosition.LeadingPosition)
        self.name.setFont(small(self.font(), 1.05, strong=True))
        self.progress_text.setFont(small(self.font()))
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.delegate)
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        row.addWidget(self.search, 1)
        row.addWidget(self.filter_button)
        top = QVBoxLayout()
        top.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        top.setSpacing(GRID)
        top.addWidget(self.name)
        top.addWidget(self.bar)
        top.addWidget(self.progress_text)
        top.addLayout(row)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addLayout(self._stack, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._restart)
        self.search.returnPressed.connect(self._search_now)
        self._timer.timeout.connect(self._search_now)
        self.menu.chosen.connect(self._narrow)
        self.list.chosen.connect(self._choose)
        self.empty.acted.connect(self._act_on_empty)
        self.model.dataChanged.connect(self._page_came)

    def _restart(self) -> None:
        self._timer.start()

    def _search_now(self) -> None:
        self._timer.stop()
        self._narrow(self.menu.filter(self.search.text().strip()))

    def _narrow(self, narrowed: Filter) -> None:
        narrowed = self.menu.filter(self.search.text().strip())
        if narrowed != self._filter:
            self._filter = narrowed
            self.set_look(self._look)
            self.filterChanged.emit(narrowed)

    def _choose(self, index: QModelIndex) -> None:
        head = index.data(HEAD_ROLE)
        if head is not None:
            self.articleChosen.emit(head.id)

    def _act_on_empty(self) -> None:
        if not self._filter.narrows:
            self.importAsked.emit()
            return
        self.menu.show_filter(Filter())
        self.search.clear()
        self._search_now()

    def _page_came(self) -> None:
        if self.delegate.open_article is not None and not self.list.currentIndex().isValid():
            self.show_open(self.delegate.open_article)


class ArticleList(QListView):
    """A list whose letters type nothing: a key that is pressed here by mistake does nothing at all."""

    chosen = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        bare(self)
        self.clicked.connect(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: Qt would go through all rows, and through all pages of the store."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
