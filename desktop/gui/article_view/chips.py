"""Fits the labels of one line into the row over it, which has one height whatever stands there.

Lengths are logical pixels along the line, in the direction in which its paragraph runs.
"""

from collections.abc import Sequence
from typing import NamedTuple

from desktop.gui.article_view.marks import Mark

GAP = 2.0
SLACK = 3.0
"""Boxes stand out a little over their text; neighbours that share no more than that do not overlap."""
FAR = 0.6
"""By so much of its width a whole chip may begin behind the beginning of a box that it does not fit over."""

Interval = tuple[float, float]


class Chip(NamedTuple):
    """The label of a mark, over the line where the mark begins.

    `form` counts how often it was shortened; `whole` is where it stands when it is not, on top of others.
    """

    mark: Mark
    x: float
    width: float
    form: int
    whole: Interval


class Wanted(NamedTuple):
    """A chip over a box from `begin` to `end`; `widths` are those of its forms, whole first, a tick last."""

    begin: float
    end: float
    widths: Sequence[float]


class Fitted(NamedTuple):
    """Where a chip begins, and in which form."""

    x: float
    form: int


def fit(wanted: Sequence[Wanted], *, room: Interval) -> list[Fitted]:
    """A place for each chip, in the order given (that of their boxes' begins, inner boxes first).

    Every chip stands over the beginning of its box or beside the one before. Chips of boxes that overlap may
    go on as far as there is room; one that would come too far from a box of its own makes those that push it
    shorter, the widest first. Only ticks that still find no room lie on one another.
    """
    row = _Row(wanted, room)
    while (crowd := row.crowd()) is not None:
        row.shorten(*crowd)
    return [Fitted(x, form) for x, form in zip(row.places, row.forms, strict=True)]


class _Row:
    """Chips while they are fitted. `loose` are the ticks that take no room of their own."""

    def __init__(self, wanted: Sequence[Wanted], room: Interval) -> None:
        self.wanted = wanted
        self.forms = [0] * len(wanted)
        self.loose: set[int] = set()
        self._low, self._high = room
        self._bounds = [self._bound(index) for index in range(len(wanted))]
        self.places = self._lined_up()

    def crowd(self) -> tuple[range, int] | None:
        """Those that push one too far from its box, and the last of them all; None where each is near."""
        for index, (x, (nearest, furthest)) in enumerate(zip(self.places, self._bounds, strict=True)):
            if index not in self.loose:
                if x > furthest:
                    return range(self._pushed_from(index), index), index
                if x < nearest:
                    last = self._pushed_to(index)
                    return range(index, last + 1), last
        return None

    def shorten(self, crowd: range, last: int) -> None:
        """Shortens the widest; where all are ticks already, the last one gives up its room."""
        able = [k for k in crowd if k not in self.loose and self.forms[k] < self._tick(k)]
        # Of those equally wide the outer one: what it holds says more about the words.
        widest = max(reversed(able), key=self._width, default=None)
        if widest is not None:
            self.forms[widest] += 1
        else:
            self.forms[last] = self._tick(last)
            self.loose.add(last)
        self.places = self._lined_up()

    def _tick(self, index: int) -> int:
        return len(self.wanted[index].widths) - 1

    def _width(self, index: int) -> float:
        return self.wanted[index].widths[self.forms[index]]

    def _bound(self, index: int) -> Interval:
        """How far a chip may be moved to either side."""
        begin, end, widths = self.wanted[index]
        low = min(begin, self._low)
        follows = index > 0 and begin + SLACK < self.wanted[index - 1].end
        leads = index + 1 < len(self.wanted) and self.wanted[index + 1].begin + SLACK < end
        furthest = self._high if follows else max(end - widths[0], begin + widths[0] * FAR)
        return low if leads else max(low, begin - widths[0]), furthest

    def _lined_up(self) -> list[float]:
        """One beside the other from the left, then back from the end of the room."""
        places: list[float] = []
        taken = float("-inf")
        for index, item in enumerate(self.wanted):
            places.append(max(item.begin, taken))
            if index not in self.loose:
                taken = places[index] + self._width(index) + GAP
        limit = self._high
        for index in reversed(range(len(places))):
            if index not in self.loose:
                places[index] = min(places[index], limit - self._width(index))
                limit = places[index] - GAP
        for index in sorted(self.loose):
            # A loose tick lies on the one before it.
            places[index] = places[index - 1]
        return places

    def _pushed_from(self, index: int) -> int:
        """The first one, not loose, that stands in an unbroken row before this one."""
        first = index
        for k in reversed(range(index)):
            if k not in self.loose:
                if self.places[first] > self.places[k] + self._width(k) + GAP + 0.01:
                    break
                first = k
        return first

    def _pushed_to(self, index: int) -> int:
        """The last one, not loose, that stands in an unbroken row behind this one."""
        last = index
        for k in range(index + 1, len(self.places)):
            if k not in self.loose:
                if self.places[k] > self.places[last] + self._width(last) + GAP + 0.01:
                    break
                last = k
        return last
