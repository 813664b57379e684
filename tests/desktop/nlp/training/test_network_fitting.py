from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.nlp.clusters import ClusterTable
from desktop.nlp.features import FeatureExtractor
from desktop.nlp.gazetteer import Gazetteer
from desktop.nlp.keyed import Array, Keyed
from desktop.nlp.name_table import NameTable
from desktop.nlp.network import Dense, Network
from desktop.nlp.training import gradients, network_fitting
from desktop.nlp.training.data import Sentence
from desktop.nlp.training.network_fitting import NetworkFit
from desktop.nlp.word_types import Tables

TAGS = ("B-LOC", "B-PER", "O")
SENTENCES = [
    Sentence(["Anna", "wohnt", "in", "Köln", "."], ["B-PER", "O", "O", "B-LOC", "O"]),
    Sentence(["In", "Bonn", "schwieg", "Anna", "."], ["O", "B-LOC", "O", "B-PER", "O"]),
    Sentence(["Sie", "kam", "aus", "Köln", "."], ["O", "O", "O", "B-LOC", "O"]),
] * 5
SMALL = NetworkFit(width=8, layers=1, minfreq=1, epochs=30, words=20, rate=0.05, hidden=0.1, formless=0.1)
TABLES = Tables(ClusterTable.pack([]), Gazetteer({}), NameTable.pack({}))


def fitted(plan: NetworkFit) -> Network:
    return network_fitting.fit(SENTENCES, FeatureExtractor(TABLES), TAGS, plan)


def read(network: Network, words: str) -> list[str]:
    sums = network.sums(Keyed.of(FeatureExtractor(TABLES)(words.split())))
    return [TAGS[column] for column in network.scores(sums).argmax(axis=1)]


@pytest.fixture(scope="module")
def small() -> Network:
    return fitted(SMALL)


def test_a_network_learns_what_it_is_shown(small: Network) -> None:
    for sentence in SENTENCES[:3]:
        assert read(small, " ".join(sentence.words)) == sentence.tags


def test_the_same_data_give_the_same_bytes_and_another_seed_others(small: Network) -> None:
    assert fitted(SMALL).to_bytes() == small.to_bytes()
    assert fitted(replace(SMALL, seed=2)).to_bytes() != small.to_bytes()


def test_rare_features_have_no_rows() -> None:
    assert len(fitted(replace(SMALL, epochs=1, minfreq=6))) < len(fitted(replace(SMALL, epochs=1)))


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10_000))
def test_the_way_back_is_the_slope_of_the_way_forward(seed: int) -> None:
    """Every gradient against the difference quotient, two layers of two pieces, some numbers hidden."""
    random = np.random.default_rng(seed)
    width, rows, tags = 3, 5, 2
    layer = [(3 * width, 2 * width), (2 * width,), (width,), (width,)]
    shapes = [(width,), (width,), *layer, *layer, (width, tags), (tags,)]
    dense = Dense.of([random.standard_normal(shape) for shape in shapes])
    sums = random.standard_normal((rows, width))
    kept = [(random.random((rows, width)) < 0.8) / 0.8 for _ in range(3)]
    of_scores = random.standard_normal((rows, tags))

    def loss() -> float:
        return float((gradients.forward(sums, dense, kept).scores * of_scores).sum())

    of_arrays, of_sums = gradients.backward(gradients.forward(sums, dense, kept), of_scores, dense)
    for array, gradient in zip((sums, *dense.arrays()), (of_sums, *of_arrays.arrays()), strict=True):
        at = tuple(int(random.integers(size)) for size in array.shape)
        assert gradient[at] == pytest.approx(_slope(loss, array, at), rel=1e-3, abs=1e-4)


def _slope(loss: Callable[[], float], array: Array, at: tuple[int, ...]) -> float:
    little = 1e-6
    array[at] += little
    above = loss()
    array[at] -= 2 * little
    below = loss()
    array[at] += little
    return (above - below) / (2 * little)
