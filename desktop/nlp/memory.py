"""Project memory: what was confirmed or refused becomes suggestions in later articles.

A name is remembered by its surface, in all of its forms („Armeniens“ is „Armenien“), with how often it was
given which label, how often it was none, and between which words. Where the evidence is divided the
neighbours decide, as in naive Bayes. What was not decided counts as well, but only against: suggestions of a
model that were left as they are, and words that stayed unmarked in articles that are done; else only what had
to be put right would ever speak. Nothing is trained and nothing is stored here. Pure; all ranges are
half-open and count code points.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from desktop.nlp import segmentation
from desktop.nlp.name_forms import forms, in_compound, key_of, main_language
from store.values import Evidence, Memo, Recalled, Withheld

Range = tuple[int, int]
Offer = tuple[int, int, str]
"""Start, end and label of what a model suggests."""

MAX_TOKENS = 8
"""Longer names are not remembered."""

SURE = 0.5
"""Least probability of a label to suggest it, and of none to speak against a suggestion."""

AGAINST = 2
"""Decisions without which it does not speak against a model: a single refusal is often about its place. On
sentences from everywhere (GermEval) 3 of 12 suggestions refused once before were wrong again.
"""

_PRIOR = 0.5
"""Jeffreys: one confirmation makes 0.75, three 0.875."""

_NEIGHBOURS = 20
"""So many different words are reckoned with beside a name: the more, the less a single one says."""

_SIGHT = 24
"""Code points of the text beside a name in which its neighbour is looked for."""

_UNSPACED = frozenset(("zh", "ja", "ko", "th", "lo", "km", "my"))


class Decision(Struct, frozen=True, gc=False):
    """What was decided about one place: the label (None: no name) between the words before and after."""

    surface: str
    label: str | None
    before: str = ""
    after: str = ""


class Undecided(Struct, frozen=True, gc=False):
    """What a reading says without a decision: names with the label that a model suggested and that was left,
    and words like names that nothing stood for when the article was done.
    """

    left: tuple[tuple[str, str], ...] = ()
    unmarked: tuple[str, ...] = ()


NOTHING = Undecided()


class Opinion(Struct, frozen=True):
    """What the memory holds of one place: the likeliest label (None: no name), its probability, and how many
    decisions were for it and against it.
    """

    label: str | None
    score: float
    confirmed: int
    against: int


class _Tally:
    """What was decided about one key; `articles` has when each label was last given in which article."""

    __slots__ = ("articles", "context", "counts")

    def __init__(self) -> None:
        self.counts: Counter[str | None] = Counter()
        self.context: Counter[tuple[str | None, str]] = Counter()
        self.articles: dict[tuple[str | None, str], int] = {}


class Memory:
    """Decisions of one language, by source (a reading of an article), each of which can be put in anew."""

    def __init__(self, language: str | None = None) -> None:
        self.language = main_language(language)
        self._tallies: dict[str, _Tally] = {}
        self._sources: dict[int, tuple[str, tuple[Decision, ...], Undecided]] = {}
        self._left: dict[str, Counter[str]] = {}
        self._unmarked: Counter[str] = Counter()
        self._longest = 0

    def __len__(self) -> int:
        return len(self._tallies)

    def put(
        self,
        source: int,
        article: str,
        decisions: Iterable[Decision],
        *,
        at: int,
        undecided: Undecided = NOTHING,
    ) -> None:
        """Take what a source says, in an article of this key, instead of what it said; `at` orders sources in
        time.
        """
        self.forget(source)
        kept = tuple(decisions)
        if not kept and undecided == NOTHING:
            return
        self._sources[source] = article, kept, undecided
        self._unmarked.update(undecided.unmarked)
        for surface, label in undecided.left:
            self._left.setdefault(key_of(surface, self.language), Counter())[label] += 1
        for it in kept:
            key = key_of(it.surface, self.language)
            tally = self._tallies.get(key)
            if tally is None:
                tally = self._tallies[key] = _Tally()
                self._longest = max(self._longest, _length(it.surface, self.language))
            before, after = _context(it)
            tally.counts[it.label] += 1
            tally.context[before] += 1
            tally.context[after] += 1
            tally.articles[it.label, article] = at

    def forget(self, source: int) -> None:
        """Lose what a source said."""
        article, decisions, undecided = self._sources.pop(source, ("", (), NOTHING))
        self._unmarked -= Counter(undecided.unmarked)
        for surface, label in undecided.left:
            key = key_of(surface, self.language)
            self._left[key] -= Counter((label,))
            if not self._left[key]:
                del self._left[key]
        for it in decisions:
            key = key_of(it.surface, self.language)
            tally = self._tallies[key]
            tally.counts -= Counter((it.label,))
            tally.context -= Counter(_context(it))
            tally.articles.pop((it.label, article), None)
            if not tally.counts:
                del self._tallies[key]

    def opinion(self, surface: str, *, before: str = "", after: str = "") -> Opinion | None:
        """What was decided about this name, weighed by the words around it; None if nothing."""
        known = self._known(surface)
        if not known:
            return None
        counts, context = known[0].counts, known[0].context
        for other in known[1:]:
            counts, context = counts + other.counts, context + other.context
        beside = self._undecided(surface)
        weights = {
            label: (counts[label] + beside[label] + _PRIOR)
            * _fit(context, counts[label], label, before, after)
            for label in {None, *counts, *beside}
        }
        best = max(weights, key=lambda label: (weights[label], label is not None, label or ""))
        confirmed = counts[best]
        return Opinion(best, weights[best] / sum(weights.values()), confirmed, counts.total() - confirmed)

    def review(self, text: str, offered: Sequence[Offer] = (), taken: Sequence[Range] = ()) -> Memo:
        """What it suggests in a text outside of what is `taken`, and what of `offered` it speaks against.

        Names are looked for from left to right, the longest first. Of two ranges that overlap the one that
        was decided about before stands; where both were, the longer one. For another label than the model's
        it takes `AGAINST` decisions.
        """
        tokens = segmentation.tokens(text, self.language or None)
        found = {
            (it.start, it.end): it for it in self._recall(text, tokens) if not _meets(it.start, it.end, taken)
        }
        withheld: list[Withheld] = []
        for start, end, label in offered:
            opinion = self._opinion_at(text, start, end)
            if opinion is not None and opinion.score >= SURE:
                if opinion.label != label and opinion.confirmed >= AGAINST:
                    withheld.append(Withheld(start, end, label))
                elif opinion.label != label:
                    found.pop((start, end), None)
            elif any(
                other_start <= start and end <= other_end
                for other_start, other_end in found
                if (other_start, other_end) != (start, end)
            ):
                withheld.append(Withheld(start, end, label))
            else:
                for place in [it for it in found if it != (start, end) and it[0] < end and start < it[1]]:
                    del found[place]
        return Memo(tuple(found[it] for it in sorted(found)), tuple(sorted(withheld, key=_place)))

    def _recall(self, text: str, tokens: Sequence[Range]) -> Iterator[Recalled]:
        i = 0
        while i < len(tokens):
            length = 1
            for size in range(min(self._longest, len(tokens) - i), 0, -1):
                start, end = tokens[i][0], tokens[i + size - 1][1]
                opinion = self._opinion_at(text, start, end)
                if opinion is None:
                    continue
                length = size
                known = opinion.label if opinion.score >= SURE and opinion.confirmed else None
                if known is not None and not in_compound(text, start, end):
                    yield self._recalled(text, start, end, known, opinion)
                break
            i += length

    def _recalled(self, text: str, start: int, end: int, label: str, opinion: Opinion) -> Recalled:
        said = (
            (at, article)
            for it in self._known(text[start:end])
            for (of, article), at in it.articles.items()
            if of == label
        )
        evidence = Evidence(opinion.confirmed, opinion.against, max(said)[1])
        return Recalled(start, end, label, opinion.score, evidence)

    def _opinion_at(self, text: str, start: int, end: int) -> Opinion | None:
        surface = text[start:end]
        if not self._known(surface):
            return None
        before, after = around(text, start, end, self.language)
        return self.opinion(surface, before=before, after=after)

    def _undecided(self, surface: str) -> Counter[str | None]:
        """How often it was left with which label, and how often nothing stood for it."""
        found: Counter[str | None] = Counter()
        for it in forms(key_of(surface, self.language), self.language):
            found.update(self._left.get(it, {}))
            found[None] += self._unmarked[it]
        return found

    def _known(self, surface: str) -> list[_Tally]:
        """What is known of a name, in each of its forms."""
        tallies = self._tallies
        return [tallies[it] for it in forms(key_of(surface, self.language), self.language) if it in tallies]


def around(text: str, start: int, end: int, language: str) -> tuple[str, str]:
    """The words before and after a range; a character where words are not set apart."""
    if language in _UNSPACED:
        return text[max(0, start - 1) : start].strip(), text[end : end + 1].strip()
    left = text[max(0, start - _SIGHT) : start].split()
    right = text[end : end + _SIGHT].split(None, 1)
    before, after = left[-1] if left else "", right[0] if right else ""
    # A sign that touches the name says more than the word behind it.
    before = before if before[-1:].isalnum() else before[-1:]
    return before, after if after[:1].isalnum() else after[:1]


def _context(decision: Decision) -> tuple[tuple[str | None, str], tuple[str | None, str]]:
    return (decision.label, f"<{decision.before.lower()}"), (decision.label, f">{decision.after.lower()}")


def _fit(
    context: Counter[tuple[str | None, str]], count: int, label: str | None, before: str, after: str
) -> float:
    """How well the neighbours fit a label that was given so often; without any they say nothing."""
    total = count + _PRIOR * _NEIGHBOURS
    fit = 1.0
    for sign, word in (("<", before), (">", after)):
        if word:
            fit *= (context[label, sign + word.lower()] + _PRIOR) / total
    return fit


def _length(text: str, language: str) -> int:
    return min(len(segmentation.tokens(text, language or None)), MAX_TOKENS)


def _meets(start: int, end: int, others: Sequence[Range]) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end in others)


def _place(it: Withheld) -> tuple[int, int, str]:
    return it.start, it.end, it.label
