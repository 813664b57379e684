"""An article's text as a document of paragraphs: what is displayed, where it starts, which way it runs."""

import re
from bisect import bisect_right
from unicodedata import bidirectional

from store.offsets import Offsets, display_copy

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Blocks of right-to-left scripts and the controls that turn the direction."""

_STRONG = ("L", "R", "AL")


def is_bidi(text: str) -> bool:
    """Whether some of the text runs from right to left, so that one range may be seen as several pieces."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def is_rtl(text: str) -> bool:
    """Whether the paragraph runs from right to left: its first strong character decides (UAX #9, P2)."""
    if not is_bidi(text):
        return False
    return next((kind != "L" for kind in map(bidirectional, text) if kind in _STRONG), False)


class Paragraphs:
    """The displayed copy of a text, cut at its line feeds.

    Copy and text are equally long in code points and in UTF-16 units, so positions translate by `offsets`.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.display = display_copy(text)
        self.offsets = Offsets(text)
        self.starts = [0, *(match.end() for match in re.finditer("\n", self.display))]

    def __len__(self) -> int:
        return len(self.starts)

    def end(self, index: int) -> int:
        """Where paragraph `index` ends, its line feed not counted."""
        return self.starts[index + 1] - 1 if index + 1 < len(self.starts) else len(self.display)

    def shown(self, index: int) -> str:
        """What is displayed of paragraph `index`."""
        return self.display[self.starts[index] : self.end(index)]

    def index(self, position: int) -> int:
        """The paragraph that holds `position`; a line feed belongs to the paragraph before it."""
        return bisect_right(self.starts, position) - 1

    def between(self, start: int, end: int) -> range:
        """The paragraphs that share a character with `[start, end)`."""
        return range(self.index(start), self.index(max(start, end - 1)) + 1)

    def is_rtl(self, position: int) -> bool:
        """Whether the paragraph at `position` runs from right to left."""
        return is_rtl(self.shown(self.index(position)))
