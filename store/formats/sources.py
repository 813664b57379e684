"""A file being read: its bytes as one text, as a stream or as lines, in whatever encoding it has."""

import os
from codecs import getincrementaldecoder
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, Literal

from store.errors import EncodingUnknown, FileTooLong, FileUnreadable
from store.formats.decoding import UTF8, decode, decode_head, foreign, guess, marked

HEAD = 65_536
"""Bytes that a format sees when it is asked whether a file is its own."""

LIMIT = 64 * 1024 * 1024
"""Bytes of one line, or of one file that is one text; no article is longer."""

BadLine = Literal["too_long", "broken_utf8", "encoding_unknown"]


class Source:
    """One file. `name` is how reports call it: its path below what was given to import.

    `encoding` is known once reading has begun (None: only ASCII so far); `position` counts the bytes read,
    for progress. Methods raise FileUnreadable where the file cannot be opened.
    """

    def __init__(self, path: Path, name: str | None = None, *, language: str | None = None) -> None:
        self.path = path
        self.name = path.name if name is None else name
        self.encoding: str | None = None
        self._language = language
        self._file: BinaryIO | None = None
        self._size = 0

    @property
    def position(self) -> int:
        """Bytes read so far; all of them once reading has ended."""
        if self._file is None or self._file.closed:
            return self._size
        return self._file.tell()

    def head(self) -> str:
        """The beginning of the file, decoded as well as can be: for sniffing, and for a table's header."""
        with self._open() as file:
            data = file.read(HEAD)
        return decode_head(data, language=self._language)

    def text(self) -> str:
        """The whole file as one text. Raises EncodingUnknown, and FileTooLong beyond `LIMIT`."""
        with self._begin() as file:
            data = file.read(LIMIT + 1)
        if len(data) > LIMIT:
            raise FileTooLong(path=str(self.path), limit=LIMIT)
        found = decode(data, language=self._language)
        if found is None:
            raise EncodingUnknown(path=str(self.path))
        text, self.encoding = found
        return text

    def stream(self) -> TextIOWrapper:
        """The file as a text stream that leaves line ends alone; read twice, first for its encoding.

        Raises EncodingUnknown; a file that breaks its encoding further down, UnicodeDecodeError while it is
        read.
        """
        self.encoding = self._encoding()
        if self.encoding is None:
            raise EncodingUnknown(path=str(self.path))
        return TextIOWrapper(self._begin(), encoding=self.encoding, newline="")

    def lines(self) -> Iterator[tuple[int, bytes | BadLine]]:
        """Numbered lines as UTF-8, ended by LF; a word for one that is too long or not in the file's
        encoding.

        A guess is made at the first line that is no UTF-8, and only if none before it was: a broken line in a
        UTF-8 file was cut or damaged. At most one line is in memory.
        """
        with self._begin() as file:
            self.encoding = marked(file.read(HEAD))
            file.seek(3 if self.encoding == "utf-8-sig" else 0)
            if self.encoding in UTF8:
                yield from self._byte_lines(file)
            else:
                yield from self._text_lines(file)

    def _byte_lines(self, file: BinaryIO) -> Iterator[tuple[int, bytes | BadLine]]:
        number = 0
        while line := file.readline(LIMIT):
            number += 1
            if len(line) == LIMIT and not line.endswith(b"\n"):
                _skip_line(file)
                yield number, "too_long"
            else:
                yield number, line if line.isascii() else self._as_utf8(line)

    def _as_utf8(self, line: bytes) -> bytes | BadLine:
        if self.encoding in UTF8:
            try:
                line.decode()
            except UnicodeDecodeError:
                if self.encoding is not None:
                    return "broken_utf8"
                self.encoding = self._encoding() or "utf-8"
            else:
                self.encoding = self.encoding or "utf-8"
                return line
        try:
            return line.decode(self.encoding).encode()
        except UnicodeDecodeError:
            return "broken_utf8" if self.encoding == "utf-8" else "encoding_unknown"

    def _text_lines(self, file: BinaryIO) -> Iterator[tuple[int, bytes | BadLine]]:
        """Lines of a UTF-16 or UTF-32 file; behind a broken one nothing can be read."""
        number = 0
        try:
            for line in TextIOWrapper(file, encoding=self.encoding, newline="\n"):
                number += 1
                yield number, line.encode()
        except UnicodeError:
            yield number + 1, "encoding_unknown"

    def _encoding(self) -> str | None:
        """That of the whole file; only a file that is no UTF-8 is looked at more closely."""
        with self._open() as file:
            if encoding := marked(file.read(HEAD)):
                return encoding
            file.seek(0)
            if _is_utf8(file):
                return "utf-8"
            file.seek(0)
            return guess(_sample(file), language=self._language)

    def _begin(self) -> BinaryIO:
        """The file for the reading that `position` follows."""
        self._file = self._open()
        self._size = os.fstat(self._file.fileno()).st_size
        return self._file

    def _open(self) -> BinaryIO:
        try:
            return self.path.open("rb")
        except OSError as error:
            raise FileUnreadable(
                path=str(self.path), reason=error.strerror or type(error).__name__
            ) from error


def _skip_line(file: BinaryIO) -> None:
    while piece := file.readline(LIMIT):
        if piece.endswith(b"\n"):
            return


def _is_utf8(file: BinaryIO) -> bool:
    decoder = getincrementaldecoder("utf-8")()
    try:
        while piece := file.read(HEAD):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _sample(file: BinaryIO) -> bytes:
    """Lines that are not ASCII, from as far into the file as is needed to find some."""
    while piece := file.read(LIMIT):
        if lines := foreign(piece):
            return lines
    return b""
