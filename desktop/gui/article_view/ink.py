"""The ink of the text: full wherever something stands out, in dimmed zones too.

Dimmed words can be read on the page and in one box; on what is laid under them besides, only in full ink.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout

from desktop.gui.article_view import places
from desktop.gui.article_view.column import Column
from desktop.gui.article_view.emphasis import Emphasis
from desktop.gui.article_view.found import Found
from desktop.gui.article_view.marking import merged
from desktop.gui.article_view.places import Place
from store.offsets import Range


def standing_out(column: Column, place: Place, emphasis: Emphasis, found: Found) -> Sequence[Range]:
    """The ranges of a row (code points) with more under them than one box: sorted, none over another."""
    first, last = places.row_range(column, place)
    ranges = [it for it, _ in found.between(first, last)]
    ranges += [emphasis.selection] if emphasis.selection else []
    ranges += [*emphasis.evidence, *emphasis.cues]
    ranges += [
        (piece.mark.start, piece.mark.end)
        for piece in place.row.pieces
        if piece.level or emphasis.is_in_hand(piece.mark)
    ]
    cut = ((max(start, first), min(end, last)) for start, end in ranges)
    return merged([(start, end) for start, end in cut if start < end])


def draw_row(painter: QPainter, column: Column, place: Place, full: Sequence[Range], colour: QColor) -> None:
    """The text of a row, of which these ranges are written in `colour`, whatever theirs is."""
    offsets, slot, row = column.paragraphs.offsets, place.slot, place.row
    ink = QTextCharFormat()
    ink.setForeground(colour)
    written: list[QTextLayout.FormatRange] = []
    for start, end in full:
        one = QTextLayout.FormatRange()
        one.start = offsets.utf16(start) - slot.start16
        one.length = offsets.utf16(end) - offsets.utf16(start)
        one.format = ink
        written.append(one)
    painter.save()
    # Qt draws the rows beside it, too.
    painter.setClipRect(
        QRectF(-column.left, row.top, 2 * column.left + column.width, row.bottom - row.top),
        Qt.ClipOperation.IntersectClip,
    )
    column.text_layout(place.paragraph).draw(painter, QPointF(0, 0), written)
    painter.restore()
