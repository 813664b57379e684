"""The places that a search found, marked on the page: softly all of them, strongly the one that is shown."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.gui.article_view import places
from desktop.gui.article_view.column import Column
from desktop.gui.article_view.places import Place
from desktop.gui.article_view.style import Style, faded
from store.offsets import Range


class Found(NamedTuple):
    """Sorted ranges that do not overlap, in code points; `current` is the index of the one shown, or -1."""

    ranges: Sequence[Range] = ()
    current: int = -1

    def between(self, start: int, end: int) -> Iterator[tuple[Range, bool]]:
        """The ranges that share a character with `[start, end)`; whether each is the one shown."""
        first = bisect_right(self.ranges, start, key=lambda it: it[1])
        last = bisect_left(self.ranges, end, key=lambda it: it[0])
        return ((self.ranges[i], i == self.current) for i in range(first, last))


def paint_found(painter: QPainter, column: Column, place: Place, found: Found, style: Style) -> None:
    """What was found on one row. The one shown differs in shape too: it has a border."""
    accent, strongest = QColor(style.theme.accent), 0.24 if style.is_dark else 0.34
    row = place.row
    for (start, end), is_current in found.between(*places.row_range(column, place)):
        painter.setBrush(faded(accent, strongest if is_current else 0.16))
        painter.setPen(QPen(accent, 1.2) if is_current else Qt.PenStyle.NoPen)
        for left, right in places.intervals_on(column, place, start, end):
            painter.drawRoundedRect(
                QRectF(left, row.box_top, right - left, row.box_bottom - row.box_top), 2, 2
            )
