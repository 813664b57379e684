"""JSON in any layout: lines, arrays, objects over many lines; one value at a time in memory."""

import json
import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.formats import json_values
from store.formats.articles.articles_jsonl import ArticlesJsonl
from store.formats.json_values import Splitter
from store.formats.problems import Skipped

Read = Callable[..., list[Any]]
FORMAT = ArticlesJsonl()

WORDS = st.text(st.sampled_from('ab"\\[]{},:\n\u00e4\U0001f600 '), max_size=8)
VALUES = st.recursive(
    st.none() | st.integers() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=150)
@given(st.lists(st.dictionaries(WORDS, VALUES, max_size=3), max_size=5), st.integers(1, 9), st.booleans())
def test_an_array_falls_into_its_elements_however_it_is_cut(
    elements: list[Any], size: int, indented: bool
) -> None:
    text = json.dumps(elements, indent=2 if indented else None)
    splitter = Splitter(1)
    found = [
        (line, value)
        for start in range(0, len(text), size)
        for line, value in splitter.feed(text[start : start + size])
    ]
    assert [json.loads(value or "") for _, value in found] == elements
    assert splitter.line == text.count("\n") + 1
    assert not splitter.is_inside
    at = 0
    for line, value in found:
        at = text.index(value or "", at)
        assert line == text.count("\n", 0, at) + 1
        at += len(value or "")


def test_an_array_gives_what_lines_give(read: Read) -> None:
    rows = [{"id": 1, "text": "eins"}, {"id": 2, "text": 'zw"ei ]}'}]
    lines = "\n".join(json.dumps(row) for row in rows)
    [one, two] = [record for _, record in read(FORMAT, lines)]
    for layout in (json.dumps(rows), json.dumps(rows, indent=1), lines.replace("{", "{\n", 1)):
        assert [record for _, record in read(FORMAT, layout)] == [one, two]


def test_an_array_that_was_cut_gives_what_is_whole(read: Read) -> None:
    items = read(FORMAT, '[\n{"text": "eins"},\n{"text": "zwei"},\n{"text": "dr')
    assert [(n, it.reason if isinstance(it, Skipped) else it.text) for n, it in items] == [
        (2, "eins"),
        (3, "zwei"),
        (4, "half_written"),
    ]


def test_a_broken_element_costs_only_itself(read: Read) -> None:
    items = read(FORMAT, '[{"text": "eins"}, {"text": }, {"text": "drei"}]')
    assert [it.reason if isinstance(it, Skipped) else it.text for _, it in items] == [
        "eins",
        "not_json",
        "drei",
    ]


def test_the_answer_of_a_news_service_is_the_list_in_it(read: Read) -> None:
    answer = {
        "status": "ok",
        "articles": {
            "results": [{"uri": "7", "title": "Kopf", "body": "Text", "source": {"title": "Blatt"}}]
        },
    }
    for layout in (json.dumps(answer), json.dumps(answer, indent=2)):
        [(_, record)] = read(FORMAT, layout, columns={"outlet": "source.title", "key": "uri"})
        assert (record.key, record.title, record.text, record.outlet) == ("7", "Kopf", "Text", "Blatt")


def test_an_array_in_another_encoding(read: Read) -> None:
    [(_, record)] = read(FORMAT, json.dumps([{"text": "Köln"}], ensure_ascii=False).encode("utf-16"))
    assert record.text == "Köln"


def test_an_element_longer_than_any_article_is_passed_over_in_little_memory(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_values, "LIMIT", 1000)
    content = '[{"text": "eins"}, {"text": "' + "x" * 3_000_000 + '"}, {"text": "drei"}]'
    data = content.encode()
    tracemalloc.start()
    items = read(FORMAT, data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [it.reason if isinstance(it, Skipped) else it.text for _, it in items] == [
        "eins",
        "too_long",
        "drei",
    ]
    assert peak < 1_500_000


@pytest.mark.parametrize(
    ("content", "junk"),
    [
        ('[{"text": "eins"}]\n}', (2, "}")),
        ('[{"text": "eins"}]\nGET /more HTTP/1.1\n', (2, "GET /more HTTP/1.1")),
        ('[\n{"text": "eins"},\n17, "text", null]', (3, '17, "text", null]')),
        ('["text",\n{"text": "eins"}]', (1, '"text",')),
        ('[{"text": "eins"}] [] x', (1, "x")),
        ('{\n"text": "eins"\n}\n} 7', (4, "} 7")),
        ('{\n"text": "eins"\n}\nno JSON at all', (4, "no JSON at all")),
    ],
)
def test_what_is_no_record_is_told_with_its_place(read: Read, content: str, junk: tuple[int, str]) -> None:
    items = read(FORMAT, content)
    assert [it.text for _, it in items if not isinstance(it, Skipped)] == ["eins"]
    [told] = [it for _, it in items if isinstance(it, Skipped)]
    assert (told.path, told.line, told.detail, told.reason) == ("file", *junk, "junk")


def test_junk_between_two_records_is_told_once_and_costs_none(read: Read) -> None:
    items = read(FORMAT, '[{"text": "eins"} ; 1 ; "zwei" ; {"text": "drei"}, {"text": "vier"} x]')
    assert [it.reason if isinstance(it, Skipped) else it.text for _, it in items] == [
        "eins", "drei", "vier", "junk", "junk",
    ]  # fmt: skip


@settings(max_examples=100)
@given(st.lists(st.dictionaries(WORDS, VALUES, max_size=3), max_size=4), st.integers(1, 9), WORDS)
def test_junk_is_found_however_the_text_is_cut(elements: list[Any], size: int, words: str) -> None:
    text = f"{json.dumps(elements)}\n§{json.dumps(words)}§"
    splitter = Splitter(1)
    for start in range(0, len(text), size):
        list(splitter.feed(text[start : start + size]))
    assert [(line, junk[0]) for line, junk in splitter.junk] == [(2, "§")]
