"""A file being read: its bytes as they are, as one text, as a stream or as lines, in whatever encoding.

What gzip packed is unpacked on the way.
"""

import zipfile
from codecs import getincrementaldecoder
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Literal

from store.errors import EncodingUnknown, FileTooLong
from store.formats.contents import BROKEN, Content, FileContent, gunzipped
from store.formats.decoding import UTF8, decode, decode_head, foreign, guess, marked
from store.formats.problems import RecordError

HEAD = 65_536
"""Bytes that a format sees when it is asked whether a file is its own."""

LIMIT = 64 * 1024 * 1024
"""Bytes of one line, or of one file that is one text; no article is longer."""

BadLine = Literal["too_long", "broken_utf8", "encoding_unknown"]


class Source:
    """One file, or one member of an archive. `name` is how reports call it: its path below what was given to
    import.

    `encoding` is known once reading has begun (None: only ASCII so far); `position` counts the bytes read of
    what is on the disk, for progress. Methods raise FileUnreadable where the file cannot be opened, and
    RecordError where it cannot be unpacked.
    """

    def __init__(
        self,
        path: Path,
        name: str | None = None,
        *,
        language: str | None = None,
        content: Content | None = None,
    ) -> None:
        self.path = path
        self.name = path.name if name is None else name
        self.encoding: str | None = None
        self._content = content or FileContent(path)
        self._language = language
        self._raw: BinaryIO | None = None
        self._read = 0

    @property
    def suffix(self) -> str:
        """The ending of the name in lower case; ".gz" does not count."""
        name = PurePosixPath(self.name.lower())
        return name.with_suffix("").suffix if name.suffix == ".gz" else name.suffix

    @property
    def stem(self) -> str:
        """The name without folders and ending."""
        return PurePosixPath(self.key).name

    @property
    def key(self) -> str:
        """The name without its ending: what an article is called whose source has no key for it."""
        name = PurePosixPath(self.name)
        return str((name.with_suffix("") if name.suffix.lower() == ".gz" else name).with_suffix(""))

    @property
    def position(self) -> int:
        """Bytes read so far; all of them once reading has ended."""
        if self._raw is not None and not self._raw.closed:
            content = self._content
            share = content.size / content.length if content.length else 0.0
            self._read = max(self._read, min(content.size, int(self._raw.tell() * share)))
        elif self._raw is not None:
            self._read = self._content.size
        return self._read

    def sibling(self, name: str) -> "Source | None":
        """The file of this name in the same folder, if there is one."""
        content = self._content.sibling(name)
        if content is None:
            return None
        path = str(PurePosixPath(self.name).with_name(name))
        return Source(self.path.with_name(name), path, language=self._language, content=content)

    def open(self) -> BinaryIO:
        """The bytes as they are, seekable."""
        self._raw = self._content.open()
        return gunzipped(self._raw, self._content.size)

    def data(self) -> bytes:
        """All bytes. Raises FileTooLong beyond `LIMIT`."""
        likely = min(self._content.length, LIMIT) + 1  # room for `LIMIT` would be made for the shortest text
        with self.open() as file:
            data = file.read(likely)
            if len(data) == likely:  # packed
                data += file.read(LIMIT + 1 - likely)
        if len(data) > LIMIT:
            raise FileTooLong(path=str(self.path), limit=LIMIT)
        return data

    def head(self) -> str:
        """The beginning of the file: for sniffing, and for a table's header.

        A text is decoded as well as can be; in a binary file each byte is the character of its number.
        """
        with self._peek() as file:
            data = _beginning(file)
        return decode_head(data, language=self._language)

    def text(self) -> str:
        """The whole file as one text. Raises EncodingUnknown, and FileTooLong beyond `LIMIT`."""
        found = decode(self.data(), language=self._language)
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
        return TextIOWrapper(self.open(), encoding=self.encoding, newline="")

    def lines(self) -> Iterator[tuple[int, bytes | BadLine]]:
        """Numbered lines as UTF-8, ended by LF; a word for one that is too long or not in the file's
        encoding.

        A guess is made at the first line that is no UTF-8, and only if none before it was: a broken line in a
        UTF-8 file was cut or damaged. At most one line is in memory.
        """
        with self.open() as file:
            self.encoding = marked(_beginning(file))
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
        stream = TextIOWrapper(file, encoding=self.encoding, newline="\n")
        try:
            while line := stream.readline(LIMIT):
                number += 1
                if len(line) == LIMIT and not line.endswith("\n"):
                    while piece := stream.readline(HEAD):
                        if piece.endswith("\n"):
                            break
                    yield number, "too_long"
                else:
                    yield number, line.encode()
        except UnicodeError:
            yield number + 1, "encoding_unknown"

    def _encoding(self) -> str | None:
        """That of the whole file; only a file that is no UTF-8 is looked at more closely."""
        with self._peek() as file:
            if encoding := marked(_beginning(file)):
                return encoding
            file.seek(0)
            if _is_utf8(file):
                return "utf-8"
            file.seek(0)
            return guess(_sample(file), language=self._language)

    def _peek(self) -> BinaryIO:
        """The bytes for a look that `position` does not follow."""
        return gunzipped(self._content.open(), self._content.size)


@contextmanager
def unzipped(source: Source) -> Generator[zipfile.ZipFile]:
    """The ZIP archive that a source is. Raises RecordError: "damaged"."""
    with source.open() as file:
        try:
            archive = zipfile.ZipFile(file)
        except (*BROKEN, OSError) as error:
            raise RecordError("", "damaged", str(error)) from error
        with archive:
            yield archive


def _beginning(file: BinaryIO) -> bytes:
    """The first bytes; of a packed file that is damaged, those before the damage."""
    data = b""
    try:
        while len(data) < HEAD and (piece := file.read(min(8192, HEAD - len(data)))):
            data += piece
    except RecordError:
        if not data:
            raise
    return data


def _skip_line(file: BinaryIO) -> None:
    while piece := file.readline(HEAD):
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
    except RecordError:  # damaged from here on: who reads it will see
        return True
    return True


def _sample(file: BinaryIO) -> bytes:
    """Lines that are not ASCII, from as far into the file as is needed to find some."""
    while piece := file.read(LIMIT):
        if lines := foreign(piece):
            return lines
    return b""
