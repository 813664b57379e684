"""Where the lines, boxes and chips of one paragraph go. Pure geometry: widths are asked for, nothing drawn.

All coordinates are logical pixels from the paragraph's top and the column's left edge; positions in a
paragraph are UTF-16 units, as Qt counts them. Every line has a lane for chips above it, whether it has chips
or not, and boxes grow into the room between lines, so that a box never moves the text; only what finds no
room there does.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from desktop.gui.article_view.marks import Mark
from store.spans import levels

PAD = 2.0
"""How much a box stands out on each side over the box it holds."""
FREE_LEVELS = 2
"""Levels of boxes for which there is room between lines."""
CHIP_GAP = 2.0

Interval = tuple[float, float]


class Metrics(NamedTuple):
    """Heights and widths of one font, in pixels.

    `up` and `down`: how far a box reaches over and under the baseline.
    """

    ascent: float
    descent: float
    up: float
    down: float
    lane: float
    gap: float
    paragraph_gap: float
    char_width: float

    @property
    def pitch(self) -> float:
        """From line to line."""
        return self.lane + self.up + self.down + self.gap


class Shape(NamedTuple):
    """A line as it was broken: its range without the space at its end, and how far its glyphs reach."""

    start: int
    end: int
    ascent: float
    descent: float


class Placed(NamedTuple):
    """The part of a mark in this paragraph, and whether the mark begins and ends in it."""

    mark: Mark
    start: int
    end: int
    begins: bool
    ends: bool


class Piece(NamedTuple):
    """The part of a mark on one line: one interval, or several where directions mix."""

    mark: Mark
    level: int
    intervals: tuple[Interval, ...]
    begins: bool
    ends: bool


class Chip(NamedTuple):
    """The label of a mark, over the line where the mark begins."""

    mark: Mark
    x: float
    width: float
    lane: int


class Row(NamedTuple):
    """A line with what is drawn on it, the `number`th of its paragraph.

    `top` and `bottom` bound lane, text and gap; `text_y` is the text's top. `reach` is the vertical extent of
    all that is drawn, outer boxes too.
    """

    number: int
    top: float
    bottom: float
    text_y: float
    baseline: float
    box_top: float
    box_bottom: float
    pieces: tuple[Piece, ...]
    chips: tuple[Chip, ...]
    reach: Interval


class Measure(NamedTuple):
    """Asks for widths: of a range on a line, and of a mark's chip (0: it has none)."""

    intervals: Callable[[int, int, int], Sequence[Interval]]
    chip_width: Callable[[Mark], float]
    rtl: bool


def estimated_height(characters: int, *, width: float, metrics: Metrics) -> float:
    """The height of a paragraph that was not broken into lines yet."""
    lines = max(1, -int(-characters * metrics.char_width * 1.04 // width))
    return lines * metrics.pitch + metrics.paragraph_gap


def decorate(
    shapes: Sequence[Shape], placed: Sequence[Placed], *, metrics: Metrics, measure: Measure
) -> tuple[Row, ...]:
    """The rows of a paragraph, from the top."""
    # What was rejected is drawn only where there is room: showing it moves nothing.
    rejected = [item for item in placed if item.mark.look == "rejected"]
    standing = [item for item in placed if item.mark.look != "rejected"] if rejected else placed
    level_of = [*levels([(item.start, item.end) for item in standing]), *[0] * len(rejected)]
    placed = [*standing, *rejected]
    rows: list[Row] = []
    top = 0.0
    for index, shape in enumerate(shapes):
        pieces = _pieces(index, shape, placed, level_of, measure)
        chips = _chips(pieces, measure)
        row = _row(Row(index, top, 0, 0, 0, 0, 0, pieces, chips, (0, 0)), shape, metrics)
        rows.append(row)
        top = row.bottom
    return tuple(rows)


def height(rows: Sequence[Row], metrics: Metrics) -> float:
    """The height of a paragraph with these rows, the gap behind it counted."""
    return rows[-1].bottom + metrics.paragraph_gap if rows else metrics.pitch + metrics.paragraph_gap


def _pieces(
    index: int, shape: Shape, placed: Sequence[Placed], level_of: Sequence[int], measure: Measure
) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for item, level in zip(placed, level_of, strict=True):
        start, end = max(item.start, shape.start), min(item.end, shape.end)
        if start < end and (intervals := measure.intervals(index, start, end)):
            begins = item.begins and item.start >= shape.start
            ends = item.ends and item.end <= shape.end
            pieces.append(Piece(item.mark, level, tuple(intervals), begins, ends))
    # Outer boxes are drawn first, so that what they hold stays visible.
    return tuple(sorted(pieces, key=lambda piece: -piece.level))


def _chips(pieces: Sequence[Piece], measure: Measure) -> tuple[Chip, ...]:
    """Chips over the beginnings; in a paragraph that runs from right to left everything is mirrored."""
    wanted: list[tuple[float, int, tuple[float, float, float], Mark]] = []
    for piece in pieces:
        width = measure.chip_width(piece.mark) if piece.begins else 0
        if width:
            left, right = piece.intervals[0][0], piece.intervals[-1][1]
            near, far = (-right, -left) if measure.rtl else (left, right)
            overhang = 1 + piece.level * PAD / 2
            wanted.append((near, piece.level, (near - overhang, far + overhang, width), piece.mark))
    # Of boxes that begin together the inner one comes first: the outer one is longer and can give way.
    wanted.sort(key=lambda item: item[:2])
    standing = [item for item in wanted if item[3].look != "rejected"]
    places = place_chips([box for _, _, box, _ in standing])
    placed = [
        (mark, x, width, lane)
        for (_, _, (_, _, width), mark), (x, lane) in zip(standing, places, strict=True)
    ]
    for _, _, (begin, _, width), mark in (item for item in wanted if item[3].look == "rejected"):
        if all(lane or x + w <= begin or x >= begin + width for _, x, w, lane in placed):
            placed.append((mark, begin, width, 0))
    return tuple(Chip(mark, -x - width if measure.rtl else x, width, lane) for mark, x, width, lane in placed)


def place_chips(wanted: Sequence[tuple[float, float, float]]) -> list[tuple[float, int]]:
    """A place `(x, lane)` for each chip of `(box begin, box end, chip width)`, in order of their begins.

    A chip moves along its own box, or a little further, before it takes a higher lane: one lane is always
    there, a second one would push the text down.
    """
    ends: list[float] = []
    places: list[tuple[float, int]] = []
    for begin, end, width in wanted:
        furthest = max(end - width, begin + width * 0.6)
        lane = next((i for i, taken in enumerate(ends) if max(begin, taken) <= furthest), len(ends))
        if lane == len(ends):
            ends.append(begin)
        x = max(begin, ends[lane])
        ends[lane] = x + width + CHIP_GAP
        places.append((x, lane))
    return places


def _row(row: Row, shape: Shape, metrics: Metrics) -> Row:
    """The row with its heights, from its top and what is on it."""
    lanes = max((chip.lane for chip in row.chips), default=0) + 1
    level = max((piece.level for piece in row.pieces), default=0)
    deep, over = PAD * max(0, level - FREE_LEVELS), PAD * (level + 2)
    # Glyphs of a fallback font may reach further; the air inside the font's own ascent is not needed twice.
    up = max(metrics.up, shape.ascent - (metrics.ascent - metrics.up))
    down = max(metrics.down, shape.descent - (metrics.descent - metrics.down))
    baseline = round(row.top + lanes * metrics.lane + deep + up)
    bottom = round(baseline + down + deep + metrics.gap)
    return row._replace(
        bottom=bottom,
        text_y=baseline - shape.ascent,
        baseline=baseline,
        box_top=baseline - up,
        box_bottom=baseline + down,
        reach=(row.top - over, max(bottom, baseline + down + over)),
    )
