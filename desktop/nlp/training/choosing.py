"""How much of each fitted model goes into the sum, how much networks say beside it, and how readily both
find a name: chosen on sentences that were not trained on, by F1 of the plain labels.
"""

from collections.abc import Iterable, Sequence
from itertools import product
from typing import NamedTuple

import numpy as np

from desktop.nlp.chain import Chain
from desktop.nlp.keyed import Array, Keyed
from desktop.nlp.network import Network
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

_BESIDES = (0.7, 0.85, 1.0, 1.4, 0.5)
"""What the mean scores of networks are multiplied by."""


class Choice(NamedTuple):
    """Shares of the models, what is taken from O, and what the mean scores of networks are multiplied by."""

    shares: tuple[float, ...]
    leaning: float
    beside: float = 0.0


def choose(
    parts: Sequence[Weights],
    sentences: Sequence[Sentence],
    extract: Extract,
    networks: Sequence[Network] = (),
) -> Choice:
    """The best choice; of equals the first, so the plainest."""
    mixes = [(share, 1 - share) for share in _SHARES] if len(parts) == 2 else [(1.0,)]
    chains = [packed(part, smallest=0.0) for part in parts]
    keyed = [Keyed.of(extract(sentence)) for sentence in sentences]
    scores = [[chain.scores(of_one) for of_one in keyed] for chain in chains]
    others = [_mean(networks, of_one, len(chains[0].tags)) for of_one in keyed]
    true: set[LabelledSpan] = {
        (i, *span) for i, sentence in enumerate(sentences) for span in sentence.spans()
    }

    def f1(choice: Choice) -> float:
        mixed = _mixed(chains, choice.shares)
        rows = zip(zip(*scores, strict=True), others, strict=True)
        found = _spans(mixed, (_leant(mixed, of_one, other, choice) for of_one, other in rows))
        return score(true, found, counts=is_plain).f1

    # The shares first: all choices at once would take an hour.
    first = max((Choice(mix, 0.0, _BESIDES[0]) for mix in mixes), key=f1)
    factors = _BESIDES if networks else (0.0,)
    rest = (Choice(first.shares, leaning, factor) for factor, leaning in product(factors, _LEANINGS))
    return max(rest, key=f1)


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


def _mean(networks: Sequence[Network], words: Keyed, tags: int) -> Array:
    """What networks say of the words of a sentence, none: zeros."""
    scores = np.zeros((words.lists, tags))
    for network in networks:
        scores += network.scores(network.sums(words)) / len(networks)
    return scores


def _leant(chain: Chain, scores: Sequence[Array], beside: Array, choice: Choice) -> Array:
    mixed = np.sum([share * of_one for share, of_one in zip(choice.shares, scores, strict=True)], axis=0)
    mixed += choice.beside * beside
    mixed[:, chain.tags.index("O")] -= choice.leaning
    return mixed


def _spans(chain: Chain, scores: Iterable[Array]) -> set[LabelledSpan]:
    return {
        (i, *run)
        for i, of_one in enumerate(scores)
        for run in runs(chain.tags[column] for column in chain.best(of_one))
    }
