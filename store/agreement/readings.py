"""What is compared: readings of articles as values; and the differences between two of them."""

from collections.abc import Hashable
from typing import Literal

from msgspec import Struct

Range = tuple[int, int]


class Reader(Struct, frozen=True):
    """An annotator, the model included."""

    id: int
    name: str
    kind: str


class ReadSpan(Struct, frozen=True):
    """A labelled range `[start, end)` in code points; `id` is its row."""

    id: int
    start: int
    end: int
    label: str


class ReadStance(Struct, frozen=True):
    """A stance as it is compared: `holder` and `target` are equal where two readers mean the same.

    `names` are how holder and target are called. `value` is the label's place on its scale. `evidence` are
    the ranges that count; `place` is where to look.
    """

    id: int
    holder: Hashable
    target: Hashable
    names: tuple[str, str]
    label: str
    value: float | None
    evidence: tuple[Range, ...]
    place: Range | None

    @property
    def key(self) -> tuple[Hashable, Hashable]:
        """Whose stance toward what it is."""
        return self.holder, self.target


class Reading(Struct, frozen=True):
    """What one reader says of one article of `length` code points."""

    article: int
    length: int
    reader: int
    spans: tuple[ReadSpan, ...] = ()
    stances: tuple[ReadStance, ...] = ()


DifferenceKind = Literal[
    "span_missing", "span_edges", "span_label", "stance_missing", "stance_label", "evidence"
]


class Difference(Struct, frozen=True):
    """Where two readers differ: `[start, end)` to look at, and what each of them says there ("" for nothing).

    `what` names holder and target of a stance. `span` or `stance` is the row of the first, else the second.
    """

    kind: DifferenceKind
    article: int
    start: int
    end: int
    first: str
    second: str
    what: str = ""
    span: int | None = None
    stance: int | None = None
