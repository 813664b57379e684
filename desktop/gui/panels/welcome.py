"""The first page: three doors, and the projects that were open lately."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.gui.icons import picture
from desktop.gui.look import GRID, Look, small
from desktop.gui.tips import plain_tip

WIDTH = 760
WRAPPED = int(Qt.AlignmentFlag.AlignTop.value | Qt.TextFlag.TextWordWrap.value)
RECENT = 5
"""Projects listed at most."""


class WelcomePage(QWidget):
    """Try the sample corpus, begin a project, open one."""

    sampleAsked = Signal()
    newAsked = Signal()
    openAsked = Signal()
    recentAsked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.mark, self.title, self.text, self.recent_title = QLabel(), QLabel("Lesart"), QLabel(), QLabel()
        self._about = self.tr("Annotate news: entities are highlighted already, stances are yours to say.")
        self.text.setText(self._about)
        self.recent_title.setText(self.tr("Recent projects"))
        self.doors = self._make_doors()
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self.rows: list[RecentRow] = []
        self._build()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take other colours."""
        self._look = look
        self.mark.setPixmap(picture("lesart", "", size=56, ratio=self.devicePixelRatioF()))
        for label in (self.text, self.recent_title):
            label.setStyleSheet(f"color: {look.dim};")
        for button in (*self.doors, *self.rows):
            button.set_look(look)

    def wait(self, words: str = "") -> None:
        """Say what is under way, with all doors shut; nothing any more: what Lesart is for."""
        self.text.setText(words or self._about)
        for button in (*self.doors, *self.rows):
            button.setEnabled(not words)
            button.setCursor(Qt.CursorShape.BusyCursor if words else Qt.CursorShape.PointingHandCursor)
        if not words and self.isVisible():
            self.doors[0].setFocus()

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List these projects; where there is none, nothing is said about them."""
        for row in self.rows:
            self._recent.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [RecentRow(path, self._look) for path in paths[:RECENT]]
        for row in self.rows:
            row.clicked.connect(lambda _=False, path=row.path: self.recentAsked.emit(str(path)))
            self._recent.addWidget(row)
        self.recent_title.setVisible(bool(self.rows))

    def _make_doors(self) -> "tuple[Door, Door, Door]":
        sample = Door(
            "sample",
            self.tr("Try the sample corpus"),
            self.tr("A dozen short articles in several languages, ready to be read."),
        )
        new = Door(
            "new",
            self.tr("New project"),
            self.tr("Your own articles: text, Word, PDF, web pages, press archives, tables."),
        )
        opened = Door("open", self.tr("Open a project"), self.tr("Go on with a .lesart file."))
        sample.clicked.connect(self.sampleAsked)
        new.clicked.connect(self.newAsked)
        opened.clicked.connect(self.openAsked)
        return sample, new, opened

    def _build(self) -> None:
        big = QFont(self.font())
        big.setPointSizeF(self.font().pointSizeF() * 2.2)
        big.setWeight(QFont.Weight.DemiBold)
        self.title.setFont(big)
        self.text.setWordWrap(True)
        self.recent_title.setFont(small(self.font(), 0.92, strong=True))
        doors = QHBoxLayout()
        doors.setSpacing(2 * GRID)
        for door in self.doors:
            doors.addWidget(door)
        column = QWidget()
        column.setMaximumWidth(WIDTH)
        column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        inner.setSpacing(GRID)
        for widget in (self.mark, self.title, self.text):
            inner.addWidget(widget)
        inner.addSpacing(3 * GRID)
        inner.addLayout(doors)
        inner.addSpacing(3 * GRID)
        inner.addWidget(self.recent_title)
        inner.addLayout(self._recent)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(column, 100)
        across.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(across)
        layout.addStretch(3)


class Tile(QAbstractButton):
    """A button that paints itself on a rounded ground, with hover and focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look: Look | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_look(self, look: Look) -> None:
        """Take other colours."""
        self.look = look
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paint_ground(self, painter: QPainter, look: Look, *, rest: str | None, edge: str | None) -> None:
        """Ground and edge for rest, hover, press and focus."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = look.pressed if self.isDown() else look.hover if self.underMouse() else rest
        pen = (
            QPen(QColor(look.accent), 2)
            if self.hasFocus()
            else QPen(QColor(edge), 1)
            if edge
            else QPen(Qt.PenStyle.NoPen)
        )
        painter.setPen(pen)
        painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)


class Door(Tile):
    """A large button: icon, title, what is behind it."""

    def __init__(self, icon: str, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._text = icon, text
        self.setText(title)
        self.setAccessibleDescription(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._strong = QFont(self.font())
        self._strong.setWeight(QFont.Weight.DemiBold)

    def sizeHint(self) -> QSize:
        line = QFontMetrics(self.font()).height()
        return QSize(208, 2 * GRID + 28 + GRID + line + 4 + 3 * line + 2 * GRID)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        if look is None:
            return
        with QPainter(self) as painter:
            self.paint_ground(painter, look, rest=look.card, edge=look.line)
            inner = self.rect().adjusted(2 * GRID, 2 * GRID, -2 * GRID, -2 * GRID)
            painter.drawPixmap(
                inner.topLeft(), picture(self._icon, look.accent, size=28, ratio=self.devicePixelRatioF())
            )
            inner.setTop(inner.top() + 28 + GRID)
            painter.setFont(self._strong)
            painter.setPen(QColor(look.text))
            painter.drawText(inner, WRAPPED, self.text())
            _paint_text(
                painter,
                self,
                inner.adjusted(0, QFontMetrics(self._strong).height() + 4, 0, 0),
                look,
                self._text,
            )


class RecentRow(Tile):
    """A project that was open lately: its name and folder."""

    def __init__(self, path: Path, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.setText(path.stem)
        self.setToolTip(plain_tip(str(path)))
        self.setAccessibleDescription(str(path.parent))
        self.set_look(look)

    def sizeHint(self) -> QSize:
        return QSize(240, QFontMetrics(self.font()).height() + 2 * GRID)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        if look is None:
            return
        with QPainter(self) as painter:
            self.paint_ground(painter, look, rest=None, edge=None)
            inner = self.rect().adjusted(GRID, 0, -GRID, 0)
            centred = int(Qt.AlignmentFlag.AlignVCenter)
            painter.setPen(QColor(look.text))
            painter.drawText(inner, centred, self.text())
            metrics = QFontMetrics(self.font())
            inner.setLeft(inner.left() + metrics.horizontalAdvance(self.text()) + 2 * GRID)
            painter.setPen(QColor(look.dim))
            folder = metrics.elidedText(str(self.path.parent), Qt.TextElideMode.ElideMiddle, inner.width())
            painter.drawText(inner, centred, folder)


def _paint_text(painter: QPainter, widget: QWidget, area: QRect, look: Look, text: str) -> None:
    painter.setFont(small(widget.font(), 0.95))
    painter.setPen(QColor(look.dim))
    painter.drawText(area, WRAPPED, text)
