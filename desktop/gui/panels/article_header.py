"""The line above the text: what article this is, and what can be done with it as a whole."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from desktop.gui.bindings import Bindings
from desktop.gui.commands import Exclude, Flag, Reopen
from desktop.gui.icons import icon
from desktop.gui.look import GRID, Look, small
from desktop.gui.panels.controls import tool, with_key
from desktop.gui.panels.elided import ElidedLabel, GivingLabel
from desktop.gui.stories.button import PrintsButton
from desktop.gui.translating import number
from desktop.gui.wording import reason
from store.values import ArticlePage

FLAG = "look again"
"""What a flag set by click says; it is data, so it is not translated."""


class ArticleHeader(QWidget):
    """Title and status; done, exclude, flag, comment, previous and next."""

    asked = Signal(object)
    triggered = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: ArticlePage | None = None
        self._flagged = self._settled = False
        self.place, self.title = GivingLabel(), ElidedLabel()
        self.state, self.prints = GivingLabel(), PrintsButton(look)
        self.done = QPushButton()
        self.exclude = tool(self.tr("Exclude this article"))
        self.exclude.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.flag = tool(self.tr("Flag this article"))
        self.comment = tool(self.tr("Comment"))
        self.previous = tool(self.tr("Previous article"))
        self.next = tool(self.tr("Next article"))
        self._done_key = ""
        self._row = QHBoxLayout(self)
        self._build()
        self._connect()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take other colours."""
        self._look = look
        for label in (self.place, self.title):
            label.setStyleSheet(f"color: {look.dim};")
        self.setStyleSheet(
            f"ArticleHeader {{ border-bottom: 1px solid {look.line}; }}"
            "ArticleHeader > QToolButton { padding: 5px; }"
        )
        names = (
            (self.comment, "comment"),
            (self.previous, "left"),
            (self.next, "right"),
            (self.exclude, "exclude"),
        )
        for button, name in names:
            button.setIcon(icon(name, look.text))
        self.prints.set_look(look)
        self._show_state()

    def event(self, event: QEvent) -> bool:
        """The status gives way before the place does: squeezed alike, neither would be there."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            more = self.state.sizeHint().width() + self._row.spacing() if self.state.isHidden() else 0
            needed = self._row.sizeHint().width() + more
            self.state.setVisible(bool(self.state.words) and needed <= self.width())
        return super().event(event)

    def by_action(self) -> dict[str, Callable[[], None]]:
        """What its buttons do, by the names of the actions."""
        return {"flag": self.flag.click, "exclude": self._ask_reason, "reopen": self._reopen}

    def set_bindings(self, bindings: Bindings) -> None:
        """Name these keys."""
        for button, name in (
            (self.comment, "note"),
            (self.previous, "previous_article"),
            (self.next, "next_article"),
        ):
            button.setToolTip(with_key(button.accessibleName(), bindings.native(name)))
        self._done_key = bindings.native("finish")
        self._show_state()

    def set_reasons(self, codes: Sequence[str]) -> None:
        """Offer these reasons for leaving an article out."""
        menu = self.exclude.menu() or QMenu(self.exclude)
        menu.clear()
        for code in codes:
            menu.addAction(reason(code), lambda code=code: self.asked.emit(Exclude(code)))
        self.exclude.setMenu(menu)

    def show_page(self, page: ArticlePage | None) -> None:
        """Show the article of a page."""
        if page is None or self._page is None or page.article.id != self._page.article.id:
            self.prints.hide()  # until somebody has looked
        self._page = page
        self.setEnabled(page is not None)
        self._show_state()

    def show_place(self, row: int | None, count: int) -> None:
        """Show where in the list the article stands; None: not in the list that is shown."""
        place = (number(0 if row is None else row + 1), number(count))
        words = self.tr("{row} of {count}").format(row=place[0], count=place[1]) if row is not None else ""
        self.place.set_text("/".join(place) if row is not None else "")
        self.place.setToolTip(words)
        self.place.setAccessibleName(words)

    def show_title(self, shown: bool) -> None:
        """Show the title as long as that of the page is out of sight."""
        article = self._page.article if self._page is not None and shown else None
        self.title.set_text(article.title if article is not None else "")

    def _build(self) -> None:
        self.state.setFont(small(self.font(), 0.92, strong=True))
        layout = self._row
        layout.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.place)
        layout.addSpacing(GRID)
        layout.addWidget(self.title, 1)
        layout.addWidget(self.prints)
        layout.addWidget(self.state)
        for button in (self.flag, self.comment, self.exclude):
            layout.addWidget(button)
        layout.addSpacing(GRID // 2)
        layout.addWidget(self.done)
        layout.addSpacing(GRID // 2)
        for button in (self.previous, self.next):
            layout.addWidget(button)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        # A click beside the text leaves the keys where they are.
        self.done.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _connect(self) -> None:
        self.done.clicked.connect(self._finish_or_reopen)
        self.flag.clicked.connect(lambda: self.asked.emit(Flag(None if self._flagged else FLAG)))
        self.comment.clicked.connect(lambda: self.triggered.emit("note"))
        self.previous.clicked.connect(lambda: self.triggered.emit("previous_article"))
        self.next.clicked.connect(lambda: self.triggered.emit("next_article"))

    def _finish_or_reopen(self) -> None:
        if self._settled:
            self.asked.emit(Reopen())
        else:
            self.triggered.emit("finish")

    def _reopen(self) -> None:
        if self._settled:
            self.done.click()

    def _ask_reason(self) -> None:
        if self.exclude.isEnabled():
            self.exclude.menu().popup(self.exclude.mapToGlobal(self.exclude.rect().bottomLeft()))

    def _show_state(self) -> None:
        made = self._page.set if self._page is not None else None
        self._settled = made is not None and made.status in ("done", "excluded")
        self._flagged = made is not None and made.flag is not None
        excluded = made is not None and made.status == "excluded"
        look = self._look
        self.flag.setIcon(icon("flag", look.con if self._flagged else look.text))
        self.flag.setToolTip(self.tr("Take the flag off") if self._flagged else self.tr("Flag this article"))
        self.exclude.setVisible(not excluded)  # else there is no room for the way back
        self.exclude.setEnabled(not excluded and self._page is not None)
        if excluded and made is not None:
            self.done.setText(self.tr("Include again"))
            self.state.set_text(
                self.tr("Excluded: {reason}").format(reason=reason(made.excluded_reason or ""))
            )
        else:
            self.done.setText(self.tr("Reopen") if self._settled else self.tr("Done"))
            self.state.set_text(self.tr("Done ✓") if self._settled else "")
        self.state.setStyleSheet(f"color: {look.con if excluded else look.pro}; padding-right: 8px;")
        words = self.tr("Done, and on to the next article")
        self.done.setToolTip("" if self._settled else with_key(words, self._done_key))
        self.done.setProperty("primary", not self._settled)
        self.done.style().unpolish(self.done)
        self.done.style().polish(self.done)
