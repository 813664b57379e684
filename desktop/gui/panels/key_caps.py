"""Keys as painted caps with what they do: the strip's row, each cap a click away as well."""

from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolTip, QWidget

from desktop.gui.look import Look, small

GAP, PAD = 14, 6
SHORTEST = 72
"""Pixels that the words of a cap keep however many caps there are."""


class Cap(Struct, frozen=True):
    """A key and what it does now.

    `action` is run by a click; `colour` is that of a label or side, "" for none.
    """

    key: str
    words: str
    action: str
    colour: str = ""


FOLD = Cap("…", "", "")
"""Stands for those that have no room."""


def longest(widths: Sequence[int], room: int) -> int:
    """The most that each may keep of its width so that all fit: the short ones stay whole, the long give."""
    for count, width in zip(range(len(widths), 0, -1), sorted(widths), strict=True):
        if width * count > room:
            return room // count
        room -= width
    return max(widths, default=0)


class KeyCaps(QWidget):
    """Words are cut as far as that makes room for all; what has no room even then is in a menu at the end.

    A tool tip says in full what a cap does.
    """

    triggered = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._caps: tuple[Cap, ...] = ()
        self._places: list[QRect] = []
        self._fold, self._menu = QRect(), QMenu(self)
        self._hovered, self._longest = -1, SHORTEST
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._key_font = small(self.font(), 0.88, strong=True)

    def set_look(self, look: Look) -> None:
        """Take other colours."""
        self._look = look
        self.update()

    def show_caps(self, caps: Sequence[Cap]) -> None:
        """Show these caps."""
        if tuple(caps) == self._caps:
            return
        self._caps = tuple(caps)
        self.setAccessibleName(", ".join(f"{cap.key}: {cap.words}" for cap in caps))
        self._hovered = -1
        self._place()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, QFontMetrics(self.font()).height() + 14)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hovered = self._at(event.position().toPoint())
        if hovered != self._hovered:
            self._hovered = hovered
            self.setCursor(Qt.CursorShape.PointingHandCursor if hovered >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if at == len(self._places):
            menu = self.menu()
            menu.popup(self.mapToGlobal(self._fold.topLeft()) - QPoint(0, menu.sizeHint().height()))
        elif at >= 0:
            self.triggered.emit(self._caps[at].action)

    @property
    def folded(self) -> tuple[Cap, ...]:
        """The caps that have no room."""
        return self._caps[len(self._places) :]

    def menu(self) -> QMenu:
        """What has no room, with its keys."""
        self._menu.clear()
        for cap in self.folded:
            words = cap.words.replace("&", "&&")
            self._menu.addAction(f"{words}\t{cap.key}", lambda cap=cap: self.triggered.emit(cap.action))
        return self._menu

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._at(event.pos())
            caps = self.folded if at == len(self._places) else self._caps[at : at + 1] if at >= 0 else ()
            QToolTip.showText(event.globalPos(), "\n".join(cap.words for cap in caps), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for number, (cap, place) in enumerate(zip(self._caps, self._places, strict=False)):
                self._paint(painter, cap, place, hovered=number == self._hovered)
            if not self._fold.isNull():
                hovered = self._hovered == len(self._places)
                self._paint(painter, FOLD, self._fold, hovered=hovered)

    def _paint(self, painter: QPainter, cap: Cap, place: QRect, *, hovered: bool) -> None:
        look = self._look
        colour = QColor(cap.colour or look.text)
        width = self._key_width(cap)
        key = QRectF(place.left() + 0.5, place.top() + 4.5, width - 1, place.height() - 9)
        edge = QColor(cap.colour) if cap.colour else QColor(look.faint)
        painter.setPen(QPen(edge, 1.1))
        painter.setBrush(QColor(look.hover if hovered else look.page))
        painter.drawRoundedRect(key, 4, 4)
        painter.setFont(self._key_font)
        painter.setPen(colour)
        painter.drawText(key, int(Qt.AlignmentFlag.AlignCenter), cap.key)
        painter.setFont(self.font())
        painter.setPen(QColor(look.text))
        words = place.adjusted(width + PAD, 0, 0, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self._short(cap.words))

    def _place(self) -> None:
        """As many as there is room for at their shortest; then those take the room that there is."""
        self._longest = SHORTEST
        count = self._fitting(self.width())
        self._fold = QRect()
        room = self.width()
        if count < len(self._caps):
            room -= self._key_width(FOLD) + GAP
            count = self._fitting(room)
        caps, metrics = self._caps[:count], QFontMetrics(self.font())
        keys = sum(self._key_width(cap) + PAD + GAP for cap in caps)
        words = [metrics.horizontalAdvance(cap.words) + 1 for cap in caps]  # it rounds, also down
        self._longest = max(SHORTEST, longest(words, room + GAP - keys))
        self._places, left = [], 0
        for width in map(self._width, caps):
            self._places.append(QRect(left, 0, width, self.height()))
            left += width + GAP
        if count < len(self._caps):
            self._fold = QRect(left, 0, self._key_width(FOLD), self.height())

    def _fitting(self, room: int) -> int:
        """How many fit as they are cut now."""
        ends = accumulate(self._width(cap) + GAP for cap in self._caps)
        return sum(end - GAP <= room for end in ends)

    def _width(self, cap: Cap) -> int:
        return (
            self._key_width(cap) + PAD + QFontMetrics(self.font()).horizontalAdvance(self._short(cap.words))
        )

    def _short(self, words: str) -> str:
        return QFontMetrics(self.font()).elidedText(words, Qt.TextElideMode.ElideRight, self._longest)

    def _key_width(self, cap: Cap) -> int:
        metrics = QFontMetrics(self._key_font)
        return max(metrics.horizontalAdvance(cap.key) + 2 * PAD, metrics.height() + 4)

    def _at(self, point: QPoint) -> int:
        places = (*self._places, self._fold)
        return next((n for n, place in enumerate(places) if place.contains(point)), -1)
