"""Where a known actor meets a cue: German and English sentences, and ranges that are always in the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.nlp.evidence import Meeting, cue_sentences, meetings, named
from desktop.nlp.segmentation import sentences, tokens


def met(text: str, *names: str, language: str = "de", refused: frozenset[tuple[int, int]] = frozenset()):
    actors = [(text.index(name), text.index(name) + len(name)) for name in names]
    found = cue_sentences(text, tokens(text), sentences(text), language)
    return [
        (text[slice(*it.actor)], " … ".join(text[slice(*part)] for part in it.cue))
        for it in meetings(text, found, actors, refused)
    ]


@pytest.mark.parametrize(
    ("text", "names", "language", "wanted"),
    [
        ("Moskau hat die Vorwürfe zurückgewiesen.", ["Moskau"], "de", [("Moskau", "zurückgewiesen")]),
        ("Peskow räumte am Dienstag Probleme ein.", ["Peskow"], "de", [("Peskow", "räumte … ein")]),
        ("Der Plan wurde von Berlin begrüßt.", ["Berlin"], "de", [("Berlin", "begrüßt")]),
        ("The Kremlin rejected the claims.", ["Kremlin"], "en", [("Kremlin", "rejected")]),
        ("In Berlin kritisierten viele den Plan.", ["Berlin"], "de", []),
        ("Viele kritisierten den Plan gegen die EU.", ["EU"], "de", []),
        ("Berlin liegt an der Spree.", ["Berlin"], "de", []),
        ("Moskau lehnt ab.", ["Moskau"], "th", []),
        ("Vogt wurde scharf kritisiert.", ["Vogt"], "de", []),
        ("Vogt wird den Plan ablehnen.", ["Vogt"], "de", [("Vogt", "ablehnen")]),
        ("Ashdown was accused of fraud by Miller.", ["Ashdown", "Miller"], "en", [("Miller", "accused")]),
        ("Viele übten Kritik an der Ministerin Vogt.", ["Vogt"], "de", []),
    ],
)
def test_an_actor_meets_a_cue(
    text: str, names: list[str], language: str, wanted: list[tuple[str, str]]
) -> None:
    assert met(text, *names, language=language) == wanted


@pytest.mark.parametrize(
    ("text", "names", "wanted"),
    [
        (
            "Vogt, den Hartmann kritisiert hatte, begrüßte den Plan.",
            ["Vogt", "Hartmann"],
            [("Hartmann", "kritisiert hatte"), ("Vogt", "begrüßte")],
        ),
        (
            "Vogt, der den Plan kritisiert hatte, traf Hartmann.",
            ["Vogt", "Hartmann"],
            [("Vogt", "kritisiert hatte")],
        ),
        ("Der Minister, der Kritik an der Ministerin Vogt übte, reiste ab.", ["Vogt"], []),
        ("Der Mann, den Hartmann lobte, kritisierte den Plan.", ["Hartmann"], [("Hartmann", "lobte")]),
        ("Hartmann, dessen Plan viele kritisieren, reiste ab.", ["Hartmann"], []),
        ("Vogt, der Minister, lobte den Plan.", ["Vogt"], [("Vogt", "lobte")]),
    ],
)
def test_a_relative_clause_speaks_of_whom_it_is_about_and_hides_nobody_behind_it(
    text: str, names: list[str], wanted: list[tuple[str, str]]
) -> None:
    assert met(text, *names) == wanted


def test_a_cue_belongs_to_the_actor_beside_it_and_an_actor_is_shown_once_a_sentence() -> None:
    text = "Vogt begrüßte den Plan und lobte ihn, während Hartmann ihn kritisierte."
    assert met(text, "Vogt", "Hartmann") == [("Vogt", "begrüßte"), ("Hartmann", "kritisierte")]


def test_refusing_one_cue_of_an_actor_does_not_bring_up_its_next_one() -> None:
    text = "Vogt begrüßte den Plan und lobte ihn."
    start = text.index("lobte")
    assert met(text, "Vogt", refused=frozenset(((start, start + 5),))) == []


def test_names_are_whole_words_and_the_longest_wins() -> None:
    text = "Lena Vogt und Vogtland, dann Vogt."
    found = named(text, tokens(text), ["Vogt", "Lena", "Lena Vogt"])
    assert [text[slice(*it)] for it in found] == ["Lena Vogt", "Vogt"]


PIECES = [
    "Vogt ",
    "begrüßte ",
    "räumte ",
    "ein",
    ", ",
    ". ",
    "\r\n",
    "😀",
    "e\u0301",
    "\u00a0",
    "in ",
    "der ",
    "„",
    "“",
]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join), st.data())
def test_every_range_lies_in_its_sentence(text: str, data: st.DataObject) -> None:
    cut = tokens(text)
    actors = data.draw(st.lists(st.sampled_from(cut), max_size=4)) if cut else []
    found: list[Meeting] = meetings(text, cue_sentences(text, cut, sentences(text), "de"), actors, ())
    for it in found:
        start, end = it.sentence
        assert 0 <= start < end <= len(text)
        assert it.actor in actors
        assert all(start <= left < right <= end for left, right in (*it.cue, it.actor))
        assert all(right <= it.actor[0] or it.actor[1] <= left for left, right in it.cue)
    assert len({(it.actor, it.sentence) for it in found}) == len(found)
