"""A window beside the article: who stands where, as a matrix and as a network; cells lead to evidence."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from desktop.gui.dialogs.frame import resize_within_screen
from desktop.gui.look import GRID, Look
from desktop.gui.named_box import NamedBox
from desktop.gui.panels.controls import padded
from desktop.gui.panels.section import EmptyState
from desktop.gui.positions.matrix_view import MatrixView
from desktop.gui.positions.network_view import NetworkView
from desktop.gui.positions.table import Names, between, matrix, ties
from desktop.gui.saving import ask_where
from store.networks import NetworkOptions, network
from store.standing import Position, Quote

SIZE = QSize(980, 720)
QUOTE = Qt.ItemDataRole.UserRole


class PositionsWindow(QDialog):
    """Shows positions that are read for it; not modal.

    `wanted` asks for positions anew (whole project or not, everyone or not), `quotesWanted` for the evidence
    of stances; `placeWanted` carries a Quote to go to, `answered` a topic and whether no stance is found.
    """

    wanted = Signal()
    quotesWanted = Signal(object)
    placeWanted = Signal(object)
    answered = Signal(int, bool)

    def __init__(self, look: Look, names: Names, *, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Positions"))
        self.setModal(False)
        resize_within_screen(self, SIZE)
        self._names, self._folder = names, folder
        self._found: Sequence[Position] = ()
        self._none_found: frozenset[int] | None = None
        self.tabs, self.scope, self.people = QTabBar(), NamedBox(), NamedBox()
        self.only_topics = QCheckBox(self.tr("Topics only"))
        self.mode, self.least, self.per_article = NamedBox(), padded(QSpinBox()), QCheckBox()
        self.save = QPushButton(self.tr("Save picture …"))
        self.matrix, self.network = MatrixView(look), NetworkView(look)
        self.quotes, self.empty, self.told = QListWidget(), EmptyState(), QLabel()
        self.heading = QLabel()
        self._pages, self._below = QStackedWidget(), QWidget()
        self._fill()
        self._lay_out(look)
        self._connect()
        self._head()
        self._show_tab()

    # --- What is shown ---------------------------------------------------------------------------------

    @property
    def whole_project(self) -> bool:
        """Whether all articles count, not only the open one."""
        return self.scope.currentIndex() == 1

    @property
    def everyone(self) -> bool:
        """Whether all people's stances count, not only one's own."""
        return self.people.currentIndex() == 1

    def show_positions(
        self, found: Sequence[Position], names: Names, *, none_found: frozenset[int] | None
    ) -> None:
        """Shows these; `none_found` are the topics toward which the open article takes no stance."""
        self._found, self._names, self._none_found = found, names, none_found
        self._show()

    def show_quotes(self, quotes: Sequence[Quote]) -> None:
        """Lists the evidence of what was chosen."""
        by_stance = {it.stance: it for it in self._found}
        self.quotes.clear()
        for quote in quotes:
            position = by_stance.get(quote.stance)
            if position is None:
                continue
            glyph = "▲" if (position.value or 0) > 0 else "▼" if (position.value or 0) < 0 else "■"
            who = f"{self._names.holder(position)} {glyph} {self._names.target(position)}"
            words = f"„{quote.words}“" if quote.words else self.tr("(the article as a whole)")
            item = QListWidgetItem(f"{who}   {words}" + (f"   · {quote.title}" if quote.title else ""))
            item.setData(QUOTE, quote)
            item.setToolTip(quote.words)
            self.quotes.addItem(item)
        self._head()

    def _head(self) -> None:
        """Say what can be done with the evidence, or how it comes here."""
        self.heading.setText(
            self.tr("Evidence (Enter or double click goes there)")
            if self.quotes.count()
            else self.tr("Evidence: a click on a cell or a tie shows it here")
        )

    def _show(self) -> None:
        shown = matrix(
            self._found,
            self._names,
            topics_only=self.only_topics.isChecked(),
            all_topics=self._none_found is not None,
        )
        self.matrix.show_matrix(shown, none_found=self._none_found)
        self.quotes.clear()
        self._head()
        self._draw()
        self._show_tab()

    def _draw(self) -> None:
        made, nodes = ties(self._found, self._names)
        mode, measure = self.mode.currentData()
        per = "document" if self.per_article.isChecked() else "statement"
        options = NetworkOptions(mode=mode, measure=measure, per=per, least=self.least.value())
        self.network.show_network(network(made, nodes, options))
        self.save.setEnabled(not self.network.is_empty)

    # --- Inside ----------------------------------------------------------------------------------------

    def _fill(self) -> None:
        for words in (self.tr("Matrix"), self.tr("Network")):
            self.tabs.addTab(words)
        self.scope.addItems([self.tr("This article"), self.tr("Whole project")])
        self.people.addItems([self.tr("My stances"), self.tr("Everyone's stances")])
        for words, mode in (
            (self.tr("Actors and topics"), ("two", "subtract")),
            (self.tr("Actors: agreement less conflict"), ("one", "subtract")),
            (self.tr("Actors: agreement"), ("one", "congruence")),
            (self.tr("Actors: conflict"), ("one", "conflict")),
        ):
            self.mode.addItem(words, mode)
        self.least.setRange(1, 99)
        self.least.setPrefix(self.tr("at least "))
        self.least.lineEdit().setTextMargins(GRID, 0, 0, 0)
        self.least.setToolTip(self.tr("Nodes with fewer stances are left out"))
        self.per_article.setText(self.tr("Once an article"))
        for widget, name in (
            (self.scope, self.tr("Which articles")),
            (self.people, self.tr("Whose stances")),
            (self.mode, self.tr("What is joined")),
            (self.least, self.tr("Least stances of a node")),
            (self.quotes, self.tr("Evidence")),
        ):
            widget.setAccessibleName(name)
        self.empty.tell(
            self.tr("There are no stances yet"),
            self.tr("Take a span in hand in the article and press F, A or N; what you make appears here."),
        )

    def _lay_out(self, look: Look) -> None:
        bar, drawing = QHBoxLayout(), QWidget()
        bar.setSpacing(GRID)
        for widget in (self.tabs, self.scope, self.people, self.only_topics):
            bar.addWidget(widget)
        bar.addStretch(1)
        tools = QHBoxLayout()
        tools.setContentsMargins(0, 0, 0, 0)
        for widget in (self.mode, self.least, self.per_article):
            tools.addWidget(widget)
        tools.addStretch(1)
        tools.addWidget(self.told)
        tools.addWidget(self.save)
        inside = QVBoxLayout(drawing)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(tools)
        inside.addWidget(self.network, 1)
        for page in (self.matrix, drawing, self.empty):
            self._pages.addWidget(page)
        self.heading.setStyleSheet(f"color: {look.dim};")
        below = self._below
        lower = QVBoxLayout(below)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.addWidget(self.heading)
        lower.addWidget(self.quotes)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self._pages)
        split.addWidget(below)
        split.setSizes([580, 110])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.addLayout(bar)
        layout.addWidget(split, 1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._show_tab)
        for box in (self.scope, self.people):
            box.currentIndexChanged.connect(self.wanted)
        self.only_topics.toggled.connect(self._show)
        self.mode.currentIndexChanged.connect(self._draw)
        self.least.valueChanged.connect(self._draw)
        self.per_article.toggled.connect(self._draw)
        self.matrix.taken.connect(self._ask)
        self.matrix.answered.connect(self.answered)
        self.network.edgeTaken.connect(
            lambda source, target: self._ask(tuple(between(self._found, self._names, source, target)))
        )
        self.quotes.itemActivated.connect(lambda item: self.placeWanted.emit(item.data(QUOTE)))
        self.save.clicked.connect(self._save)

    def _ask(self, here: Sequence[Position]) -> None:
        self.quotesWanted.emit([it.stance for it in here])

    def _show_tab(self) -> None:
        is_empty = not self._found and not self.matrix.columnCount()
        self._pages.setCurrentIndex(2 if is_empty else self.tabs.currentIndex())
        self._below.setVisible(not is_empty)

    def _save(self) -> None:
        name = self.tr("network")
        chosen = ask_where(
            self,
            self.tr("Save picture"),
            self._folder / f"{name}.png",
            self.tr("Pictures (*.png *.svg *.pdf)"),
            endings=(".png", ".svg", ".pdf"),
        )
        if chosen is not None:
            words = (
                self.tr("Saved: {path}")
                if self.network.save(chosen)
                else self.tr("{path} cannot be written.")
            )
            self.told.setText(words.format(path=chosen))
