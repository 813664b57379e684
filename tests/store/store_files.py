"""What tests of store files share: a closed one, its content, another revision in it."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

from store.database import Store, create
from store.tables import core as t
from store.values import ProjectSettings

NewStore = Callable[..., Store]

LOCKS = Path("/proc/locks")
"""Where Linux tells who has which locks."""


def closed(new_store: NewStore) -> Path:
    store = new_store()
    store.close()
    return Path(store.target)


def dump(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    lines = list(connection.iterdump())
    connection.close()
    return lines


def stamp(path: Path, revision: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    connection.commit()
    connection.close()


def leave_a_log(path: Path) -> None:
    """As after a kill in the middle of work, and somebody removed the file alone: its log is still there."""
    store = create(path, name="Old", settings=ProjectSettings(), person="Bob")
    with store.write() as conn:
        conn.execute(t.project.update().values(name="Older"))
    log = path.with_name(path.name + "-wal")
    kept = shutil.copy(log, path.with_name("kept"))
    store.close()
    path.unlink()
    Path(kept).rename(log)


def locked(folder: Path) -> set[str]:
    """The files of a folder on which this process has locks."""
    inodes = {
        line.split()[5].rpartition(":")[2]
        for line in LOCKS.read_text().splitlines()
        if line.split()[4] == str(os.getpid())
    }
    return {file.name for file in folder.iterdir() if str(file.stat().st_ino) in inodes}
