from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.nlp.chain import Chain
from desktop.nlp.clusters import ClusterTable
from desktop.nlp.features import FeatureExtractor
from desktop.nlp.gazetteer import Gazetteer
from desktop.nlp.name_table import NameTable
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


def tagger() -> Tagger:
    return Tagger(kind="words", chain=CHAIN, tables=TABLES)


def test_names_are_found_with_scores() -> None:
    found = tagger().tag(WORDS)
    assert [(run.start, run.end, run.label) for run in found] == [(0, 2, "PER"), (4, 5, "LOC")]
    assert all(0.5 < run.score < 1 for run in found)
    assert tagger().tag([]) == tagger().tag(["wohnt"]) == []


@given(st.lists(st.sampled_from(["Anna", "Berger", "in", "Bonn", "bonn", "-"]), min_size=1, max_size=9))
def test_what_is_kept_of_word_types_adds_up_to_what_all_features_say(words: Sequence[str]) -> None:
    """The tagger sums types once and shifts them to their neighbours; training sees plain lists."""
    plain = CHAIN.scores(FeatureExtractor(TABLES)(words))
    reading = tagger()
    for _ in range(2):
        assert reading._scores(words, []) == pytest.approx(plain)


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
