from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.nlp.chain import Chain
from desktop.nlp.clusters import ClusterTable
from desktop.nlp.features import FeatureExtractor
from desktop.nlp.gazetteer import Gazetteer
from desktop.nlp.keyed import Keyed, key
from desktop.nlp.name_table import NameTable
from desktop.nlp.network import Dense, Network
from desktop.nlp.tagging import Tagger, runs
from desktop.nlp.word_types import Tables

WORDS = ["Anna", "Berger", "wohnt", "in", "Bonn"]
TABLES = Tables(ClusterTable.pack([]), Gazetteer({"CITY": ["Bonn"]}), NameTable.pack({"Anna": ["F"]}))
CHAIN = Chain.pack(
    {
        "b": {"O": 1.0},
        "nF": {"B-PER": 3.0},
        "-1nF": {"I-PER": 1.5},
        "Cap": {"I-PER": 0.5, "B-PER": 0.5},
        "G=CITY": {"B-LOC": 4.0},
        "2^": {"O": 0.25},
        "1lin": {"B-PER": 0.5},
        "w+in|bonn": {"O": 0.5},
    },
    {("B-PER", "I-PER"): 1.0, ("O", "I-PER"): -5.0, ("B-LOC", "I-PER"): -5.0},
)


def tagger(*networks: Network) -> Tagger:
    return Tagger(kind="words", chain=CHAIN, tables=TABLES, networks=networks)


def a_network(seed: int) -> Network:
    """Three features, random numbers, one layer."""
    random = np.random.default_rng(seed)
    shapes = [(4,), (4,), (12, 8), (8,), (4,), (4,), (4, len(CHAIN.tags)), (len(CHAIN.tags),)]
    keys = np.array([key(feature) for feature in ("b", "Cap", "G=CITY")], dtype=np.uint32)
    dense = Dense.of([random.standard_normal(shape) for shape in shapes])
    return Network.pack(keys, random.standard_normal((3, 4)), dense).weighted(1.0)


def test_names_are_found_with_scores() -> None:
    found = tagger().tag(WORDS)
    assert [(run.start, run.end, run.label) for run in found] == [(0, 2, "PER"), (4, 5, "LOC")]
    assert all(0.5 < run.score < 1 for run in found)
    assert tagger().tag([]) == tagger().tag(["wohnt"]) == []


@pytest.mark.parametrize("networks", [(), (a_network(7), a_network(8))])
@given(words=st.lists(st.sampled_from(["Anna", "Berger", "in", "Bonn", "bonn", "-"]), min_size=1, max_size=9))
def test_what_is_kept_of_word_types_adds_up_to_what_all_features_say(
    networks: Sequence[Network], words: Sequence[str]
) -> None:
    """The tagger sums types once and shifts them to their neighbours; training sees plain lists."""
    keyed = Keyed.of(FeatureExtractor(TABLES)(words))
    plain = CHAIN.scores(keyed)
    for network in networks:
        plain += network.scores(network.sums(keyed))
    reading = tagger(*networks)
    for _ in range(2):
        assert reading._scores(words, []) == pytest.approx(plain, abs=1e-5)
    assert reading.scores(keyed) == pytest.approx(plain, abs=1e-5)


def test_networks_survive_the_files_of_their_tagger_and_fit_its_tags() -> None:
    with_networks = tagger(a_network(7), a_network(8))
    read = Tagger.from_parts(with_networks.to_parts())
    assert read.tag(WORDS) == with_networks.tag(WORDS)
    assert read.to_parts() == with_networks.to_parts()
    left_over = tagger().to_parts() | {"network1.bin": b"of an older model in the same folder"}
    assert Tagger.from_parts(left_over).networks == ()
    other = Chain.pack({"b": {"O": 1.0}}, {})
    with pytest.raises(ValueError, match="4 tags, the chain has 1"):
        Tagger(kind="words", chain=other, tables=TABLES, networks=[a_network(7)])


def test_a_tagger_survives_its_files_and_damage_is_told() -> None:
    parts = tagger().to_parts()
    assert Tagger.from_parts(parts).tag(WORDS) == tagger().tag(WORDS)
    with pytest.raises(ValueError, match=r"names\.bin is damaged"):
        Tagger.from_parts(parts | {"names.bin": parts["names.bin"][:-1]})
    meta = parts["meta.json"].replace(b'"features": 2', b'"features": 1')
    with pytest.raises(ValueError, match="features words 1"):
        Tagger.from_parts(parts | {"meta.json": meta})


def test_an_inside_that_continues_nothing_begins_a_run() -> None:
    tags = ["O", "I-PER", "I-PER", "I-LOC", "B-LOC", "O"]
    assert list(runs(tags)) == [(1, 3, "PER"), (3, 4, "LOC"), (4, 5, "LOC")]
