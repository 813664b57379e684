"""Copies of a store that is open, even while others write: SQLite's backup API, then a rename."""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from store import probe
from store.addresses import is_server
from store.engine import translated
from store.errors import BackupFailed, DiskFull, StoreDamaged, StoreExists, StoreMissing


def backup(target: str | Path, out: str | Path) -> None:
    """Write a whole copy of the store at `target` to the new file `out`; half a copy never has that name.

    Raises StoreExists, StoreMissing, StoreForeign, StoreDamaged, or BackupFailed (a PostgreSQL database is
    backed up by the server's own means).
    """
    source, copy = _file_of(target), Path(out)
    if copy.exists():
        raise StoreExists(path=str(copy))
    partial = copy.with_name(f".{copy.name}.part")
    try:
        _copy(source, partial)
        rename_durably(partial, copy)
    except (OSError, sqlite3.Error) as error:
        known = translated(error, str(copy))
        if isinstance(known, DiskFull | StoreDamaged):
            raise known from error
        raise BackupFailed(path=str(copy), reason=str(error)) from error
    finally:
        with suppress(OSError):
            partial.unlink()


def beside(path: Path) -> tuple[Path, ...]:
    """The files that SQLite may have beside a database."""
    return tuple(path.with_name(path.name + suffix) for suffix in ("-wal", "-shm", "-journal"))


def rename_durably(source: Path, target: Path) -> None:
    """Flush `source` to the disk and rename it, also durably. Raises StoreExists.

    What an earlier file of the name has left beside it is set aside: SQLite would take it for the log of the
    new one, and write its pages into that.
    """
    with source.open("rb+") as file:
        os.fsync(file.fileno())
    if target.exists():
        raise StoreExists(path=str(target))
    for left in beside(target):
        with suppress(FileNotFoundError):
            left.replace(left.with_name(f"{left.name}.left"))
    source.rename(target)
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _file_of(target: str | Path) -> Path:
    path = Path(target)
    if is_server(path):
        raise BackupFailed(path=str(path), reason="postgresql")
    if not path.is_file():
        raise StoreMissing(path=str(path))
    probe.require_store(path)
    return path


def _copy(source: Path, target: Path) -> None:
    """All pages in one step: in several, SQLite starts again whenever somebody writes."""
    with (
        closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as reading,
        closing(sqlite3.connect(target)) as writing,
    ):
        reading.backup(writing, pages=-1)
