"""The page one works on: queue, article, side panel, and the strip below."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QSplitter, QStackedLayout, QVBoxLayout, QWidget

from desktop.gui.article_view.view import ArticleView
from desktop.gui.look import Look
from desktop.gui.panels.article_header import ArticleHeader
from desktop.gui.panels.dividers import Dividers
from desktop.gui.panels.find_bar import FindBar
from desktop.gui.panels.message_bar import MessageBar
from desktop.gui.panels.queue import QueuePanel
from desktop.gui.panels.section import EmptyState
from desktop.gui.panels.side import SidePanel
from desktop.gui.panels.strip import Strip
from desktop.gui.theme import Theme

WIDTHS = (288, 800, 320)


class WorkPage(QWidget):
    """Lays the panels out; joins nothing to nothing."""

    def __init__(self, theme: Theme, look: Look, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.queue, self.side, self.strip = QueuePanel(look), SidePanel(look, language), Strip(look)
        self.header, self.finder = ArticleHeader(look), FindBar(look)
        self.view = ArticleView(theme)
        self.view.setFrameShape(ArticleView.Shape.NoFrame)
        self.view.setAccessibleName(self.tr("Article"))
        self.empty = EmptyState()
        self.empty.button.setProperty("primary", True)
        self.show_count(1)
        self.centre = self._make_centre()
        self.messages = MessageBar(look, self.centre)
        self.messages.covered.connect(self.view.keep_clear)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, handleWidth=1)
        for number, part in enumerate((self.queue, self.centre, self.side)):
            self.splitter.addWidget(part)
            self.splitter.setCollapsible(number, False)
            self.splitter.setStretchFactor(number, 1 if part is self.centre else 0)
        self.queue.setMinimumWidth(208)
        self.centre.setMinimumWidth(400)
        self.side.setMinimumWidth(232)
        self.splitter.setSizes(WIDTHS)
        self._dividers = Dividers(self.splitter, (self.queue, self.centre, self.side), self.messages)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.strip)
        self.set_look(theme, look)

    def show_article(self, shown: bool) -> None:
        """Show the article, or what to do where there is none."""
        self._stack.setCurrentIndex(0 if shown else 1)
        self.header.setVisible(shown)
        self.side.show_article(shown)

    def show_count(self, articles: int) -> None:
        """Say what to do where no article is open, in a project of so many."""
        if articles:
            self.empty.tell(self.tr("No article is open"), self.tr("Choose one on the left."))
        else:
            self.empty.tell(
                self.tr("Bring in the first articles"),
                self.tr(
                    "Text, Word, PDF or web pages, press archives, tables or JSONL: choose files, or drop "
                    "them here."
                ),
                self.tr("Import articles …"),
            )

    def set_look(self, theme: Theme, look: Look) -> None:
        """Take other colours."""
        for part in (self.queue, self.side, self.strip, self.header, self.finder, self.messages):
            part.set_look(look)
        self.view.set_theme(theme)
        palette = self.centre.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(look.page))
        self.centre.setPalette(palette)
        self.centre.setAutoFillBackground(True)

    def panes(self) -> tuple[QWidget, ...]:
        """Where F6 goes, in order."""
        return (
            self.queue.list,
            self.view,
            self.side.entities,
            self.side.comments.field,
            self.side.guideline.page,
        )

    def by_action(self) -> dict[str, Callable[[], None]]:
        """What actions of the table do on this page."""
        return self.header.by_action() | self._dividers.by_action()

    def is_typed_in(self) -> bool:
        """Whether somebody is writing in a field, which keeps the focus then."""
        focus: QWidget | None = self.window().focusWidget()
        fields = (self.queue.search, self.side.comments.field, self.side.guideline.field, self.finder.field)
        return focus in fields

    def _make_centre(self) -> QWidget:
        centre = QWidget()
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.finder)
        layout.addLayout(self._stack, 1)
        return centre
