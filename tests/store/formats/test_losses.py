"""Losses and problems are all counted; the list is as long as somebody may want to look at."""

import pytest

from store.formats import losses
from store.formats.losses import QUOTED, Losses, Problems, quoted
from store.formats.problems import Loss, Skipped
from store.formats.records import VERSION, ArticleRecord


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(losses, "KEPT", 3)


def loss(number: int, kind: str) -> Loss:
    return Loss(f"a{number}", number, number + 1, "PER", kind)


def test_the_first_of_each_kind_are_kept_and_all_are_counted() -> None:
    found = Losses()
    found += (loss(n, "nested") for n in range(5))
    found.append(loss(5, "name"))
    found += [loss(n, "widened") for n in range(6, 14)]
    kept, counts = found.told()
    assert [it.article for it in kept] == ["a0", "a1", "a2", "a5", "a6", "a7", "a8"]
    assert counts == {"widened": 8, "nested": 5, "name": 1}
    assert list(counts) == ["widened", "nested", "name"], "the most frequent first"


def test_of_problems_too_and_no_file_is_left_out() -> None:
    found = Problems()
    for line in (9, 8, 7, 6, 0):
        found.append(Skipped("b.jsonl", line, "", "not_json"))
    found.append(Skipped("a.jsonl", 1, "text", "empty_text"))
    kept, counts = found.told()
    assert [(it.path, it.line) for it in kept] == [("a.jsonl", 1), *(("b.jsonl", n) for n in (0, 7, 8, 9))]
    assert counts == {"not_json": 5, "empty_text": 1}


def test_the_words_at_a_place_are_those_of_the_article_that_passes() -> None:
    found = Losses()
    texts = {"a1": "Köln und Bonn", "a2": "Wien", "a3": None}
    for article in found.passing(ArticleRecord(VERSION, key=key, text=text) for key, text in texts.items()):
        found.append(Loss(article.key or "", 0, 4, "LOC", "nested"))
        found.append(Loss(article.key or "", 0, 0, "eu", "topic_mark"))
    kept, _ = found.told()
    assert [it.words for it in kept] == ["Köln", "", "Wien", "", "", ""], "no text, or no place: no words"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ein  Wort\r\n und\u2028noch\t eins", "ein Wort und noch eins"),
        ("rot \x1b[31m\x07", "rot [31m"),
        ("\u202eslaf\u202c \u2067nehcsiwz", "slaf nehcsiwz"),
        ("<b>fett</b> & mehr", "<b>fett</b> & mehr"),
        ("x" * QUOTED, "x" * QUOTED),
        ("x" * (QUOTED + 1), "x" * QUOTED + " …"),
        ("🇩🇪" * QUOTED, "🇩🇪" * (QUOTED // 2) + " …"),
        ("e\u0301" * QUOTED, "e\u0301" * (QUOTED // 2) + " …"),
        ("Wort " + " " * 5000 + "Ende", "Wort …"),
        (" " * 5000, "…"),
    ],
    ids=["one line", "terminal", "bidi", "markup", "whole", "long", "flags", "accents", "gap", "blank"],
)
def test_words_are_one_short_line_that_nothing_hides_in(text: str, words: str) -> None:
    assert quoted(f"vor{text}nach", 3, 3 + len(text)) == words
