"""Cues of the lexicon, and what a sentence proposes for a stance."""

import pytest

from desktop.nlp import segmentation
from desktop.nlp.cues import cues
from desktop.nlp.proposals import Ends, Proposal, propose


def known(text: str, language: str = "de") -> list[tuple[str, str]]:
    tokens = segmentation.tokens(text, language)
    return [
        (" … ".join(text[slice(*it)] for it in cue.ranges), cue.form) for cue in cues(text, tokens, language)
    ]


def proposed(text: str, holder: str = "", target: str = "", **more: object) -> Proposal:
    place = lambda words: (text.index(words), text.index(words) + len(words)) if words else None  # noqa: E731
    return propose(text, segmentation.tokens(text, "de"), Ends(place(holder), place(target), **more), "de")


def words(text: str, ranges: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[slice(*it)] for it in ranges]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Sie kündigte eine Klage an.", ("kündigte … an", "verbal")),
        ("Das angekündigte Gesetz kommt.", ("angekündigte", "verbal")),
        ("Er ist verärgert.", ("verärgert", "emotion")),
        ("Das Land hat den Vertrag ausgesetzt.", ("ausgesetzt", "act")),
        ("Sie versprach, das Amt zu stärken.", ("zu stärken", "act")),
        ("Weil das Gericht ihn angeklagt hatte, schwieg er.", ("angeklagt hatte", "act")),
    ],
)
def test_german_cues_are_found_inflected_and_apart(text: str, cue: tuple[str, str]) -> None:
    assert cue in known(text)


def test_english_cues_too_and_no_others() -> None:
    assert known("The union rejected the offer.", "en") == [("rejected", "verbal")]
    assert known("La ministre a refusé.", "fr") == []
    assert known("Das gemeinsame Haus ist groß.") == []


def test_evidence_runs_from_the_clause_of_the_holder_to_that_of_the_target() -> None:
    text = "Am Montag kam Schnee, aber Lohmeyer lobte den Plan, den Wald zu schützen, und ging."
    made = proposed(text, "Lohmeyer", "den Plan")
    assert words(text, made.evidence) == ["Lohmeyer lobte den Plan, den Wald zu schützen"]
    assert words(text, made.cue) == ["lobte"]
    assert (made.form, made.attribution) == ("verbal", "indirect_quote")


def test_a_reporting_verb_begins_the_evidence_where_it_stands_before_its_holder() -> None:
    text = "Nach der Sitzung sagte Lohmeyer, dass der Plan scheitere."
    made = proposed(text, "Lohmeyer", "der Plan")
    assert words(text, made.evidence) == ["sagte Lohmeyer, dass der Plan scheitere"]
    # „sagte“ takes no side: the verb of what is said does.
    assert words(text, made.cue) == ["scheitere"]


def test_a_relative_clause_on_the_way_stays_out() -> None:
    text = "Die Gegner beschuldigten den Rat, der am Montag tagte, Geld genommen zu haben."
    made = proposed(text, "Die Gegner", "den Rat")
    assert words(text, made.evidence) == ["Die Gegner beschuldigten den Rat", "Geld genommen zu haben"]


def test_quotation_marks_say_how_it_is_attributed() -> None:
    mixed = "Seidl nannte den Plan „einen schweren Fehler“."
    assert proposed(mixed, "Seidl", "den Plan").attribution == "mixed_quote"
    told = "Das Land setzte die Zahlung aus."
    assert proposed(told, "Das Land", "die Zahlung").attribution == "author_narration"


def test_the_next_stance_of_a_holder_goes_on_behind_the_evidence_of_the_last() -> None:
    text = "Moskau äußerte Besorgnis über den Kurs, aber versuchte, den Streit herunterzuspielen."
    after = text.index(", aber")
    made = proposed(text, "Moskau", "den Streit", after=after)
    assert words(text, made.evidence) == ["versuchte, den Streit herunterzuspielen"]


def test_for_the_author_only_the_attribution_is_proposed() -> None:
    assert proposed("Der Rat tagte.", by_author=True) == Proposal(attribution="author")


def test_nothing_is_proposed_where_there_is_no_word() -> None:
    assert propose("…", [(0, 1)], Ends(), "de") == Proposal()
