"""Rounds of a training, each with its F1 on texts that nothing is learnt from, and which one is to be kept.

A round has to be better than the model as it was by more than chance. Without that the best of ten rounds
looked better on the few articles that choose, and was worse on others (35 articles learnt whose sentences are
like those that the embedded model knows: F1 78 after, 81 before).
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from desktop.nlp.keyed import Array

BEYOND_CHANCE = 2.0
"""Standard errors that a difference must have: by chance one in forty has so many, and ten rounds try."""

_EARLIER = 1e-9
"""What a round is worth less than one before it that is as good."""


class Score(NamedTuple):
    """F1 (0…1), and of each text how many names are right and how many are true or found."""

    f1: float
    hits: Array
    totals: Array

    @classmethod
    def of(cls, counts: Iterable[tuple[int, int]]) -> "Score":
        """The score of such pairs, one a text."""
        hits, totals = np.array([*counts, (0, 0)], dtype=np.float64).T
        return cls(float(2 * hits.sum() / max(totals.sum(), 1)), hits[:-1], totals[:-1])

    def is_clearly_above(self, other: "Score") -> bool:
        """Whether it is better than the other by more than chance, on the same texts.

        The standard error is that of the difference of two ratios (W. Cochran, Sampling Techniques, 1977,
        chapter 6), texts taken to be independent. One text alone says nothing.
        """
        count = len(self.hits)
        if count < 2 or self.f1 <= other.f1:
            return False
        parts = [(2 * it.hits - it.f1 * it.totals) / max(it.totals.sum(), 1) for it in (self, other)]
        error = float(np.sqrt(count / (count - 1) * ((parts[0] - parts[1]) ** 2).sum()))
        return self.f1 - other.f1 > BEYOND_CHANCE * error


class Round(NamedTuple):
    """A round: its number, 0 before the first, its F1 (0…1), and what choosing the best one goes by.

    What is not clearly better than the model as it was is worth less than that, of equals the later one.
    """

    number: int
    f1: float
    worth: float


class Choice:
    """Chooses among rounds as they come. `newest_leads`: the last one is the best of those after round 0."""

    def __init__(self, before: Score) -> None:
        self._before = before
        self._best = (False, -1.0)
        self.begun = Round(0, before.f1, before.f1)
        self.newest_leads = False

    @property
    def is_better(self) -> bool:
        """Whether a round is clearly better than the model as it was."""
        return self._best[0]

    def judged(self, number: int, score: Score) -> Round:
        """The next round."""
        is_clear = score.is_clearly_above(self._before)
        self.newest_leads = (is_clear, score.f1) > self._best
        self._best = max(self._best, (is_clear, score.f1))
        worth = score.f1 if is_clear else min(score.f1, self._before.f1)
        return Round(number, score.f1, worth - number * _EARLIER)
