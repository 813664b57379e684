"""A course of training: rounds of an `Adapter`, each measured on articles that it does not learn from.

Two are tried, one that trusts the old weights whole and one that trusts them less, since articles of another
kind are read better by a model that forgets (measured on newspapers of the 19th century: F1 48 and 50 after
50 articles, 43 before; on news like those that the embedded model was made of the first is better). The best
round is kept.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np

from desktop.nlp import calibration, segmentation
from desktop.nlp.adapting.adapter import Adapter, Example, Prepared, keys_of_words
from desktop.nlp.adapting.known import OUTSIDE, Known, Tags, allowed
from desktop.nlp.chain import Array, Chain
from desktop.nlp.characters import CharacterExtractor
from desktop.nlp.features import FeatureExtractor
from desktop.nlp.keyed import Keyed
from desktop.nlp.tagging import Tagger, runs
from store.offsets import Range

TRUSTS = (1.0, 0.4)
ROUNDS = 5
PATIENCE = 2
"""So many rounds without a better one end a course."""

MEASURED = 1500
"""Sentences on which a round is measured at most."""

CALIBRATED = 100
"""Fewer suggestions than these say nothing of how often scores are right."""

SLICE = 200
"""Sentences whose features are made between two looks at whether it was cancelled."""


class Sentence(NamedTuple):
    """Its words, whether a space follows each, and the tags that each may have."""

    words: list[str]
    spaces: list[bool]
    allowed: list[Tags]


class Point(NamedTuple):
    """A round: its number, 0 before the first, and F1 (0…1) on the articles kept apart; `steps` of `of`."""

    number: int
    f1: float
    steps: int
    of: int


class Course:
    """Teaches a tagger. `labels` are names that it may not know yet."""

    def __init__(self, tagger: Tagger, labels: Sequence[str]) -> None:
        self._old, self._labels = tagger, labels
        self.best: Tagger = tagger
        self.before = self.after = 0.0

    def rounds(self, taught: Sequence[Sentence], kept: Sequence[Sentence]) -> Iterator[Point]:
        """Train; afterwards `best` is the tagger of the best round (cancelled before the first: the old one).

        `before` and `after` are F1 on what was kept apart; who adopts sees whether it got worse.
        """
        extract = extractor(self._old)
        measured = [it for it in kept[:: max(len(kept) // MEASURED, 1)] if it.words]
        features = [keys_of_words(extract(it)) for it in measured]
        chain, networks = self._old.chain, self._old.networks
        paths = (chain.best(self._old.scores(Keyed.of_keys(it))) for it in features)
        self.before = f1(measured, paths, chain.tags)
        self.after = self.before
        of = len(TRUSTS) * ROUNDS + 1
        yield Point(0, self.before, 0, of)
        examples: list[Example] = []
        for at, sentence in enumerate(taught):
            examples.append(Example(keys_of_words(extract(sentence)), sentence.allowed))
            if at % SLICE == SLICE - 1:
                yield Point(0, self.before, 0, of)
        number = 0
        best: tuple[Chain, float] | None = None
        for place, trust in enumerate(TRUSTS):
            adapter = Adapter(chain, examples, networks=networks, labels=self._labels, trust=trust)
            held = adapter.held(features)
            since, top = 0, 0.0
            for step, _ in zip(range(ROUNDS), adapter.rounds(), strict=False):
                number += 1
                score = f1(measured, _paths(adapter, held), adapter.tags)
                if score > self.after or best is None:
                    best, self.after = (adapter.chain(), trust), score
                since, top = (0, score) if score > top else (since + 1, top)
                yield Point(number, score, 1 + place * ROUNDS + step, of)
                if since >= PATIENCE:
                    break
        if best is not None:
            self.best = self._calibrated(*best, measured)

    def _calibrated(self, chain: Chain, trust: float, sentences: Sequence[Sentence]) -> Tagger:
        networks = [network.weighted(trust) for network in self._old.networks]
        raw = Tagger(kind=self._old.kind, chain=chain, tables=self._old.tables, networks=networks)
        found = [
            (run.score, (run.start, run.end, run.label) in true)
            for sentence in sentences
            for true in [set(_true(sentence.allowed))]
            for run in raw.tag(sentence.words, sentence.spaces)
            if _is_known(sentence.allowed, (run.start, run.end, run.label))
        ]
        raw.calibration = calibration.fit(found) if len(found) >= CALIBRATED else self._old.calibration
        return raw


def extractor(tagger: Tagger) -> Any:
    """What a tagger sees of a sentence."""
    if tagger.kind == "characters":
        characters = CharacterExtractor(tagger.tables)
        return lambda sentence: characters(sentence.words, sentence.spaces)
    words = FeatureExtractor(tagger.tables)
    return lambda sentence: words(sentence.words)


def sentences(known: Known, borders: Sequence[Range], language: str, tags: Sequence[str]) -> list[Sentence]:
    """A reading as sentences of its tokens, cut as the tagger will cut them."""
    ends = [end for _, end in segmentation.sentences(known.text, language)]
    may_be = allowed(known, borders, tags)
    found: list[Sentence] = []
    current = -1
    for i, (start, end) in enumerate(borders):
        place = int(np.searchsorted(ends, start, side="right"))
        if place != current:
            current = place
            found.append(Sentence([], [], []))
        found[-1].words.append(known.text[start:end])
        found[-1].spaces.append(known.text[end : end + 1] == " ")
        found[-1].allowed.append(may_be[i])
    return found


def f1(kept: Sequence[Sentence], paths: Iterator[list[int]], tags: Sequence[str]) -> float:
    """F1 of tag sequences (columns of `tags`), where it is known what is true."""
    hits = total = 0
    for sentence, path in zip(kept, paths, strict=True):
        true = set(_true(sentence.allowed))
        found = {it for it in runs(tags[column] for column in path) if _is_known(sentence.allowed, it)}
        hits += len(true & found)
        total += len(true) + len(found)
    return 2 * hits / total if total else 0.0


def _paths(adapter: Adapter, held: Sequence[Prepared]) -> Iterator[list[int]]:
    none: Array = np.zeros(0, dtype=np.uint32)
    chain = Chain.of_matrix(adapter.tags, adapter.following, none, np.zeros((0, len(adapter.tags))))
    return (chain.best(adapter.scores(it)) for it in held)


def _true(may_be: Sequence[Tags]) -> Iterator[tuple[int, int, str]]:
    return runs(next(iter(tags)) if tags is not None and len(tags) == 1 else OUTSIDE for tags in may_be)


def _is_known(may_be: Sequence[Tags], run: tuple[int, int, str]) -> bool:
    """Whether one can say if a found name is right: all its words are known, and not open for that name."""
    start, end, name = run
    return all(tags is not None and (len(tags) == 1 or f"B-{name}" not in tags) for tags in may_be[start:end])
