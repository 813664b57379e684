"""Notes, questions and answers on the open article, its spans and stances."""

from collections.abc import Mapping, Sequence

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
from desktop.gui.icons import icon
from desktop.gui.look import GRID, Look, small
from desktop.gui.panels.controls import scroller, tool
from store.values import Comment
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
    """The comments above a field for the next one. Enter keeps it, Esc goes back to the text."""

    asked = Signal(object)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Comments"))
        self._look = look
        self._kind: CommentKind = "note"
        self._about: tuple[int | None, int | None] = (None, None)
        self._shown: tuple[Sequence[Comment], Mapping[int, str]] = ((), {})
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(GRID // 2, 0, GRID // 2, 0)
        self._rows.setSpacing(0)
        self.field = CommentField()
        self.field.setAccessibleName(self.tr("New comment"))
        self.field.returnPressed.connect(self._add)
        self.field.left.connect(self._leave)
        self._build()
        self.begin("note")

    def set_look(self, look: Look) -> None:
        """Take other colours."""
        self._look = look
        self.show_comments(*self._shown)

    def show_comments(self, comments: Sequence[Comment], about: Mapping[int, str]) -> None:
        """Show these comments; `about` words what each is about, by comment id."""
        self._shown = (comments, about)
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for comment in comments:
            row = CommentRow(comment, about.get(comment.id, ""), self._look)
            row.asked.connect(self.asked)
            self._rows.addWidget(row)
        self._rows.addStretch(1)

    def begin(
        self, kind: CommentKind, *, span: int | None = None, stance: int | None = None, about: str = ""
    ) -> None:
        """Write the next comment about a span, a stance or (neither given) the article."""
        self._kind, self._about = kind, (span, stance)
        if kind == "question":
            words = self.tr("Question on {about}") if about else self.tr("Question on the article")
        else:
            words = self.tr("Note on {about}") if about else self.tr("Note on the article")
        self.field.setPlaceholderText(words.format(about=about))

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
        text = self.field.text().strip()
        if text:
            span, stance = self._about
            self.asked.emit(AddComment(text, self._kind, span, stance))
        self._leave()

    def _leave(self) -> None:
        self.field.clear()
        self.begin("note")
        self.left.emit()


class CommentField(QLineEdit):
    """A line whose Esc is heard."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
