"""Goes on training a packed CRF on a project's own articles, staying near what it knew.

What is learnt is a difference to the weights that were there: it starts at nothing, is made of the features
that the new sentences show at least twice, and is drawn back to nothing after each round, so that a few
articles move the model a little and many move it far. Steps are as long as AdaGrad has them (J. Duchi,
E. Hazan, Y. Singer, JMLR 2011). Nothing is drawn at random but the order of batches, from a fixed seed.
"""

from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

import numpy as np

from desktop.nlp.adapting.lattice import Array, Batch, step
from desktop.nlp.chain import Chain
from desktop.nlp.keyed import Keyed, keys_of
from desktop.nlp.network import Network, add

BATCH = 24
"""Sentences of one step."""

SEEN = 2
"""A feature counts if so many words show it."""

SMALLEST = 0.01
"""Weights nearer to 0 are left out of the result."""

_RATE, _TRANSITION_RATE = 0.1, 0.03
_KEPT = 0.9
"""Share of the difference that stays after a round."""

_FIRST_SQUARE, _FIRST_SQUARE_OF_PAIRS = 1.0, 10.0
"""What AdaGrad has seen before the first step: without it the first steps would be the longest."""

_CLEAR = 0.002
"""A word whose tags are this near to what is known teaches nothing more."""

OUTSIDE = "O"


Features = list[Array]
"""The keys of the features of each word of a sentence."""


class Example(NamedTuple):
    """A sentence: its features, and the tags that each word may have (None: nothing is known of it)."""

    features: Features
    allowed: list[frozenset[str] | None]


class Prepared(NamedTuple):
    """A batch whose features are rows of weights: those of the word `owners[i]` begin at `starts[i]`."""

    base: Array
    allowed: Array
    lengths: Array
    rows: Array
    starts: Array
    owners: Array


class Adapter:
    """Sentences and a chain -> the chain that also knows the sentences.

    `networks` speak beside the chain and learn nothing. `labels` may be new to the chain. `trust` is what
    counts of what both know: less than 1 where the articles are of another kind than what they have learnt
    from.
    """

    def __init__(
        self,
        chain: Chain,
        examples: Sequence[Example],
        *,
        networks: Sequence[Network] = (),
        labels: Sequence[str] = (),
        trust: float = 1.0,
    ) -> None:
        self._base, self._networks, self._trust = chain, networks, trust
        self.tags = with_labels(chain.tags, labels)
        self._columns = {tag: i for i, tag in enumerate(self.tags)}
        self._transitions = trust * grown_transitions(chain, self.tags)
        self._moved = np.zeros_like(self._transitions)
        self._squares = np.full_like(self._transitions, _FIRST_SQUARE_OF_PAIRS)
        self._keys = _frequent(examples)
        self._weights = np.zeros((len(self._keys), len(self.tags)), dtype=np.float32)
        self._sums = np.full_like(self._weights, _FIRST_SQUARE)
        self._batches = [self._prepared(some) for some in of_a_length(examples)]
        self._words = sum(int(it.lengths.sum()) for it in self._batches)
        self._random = Random(0)

    def rounds(self) -> Iterator[float]:
        """Train for ever: the loss a word of each round. Between two `chain` gives what is there."""
        while True:
            self._random.shuffle(self._batches)
            loss = sum(self._learn(batch) for batch in self._batches)
            self._weights *= _KEPT
            self._moved *= _KEPT
            yield loss / max(self._words, 1)

    def chain(self) -> Chain:
        """The old weights and what was learnt, added up."""
        old, before = self._base.matrix()
        keys = np.union1d(old, self._keys)
        weights = np.zeros((len(keys), len(self.tags)), dtype=np.float32)
        columns = [self._columns[tag] for tag in self._base.tags]
        weights[np.searchsorted(keys, old)[:, None], columns] += self._trust * before
        weights[np.searchsorted(keys, self._keys)] += self._weights
        weights[np.abs(weights) < SMALLEST] = 0.0
        return Chain.of_matrix(self.tags, self.following, keys, weights)

    @property
    def following(self) -> Array:
        """Which tag follows which, as it is now."""
        return self._transitions + self._moved

    def held(self, sentences: Sequence[Features]) -> list[Prepared]:
        """Sentences that are only to be read, one each."""
        return [self._prepared([Example(words, [None] * len(words))]) for words in sentences if words]

    def scores(self, held: Prepared) -> Array:
        """One row of tag scores a word of a held sentence."""
        return self._scored(held)[0]

    def _learn(self, batch: Prepared) -> float:
        scores = self._scored(batch)
        found = step(Batch(scores, batch.allowed, batch.lengths), self.following)
        self._move_transitions(found.pairs)
        self._move_weights(batch, found.tags.reshape(-1, len(self.tags)))
        return found.loss

    def _scored(self, batch: Prepared) -> Array:
        scores = batch.base.copy()
        if len(batch.rows):
            learnt = np.add.reduceat(self._weights[batch.rows], batch.starts[:-1], axis=0)
            scores.reshape(-1, len(self.tags))[batch.owners] += learnt
        return scores

    def _move_transitions(self, gradient: Array) -> None:
        self._squares += gradient**2
        self._moved += _TRANSITION_RATE * gradient / np.sqrt(self._squares)

    def _move_weights(self, batch: Prepared, gradient: Array) -> None:
        counts = np.diff(batch.starts)
        unclear = np.abs(gradient[batch.owners]).max(axis=1) > _CLEAR
        if not unclear.any():
            return
        taken = np.repeat(unclear, counts)
        rows = batch.rows[taken]
        of_word = np.repeat(batch.owners[unclear], counts[unclear])
        order = np.argsort(rows, kind="stable")
        rows = rows[order]
        firsts = np.flatnonzero(np.concatenate(([True], rows[1:] != rows[:-1])))
        summed = np.add.reduceat(gradient[of_word[order]].astype(np.float32), firsts, axis=0)
        touched = rows[firsts]
        sums = self._sums[touched] + summed**2
        self._sums[touched] = sums
        self._weights[touched] += _RATE * summed / np.sqrt(sums)

    def _prepared(self, examples: Sequence[Example]) -> Prepared:
        lengths = np.array([len(it.features) for it in examples])
        shape = (len(examples), int(lengths.max()), len(self.tags))
        base, allowed = np.zeros(shape), np.ones(shape, dtype=bool)
        rows: list[Array] = []
        starts, owners = [0], []
        old = [self._columns[tag] for tag in self._base.tags]
        for i, example in enumerate(examples):
            keyed = Keyed.of_keys(example.features)
            scores = add(self._base.scores(keyed), self._networks, keyed)
            base[i, : lengths[i], old] = self._trust * scores.T
            for k, keys in enumerate(example.features):
                if (tags := example.allowed[k]) is not None:
                    allowed[i, k] = [tag in tags for tag in self.tags]
                at = np.minimum(np.searchsorted(self._keys, keys), max(len(self._keys) - 1, 0))
                known = at[self._keys[at] == keys] if len(self._keys) else at[:0]
                if len(known):
                    rows.append(known)
                    starts.append(starts[-1] + len(known))
                    owners.append(i * shape[1] + k)
        joined = np.concatenate(rows).astype(np.int32) if rows else np.zeros(0, dtype=np.int32)
        return Prepared(
            base.astype(np.float32),
            allowed,
            lengths,
            joined,
            np.array(starts),
            np.array(owners, dtype=np.int64),
        )


def keys_of_words(features: Sequence[Sequence[str]]) -> list[Array]:
    """The features of each word as a chain finds them."""
    return [np.array(keys_of(of_word), dtype=np.uint32) for of_word in features]


def with_labels(tags: Sequence[str], labels: Sequence[str]) -> tuple[str, ...]:
    """The tags, and those of labels that have none yet."""
    new = [f"{letter}-{label}" for label in labels for letter in "BI"]
    return (*tags, *(tag for tag in new if tag not in tags))


def grown_transitions(chain: Chain, tags: Sequence[str]) -> Array:
    """The transitions of all tags: those of new labels are like those of the known ones on average."""
    known = {tag: i for i, tag in enumerate(chain.tags)}
    kinds: dict[tuple[str, str, bool], list[float]] = {}
    for left, i in known.items():
        for right, j in known.items():
            kinds.setdefault(_kind(left, right), []).append(float(chain.transitions[i, j]))
    usual = {kind: sum(values) / len(values) for kind, values in kinds.items()}
    return np.array([
        [
            chain.transitions[known[left], known[right]]
            if left in known and right in known
            else usual.get(_kind(left, right), 0.0)
            for right in tags
        ]
        for left in tags
    ])  # fmt: skip


def _kind(left: str, right: str) -> tuple[str, str, bool]:
    return left[0], right[0], left[2:] == right[2:]


def _frequent(examples: Sequence[Example]) -> Array:
    """The keys, sorted, that at least `SEEN` words show."""
    every = [keys for example in examples for keys in example.features]
    if not every:
        return np.zeros(0, dtype=np.uint32)
    keys, counts = np.unique(np.concatenate(every), return_counts=True)
    return keys[counts >= SEEN]


def of_a_length(examples: Sequence[Example]) -> Iterator[Sequence[Example]]:
    """Batches of sentences of about one length, without empty ones."""
    ordered = sorted((it for it in examples if it.features), key=lambda it: len(it.features))
    return (ordered[at : at + BATCH] for at in range(0, len(ordered), BATCH))
