"""Where the same name stands, in other cases and other German forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import search
from store.matching import Matching, occurrences, search_terms

EXACT, FORMS = Matching(), Matching(inflected=True)


@pytest.mark.parametrize(
    ("text", "surface", "matching", "expected"),
    [
        ("Putin und Putins Sprecher, Input", "Putin", EXACT, ["Putin"]),
        ("Putin und Putins Sprecher, putin", "Putin", FORMS, ["Putin", "Putins"]),
        ("Putin und Putins Sprecher", "Putins", FORMS, ["Putin", "Putins"]),
        ("Grüne, die Grünen, Grün", "Grünen", FORMS, ["Grüne", "Grünen", "Grün"]),
        ("Vereinte\nNationen, der Vereinten Nationen", "Vereinte Nationen", FORMS,
         ["Vereinte\nNationen", "Vereinten Nationen"]),
        ("des Bundestages und Bundestags", "Bundestag", FORMS, ["Bundestages", "Bundestags"]),
        ("Berlin, Berliner, Berlins", "Berlin", FORMS, ["Berlin", "Berlins"]),
        ("EU, eu, Eu", "EU", Matching(any_case=True), ["EU", "eu", "Eu"]),
        ("Kreml, Kremlsprecher, Altkreml", "Kreml", Matching(whole_words=False), ["Kreml", "Kreml"]),
        ("Kreml-Sprecher", "Kreml", EXACT, ["Kreml"]),
        ("Angela\u00a0 Merkel", "Angela Merkel", EXACT, ["Angela\u00a0 Merkel"]),
        ("北京和北京市", "北京", EXACT, ["北京", "北京"]),
        ("C++ und C", "C++", EXACT, ["C++"]),
        ("nichts", " ", EXACT, []),
    ],
)  # fmt: skip
def test_a_name_is_found(text: str, surface: str, matching: Matching, expected: list[str]) -> None:
    assert [text[start:end] for start, end in occurrences(text, surface, matching)] == expected


@pytest.mark.parametrize(
    ("text", "surface", "found"),
    [
        pytest.param("Der Kreml, der Kremlchef, Kreml.", "Kreml", [(4, 9), (26, 31)], id="words only"),
        pytest.param("Kreml-Sprecher im Kreml", "Kreml", [(0, 5), (18, 23)], id="a hyphen ends a word"),
        pytest.param("US und USA und U.S.", "US", [(0, 2)], id="longer abbreviations are others"),
        pytest.param("U.S. and U.S.", "U.S.", [(0, 4), (9, 13)], id="a full stop may end the surface"),
        pytest.param("G7 und G77", "G7", [(0, 2)], id="digits go on"),
        pytest.param("a_b a", "a", [(4, 5)], id="an underscore goes on"),
        pytest.param("Merkel\u00adchen Merkel", "Merkel", [(12, 18)], id="a soft hyphen goes on"),
        pytest.param("cafe\u0301 cafe", "cafe", [(6, 10)], id="a combining mark goes on"),
        pytest.param("Россия и России", "Россия", [(0, 6)], id="Cyrillic has words"),
        pytest.param("საქართველო საქართ", "საქართ", [(11, 17)], id="Georgian has words"),
        pytest.param("日本人は日本", "日本", [(0, 2), (4, 6)], id="Japanese has no spaces"),
        pytest.param("คนไทยในไทย", "ไทย", [(2, 5), (7, 10)], id="Thai has no spaces"),
        pytest.param("กำก", "ก", [(2, 3)], id="but no grapheme is cut"),
        pytest.param("푸틴은 푸틴", "푸틴", [(0, 2), (4, 6)], id="Korean particles are written on"),
        pytest.param("EUと日本", "EU", [(0, 2)], id="scripts end at each other"),
        pytest.param("aa aa", "aa", [(0, 2), (3, 5)], id="words of repeated letters"),
        pytest.param("日日日", "日日", [(0, 2)], id="none overlaps the one before"),
        pytest.param("abc", " ", [], id="an empty surface occurs nowhere"),
        pytest.param("", "a", [], id="an empty text holds nothing"),
    ],
)
def test_a_surface_occurs_as_whole_words(text: str, surface: str, found: list[tuple[int, int]]) -> None:
    assert occurrences(text, surface, EXACT) == found


WORDS = (
    "Putin",
    "Putins",
    "Vereinte",
    "Vereinten",
    "Nationen",
    "Köln",
    "EU",
    "C++",
    "北京",
    "Bundes-Tag",
    "d’Or",
)


@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join),
    st.lists(st.sampled_from([*WORDS, ".", "PUTIN"]), max_size=8).map(" ".join),
    st.builds(Matching, any_case=st.booleans(), inflected=st.booleans(), whole_words=st.booleans()),
)
def test_the_full_text_is_asked_for_every_article_that_holds_the_name(
    surface: str, text: str, matching: Matching
) -> None:
    terms = search_terms(surface, matching)
    if terms is not None and search.parse(terms) and occurrences(text, surface, matching):
        for term in search.parse(terms):
            asked = f'"{term.words}"' if not term.prefix else term.words
            assert search.hits(text, asked), (terms, term)
