"""Golden files of every format, damaged: what comes in can be stored, of what does not it is said why."""

import sqlite3
import sys
import tracemalloc
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.formats.problems import RecordError, Skipped
from store.formats.protocol import ReadOptions
from store.formats.records import ArticleRecord
from store.formats.scheme_records import ProjectRecord
from store.transfer.reading import found_files
from store.transfer.reading import records as records_of
from store.transfer.validation import checked

GOLDEN = Path(__file__).resolve().parents[2] / "golden"
FILES = sorted(
    path
    for path in GOLDEN.rglob("*")
    if path.is_file() and ".expected." not in path.name and path.suffix not in (".py", ".pyc")
)
PIECES = [
    b"", b"\x00", b"\xff", b"\n", b"\r\n", b"{", b"}", b"[", b'"', b"<", b"</", b"&x;", b"\t", b"0", b"-1",
    b"99999999999999999999", b"null", b"NaN", b"\xed\xa0\x80", b'{"text": ', b"PK\x03\x04",
]  # fmt: skip


@st.composite
def damage(draw: st.DrawFn, data: bytes) -> bytes:
    """Some bytes cut off, cut out, doubled or replaced."""
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 40)))
        kind = draw(st.sampled_from(["cut", "replace", "replace", "double", "encode"]))
        if kind == "cut":
            data = data[:start]
        elif kind == "replace":
            data = data[:start] + draw(st.sampled_from(PIECES)) + data[end:]
        elif kind == "double":
            data = data[:end] + data[start:end] + data[end:]
        else:
            data = data.decode("latin-1").encode(draw(st.sampled_from(["utf-16-le", "utf-8", "utf-16"])))
    return data


def came_in(folder: Path) -> Iterator[ArticleRecord | ProjectRecord | Skipped]:
    for _, _, item in records_of(found_files([folder]), ReadOptions()):
        if item is not None:
            yield item


@pytest.mark.parametrize("file", FILES, ids=lambda path: str(path.relative_to(GOLDEN)))
@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_nothing_but_articles_and_reasons_comes_of_a_damaged_file(
    tmp_path: Path, file: Path, data: st.DataObject
) -> None:
    folder = tmp_path / str(uuid4())
    folder.mkdir()
    for other in file.parent.glob(f"{file.stem.split('-')[0]}*"):
        if other.is_file() and other.suffix in (".txt", ".map", ".jsonl", ".features"):
            (folder / other.name).write_bytes(other.read_bytes())  # maps, sidecars and texts beside it
    (folder / file.name).write_bytes(data.draw(damage(file.read_bytes())))
    for item in came_in(folder):
        if isinstance(item, Skipped):
            assert item.reason
        elif isinstance(item, ArticleRecord):
            with suppress(RecordError):  # which the import lists
                assert checked(item).record.text


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_database_of_dna_gives_articles_or_says_why(tmp_path: Path, data: st.DataObject) -> None:
    folder = tmp_path / str(uuid4())
    folder.mkdir()
    with closing(sqlite3.connect(folder / "whole.db")) as connection:
        connection.executescript((GOLDEN / "exports" / "dna.sql").read_text("utf-8"))
    whole = (folder / "whole.db").read_bytes()
    (folder / "whole.db").unlink()
    start = data.draw(st.integers(0, len(whole)))
    cut = data.draw(st.integers(start, min(len(whole), start + 4096)))
    (folder / "x.dna").write_bytes(whole[:start] + data.draw(st.sampled_from(PIECES)) + whole[cut:])
    for item in came_in(folder):
        assert not isinstance(item, Skipped) or item.reason
        if isinstance(item, ArticleRecord):
            with suppress(RecordError):
                assert checked(item).record.text


NOT_READ = (".pdf", ".sql", ".map", ".features", ".gexf", ".graphml", ".jsonld")
TEXTS = [path for path in FILES if b"\x00" not in path.read_bytes() and path.suffix not in NOT_READ]


ENDLESS = {
    ".xml": "<a ",
    ".tei": "<a ",
    ".html": "<a ",
    ".json": '{"',
    ".jsonl": '{"',
    ".csv": '"',
    ".tsv": '"',
}


CASES = [(file, "") for file in TEXTS] + [
    (file, ENDLESS[file.suffix]) for file in TEXTS if file.suffix in ENDLESS
]


@pytest.fixture
def small_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """No line, document or article is longer than 200,000 bytes."""
    for name, module in list(sys.modules.items()):
        if name.startswith("store.formats") and hasattr(module, "LIMIT"):
            monkeypatch.setattr(module, "LIMIT", 200_000)


def peak_of(folder: Path) -> tuple[list[type], int]:
    """The kinds of what came in, and the most bytes that were held meanwhile."""
    list(came_in(folder))  # what is imported lazily is loaded
    tracemalloc.start()
    found = [type(item) for item in came_in(folder)]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return found, peak


@pytest.mark.usefixtures("small_limit")
@pytest.mark.parametrize(("file", "opening"), CASES, ids=lambda it: it.name if isinstance(it, Path) else it)
def test_one_line_without_end_is_refused_in_bounded_memory(tmp_path: Path, file: Path, opening: str) -> None:
    """Also where it is a tag, a name or a quoted text that never ends."""
    with (tmp_path / file.name).open("wb") as out:
        out.write(file.read_bytes().rstrip() + opening.encode())
        for _ in range(80):
            out.write(b"x" * 100_000)
    found, peak = peak_of(tmp_path)
    assert peak < 5_000_000, "half of the line"
    assert found


WIDE = [path for path in TEXTS if path.suffix in (".jsonl", ".csv", ".tsv", ".conll", ".txt", ".json")]


@pytest.mark.usefixtures("small_limit")
@pytest.mark.parametrize("file", WIDE, ids=lambda it: it.name)
def test_so_is_one_of_wide_characters(tmp_path: Path, file: Path) -> None:
    with (tmp_path / file.name).open("wb") as out:
        out.write(file.read_bytes().decode(errors="replace").rstrip().encode("utf-16"))
        for _ in range(80):
            out.write(("x" * 50_000).encode("utf-16-le"))
    found, peak = peak_of(tmp_path)
    assert peak < 5_000_000, "half of the line"
    assert found


REPEATED = {
    "sentence.conll": ("-DOCSTART- -X- O O\n\n", "Wort NN O O\n"),
    "comments.conllu": ("# newdoc\n", "# comment\n"),
    "array.json": ('[{"text": "', "Wort Wort\\n"),
    "row.csv": ('id,text\n1,"', "Wort\n"),
    "cells.csv": ("id,text\n1", ',"Wort\n"'),
}


@pytest.mark.usefixtures("small_limit")
@pytest.mark.parametrize("name", REPEATED)
def test_so_is_a_document_of_short_lines_without_end(tmp_path: Path, name: str) -> None:
    first, again = REPEATED[name]
    with (tmp_path / name).open("w", encoding="utf-8") as out:
        out.write(first)
        while out.tell() < 8_000_000:
            out.write(again * 2000)
    found, peak = peak_of(tmp_path)
    assert peak < 4_000_000, "half of the file"
    assert found == [Skipped]


@pytest.mark.usefixtures("small_limit")
def test_so_are_the_lines_of_a_reading(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Wort")
    with (tmp_path / "a.ann").open("w", encoding="utf-8") as out:
        for number in range(400_000):
            out.write(f"T{number}\tPER 0 4\tWort\n")
    found, peak = peak_of(tmp_path)
    assert peak < 6_000_000, "half of the file"
    assert found == [Skipped]
