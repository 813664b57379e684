"""How another program may have counted the positions of a text (pure): the words beside them tell.

As code points or as UTF-16 units, and a CR LF as two characters or as one.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import product

from store.offsets import Offsets

Count = Callable[[int], int]
"""Another program's position as code points. Raises IndexError outside of the text."""

Told = tuple[int, int, str]
"""A range as a file has it, and the words beside it: those that it holds, or the first of them."""


def ways(text: str, *, utf16: bool = False, short: bool = False) -> list[Count]:
    """The ways to count that differ in this text. The first one is the usual: in UTF-16 units (`utf16`) or
    code points, with a CR LF as one character (`short`) or two.
    """
    breaks = [i for i in range(len(text) - 1) if text.startswith("\r\n", i)] if "\r\n" in text else []
    before = [at - number for number, at in enumerate(breaks)]
    joined, whole = Offsets(text.replace("\r\n", "\n")), Offsets(text)
    ends = [short, not short] if breaks else [False]
    units = [utf16, not utf16] if whole.utf16_length > whole.length else [False]

    def way(*, in_units: bool, one: bool) -> Count:
        def count(position: int) -> int:
            counting = joined if one else whole
            place = counting.code_point(position) if in_units else position
            if not 0 <= place <= counting.length:
                raise IndexError(position)
            return place + bisect_left(before, place) if one else place

        return count

    return [way(in_units=in_units, one=one) for in_units, one in product(units, ends)]


def counted(text: str, told: Sequence[Told], possible: Sequence[Count]) -> Count:
    """The way that fits most of the words; the first one where none fits better."""
    if len(possible) == 1:
        return possible[0]
    return max(possible, key=lambda it: sum(_fits(text, one, it) for one in told))


def _fits(text: str, told: Told, count: Count) -> bool:
    start, end, words = told
    called = " ".join(words.rstrip(".… ").split())
    try:
        selected = " ".join(text[count(start) : count(end)].split())
    except IndexError:
        return False
    return bool(called) and selected.startswith(called)
