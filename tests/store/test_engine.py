"""What a driver's error means: locks, full disks, damage."""

import sqlite3
from hashlib import sha256
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import Connection

from store import database, engine, search
from store.checking import check
from store.database import Store, open_store
from store.errors import (
    DiskFull,
    LesartError,
    StoreDamaged,
    StoreLocked,
    StoreMissing,
    StoreReadOnly,
    StoreUnreachable,
    ValueTooLong,
)
from store.operations.runs import store_run
from store.queries import codebook
from store.tables import core as t
from store.values import PredictedSpan
from tests.store.store_files import NewStore, closed


def test_a_lock_that_another_program_holds_is_named(
    new_store: NewStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = closed(new_store)
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.01)
    store = open_store(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreLocked) as caught, store.write():
        pass
    assert caught.value.fields == {"path": str(path)}
    other.execute("ROLLBACK")
    other.close()
    with store.write() as conn:
        conn.execute(t.project.update().values(name="Free again"))
    store.close()


def test_a_full_disk_is_named_and_nothing_is_half_written(new_store: NewStore) -> None:
    store = new_store()
    with store.write() as conn:
        leave_room(conn, 0)
    rows = [{"key": str(n), "title": "", "text": "x" * 1000, "sha256": "", "attrs": {}} for n in range(1000)]
    with pytest.raises(DiskFull):
        rename_and_fill(store, rows)
    with store.read() as conn:
        assert codebook.project(conn).name == "Test"
        assert conn.execute(t.article.select()).all() == []


def test_a_disk_that_fills_up_leaves_whole_slices(new_store: NewStore) -> None:
    store = new_store()
    with store.write() as conn:
        rows = [
            {"key": str(n), "title": "", "text": "x" * 99, "sha256": DIGEST, "attrs": {}} for n in range(500)
        ]
        conn.execute(t.article.insert(), rows)
        search.index(conn, [(n + 1, "", "x" * 99) for n in range(500)])
        leave_room(conn, 60)
    found = [PredictedSpan(place, place + 1, "PER") for place in range(50)]
    items = ((number + 1, found) for number in range(500))
    with pytest.raises(DiskFull):
        store_run(store, model="m", version="1", settings={}, items=items)
    with store.read() as conn:
        sets = conn.execute(t.annotation_set.select()).all()
        spans = conn.execute(t.span.select()).all()
    assert 0 < len(sets) < 500
    assert len(spans) == len(sets) * 50
    assert list(check(store)) == []


def rename_and_fill(store: Store, rows: list[dict[str, Any]]) -> None:
    with store.write() as conn:
        conn.execute(t.project.update().values(name="Half"))
        conn.execute(t.article.insert(), rows)


DIGEST = sha256(b"x" * 99).hexdigest()


def leave_room(conn: Connection, pages: int) -> None:
    """The connection of the pool that is used next can add so many pages to the file."""
    count = conn.exec_driver_sql("PRAGMA page_count").scalar()
    conn.exec_driver_sql(f"PRAGMA max_page_count = {count + pages}")


def test_a_store_that_became_read_only_is_named(new_store: NewStore) -> None:
    store = new_store()
    with store.read() as conn:
        conn.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(StoreReadOnly), store.write() as conn:
        conn.execute(t.project.update().values(name="Half"))


def test_damage_that_shows_later_is_named(new_store: NewStore) -> None:
    path = closed(new_store)
    content = bytearray(path.read_bytes())
    for page in range(4096, len(content) - 4096, 4096):
        content[page : page + 64] = b"\xff" * 64
    path.write_bytes(content)
    store = open_store_of_damaged(path)
    with pytest.raises(StoreDamaged), store.read() as conn:
        codebook.project(conn)
    store.engine.dispose()


def open_store_of_damaged(path: Path) -> Store:
    return Store(str(path), engine.file_engine(path))


def test_what_keeps_a_file_from_being_opened_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.lesart"
    path.write_bytes(b"x" * 5000)
    with pytest.raises(StoreDamaged):
        engine.pragma(engine.file_engine(path), "journal_mode = WAL")


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (sqlite3.SQLITE_IOERR, StoreUnreachable),
        (sqlite3.SQLITE_CANTOPEN, StoreMissing),
        (sqlite3.SQLITE_IOERR_SHMSIZE, DiskFull),
    ],
)
def test_a_disk_that_is_gone_or_full_is_named(code: int, error: type[LesartError], tmp_path: Path) -> None:
    failure = sqlite3.OperationalError("disk I/O error")
    failure.sqlite_errorcode = code
    assert isinstance(engine.translated(failure, str(tmp_path / "x.lesart")), error)


@pytest.mark.parametrize(
    ("state", "error"),
    [
        (None, StoreUnreachable),
        ("57P01", StoreUnreachable),
        ("53300", StoreUnreachable),
        ("53100", DiskFull),
        ("25006", StoreReadOnly),
        ("42501", StoreReadOnly),
        ("40P01", StoreLocked),
        ("54000", ValueTooLong),
    ],
)
def test_what_a_server_refuses_is_named_by_its_state(state: str | None, error: type[LesartError]) -> None:
    kind = psycopg.OperationalError if state is None else psycopg.errors.lookup(state)
    assert isinstance(engine.translated(kind("no"), "postgresql://host/news"), error)


def test_an_address_that_is_none_is_no_project_and_shows_no_password() -> None:
    with pytest.raises(StoreMissing) as told:
        engine.server_engine("postgresql:ada:secret@host")
    assert "secret" not in str(told.value)


def test_a_mistake_of_ours_keeps_its_name() -> None:
    assert engine.translated(psycopg.errors.UniqueViolation("twice"), "x") is None
    assert engine.translated(ValueError(), "x") is None
    assert engine.translated(sqlite3.IntegrityError(), "x") is None


def test_the_address_of_a_server_is_shown_without_its_password() -> None:
    assert "secret" not in database._address("postgresql://ada:secret@host/news")
    assert "host/news" in database._address("postgresql://ada:secret@host/news")
