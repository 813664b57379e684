"""The manual: its pages on the left, the one that is read on the right. It stays beside the work."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QImage,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QSplitter,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui.dialogs.frame import resize_within_screen
from desktop.gui.look import GRID, Look, rules
from desktop.gui.manual.dressing import block_of, dress
from desktop.gui.manual.pages import FIRST, Page, picture, read_pages
from desktop.gui.paths import RESOURCES

SIZE = QSize(1100, 780)
COLUMN = 720
"""Logical pixels that a line of text is wide at most."""

SHARP = 2.0
"""Pixels of a picture for each logical one, where there is room."""


def manual_folder(language: str) -> Path:
    """The pages in a language, else in English."""
    folder = RESOURCES / "help" / language
    return folder if folder.is_dir() else RESOURCES / "help" / "en"


class PageView(QTextBrowser):
    """One page with its pictures. `followed` brings where a link leads."""

    followed = Signal(str)

    def __init__(self, folder: Path, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder, self._look = folder, look
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        # Pictures are as wide as the column: a bar that comes later would leave them too little room.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.anchorClicked.connect(lambda url: self.followed.emit(url.toString()))

    def show_page(self, page: Page, anchor: str = "") -> None:
        """Show a page from its start, or from the heading that a link names."""
        self.document().clear()
        self.setMarkdown(page.text)
        dress(self.document(), self._look)
        self._widen()
        block = block_of(self.document(), anchor) if anchor else None
        self.setTextCursor(QTextCursor(block or self.document().begin()))
        top = self.document().documentLayout().blockBoundingRect(block).top() if block is not None else 0
        self.verticalScrollBar().setValue(round(top))

    def set_look(self, look: Look) -> None:
        """Take other colours, from the next page on."""
        self._look = look
        self.setStyleSheet(f"background: {look.page}; color: {look.text};")

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Pictures only, and only those that came with the page."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        url = QUrl(name)
        image = QImage()
        if url.isRelative():
            image.load(str(picture(self._folder, url.path(), dark=self._look.dark)))
        image.setDevicePixelRatio(max(SHARP, image.width() / self._column()))
        return image

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widen()

    def _column(self) -> int:
        return max(1, min(COLUMN, self.viewport().width() - 6 * GRID))

    def _widen(self) -> None:
        """Keep the column in the middle."""
        frame = self.document().rootFrame()
        made = frame.frameFormat()
        side = (self.viewport().width() - self._column()) / 2
        if made.leftMargin() != side:
            made.setLeftMargin(side)
            made.setRightMargin(side)
            made.setTopMargin(3 * GRID)
            made.setBottomMargin(4 * GRID)
            frame.setFrameFormat(made)


class ManualWindow(QWidget):
    """`folder` holds the pages of the window's language."""

    closed = Signal()

    def __init__(self, folder: Path, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Lesart manual"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pages = read_pages(folder)
        self.view = PageView(folder, look)
        self.list, self.field, self.said = QListWidget(), QLineEdit(), QLabel()
        self.back, self.forward = QToolButton(), QToolButton()
        self._been: list[str] = []
        self._ahead: list[str] = []
        self._here = ""
        self._build()
        self._connect()
        self.set_look(look)
        resize_within_screen(self, SIZE)
        self.go(FIRST)
        self.view.setFocus()

    def set_look(self, look: Look) -> None:
        """Take other colours; the page stays where it is."""
        self.setStyleSheet(rules(look))
        self.said.setStyleSheet(f"color: {look.dim};")
        self.view.set_look(look)
        if self._here:
            bar = self.view.verticalScrollBar()
            place = bar.value()
            self.view.show_page(self.pages[self._here.partition("#")[0]])
            bar.setValue(place)

    def go(self, place: str) -> None:
        """Show `page.md`, or `page.md#heading`; what is not a page of ours is left to the browser."""
        name, _, anchor = place.partition("#")
        name = name or self._here.partition("#")[0]
        if name not in self.pages:
            QDesktopServices.openUrl(QUrl(place))
            return
        if self._here:
            self._been.append(self._here)
        self._ahead.clear()
        self._show(f"{name}#{anchor}" if anchor else name)

    def search(self) -> None:
        """Go to the next place where the words stand: on this page, else on the next ones."""
        words = self.field.text()
        self.said.clear()
        if not words or self._find(words):
            return
        names, here = list(self.pages), self._here.partition("#")[0]
        start = names.index(here) + 1
        for name in [*names[start:], *names[:start]]:
            if words.casefold() in self.pages[name].text.casefold():
                if name != here:
                    self.go(name)
                self.view.moveCursor(QTextCursor.MoveOperation.Start)
                if self._find(words):
                    return
        self.said.setText(self.tr("Not in the manual."))

    def _find(self, words: str) -> bool:
        """Select the next place on this page; lines before and after it are to be seen, too."""
        if not self.view.find(words):
            return False
        top, room = self.view.cursorRect().top(), self.view.viewport().height()
        if not room // 8 <= top <= room * 7 // 8:
            bar = self.view.verticalScrollBar()
            bar.setValue(bar.value() + top - room // 3)
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)

    def _show(self, place: str) -> None:
        name, _, anchor = place.partition("#")
        self._here = place
        self.view.show_page(self.pages[name], anchor)
        self.list.blockSignals(True)
        self.list.setCurrentRow(list(self.pages).index(name))
        self.list.blockSignals(False)
        self.back.setEnabled(bool(self._been))
        self.forward.setEnabled(bool(self._ahead))

    def _step(self, taken: list[str], left: list[str]) -> None:
        if taken:
            left.append(self._here)
            self._show(taken.pop())

    def _build(self) -> None:
        for button, arrow, words in (
            (self.back, Qt.ArrowType.LeftArrow, self.tr("Back")),
            (self.forward, Qt.ArrowType.RightArrow, self.tr("Forward")),
        ):
            button.setArrowType(arrow)
            button.setToolTip(words)
            button.setAccessibleName(words)
        self.list.addItems([page.title for page in self.pages.values()])
        self.list.setAccessibleName(self.tr("Pages"))
        self.view.setAccessibleName(self.tr("Manual"))
        self.field.setPlaceholderText(self.tr("Find in the manual"))
        self.field.setAccessibleName(self.tr("Find in the manual"))
        self.field.setClearButtonEnabled(True)
        bar = QHBoxLayout()
        for widget in (self.back, self.forward, self.field, self.said):
            bar.addWidget(widget)
        bar.addStretch(1)
        self.field.setMinimumWidth(280)
        across = QSplitter()
        across.addWidget(self.list)
        across.addWidget(self.view)
        across.setStretchFactor(1, 1)
        across.setSizes([280, 820])
        whole = QVBoxLayout(self)
        whole.setSpacing(GRID)
        whole.addLayout(bar)
        whole.addWidget(across, 1)

    def _connect(self) -> None:
        self.view.followed.connect(self.go)
        self.list.currentRowChanged.connect(lambda row: self.go(list(self.pages)[row]))
        self.field.returnPressed.connect(self.search)
        self.back.clicked.connect(lambda: self._step(self._been, self._ahead))
        self.forward.clicked.connect(lambda: self._step(self._ahead, self._been))
        for key, act in (
            (QKeySequence.StandardKey.Find, self.field.setFocus),
            (QKeySequence.StandardKey.FindNext, self.search),
            (QKeySequence.StandardKey.Back, self.back.click),
            (QKeySequence.StandardKey.Forward, self.forward.click),
            (QKeySequence.StandardKey.Close, self.close),
            (QKeySequence(Qt.Key.Key_Escape), self.close),
        ):
            QShortcut(QKeySequence(key), self, act)
