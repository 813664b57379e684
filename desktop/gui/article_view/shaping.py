"""What Qt knows about a broken line: where a range stands, and which position is under a point.

Positions are UTF-16 units in the paragraph. Where directions mix, a range is the merged rectangles of its
glyph runs, which is what Qt's own selection paints; `cursorToX` is wrong at the borders of directions.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtGui import QTextLine

from desktop.gui.article_view.layout import Interval

_NOTHING = 0.01


class Cell(NamedTuple):
    """One grapheme as it is seen: its place on the line and the positions before and behind it."""

    left: float
    right: float
    start: int
    end: int
    rtl: bool


def intervals(line: QTextLine, start: int, end: int, *, bidi: bool) -> list[Interval]:
    """The visual intervals of a range on a line, from the left."""
    if not bidi:
        a, b = x_of(line, start), x_of(line, end)
        return [(a, b)] if a <= b else [(b, a)]
    found: list[Interval] = []
    for left, right, _ in sorted(_runs(line, start, end)):
        if found and left <= found[-1][1] + 0.75:
            found[-1] = (found[-1][0], max(right, found[-1][1]))
        else:
            found.append((left, right))
    return found


def position(line: QTextLine, x: float, *, borders: Sequence[int], bidi: bool) -> int:
    """The border of graphemes that is nearest to `x`; `borders` are those of the line."""
    if not bidi:
        return _nearest(line, x, borders)
    cells = visual_cells(line, borders)
    if not cells:
        return line.textStart()
    cell = min(cells, key=lambda cell: max(cell.left - x, x - cell.right, 0))
    is_before = (x < (cell.left + cell.right) / 2) != cell.rtl
    return cell.start if is_before else cell.end


def visual_cells(line: QTextLine, borders: Sequence[int]) -> list[Cell]:
    """The graphemes of a line from the left; those without a width are left out."""
    cells: list[Cell] = []
    for start, end in pairwise(borders):
        if runs := _runs(line, start, end):
            left, right = min(run[0] for run in runs), max(run[1] for run in runs)
            cells.append(Cell(left, right, start, end, runs[0][2]))
    return sorted(cells)


def x_of(line: QTextLine, position: int) -> float:
    """Where a position is on a line that runs in one direction."""
    x, _ = line.cursorToX(position)  # pyright: ignore[reportGeneralTypeIssues] (a pair, whatever the stub says)
    return x


def _nearest(line: QTextLine, x: float, borders: Sequence[int]) -> int:
    """Left to right: Qt finds the place, but not that behind the last character of a wrapped line."""
    found = line.xToCursor(x)
    if len(borders) > 1 and found == borders[-2]:
        left, right = x_of(line, borders[-2]), x_of(line, borders[-1])
        return borders[-1] if x > (left + right) / 2 else borders[-2]
    # Inside a grapheme (Qt and Unicode may disagree) counts as before it.
    return borders[max(0, bisect_right(borders, found) - 1)]


def _runs(line: QTextLine, start: int, end: int) -> list[tuple[float, float, bool]]:
    boxes = [(run.boundingRect(), run.isRightToLeft()) for run in line.glyphRuns(start, end - start)]
    return [(box.left(), box.right(), rtl) for box, rtl in boxes if box.width() > _NOTHING]
