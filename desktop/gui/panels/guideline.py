"""The guideline beside the text: read as it looks, written as Markdown."""

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QFontDatabase,
    QKeyEvent,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QStackedLayout,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop.gui.icons import icon
from desktop.gui.look import GRID, Look
from desktop.gui.panels.controls import tool
from desktop.gui.panels.section import EmptyState

WRITING = 200
"""Pixels that the field has at least while one writes in it."""
INDENT = 18
"""Pixels by which a list is moved in."""
HEADINGS = {1: 1.25, 2: 1.12}
"""Size of a heading of each level, relative to the text."""


class GuidelinePanel(QWidget):
    """`saved` brings another text; `left` says that the keys may go back to the article.

    `edit` is for the header above.
    """

    saved = Signal(str)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Guideline"))
        self._text = ""
        self.edit = tool(self.tr("Write the guideline"), size=16)
        self.edit.clicked.connect(self.begin)
        self.page, self.field, self.empty = QTextBrowser(), GuidelineField(), EmptyState()
        self.page.setOpenLinks(False)
        self.page.anchorClicked.connect(_follow)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.viewport().setAutoFillBackground(False)
        self.page.setAccessibleName(self.tr("Guideline"))
        self.field.setAccessibleName(self.tr("Guideline, as Markdown"))
        self.field.setPlaceholderText("# PER\n\n- …")
        self.field.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.field.left.connect(self._go_back)
        self.empty.tell(
            self.tr("No guideline yet"),
            self.tr("What belongs to a label, what does not, with examples: here it stands beside the text."),
            self.tr("Write the guideline"),
        )
        self.empty.acted.connect(self.begin)
        self._build()
        self.set_look(look)
        self.show_text("")

    def set_look(self, look: Look) -> None:
        """Take other colours."""
        self.edit.setIcon(icon("guideline", look.dim, size=16))
        self.page.document().setDefaultStyleSheet(f"a {{ color: {look.accent}; }}")
        self._show_page()

    def show_text(self, text: str) -> None:
        """Show a guideline; what is being written is left alone."""
        if text != self._text or self._stack.currentIndex() < 0:
            self._text = text
            self._show_page()
        if not self._is_writing:
            self._put_away()

    @property
    def draft(self) -> str | None:
        """What is being written; None where nobody has written anything."""
        is_new = self._is_writing and self.field.document().isModified()
        return self.field.toPlainText() if is_new else None

    def resume(self, draft: str | None) -> None:
        """Go on with what was being written in another project."""
        self._put_away()
        if draft is not None:
            self._write(draft)
            self.field.document().setModified(True)

    @property
    def _is_writing(self) -> bool:
        return self._stack.currentWidget() is self._writing

    def begin(self) -> None:
        """Write it, or go on writing."""
        if not self._is_writing:
            self._write(self._text)
        self.field.setFocus()

    def _write(self, text: str) -> None:
        self.field.setPlainText(text)
        self.field.setMinimumHeight(max(WRITING, self.window().height() // 3))
        self._stack.setCurrentWidget(self._writing)

    def _build(self) -> None:
        save, cancel = QPushButton(self.tr("Save")), QPushButton(self.tr("Cancel"))
        save.setProperty("primary", True)
        save.clicked.connect(self._save)
        cancel.clicked.connect(self._leave)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(save)
        self._writing = QWidget()
        inner = QVBoxLayout(self._writing)
        inner.setContentsMargins(2 * GRID, 0, 2 * GRID, GRID)
        inner.addWidget(self.field, 1)
        inner.addLayout(row)
        beside = 2 * GRID - int(self.page.document().documentMargin())  # its text begins where all others do
        self.page.setStyleSheet(f"QTextBrowser {{ background: transparent; padding-left: {beside}px; }}")
        self._stack = QStackedLayout(self)
        for part in (self.page, self.empty, self._writing):
            self._stack.addWidget(part)

    def _show_page(self) -> None:
        """The text as Markdown, with headings of a size that suits a narrow column."""
        self.page.setMarkdown(self._text)
        self.page.document().setIndentWidth(INDENT)
        block = self.page.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            if level:
                cursor = QTextCursor(block)
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                larger = QTextCharFormat()
                larger.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
                larger.setFontPointSize(self.font().pointSizeF() * HEADINGS.get(level, 1.0))
                cursor.mergeCharFormat(larger)
            block = block.next()

    def _save(self) -> None:
        text = self.draft
        self._leave()
        if text is not None and text != self._text:
            self.show_text(text)
            self.saved.emit(text)

    def _go_back(self) -> None:
        """Back to the article; what was written stays until it is saved or given up."""
        if self.draft is None:
            self._put_away()
        self.left.emit()

    def _leave(self) -> None:
        self._put_away()
        self.left.emit()

    def _put_away(self) -> None:
        self._stack.setCurrentWidget(self.page if self._text.strip() else self.empty)
        self.field.setMinimumHeight(0)


class GuidelineField(QPlainTextEdit):
    """A field whose Esc is heard."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _follow(link: QUrl) -> None:
    """Only the web: a project of somebody else may name any file or program."""
    if link.scheme() in ("http", "https"):
        QDesktopServices.openUrl(link)
