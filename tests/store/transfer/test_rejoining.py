"""Texts come back to an export that was made without them, if they are the very ones."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from store.database import Store
from store.errors import FileUnreadable, FormatUnknown
from store.formats.records import ArticleRecord
from store.formats.scheme_records import ProjectRecord
from store.transfer import ExportOptions, export_file, import_files, rejoin


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder of two articles."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_bytes("Köln\r\n😀".encode())
    (folder / "b.txt").write_bytes("Bonn".encode("utf-16"))
    return folder


@pytest.fixture
def store(new_store: Callable[..., Store], texts: Path) -> Store:
    store = new_store()
    import_files(store, [texts])
    return store


@pytest.fixture
def out(store: Store, tmp_path: Path) -> Path:
    """Their export without texts."""
    export_file(store, tmp_path / "out.jsonl", options=ExportOptions(text="none"))
    return tmp_path / "out.jsonl"


def test_rejoined_it_is_the_export_with_texts(store: Store, out: Path, texts: Path, tmp_path: Path) -> None:
    report = rejoin(out, [texts])
    assert (report.joined, report.missing, report.differing) == (2, (), ())
    export_file(store, tmp_path / "full.jsonl")
    assert out.read_bytes() == (tmp_path / "full.jsonl").read_bytes()


def test_rejoined_it_can_be_imported(new_store: Callable[..., Store], out: Path, texts: Path) -> None:
    other = new_store("other.lesart")
    assert [item.reason for item in import_files(other, [out]).skipped] == ["missing_text"] * 2
    rejoin(out, [texts])
    assert import_files(other, [out]).added == 2


def test_a_text_that_is_not_the_annotated_one_is_refused(out: Path, texts: Path) -> None:
    (texts / "a.txt").write_text("Köln, korrigiert")
    report = rejoin(out, [texts])
    assert report.joined == 1
    assert [key for key, _ in report.missing] == ["a"]
    assert report.differing == ("a",)
    first, *rest = out.read_bytes().splitlines()
    assert msgspec.json.decode(first, type=ProjectRecord).text == "none"
    assert [msgspec.json.decode(line, type=ArticleRecord).text for line in rest] == [None, "Bonn"]


def test_the_rest_can_be_given_later(out: Path, texts: Path) -> None:
    assert rejoin(out, [texts / "a.txt"]).joined == 1
    report = rejoin(out, [texts / "b.txt"])
    assert (report.joined, report.missing) == (1, ())


def test_only_our_own_whole_export_is_touched(out: Path, texts: Path, tmp_path: Path) -> None:
    (tmp_path / "other.jsonl").write_text('{"text": "x"}\n')
    with pytest.raises(FormatUnknown):
        rejoin(tmp_path / "other.jsonl", [texts])
    damaged = out.read_bytes()[:-20]
    out.write_bytes(damaged)
    with pytest.raises(FileUnreadable):
        rejoin(out, [texts])
    assert out.read_bytes() == damaged
