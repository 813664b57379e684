"""Letters beside what is on screen: typing them takes it in hand. Pure.

One letter each up to 26 things, two beyond, in reading order; the keys under the fingers come first.
Positions are code points of `Article.text`.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from desktop.gui.article_view.marks import Mark
from desktop.gui.article_view.scene import Scene
from store.offsets import Range

LETTERS = "FJDKSLAGHRUEIWOTVNCMPBXQZY"
"""The home row first, then what the strong fingers reach; Z and Y, which layouts exchange, last."""


class Hint(NamedTuple):
    """The letters of one place; `mark` is its box, None for a word that is in none."""

    letters: str
    start: int
    end: int
    mark: Mark | None = None


class Hints(NamedTuple):
    """What can be jumped to, and the letters typed so far: none or the first of two."""

    places: tuple[Hint, ...]
    typed: str = ""

    @property
    def open(self) -> tuple[Hint, ...]:
        """The places that the typed letters may still mean."""
        return tuple(hint for hint in self.places if hint.letters.startswith(self.typed))

    def after(self, letter: str) -> "Hints | Hint | None":
        """One letter more: the place that is meant, the places that are left, or nothing."""
        further = self._replace(typed=self.typed + letter)
        left = further.open
        if left and left[0].letters == further.typed:
            return left[0]
        return further if left else None


def hinted(places: Sequence[tuple[int, int, Mark | None]]) -> Hints:
    """The places in their order with letters; what is beyond two letters goes without."""
    length = 1 if len(places) <= len(LETTERS) else 2
    codes = map("".join, product(LETTERS, repeat=length))
    return Hints(tuple(Hint(code, *place) for code, place in zip(codes, places, strict=False)))


def jumps(scene: Scene, visible: Range, *, words: bool) -> Hints:
    """Letters for all spans and suggestions that begin in the visible range, or for the words in none."""
    return hinted(
        [(start, end, None) for start, end in _words(scene, visible)] if words else _boxes(scene, visible)
    )


def _boxes(scene: Scene, visible: Range) -> list[tuple[int, int, Mark | None]]:
    start, end = visible
    marks = [*scene.own.meeting(start, end), *scene.suggested.meeting(start, end)]
    marks = sorted(
        (mark for mark in marks if mark.start >= start),
        key=lambda mark: (mark.start, -mark.end, mark.is_suggestion, mark.id),
    )
    return [(mark.start, mark.end, mark) for mark in marks]


def _words(scene: Scene, visible: Range) -> list[Range]:
    """The tokens that look like names and are in no box."""
    tokens = scene.segmentation.tokens
    first, last = (bisect_left(tokens, (position, position)) for position in visible)
    return [
        token
        for token in tokens[first:last]
        if _is_like_a_name(scene.text[slice(*token)]) and not scene.at(token[0])
    ]


def _is_like_a_name(word: str) -> bool:
    """A capital in it; in scripts that have none, any letter."""
    return any(it.isupper() or it.istitle() or (it.isalpha() and it.lower() == it.upper()) for it in word)
