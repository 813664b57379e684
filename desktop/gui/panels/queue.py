"""The left panel: how far the project is, a search field with filters, and the articles."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QShowEvent
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

from desktop.gui.dialogs.days import DaysDialog
from desktop.gui.filters import Filter
from desktop.gui.icons import icon
from desktop.gui.look import GRID, Look, small
from desktop.gui.panels.controls import bare, tool
from desktop.gui.panels.elided import ElidedLabel
from desktop.gui.panels.filter_menu import FilterMenu
from desktop.gui.panels.queue_delegate import QueueDelegate
from desktop.gui.panels.queue_model import HEAD_ROLE, QueueModel
from desktop.gui.panels.section import EmptyState
from desktop.gui.panels.sort_menu import SortMenu
from desktop.gui.translating import number
from desktop.gui.wording import filter_words, order_words, status_words
from store.vocabulary import NOT_RANDOM

PAUSE = 200
"""Milliseconds without a key before a search starts."""


class QueuePanel(QWidget):
    """Emits what the annotator wants to see; shows what it is given."""

    filterChanged = Signal(object)
    articleChosen = Signal(int)

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
        self.sort_menu = SortMenu(self)
        self.sort_button = tool(self.tr("Sort articles"))
        self.sort_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.sort_button.setMenu(self.sort_menu)
        self.found, self.clear = ElidedLabel(), tool(self.tr("Show all articles"), size=16)
        self.name, self.progress_text, self.bar = QLabel(), QLabel(), QProgressBar(textVisible=False)
        self.bar.setAccessibleName(self.tr("Articles done"))
        self.list = ArticleList()
        self.list.setAccessibleName(self.tr("Articles"))
        self.delegate = QueueDelegate(look, self.list.font())
        self.empty = EmptyState()
        self._filter = Filter()
        self._is_sorted_anew = False
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
        for label in (self.progress_text, self.found):
            label.setStyleSheet(f"color: {look.dim};")
        self.search.actions()[0].setIcon(icon("search", look.dim, size=16)) if self.search.actions() else None
        self.filter_button.setIcon(icon("filter", look.accent if self._filter.picks else look.dim))
        sorted_ = self._filter.order != "imported"
        self.sort_button.setIcon(icon("sort", look.accent if sorted_ else look.dim))
        self.sort_button.setToolTip(self._sort_words() if sorted_ else self.sort_button.accessibleName())
        self.clear.setIcon(icon("close", look.dim, size=16))
        self._look = look
        self.list.viewport().update()

    def show_project(self, name: str) -> None:
        """Begin with another project: nothing searched, nothing filtered."""
        self.name.setText(name)
        self._filter = Filter(order=self.sort_menu.order)
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.menu.show_filter(self._filter)
        self.set_look(self._look)

    def restore(self, narrowed: Filter) -> Filter:
        """Show that a project is narrowed as the last time; returns what of that can still be chosen."""
        self.menu.show_filter(narrowed)
        self._filter = msgspec.structs.replace(self.menu.filter(""), order=self.sort_menu.order)
        self.set_look(self._look)
        return self._filter

    def show_list(self, ids: Sequence[int]) -> None:
        """Show another list: these articles, in this order."""
        self.delegate.set_searched(bool(self._filter.search))
        self.model.reset(ids)
        count = len(ids)
        words = self.tr("%Ln article(s)", "", count)
        self.found.set_text(" · ".join((words, *filter_words(self._filter))))
        self._narrowed.setVisible(self._filter.narrows)
        self._stack.setCurrentIndex(0 if count else 1)
        if self._filter.narrows:
            self.empty.tell(
                self.tr("Nothing found"),
                self.tr("No article fits the search and filters."),
                self.tr("Show all"),
            )
        else:
            self.empty.tell("")  # what to do then stands where the text will be

    def show_progress(self, done: int, total: int) -> None:
        """Show how many articles are settled (done or excluded)."""
        self.bar.setMaximum(max(total, 1))
        self.bar.setValue(done)
        words = self.tr("{done} of {total} done") if total else self.tr("No articles yet")
        self.progress_text.setText(words.format(done=number(done), total=number(total)))

    def show_open(self, article: int) -> None:
        """Mark the open article and bring it into sight; a list just sorted anew shows what comes first."""
        self.delegate.open_article = article
        row = self.model.row_of(article)
        if row is not None:
            index = self.model.index(row, 0)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
        if self._is_sorted_anew:
            self.list.scrollToTop()
        self._is_sorted_anew = False
        self.list.viewport().update()

    def show_all(self) -> None:
        """Leave nothing out any more."""
        self.show_only(Filter())

    def show_only(self, narrowed: Filter) -> None:
        """Narrow to this and to nothing else; it searches for no words."""
        self.menu.show_filter(narrowed)
        self.search.clear()
        self._search_now()

    def focus_search(self) -> None:
        """Go to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _build(self) -> None:
        glass = QAction(icon("search", "#888888", size=16), self.tr("Search articles"), self)
        self.search.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        self.name.setFont(small(self.font(), 1.05, strong=True))
        self.progress_text.setFont(small(self.font()))
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.delegate)
        self._narrowed = QWidget()
        self._narrowed.hide()
        said = QHBoxLayout(self._narrowed)
        said.setContentsMargins(0, 0, 0, 0)
        said.addWidget(self.found, 1)
        said.addWidget(self.clear)
        self.found.setFont(small(self.font()))
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        row.addWidget(self.search, 1)
        row.addWidget(self.filter_button)
        row.addWidget(self.sort_button)
        top = QVBoxLayout()
        top.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        top.setSpacing(GRID)
        top.addWidget(self.name)
        top.addWidget(self.bar)
        top.addWidget(self.progress_text)
        top.addLayout(row)
        top.addWidget(self._narrowed)
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
        self.menu.daysWanted.connect(self._ask_days)
        self.sort_menu.chosen.connect(self._narrow)
        self.clear.clicked.connect(self.show_all)
        self.list.chosen.connect(self._choose)
        self.empty.acted.connect(self.show_all)
        self.model.dataChanged.connect(self._page_came)

    def _restart(self) -> None:
        self._timer.start()

    def _search_now(self) -> None:
        self._timer.stop()
        self._narrow()

    def _narrow(self) -> None:
        chosen = self.menu.filter(self.search.text().strip())
        narrowed = msgspec.structs.replace(chosen, order=self.sort_menu.order)
        if narrowed != self._filter:
            self._is_sorted_anew = narrowed.order != self._filter.order
            self._filter = narrowed
            self.set_look(self._look)
            self.filterChanged.emit(narrowed)

    def _sort_words(self) -> str:
        """How the list is sorted, and what that means for what is counted on its first articles."""
        order = self._filter.order
        words, note = order_words()[order], self.tr("The first articles are no random sample.")
        return f"{words}\n{note}" if order in NOT_RANDOM else words

    def _ask_days(self) -> None:
        dialog = DaysDialog(self._filter.since, self._filter.until, parent=self.window())
        dialog.accepted.connect(lambda: self.menu.choose_days(dialog.since, dialog.until))
        dialog.rejected.connect(lambda: self.menu.show_filter(self._filter))
        dialog.ask()

    def _choose(self, index: QModelIndex) -> None:
        head = index.data(HEAD_ROLE)
        if head is not None:
            self.articleChosen.emit(head.id)

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
