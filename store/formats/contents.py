"""Where the bytes of a source are: a file, or a member of a ZIP or TAR archive. Nothing is unpacked onto the
disk, so no name in an archive can lead out of a folder, and no archive can fill the disk.
"""

import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from gzip import GzipFile
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Protocol, cast

from msgspec import Struct

from store.errors import FileUnreadable
from store.formats.problems import RecordError

RATIO = 200
"""How much longer than its packed form a content may be. Articles pack to a third, tables to a fiftieth."""

FREE = 64 * 1024 * 1024
"""Bytes that are unpacked before anybody asks for the ratio."""

MEMBERS = 200_000
"""Members of one archive that are read; a corpus of more comes in several."""

BROKEN = (zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, NotImplementedError)
_GZIP = b"\x1f\x8b"
_TAR_SUFFIXES = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")


class Content(Protocol):
    """The bytes of one source. `size`: what they take on the disk; `length`: of what `open` gives."""

    @property
    def size(self) -> int: ...
    @property
    def length(self) -> int: ...

    def open(self) -> BinaryIO:
        """The bytes, seekable. Raises FileUnreadable, and RecordError for what is damaged or a bomb."""
        ...

    def sibling(self, name: str) -> "Content | None":
        """The content of this name beside it, if there is one."""
        ...


class FileContent(Struct, frozen=True):
    """A file on the disk."""

    path: Path

    @property
    def size(self) -> int:
        """Bytes, 0 where nobody can say."""
        try:
            return self.path.stat().st_size
        except OSError:
            return 0

    @property
    def length(self) -> int:
        """The same."""
        return self.size

    def open(self) -> BinaryIO:
        """The file."""
        try:
            return self.path.open("rb")
        except OSError as error:
            raise FileUnreadable(path=str(self.path), reason=_words(error)) from error

    def sibling(self, name: str) -> "FileContent | None":
        """A file in the same folder."""
        path = self.path.with_name(name)
        return FileContent(path) if path.is_file() else None


class ZipContent(Struct, frozen=True):
    """A member of a ZIP archive. All members share the open archive, whose directory is read once; it is
    closed with the last of them.
    """

    archive: zipfile.ZipFile
    member: str
    size: int
    length: int

    def open(self) -> BinaryIO:
        """The member, unpacked as it is read."""
        try:
            file = cast("BinaryIO", self.archive.open(self.member))
            return _limited(file, self.size, file)
        except OSError as error:
            raise FileUnreadable(path=str(self.archive.filename), reason=_words(error)) from error
        except RuntimeError as error:  # zipfile's word for a password
            raise RecordError("", "protected") from error
        except BROKEN as error:
            raise RecordError("", "damaged", str(error)) from error

    def sibling(self, name: str) -> "ZipContent | None":
        """A member in the same folder of the archive."""
        wanted = str(PurePosixPath(self.member).with_name(name))
        info = self.archive.NameToInfo.get(wanted)
        return info and ZipContent(self.archive, wanted, info.compress_size, info.file_size)


class TarContent(Struct, frozen=True):
    """A member of a TAR archive, packed or not."""

    path: Path
    member: str
    size: int
    length: int

    def open(self) -> BinaryIO:
        """The member; the archive is read up to it."""
        try:
            archive = tarfile.open(self.path)  # noqa: SIM115 (closed with the member)
            file = archive.extractfile(self.member)
        except OSError as error:
            raise FileUnreadable(path=str(self.path), reason=_words(error)) from error
        except (*BROKEN, KeyError) as error:
            raise RecordError("", "damaged", str(error)) from error
        if file is None:
            raise RecordError("", "damaged")
        return _limited(cast("BinaryIO", file), max(self.size, 1), archive)

    def sibling(self, name: str) -> "TarContent | None":
        """A member in the same folder of the archive."""
        wanted = str(PurePosixPath(self.member).with_name(name))
        try:
            with tarfile.open(self.path) as archive:
                info = archive.getmember(wanted)
        except KeyError:
            return None
        return TarContent(self.path, wanted, 0, info.size)


def is_archive(head: bytes, name: str) -> bool:
    """Whether a file that begins like this, and that no format knows, is a folder of files."""
    return head.startswith(b"PK\x03\x04") or name.lower().endswith(_TAR_SUFFIXES)


def members(path: Path) -> Iterator[tuple[str, ZipContent | TarContent | RecordError]]:
    """The files of an archive in the order of their names; the reason where one must not be read.

    Raises RecordError for an archive that is damaged or has too many members.
    """
    try:
        found = _zipped(path) if zipfile.is_zipfile(path) else _tarred(path)
        for name, content in sorted(found, key=lambda item: item[0]):
            yield name, RecordError("", "unsafe_path") if _leads_out(name) else content
    except BROKEN as error:
        raise RecordError("", "damaged", str(error)) from error


def _zipped(path: Path) -> list[tuple[str, ZipContent | RecordError]]:
    archive = zipfile.ZipFile(path)  # closed with its last member
    infos = [info for info in archive.infolist() if not info.is_dir()]
    _require_few(len(infos))
    return [
        (
            info.filename,
            RecordError("", "protected")
            if info.flag_bits & 1
            else ZipContent(archive, info.filename, info.compress_size, info.file_size),
        )
        for info in infos
    ]


def _tarred(path: Path) -> list[tuple[str, TarContent]]:
    """The archive's own size is shared out among its members, so that progress adds up."""
    found: list[tuple[str, int]] = []
    with tarfile.open(path) as archive:
        for info in archive:
            if info.isfile():
                found.append((info.name, info.size))
                _require_few(len(found))
    share = path.stat().st_size / (sum(size for _, size in found) or 1)
    return [(name, TarContent(path, name, round(size * share), size)) for name, size in found]


def _require_few(count: int) -> None:
    if count > MEMBERS:
        raise RecordError("", "bomb", str(count))


def _leads_out(name: str) -> bool:
    """Whether a name would leave the folder that an archive is unpacked into."""
    return name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") or name[1:2] == ":"


def gunzipped(file: BinaryIO, size: int) -> BinaryIO:
    """What a file says once it is unpacked, if gzip packed it; else the file itself, from its beginning."""
    packed = file.read(2) == _GZIP
    file.seek(0)
    return _limited(cast("BinaryIO", GzipFile(fileobj=file)), size, file) if packed else file


class _Closable(Protocol):
    def close(self) -> object: ...


def _limited(file: BinaryIO, size: int, below: _Closable) -> BinaryIO:
    return io.BufferedReader(_Limited(file, max(FREE, size * RATIO), below))


class _Limited(io.RawIOBase):
    """Raises RecordError: "bomb" beyond `limit` bytes, "damaged" where unpacking fails."""

    def __init__(self, file: BinaryIO, limit: int, below: _Closable) -> None:
        super().__init__()
        self._file = file
        self._limit = limit
        self._below = below

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # pyright: ignore[reportIncompatibleMethodOverride]
        try:
            data = self._file.read(len(buffer))
        except (*BROKEN, OSError) as error:
            raise RecordError("", "damaged", str(error)) from error
        buffer[: len(data)] = data
        if self._file.tell() > self._limit:
            raise RecordError("", "bomb", str(self._limit))
        return len(data)

    def seek(self, offset: int, whence: int = 0) -> int:
        try:
            return self._file.seek(offset, whence)
        except (*BROKEN, OSError) as error:
            raise RecordError("", "damaged", str(error)) from error

    def tell(self) -> int:
        return self._file.tell()

    def close(self) -> None:
        self._file.close()
        self._below.close()
        super().close()


def _words(error: OSError) -> str:
    return error.strerror or type(error).__name__
