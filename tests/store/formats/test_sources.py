"""Files are read by the line, by the stream or as a whole, in the encoding that they have."""

import tracemalloc
from pathlib import Path

import pytest

from store.errors import EncodingUnknown, FileTooLong, FileUnreadable
from store.formats import sources
from store.formats.sources import Source


def written(path: Path, data: bytes) -> Source:
    path.write_bytes(data)
    return Source(path, language="de")


def test_lines_are_numbered_and_end_with_lf_only(tmp_path: Path) -> None:
    source = written(tmp_path / "a", "eins\r\n\nzw\u2028ei\rdrei".encode())
    assert list(source.lines()) == [(1, b"eins\r\n"), (2, b"\n"), (3, "zw\u2028ei\rdrei".encode())]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_lines_are_utf_8_whatever_the_file_was(tmp_path: Path, encoding: str) -> None:
    source = written(tmp_path / "a", "plain\nKöln grüßt\n".encode(encoding))
    assert list(source.lines()) == [(1, b"plain\n"), (2, "Köln grüßt\n".encode())]
    assert source.encoding == encoding


def test_a_broken_line_of_a_utf_8_file_is_named_and_the_next_one_read(tmp_path: Path) -> None:
    source = written(tmp_path / "a", "Köln\n".encode() + b"M\xfcller\n" + "Zürich\n".encode())
    assert list(source.lines()) == [(1, "Köln\n".encode()), (2, "broken_utf8"), (3, "Zürich\n".encode())]


def test_a_line_that_was_cut_inside_a_letter_is_named(tmp_path: Path) -> None:
    source = written(tmp_path / "a", b"plain\n" + "Köln und Zürich grüßen Jürg".encode()[:-3])
    assert list(source.lines()) == [(1, b"plain\n"), (2, "broken_utf8")]


def test_a_line_longer_than_any_article_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "LIMIT", 16)
    source = written(tmp_path / "a", b"short\n" + b"x" * 40 + b"\nshort\n" + b"y" * 20)
    assert list(source.lines()) == [(1, b"short\n"), (2, "too_long"), (3, b"short\n"), (4, "too_long")]
    assert source.position == 73


def test_so_is_one_of_wide_characters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "LIMIT", 16)
    source = written(tmp_path / "a", ("short\n" + "x" * 40 + "\nshort\n" + "y" * 20).encode("utf-16"))
    assert list(source.lines()) == [(1, b"short\n"), (2, "too_long"), (3, b"short\n"), (4, "too_long")]


def test_a_file_longer_than_any_article_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "LIMIT", 16)
    with pytest.raises(FileTooLong):
        written(tmp_path / "a", b"x" * 17).text()


def test_a_stream_leaves_line_ends_alone(tmp_path: Path) -> None:
    with written(tmp_path / "a", "für\r\nb\rc\n".encode("cp1252")).stream() as stream:
        assert stream.read() == "für\r\nb\rc\n"


def test_what_is_no_text_and_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(EncodingUnknown):
        written(tmp_path / "a", bytes(range(256)) * 40).text()
    with pytest.raises(FileUnreadable):
        Source(tmp_path / "nowhere").text()
    with pytest.raises(FileUnreadable):
        list(Source(tmp_path).lines())


def test_lines_need_no_more_memory_than_one_of_them(tmp_path: Path) -> None:
    source = written(tmp_path / "a", b"x" * 1000 + b"\n")
    with source.path.open("ab") as file:
        for _ in range(4000):
            file.write(b"y" * 1000 + b"\n")
    tracemalloc.start()
    count = sum(1 for _ in source.lines())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 4001
    assert peak < 400_000
