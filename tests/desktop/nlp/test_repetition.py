"""What recurs across a corpus is a zone, whoever publishes it; what one story says twice is not."""

from typing import Any

from desktop.nlp import zones
from desktop.nlp.repetition import LEAST, Repetition

STORIES = [
    (
        "Die Elbe steigt weiter",
        "Am Pegel Schöna wurden am Morgen sechs Meter gemessen.",
        "Die Stadt sperrt die Uferstraße.",
    ),
    (
        "Das Theater spielt wieder",
        "Nach zwei Jahren Umbau hebt sich der Vorhang.",
        "Karten gibt es nur noch für Dienstag.",
    ),
    (
        "Ein Dackel rettet den Hof",
        "Er bellte so lange, bis alle wach waren.",
        "Die Feuerwehr lobte das Tier.",
    ),
    (
        "Die Bäckerei backt mit Sonne",
        "Auf dem Dach stehen jetzt 40 Module.",
        "Im Winter hilft der alte Ofen.",
    ),
    (
        "Der Zug kommt pünktlicher",
        "Im Oktober waren es 71 Prozent.",
        "Die Bahn nennt neue Weichen als Grund.",
    ),
]
ABOUT = (
    "Nordlicht Presse verschickt seit {year} Meldungen aus dem Norden an Redaktionen, Sender und Verbände und"
    " erreicht damit nach eigenen Angaben mehr als {count} Empfänger in allen Ländern rund um die Ostsee."
)
NOTICE = (
    "Nordlicht Presse prüft zugesandte Meldungen nicht auf ihren Inhalt und übernimmt sie so, wie sie kommen."
)


def wire(story: tuple[str, ...], number: int) -> str:
    """An article of an agency that no rule knows: a notice, a label, an about-block with other numbers."""
    first, *rest = story
    about = ABOUT.format(year=1990 + number, count=1000 * number + 500)
    return "\n".join([f"Nordlicht +++ {first}.", *rest, NOTICE, f"Ablage: Land, Leute {number}", about])


def learnt(*texts: str) -> Repetition:
    repetition = Repetition()
    for text in texts:
        repetition.add(text)
    return repetition


def found(text: str, repetition: Repetition) -> list[tuple[str, str]]:
    return [(text[zone.start : zone.end], zone.kind) for zone in zones.find(text, "de", repetition)]


def test_an_unknown_agencys_boilerplate_is_found_and_no_body_paragraph_is_lost() -> None:
    corpus = [wire(story, number) for number, story in enumerate(STORIES)]
    repetition = learnt(*corpus)
    for number, text in enumerate(corpus):
        assert found(text, repetition) == [
            (NOTICE, "disclaimer"),
            (f"Ablage: Land, Leute {number}", "category"),
            (ABOUT.format(year=1990 + number, count=1000 * number + 500), "about"),
        ]


def test_the_seed_article_and_wire_articles_of_its_agency(seed_text: str, seed_gold: dict[str, Any]) -> None:
    """The tail comes from the seed; the articles before it are invented."""
    paragraphs = seed_text.split("\n")
    tail = paragraphs[11:]
    others = [
        "\n".join([f"(SeaPRwire) – {first}.", *rest, tail[0], f"Branchen: Thema {number}", tail[2]])
        for number, (first, *rest) in enumerate(STORIES)
    ]
    repetition = learnt(seed_text, *others)
    expected = [(zone["start"], zone["end"], zone["kind"]) for zone in seed_gold["boilerplate"]]
    assert [tuple(zone) for zone in zones.find(seed_text, "de", repetition)] == expected
    places = [(start, end) for start, end in repetition.paragraphs(seed_text)]
    assert places == [(zone["start"], zone["end"]) for zone in seed_gold["boilerplate"][1:]], (
        "without any rule"
    )
    opening = repetition.opening(seed_text)
    assert opening == (seed_gold["boilerplate"][0]["start"], seed_gold["boilerplate"][0]["end"])


def test_the_same_story_printed_again_and_again_loses_no_paragraph() -> None:
    story = "\n".join(STORIES[0])
    repetition = learnt(*[story] * (2 * LEAST), *("\n".join(other) for other in STORIES[1:]))
    assert repetition.paragraphs(story) == []
    assert found(story, repetition) == []


def test_two_articles_are_not_enough() -> None:
    corpus = [wire(story, number) for number, story in enumerate(STORIES[: LEAST - 1])]
    assert learnt(*corpus).paragraphs(corpus[0]) == []


def test_what_recurs_in_the_middle_stays_in_scope() -> None:
    quote = "Das sagte die Ministerin am Rande einer Sitzung ihrer Fraktion in der Hauptstadt."
    corpus = ["\n".join([first, quote, *rest]) for first, *rest in STORIES]
    assert learnt(*corpus).paragraphs(corpus[0]) == []


def test_an_article_of_nothing_but_boilerplate_keeps_its_text() -> None:
    corpus = [wire(story, number) for number, story in enumerate(STORIES)]
    repetition = learnt(*corpus)
    assert repetition.paragraphs(f"{NOTICE}\n{ABOUT.format(year=2001, count=7)}") == []


def test_positions_survive_windows_line_ends_and_characters_beyond_the_plane() -> None:
    corpus = [wire(story, number).replace("\n", "\r\n\r\n") for number, story in enumerate(STORIES)]
    corpus[0] = f"😀 {corpus[0]}"
    repetition = learnt(*corpus)
    assert next(words for words, _ in found(corpus[0], repetition)) == NOTICE


def test_memory_is_bounded(monkeypatch: Any) -> None:
    monkeypatch.setattr("desktop.nlp.repetition.CAPACITY", 200)
    corpus = [wire(story, number) for number, story in enumerate(STORIES)]
    repetition = learnt(*corpus)
    for number in range(200):
        repetition.add(f"Meldung {number} von heute\nGanz anders als alle anderen, nämlich {number * 7919}.")
    assert len(repetition._seen) <= 220
    assert repetition.paragraphs(corpus[0]) != []


def test_a_story_that_papers_print_under_heads_of_their_own_loses_nothing() -> None:
    body = [" ".join(story) + " " + ABOUT for story in STORIES]
    heads = ["Talheim.", "Am Rande der Sitzung:", "TALHEIM (tnd) – Es bleibt dabei.", "Unser Thema.", "Kurz."]
    prints = ["\n\n".join([head, *body]) for head in heads]
    repetition = learnt(*prints)
    assert [repetition.paragraphs(text) for text in prints] == [[]] * len(prints)
