"""The spaCy component `lesart_consistency`: one article calls one name by one label, and finds it everywhere.

A tagger reads sentence by sentence. This second pass over the whole article (1) drops addresses and bare
punctuation, (2) gives the mentions of one name the label that most of them have, a full name and its surname
speaking for each other, and (3) marks a name that was found once wherever it recurs. Spans with a sub-label
stay as they are.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Span

from desktop.nlp.crf import SPANS_KEY, set_spans
from desktop.nlp.name_forms import is_name
from desktop.nlp.tagging import SUB_LABELS

NAME = "lesart_consistency"

LABELS = ("PER", "ORG", "LOC")
"""Only names of these kinds are looked for elsewhere."""

_FULL_NAME_WEIGHT = 2.0
"""„Nikol Pashinyan“ says more about „Pashinyan“ than another bare „Pashinyan“ does."""

_MAJORITY = 2.0
"""A label must outweigh a mention's own by this factor to replace it."""

_SPREAD_SCORE = 0.5
"""A name no mention of which is at least this sure is not looked for elsewhere."""

_MIN_LENGTH = 3

Votes = defaultdict[str, float]
"""Label -> summed scores."""


class Name(NamedTuple):
    """A found name: token range [start, end), label and score."""

    start: int
    end: int
    label: str
    score: float


def consistent(names: Iterable[Name], words: Sequence[str]) -> list[Name]:
    """The names of an article made consistent; `words` are its tokens, ranges index into them. Pure."""
    kept = [name for name in names if is_name("".join(words[name.start : name.end]))]
    bases = _Bases(kept, words)
    relabelled = _relabelled(kept, bases)
    return sorted(relabelled + _recurring(relabelled, words, bases))


class _Bases:
    """Base forms: „Armeniens“ and „ARMENIEN“ are „Armenien“ where the article has that form too."""

    def __init__(self, names: Sequence[Name], words: Sequence[str]) -> None:
        self._known = frozenset(words).union(" ".join(words[name.start : name.end]) for name in names)
        self._words = words

    def of(self, text: str) -> str:
        if text.isupper() and text.capitalize() in self._known:
            return text.capitalize()
        return text[:-1] if text.endswith("s") and text[:-1] in self._known else text

    def of_name(self, name: Name) -> str:
        return self.of(" ".join(self._words[name.start : name.end]))

    def of_last(self, name: Name) -> str:
        return self.of(self._words[name.end - 1])


def _relabelled(names: Sequence[Name], bases: _Bases) -> list[Name]:
    votes: defaultdict[str, Votes] = defaultdict(lambda: defaultdict(float))
    surnames: defaultdict[str, float] = defaultdict(float)
    for name in names:
        base = bases.of_name(name)
        votes[base][name.label] += name.score
        if name.label == "PER" and name.end - name.start > 1:
            votes[bases.of_last(name)]["PER"] += _FULL_NAME_WEIGHT * name.score
        elif name.label == "PER":
            surnames[base] += name.score
    full_names = {(bases.of_name(name), bases.of_last(name)) for name in names if name.end - name.start > 1}
    for full_name, surname in full_names:
        votes[full_name]["PER"] += surnames[surname]
    return [name._replace(label=_elected(name, votes[bases.of_name(name)])) for name in names]


def _elected(name: Name, votes: Votes) -> str:
    label = max(votes, key=votes.__getitem__)
    return label if votes[label] >= _MAJORITY * votes[name.label] else name.label


def _recurring(names: Sequence[Name], words: Sequence[str], bases: _Bases) -> list[Name]:
    """Single capitalised tokens that bear a name found elsewhere and are not part of any span yet."""
    vouched: dict[str, Name] = {}
    sure = (name for name in names if name.label in LABELS and name.score >= _SPREAD_SCORE)
    for name in sorted(sure, key=lambda name: name.score):
        if name.end - name.start == 1:
            vouched[bases.of_name(name)] = name
        elif name.label == "PER":
            vouched[bases.of_last(name)] = name
    taken = {i for name in names for i in range(name.start, name.end)}
    return [
        Name(i, i + 1, vouched[base].label, vouched[base].score)
        for i, word in enumerate(words)
        if i not in taken
        and len(word) >= _MIN_LENGTH
        and word[0].isupper()
        and (base := bases.of(word)) in vouched
    ]


@Language.component(NAME, assigns=["doc.ents", "doc.spans"])
def make_consistent(doc: Doc) -> Doc:
    """Rewrites `doc.spans["lesart"]` and `doc.ents`; a Doc that `lesart_crf` has not read stays as it is."""
    if SPANS_KEY not in doc.spans:
        return doc
    group = doc.spans[SPANS_KEY]
    scored = list(zip(group, group.attrs["scores"], strict=True))
    sub = [(span, score) for span, score in scored if span.label_.endswith(SUB_LABELS)]
    plain = [Name(s.start, s.end, s.label_, p) for s, p in scored if not s.label_.endswith(SUB_LABELS)]
    hidden = {i for span, _ in sub for i in range(span.start, span.end)}
    words = ["" if token.i in hidden else token.text for token in doc]
    spans = [
        (Span(doc, name.start, name.end, label=name.label), name.score) for name in consistent(plain, words)
    ]
    set_spans(doc, sorted(spans + sub, key=lambda scored_span: scored_span[0].start))
    return doc
