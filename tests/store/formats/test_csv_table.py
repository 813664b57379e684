"""CSV in the dialects that programs write."""

from collections.abc import Callable
from typing import Any

import pytest

from store.errors import ColumnsUnknown
from store.formats.articles.csv_table import CsvTable, header_of
from store.formats.problems import Skipped
from store.formats.protocol import ReadOptions

Read = Callable[..., list[Any]]
FORMAT = CsvTable()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(read: Read, delimiter: str) -> None:
    content = (
        delimiter.join(["Titel", "Text"])
        + "\n"
        + delimiter.join(["Kopf", '"Ja, nein; vielleicht | Tab"'])
        + "\n"
    )
    [(_, record)] = read(FORMAT, content)
    assert (record.title, record.text) == ("Kopf", "Ja, nein; vielleicht | Tab")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_encoding_that_spreadsheets_write(read: Read, encoding: str) -> None:
    content = "Überschrift;Text;Datum\r\nKöln;Größe – „so“;8.5.2024\r\n".encode(encoding)
    [(_, record)] = read(FORMAT, content)
    assert (record.text, record.published_at) == ("Köln\n\nGröße – „so“", "2024-05-08")


def test_line_ends_inside_a_text_stay(read: Read) -> None:
    [(number, record)] = read(FORMAT, 'text\r\n"a\r\nb\rc\n\nd ""e"""\r\n')
    assert number == 2
    assert record.text == 'a\r\nb\rc\n\nd "e"'


def test_ragged_and_badly_quoted_rows_are_named(read: Read) -> None:
    items = read(FORMAT, 'key,text\n1,a\n2\n3,b,c\n4,"d"x\n5,\n6,e\n7,"f\n')
    assert [record.key for _, record in items if not isinstance(record, Skipped)] == ["1", "6"]
    assert [(item.line, item.field, item.reason) for _, item in items if isinstance(item, Skipped)] == [
        (3, "", "columns"),
        (4, "", "columns"),
        (5, "", "quoting"),
        (6, "text", "empty_text"),
        (8, "", "half_written"),
    ]


def test_a_text_longer_than_the_csv_module_allows_by_itself(read: Read) -> None:
    [(_, record)] = read(FORMAT, "text\n" + "x" * 200_000 + "\n")
    assert record.text == "x" * 200_000


def test_unknown_columns_stay_beside_the_article(read: Read) -> None:
    [(_, record)] = read(FORMAT, "text,ressort,leer\na,Politik,\n")
    assert record.attrs == {"source": {"ressort": "Politik"}}


def test_a_table_without_a_text_is_refused(read: Read) -> None:
    with pytest.raises(ColumnsUnknown) as caught:
        read(FORMAT, "a,b\n1,2\n")
    assert caught.value.fields["columns"] == ["a", "b"]


def test_a_column_can_be_named(read: Read) -> None:
    [(_, record)] = read(FORMAT, "a;b\n1;2\n", columns={"text": "b"})
    assert record.text == "2"


def test_nobody_takes_a_text_with_commas_for_a_table() -> None:
    assert header_of("Erstens, zweitens, drittens.\nUnd so weiter.", ReadOptions()).fields == {}
    assert FORMAT.sniff("Erstens, zweitens, drittens.", ".txt") == 0
