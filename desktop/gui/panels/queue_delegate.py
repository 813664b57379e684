"""Paints a row of the queue: status mark, title, below it outlet and date, and what a search hit."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.gui.icons import picture
from desktop.gui.look import Look, small
from desktop.gui.panels.controls import paint_row_ground, row_area
from desktop.gui.panels.queue_model import HEAD_ROLE
from desktop.gui.wording import short_date
from store.offsets import Offsets, display_copy
from store.values import ArticleHead
from store.vocabulary import SetStatus

MARGIN = 8
MARK = 5.0
"""Radius of the status mark."""


class QueueDelegate(QStyledItemDelegate):
    """Rows of one height: the list never measures them one by one."""

    def __init__(self, look: Look, font: QFont, parent: QStyledItemDelegate | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.open_article: int | None = None
        self._searched = False
        self.set_font(font)

    def set_searched(self, searched: bool) -> None:
        """Give all rows a third line, for what was found."""
        self._searched = searched

    def set_font(self, font: QFont) -> None:
        """Take another font; rows follow its height."""
        self._title, self._detail = QFont(font), small(font)
        self._height = (
            QFontMetrics(self._title).height() + QFontMetrics(self._detail).height() + 2 + 2 * MARGIN + 2
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(160, self._height + (QFontMetrics(self._detail).height() + 3) * self._searched)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        head = index.data(HEAD_ROLE)
        area = row_area(option, MARGIN)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        opened = head is not None and head.id == self.open_article
        paint_row_ground(painter, option, area, self.look, chosen=opened)
        if head is None:
            self._paint_waiting(painter, area)
        else:
            self._paint_head(painter, area, head)
        painter.restore()

    def _paint_waiting(self, painter: QPainter, area: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.look.hover))
        left, middle = area.left() + 28, area.center().y()
        painter.drawRoundedRect(QRect(left, middle - 12, area.width() * 2 // 3, 8), 4, 4)
        painter.drawRoundedRect(QRect(left, middle + 4, area.width() // 3, 8), 4, 4)

    def _paint_head(self, painter: QPainter, area: QRect, head: ArticleHead) -> None:
        inner = area.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        title, detail = QFontMetrics(self._title), QFontMetrics(self._detail)
        said = " · ".join(
            # Isolated: a date beside an Arabic name keeps its order.
            f"\u2068{part}\u2069"
            for part in (head.outlet, short_date(head.published_at))
            if part
        )
        has_details = bool(said or head.prints)
        if not has_details:
            inner.translate(0, (detail.height() + 3) // 2)  # the title alone stands in the middle
        paint_mark(
            painter, QPointF(inner.left() + MARK, inner.top() + title.height() / 2), head.status, self.look
        )
        text = inner.adjusted(20, 0, -18 if head.flag else 0, 0)
        painter.setFont(self._title)
        painter.setPen(QColor(self.look.text if head.status in ("new", "in_progress") else self.look.dim))
        line = QRect(text.left(), text.top(), text.width(), title.height())
        painter.drawText(
            line,
            int(Qt.AlignmentFlag.AlignVCenter),
            title.elidedText((head.title or head.key), Qt.TextElideMode.ElideRight, text.width()),
        )
        painter.setFont(self._detail)
        painter.setPen(QColor(self.look.dim))
        below = QRect(text.left(), line.bottom() + 3, text.width(), detail.height())
        if head.prints:
            below.setWidth(below.width() - self._paint_prints(painter, below, head.prints))
        painter.drawText(
            below,
            int(Qt.AlignmentFlag.AlignVCenter),
            detail.elidedText(said, Qt.TextElideMode.ElideRight, below.width()),
        )
        if head.snippet:
            top = (below if has_details else line).bottom() + 3
            room = QRect(text.left(), top, inner.right() - text.left(), detail.height())
            self._paint_found(painter, room, head)
        if head.flag:
            ratio = painter.device().devicePixelRatio()
            painter.drawPixmap(
                inner.right() - 15, inner.top() + 1, picture("flag", self.look.con, size=16, ratio=ratio)
            )

    def _paint_prints(self, painter: QPainter, line: QRect, count: int) -> int:
        """How often the story stands elsewhere, at the end of a line; the room that it takes."""
        words = f"{count}×"
        width = QFontMetrics(self._detail).horizontalAdvance(words)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)
        ratio = painter.device().devicePixelRatio()
        at = line.right() - width - 15
        top = line.center().y() - 6
        painter.drawPixmap(at, top, picture("prints", self.look.dim, size=13, ratio=ratio))
        return width + 15 + MARGIN

    def _paint_found(self, painter: QPainter, room: QRect, head: ArticleHead) -> None:
        """The hits in their piece of text, begun so that the first one is in sight; how many at the right."""
        metrics = QFontMetrics(self._detail)
        count = f"{head.hits}×"
        width = metrics.horizontalAdvance(count)
        painter.setPen(QColor(self.look.dim))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), count)
        words, marks = cut_to_hit(head.snippet, head.marks)
        line = QTextLayout(metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width() - width - 8))
        line.setFont(self._detail)
        line.setFormats([self._marked(*mark) for mark in marks])
        line.beginLayout()
        line.createLine().setLineWidth(room.width())
        line.endLayout()
        line.draw(painter, QPointF(room.left(), room.top()))

    def _marked(self, start: int, length: int) -> QTextLayout.FormatRange:
        marked = QTextLayout.FormatRange()
        marked.start, marked.length = start, length
        marked.format.setFontWeight(QFont.Weight.DemiBold)
        marked.format.setForeground(QColor(self.look.text))
        marked.format.setBackground(QColor(self.look.tint))
        return marked


BEFORE = 16
"""Code points of a snippet that stand before its first hit."""


def cut_to_hit(snippet: str, marks: Sequence[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """A snippet cut so that its first hit comes early, and its marks in UTF-16 units: start and length."""
    start = max(0, marks[0][0] - BEFORE) if marks else 0
    if start:
        start = snippet.find(" ", start, marks[0][0]) + 1 or start
    words = ("… " if start else "") + display_copy(snippet[start:])
    shift = 2 if start else 0
    units = Offsets(words)
    placed = [(units.utf16(a - start + shift), units.utf16(b - start + shift)) for a, b in marks]
    return words, [(a, b - a) for a, b in placed]


def paint_mark(painter: QPainter, centre: QPointF, status: SetStatus, look: Look) -> None:
    """The mark of a status, told apart by shape: ring, half-filled ring, disc with a tick, struck ring."""
    painter.save()
    ring = QPen(QColor(look.faint if status in ("new", "excluded") else look.accent), 1.5)
    painter.setPen(ring)
    painter.setBrush(QColor(look.accent) if status == "done" else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, MARK, MARK)
    if status == "in_progress":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.accent))
        painter.drawPie(QRectF(centre.x() - 3, centre.y() - 3, 6, 6), -90 * 16, 180 * 16)
    elif status == "done":
        painter.setPen(QPen(QColor(look.on_accent), 1.4))
        x, y = centre.x(), centre.y()
        painter.drawPolyline(
            [QPointF(x - 2.2, y + 0.2), QPointF(x - 0.6, y + 1.8), QPointF(x + 2.4, y - 1.6)]
        )
    elif status == "excluded":
        painter.drawLine(centre + QPointF(-3.3, 3.3), centre + QPointF(3.3, -3.3))
    painter.restore()
