from typing import Any

import pytest

from desktop.nlp.consistency import Name, consistent, make_consistent
from desktop.nlp.crf import set_spans


def names(text: str, *found: tuple[str, str, float]) -> list[tuple[str, str]]:
    """The names after the pass; each found one is given by its text, the n-th occurrence written `text#n`."""
    words = text.split()
    given = []
    for where, label, score in found:
        phrase, _, number = where.partition("#")
        parts = phrase.split()
        starts = [i for i in range(len(words)) if words[i : i + len(parts)] == parts]
        start = starts[int(number or 1) - 1]
        given.append(Name(start, start + len(parts), label, score))
    return [(" ".join(words[n.start : n.end]), n.label) for n in consistent(given, words)]


def test_a_name_found_once_is_found_everywhere_with_its_genitive() -> None:
    text = "Gestern kam Pashinyan an . Später sprach man über Pashinyans Reise"
    assert names(text, ("Pashinyan", "PER", 0.9)) == [("Pashinyan", "PER"), ("Pashinyans", "PER")]


def test_a_name_in_capitals_is_the_same_name() -> None:
    assert names("MOSKAU Gestern in Moskau", ("Moskau", "LOC", 0.9)) == [("MOSKAU", "LOC"), ("Moskau", "LOC")]


def test_a_full_name_speaks_for_its_surname() -> None:
    text = "Nikol Pashinyan kam . Dann ging Pashinyan"
    expected = [("Nikol Pashinyan", "PER"), ("Pashinyan", "PER")]
    assert names(text, ("Nikol Pashinyan", "PER", 0.9)) == expected
    assert names(text, ("Nikol Pashinyan", "PER", 0.9), ("Pashinyan#2", "ORG", 0.5)) == expected


def test_a_clear_majority_wins_and_a_draw_changes_nothing() -> None:
    text = "Kreml und Kreml und Kreml"
    clear = names(text, ("Kreml", "ORG", 0.9), ("Kreml#2", "ORG", 0.9), ("Kreml#3", "LOC", 0.8))
    assert [label for _, label in clear] == [
        "ORG", "ORG", "ORG",
    ]  # fmt: skip
    draw = names(text, ("Kreml", "ORG", 0.9), ("Kreml#2", "LOC", 0.8), ("Kreml#3", "LOC", 0.8))
    assert [label for _, label in draw] == ["ORG", "LOC", "LOC"]


def test_an_unsure_name_does_not_spread() -> None:
    assert names("Westkurs und Westkurs", ("Westkurs", "PER", 0.3)) == [("Westkurs", "PER")]


def test_other_names_do_not_spread() -> None:
    assert names("Titanic und Titanic", ("Titanic", "MISC", 0.9)) == [("Titanic", "MISC")]


def test_a_surname_speaks_for_the_full_name() -> None:
    text = "Nikol Pashinyan kam . Dann ging Pashinyan , und Pashinyan sprach ."
    bare = (("Pashinyan#2", "PER", 0.7), ("Pashinyan#3", "PER", 0.7))
    expected = [("Nikol Pashinyan", "PER"), ("Pashinyan", "PER"), ("Pashinyan", "PER")]
    assert names(text, ("Nikol Pashinyan", "ORG", 0.6), *bare) == expected


def test_a_city_does_not_make_its_club_a_place() -> None:
    text = "FC Barcelona gewann in Barcelona , in Barcelona feierte man"
    cities = (("Barcelona#2", "LOC", 0.9), ("Barcelona#3", "LOC", 0.9))
    assert names(text, ("FC Barcelona", "ORG", 0.4), *cities)[0] == ("FC Barcelona", "ORG")


@pytest.mark.parametrize("text", ["https://www.seaprwire.com/", "www.a.de", "a@b.de", "”"])
def test_addresses_and_punctuation_are_no_names(text: str) -> None:
    assert names(f"siehe {text} dort", (text, "MISC", 0.9)) == []


def test_the_component_leaves_sub_labels_and_other_pipelines_alone(spacy: Any) -> None:
    nlp = spacy.blank("de")
    doc = nlp("Der Kreml schwieg , die Kreml-Sprecher und Kreml auch")
    part, plain = doc[5:6], doc[1:2]
    part.label_, plain.label_ = "ORGpart", "ORG"
    set_spans(doc, [(plain, 0.9), (part, 0.4)])
    read = make_consistent(doc)
    assert [(s.text, s.label_) for s in read.spans["lesart"]] == [
        ("Kreml", "ORG"),
        ("Kreml-Sprecher", "ORGpart"),
        ("Kreml", "ORG"),
    ]
    assert [e.text for e in read.ents] == ["Kreml", "Kreml"]
    assert "lesart" not in make_consistent(nlp("Armenien")).spans
