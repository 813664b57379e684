"""The paragraphs of a document one under the other: what each is known to be, and where it stands."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtGui import QTextLine

from desktop.gui.article_view.layout import Metrics, Row, Shape, estimated_height


class Slot:
    """One paragraph. Its height is an estimate until `rows` are made; `lines` are Qt's, for one `width`."""

    __slots__ = (
        "bidi",
        "end",
        "height",
        "lines",
        "metrics",
        "rows",
        "rtl",
        "shapes",
        "start",
        "start16",
        "width",
    )

    def __init__(self, start: int, end: int, start16: int, metrics: Metrics) -> None:
        self.start = start
        self.end = end
        self.start16 = start16
        self.metrics = metrics
        self.height = 0.0
        self.width = 0.0
        self.bidi = self.rtl = False
        self.lines: list[QTextLine] = []
        self.shapes: list[Shape] = []
        self.rows: tuple[Row, ...] | None = None

    def is_broken(self, width: float) -> bool:
        """Whether it is broken into lines for this width."""
        return bool(self.lines) and self.width == width

    def row(self, position16: int) -> int:
        """The row on which a position of this paragraph (UTF-16) stands; a line's start belongs to it."""
        return max(0, bisect_right(self.shapes, position16, key=lambda shape: shape.start) - 1)

    def row_at(self, y: float) -> int:
        """The row at a height from the paragraph's top, else the first or the last."""
        rows = self.rows or ()
        return max(0, min(len(rows) - 1, bisect_right(rows, y, key=lambda row: row.top) - 1))


class Stack:
    """All slots, and the height at which each begins."""

    def __init__(self, slots: Sequence[Slot] = (), *, top: float = 0.0) -> None:
        self.slots = slots
        self.top = top
        self.tops: list[float] = [top]
        self.settle()

    def estimate(self, width: float) -> None:
        """Gives every slot that is not broken for this width an estimated height."""
        for slot in self.slots:
            if not slot.is_broken(width):
                characters = slot.end - slot.start
                slot.height = estimated_height(characters, width=width, metrics=slot.metrics)
        self.settle()

    def settle(self) -> None:
        """Works out where each slot begins."""
        self.tops = list(accumulate((slot.height for slot in self.slots), initial=self.top))

    @property
    def bottom(self) -> float:
        """Where the last slot ends."""
        return self.tops[-1]

    def index_at(self, y: float) -> int:
        """The slot at a height; what is over the first or under the last is theirs."""
        return max(0, min(len(self.slots) - 1, bisect_right(self.tops, y) - 1))

    def index(self, position: int) -> int:
        """The slot that holds a position (code points)."""
        return max(0, bisect_right(self.slots, position, key=lambda slot: slot.start) - 1)

    def between(self, start: int, end: int) -> range:
        """The slots that share a character with `[start, end)`, or hold the position where it is empty."""
        return range(self.index(start), self.index(max(start, end - 1)) + 1)
