"""Our own lines: types and numbers are checked where they are read."""

from collections.abc import Callable
from typing import Any

import pytest

from store.formats.native_jsonl import NativeJsonl
from store.formats.records import ArticleRecord
from store.formats.scheme_records import ProjectRecord

Read = Callable[..., list[Any]]
FORMAT = NativeJsonl()


def reading(span: str) -> str:
    """The sets of an article: one, with one span."""
    who = '"annotator":{"uid":"u","name":"A","kind":"person"}'
    return f'[{{{who},"round":"main","status":"done","spans":[{{"id":"s1",{span}}}]}}]'


def article(**fields: str) -> str:
    values = {"kind": '"article"', "lesart": "1", "key": '"a"', "text": '"London"'} | fields
    return "{" + ",".join(f'"{name}":{value}' for name, value in values.items()) + "}\n"


def test_a_project_and_an_article(read: Read) -> None:
    project = '{"kind":"project","lesart":1,"uid":"u","name":"P","created_at":"2026-11-24"}\n'
    (_, first), (_, second) = read(FORMAT, project + article())
    assert isinstance(first, ProjectRecord)
    assert isinstance(second, ArticleRecord)
    assert second.text == "London"


@pytest.mark.parametrize(
    ("line", "field", "reason"),
    [
        (article(lesart="2"), "lesart", "newer_format"),
        (article(kind='"thing"'), "kind", "wrong_type"),
        (article(text="5"), "text", "wrong_type"),
        (
            article(sets=reading('"start":-1,"end":2')),
            "sets[0].spans[0].start",
            "wrong_type",
        ),
        (
            article(sets=reading('"start":0,"end":"2"')),
            "sets[0].spans[0].end",
            "wrong_type",
        ),
        (
            article(sets=reading('"start":0,"end":2,"score":2')),
            "sets[0].spans[0].score",
            "wrong_type",
        ),
        (
            article(sets=reading('"start":0,"end":2,"form":"x"')),
            "sets[0].spans[0].form",
            "wrong_type",
        ),
        (article(sets="[{}]"), "sets[0]", "wrong_type"),
        (article()[:-8], "", "half_written"),
    ],
)
def test_a_line_that_is_not_as_documented_is_named(read: Read, line: str, field: str, reason: str) -> None:
    items = read(FORMAT, article() + line)
    assert isinstance(items[0][1], ArticleRecord)
    assert [(item.line, item.field, item.reason) for _, item in items[1:]] == [(2, field, reason)]


def test_fields_of_a_later_revision_are_passed_over(read: Read) -> None:
    [(_, record)] = read(FORMAT, article(mood='"good"'))
    assert record.key == "a"
