"""What a tagger nearly found: every run of words that may be a name, with its probability. Pure.

The probability of a run is that of all tag sequences that have exactly this run with this label, by forward
and backward sums (L. Rabiner, 1989; A. Culotta, A. McCallum, Confidence estimation for information
extraction, HLT-NAACL 2004). A fitted chain is surer than it is right, so that all its scores are divided by
`TEMPERATURE` before (C. Guo et al., On calibration of modern neural networks, ICML 2017): what is said to
have 0.2 then is a name in a quarter of cases, and what is said to have 0.9 in 93 of 100.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from desktop.nlp.chain import Chain
from desktop.nlp.keyed import Array

TEMPERATURE = 2.0
"""Of 1, 2 and 3 the one with the least log loss on the 220 articles made of GermEval's development set (the
German model): on all of them, by which it was chosen, and on either half alone. Other languages would be
nearer to 3, which makes half as many offers again or more and finds a tenth more of the names. With 2 the key
offers of a hundred names for which nothing is suggested 64 in German (at 8 offers in 1,000 words), 68 in
Portuguese (6), 46 in English (6), 39 in Danish (6) and 37 in Indonesian (8).
"""

LEAST = 0.02
"""Runs with less are not told. Of 0.05, 0.03 and 0.02 the one with the fewest presses on these articles, in
per cent of those from scratch: 26.8 on the first half (with 0.05: 27.1), 23.1 on the second (23.3). Both were
looked at before it was chosen. 0.01 saves hardly more (24.80 on all of them, 0.02: 24.88) and tells more.
"""

LONGEST = 32
"""Tokens. In scripts without spaces they are characters or clusters, and eight of them are too few: with
eight 28 of a hundred wrong Japanese suggestions had the right one among their readings, with 32 it is 35.
"""


class Variant(NamedTuple):
    """A run of tokens [start, end) of one sentence that may have this label, and how probable that is."""

    start: int
    end: int
    label: str
    score: float


class _Sums(NamedTuple):
    """Per word and tag: what the word says, all ways to it, all ways from it; `norm` joins the two."""

    said: Array
    follow: Array
    forward: Array
    backward: Array
    norm: Array

    def ends(self, i: int, column: int) -> Array:
        """By next tag: the share of the ways on from a tag of a word."""
        after = self.follow[column] * self.said[i + 1] * self.backward[i + 1]
        return after / self.norm[i + 1]


def variants(chain: Chain, scores: Array) -> list[Variant]:
    """All runs of a sentence with at least `LEAST`, by start; `scores`: one row a word."""
    if not len(scores):
        return []
    sums = _summed(scores / TEMPERATURE, np.exp(chain.transitions / TEMPERATURE))
    columns = {tag: i for i, tag in enumerate(chain.tags)}
    begins = [at for tag, at in columns.items() if tag[0] == "B"]
    ways = sums.forward[:, begins]
    found: list[Variant] = []
    for i, which in np.argwhere(ways * sums.backward[:, begins] >= LEAST):
        label = chain.tags[begins[which]][2:]
        runs = _runs(sums, int(i), float(ways[i, which]), begins[which], columns.get(f"I-{label}"))
        found += [Variant(int(i), end, label, score) for end, score in runs]
    return sorted(found, key=lambda it: (it.start, -it.score))


def _runs(sums: _Sums, i: int, way: float, begin: int, inside: int | None) -> Iterator[tuple[int, float]]:
    """End and probability of the runs that begin at a word with this tag; `way`: all ways to it."""
    last = begin
    for end in range(i + 1, min(i + LONGEST, len(sums.said)) + 1):
        if way * sums.backward[end - 1, last] < LEAST:
            return
        if end == len(sums.said):
            yield end, way
            return
        on = sums.ends(end - 1, last)
        score = way * float(on.sum() - (on[inside] if inside is not None else 0.0))
        if score >= LEAST:
            yield end, score
        if inside is None:
            return
        way *= float(sums.follow[last, inside] * sums.said[end, inside] / sums.norm[end])
        last = inside


def _summed(scores: Array, follow: Array) -> _Sums:
    said = np.exp(scores - scores.max(axis=1, keepdims=True))
    forward, backward, norm = np.empty_like(said), np.ones_like(said), np.empty(len(said))
    row = said[0]
    for i in range(len(said)):
        if i:
            row = (forward[i - 1] @ follow) * said[i]
        norm[i] = row.sum()
        forward[i] = row / norm[i]
    for i in range(len(said) - 2, -1, -1):
        backward[i] = follow @ (said[i + 1] * backward[i + 1]) / norm[i + 1]
    return _Sums(said, follow, forward, backward, norm)
