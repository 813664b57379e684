"""Columns of other people's tables find their place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.formats.columns import article, fields_of, joined, language_code, moment
from store.formats.problems import RecordError
from store.formats.protocol import ReadOptions

PIECES = st.text(min_size=1, alphabet=st.characters(exclude_categories=["Cs"]))


def test_german_and_english_names_are_known() -> None:
    columns = ["Überschrift", "Vor-spann", "TEXT", "Erscheinungsdatum", "Source", "byline", "weather"]
    assert fields_of(columns, {}) == {
        "Überschrift": "headline",
        "Vor-spann": "lead",
        "TEXT": "text",
        "Erscheinungsdatum": "published_at",
        "Source": "outlet",
        "byline": "author",
    }


def test_what_was_given_goes_before_what_a_name_suggests() -> None:
    assert fields_of(["text", "content"], {"text": "content"}) == {"content": "text"}


def test_the_first_of_two_columns_gets_the_field() -> None:
    assert fields_of(["id", "key"], {}) == {"id": "key"}


@given(st.lists(st.tuples(st.sampled_from(["headline", "lead", "body"]), PIECES), min_size=1, max_size=3))
def test_offsets_into_each_source_field_can_be_given_back(pieces: list[tuple[str, str]]) -> None:
    text, recipe = joined(pieces)
    assert [(field, text[start:end]) for field, start, end in recipe] == pieces


def test_headline_and_lead_become_text_and_zones() -> None:
    record, _ = article({"headline": "Kopf", "lead": "Vorspann", "text": "Rumpf"}, {}, options=ReadOptions())
    assert record.text == "Kopf\n\nVorspann\n\nRumpf"
    assert record.title == "Kopf"
    assert [(record.text[z.start : z.end], z.kind, z.in_scope) for z in record.zones] == [
        ("Kopf", "headline", True),
        ("Vorspann", "lead", True),
    ]
    assert record.attrs["recipe"] == [("headline", 0, 4), ("lead", 6, 14), ("body", 16, 21)]


def test_a_text_alone_stays_as_it_is_and_its_title_stays_outside() -> None:
    record, _ = article({"title": "Titel", "text": " Text \n"}, {"weather": 3}, options=ReadOptions())
    assert (record.text, record.title, record.zones) == (" Text \n", "Titel", [])
    assert record.attrs == {"source": {"weather": 3}}


def test_options_fill_in_what_a_row_does_not_say() -> None:
    options = ReadOptions(language="de", rights="restricted: dpa")
    record, _ = article({"text": "x", "language": "en"}, {}, options=options)
    assert (record.language, record.rights) == ("en", "restricted: dpa")


def test_a_key_may_be_a_number_and_authors_a_list() -> None:
    record, _ = article({"text": "x", "key": 17, "author": ["A", "B"]}, {}, options=ReadOptions())
    assert (record.key, record.author) == ("17", "A, B")


@pytest.mark.parametrize(
    ("values", "field", "reason"),
    [
        ({}, "text", "missing_text"),
        ({"text": " \n"}, "text", "empty_text"),
        ({"text": 5}, "body", "wrong_type"),
        ({"text": "x", "title": {}}, "title", "wrong_type"),
    ],
)
def test_a_row_that_makes_no_article_says_why(values: dict[str, object], field: str, reason: str) -> None:
    with pytest.raises(RecordError) as caught:
        article(values, {}, options=ReadOptions())
    assert (caught.value.field, caught.value.reason) == (field, reason)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024-05-08", "2024-05-08"),
        ("2024/05/08", "2024-05-08"),
        ("20240508", "2024-05-08"),
        ("2024", "2024"),
        ("2024-05", "2024-05"),
        ("2024-05-08T14:30:00Z", "2024-05-08T14:30:00+00:00"),
        ("2024-05-08 14:30:00.123", "2024-05-08T14:30:00"),
        ("8.5.2024", "2024-05-08"),
        ("08.05.2024, 14:30 Uhr", "2024-05-08T14:30"),
        ("Wed, 08 May 2024 14:30:00 +0200", "2024-05-08T14:30:00+02:00"),
        ("05/08/2024", None),
        ("31.2.2024", None),
        ("gestern", None),
    ],
)
def test_a_date_is_read_only_where_it_can_mean_one_thing(written: str, read: str | None) -> None:
    assert moment(written) == read


def test_a_date_that_nobody_can_read_stays_beside_the_article() -> None:
    record, unread = article({"text": "x", "published_at": "05/08/2024"}, {}, options=ReadOptions())
    assert unread == "05/08/2024"
    assert record.published_at is None
    assert record.attrs == {"source": {"date": "05/08/2024"}}


@pytest.mark.parametrize(
    ("written", "code"), [("de-AT", "de"), ("deu", "de"), ("zh_Hans", "zh"), ("EN", "en"), ("", None)]
)
def test_languages_are_two_letters(written: str, code: str | None) -> None:
    assert language_code(written) == code
