"""What a linear chain believes of many sentences at once, free or within what is known of their tags.

A sentence of which only some tags are known is an example all the same: the probability of all sequences
that agree with what is known is made larger (Y. Tsuboi et al.: Training conditional random fields using
incomplete annotations, COLING 2008). Its gradient is the difference of two expectations, each found by going
forward and backward once. Sentences of one batch are filled up to the same length.
"""

from typing import Any, NamedTuple

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]

_FLOOR = 1e-300


class Batch(NamedTuple):
    """`scores` and `allowed` of shape (sentences, words, tags); `lengths` counts the words of each."""

    scores: Array
    allowed: Array
    lengths: Array


class Expected(NamedTuple):
    """Expected tags (sentences, words, tags), expected pairs (tags, tags), and log sum of each sentence."""

    tags: Array
    pairs: Array
    log_sums: Array


class Step(NamedTuple):
    """Where the likelihood of what is known grows, and its negative logarithm."""

    tags: Array
    pairs: Array
    loss: float


def step(batch: Batch, transitions: Array) -> Step:
    """The gradient of the log likelihood, by scores of tags and of transitions."""
    follow = np.exp(transitions)
    scores = batch.scores.astype(np.float64)
    within = np.where(batch.allowed, scores, -np.inf)
    known, known_loss = _expected_of(within, follow, batch.lengths)
    free, free_loss = _expected_of(scores, follow, batch.lengths)
    return Step(known.tags - free.tags, known.pairs - free.pairs, free_loss - known_loss)


def _expected_of(scores: Array, follow: Array, lengths: Array) -> tuple[Expected, float]:
    """Expectations, and the logarithm of the sum over all sequences; each word's best tag counts 1."""
    top = scores.max(axis=2, keepdims=True)
    found = expected(np.exp(scores - top), follow, lengths)
    inside = np.arange(scores.shape[1])[None, :] < lengths[:, None]
    return found, float(found.log_sums.sum() + top[:, :, 0][inside].sum())


def expected(emitted: Array, follow: Array, lengths: Array) -> Expected:
    """Forward and backward; `emitted` and `follow` are exponentials of scores. Words beyond a sentence's end
    get nothing.
    """
    sentences, words, tags = emitted.shape
    inside = np.arange(words)[None, :] < lengths[:, None]
    forward = np.zeros_like(emitted)
    sums = np.ones((sentences, words))
    row = emitted[:, 0]
    for i in range(words):
        if i:
            row = (forward[:, i - 1] @ follow) * emitted[:, i]
        total = row.sum(axis=1)
        sums[:, i] = np.where(inside[:, i], np.maximum(total, _FLOOR), 1.0)
        forward[:, i] = np.where(inside[:, i, None], row / sums[:, i, None], forward[:, i - 1])
    backward = np.ones_like(emitted)
    pairs = np.zeros((tags, tags))
    for i in range(words - 1, 0, -1):
        onward = emitted[:, i] * backward[:, i] / sums[:, i, None] * inside[:, i, None]
        pairs += forward[:, i - 1].T @ onward
        backward[:, i - 1] = np.where(inside[:, i, None], onward @ follow.T, 1.0)
    marginals = forward * backward * inside[:, :, None]
    return Expected(marginals, pairs * follow, np.log(sums).sum(axis=1))
