"""How much of each fitted model goes into the sum, and how readily it finds a name: chosen on sentences that
were not trained on, by F1 of the plain labels.
"""

from collections.abc import Iterable, Sequence
from itertools import product
from typing import NamedTuple

import numpy as np

from desktop.nlp.chain import Array, Chain
from desktop.nlp.tagging import runs
from desktop.nlp.training.data import Sentence, is_plain
from desktop.nlp.training.fitting import Extract, Weights, added, packed
from desktop.nlp.training.scores import LabelledSpan, score

EVERYWHERE = "b"
"""The feature that every token has."""

_SHARES = (0.5, 0.7, 0.3, 0.85, 1.0, 0.0)
"""Of the first model; the second has the rest."""

_LEANINGS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
"""What is taken from the weight of O everywhere."""


class Choice(NamedTuple):
    """Shares of the models and what is taken from O."""

    shares: tuple[float, ...]
    leaning: float


def choose(parts: Sequence[Weights], sentences: Sequence[Sentence], extract: Extract) -> Choice:
    """The best choice; of equals the first, so the plainest."""
    mixes = [(share, 1 - share) for share in _SHARES] if len(parts) == 2 else [(1.0,)]
    chains = [packed(part, smallest=0.0) for part in parts]
    features = [extract(sentence) for sentence in sentences]
    scores = [[chain.scores(of_one) for of_one in features] for chain in chains]
    true: set[LabelledSpan] = {
        (i, *span) for i, sentence in enumerate(sentences) for span in sentence.spans()
    }

    def f1(shares: tuple[float, ...], leaning: float) -> float:
        mixed = _mixed(chains, shares)
        rows = zip(*scores, strict=True)
        found = _spans(mixed, (_leant(mixed, of_one, shares, leaning) for of_one in rows))
        return score(true, found, counts=is_plain).f1

    return max((Choice(*it) for it in product(mixes, _LEANINGS)), key=lambda it: f1(*it))


def chosen(parts: Sequence[Weights], choice: Choice) -> Weights:
    """The sum that was chosen."""
    weights = added(parts, choice.shares)
    everywhere = weights.states.setdefault(EVERYWHERE, {})
    everywhere["O"] = everywhere.get("O", 0.0) - choice.leaning
    return weights


def _mixed(chains: Sequence[Chain], shares: Sequence[float]) -> Chain:
    """A chain with the transitions of the sum and no features."""
    transitions = np.sum([share * it.transitions for share, it in zip(shares, chains, strict=True)], axis=0)
    tags = chains[0].tags
    pairs = {(a, b): float(transitions[i, j]) for i, a in enumerate(tags) for j, b in enumerate(tags)}
    return Chain.pack({}, pairs)


def _leant(chain: Chain, scores: Sequence[Array], shares: Sequence[float], leaning: float) -> Array:
    mixed = np.sum([share * of_one for share, of_one in zip(shares, scores, strict=True)], axis=0)
    mixed[:, chain.tags.index("O")] -= leaning
    return mixed


def _spans(chain: Chain, scores: Iterable[Array]) -> set[LabelledSpan]:
    return {
        (i, *run)
        for i, of_one in enumerate(scores)
        for run in runs(chain.tags[column] for column in chain.best(of_one))
    }
