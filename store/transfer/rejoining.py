"""Texts back onto an export that was made without them: by hash, so only the very text that was annotated
fits.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import BinaryIO

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from store.errors import FileUnreadable, FileUnwritable, FormatUnknown
from store.formats.native_jsonl import NativeJsonl
from store.formats.problems import Skipped
from store.formats.protocol import ReadOptions
from store.formats.records import ArticleRecord
from store.formats.scheme_records import ProjectRecord
from store.formats.sources import Source
from store.transfer.reading import found_files, records
from store.transfer.reports import RejoinReport


def rejoin(out: Path, texts: Sequence[Path]) -> RejoinReport:
    """Put the texts (and titles) found in the files and folders `texts` onto the lines of the export `out`.

    `out` is replaced when it is whole; lines without a text of their hash stay as they are and are
    reported. Raises FormatUnknown where `out` is not ours, FileUnreadable where it is damaged,
    FileUnwritable.
    """
    wanted = {
        line.sha256: line.key for line in _lines(out) if isinstance(line, ArticleRecord) and line.text is None
    }
    with TemporaryFile() as file:
        shelf = _Shelf(file)
        differing = _fill(shelf, wanted, texts, ReadOptions())
        try:
            with TemporaryDirectory(prefix=f".{out.name}.", dir=out.parent) as folder:
                draft = Path(folder) / out.name
                joined, missing = _write(draft, out, shelf, is_whole=shelf.holds(wanted))
                os.replace(draft, out)
        except OSError as error:
            raise FileUnwritable(path=str(out), reason=error.strerror or type(error).__name__) from error
    left = {key for key, _ in missing}
    return RejoinReport(joined, tuple(missing), tuple(key for key in differing if key in left))


class _Kept(Struct, frozen=True):
    text: str
    title: str


class _Shelf:
    """Texts by their hash, in a temporary file, so that their number does not matter."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._places: dict[str | None, tuple[int, int]] = {}

    def put(self, digest: str, kept: _Kept) -> None:
        if digest not in self._places:
            data = msgspec.msgpack.encode(kept)
            self._places[digest] = (self._file.seek(0, os.SEEK_END), len(data))
            self._file.write(data)

    def holds(self, wanted: Iterable[str | None]) -> bool:
        return self._places.keys() >= set(wanted)

    def take(self, digest: str | None) -> _Kept | None:
        if digest not in self._places:
            return None
        start, size = self._places[digest]
        self._file.seek(start)
        return msgspec.msgpack.decode(self._file.read(size), type=_Kept)


def _lines(out: Path) -> Iterator[ArticleRecord | ProjectRecord]:
    source = Source(out)
    reader = NativeJsonl()
    if not reader.sniff(source.head(), out.suffix):
        raise FormatUnknown(path=str(out))
    for number, line in reader.read(source, ReadOptions()):
        if isinstance(line, Skipped):
            raise FileUnreadable(path=str(out), reason=f"line {number}: {line.reason} {line.detail}".strip())
        yield line


def _fill(
    shelf: _Shelf, wanted: dict[str | None, str | None], texts: Sequence[Path], options: ReadOptions
) -> list[str]:
    """Shelve what is wanted; returns the keys for which another text was given."""
    keys = set(wanted.values())
    differing: list[str] = []
    for _, _, item in records(found_files(texts), options):
        if isinstance(item, ArticleRecord) and item.text is not None:
            digest = sha256(item.text.encode("utf-8", "surrogatepass")).hexdigest()
            if digest in wanted:
                shelf.put(digest, _Kept(item.text, item.title))
            elif item.key is not None and item.key in keys:
                differing.append(item.key)
    return differing


def _write(draft: Path, out: Path, shelf: _Shelf, *, is_whole: bool) -> tuple[int, list[tuple[str, str]]]:
    """Write all lines, with the texts there are; returns how many were joined, and what is missing."""
    encoder = msgspec.json.Encoder()
    joined, missing = 0, list[tuple[str, str]]()
    with draft.open("wb") as file:
        for line in _lines(out):
            if isinstance(line, ArticleRecord) and line.text is None:
                kept = shelf.take(line.sha256)
                if kept is None:
                    missing.append((line.key or "", line.sha256 or ""))
                else:
                    line = replace(line, text=kept.text, title=line.title or kept.title)  # noqa: PLW2901
                    joined += 1
            elif isinstance(line, ProjectRecord) and is_whole:
                line = replace(line, text="full")  # noqa: PLW2901
            file.write(encoder.encode(line) + b"\n")
        file.flush()
        os.fsync(file.fileno())
    return joined, missing
