"""Letters beside what is on screen: typing them takes it in hand. Pure.

Most things get one letter, the keys under the fingers first. Where there are more than 26, the last letters
begin codes of two, and the nearest things keep one. Positions are code points of `Article.text`.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import product
from typing import Literal, NamedTuple

from desktop.gui.article_view.marks import Mark
from desktop.gui.article_view.scene import Scene
from desktop.gui.article_view.variants import unmarked
from store.offsets import Range

LETTERS = "FJDKSLAGHRUEIWOTVNCMPBXQZY"
"""The home row first, then what the strong fingers reach; Z and Y, which layouts exchange, last."""

Purpose = Literal["jump", "aim", "first", "last", "cue"]
"""What the place is taken for: in hand, as target, as first or last word of evidence, as cue."""

Entry = tuple[int, int, Mark | None]


class Hint(NamedTuple):
    """The letters of one place; `mark` is its box, None for words that are in none."""

    letters: str
    start: int
    end: int
    mark: Mark | None = None


class Hints(NamedTuple):
    """What can be taken, and the letters typed so far: none or the first of two.

    `since`: where the evidence begins whose last word is asked for.
    """

    places: tuple[Hint, ...]
    typed: str = ""
    purpose: Purpose = "jump"
    since: int = 0

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


def codes(count: int) -> list[str]:
    """`count` codes of one or two letters, none of which begins another; at most 676."""
    begins = next(n for n in range(len(LETTERS) + 1) if n == len(LETTERS) or count <= _room(n))
    single, double = LETTERS[: len(LETTERS) - begins], LETTERS[len(LETTERS) - begins :]
    return [*single, *map("".join, product(double, LETTERS))][:count]


def _room(begins: int) -> int:
    return len(LETTERS) - begins + begins * len(LETTERS)


def hinted(
    places: Sequence[Entry], ranks: Sequence[float] | None = None, *, purpose: Purpose = "jump"
) -> Hints:
    """The places with letters in reading order; where one letter is not enough, the lowest ranks have one.

    Targets have the letters under the fingers by rank instead. What is beyond two letters goes without.
    """
    order = sorted(range(len(places)), key=lambda n: ranks[n] if ranks else n)[: len(LETTERS) ** 2]
    letters = codes(len(order))
    singles = sum(len(it) == 1 for it in letters)
    if purpose != "aim":
        order = [*sorted(order[:singles]), *sorted(order[singles:])]
    code_of = dict(zip(order, letters, strict=True))
    found = [Hint(code_of[n], *place) for n, place in enumerate(places) if n in code_of]
    return Hints(tuple(found), purpose=purpose)


def jumps(scene: Scene, visible: Range, *, words: bool, near: int = 0) -> Hints:
    """Letters for all spans and suggestions that begin in the visible range, or for the words in none; those
    of a name that the model nearly suggested mean all of it.

    `near` is where one comes from: what is nearest to it, onwards first, gets the shorter codes.
    """
    if not words:
        boxes = _boxes(scene, visible)
        return hinted(boxes, [distance(place[0], near) for place in boxes])
    found = _words(scene, visible)
    # A part of a span that is decided or of a longer name is seldom meant: it gets the longer codes.
    ranks = [distance(word[0], near) + (len(scene.text) * 2 if is_part else 0) for word, is_part in found]
    return hinted([(*word, None) for word, _ in found], ranks)


def distance(start: int, near: int) -> float:
    """How far a place is from where one comes; what lies behind counts twice."""
    return start - near if start >= near else 2 * (near - start)


def _boxes(scene: Scene, visible: Range) -> list[Entry]:
    start, end = visible
    marks = scene.meeting(start, end)
    return [(mark.start, mark.end, mark) for mark in in_order(mark for mark in marks if mark.start >= start)]


def in_order(marks: Iterable[Mark]) -> list[Mark]:
    """Marks as they are read: the outer one first where several begin together."""
    return sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.is_suggestion, mark.id))


def _words(scene: Scene, visible: Range) -> list[tuple[Range, bool]]:
    """The tokens that look like names: those in no box and, where spans may nest, parts (True) of own."""
    tokens = scene.segmentation.tokens
    first, last = (bisect_left(tokens, (position, position)) for position in visible)
    names = (token for token in tokens[first:last] if _is_like_a_name(scene.text[slice(*token)]))
    around = ((token, scene.at(token[0])) for token in names)
    nested = scene.codebook.nested
    whole = {it.start: (it.start, it.end) for it in unmarked(scene)}
    inside = {token for it in whole.values() for token in scene.tokens_in(*it) if token[0] != it[0]}
    return [
        (whole.get(token[0], token), bool(marks) or token in inside)
        for token, marks in around
        if not marks or (nested and not any(_settles(mark, token) for mark in marks))
    ]


def _settles(mark: Mark, token: Range) -> bool:
    """Whether nothing is to be marked at a token: it has a box of its own, or is in one to decide."""
    return mark.is_suggestion or (mark.start, mark.end) == token


def _is_like_a_name(word: str) -> bool:
    """A capital in it; in scripts that have none, any letter."""
    return any(it.isupper() or it.istitle() or (it.isalpha() and it.lower() == it.upper()) for it in word)
