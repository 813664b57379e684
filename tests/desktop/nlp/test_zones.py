from typing import Any

import pytest

from desktop.nlp import zones
from store.vocabulary import OUT_OF_SCOPE_ZONES

BODY = "Der Präsident reiste am Mittwoch in die Hauptstadt und sprach dort mit Verbündeten."


def found(text: str, language: str | None = None) -> list[tuple[str, str]]:
    return [(text[zone.start : zone.end], zone.kind) for zone in zones.find(text, language)]


def test_the_seed_article_has_its_four_zones(seed_text: str, seed_gold: dict[str, Any]) -> None:
    expected = [(zone["start"], zone["end"], zone["kind"]) for zone in seed_gold["boilerplate"]]
    assert [tuple(zone) for zone in zones.find(seed_text, "de")] == expected


@pytest.mark.parametrize(
    "dateline",
    [
        "BERLIN (dpa) - ",
        "Berlin (dpa) – ",
        "Moskau/Eriwan, 8. Mai (AFP) – ",
        "PARIS, May 8 (Agency) — ",
        "NEW YORK, May 8, 2024 /PRNewswire/ -- ",
        "(Reuters) - ",
        "МОСКВА, 8 мая /ТАСС/. ",
        "МОСКВА, 8 мая — РИА Новости. ",
        "（モスクワ共同）",
        "新华社莫斯科5月8日电 ",
        "【東京＝みなと通信】",
        "柏林（远航社）——",
        "القاهرة (وكالة الأنباء) – ",
        "HAMBURG – ",
        "NEW YORK — ",
    ],
)
def test_a_dateline_opens_the_article(dateline: str) -> None:
    assert found(dateline + BODY) == [(dateline, "dateline")]


@pytest.mark.parametrize(
    ("language", "byline"),
    [
        ("de", "Von Anna Muster"),
        ("de", "Von Anna von der Heide und Max Muster, dpa"),
        ("en", "By Jane Doe and John van Dyke, Reuters"),
        ("fr", "Par Marie Dupont"),
        ("ru", "Автор: Иван Петров"),
        ("en", "By Jane Doe in Paris"),
        ("de", "Interview: Anna Muster"),
        (None, "By Jane Doe"),
    ],
)
def test_a_byline_stands_alone_near_the_top(language: str | None, byline: str) -> None:
    assert found(f"Eine Überschrift\n\n{byline}\n\n{BODY}", language) == [(byline, "byline")]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Tags: Politik, Russland", "category"),
        ("标签：俄罗斯、亚美尼亚", "category"),
        ("Alle Rechte vorbehalten.", "disclaimer"),
        ("Für die Richtigkeit der Angaben übernimmt der Verlag keine Haftung.", "disclaimer"),
        ("免责声明：本文由第三方提供。", "disclaimer"),
        ("Über xyz: Der Dienst beliefert Zeitungen.", "about"),
        ("The content is provided by a third party.", "disclaimer"),
        ("Все права защищены.", "disclaimer"),
    ],
)
def test_boilerplate_at_the_end(line: str, kind: str) -> None:
    assert found(f"{BODY}\n{line}") == [(line, kind)]


def test_an_about_block_goes_on_to_the_end() -> None:
    title = "About Example Wire"
    about = "Example Wire is a leading provider of press releases to newsrooms all over the world since 1990."
    assert found(f"{BODY}\n{title}\n{about}", "en") == [(title, "about"), (about, "about")]


@pytest.mark.parametrize(
    "text",
    [
        f"Von Berlin bis München\n\n{BODY}",
        f"By and large\n\n{BODY}",
        f"Von Anna Muster\n\n{BODY}".replace("Von Anna Muster", "Von Anna"),
        "Angela Merkel (CDU) - die Kanzlerin - sagte am Mittwoch dazu nichts weiter.",
        "Angela Merkel (CDU) – Das Porträt einer Kanzlerin, die am Mittwoch dazu nichts sagte.",
        "(Er lachte) - und dann ging er fort, ohne ein Wort zu sagen.",
        "Moskau: Der Kreml sagte heute nichts zu diesem Thema.",
        f"{BODY}\nÜber den Wolken war es schön.",
        f"{BODY}\nDie Firma bietet nichts an.",
        f"{BODY}\nDie Versicherung übernimmt keine Haftung.",
        f"{BODY}\nÜber Geld: Man spricht nicht darüber.\n{BODY}",
        f"NATO – ein Bündnis. {BODY}",
        f"Berlin – eine Stadt im Wandel. {BODY}",
        "(dpa) - kurz",
        "",
    ],
)
def test_what_only_looks_alike_stays_in_scope(text: str) -> None:
    assert found(text) == []


def test_english_bylines_are_not_looked_for_in_german() -> None:
    assert found(f"By Jane Doe\n\n{BODY}", "de") == []


def test_positions_count_code_points_and_survive_windows_line_ends() -> None:
    text = f"🎉 Überschrift\r\n\r\n  Von Anna Muster\r\n\r\nBerlin (dpa) – {BODY}\r\nTags: A, B\r\n"
    assert found(text) == [
        ("Von Anna Muster", "byline"),
        ("Berlin (dpa) – ", "dateline"),
        ("Tags: A, B", "category"),
    ]


def test_all_kinds_are_known_to_the_store(seed_text: str) -> None:
    assert {zone.kind for zone in zones.find(seed_text)} <= set(OUT_OF_SCOPE_ZONES)
