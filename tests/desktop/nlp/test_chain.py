from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.nlp.chain import Chain
from desktop.nlp.keyed import Keyed

TAGS = ("B-PER", "I-PER", "O")
WEIGHTS = st.dictionaries(
    st.text(min_size=1, max_size=4),
    st.dictionaries(st.sampled_from(TAGS), st.floats(-5, 5), min_size=1),
    min_size=1,
    max_size=20,
)
TRANSITIONS = st.fixed_dictionaries({pair: st.floats(-3, 3) for pair in product(TAGS, TAGS)})
SCORES = st.lists(st.tuples(*[st.floats(-8, 8)] * len(TAGS)), min_size=1, max_size=5).map(np.array)


@given(WEIGHTS, TRANSITIONS)
def test_the_weights_of_a_packed_chain_are_those_that_went_in_but_for_rounding(
    weights: dict[str, dict[str, float]], transitions: dict[tuple[str, str], float]
) -> None:
    chain = Chain.pack(weights, transitions)
    step = max(abs(w) for by_tag in weights.values() for w in by_tag.values()) / 127
    rows = chain.scores(Keyed.of([[feature] for feature in weights]))
    for row, by_tag in zip(rows, weights.values(), strict=True):
        assert list(row) == pytest.approx([by_tag.get(tag, 0.0) for tag in TAGS], abs=step / 2 + 1e-9)


@given(WEIGHTS)
def test_the_scores_of_features_add_up_and_unknown_ones_say_nothing(
    weights: dict[str, dict[str, float]],
) -> None:
    chain = Chain.pack(weights, {("O", "O"): 0.0, ("B-PER", "I-PER"): 0.0})
    together = chain.scores(Keyed.of([[*weights, "not a feature"], []]))
    assert together[0] == pytest.approx(
        chain.scores(Keyed.of([[feature] for feature in weights])).sum(axis=0)
    )
    assert not together[1].any()


@settings(max_examples=50)
@given(TRANSITIONS, SCORES)
def test_the_best_path_and_the_marginals_are_those_of_all_paths(
    transitions: dict[tuple[str, str], float], scores: np.ndarray
) -> None:
    chain = Chain.pack({"b": {"O": 1.0}}, transitions)
    follow = np.array([[transitions[a, b] for b in TAGS] for a in TAGS], dtype=np.float32)
    paths = list(product(range(len(TAGS)), repeat=len(scores)))
    sums = np.array([
        sum(scores[i][t] for i, t in enumerate(path)) + sum(follow[a, b] for a, b in pairwise(path))
        for path in paths
    ])  # fmt: skip
    assert sums[paths.index(tuple(chain.best(scores)))] == pytest.approx(sums.max())
    shares = np.exp(sums - sums.max())
    expected = np.zeros(scores.shape)
    for path, share in zip(paths, shares / shares.sum(), strict=True):
        expected[range(len(path)), path] += share
    assert chain.marginals(scores) == pytest.approx(expected, abs=1e-6)


@given(WEIGHTS, TRANSITIONS)
def test_a_chain_survives_the_file(
    weights: dict[str, dict[str, float]], transitions: dict[tuple[str, str], float]
) -> None:
    chain = Chain.pack(weights, transitions)
    read = Chain.from_bytes(chain.to_bytes())
    assert read.to_bytes() == chain.to_bytes()
    assert (read.tags, len(read)) == (chain.tags, len(chain))
    assert (read.scores(Keyed.of([weights])) == chain.scores(Keyed.of([weights]))).all()


def test_no_words_have_no_tags() -> None:
    chain = Chain.pack({}, {("O", "O"): 0.0})
    assert chain.best(chain.scores(Keyed.of([]))) == []


@pytest.mark.parametrize("damage", [lambda data: data[:-1], lambda data: b"XXXX" + data[4:], lambda _: b""])
def test_a_damaged_chain_is_refused(damage: object) -> None:
    whole = Chain.pack({"a": {"O": 1.0}}, {("O", "O"): 0.5}).to_bytes()
    with pytest.raises(ValueError, match="packed chain"):
        Chain.from_bytes(damage(whole))  # type: ignore[operator]
