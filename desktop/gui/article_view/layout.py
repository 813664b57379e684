"""Where the lines, boxes and chips of one paragraph go. Pure geometry: widths are asked for, nothing drawn.

All coordinates are logical pixels from the paragraph's top and the column's left edge; positions in a
paragraph are UTF-16 units, as Qt counts them. Every line has a lane for chips above it, whether it has chips
or not, and boxes grow into the room between lines: `rows` gives the lines their heights before anything is
known of marks, and `decorate` fits boxes and chips into them. So no mark ever moves the text.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from desktop.gui.article_view.chips import Chip, Wanted, fit
from desktop.gui.article_view.marks import Mark
from store.spans import levels

PAD = 2.0
"""How much a box stands out on each side over the box it holds, where there is room for all levels."""
SHARED = 0.25
"""How much of a lane belongs to the boxes of the line above it, the rest to those of its own line."""

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


class Row(NamedTuple):
    """A line with what is drawn on it, the `number`th of its paragraph.

    `top` and `bottom` bound lane, text and gap; `text_y` is the text's top. `box_top` and `box_bottom` are
    those of a box that holds no other; each level stands out by `over` and `under`. `reach` is the vertical
    extent of all that may be drawn.
    """

    number: int
    top: float
    bottom: float
    text_y: float
    baseline: float
    box_top: float
    box_bottom: float
    reach: Interval
    pieces: tuple[Piece, ...] = ()
    chips: tuple[Chip, ...] = ()
    over: float = PAD
    under: float = PAD

    def extent(self, level: int) -> Interval:
        """Top and bottom of a box of this level."""
        return self.box_top - level * self.over, self.box_bottom + level * self.under


class Measure(NamedTuple):
    """Asks for widths: of a range on a line, and of the forms of a mark's chip, whole first (none: it has
    no chip). `width` is the column's.
    """

    intervals: Callable[[int, int, int], Sequence[Interval]]
    chip_widths: Callable[[Mark], Sequence[float]]
    width: float
    rtl: bool


def estimated_height(characters: int, *, width: float, metrics: Metrics) -> float:
    """The height of a paragraph that was not broken into lines yet."""
    lines = max(1, -int(-characters * metrics.char_width * 1.04 // width))
    return lines * metrics.pitch + metrics.paragraph_gap


def rows(shapes: Sequence[Shape], metrics: Metrics) -> tuple[Row, ...]:
    """The rows of a paragraph, from the top, without anything on them."""
    made: list[Row] = []
    top = 0.0
    for number, shape in enumerate(shapes):
        made.append(_row(number, top, shape, metrics))
        top = made[-1].bottom
    return tuple(made)


def decorate(
    bare: Sequence[Row],
    shapes: Sequence[Shape],
    placed: Sequence[Placed],
    *,
    metrics: Metrics,
    measure: Measure,
) -> tuple[Row, ...]:
    """The rows with boxes and chips instead of those they have; their places stay."""
    # What was rejected is drawn only where there is room: showing it moves nothing.
    rejected = [item for item in placed if item.mark.look == "rejected"]
    standing = [item for item in placed if item.mark.look != "rejected"] if rejected else placed
    level_of = [*levels([(item.start, item.end) for item in standing]), *[0] * len(rejected)]
    placed = [*standing, *rejected]
    made: list[Row] = []
    for row, shape in zip(bare, shapes, strict=True):
        pieces = _pieces(row.number, shape, placed, level_of, measure)
        if not pieces:
            made.append(row._replace(pieces=(), chips=(), over=PAD, under=PAD))
            continue
        over, under = _steps(pieces, metrics)
        chips = _chips(pieces, measure)
        made.append(row._replace(pieces=pieces, chips=chips, over=over, under=under))
    return tuple(made)


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


def _steps(pieces: Sequence[Piece], metrics: Metrics) -> Interval:
    """How far each level stands out over and under the one in it: less where many share the room."""
    deepest = max((piece.level for piece in pieces), default=0) or 1
    over = metrics.lane * (1 - SHARED)
    under = metrics.gap + metrics.lane * SHARED
    return min(PAD, over / deepest), min(PAD, under / deepest)


def _chips(pieces: Sequence[Piece], measure: Measure) -> tuple[Chip, ...]:
    """Chips over the beginnings; in a paragraph that runs from right to left everything is mirrored."""
    wanted: list[tuple[float, int, Wanted, Mark]] = []
    for piece in pieces:
        widths = measure.chip_widths(piece.mark) if piece.begins else ()
        if widths:
            left, right = piece.intervals[0][0], piece.intervals[-1][1]
            near, far = (-right, -left) if measure.rtl else (left, right)
            overhang = 1 + piece.level * PAD / 2
            wanted.append((near, piece.level, Wanted(near - overhang, far + overhang, widths), piece.mark))
    # Of boxes that begin together the inner one comes first: the outer one is longer and can give way.
    wanted.sort(key=lambda item: item[:2])
    standing = [item for item in wanted if item[3].look != "rejected"]
    room = (-measure.width, 0.0) if measure.rtl else (0.0, measure.width)
    fitted = fit([item for _, _, item, _ in standing], room=room)
    chips = [
        _chip(mark, item, x, form, room)
        for (_, _, item, mark), (x, form) in zip(standing, fitted, strict=True)
    ]
    for _, _, item, mark in (item for item in wanted if item[3].look == "rejected"):
        if all(it.x + it.width <= item.begin or it.x >= item.begin + item.widths[0] for it in chips):
            chips.append(_chip(mark, item, item.begin, 0, room))
    return tuple(map(_mirrored, chips) if measure.rtl else chips)


def _chip(mark: Mark, item: Wanted, x: float, form: int, room: Interval) -> Chip:
    whole = max(min(x, room[1] - item.widths[0]), min(x, room[0])) if form else x
    return Chip(mark, x, item.widths[form], form, (whole, whole + item.widths[0]))


def _mirrored(chip: Chip) -> Chip:
    return chip._replace(x=-chip.x - chip.width, whole=(-chip.whole[1], -chip.whole[0]))


def _row(number: int, top: float, shape: Shape, metrics: Metrics) -> Row:
    # Glyphs of a fallback font may reach further; the air inside the font's own ascent is not needed twice.
    up = max(metrics.up, shape.ascent - (metrics.ascent - metrics.up))
    down = max(metrics.down, shape.descent - (metrics.descent - metrics.down))
    baseline = round(top + metrics.lane + up)
    bottom = round(baseline + down + metrics.gap)
    return Row(
        number,
        top,
        bottom,
        text_y=baseline - shape.ascent,
        baseline=baseline,
        box_top=baseline - up,
        box_bottom=baseline + down,
        reach=(top - 2 * PAD, bottom + metrics.lane * SHARED + 2 * PAD),
    )
