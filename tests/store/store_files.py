"""What tests of store files share: a closed one, its content, another revision in it."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from store.database import Store

NewStore = Callable[..., Store]


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
