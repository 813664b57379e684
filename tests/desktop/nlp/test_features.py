import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.nlp.clusters import ClusterTable
from desktop.nlp.features import FeatureExtractor
from desktop.nlp.gazetteer import Gazetteer
from desktop.nlp.name_table import NameTable
from desktop.nlp.word_types import Tables, shape


def extractor() -> FeatureExtractor:
    clusters = ClusterTable.pack([
        ("Putin", 0b101101, -12.0), ("in", 10, -4.0), ("Kreml", 208, -12.0), ("Regierung", 513, -10.0)
    ])  # fmt: skip
    names = NameTable.pack({"Wladimir": ["F"], "Moskau": ["C3"], "Land": ["L"]})
    return FeatureExtractor(Tables(clusters, Gazetteer({"CITY": ["Moskau"]}), names))


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


def test_a_compound_in_one_word_shows_its_head_and_what_its_first_part_is() -> None:
    (features,) = extractor()(["Landesregierung"])
    assert {"ch513", "ch81", "cwregierung", "cplandes"} <= set(features)
    (linked,) = extractor()(["Landsregierung"])
    assert "cnL" in linked, "without the -s that joins the parts"
    assert not any(feature.startswith("cw") for feature in extractor()(["Regierung"])[0])


def test_known_names_are_seen_where_they_stand_and_beside_it() -> None:
    first, second = extractor()(["Wladimirs", "Putin"])
    assert {"nF", "ncF"} <= set(first)
    assert {"-1nF", "pcF"} <= set(second)
    assert "nC3" in extractor()(["MOSKAU"])[0]
    assert "nhC3" in extractor()(["Moskau-Reise"])[0]


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
