"""How good one reader is by another's readings, as values that travel to a window."""

from msgspec import Struct

from desktop.work.comparison import ComparedPair

Interval = tuple[float, float]


class Rating(Struct, frozen=True):
    """A label ("": all together): how many were found and are there; precision, recall and F1 (0…1; None:
    nothing to say), strict and partial, and the 95 % interval of the strict F1.
    """

    label: str
    found: int
    true: int
    strict: tuple[float | None, float | None, float | None]
    partial: tuple[float | None, float | None, float | None]
    interval: Interval | None


class Judgement(Struct, frozen=True):
    """`pair` holds the two readers (what is judged first), what was found for what (`matrix`, rows found,
    columns true), and every error. `readers` are all that there are; models come last. `left_out` are the
    labels that do not count, since the project does not suggest them; `learnt` is how many articles do not,
    since what is judged has learnt from them, and `may_know` says that it may have learnt from others, too.
    """

    readers: tuple[str, ...]
    pair: ComparedPair
    ratings: tuple[Rating, ...]
    unfinished: bool
    left_out: tuple[str, ...] = ()
    learnt: int = 0
    may_know: bool = False
