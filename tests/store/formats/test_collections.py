"""Collections that others made: web archives, sentence corpora, Parquet tables."""

import gzip
import io
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.errors import ColumnsUnknown
from store.formats import contents
from store.formats.articles import warc
from store.formats.articles.leipzig import Leipzig
from store.formats.articles.parquet_table import ParquetTable
from store.formats.articles.warc import Warc
from store.formats.problems import RecordError, Skipped
from store.formats.protocol import ReadOptions
from store.transfer.previewing import preview
from store.transfer.reading import found_files, records

GOLDEN = Path(__file__).resolve().parents[2] / "golden"
LEIPZIG = GOLDEN / "leipzig"
WARC = GOLDEN / "crawl.warc"

Read = Callable[..., list[Any]]


def told(items: list[Any]) -> list[tuple[int, str]]:
    return [(n, it.reason if isinstance(it, Skipped) else it.key) for n, it in items]


def test_an_archive_packed_record_by_record_says_what_it_says_unpacked(read: Read) -> None:
    plain = read(Warc(), WARC.read_bytes(), name="a.warc")
    pieces = [b"WARC/1.0" + piece for piece in WARC.read_bytes().split(b"WARC/1.0")[1:]]
    assert read(Warc(), b"".join(map(gzip.compress, pieces)), name="a.warc") == plain
    assert told(plain) == [
        (3, "https://talbote.example/markt"), (5, "https://talbote.example/grossmarkt"), (6, "empty_text"),
    ]  # fmt: skip


def test_of_an_archive_that_was_cut_the_whole_pages_are_read(read: Read) -> None:
    data = WARC.read_bytes()
    cut = data.index(b"grossmarkt") + 300
    assert told(read(Warc(), data[:cut], name="a.warc")) == [
        (3, "https://talbote.example/markt"), (5, "half_written"),
    ]  # fmt: skip


def test_what_is_no_record_ends_the_reading(read: Read) -> None:
    for data in (
        WARC.read_bytes().replace(b"Content-Length", b"Content-Width", 1),
        b"WARC/1.0\r\n\r\nkein Kopf",
    ):
        with pytest.raises(RecordError) as caught:
            read(Warc(), data, name="a.warc")
        assert caught.value.reason == "damaged"


def test_a_page_that_is_too_long_or_a_bomb_costs_only_itself(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warc, "LONGEST", 5000)
    monkeypatch.setattr(contents, "FREE", 1_000_000)

    def record(name: str, answer: bytes) -> bytes:
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {name}\r\nContent-Length: {len(answer)}"
        return head.encode() + b"\r\n\r\n" + answer + b"\r\n\r\n"

    html = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    packed = html + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(bytes(500_000))
    long = html + b"\r\n<p>" + b"x" * 9000
    items = read(Warc(), record("a", packed) + record("b", long) + WARC.read_bytes(), name="a.warc")
    assert told(items)[:3] == [(1, "bomb"), (2, "too_long"), (5, "https://talbote.example/markt")]


def test_sentences_know_their_source_also_inside_an_archive(tmp_path: Path) -> None:
    path = tmp_path / "deu_news_2024.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        for file in sorted(LEIPZIG.iterdir()):
            info = tarfile.TarInfo(f"deu_news_2024/{file.name}")
            data = file.read_bytes()
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    for where in (path, LEIPZIG):
        found = [it for _, _, it in records(found_files([where]), ReadOptions()) if it is not None]
        assert [(it.key, it.url, it.published_at) for it in found] == [  # type: ignore[union-attr]
            ("deu_news_2024-1", "https://talbote.example/1", "2024-05-08"),
            ("deu_news_2024-2", "https://talbote.example/2", "2024-05-09"),
            ("deu_news_2024-3", None, None),
        ]
    assert found[1].text == "14 Mitglieder stimmten am Montag dafür."  # type: ignore[union-attr]


def test_a_broken_sentence_costs_only_itself(read: Read) -> None:
    lines = ["1\tEins ist gut.", "2\tZwei auch.", "3\tDrei.", "4\tVier.", "kaputt", "6\tSechs."]
    items = read(Leipzig(), "\n".join(lines), name="x-sentences.txt")
    assert told(items)[3:] == [(4, "x-4"), (5, "columns"), (6, "x-6")]


@pytest.mark.parametrize("text", ["Ein Text.\nNoch eine Zeile.", "1. Erstens\n2. Zweitens", "1\tallein", ""])
def test_a_text_is_no_sentence_file(text: str) -> None:
    assert Leipzig().sniff(text, ".txt") == 0


def parquet(path: Path, table: dict[str, list[Any]]) -> Path:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet as files

    files.write_table(pyarrow.table(table), path)
    return path


def test_a_parquet_table_is_read_and_its_columns_shown(tmp_path: Path) -> None:
    from datetime import date

    rows = {"id": [1, 2], "text": ["Eins", "Zwei"], "date": [date(2024, 5, 8), None], "tags": [["a"], None]}
    path = parquet(tmp_path / "a.parquet", rows)
    [file] = preview([path], ReadOptions()).files
    assert (file.format, file.count, file.problems) == ("parquet", 2, ())
    assert file.articles[0].published_at == "2024-05-08"
    assert file.table is not None
    assert file.table.rows[0] == ("1", "Eins", "2024-05-08", "['a']")
    [one, _] = [it for _, _, it in records(found_files([path]), ReadOptions()) if it is not None]
    assert one.attrs == {"source": {"tags": ["a"]}}  # type: ignore[union-attr]


def test_a_parquet_file_that_was_cut_or_has_no_text(read: Read, tmp_path: Path) -> None:
    path = parquet(tmp_path / "a.parquet", {"a": ["x"], "b": ["y"]})
    with pytest.raises(ColumnsUnknown):
        read(ParquetTable(), path.read_bytes(), name="b.parquet")
    with pytest.raises(RecordError) as caught:
        read(ParquetTable(), path.read_bytes()[:-10], name="b.parquet")
    assert caught.value.reason == "damaged"


def test_without_pyarrow_the_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(b"PAR1")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    [problem] = [it for _, _, it in records(found_files([path]), ReadOptions()) if it is not None]
    assert isinstance(problem, Skipped)
    assert (problem.reason, problem.detail) == ("not_installed", "pyarrow")
