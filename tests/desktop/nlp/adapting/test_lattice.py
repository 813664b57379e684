"""Expectations of a chain over sentences of which some tags are known, against counting every sequence."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from desktop.nlp.adapting.lattice import Array, Batch, step

TAGS = 3
scores = arrays.arrays(np.float64, (2, 4, TAGS), elements=st.floats(-4, 4))
pairs = arrays.arrays(np.float64, (TAGS, TAGS), elements=st.floats(-3, 3))
masks = arrays.arrays(np.bool_, (2, 4, TAGS)).map(lambda it: it | ~it.any(axis=2, keepdims=True))


def by_counting(batch: Batch, transitions: Array) -> tuple[Array, float]:
    """Gradient by scores, and loss, from all sequences of each sentence."""
    gradient, loss = np.zeros_like(batch.scores), 0.0
    for i, length in enumerate(batch.lengths):
        total = known = 0.0
        of_all, of_known = np.zeros_like(batch.scores[i]), np.zeros_like(batch.scores[i])
        for path in product(range(TAGS), repeat=int(length)):
            score = sum(batch.scores[i, k, tag] for k, tag in enumerate(path))
            score += sum(transitions[a, b] for a, b in pairwise(path))
            weight = np.exp(score)
            marks = np.zeros_like(of_all)
            marks[range(len(path)), path] = weight
            total, of_all = total + weight, of_all + marks
            if all(batch.allowed[i, k, tag] for k, tag in enumerate(path)):
                known, of_known = known + weight, of_known + marks
        gradient[i] = of_known / known - of_all / total
        loss += np.log(total / known)
    return gradient, loss


@given(scores, pairs, masks, st.tuples(st.integers(1, 4), st.integers(1, 4)))
def test_gradient_and_loss_are_those_of_all_sequences(
    emitted: Array, transitions: Array, allowed: Array, lengths: tuple[int, int]
) -> None:
    batch = Batch(emitted, allowed, np.array(lengths))
    found = step(batch, transitions)
    gradient, loss = by_counting(batch, transitions)
    assert found.tags == pytest.approx(gradient, abs=1e-8)
    assert found.loss == pytest.approx(loss, abs=1e-8)


def test_what_is_wholly_open_teaches_nothing() -> None:
    batch = Batch(np.ones((1, 3, TAGS)), np.ones((1, 3, TAGS), dtype=bool), np.array([3]))
    found = step(batch, np.zeros((TAGS, TAGS)))
    assert not found.tags.any()
    assert not found.pairs.any()
    assert found.loss == 0


def test_a_model_that_is_very_sure_of_something_else_gives_numbers() -> None:
    emitted = np.array([[[900.0, 0.0, 0.0], [0.0, -900.0, 0.0]]])
    allowed = np.array([[[False, True, False], [False, True, False]]])
    found = step(Batch(emitted, allowed, np.array([2])), np.zeros((TAGS, TAGS)))
    assert np.isfinite(found.tags).all()
    assert found.tags[0, 0] == pytest.approx([-1, 1, 0])
