"""Sentences in which somebody seems to take a stance: where a known actor meets a cue of the lexicon.

Only where to look, never what it says: no label, no target. All ranges are half-open, in code points. What an
actor does is told from where it stands: „mit Putin“ and „in Berlin“ are no subjects, „laut Peskow“ is.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from desktop.nlp.cues import Cue, cues

Range = tuple[int, int]

NEVER_SUBJECT = frozenset(
    (
        *("in", "im", "aus", "mit", "über", "gegen", "für", "bei", "beim", "zu", "zum", "zur", "an", "am"),
        *("auf", "ohne", "um", "gegenüber", "zwischen", "vor", "from", "to", "with", "about", "against"),
        *("for", "at", "on", "over", "toward", "towards", "between", "without", "near", "into"),
    )
)
"""Words before a name that make it a place or an object. „von“, „by“ and „laut“ are not among them."""
ARTICLES = frozenset(("der", "die", "das", "den", "dem", "des", "the", "a", "an", "ein", "einen", "einem"))

CLAUSE = 200
"""Code points that a comma between actor and cue counts for."""


class CueSentence(Struct, frozen=True):
    """A sentence with what the lexicon knows of it: nothing of this changes with what is annotated."""

    sentence: Range
    tokens: Sequence[Range]
    cues: Sequence[Cue]


class Meeting(Struct, frozen=True):
    """An actor, the sentence it is in, and the cue that it meets there (perhaps in pieces)."""

    actor: Range
    cue: tuple[Range, ...]
    sentence: Range

    @property
    def start(self) -> int:
        """Where the cue begins."""
        return self.cue[0][0]

    @property
    def end(self) -> int:
        """Where the last piece of the cue ends."""
        return self.cue[-1][1]


def cue_sentences(
    text: str, tokens: Sequence[Range], sentences: Sequence[Range], language: str | None
) -> list[CueSentence]:
    """The sentences that have a cue. `tokens` and `sentences` are sorted and do not overlap."""
    found: list[CueSentence] = []
    first = 0
    for start, end in sentences:
        last = first
        while last < len(tokens) and tokens[last][0] < end:
            last += 1
        here, first = tokens[first:last], last
        if known := cues(text, [it for it in here if it[0] >= start], language):
            found.append(CueSentence((start, end), here, known))
    return found


def named(text: str, tokens: Sequence[Range], names: Collection[str]) -> list[Range]:
    """Where whole tokens spell one of the names; of several at one place the longest."""
    by_first: dict[str, list[str]] = {}
    for name in names:
        if words := name.split():
            by_first.setdefault(words[0], []).append(name)
    ends = {end for _, end in tokens}
    found: list[Range] = []
    for start, end in tokens:
        if found and start < found[-1][1]:
            continue
        known = by_first.get(text[start:end], ())
        fitting = [it for it in known if text.startswith(it, start) and start + len(it) in ends]
        if fitting:
            found.append((start, start + max(map(len, fitting))))
    return found


def meetings(
    text: str, found: Sequence[CueSentence], actors: Collection[Range], refused: Collection[Range]
) -> list[Meeting]:
    """For each actor of a sentence the cue that it meets, in text order.

    A cue belongs to the actor nearest to it, most of all in its clause. Of several of one actor a verb that
    takes a side is shown, else a noun, else a verb of saying; if one of them is among the `refused`
    stretches, none is.
    """
    made: list[Meeting] = []
    ordered = sorted(actors)
    for place in found:
        start, end = place.sentence
        here = [it for it in ordered if start <= it[0] and it[1] <= end and _may_act(text, place.tokens, it)]
        pairs = sorted(_pairs(text, place.cues, here), key=lambda pair: pair[0])
        for actor, group in groupby(pairs, key=lambda pair: pair[0]):
            known = [cue for _, cue in group]
            if not any((cue.start, cue.ranges[-1][1]) in refused for cue in known):
                shown = min(known, key=lambda cue: _weight(text, cue))
                made.append(Meeting(actor, shown.ranges, place.sentence))
    return sorted(made, key=lambda it: (it.start, it.end, it.actor))


def _pairs(text: str, known: Sequence[Cue], actors: Sequence[Range]) -> Iterator[tuple[Range, Cue]]:
    """Each cue with the actor nearest to it, the one before it where two are as near; none within a name."""
    for cue in known:
        start, end = cue.start, cue.ranges[-1][1]
        if any(it[0] <= left and right <= it[1] for it in actors for left, right in cue.ranges):
            continue
        apart = [it for it in actors if it[1] <= start or it[0] >= cue.ranges[0][1]]
        if apart:
            yield min(apart, key=lambda it: (_gap(text, it, (start, end)), it)), cue


def _gap(text: str, actor: Range, cue: Range) -> int:
    """How far they are from each other in code points; what crosses into another clause counts as further."""
    left, right = min(actor[1], cue[1]), max(actor[0], cue[0])
    return max(right - left, 0) + CLAUSE * sum(text.count(it, left, right) for it in ",;:")


def _weight(text: str, cue: Cue) -> tuple[bool, bool]:
    return not cue.takes_side, text[cue.start].isupper()


def _may_act(text: str, tokens: Sequence[Range], actor: Range) -> bool:
    """Whether no preposition stands before the name, nor before its article."""
    before = [text[slice(*it)].casefold() for it in tokens if it[1] <= actor[0]][-2:]
    if before and before[-1] in ARTICLES:
        before.pop()
    return not before or before[-1] not in NEVER_SUBJECT
