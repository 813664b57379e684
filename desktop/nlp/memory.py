"""Project memory: what was confirmed, refused or left unmarked becomes suggestions in later articles.

A name is remembered by its surface in its base form („Armeniens“ is „Armenien“) with how often it was given
which label, how often it was none, and between which words. Where the evidence is divided the neighbours
decide, as in naive Bayes. Nothing is trained and nothing is stored here: a memory is made from decisions when
an article is opened. Pure functions; all ranges are half-open and count code points.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from desktop.nlp import segmentation

Range = tuple[int, int]

MAX_TOKENS = 8
"""Longer names are not remembered."""

SURE = 0.5
"""Least probability of a label to suggest it, and of none to speak against a suggestion."""

_MIN_AGAINST = 2
"""A single refusal may have been about its place."""

_PRIOR = 0.5
"""Jeffreys: one confirmation makes 0.75, three 0.875."""

_NEIGHBOURS = 20
"""So many different words are reckoned with beside a name: the more, the less a single one says."""

_ENDINGS = {
    "de": ("s", "es", "’", "'", "ns", "n"),
    "da": ("s",), "no": ("s",), "nb": ("s",), "sv": ("s",), "nl": ("s",),
    "ru": ("а", "у", "ом", "е", "ы", "и", "ой", "ем", "ю", "я", "ей", "ю", "ых", "ым", "ого", "ому"),
    "id": ("nya",), "ms": ("nya",),
}  # fmt: skip
"""What a name may have at its end besides its base form."""

_MIN_BASE = 4
"""A shorter base with an ending is too often another word."""


class Decision(Struct, frozen=True):
    """What a person decided about one place: the label (None: no name) between the words before and after."""

    surface: str
    label: str | None
    before: str = ""
    after: str = ""


class Recalled(Struct, frozen=True):
    """A suggestion from memory: `score` is its probability, `seen` how many decisions it rests on."""

    start: int
    end: int
    label: str
    score: float
    seen: int


class Opinion(Struct, frozen=True):
    """What the memory holds of one place: the likeliest label (None: no name), its probability, decisions."""

    label: str | None
    score: float
    seen: int


class Memory:
    """Decisions by base form."""

    def __init__(self, decisions: Iterable[Decision], language: str | None = None) -> None:
        self._language = (language or "").split("-")[0]
        by_surface: defaultdict[str, list[Decision]] = defaultdict(list)
        for decision in decisions:
            by_surface[decision.surface].append(decision)
        self._known = frozenset(by_surface)
        self._counts: defaultdict[str, Counter[str | None]] = defaultdict(Counter)
        self._context: defaultdict[tuple[str, str | None], Counter[str]] = defaultdict(Counter)
        for surface, of_surface in by_surface.items():
            base = self._base(surface)
            for it in of_surface:
                self._counts[base][it.label] += 1
                self._context[base, it.label].update((f"<{it.before.lower()}", f">{it.after.lower()}"))
        self._longest = max((_length(base, language) for base in self._counts), default=0)

    def opinion(self, surface: str, *, before: str = "", after: str = "") -> Opinion | None:
        """What was decided about this name, weighed by the words around it; None if nothing."""
        base = self._base(surface)
        counts = self._counts.get(base)
        if counts is None:
            return None
        weights = {
            label: (counts[label] + _PRIOR) * self._fit(base, label, before, after)
            for label in {None, *counts}
        }
        best = max(weights, key=lambda label: (weights[label], label is not None, label or ""))
        return Opinion(best, weights[best] / sum(weights.values()), counts.total())

    def recall(self, text: str, taken: Sequence[Range] = ()) -> list[Recalled]:
        """Remembered names in a text, the longest first from left to right, outside of what is `taken`."""
        tokens = segmentation.tokens(text, self._language or None)
        found: list[Recalled] = []
        i = 0
        while i < len(tokens):
            length, recalled = self._at(text, tokens, i)
            if recalled is not None and not any(_meet(recalled, other) for other in taken):
                found.append(recalled)
            i += length
        return found

    def against(self, text: str, spans: Mapping[Range, str]) -> dict[Range, Opinion]:
        """Suggestions (range -> label) that what was decided speaks against, with what it says instead."""
        found: dict[Range, Opinion] = {}
        for (start, end), label in spans.items():
            before, after = _around(text, start, end, self._language)
            opinion = self.opinion(text[start:end], before=before, after=after)
            if opinion and opinion.label != label and opinion.score >= SURE and opinion.seen >= _MIN_AGAINST:
                found[start, end] = opinion
        return found

    def _at(self, text: str, tokens: Sequence[Range], i: int) -> tuple[int, Recalled | None]:
        """How many tokens on to look next, and the longest name that begins at a token."""
        for length in range(min(self._longest, len(tokens) - i), 0, -1):
            start, end = tokens[i][0], tokens[i + length - 1][1]
            before = text[slice(*tokens[i - 1])] if i else ""
            after = text[slice(*tokens[i + length])] if i + length < len(tokens) else ""
            opinion = self.opinion(text[start:end], before=before, after=after)
            if opinion is not None:
                sure = opinion.label is not None and opinion.score >= SURE
                recalled = Recalled(start, end, opinion.label or "", opinion.score, opinion.seen)
                return length, recalled if sure else None
        return 1, None

    def _fit(self, base: str, label: str | None, before: str, after: str) -> float:
        """How well the neighbours fit a label; without any they say nothing."""
        context = self._context[base, label]
        total = context.total() / 2 + _PRIOR * _NEIGHBOURS
        fit = 1.0
        for sign, word in (("<", before), (">", after)):
            if word:
                fit *= (context[sign + word.lower()] + _PRIOR) / total
        return fit

    def _base(self, surface: str) -> str:
        """How a name is remembered: without an ending or capitals if that form is known, too."""
        text = re.sub(r"\s+", " ", surface)
        if text.isupper() and len(text) >= _MIN_BASE and text.title() in self._known:
            text = text.title()
        for ending in _ENDINGS.get(self._language, ()):
            base = text.removesuffix(ending)
            if base != text and len(base) >= _MIN_BASE and base in self._known:
                return base
        return text


def _length(text: str, language: str | None) -> int:
    return min(len(segmentation.tokens(text, language)), MAX_TOKENS)


def _meet(one: Recalled, other: Range) -> bool:
    return one.start < other[1] and other[0] < one.end


def _around(text: str, start: int, end: int, language: str) -> tuple[str, str]:
    """The tokens before and after a range."""
    sight = 80
    left = segmentation.tokens(text[max(0, start - sight) : start], language or None)
    right = segmentation.tokens(text[end : end + sight], language or None)
    shift = max(0, start - sight)
    before = text[shift + left[-1][0] : shift + left[-1][1]] if left else ""
    return before, text[end + right[0][0] : end + right[0][1]] if right else ""
