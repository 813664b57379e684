"""What is under a point of the page: a chip, a box, an edge that can be dragged, a bracket. Pure geometry.

Points are in the document's coordinates.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF

from desktop.gui.article_view import badges, gutter, painting, places
from desktop.gui.article_view.chips import Chip
from desktop.gui.article_view.column import Column
from desktop.gui.article_view.gutter import Bracket
from desktop.gui.article_view.hand import EvidenceInHand, Focus, Side
from desktop.gui.article_view.hints import Hint, Hints
from desktop.gui.article_view.layout import Piece, Row
from desktop.gui.article_view.marks import NOT_THERE, Key, Mark
from desktop.gui.article_view.style import Style
from desktop.nlp.evidence import Meeting

NEAR = 5.0
"""How close to an edge counts as on it."""


def mark_at(column: Column, point: QPointF, *, chip_height: float, in_hand: Key | None = None) -> Mark | None:
    """The mark under a point that can be taken: that of a chip, else that of the smallest box.

    The chip of what is in hand is shown whole: where it covers others, they are still what is meant. Of
    chips that lie on one another, and of boxes of one range, it is the one behind the one in hand: clicks go
    through them.
    """
    x = point.x() - column.left
    boxes: list[Mark] = []
    for place in places.exact_rows(column, point.y() - 1, point.y() + 1):
        y = point.y() - place.top
        if place.row.box_top - chip_height <= y < place.row.box_top:
            there = [chip for chip in place.row.chips if chip.mark.id != NOT_THERE]
            chips = [chip for chip in there if chip.x <= x <= chip.x + chip.width]
            if chips:
                return _behind([chip.mark for chip in chips], in_hand)
            whole = next((chip for chip in there if _is_whole_at(chip, x, in_hand)), None)
            if whole is not None:
                return whole.mark
        here = (piece.mark for piece in place.row.pieces if _holds(place.row, piece, x, y))
        boxes += [mark for mark in here if mark.id != NOT_THERE]
    shortest = min(map(_length, boxes), default=0)
    return _behind([mark for mark in boxes if _length(mark) == shortest], in_hand) if boxes else None


def edge_at(column: Column, point: QPointF, mark: Mark) -> Side | None:
    """The edge of a mark that can be dragged at a point."""
    x = point.x() - column.left
    for place in places.exact_rows(column, point.y() - NEAR, point.y() + NEAR):
        y = point.y() - place.top
        for piece in place.row.pieces:
            if piece.mark != mark or not place.row.box_top - 3 <= y <= place.row.box_bottom + 2 * NEAR:
                continue
            near: list[tuple[float, Side]] = []
            if piece.begins:
                near.append((abs(x - painting.grip_x(piece, at_end=False, rtl=place.slot.rtl)), "begin"))
            if piece.ends:
                near.append((abs(x - painting.grip_x(piece, at_end=True, rtl=place.slot.rtl)), "end"))
            if near and min(near)[0] <= NEAR:
                return min(near)[1]
    return None


def stance_at(
    column: Column, point: QPointF, brackets: Sequence[Bracket], *, in_hand: int | None = None
) -> int | None:
    """The stance whose bracket is under a point; the shortest where several are.

    Of those that share the last lane, the one behind the one in hand: clicks on "+n" go through them.
    """
    here = [bracket for bracket in brackets if gutter.bracket_rect(column, bracket).contains(point)]
    here.sort(key=lambda bracket: (bracket.end - bracket.start, bracket.stance))
    if not here:
        return None
    behind = next((i for i, it in enumerate(here) if it.stance == in_hand), -1)
    crowded = here if any(it.crowded for it in here) else here[:1]
    return crowded[(behind + 1) % len(crowded)].stance


def suggested_at(
    column: Column, point: QPointF, found: Sequence[Meeting], *, in_hand: Focus
) -> Meeting | None:
    """The suggested evidence whose stroke is under a point; of several the one behind that in hand."""
    here = [it for it in found if gutter.suggested_rect(column, it).contains(point)]
    if not here:
        return None
    cue = in_hand.cue if isinstance(in_hand, EvidenceInHand) else None
    behind = next((i for i, it in enumerate(here) if it.cue == cue), -1)
    return here[(behind + 1) % len(here)]


def aim_at(column: Column, point: QPointF, aims: Hints, style: Style, *, phrases: bool) -> Hint | None:
    """The candidate whose letters are under a point; with `phrases` also the smallest phrase that is."""
    for hint, box in badges.boxes(column, aims, style):
        if box.contains(point):
            return hint
    if not phrases:
        return None
    here = [
        hint
        for hint in aims.open
        if hint.mark is None
        and any(it.contains(point) for it in places.exact_rectangles(column, hint.start, hint.end))
    ]
    return min(here, key=lambda hint: hint.end - hint.start, default=None)


def _behind(marks: Sequence[Mark], in_hand: Key | None) -> Mark:
    """The first, or the one after that in hand."""
    held = next((i for i, mark in enumerate(marks) if mark.key == in_hand), -1)
    return marks[(held + 1) % len(marks)]


def _is_whole_at(chip: Chip, x: float, in_hand: Key | None) -> bool:
    return chip.mark.key == in_hand and chip.whole[0] <= x <= chip.whole[1]


def _holds(row: Row, piece: Piece, x: float, y: float) -> bool:
    top, bottom = row.extent(piece.level)
    if not top <= y <= bottom:
        return False
    return any(left - 1 <= x <= right + 1 for left, right in piece.intervals)


def _length(mark: Mark) -> int:
    return mark.end - mark.start
