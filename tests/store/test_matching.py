"""Where the same name stands, in other cases and other German forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import search, spans
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


@given(st.text("aB ß-\n", max_size=30), st.text("aB ß", min_size=1, max_size=3).filter(str.strip))
def test_the_plain_way_finds_what_the_article_view_would(text: str, surface: str) -> None:
    """Words without white space around or in them mean the same to both."""
    if surface == "".join(surface.split()):
        assert occurrences(text, surface, EXACT) == spans.occurrences(text, surface)


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
