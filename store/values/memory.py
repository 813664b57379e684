"""What was decided about names before, and what follows from it for an article."""

from msgspec import Struct

from store.offsets import Range
from store.values.marks import Evidence, Withheld


class Recalled(Struct, frozen=True):
    """A span that memory suggests, before it has a row; `score` is its probability."""

    start: int
    end: int
    label: str
    score: float
    evidence: Evidence


class Memo(Struct, frozen=True):
    """What memory says of an article: what it suggests, what it speaks against, and no longer does."""

    recalled: tuple[Recalled, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    released: tuple[Withheld, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing."""
        return not (self.recalled or self.withheld or self.released)


class Decided(Struct, frozen=True, gc=False):
    """What a person decided in one reading: range -> label (None: no name), in the order of the text.

    `left` are a model's suggestions that were left as they are. Where the reading is done, `marked` are all
    ranges with a label; else it is None.
    """

    set_id: int
    article_id: int
    key: str
    language: str | None
    text: str
    places: tuple[tuple[int, int, str | None], ...]
    left: tuple[tuple[int, int, str], ...] = ()
    marked: tuple[Range, ...] | None = None
