"""Sentences in which somebody seems to take a stance: where a known actor meets a cue of the lexicon.

Only where to look, never what it says: no label, no target. All ranges are half-open, in code points. What an
actor does is told from where it stands: „mit Putin“ and „in Berlin“ are no subjects, „laut Peskow“ is. A
relative clause speaks of what stands before it; whoever stands in it has no part in the clause around it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from msgspec import Struct

from desktop.nlp.cues import Cue, cues
from desktop.nlp.embedding import Part, parts

Range = tuple[int, int]

NEVER_SUBJECT = frozenset(
    (
        *("in", "im", "aus", "mit", "über", "gegen", "für", "bei", "beim", "zu", "zum", "zur", "an", "am"),
        *("auf", "ohne", "um", "gegenüber", "zwischen", "vor", "from", "to", "with", "about", "against"),
        *("for", "at", "on", "over", "toward", "towards", "between", "without", "near", "into", "of"),
        *("ins", "ans", "wegen", "trotz", "nach", "seit", "unter", "hinter", "neben", "against", "under"),
    )
)
"""Words before a name that make it a place or an object. „von“, „by“ and „laut“ are not among them."""
ARTICLES = frozenset(("der", "die", "das", "den", "dem", "des", "the", "a", "an", "ein", "einen", "einem"))

CLAUSE, COMMA = 200, 40
"""Code points that another clause, and a comma within one, count for between actor and cue."""

PASSIVE = frozenset(
    ("wird", "wurde", "wurden", "werden", "worden", "is", "are", "was", "were", "been", "being")
)
AGENT = frozenset(("von", "vom", "durch", "by"))


class CueSentence(Struct, frozen=True):
    """A sentence with what the lexicon knows of it: nothing of this changes with what is annotated.

    `parts` are its clauses, `passive` the places in `cues` of what is done to somebody („wurde kritisiert“).
    """

    sentence: Range
    tokens: Sequence[Range]
    cues: Sequence[Cue]
    parts: Sequence[Part] = ()
    passive: frozenset[int] = frozenset()

    def before(self, position: int, count: int) -> Sequence[Range]:
        """The last tokens that end before a position."""
        at = bisect_right(self.tokens, position, key=itemgetter(1))
        return self.tokens[max(0, at - count) : at]


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
            stretches = parts(text, here)
            passive = frozenset(i for i, cue in enumerate(known) if _is_passive(text, here, stretches, cue))
            found.append(CueSentence((start, end), here, known, stretches, passive))
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
        inside = ordered[bisect_left(ordered, (start, 0)) : bisect_left(ordered, (end, 0))]
        here = [it for it in inside if it[1] <= end and _may_act(text, place, it)]
        pairs = sorted(_pairs(text, place, here), key=lambda pair: pair[0])
        for actor, group in groupby(pairs, key=lambda pair: pair[0]):
            known = [cue for _, cue in group]
            if not any((cue.start, cue.ranges[-1][1]) in refused for cue in known):
                shown = min(known, key=lambda cue: _weight(text, cue))
                made.append(Meeting(actor, shown.ranges, place.sentence))
    return sorted(made, key=lambda it: (it.start, it.end, it.actor))


def _pairs(text: str, place: CueSentence, actors: Sequence[Range]) -> Iterator[tuple[Range, Cue]]:
    """Each cue with the actor nearest to it, the one before it where two are as near; none within a name."""
    for number, cue in enumerate(place.cues):
        start, end = cue.start, cue.ranges[-1][1]
        if any(it[0] <= left and right <= it[1] for it in actors for left, right in cue.ranges):
            continue
        apart = [it for it in actors if it[1] <= start or it[0] >= cue.ranges[0][1]]
        gaps = [
            (gap, it)
            for it in apart
            if (gap := _gap(text, it, (start, end), place.parts)) is not None
            and not (number in place.passive and not _is_agent(text, place, it))
        ]
        if gaps:
            yield min(gaps)[1], cue


def _gap(text: str, actor: Range, cue: Range, stretches: Sequence[Part]) -> int | None:
    """How far they are from each other in code points; None where they have nothing to do with each other.

    Clauses embedded between them are no distance.
    """
    ours, other = _part(stretches, actor[0]), _part(stretches, cue[0])
    left, right = min(actor[1], cue[1]), max(actor[0], cue[0])
    apart = max(right - left, 0)
    if ours is None or other is None:
        return apart + CLAUSE * sum(text.count(it, left, right) for it in ",;:")
    if ours.clause == other.clause:
        between = [it for it in stretches if left <= it.start and it.end <= right]
        embedded = [it for it in between if it.clause != ours.clause]
        commas = sum(text.count(it, left, right) for it in ",;:") - 2 * len(embedded)
        return apart - sum(it.end - it.start for it in embedded) + COMMA * max(commas, 0)
    if ours.kind == "relative":
        return None
    if other.kind == "relative":
        return apart + CLAUSE if other.has_subject and actor[1] <= other.start else None
    return apart + 2 * CLAUSE


def _part(stretches: Sequence[Part], position: int) -> Part | None:
    return next((it for it in stretches if it.start <= position < it.end), None)


def _is_passive(text: str, tokens: Sequence[Range], stretches: Sequence[Part], cue: Cue) -> bool:
    """Whether it is done to somebody: „wurde kritisiert“, and not „wird ablehnen“."""
    part = _part(stretches, cue.start)
    if part is None or not text[cue.start].islower():
        return False
    clause = [it for it in stretches if it.clause == part.clause]
    words = {
        text[slice(*it)].casefold() for it in tokens if any(own.start <= it[0] < own.end for own in clause)
    }
    verb = text[slice(*cue.ranges[-1])].split(maxsplit=1)[0].casefold()
    is_participle = verb.endswith(("t", "ed")) or ("ge" in verb and verb.endswith("en")) or "worden" in words
    return is_participle and not PASSIVE.isdisjoint(words)


def _is_agent(text: str, place: CueSentence, actor: Range) -> bool:
    """Whether it is done by them: „von Vogt kritisiert“."""
    return any(text[slice(*it)].casefold() in AGENT for it in place.before(actor[0], 4))


def _weight(text: str, cue: Cue) -> tuple[bool, bool]:
    return not cue.takes_side, text[cue.start].isupper()


def _may_act(text: str, place: CueSentence, actor: Range) -> bool:
    """Whether no preposition stands before the name, nor before its title and article."""
    before = [text[slice(*it)] for it in place.before(actor[0], 5)]
    while len(before) > 1 and before[-1][0].isupper() and before[-1].isalpha():
        before.pop()  # „an der Ministerin Vogt“
    if before and before[-1].casefold() in ARTICLES:
        before.pop()
    return not before or before[-1].casefold() not in NEVER_SUBJECT
