from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.nlp.memory import Decision, Memory, Undecided
from desktop.nlp.unmarked import unmarked
from store.values import Evidence, Withheld

WORDS = ["Ventara", "Berg", "kam", "nach", "BERG", "Bergs", "🎉", "."]


def made(*decisions: tuple[str, str | None], language: str = "de") -> Memory:
    memory = Memory(language)
    for number, (surface, label) in enumerate(decisions):
        memory.put(number, f"article {number}", [Decision(surface, label)], at=number)
    return memory


def recalled(memory: Memory, text: str) -> list[tuple[str, str]]:
    return [(text[it.start : it.end], it.label) for it in memory.review(text).recalled]


def refused(memory: Memory, text: str, *offered: tuple[str, str]) -> list[tuple[str, str]]:
    """What of a model's suggestions, given by their words, memory speaks against."""
    places = [(text.index(word), text.index(word) + len(word), label) for word, label in offered]
    return [(text[it.start : it.end], it.label) for it in memory.review(text, places).withheld]


def test_a_confirmed_name_is_suggested_wherever_it_recurs() -> None:
    memory = made(("Ventara", "ORG"))
    assert recalled(memory, "Gestern baute Ventara. Die Ventara AG schwieg.") == [("Ventara", "ORG")] * 2
    (first,) = memory.review("Ventara baut.").recalled
    assert (first.start, first.end) == (0, 7)
    assert first.score == pytest.approx(0.75, abs=0.03)


def test_a_suggestion_says_how_often_it_was_confirmed_and_where_last() -> None:
    memory = made(("Essen", "LOC"), ("Essen", "LOC"), ("Essen", None))
    (found,) = memory.review("Essen.").recalled
    assert found.evidence == Evidence(confirmed=2, against=1, last="article 1")
    memory.forget(1)
    (found,) = memory.review("Essen.").recalled
    assert found.evidence == Evidence(confirmed=1, against=1, last="article 0")


def test_what_is_taken_back_is_forgotten() -> None:
    memory = made(("Ventara", "ORG"))
    memory.put(0, "article 0", [], at=9)
    assert recalled(memory, "Ventara baut.") == []
    assert len(memory) == 0


def test_confirmations_make_surer_and_refusals_less_sure_until_nothing_is_suggested() -> None:
    opinion = made(*[("Essen", "LOC")] * 3).opinion("Essen")
    assert opinion is not None
    assert (opinion.label, opinion.score, opinion.confirmed) == ("LOC", 0.875, 3)
    assert recalled(made(("Essen", "LOC"), *[("Essen", None)] * 3), "Das Essen war gut.") == []


def test_inflected_forms_and_capitals_are_the_same_name() -> None:
    memory = made(("Armenien", "LOC"), ("Nikol Berg", "PER"), ("Deutsche Bank", "ORG"))
    text = "ARMENIEN: Armeniens Premier Nikol Bergs Reise. Armenienreise der Deutschen Bank."
    assert recalled(memory, text) == [
        ("ARMENIEN", "LOC"),
        ("Armeniens", "LOC"),
        ("Nikol Bergs", "PER"),
        ("Deutschen Bank", "ORG"),
    ]
    assert recalled(made(("Лавров", "PER"), language="ru"), "Слова Лаврова и Лавровом") == [
        ("Лаврова", "PER"),
        ("Лавровом", "PER"),
    ]


def test_the_base_form_is_found_where_only_the_genitive_was_seen_but_no_shorter_word() -> None:
    memory = made(("Armeniens", "LOC"), ("Polen", "LOC"))
    assert recalled(memory, "Armenien und ein Pole") == [("Armenien", "LOC")]


def test_a_part_of_a_compound_is_not_the_name() -> None:
    memory = made(("Kreml", "ORG"))
    assert recalled(memory, "Der Kreml-Sprecher, die Anti-Kreml-Partei, Kreml - so heißt es.") == [
        ("Kreml", "ORG")
    ]


def test_the_longest_name_wins() -> None:
    memory = made(("Bank", "MISC"), ("Deutsche Bank", "ORG"))
    assert recalled(memory, "Die Deutsche Bank und eine Bank") == [("Deutsche Bank", "ORG"), ("Bank", "MISC")]


def test_where_evidence_is_divided_the_neighbours_decide() -> None:
    memory = Memory("de")
    memory.put(0, "a", [Decision("Washington", "PER", "George", "war")] * 2, at=0)
    memory.put(1, "b", [Decision("Washington", "LOC", "in", "war")] * 2, at=1)
    assert recalled(memory, "Er war in Washington.") == [("Washington", "LOC")]
    assert recalled(memory, "George Washington war dort.") == [("Washington", "PER")]


def test_it_speaks_against_a_suggestion_that_was_refused_or_corrected_before() -> None:
    memory = made(*[("Kreml", "ORG")] * 2, *[("Westkurs", None)] * 2)
    text = "Kreml, Westkurs und Ufer"
    assert refused(memory, text, ("Kreml", "LOC"), ("Westkurs", "PER"), ("Ufer", "LOC")) == [
        ("Kreml", "LOC"),
        ("Westkurs", "PER"),
    ]
    assert recalled(memory, text) == [("Kreml", "ORG")]
    assert refused(memory, text, ("Kreml", "ORG")) == []


def test_a_single_decision_does_not_speak_against_a_model() -> None:
    memory, text = made(("Kreml", "ORG"), ("Westkurs", None)), "Kreml, Westkurs"
    memo = memory.review(text, [(0, 5, "LOC"), (7, 15, "PER")])
    assert memo.is_empty


def test_a_longer_name_that_was_decided_stands_and_one_that_was_not_gives_way_to_the_model() -> None:
    memory, text = made(("Lausitzer Bürgerbund", "ORG")), "Der Lausitzer Bürgerbund tagt."
    assert refused(memory, text, ("Bürgerbund", "ORG")) == [("Bürgerbund", "ORG")]
    assert recalled(memory, text) == [("Lausitzer Bürgerbund", "ORG")]
    surname = made(("Krämer", "PER")).review("Tobias Krämer kam.", [(0, 13, "PER")])
    assert (surname.recalled, surname.withheld) == ((), ())


def test_a_corrected_edge_is_kept_for_later_articles() -> None:
    memory = made(("Tobias Krämer", "PER"), *[("Stadtrat Tobias Krämer", None)] * 2)
    text = "Auch Stadtrat Tobias Krämer kam."
    start = text.index("Stadtrat")
    memo = memory.review(text, [(start, start + 22, "PER")])
    assert memo.withheld == (Withheld(start, start + 22, "PER"),)


@pytest.mark.parametrize(
    ("language", "name", "text"),
    [
        ("ja", "プーチン", "昨日プーチン氏は話した。"),
        ("ko", "푸틴", "푸틴은 말했다"),
        ("th", "ปูติน", "เมื่อวานปูตินพูด"),
        ("zh", "普京", "昨天普京说"),
    ],
)
def test_names_are_found_in_scripts_without_spaces(language: str, name: str, text: str) -> None:
    assert recalled(made((name, "PER"), language=language), text) == [(name, "PER")]


DECISIONS = st.lists(
    st.builds(
        Decision, st.sampled_from(WORDS), st.sampled_from(["PER", "LOC", None]), st.sampled_from(WORDS)
    ),
    max_size=12,
)


@given(DECISIONS, st.lists(st.sampled_from(WORDS), max_size=12), st.integers(0, 20), st.integers(0, 20))
def test_what_is_recalled_lies_in_the_text_apart_from_each_other_and_from_what_is_taken(
    decisions: list[Decision], words: list[str], one: int, other: int
) -> None:
    text, taken = " ".join(words), (min(one, other), max(one, other))
    memory = Memory("de")
    memory.put(1, "a", decisions, at=1)
    found = memory.review(text, (), [taken]).recalled
    assert all(0 <= it.start < it.end <= len(text) and 0.5 <= it.score < 1 for it in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert not [it for it in found if it.start < taken[1] and taken[0] < it.end]


@given(st.lists(DECISIONS, max_size=4))
def test_putting_in_anew_and_forgetting_leave_what_the_others_said(sources: list[list[Decision]]) -> None:
    memory, alone = Memory("de"), Memory("de")
    for number, decisions in enumerate(sources):
        memory.put(number, f"a{number}", decisions, at=number)
        memory.put(number, f"a{number}", decisions[:1], at=number)
        if number % 2:
            memory.forget(number)
        else:
            alone.put(number, f"a{number}", decisions[:1], at=number)
    text = " ".join(WORDS)
    assert memory.review(text) == alone.review(text)
    assert len(memory) == len(alone)


def test_nothing_decided_is_nothing_recalled() -> None:
    assert Memory().review("Ventara kam.").is_empty
    assert Memory().opinion("Ventara") is None


def test_suggestions_that_were_left_speak_for_the_next_one_of_their_kind() -> None:
    memory = made(("Bremen", None), ("Bremen", None))
    assert refused(memory, "In Bremen.", ("Bremen", "LOC")) == [("Bremen", "LOC")]
    for number in range(2, 5):
        left = Undecided(left=(("Bremen", "LOC"),))
        memory.put(number, f"article {number}", [], at=number, undecided=left)
    assert refused(memory, "In Bremen.", ("Bremen", "LOC")) == []
    assert recalled(memory, "In Bremen.") == []  # what was only left is suggested by nobody
    memory.forget(3)
    memory.forget(4)
    assert refused(memory, "In Bremen.", ("Bremen", "LOC")) == [("Bremen", "LOC")]


def test_words_that_stayed_unmarked_speak_against_a_name_and_never_for_a_refusal() -> None:
    memory = made(("März", "ORG"))
    assert recalled(memory, "Im März.") == [("März", "ORG")]
    memory.put(1, "article 1", [], at=1, undecided=Undecided(unmarked=("März", "März", "Tag")))
    assert recalled(memory, "Im März.") == []
    assert refused(memory, "Im März.", ("März", "LOC")) == []
    memory.forget(1)
    assert recalled(memory, "Im März.") == [("März", "ORG")]


def test_unmarked_are_the_words_with_a_capital_outside_of_what_is_marked() -> None:
    text = "Am Tag kam Frau Dr. Ada Berg nach Görlitz, zu Görlitz."
    berg = text.index("Ada")
    assert list(unmarked(text, [(berg, berg + 8), (berg, berg + 3)])) == ["Tag", "Frau", "Görlitz", "Görlitz"]
    assert list(unmarked("大阪で北風電機", [])) == []
