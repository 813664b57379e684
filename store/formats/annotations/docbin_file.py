"""spaCy's DocBin, written as it grows: what is in memory does not depend on the number of Docs.

A DocBin is zlib (RFC 1950) over one MessagePack map whose values are columns: those of all tokens, of all
spaces … Each column is deflated (RFC 1951) into a file of its own as it comes. A deflated stream that ends
with a full flush can be followed by another one, and Adler-32 sums can be added up, so in the end the columns
are only joined, with the heads of MessagePack between them.
"""

import sqlite3
import zlib
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

import msgspec

FULL = 1 << 31
"""Bytes of tokens after which a file is full: MessagePack gives a value 4 GiB at most."""

_HEAD = b"\x78\x9c"
"""Of zlib: deflate with a window of 32 KiB, packed as usual."""
_END = zlib.compressobj(wbits=-zlib.MAX_WBITS).flush()
_BASE = 65_521
_PIECE = 1 << 16
_WORDS = 50_000
_ARRAY = (0xDC, 0xDD)
_BINARY = (0xC5, 0xC6)

_encode = msgspec.msgpack.Encoder().encode


class DocBinFile:
    """A file in the making. `like` is an empty DocBin, which says the version and the attributes; columns lie
    beside the file, nameless, until `close`.
    """

    def __init__(self, path: Path, like: Any) -> None:
        self._path, self._like = path, like
        self._tokens, self._spaces, self._lengths = (_Column(path.parent) for _ in range(3))
        self._cats, self._flags, self._groups, self._data = (_Column(path.parent) for _ in range(4))
        self._strings = _Strings()
        self._count = 0

    @property
    def is_full(self) -> bool:
        """Whether the next Doc belongs into another file."""
        return self._tokens.length >= FULL

    def add(self, one: Any) -> None:
        """Add the Doc of a DocBin that holds nothing else, with its user data."""
        [tokens], [spaces], [cats], [flags] = one.tokens, one.spaces, one.cats, one.flags
        self._tokens.add(tokens.tobytes("C"))
        self._spaces.add(spaces.tobytes("C"))
        self._lengths.add(len(tokens).to_bytes(4, "little"))
        self._cats.add(_encode(cats))
        self._flags.add(_encode(flags))
        self._groups.add(_encode(one.span_groups[0]))
        self._data.add(_encode(one.user_data[0]))
        self._strings.add(one.strings)
        self._count += 1

    def close(self) -> None:
        """Join the columns into the file."""
        strings, different = _Column(self._path.parent), 0
        for found in self._strings.sorted():
            strings.add(_encode(found))
            different += 1
        like, many = self._like, _head(_ARRAY, 0x90, 15, self._count)
        columns = [
            ("tokens", _binary(self._tokens), self._tokens),
            ("spaces", _binary(self._spaces), self._spaces),
            ("lengths", _binary(self._lengths), self._lengths),
            ("strings", _head(_ARRAY, 0x90, 15, different), strings),
            ("cats", many, self._cats),
            ("flags", many, self._flags),
            ("span_groups", many, self._groups),
            ("user_data", many, self._data),
        ]
        head = _encode("version") + _encode(like.version) + _encode("attrs") + _encode(like.attrs)
        first = bytes([0x80 | (len(columns) + 2)]) + head
        with self._path.open("wb") as out:
            out.write(_HEAD)
            adler = 1
            for name, opening, column in columns:
                before = _Column(self._path.parent)
                before.add(first + _encode(name) + opening)
                for part in (before, column):
                    adler = added(adler, part.adler, part.length)
                    part.into(out)
                first = b""
            out.write(_END + adler.to_bytes(4, "big"))


class _Column:
    """Bytes that are deflated as they come, to stand behind others."""

    def __init__(self, folder: Path) -> None:
        self.length, self.adler = 0, 1
        self._file = TemporaryFile(dir=folder)  # noqa: SIM115 (closed in `into`, or with the column)
        self._deflate = zlib.compressobj(wbits=-zlib.MAX_WBITS)

    def add(self, data: bytes) -> None:
        self.length += len(data)
        self.adler = zlib.adler32(data, self.adler)
        self._file.write(self._deflate.compress(data))

    def into(self, out: Any) -> None:
        """Everything, without an end, into a file."""
        self._file.write(self._deflate.flush(zlib.Z_FULL_FLUSH))
        self._file.seek(0)
        while piece := self._file.read(_PIECE):
            out.write(piece)
        self._file.close()


class _Strings:
    """Words, each once: the newest in memory, all in a nameless database that is gone once it is closed.

    It sorts by bytes of UTF-8, which is the order of code points.
    """

    def __init__(self) -> None:
        self._new: set[str] = set()
        self._known = sqlite3.connect("", isolation_level=None)
        self._known.execute("PRAGMA journal_mode = OFF")
        self._known.execute("CREATE TABLE word (word TEXT PRIMARY KEY) WITHOUT ROWID")

    def add(self, words: Iterable[str]) -> None:
        self._new.update(words)
        if len(self._new) > _WORDS:
            self._keep()

    def sorted(self) -> Iterable[str]:
        self._keep()
        for (word,) in self._known.execute("SELECT word FROM word ORDER BY word"):
            yield word
        self._known.close()

    def _keep(self) -> None:
        rows = ((word,) for word in sorted(self._new))
        self._known.execute("BEGIN")
        self._known.executemany("INSERT OR IGNORE INTO word VALUES (?)", rows)
        self._known.execute("COMMIT")
        self._new.clear()


def added(first: int, second: int, length: int) -> int:
    """The Adler-32 sum (RFC 1950, 8.2) of two stretches, from those of each and the second's `length`."""
    low = (first & 0xFFFF) + (second & 0xFFFF) - 1
    high = (first >> 16) + (second >> 16) + length * ((first & 0xFFFF) - 1)
    return (high % _BASE) << 16 | low % _BASE


def _binary(column: _Column) -> bytes:
    if column.length < 1 << 8:
        return bytes([0xC4, column.length])
    return _head(_BINARY, 0, -1, column.length)


def _head(kinds: tuple[int, int], short: int, most: int, count: int) -> bytes:
    """How MessagePack begins `count` bytes or items: in one byte up to `most`, else in three or five."""
    if count <= most:
        return bytes([short | count])
    size = 2 if count < 1 << 16 else 4
    return bytes([kinds[size // 4]]) + count.to_bytes(size, "big")
