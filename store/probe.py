"""Looks at a file before it is opened, and changes nothing: is it ours, whole, and which revision has it?

SQLite looks first. Read as any file the store would lose all locks that this process has on it, if it is open
here (on Unix they go with whatever handle of a file is closed first;
https://www.sqlite.org/howtocorrupt.html, 2.2). So only what SQLite makes nothing of is read so, to say why.
The header's layout is SQLite's file format, section 1.3
(https://www.sqlite.org/fileformat2.html#the_database_header).
"""

import os
import sqlite3
import stat
from pathlib import Path

from msgspec import Struct

from store.engine import APPLICATION_ID, translated
from store.errors import LesartError, NetworkFolder, StoreDamaged, StoreForeign, StoreMissing, StoreReadOnly
from store.network import on_network

_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100


class Header(Struct, frozen=True):
    """What the first 100 bytes say.

    `pages` is None where the header says that its count is not to be trusted.
    """

    page_bytes: int
    pages: int | None
    application_id: int


def revision(path: Path) -> str:
    """The store's schema revision, if the file may be opened; else the error that says why not."""
    if not path.is_file():
        raise StoreMissing(path=str(path))
    try:
        if on_network(path):
            raise NetworkFolder(path=str(path))
        require_writable(path)
        return read_revision(path)
    except LesartError:
        _require_header(path)
        raise


def require_store(path: Path) -> None:
    """Raise StoreForeign or StoreDamaged unless the file is a whole Lesart store by its header and length."""
    try:
        read_revision(path)
    except LesartError:
        _require_header(path)


def _require_header(path: Path) -> None:
    """The same; takes the locks of a store that is open in this process."""
    with path.open("rb") as file:
        start = file.read(_HEADER_BYTES)
    if not start:
        raise StoreDamaged(path=str(path), reason="empty")
    if not start.startswith(_MAGIC) and not _MAGIC.startswith(start):
        raise StoreForeign(path=str(path))
    if len(start) < _HEADER_BYTES:
        raise StoreDamaged(path=str(path), reason="truncated")
    header = parse_header(start)
    if header.application_id != APPLICATION_ID:
        raise StoreForeign(path=str(path))
    length = path.stat().st_size
    if not _journal(path).exists() and header.pages is not None and length < header.pages * header.page_bytes:
        raise StoreDamaged(path=str(path), reason="truncated")


def parse_header(start: bytes) -> Header:
    """The header in the first 100 bytes of an SQLite file."""

    def number(offset: int, length: int = 4) -> int:
        return int.from_bytes(start[offset : offset + length])

    size = number(16, 2)
    trusted = number(24) == number(92)
    return Header(
        page_bytes=65536 if size == 1 else size,
        pages=number(28) if trusted else None,
        application_id=number(68),
    )


def require_writable(path: Path) -> None:
    """Raise StoreReadOnly unless the file and its folder (where the WAL lives) can be written.

    A file that somebody marked as read-only counts as such for an administrator too.
    """
    marked = not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    if marked or not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise StoreReadOnly(path=str(path))


def read_revision(path: Path) -> str:
    """The revision that stands in the file. Raises StoreForeign, or what SQLite's error means.

    Without a WAL it is read as immutable: no file appears beside it.
    """
    mode = "ro" if _journal(path).exists() else "ro&immutable=1"
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True)
        try:
            (ours,) = connection.execute("PRAGMA application_id").fetchone()
            if ours != APPLICATION_ID:
                raise StoreForeign(path=str(path))
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise translated(error, str(path)) or StoreDamaged(path=str(path), reason=str(error)) from error
    if row is None:
        raise StoreDamaged(path=str(path), reason="no revision")
    return str(row[0])


def _journal(path: Path) -> Path:
    return path.with_name(path.name + "-wal")
