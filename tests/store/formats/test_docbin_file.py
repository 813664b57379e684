"""A DocBin that is written as it grows is the one that spaCy would write at the end."""

import tracemalloc
import zlib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from store.formats.annotations import docbin_file, spacy_docbin
from store.formats.annotations.docbin_file import DocBinFile, added
from store.formats.annotations.spacy_docbin import SpacyDocBin
from store.formats.protocol import WriteOptions
from store.formats.records import VERSION, AnnotatorRecord, ArticleRecord, SetRecord, SpanRecord
from store.formats.scheme_records import ProjectRecord
from store.offsets import Range

ATTRS = ["ENT_IOB", "ENT_TYPE", "ENT_KB_ID"]
PROJECT = ProjectRecord(VERSION, "u", "P", "2026-11-24")
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=4)


@st.composite
def docs(draw: st.DrawFn) -> list[Doc]:
    """Docs with any words, entities, span groups and user data."""
    made: list[Doc] = []
    for _ in range(draw(st.integers(0, 20))):
        words = draw(st.lists(WORDS, max_size=20))
        spaces = draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)))
        doc = Doc(Vocab(), words=words, spaces=spaces)
        if words and draw(st.booleans()):
            span = doc.char_span(0, len(words[0]), label=draw(WORDS), kb_id=draw(WORDS))
            doc.set_ents([span], default=draw(st.sampled_from(["outside", "missing"])))
            doc.spans[draw(WORDS)] = [span] * draw(st.integers(0, 2))
        doc.user_data[draw(WORDS)] = {"key": draw(st.none() | WORDS), "at": draw(st.integers(0, 2**40))}
        made.append(doc)
    return made


@settings(deadline=None, max_examples=60)
@given(docs(), st.integers(1, 50))
def test_it_is_byte_for_byte_what_spacy_packs(made: list[Doc], words: int) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(docbin_file, "_WORDS", words)
        file = DocBinFile(Path(folder) / "out.spacy", DocBin(ATTRS, store_user_data=True))
        for doc in made:
            file.add(DocBin(ATTRS, store_user_data=True, docs=[doc]))
        file.close()
        [left] = Path(folder).iterdir()
        theirs = DocBin(ATTRS, store_user_data=True, docs=made).to_bytes()
        assert zlib.decompress(left.read_bytes()) == zlib.decompress(theirs)


def test_columns_of_every_size_that_messagepack_counts_in(tmp_path: Path) -> None:
    made = [Doc(Vocab(), words=[f"w{n}" for n in range(count)]) for count in (0, 1, 3, 300, 70_000)] * 4
    file = DocBinFile(tmp_path / "out.spacy", DocBin(ATTRS, store_user_data=True))
    for doc in made:
        file.add(DocBin(ATTRS, store_user_data=True, docs=[doc]))
    file.close()
    theirs = DocBin(ATTRS, store_user_data=True, docs=made).to_bytes()
    assert zlib.decompress((tmp_path / "out.spacy").read_bytes()) == zlib.decompress(theirs)


@given(st.binary(), st.binary())
def test_sums_are_added_up(first: bytes, second: bytes) -> None:
    assert added(zlib.adler32(first), zlib.adler32(second), len(second)) == zlib.adler32(first + second)


def articles(count: int) -> Any:
    """Articles of 200 words, five of them named, one after the other."""
    ada = AnnotatorRecord("a", "Ada", "person")
    for number in range(count):
        text = " ".join(f"Wort{number}x{i}" if i % 40 == 0 else f"Wort{i}" for i in range(200))
        borders = tokens(text, "de")
        spans = [SpanRecord(f"s{i}", *borders[i], "PER") for i in range(0, 200, 40)]
        sets = [SetRecord(ada, status="done", spans=spans)]
        yield ArticleRecord(VERSION, key=f"a{number}", text=text, language="de", sets=sets)


def tokens(text: str, _language: str) -> list[Range]:
    found: list[Range] = []
    position = 0
    for word in text.split(" "):
        found.append((position, position + len(word)))
        position += len(word) + 1
    return found


def test_memory_does_not_grow_with_the_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docbin_file, "_WORDS", 300)
    monkeypatch.setattr(spacy_docbin, "_WORDS", 300)
    options = WriteOptions(segment=tokens)

    def peak(count: int) -> int:
        tracemalloc.start()
        SpacyDocBin().write(tmp_path / "out.spacy", PROJECT, articles(count), options)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(20)
    assert peak(200) - peak(50) < 500_000, "one Doc's columns take 10 KB"


def test_behind_a_full_file_comes_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docbin_file, "FULL", 20_000)
    monkeypatch.setattr(spacy_docbin, "_WORDS", 300)
    written = SpacyDocBin().write(tmp_path / "out.spacy", PROJECT, articles(10), WriteOptions(segment=tokens))
    assert written.files == ("out.spacy", "out~002.spacy", "out~003.spacy")
    vocab = spacy.blank("de").vocab
    found = [
        [doc.user_data["lesart"]["key"] for doc in DocBin().from_disk(tmp_path / name).get_docs(vocab)]
        for name in written.files
    ]
    assert [len(keys) for keys in found] == [4, 4, 2]
    assert [key for keys in found for key in keys] == [f"a{n}" for n in range(10)]
