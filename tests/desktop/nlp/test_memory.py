from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.nlp.memory import Decision, Memory, Opinion

WORDS = ["Ventara", "Berg", "kam", "nach", "BERG", "Bergs", "🎉", "."]


def made(*decisions: tuple[str, str | None], language: str = "de") -> Memory:
    return Memory([Decision(surface, label) for surface, label in decisions], language)


def recalled(memory: Memory, text: str) -> list[tuple[str, str]]:
    return [(text[it.start : it.end], it.label) for it in memory.recall(text)]


def test_a_confirmed_name_is_suggested_wherever_it_recurs() -> None:
    memory = made(("Ventara", "ORG"))
    assert recalled(memory, "Gestern baute Ventara. Die Ventara AG schwieg.") == [("Ventara", "ORG")] * 2
    (first,) = memory.recall("Ventara baut.")
    assert (first.start, first.end, first.seen) == (0, 7, 1)
    assert first.score == pytest.approx(0.75, abs=0.03)


def test_confirmations_make_surer_and_refusals_less_sure_until_nothing_is_suggested() -> None:
    assert made(*[("Essen", "LOC")] * 3).opinion("Essen") == Opinion("LOC", 0.875, 3)
    assert recalled(made(("Essen", "LOC"), *[("Essen", None)] * 3), "Das Essen war gut.") == []


def test_inflected_forms_and_capitals_are_the_same_name() -> None:
    memory = made(("Armenien", "LOC"), ("Nikol Berg", "PER"))
    text = "ARMENIEN: Armeniens Premier Nikol Bergs Reise. Armenienreise."
    assert recalled(memory, text) == [("ARMENIEN", "LOC"), ("Armeniens", "LOC"), ("Nikol Bergs", "PER")]
    assert recalled(made(("Лавров", "PER"), language="ru"), "Слова Лаврова и Лавровом") == [
        ("Лаврова", "PER"),
        ("Лавровом", "PER"),
    ]


def test_the_longest_name_wins() -> None:
    memory = made(("Bank", "MISC"), ("Deutsche Bank", "ORG"))
    assert recalled(memory, "Die Deutsche Bank und eine Bank") == [("Deutsche Bank", "ORG"), ("Bank", "MISC")]


def test_where_evidence_is_divided_the_neighbours_decide() -> None:
    memory = Memory(
        [
            *[Decision("Washington", "PER", "George", "war")] * 2,
            *[Decision("Washington", "LOC", "in", "war")] * 2,
        ],
        "de",
    )
    assert recalled(memory, "Er war in Washington.") == [("Washington", "LOC")]
    assert recalled(memory, "George Washington war dort.") == [("Washington", "PER")]


def test_it_speaks_against_a_suggestion_that_was_refused_or_corrected_before() -> None:
    memory = made(*[("Kreml", "ORG")] * 3, *[("Westkurs", None)] * 2, ("Ufer", None))
    text = "Kreml, Westkurs und Ufer"
    spans = {(0, 5): "LOC", (7, 15): "PER", (20, 24): "LOC"}
    against = memory.against(text, spans)
    assert {range_: opinion.label for range_, opinion in against.items()} == {(0, 5): "ORG", (7, 15): None}
    assert memory.against(text, {(0, 5): "ORG"}) == {}


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
    found = Memory(decisions, "de").recall(text, [taken])
    assert all(0 <= it.start < it.end <= len(text) and 0.5 <= it.score < 1 for it in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert not [it for it in found if it.start < taken[1] and taken[0] < it.end]


def test_nothing_decided_is_nothing_recalled() -> None:
    assert Memory([]).recall("Ventara kam.") == []
    assert Memory([]).opinion("Ventara") is None
