"""Ranges of code points on the tokens of another program: they align exactly, or it is said what is lost."""

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from store.offsets import Range, met

LossKind = Literal["inside_token", "starts_inside", "ends_inside", "between_tokens"]


class Aligned(Struct, frozen=True):
    """The range is exactly the tokens from index `first` to index `last`, both included."""

    first: int
    last: int


class Loss(Struct, frozen=True):
    """The range is no row of whole tokens; `nearest` is the range of tokens one would have to take instead.

    - `inside_token`: it is a piece of one token.
    - `starts_inside`: its start cuts a token (its end may cut another).
    - `ends_inside`: only its end cuts a token.
    - `between_tokens`: it cuts none, but has an edge in space that no token covers.

    `nearest` covers every token the range meets; where it meets none, it is the token at the least distance
    (of two, the one behind); without any token it is None.
    """

    kind: LossKind
    nearest: Range | None


def align(start: int, end: int, borders: Sequence[Range]) -> Aligned | Loss:
    """One range `[start, end)` on the sorted borders of tokens that do not overlap. O(log n).

    A format that only knows tokens (spaCy's DocBin, CoNLL) can hold the range if and only if it is `Aligned`.
    """
    tokens = met(borders, start, end)
    if not tokens:
        return Loss("between_tokens", _closest(start, end, borders, behind=tokens.start))
    first, last = tokens[0], tokens[-1]
    nearest = borders[first][0], borders[last][1]
    if nearest == (start, end):
        return Aligned(first, last)
    return Loss(_kind(start, end, nearest, single=first == last), nearest)


def align_all(ranges: Iterable[Range], borders: Sequence[Range]) -> list[Aligned | Loss]:
    """All ranges of one text, in their order. O(n + m), and O(log n) for each that does not align."""
    first = {start: i for i, (start, _) in enumerate(borders)}
    last = {end: i for i, (_, end) in enumerate(borders)}
    return [
        Aligned(first[start], last[end]) if start in first and end in last else align(start, end, borders)
        for start, end in ranges
    ]


def _kind(start: int, end: int, nearest: Range, *, single: bool) -> LossKind:
    if single and nearest[0] <= start and end <= nearest[1]:
        return "inside_token"
    if nearest[0] < start:
        return "starts_inside"
    return "ends_inside" if end < nearest[1] else "between_tokens"


def _closest(start: int, end: int, borders: Sequence[Range], *, behind: int) -> Range | None:
    before = borders[behind - 1] if behind else None
    after = borders[behind] if behind < len(borders) else None
    if before and after:
        return before if start - before[1] < after[0] - end else after
    return before or after


def words_and_spaces(text: str, borders: Sequence[Range]) -> tuple[list[str], list[bool]]:
    """All of `text` as spaCy's tokens: those of `borders`, and what lies between them, but for one blank
    each.
    """
    words: list[str] = []
    spaces: list[bool] = []
    position = 0
    for start, end in [*borders, (len(text), len(text))]:
        gap = text[position:start]
        if gap.startswith(" ") and words:
            spaces[-1] = True
            gap = gap[1:]
        for word in (gap, text[start:end]):
            if word:
                words.append(word)
                spaces.append(False)
        position = end
    return words, spaces
