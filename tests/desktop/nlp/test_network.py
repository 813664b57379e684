import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.nlp.keyed import Keyed, key
from desktop.nlp.network import LARGEST, Dense, Network, normalised, windows

FEATURES = ("w1", "w2", "w3", "w4")
WIDTH, LAYERS, PIECES, TAGS = 5, 2, 3, 4


def arrays(seed: int) -> list[np.ndarray]:
    random = np.random.default_rng(seed)
    layer = [(3 * WIDTH, WIDTH * PIECES), (WIDTH * PIECES,), (WIDTH,), (WIDTH,)]
    shapes = [(WIDTH,), (WIDTH,), *LAYERS * layer, (WIDTH, TAGS), (TAGS,)]
    return [random.standard_normal(shape) for shape in shapes]


def network(seed: int = 3) -> Network:
    rows = np.random.default_rng(seed).standard_normal((len(FEATURES), WIDTH))
    keys = np.array([key(feature) for feature in FEATURES], dtype=np.uint32)
    return Network.pack(keys, rows, Dense.of(arrays(seed)))


def test_the_rows_of_features_add_up_and_unknown_ones_say_nothing() -> None:
    found = network().sums(Keyed.of([["w1", "w3"], [], ["not a feature"], ["w1"], ["w3"]]))
    assert found[0] == pytest.approx(found[3] + found[4])
    assert found[0].any()
    assert not found[1].any()
    assert not found[2].any()
    assert network().sums(Keyed.of([])).shape == (0, WIDTH)


def test_rows_are_those_that_went_in_but_for_rounding() -> None:
    rows = np.random.default_rng(3).standard_normal((len(FEATURES), WIDTH))
    found = network(3).sums(Keyed.of([[feature] for feature in FEATURES]))
    assert found == pytest.approx(rows, abs=np.abs(rows).max() / LARGEST / 2 * 1.001)


@given(st.lists(st.lists(st.sampled_from(FEATURES), max_size=3), min_size=1, max_size=7), st.integers(0, 6))
def test_a_word_is_heard_two_words_off_through_two_layers_but_no_farther(
    words: list[list[str]], at: int
) -> None:
    at %= len(words)
    assume(set(words[at]) != {"w4"})
    changed = [*words]
    changed[at] = ["w4"]
    before, after = (network().scores(network().sums(Keyed.of(it))) for it in (words, changed))
    for i in range(len(words)):
        if abs(i - at) > LAYERS:
            assert after[i] == pytest.approx(before[i], abs=1e-5)
    assert after[at] != pytest.approx(before[at], abs=1e-5)


@given(st.integers(0, 20))
def test_a_network_survives_the_file(seed: int) -> None:
    whole = network(seed).weighted(1.0)
    read = Network.from_bytes(whole.to_bytes())
    assert read.to_bytes() == whole.to_bytes()
    assert (len(read), read.width, read.tags) == (len(FEATURES), WIDTH, TAGS)
    sums = whole.sums(Keyed.of([["w1"], ["w2", "w4"]]))
    assert (read.scores(sums) == whole.scores(sums)).all()


def test_a_share_multiplies_the_scores() -> None:
    sums = network().sums(Keyed.of([["w1"], ["w2"]]))
    assert network().weighted(0.5).scores(sums) == pytest.approx(network().scores(sums) / 2, abs=0.05)


def test_no_words_have_no_scores() -> None:
    assert network().scores(network().sums(Keyed.of([]))).shape == (0, TAGS)


def test_a_normalised_row_has_mean_0_and_variance_1() -> None:
    rows = normalised(np.array([[1.0, 2.0, 6.0], [4.0, 4.0, 4.0]]), np.ones(3), np.zeros(3))
    assert rows.mean(axis=1) == pytest.approx([0, 0])
    assert rows[0].var() == pytest.approx(1, abs=1e-4)
    assert not rows[1].any(), "nothing to stretch"


def test_windows_hold_each_row_between_its_neighbours() -> None:
    assert windows(np.array([[1.0], [2.0], [3.0]])).tolist() == [[0, 1, 2], [1, 2, 3], [2, 3, 0]]


@pytest.mark.parametrize("damage", [lambda data: data[:-1], lambda data: b"XXXX" + data[4:], lambda _: b""])
def test_a_damaged_network_is_refused(damage: object) -> None:
    with pytest.raises(ValueError, match="packed network"):
        Network.from_bytes(damage(network().to_bytes()))  # type: ignore[operator]
