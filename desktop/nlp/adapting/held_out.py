"""Sentences that nothing is learnt from: how good a tagger is on them."""

from collections.abc import Iterator, Sequence

import numpy as np

from desktop.nlp import calibration
from desktop.nlp.adapting.adapter import Adapter, keys_of_words
from desktop.nlp.adapting.known import OUTSIDE, Tags
from desktop.nlp.adapting.rounds import Score
from desktop.nlp.adapting.sentences import Extract, Sentence, ordered
from desktop.nlp.chain import Array, Chain
from desktop.nlp.confidence import Calibration
from desktop.nlp.keyed import Keyed
from desktop.nlp.tagging import Tagger, runs

MEASURED = 1500
"""Sentences that are read at most."""

CALIBRATED = 100
"""Fewer suggestions than these say nothing of how often scores are right."""


class HeldOut:
    """Sentences kept apart, their features made once."""

    def __init__(self, sentences: Sequence[Sentence], extract: Extract) -> None:
        some = ordered(sentences)
        self._sentences = some[:: max(len(some) // MEASURED, 1)]
        self._features = [keys_of_words(extract(it)) for it in self._sentences]

    def of_tagger(self, tagger: Tagger) -> Score:
        """How good a tagger is."""
        chain = tagger.chain
        paths = (chain.best(tagger.scores(Keyed.of_keys(it))) for it in self._features)
        return self._score(paths, chain.tags)

    def of_adapter(self, adapter: Adapter) -> Iterator[Score]:
        """How good what an adapter has learnt is each time one asks."""
        held = adapter.held(self._features)
        none: Array = np.zeros(0, dtype=np.uint32)
        while True:
            chain = Chain.of_matrix(adapter.tags, adapter.following, none, np.zeros((0, len(adapter.tags))))
            yield self._score((chain.best(adapter.scores(it)) for it in held), adapter.tags)

    def calibration(self, raw: Tagger) -> Calibration | None:
        """What the probabilities of a tagger without calibration are worth; None: too few say it."""
        found = [
            (run.score, (run.start, run.end, run.label) in true)
            for sentence in self._sentences
            for true in [set(_true(sentence.allowed))]
            for run in raw.tag(sentence.words, sentence.spaces)
            if _is_known(sentence.allowed, (run.start, run.end, run.label))
        ]
        return calibration.fit(found) if len(found) >= CALIBRATED else None

    def _score(self, paths: Iterator[list[int]], tags: Sequence[str]) -> Score:
        return Score.of(
            _counted(sentence, [tags[column] for column in path])
            for sentence, path in zip(self._sentences, paths, strict=True)
        )


def _counted(sentence: Sentence, path: Sequence[str]) -> tuple[int, int]:
    """Names that are right, and names that are true or found, where it is known what is true."""
    true = set(_true(sentence.allowed))
    found = {it for it in runs(path) if _is_known(sentence.allowed, it)}
    return len(true & found), len(true) + len(found)


def _true(may_be: Sequence[Tags]) -> Iterator[tuple[int, int, str]]:
    return runs(next(iter(tags)) if tags is not None and len(tags) == 1 else OUTSIDE for tags in may_be)


def _is_known(may_be: Sequence[Tags], run: tuple[int, int, str]) -> bool:
    """Whether one can say if a found name is right: all its words are known, and not open for that name."""
    start, end, name = run
    return all(tags is not None and (len(tags) == 1 or f"B-{name}" not in tags) for tags in may_be[start:end])
