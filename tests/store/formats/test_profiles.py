"""Documents of press databases fall into their articles, by profiles that anybody can edit."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import ProfileInvalid
from store.formats.articles.factiva import Factiva
from store.formats.articles.plain_text import PlainText
from store.formats.articles.profiles import parts, profile_for, taken_apart
from store.formats.dates import moment_in
from store.formats.problems import Skipped
from store.formats.protocol import ReadOptions

Read = Callable[..., list[Any]]
GOLDEN = Path(__file__).resolve().parents[2] / "golden"
RESOURCES = Path(__file__).resolve().parents[3] / "resources" / "import_profiles"
NEXIS = [
    "User Name: ada",
    "Date and Time: 10. Mai 2024, 9:00 Uhr",
    "Documents (2)",
    "1. Stadt sperrt alte Lahnbrücke",
    "Stadt sperrt alte Lahnbrücke",
    "Talbote",
    "8. Mai 2024 Mittwoch 14:30",
    "Copyright 2024 Talbote",
    "Section:\u00a0LOKALES; S. 3",
    "Length:\u00a09 words",
    "Byline:\u00a0Mara Lindqvist",
    "Body",
    "Die Lahnbrücke ist gesperrt.",
    "Body heißt hier nichts, sagte Rühmann.",
    "Load-Date:\u00a0May 9, 2024",
    "End of Document",
    "Council splits over bridge",
    "Valley Wire",
    "May 9, 2024 Thursday 9:20 PM GMT",
    "Body",
    "One vote decided it.",
    "End of Document",
]


def read_lines(lines: list[str], **options: Any) -> list[Any]:
    wanted = ReadOptions(**options)
    profile = profile_for(lines, wanted)
    assert profile is not None
    return list(taken_apart("a.docx", lines, profile, wanted))


def test_a_nexis_document_falls_into_its_articles_without_the_list_before_them() -> None:
    (line, one), (_, two) = read_lines(NEXIS)
    assert line == 1
    assert one.title == "Stadt sperrt alte Lahnbrücke"
    assert one.text == (
        "Stadt sperrt alte Lahnbrücke\n\nDie Lahnbrücke ist gesperrt.\n\n"
        "Body heißt hier nichts, sagte Rühmann."
    )
    assert (one.outlet, one.author, one.rights) == ("Talbote", "Mara Lindqvist", "Copyright 2024 Talbote")
    assert one.published_at == "2024-05-08T14:30:00"
    assert one.attrs["source"]["section"] == "LOKALES; S. 3"
    assert (two.title, two.outlet, two.published_at) == (
        "Council splits over bridge", "Valley Wire", "2024-05-09T21:20:00+00:00",
    )  # fmt: skip


def test_an_own_profile_says_what_the_elements_of_factivas_xml_are(read: Read, tmp_path: Path) -> None:
    shipped = (RESOURCES / "factiva_xml.toml").read_text("utf-8")
    (tmp_path / "mine.toml").write_text(
        shipped.replace("'notes: ' = \"notes\"", "'notes: ' = \"lead\""), "utf-8"
    )
    content = (GOLDEN / "factiva-articles.xml").read_bytes()
    [(_, plain), *_] = read(Factiva(), content)
    [(_, own), *_] = read(Factiva(), content, profiles=(str(tmp_path / "mine.toml"),))
    assert "Mit Bild" not in plain.text
    assert plain.attrs["source"]["notes"] == "Mit Bild"
    assert own.text.startswith("Freibad öffnet am Samstag\n\nMit Bild\n\nDas Freibad")


PLAIN = """Council splits over bridge
By Mara Lindqvist
1,204 words
9 May 2024
06:30 GMT
Valley Wire
VALW
Page 3
English
(c) 2024 Valley Wire
By one vote the council decided.
9 May 2024
Copyright is another matter.
Document VALW000020240509ek5900002""".splitlines()


def test_a_factiva_document_without_codes_is_known_by_the_order_of_its_fields() -> None:
    (_, problem), (_, one) = read_lines(PLAIN)
    assert problem.reason == "length_differs"
    assert (one.title, one.author, one.outlet, one.language, one.rights) == (
        "Council splits over bridge", "Mara Lindqvist", "Valley Wire", "en", "(c) 2024 Valley Wire",
    )  # fmt: skip
    assert (one.published_at, one.key) == ("2024-05-09T06:30:00+00:00", "VALW000020240509ek5900002")
    assert one.text.endswith(
        "By one vote the council decided.\n\n9 May 2024\n\nCopyright is another matter."
    ), "what looks like a field is text behind the copyright"


def test_a_document_that_was_cut_gives_the_article_under_way_too() -> None:
    found = read_lines(NEXIS[:-1])
    assert [record.title for _, record in found] == [
        "Stadt sperrt alte Lahnbrücke", "Council splits over bridge",
    ]  # fmt: skip


def test_a_text_much_shorter_than_the_source_says_is_named_and_taken() -> None:
    lines = [line.replace("9 words", "1,200 words") for line in NEXIS]
    problem, *records = read_lines(lines)
    assert isinstance(problem[1], Skipped)
    assert (problem[1].reason, problem[1].detail) == ("length_differs", "10 / 1,200")
    assert len(records) == 2


def test_an_article_without_a_text_is_named() -> None:
    lines = [*NEXIS, "Nur ein Kopf", "Talbote", "10. Mai 2024", "Length:\u00a03 words", "End of Document"]
    *_, (line, problem) = read_lines(lines)
    assert (line, problem.reason, problem.detail) == (23, "missing_text", "Nur ein Kopf")


def test_a_profile_of_ones_own_goes_first(tmp_path: Path, read: Read) -> None:
    profile = tmp_path / "own.toml"
    profile.write_text(
        "name = 'Own'\nsigns = ['###$']\nfirst = '###$'\n[labels]\n'Titel:' = 'headline'\n'Text:' = 'body'\n"
    )
    content = "###\nTitel: Eins\nText: Erster\nTeil.\n\nZweiter Teil.\n###\nTitel: Zwei\nText: Mehr.\n"
    items = read(PlainText(), content, name="a.txt", profiles=(str(profile),))
    assert [record.text for _, record in items] == ["Eins\n\nErster Teil.\n\nZweiter Teil.", "Zwei\n\nMehr."]
    [(_, whole)] = read(PlainText(), content, name="a.txt")
    assert whole.text == content


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name = ", {"reason": "no_toml", "line": 1, "column": 8}),
        ("name = 'x'\nsigns = [", {"reason": "no_toml", "line": 2, "column": 10}),
        ("name = 'x'\nsigns = ['(']\n[labels]\n", {"reason": "pattern_wrong", "pattern": "("}),
        ("name = 'x'\n", {"reason": "field_missing", "field": "signs"}),
        ("name = 'x'\nsigns = [1]\n[labels]\n", {"reason": "field_wrong", "field": "signs[0]"}),
        ("name = '\udce4'\n", {"reason": "field_missing", "field": "signs"}),
    ],
)
def test_a_broken_profile_is_a_clear_error(tmp_path: Path, text: str, said: dict[str, object]) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(ProfileInvalid) as caught:
        profile_for(["x"], ReadOptions(profiles=(str(path),)))
    assert caught.value.fields["path"] == str(path)
    assert {name: caught.value.fields[name] for name in said} == said


def test_an_article_that_only_mentions_such_words_is_left_alone() -> None:
    assert (
        profile_for(["Body", "Das End of Document ist nah.", "HD ist ein Fernsehformat."], ReadOptions())
        is None
    )


@given(st.lists(st.sampled_from([*NEXIS, "Ein Satz.", "Text"]), max_size=30))
def test_no_paragraph_of_a_text_is_lost_or_moved(lines: list[str]) -> None:
    profile = profile_for(NEXIS, ReadOptions())
    assert profile is not None
    bodies = [text for part in parts(lines, profile) for text in part.fields.get("body", [])]
    at = 0
    for text in bodies:
        at = lines.index(text, at) + 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wednesday, May 8, 2024 9:20 AM GMT", "2024-05-08T09:20+00:00"),
        ("8. Mai 2024 Mittwoch", "2024-05-08"),
        ("8 mai 2024", "2024-05-08"),
        ("8 de mayo de 2024", "2024-05-08"),
        ("1er juin 2024", "2024-06-01"),
        ("Jan. 3, 2024 12:05 am", "2024-01-03T00:05"),
        ("3. März 2024, 14:30 Uhr", "2024-03-03T14:30"),
        ("30. Februar 2024", None),
        ("08/05/2024", None),
        ("Mayer 8 2024", None),
    ],
)
def test_dates_with_a_month_in_words(text: str, found: str | None) -> None:
    assert moment_in(text) == found
