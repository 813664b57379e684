"""Where the caret, a selection's head and an edge go: by token and by grapheme, in text order. Pure.

Positions are code points; `step` is +1 onward and -1 back. Where there is nothing further, a position stays.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import Literal

from desktop.gui.article_view.hand import Selection, Side
from store.offsets import Range, graphemes, next_border, previous_border

Unit = Literal["token", "character"]
Step = Literal[1, -1]

_start = itemgetter(0)
_end = itemgetter(1)


def token_at(tokens: Sequence[Range], position: int) -> Range | None:
    """The token that holds the code point at `position`."""
    i = bisect_right(tokens, position, key=_start) - 1
    return tokens[i] if i >= 0 and position < tokens[i][1] else None


def moved(text: str, tokens: Sequence[Range], position: int, *, step: Step, unit: Unit) -> int:
    """Where the caret goes: to the start of the next or previous token, or over one grapheme."""
    if unit == "character":
        return _character(text, position, step)
    return _next(tokens, position, _start) if step > 0 else _previous(tokens, position, _start)


def extended(
    text: str, tokens: Sequence[Range], selection: Selection, *, step: Step, unit: Unit
) -> Selection:
    """The selection with its head moved: on over whole tokens, back to where it covers one token less.

    An empty result (head = anchor) means that nothing is selected any more.
    """
    anchor, head = selection.anchor, selection.head
    if unit == "character":
        return Selection(anchor, _character(text, head, step))
    if step > 0:
        new = _next(tokens, head, _end) if head >= anchor else min(anchor, _next(tokens, head, _start))
    else:
        new = (
            _previous(tokens, head, _start) if head <= anchor else max(anchor, _previous(tokens, head, _end))
        )
    return Selection(anchor, new)


def edged(text: str, tokens: Sequence[Range], span: Range, *, side: Side, step: Step, unit: Unit) -> Range:
    """The range with one edge moved; it stays as it is where it would become empty."""
    start, end = span
    place = start if side == "begin" else end
    if unit == "character":
        new = _character(text, place, step)
    else:
        border = _start if side == "begin" else _end
        new = _next(tokens, place, border) if step > 0 else _previous(tokens, place, border)
    moved_to = (new, end) if side == "begin" else (start, new)
    return moved_to if moved_to[0] < moved_to[1] else span


def nearest(tokens: Sequence[Range], position: int, side: Side) -> int:
    """The border at which an edge of that side can stand, nearest to a position."""
    if side == "begin":
        before, after = _previous(tokens, position + 1, _start), _next(tokens, position, _start)
    else:
        before, after = _previous(tokens, position, _end), _next(tokens, position - 1, _end)
    return before if position - before <= after - position else after


def _next(tokens: Sequence[Range], position: int, border: itemgetter) -> int:
    i = bisect_right(tokens, position, key=border)
    return border(tokens[i]) if i < len(tokens) else position


def _previous(tokens: Sequence[Range], position: int, border: itemgetter) -> int:
    i = bisect_left(tokens, position, key=border)
    return border(tokens[i - 1]) if i else position


def _character(text: str, position: int, step: Step) -> int:
    """One grapheme on or back. Only the words around are cut into graphemes: none reaches over a space."""
    left = max(text.rfind(" ", 0, max(0, position - 1)), text.rfind("\n", 0, max(0, position - 1)), 0)
    ends = [found for mark in " \n" if (found := text.find(mark, position + 1)) >= 0]
    borders = graphemes(text[left : min(ends, default=len(text)) + 1])
    here = position - left
    return left + (next_border(borders, here) if step > 0 else previous_border(borders, here))
