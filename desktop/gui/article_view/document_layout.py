"""The layout that QTextDocument asks: it passes Qt's questions on to the column and to the painter.

With it QTextEdit keeps selection, copying and the whole accessibility interface. Positions that Qt gives and
gets are UTF-16 units of the document.
"""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QTextBlock, QTextDocument, QTextFrame

from desktop.gui.article_view import places
from desktop.gui.article_view.column import Column

BOTTOM = 64.0
"""Room under the last line."""


class ArticleLayout(QAbstractTextDocumentLayout):
    """Keeps the first visible paragraph where it is on screen while others get their exact heights.

    `compensated` tells by how many pixels the scroll bar has to move for that.
    """

    compensated = Signal(int)

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.column = Column(document)
        self.column.settled = self._settled
        self.paint: Callable[[QPainter, QRectF], None] = lambda painter, clip: None
        self._page_width = 0.0
        self._anchor = 0
        self._anchor_top = 0.0
        self._has_moved = False

    def expose(self, top: float, height: float, *, page_width: float) -> None:
        """Lays out what is visible between two heights."""
        self._page_width = page_width
        stack = self.column.stack
        if not stack.slots:
            return
        first = stack.index_at(top)
        self._anchor = next((k for k in range(first, len(stack.slots)) if self.column.is_exact(k)), first)
        self._anchor_top = stack.tops[self._anchor]
        self._has_moved = False
        self.column.show(top, height)
        if not self._has_moved:
            self._anchor = stack.index_at(top)
            self._anchor_top = stack.tops[self._anchor]

    def resized(self) -> None:
        """The column was loaded or moved as a whole: nothing has to stay where it was."""
        tops = self.column.stack.tops
        self._anchor = min(self._anchor, len(tops) - 1)
        self._anchor_top = tops[self._anchor]
        self.documentSizeChanged.emit(self.documentSize())

    def _settled(self) -> None:
        # The range of the scroll bar has to change before its value does.
        self.documentSizeChanged.emit(self.documentSize())
        tops = self.column.stack.tops
        if self._anchor < len(tops) and (moved := round(tops[self._anchor] - self._anchor_top)):
            self._anchor_top = tops[self._anchor]
            self._has_moved = True
            self.compensated.emit(moved)

    # --- What Qt asks ----------------------------------------------------------------------------------

    def documentChanged(self, position: int, removed: int, added: int) -> None:
        """Nothing: the column is loaded explicitly, the text never changes in between."""

    def documentSize(self) -> QSizeF:
        """As wide as the page, so that nothing scrolls sideways."""
        return QSizeF(self._page_width, self.column.stack.bottom + BOTTOM)

    def pageCount(self) -> int:
        """One."""
        return 1

    def frameBoundingRect(self, frame: QTextFrame) -> QRectF:
        """Everything."""
        return QRectF(QPointF(0, 0), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """A paragraph, laid out: Qt reads its lines afterwards and crashes where there are none."""
        index, stack = block.blockNumber(), self.column.stack
        if not 0 <= index < len(stack.slots):
            return QRectF()
        self.column.lay_out(index)
        return QRectF(self.column.left, stack.tops[index], self.column.width, stack.slots[index].height)

    def hitTest(self, point: QPointF, accuracy: Qt.HitTestAccuracy) -> int:  # pyright: ignore[reportIncompatibleMethodOverride]
        """The position under a point; with exact accuracy -1 beside the text."""
        place = places.place_at(self.column, point)
        if place is None:
            return -1
        if accuracy == Qt.HitTestAccuracy.ExactHit and not self._is_on_text(place, point):
            return -1
        return self.column.paragraphs.offsets.utf16(places.position_at(self.column, point))

    def _is_on_text(self, place: places.Place, point: QPointF) -> bool:
        line, y = place.slot.lines[place.row.number], point.y() - place.top
        text = line.naturalTextRect()
        x = point.x() - self.column.left
        return text.left() <= x <= text.right() and place.row.box_top <= y <= place.row.box_bottom

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Draws what meets the clip. Of `context` only that is read: its selections are ours to know."""
        self.paint(painter, QRectF(context.clip))
