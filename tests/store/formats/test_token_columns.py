"""Columns of tokens as others write them, and long articles: the text stays what it was."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from store.formats import reader_named, writer_named
from store.formats.annotations.conll import Conll
from store.formats.annotations.conllu import ConllU
from store.formats.annotations.tokens import in_scope, sentences_of, tokens_in
from store.formats.protocol import ReadOptions, WriteOptions
from store.formats.records import VERSION, ArticleRecord, SpanRecord, ZoneRecord
from store.formats.sources import Source
from tests.store.formats.invented import sentences, tokens


@pytest.mark.parametrize("name", ["conll2003", "conll2002", "germeval", "conllu"])
def test_an_article_of_many_sentences_stays_one(sample: Any, tmp_path: Path, name: str) -> None:
    text = "".join(f"Satz {n} nennt Bonn.\r\n" for n in range(450))
    span = SpanRecord("s1", text.rindex("Bonn"), text.rindex("Bonn") + 4, "LOC")
    article = ArticleRecord(VERSION, key="lang", text=text, language="de", sets=[sample.done(span)])
    writer, reader = writer_named(name), reader_named("conll2003" if "conll2" in name else name)
    assert writer is not None
    assert reader is not None
    path = tmp_path / f"out{writer.suffixes[0]}"
    writer.write(path, sample.project, [article], WriteOptions(segment=tokens, sentences=sentences))
    [(_, back)] = reader.read(Source(path, path.name), ReadOptions())
    assert isinstance(back, ArticleRecord)
    assert (back.key, back.text) == ("lang", text)
    assert [(it.start, it.end) for it in back.sets[0].spans] == [(span.start, span.end)]


@pytest.mark.parametrize(
    "row", ["Bonn     B-LOC", "Bonn B-LOC  ", "Bonn\tB-LOC\t", "Bonn  NNP   I-NP B-LOC "]
)
def test_columns_that_stand_below_each_other_are_columns(read: Any, row: str) -> None:
    [(_, article)] = read(Conll(), f"Aus O\n{row}\n. O\n", name="x.conll")
    assert article.text == "Aus Bonn."
    assert [(it.start, it.end, it.label) for it in article.sets[0].spans] == [(4, 8, "LOC")]


@pytest.mark.parametrize("column", ["B-A B-A E-A O S-B", "B-A B-A E-A O W-B", "B-A B-A M-A E-A S-B"])
def test_middles_and_whole_words_are_tags_of_some_tools(read: Any, column: str) -> None:
    lines = "".join(f"{word} {tag}\n" for word, tag in zip("abcde", column.split(), strict=True))
    assert Conll().sniff(lines, ".txt") > 0.5
    [(_, article)] = read(Conll(), lines, name="x.conll")
    found = [article.text[it.start : it.end] for it in article.sets[0].spans]
    assert found == (["a", "b c d", "e"] if "M-" in column else ["a", "b c", "e"])


def conllu(*rows: tuple[str, str, str]) -> str:
    empty = "\t_" * 7
    return "".join(f"{number}\t{form}{empty}\t{misc}\n" if form else "\n" for number, form, misc in rows)


def test_blanks_of_conllu_are_those_that_it_tells(read: Any) -> None:
    content = conllu(
        ("1", "„", "SpaceAfter=No"),
        ("2", "Kreml", "NE=B-ORG|SpaceAfter=No"),
        ("3", "-", "SpaceAfter=No"),
        ("4", "Chef", "_"),
        ("5", ":", "_"),
        ("6", "€", "SpacesAfter=\\s\\s"),
        ("7", "5", "SpaceAfter=No"),
        ("", "", ""),
        ("1", "Nein", "NE=O|SpacesAfter=\\r\\n\\p"),
        ("", "", ""),
        ("1", "Bonn", "NER=S-LOC"),
    )
    [(_, article)] = read(ConllU(), content, name="x.conllu")
    assert article.text == "„Kreml-Chef : €  5Nein\r\n|Bonn"
    found = [(article.text[it.start : it.end], it.label) for it in article.sets[0].spans]
    assert found == [("Kreml", "ORG"), ("Bonn", "LOC")]


def test_a_token_of_several_words_stands_as_it_was_written(read: Any) -> None:
    content = conllu(
        ("1-2", "zum", "_"),
        ("1", "zu", "NER=O"),
        ("2", "dem", "NER=O"),
        ("3-4", "d’Eu", "SpaceAfter=No"),
        ("3", "de", "NER=B-ORG"),
        ("4", "Eu", "NER=I-ORG"),
        ("4.1", "leer", "_"),
        ("5", "rat", "NER=I-ORG"),
    )
    [(_, article)] = read(ConllU(), content, name="x.conllu")
    assert article.text == "zum d’Eurat"
    assert [(it.start, it.end, it.label) for it in article.sets[0].spans] == [(4, 11, "ORG")]


class Counted(list[tuple[int, int]]):
    """Borders that count how often somebody looks at one."""

    looked = 0

    def __iter__(self) -> Iterator[tuple[int, int]]:
        for item in super().__iter__():
            self.looked += 1
            yield item

    def __getitem__(self, index: Any) -> Any:
        self.looked += 1
        return super().__getitem__(index)


def test_tokens_of_many_ranges_are_found_by_looking_at_each_a_few_times() -> None:
    borders = Counted((5 * n, 5 * n + 4) for n in range(4_000))
    ranges = [(10 * n + 3, 10 * n + 6) for n in range(2_000)]
    assert tokens_in(borders, ranges) == set(range(4_000))
    assert borders.looked < 40 * len(borders)
    zones = [ZoneRecord(0, 12, "dateline", False), ZoneRecord(20, 30, "headline", True)]
    assert in_scope(borders, zones)[0] == (15, 19)


def test_sentences_are_cut_by_looking_at_each_token_a_few_times() -> None:
    text = "wort " * 4_000
    spans = [SpanRecord(f"s{n}", 10 * n, 10 * n + 9, "PER") for n in range(2_000)]
    borders = Counted(tokens(text, "de"))
    article = ArticleRecord(VERSION, text=text)
    ends = [(start, start + 5) for start in range(0, len(text), 5)]
    found = sentences_of(article, borders, spans, lambda *_: ends)
    assert [len(it) for it in found] == [2] * 2_000, "none ends within a span"
    assert borders.looked < 40 * len(borders)
