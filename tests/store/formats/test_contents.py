"""What is packed is read as if it were not, and no archive can leave its folder or fill the memory."""

import gzip
import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from store.formats import contents
from store.formats.contents import members
from store.formats.problems import RecordError
from store.formats.sources import Source


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def found(path: Path) -> dict[str, bytes | str]:
    """The members that may be read with what they hold, the others with the reason."""
    return {
        name: it.reason if isinstance(it, RecordError) else Source(path, name, content=it).data()
        for name, it in members(path)
    }


def test_gzip_is_unpacked_and_its_suffix_does_not_count(tmp_path: Path) -> None:
    path = tmp_path / "corpus.JSONL.gz"
    path.write_bytes(gzip.compress(b"eins\nzwei\n"))
    source = Source(path)
    assert (source.suffix, source.key, source.stem) == (".jsonl", "corpus", "corpus")
    assert list(source.lines()) == [(1, b"eins\n"), (2, b"zwei\n")]
    assert source.position == path.stat().st_size


def test_of_a_gzip_file_that_was_cut_the_lines_before_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    lines = [f"Zeile {number} {number * 7919 % 1009}\n".encode() for number in range(20_000)]
    path.write_bytes(gzip.compress(b"".join(lines))[:-2000])
    read: list[object] = []
    with pytest.raises(RecordError) as caught:
        drain(Source(path), read)
    assert caught.value.reason == "damaged"
    assert len(read) > 10_000
    assert read == lines[: len(read)]


def drain(source: Source, read: list[object]) -> None:
    for _, line in source.lines():
        read.append(line)


@pytest.mark.parametrize("kind", ["zip", "tar.gz"])
def test_members_are_read_where_they_are(tmp_path: Path, kind: str) -> None:
    files = {"b.txt": b"zwei", "a/x.txt": b"eins"}
    path = tmp_path / f"texts.{kind}"
    if kind == "zip":
        zipped(path, files)
    else:
        with tarfile.open(path, "w:gz") as archive:
            for name, data in files.items():
                info = tarfile.TarInfo(name)
                info.size = len(data)
                archive.addfile(info, io.BytesIO(data))
    assert found(path) == {"a/x.txt": b"eins", "b.txt": b"zwei"}
    assert [it.name for it in tmp_path.iterdir()] == [path.name]


def test_a_member_finds_its_sibling(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"x/a.txt": b"Text", "x/a.ann": b"T1", "a.ann": b"T2"})
    [content] = [it for name, it in members(path) if name == "x/a.txt"]
    assert not isinstance(content, RecordError)
    source = Source(path.with_name("a.txt"), "a.zip/x/a.txt", content=content)
    sibling = source.sibling("a.ann")
    assert sibling is not None
    assert (sibling.name, sibling.data()) == ("a.zip/x/a.ann", b"T1")
    assert source.sibling("b.ann") is None


@pytest.mark.parametrize("name", ["../out.txt", "/etc/x.txt", "a/../../x.txt", "..\\x.txt", "C:\\x.txt"])
def test_a_name_that_leads_out_of_the_archive_is_refused(tmp_path: Path, name: str) -> None:
    path = zipped(tmp_path / "a.zip", {name: b"x", "good.txt": b"gut"})
    assert found(path) == {name: "unsafe_path", "good.txt": b"gut"}


def test_a_bomb_is_left_alone_before_it_fills_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contents, "FREE", 1000)
    for path in (tmp_path / "bomb.gz", zipped(tmp_path / "bomb.zip", {"a.txt": bytes(3_000_000)})):
        if path.suffix == ".gz":
            path.write_bytes(gzip.compress(bytes(3_000_000)))
            source = Source(path)
        else:
            [(name, content)] = members(path)
            assert not isinstance(content, RecordError)
            source = Source(path, name, content=content)
        with source.open() as file:
            with pytest.raises(RecordError) as caught:
                file.read()
            assert caught.value.reason == "bomb"
            assert file.tell() < 1_000_000


def test_archives_that_are_damaged_or_locked_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": b"Text" * 1000, "b.txt": b"x"})
    whole = path.read_bytes()
    path.write_bytes(whole[:60])
    with pytest.raises(RecordError) as caught:
        list(members(path))
    assert caught.value.reason == "damaged"
    locked = bytearray(whole)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + offset] |= 1
    path.write_bytes(locked)
    assert found(path) == {"a.txt": "protected", "b.txt": b"x"}
    monkeypatch.setattr(contents, "MEMBERS", 1)
    with pytest.raises(RecordError) as caught:
        list(members(path))
    assert caught.value.reason == "bomb"
