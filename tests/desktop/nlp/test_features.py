import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.nlp.clusters import ClusterTable
from desktop.nlp.features import FeatureExtractor, shape
from desktop.nlp.gazetteer import Gazetteer


def extractor() -> FeatureExtractor:
    clusters = ClusterTable.pack([("Putin", 0b101101, -12.0), ("in", 10, -4.0), ("Kreml", 208, -12.0)])
    return FeatureExtractor(clusters=clusters, gazetteer=Gazetteer({"CITY": ["Moskau"]}))


@pytest.mark.parametrize(
    ("word", "pattern"),
    [("Berlin-Mitte", "Xxx-Xxx"), ("EU", "XX"), ("NATO", "XX"), ("1990er", "ddxx"), ("", ""), ("...", "..")],
)
def test_shape(word: str, pattern: str) -> None:
    assert shape(word) == pattern


def test_a_word_shows_its_cluster_in_several_grains_and_its_neighbours() -> None:
    first, second, third = extractor()(["Putin", "in", "Moskau"])
    assert {"wPutin", "B45", "B4=13", "Cap", "qtin", "1lin", "2lmoskau"} <= set(first)
    assert {"-1B45", "-1C", "G+CITY"} <= set(second)
    assert {"G=CITY", "B?", "pr?", "1^"} <= set(third)


def test_a_hyphen_compound_shows_the_cluster_of_its_first_part() -> None:
    (features,) = extractor()(["Kreml-Sprecher"])
    assert {"hfkreml", "hlsprecher", "hfB208", "hlB?", "hsXX"} <= set(features)


def test_short_quotations_and_brackets_are_marked_long_ones_are_not() -> None:
    short = extractor()(["der", "„", "Große", "Spiegel", "“", "(", "dpa", ")"])
    assert "QB2" in short[2]
    assert "QI2" in short[3]
    assert "PAR" in short[6]
    long = extractor()(["„", *["Wort"] * 9, "“"])
    assert not any(feature.startswith("Q") for word in long for feature in word)


@given(st.lists(st.text(min_size=1, max_size=6), max_size=8))
def test_any_words_have_features_and_the_cache_changes_nothing(words: list[str]) -> None:
    extract = extractor()
    assert extract(words) == extract(words) == extractor()(words)
    assert len(extract(words)) == len(words)
