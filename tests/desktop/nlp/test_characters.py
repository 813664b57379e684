from hypothesis import given
from hypothesis import strategies as st

from desktop.nlp.characters import CharacterExtractor, script
from desktop.nlp.clusters import ClusterTable
from desktop.nlp.gazetteer import Gazetteer
from desktop.nlp.name_table import NameTable
from desktop.nlp.word_types import Tables


def extractor(**names: list[str]) -> CharacterExtractor:
    return CharacterExtractor(Tables(ClusterTable.pack([]), Gazetteer(names), NameTable.pack({})))


def test_scripts_are_told_apart() -> None:
    assert "".join(map(script, ["首", "の", "カ", "국", "ก", "7", "B", "b", "。", ""])) == "hakgtdXx。"


def test_a_known_name_is_marked_from_its_first_character_to_its_last() -> None:
    found = extractor(CITY=["東京", "東京都"])(list("が東京都で"), [])
    assert [[f for f in features if f.startswith("GCITY")] for features in found] == [
        [],
        ["GCITYB"],
        ["GCITYM"],
        ["GCITYE"],
        [],
    ]
    assert "G+CITY" in found[0]
    assert "G-CITY" in found[4]


def test_korean_words_between_spaces_show_their_beginning_and_their_ending() -> None:
    words = list("푸틴은서울")
    found = extractor()(words, [False, False, True, False, False])
    assert {"e<푸틴", "e=틴은", "spM", "el3.1", "e+서울"} <= set(found[1])
    assert {"e<서", "e-틴은", "spB"} <= set(found[3])


def test_a_stretch_of_one_script_is_seen_whole() -> None:
    assert {"Rkプーチン", "rpkM"} & set(extractor()(list("プーチン氏"), [])[1]) == {"rpkM"}
    assert "RMプーチン" in extractor()(list("プーチン氏"), [])[1]


@given(st.lists(st.tuples(st.text(min_size=1, max_size=2), st.booleans()), max_size=12))
def test_any_tokens_have_features_with_spaces_and_without(tokens: list[tuple[str, bool]]) -> None:
    words, spaces = [word for word, _ in tokens], [space for _, space in tokens]
    extract = extractor(CITY=["ab"])
    assert len(extract(words, spaces)) == len(extract(words, [])) == len(words)
