"""Phrases, clauses and quotations, found without a parser."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.nlp import phrases, segmentation
from desktop.nlp.clauses import clauses, quotations


def found(text: str, language: str = "de") -> list[str]:
    tokens = segmentation.tokens(text, language)
    return [text[slice(*it)] for it in phrases.phrases(text, tokens, language)]


def parts(text: str) -> list[str]:
    return [text[slice(*it)] for it in clauses(text, segmentation.tokens(text, "de"))]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Gestern kam die neue Ministerin.", "die neue Ministerin"),
        ("Er lobte Katrins Vorschlag.", "Katrins Vorschlag"),
        ("Sie nannte den Ausbau der Windkraft im Auental richtig.", "den Ausbau der Windkraft im Auental"),
        ("Das trifft die Moskau-freundlichen Kreise.", "die Moskau-freundlichen Kreise"),
        (
            "Das hilft den Sicherheits- und Wirtschaftsbündnissen.",
            "den Sicherheits- und Wirtschaftsbündnissen",
        ),
        ("Dort gebe es bestimmte Fragen.", "bestimmte Fragen"),
        ("Er wollte die Nähe zur EU und NATO.", "die Nähe zur EU und NATO"),
        ("Sie drohte damit, den Rat zu verklagen.", "den Rat zu verklagen"),
        ("Er lobte Katrins Entschluss, dem Bund beizutreten.", "Katrins Entschluss, dem Bund beizutreten"),
    ],
)
def test_german_phrases_reach_as_far_as_they_belong_together(text: str, phrase: str) -> None:
    assert phrase in found(text)


def test_a_verb_ends_a_phrase() -> None:
    assert found("Der Rat startete eine Kampagne.") == ["Der Rat", "eine Kampagne"]


def test_english_phrases_end_before_verbs_and_go_on_with_prepositions() -> None:
    text = "The mayor of London criticised the plan."
    assert "The mayor of London" in found(text, "en")


def test_other_languages_propose_nothing() -> None:
    assert found("Le président a parlé.", "fr") == []


def test_readings_at_a_caret_grow_from_the_noun_to_the_clause() -> None:
    text = "Sie lobte den Ausbau der Windkraft, aber er schwieg."
    tokens = segmentation.tokens(text, "de")
    readings = phrases.readings_at(text, tokens, text.index("Ausbau"), "de")
    assert [text[slice(*it)] for it in readings] == [
        "den Ausbau",
        "den Ausbau der Windkraft",
        "Sie lobte den Ausbau der Windkraft",
    ]


def test_clauses_end_at_marks_and_before_conjunctions_but_not_between_nouns() -> None:
    assert parts("Der Rat tagte, Bund und Land schwiegen und er ging.") == [
        "Der Rat tagte",
        "Bund und Land schwiegen",
        "er ging",
    ]


def test_a_conjunction_inside_of_a_clause_does_not_cut_it() -> None:
    assert parts("Er fügte aber hinzu, dass er bleibe.") == ["Er fügte aber hinzu", "dass er bleibe"]


@pytest.mark.parametrize(
    "text", ["Er sprach „von Landnahme“.", "Er sprach “von Landnahme”.", "Er sprach »von Landnahme«."]
)
def test_quotations_are_found_in_all_german_marks(text: str) -> None:
    (quote,) = quotations(text, segmentation.tokens(text, "de"))
    assert text[slice(*quote)][1:-1] == "von Landnahme"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([*list("AbÄß \n,.-„“\"'😀é"), "Der ", "die ", "Rat", " zu ", "loben", "und "]),
        max_size=40,
    )
)
def test_whatever_the_text_ranges_stand_in_it_and_are_not_empty(pieces: list[str]) -> None:
    text = "".join(pieces)
    tokens = segmentation.tokens(text, "de")
    ranges = [*phrases.phrases(text, tokens, "de"), *clauses(text, tokens), *quotations(text, tokens)]
    assert all(0 <= start < end <= len(text) for start, end in ranges)
    borders = {border for token in tokens for border in token}
    assert all(start in borders and end in borders for start, end in ranges)
