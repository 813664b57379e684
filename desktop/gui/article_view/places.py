"""Questions to a laid-out column: where a range stands, what is under a point, what is above the caret.

Positions are code points, coordinates those of the document.
"""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from desktop.gui.article_view import shaping
from desktop.gui.article_view.column import Column
from desktop.gui.article_view.layout import Interval, Row
from desktop.gui.article_view.slots import Slot
from store.offsets import Range, graphemes

REACH = 24.0
"""How far boxes may reach out of their rows."""


class Place(NamedTuple):
    """A row of a paragraph, with both; `top` is that of the paragraph in the document."""

    paragraph: int
    slot: Slot
    row: Row
    top: float


def place_at(column: Column, point: QPointF) -> Place | None:
    """The row under a point, else the nearest one."""
    stack = column.stack
    if not stack.slots:
        return None
    index = stack.index_at(point.y())
    column.lay_out(index)
    slot, top = stack.slots[index], stack.tops[index]
    rows = slot.rows or ()
    return Place(index, slot, rows[slot.row_at(point.y() - top)], top) if rows else None


def place_of(column: Column, position: int) -> Place | None:
    """The row on which a position stands."""
    stack = column.stack
    if not stack.slots:
        return None
    index = stack.index(position)
    column.lay_out(index)
    slot = stack.slots[index]
    rows = slot.rows or ()
    position16 = column.paragraphs.offsets.utf16(min(position, slot.end)) - slot.start16
    return Place(index, slot, rows[slot.row(position16)], stack.tops[index]) if rows else None


def position_at(column: Column, point: QPointF) -> int:
    """The border of graphemes nearest to a point."""
    place = place_at(column, point)
    return _position(column, place, point.x() - column.left) if place else 0


def caret_x(column: Column, place: Place, position: int) -> float:
    """Where the caret stands on a row, from the column's left; between directions, before what follows it."""
    slot, index = place.slot, place.row.number
    position16 = column.paragraphs.offsets.utf16(min(position, slot.end)) - slot.start16
    line = slot.lines[index]
    if not slot.bidi:
        return shaping.x_of(line, position16)
    cells = shaping.visual_cells(line, _borders16(column, slot, index))
    for cell in cells:
        if cell.start <= position16 < cell.end:
            return cell.right if cell.rtl else cell.left
    last = max(cells, key=lambda cell: cell.end, default=None)
    return (last.left if last.rtl else last.right) if last else shaping.x_of(line, position16)


def intervals_on(column: Column, place: Place, start: int, end: int) -> list[Interval]:
    """Where a range stands on a row, from the column's left; empty where it does not."""
    slot, index = place.slot, place.row.number
    shape, offsets = slot.shapes[index], column.paragraphs.offsets
    start16 = offsets.utf16(max(start, slot.start)) - slot.start16
    end16 = offsets.utf16(max(slot.start, min(end, slot.end))) - slot.start16
    first, last = max(start16, shape.start), min(end16, shape.end)
    return column.intervals(slot, index, first, last) if first < last else []


def rectangles(column: Column, start: int, end: int) -> list[QRectF]:
    """The boxes of a range, line by line; paragraphs that were not laid out are."""
    rows_of(column, start, end)
    return exact_rectangles(column, start, end)


def rows_of(column: Column, start: int, end: int) -> list[Place]:
    """The rows that a range stands on."""
    for index in column.stack.between(start, end) if column.stack.slots else ():
        column.lay_out(index)
    return exact_rows_of(column, start, end)


def exact_rows_of(column: Column, start: int, end: int) -> list[Place]:
    """The rows that a range stands on, of paragraphs that are laid out."""
    found: list[Place] = []
    offsets = column.paragraphs.offsets
    for index in column.stack.between(start, end) if column.stack.slots else ():
        slot, top = column.stack.slots[index], column.stack.tops[index]
        if column.is_exact(index) and slot.rows:
            first = slot.row(offsets.utf16(max(start, slot.start)) - slot.start16)
            last = slot.row(max(0, offsets.utf16(max(slot.start, min(end, slot.end))) - slot.start16 - 1))
            found += [Place(index, slot, row, top) for row in slot.rows[first : last + 1]]
    return found


def exact_rows(column: Column, top: float, bottom: float) -> list[Place]:
    """The rows between two heights, of paragraphs that are laid out, with those that reach in from beside."""
    found: list[Place] = []
    stack = column.stack
    index = stack.index_at(top - REACH)
    while index < len(stack.slots) and stack.tops[index] < bottom + REACH:
        slot, y = stack.slots[index], stack.tops[index]
        if column.is_exact(index):
            rows = slot.rows or ()
            found += [
                Place(index, slot, row, y)
                for row in rows
                if y + row.reach[0] < bottom and y + row.reach[1] > top
            ]
        index += 1
    return found


def exact_place(column: Column, position: int) -> Place | None:
    """The row on which a position stands, if its paragraph is laid out."""
    return place_of(column, position) if _is_laid_out(column, position) else None


def exact_rectangles(column: Column, start: int, end: int) -> list[QRectF]:
    """The boxes of a range, as far as its paragraphs are laid out."""
    return [
        QRectF(
            column.left + left,
            place.top + place.row.box_top,
            right - left,
            place.row.box_bottom - place.row.box_top,
        )
        for place in exact_rows_of(column, start, end)
        for left, right in intervals_on(column, place, start, end)
    ]


def exact_chips(column: Column, top: float, bottom: float, *, chip_height: float) -> list[QRectF]:
    """The chips of the rows between two heights, as far as their paragraphs are laid out."""
    return [
        QRectF(column.left + chip.x, place.top + place.row.box_top - chip_height, chip.width, chip_height)
        for place in exact_rows(column, top, bottom)
        for chip in place.row.chips
    ]


def extent(column: Column, start: int, end: int) -> Interval:
    """From the top of a range's first line to the bottom of its last; else of their paragraphs."""
    stack = column.stack
    if not stack.slots:
        return 0.0, 0.0
    first, last = stack.index(start), stack.index(max(start, end - 1))
    upper, lower = exact_place(column, start), exact_place(column, max(start, end - 1))
    top = upper.top + upper.row.box_top if upper else stack.tops[first]
    bottom = lower.top + lower.row.box_bottom if lower else stack.tops[last + 1]
    return top, bottom


def _is_laid_out(column: Column, position: int) -> bool:
    return bool(column.stack.slots) and column.is_exact(column.stack.index(position))


def vertical(column: Column, position: int, *, step: int, x: float | None) -> tuple[int, float]:
    """The position one line up (-1) or down (1) nearest to `x` (default: the caret's own), and that `x`.

    At the first and last line the position goes to the start or end of the text.
    """
    place = place_of(column, position)
    if place is None:
        return position, 0.0
    x = caret_x(column, place, position) if x is None else x
    index, row = place.paragraph, place.row.number + step
    if not 0 <= row < len(place.slot.rows or ()):
        index += step
        if not 0 <= index < len(column.stack.slots):
            return (0 if step < 0 else len(column.paragraphs.text)), x
        column.lay_out(index)
        row = 0 if step > 0 else len(column.stack.slots[index].rows or ()) - 1
    slot = column.stack.slots[index]
    target = Place(index, slot, (slot.rows or ())[row], column.stack.tops[index])
    return _position(column, target, x), x


def line_range(column: Column, position: int) -> Range:
    """The start and the end of the line on which a position stands."""
    place = place_of(column, position)
    return (position, position) if place is None else row_range(column, place)


def row_range(column: Column, place: Place) -> Range:
    """The start and the end of a row in the text."""
    shape, slot = place.slot.shapes[place.row.number], place.slot
    offsets = column.paragraphs.offsets
    return offsets.code_point(slot.start16 + shape.start), offsets.code_point(slot.start16 + shape.end)


def first_line(column: Column, top: float) -> int | None:
    """Where the first line begins that lies wholly under a height, of paragraphs that are laid out."""
    below = (place for place in exact_rows(column, top, top + 500) if place.top + place.row.box_top >= top)
    place = next(below, None)
    return None if place is None else _start(column, place)


def line_top(column: Column, position: int) -> float:
    """The top of the boxes on the line of a position."""
    place = place_of(column, position)
    return place.top + place.row.box_top if place else 0.0


def visible_range(column: Column, top: float, bottom: float) -> Range:
    """The text whose lines are wholly between two heights; empty where none is."""
    first, last = place_at(column, QPointF(0, top)), place_at(column, QPointF(0, bottom))
    if first is None or last is None:
        return 0, 0
    start, end = row_range(column, first), row_range(column, last)
    is_cut_above = first.top + first.row.box_top < top
    is_cut_below = last.top + last.row.box_bottom > bottom
    return (start[1] if is_cut_above else start[0]), (end[0] if is_cut_below else end[1])


def _start(column: Column, place: Place) -> int:
    return column.paragraphs.offsets.code_point(
        place.slot.start16 + place.slot.shapes[place.row.number].start
    )


def _position(column: Column, place: Place, x: float) -> int:
    slot, index = place.slot, place.row.number
    borders = _borders16(column, slot, index)
    position16 = shaping.position(slot.lines[index], x, borders=borders, bidi=slot.bidi)
    return column.paragraphs.offsets.code_point(slot.start16 + position16)


def _borders16(column: Column, slot: Slot, index: int) -> list[int]:
    """The borders of graphemes on a line, the space at its end left out."""
    offsets, shape = column.paragraphs.offsets, slot.shapes[index]
    start = offsets.code_point(slot.start16 + shape.start)
    end = offsets.code_point(slot.start16 + shape.end)
    text = column.paragraphs.text[start:end]
    return [offsets.utf16(start + border) - slot.start16 for border in graphemes(text)]
