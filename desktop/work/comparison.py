"""The agreement of readers as values that travel to a window: names, floats and words."""

from msgspec import Struct

Figures = dict[str, float | None]
"""Values by name, None where the data do not define them."""


class Differing(Struct, frozen=True):
    """A difference with the words that stand there; `[start, end)` in code points."""

    article: int
    title: str
    start: int
    end: int
    words: str
    kind: str
    what: str
    first: str
    second: str


class ComparedPair(Struct, frozen=True):
    """Two readers: how many articles both have read, figures, the labels of matched stances, differences."""

    first: str
    second: str
    articles: int
    matched: int
    figures: Figures
    labels: tuple[str, ...]
    matrix: tuple[tuple[int, ...], ...]
    differences: tuple[Differing, ...]


class Guarded(Struct, frozen=True):
    """A reader with suggestions and without: articles, suggestions, those said (see `store.guard`).

    `chance` is None where there is nothing to compare.
    """

    reader: str
    aided: tuple[int, int, int]
    unaided: tuple[int, int, int]
    chance: float | None
    warns: bool


class Comparison(Struct, frozen=True):
    """All readers together and each two of them. `unfinished`: sets in progress count, too."""

    readers: tuple[str, ...]
    articles: int
    figures: Figures
    pairs: tuple[ComparedPair, ...]
    unfinished: bool
    guards: tuple[Guarded, ...] = ()
