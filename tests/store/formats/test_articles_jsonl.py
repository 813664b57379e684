"""Other people's JSON Lines."""

import json
from collections.abc import Callable
from typing import Any

from store.formats.articles.articles_jsonl import ArticlesJsonl
from store.formats.problems import Skipped
from store.formats.records import ArticleRecord

Read = Callable[..., list[Any]]
FORMAT = ArticlesJsonl()


def lines(*rows: dict[str, Any]) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def test_a_line_is_an_article_with_its_metadata(read: Read) -> None:
    [(number, record)] = read(
        FORMAT, lines({"id": 5, "text": "Köln 😀", "date": "8.5.2024", "source": "dpa", "views": 3})
    )
    assert number == 1
    assert (record.key, record.text, record.published_at, record.outlet) == (
        "5",
        "Köln 😀",
        "2024-05-08",
        "dpa",
    )
    assert record.attrs == {"source": {"views": 3}}


def test_labelled_ranges_become_a_finished_reading(read: Read) -> None:
    [(_, record)] = read(FORMAT, lines({"text": "😀 London", "label": [[2, 8, "LOC"]]}), annotator="doccano")
    [reading] = record.sets
    assert (reading.annotator.name, reading.annotator.kind, reading.status) == ("doccano", "person", "done")
    assert [(record.text[start:end], label) for start, end, label in reading.ranges] == [("London", "LOC")]


def test_ranges_count_from_the_source_s_own_text(read: Read) -> None:
    [(_, record)] = read(
        FORMAT, lines({"headline": "Aus aller Welt", "text": "London", "spans": [[0, 6, "LOC"]]})
    )
    [(start, end, _)] = record.sets[0].ranges
    assert record.text[start:end] == "London"


def test_what_is_broken_is_named_and_the_rest_is_read(read: Read) -> None:
    content = (
        lines({"text": "a"})
        + "\n"
        + "[1]\n"
        + lines({"text": "b", "spans": [[0, "1", "X"]]}, {"title": "only"}, {"text": "c", "spans": "PER"})
        + '{"text": "\\ud800"}\n'
        + "{}}\n"
        + '{"text": "half'
    )
    items = read(FORMAT, content)
    assert [number for number, item in items if isinstance(item, ArticleRecord)] == [1]
    assert [(item.line, item.field, item.reason) for _, item in items if isinstance(item, Skipped)] == [
        (3, "", "wrong_type"),
        (4, "spans", "wrong_type"),
        (5, "text", "missing_text"),
        (6, "spans", "wrong_type"),
        (7, "", "unstorable_text"),
        (8, "", "not_json"),
        (9, "", "half_written"),
    ]


def test_columns_may_change_from_line_to_line(read: Read) -> None:
    items = read(FORMAT, lines({"text": "a", "id": "1"}, {"key": "2", "body": "b"}))
    assert [(record.key, record.text) for _, record in items] == [("1", "a"), ("2", "b")]


def test_a_column_can_be_named(read: Read) -> None:
    [(_, record)] = read(
        FORMAT, lines({"artikel_volltext": "a", "text": "b"}), columns={"text": "artikel_volltext"}
    )
    assert record.text == "a"
    assert record.attrs == {"source": {"text": "b"}}


def test_deep_nesting_is_named_and_not_fatal(read: Read) -> None:
    [(_, item)] = read(FORMAT, '{"text": ' + "[" * 100_000)
    assert item.reason == "not_json"
