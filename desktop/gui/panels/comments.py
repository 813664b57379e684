"""Notes, questions and answers on the open article, its spans and stances."""

from collections.abc import Mapping

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui.commands import AddComment, DeleteComment, ResolveComment
from desktop.gui.drafts import Draft
from desktop.gui.icons import icon
from desktop.gui.look import GRID, Look, small
from desktop.gui.panels.controls import scroller, tool
from store.values import ArticlePage, Comment
from store.vocabulary import CommentKind


class CommentRow(QFrame):
    """One comment with what can be done to it."""

    asked = Signal(object)

    def __init__(self, comment: Comment, about: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.comment = comment
        mark, self.text, self.about = QLabel(), QLabel(wordWrap=True), QLabel()
        name = {"note": "comment", "question": "question", "answer": "right"}[comment.kind]
        mark.setPixmap(icon(name, look.dim if comment.resolved else look.accent, size=16).pixmap(16, 16))
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setText(comment.text)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.about.setFont(small(self.font()))
        self.about.setText(about)
        self.about.setStyleSheet(f"color: {look.dim};")
        if comment.resolved:
            self.text.setStyleSheet(f"color: {look.dim};")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.text)
        words.addWidget(self.about)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        layout.setSpacing(GRID)
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        # Not before it has a parent: it would flash up as a window of its own.
        self.about.setVisible(bool(about))
        settle = self.tr("Open again") if comment.resolved else self.tr("Settled")
        layout.addWidget(self._tool("check", settle, look, ResolveComment(comment.id, not comment.resolved)))
        layout.addWidget(self._tool("delete", self.tr("Delete the comment"), look, DeleteComment(comment.id)))

    def _tool(self, name: str, words: str, look: Look, command: object) -> QToolButton:
        button = tool(words, size=16)
        button.setIcon(icon(name, look.dim, size=16))
        button.setStyleSheet("QToolButton { padding: 2px; }")
        button.clicked.connect(lambda: self.asked.emit(command))
        return button


class CommentsPanel(QWidget):
    """The comments above a field for the next one. Enter keeps it, Esc goes back to the text.

    What is being written stays with its article, and about what it was begun on, until it is kept.
    """

    asked = Signal(object)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Comments"))
        self._look = look
        self._draft, self._aside = Draft(), dict[int, Draft]()
        self._page: ArticlePage | None = None
        self._about: Mapping[int, str] = {}
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(GRID // 2, 0, GRID // 2, 0)
        self._rows.setSpacing(0)
        self.field = CommentField()
        self.field.setAccessibleName(self.tr("New comment"))
        self.field.returnPressed.connect(self._add)
        self.field.left.connect(self._leave)
        self._build()
        self._take(Draft())

    def set_look(self, look: Look) -> None:
        """Take other colours."""
        self._look = look
        self._show_rows()

    def show_page(self, page: ArticlePage | None, about: Mapping[int, str]) -> None:
        """Show the comments of a page; `about` words what each is about, by comment id."""
        drafts = self.drafts
        self._page, self._about = page, about
        if page is not None:
            self._take(_standing(drafts.pop(page.article.id, Draft()), page))
        self._aside = drafts
        self._show_rows()

    @property
    def drafts(self) -> dict[int, Draft]:
        """What is being written, by article."""
        here = replace(self._draft, text=self.field.text())
        if self._page is None or not here.text.strip():
            return dict(self._aside)
        return {**self._aside, self._page.article.id: here}

    def resume(self, drafts: Mapping[int, Draft]) -> None:
        """Go on with what was being written in another project; nothing is open in it yet."""
        self._page, self._aside = None, dict(drafts)
        self._take(Draft())

    def begin(
        self, kind: CommentKind, *, span: int | None = None, stance: int | None = None, about: str = ""
    ) -> None:
        """Write the next comment about a span, a stance or (neither given) the article.

        One that was begun about something else is finished first.
        """
        written = self.field.text()
        if not written.strip() or (span, stance) == (self._draft.span, self._draft.stance):
            self._take(Draft(written, kind, span, stance, about))

    def _take(self, draft: Draft) -> None:
        """Go on with a draft."""
        self._draft = draft
        if draft.text != self.field.text():
            self.field.setText(draft.text)
        if draft.kind == "question":
            words = self.tr("Question on {about}") if draft.about else self.tr("Question on the article")
        else:
            words = self.tr("Note on {about}") if draft.about else self.tr("Note on the article")
        self.field.setPlaceholderText(words.format(about=draft.about))

    def _show_rows(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for comment in self._page.comments if self._page is not None else ():
            row = CommentRow(comment, self._about.get(comment.id, ""), self._look)
            row.asked.connect(self.asked)
            self._rows.addWidget(row)
        self._rows.addStretch(1)

    def _build(self) -> None:
        body = QWidget()
        body.setLayout(self._rows)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, GRID)
        layout.setSpacing(GRID // 2)
        layout.addWidget(scroller(body), 1)
        row = QHBoxLayout()
        row.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        row.addWidget(self.field)
        layout.addLayout(row)

    def _add(self) -> None:
        text, draft = self.field.text().strip(), self._draft
        self.field.clear()
        if text:
            self.asked.emit(AddComment(text, draft.kind, draft.span, draft.stance))
        self._leave()

    def _leave(self) -> None:
        if not self.field.text().strip():
            self._take(Draft())
        self.left.emit()


class CommentField(QLineEdit):
    """A line whose Esc is heard."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _standing(draft: Draft, page: ArticlePage) -> Draft:
    """The draft; about the article where what it was about is gone, as with comments that are kept."""
    spans, stances = {it.id for it in page.spans}, {it.id for it in page.stances}
    if draft.span in {None, *spans} and draft.stance in {None, *stances}:
        return draft
    return replace(draft, span=None, stance=None, about="")
