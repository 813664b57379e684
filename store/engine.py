"""Engines: how a store's database is spoken to, and what its errors mean.

SQLite runs in WAL with `synchronous=FULL`: one commit is one fsync and survives a power cut. The driver's own
transaction control is switched off; every transaction begins with an explicit BEGIN, writes with BEGIN
IMMEDIATE.
"""

import sqlite3
import time
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import ArgumentError

from store import bulk
from store.errors import (
    DiskFull,
    ExtraMissing,
    LesartError,
    StoreDamaged,
    StoreLocked,
    StoreMissing,
    StoreReadOnly,
    StoreUnreachable,
    ValueTooLong,
)

APPLICATION_ID = 0x4C657361
"""„Lesa“ in the header of the file."""

BUSY_SECONDS = 5.0
"""How long a writer waits for another program's write lock."""

WRITES = "lesart_writes"
"""Execution option of connections that are going to write."""

_BETWEEN_TRIES = 0.002
_ADVISORY_LOCK = APPLICATION_ID
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_NO_ROOM_BESIDE = sqlite3.SQLITE_IOERR_SHMSIZE
"""There is no room for the index of the WAL, which is a file of its own."""

_PLAIN: dict[int, type[LesartError]] = {
    sqlite3.SQLITE_BUSY: StoreLocked,
    sqlite3.SQLITE_LOCKED: StoreLocked,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_READONLY: StoreReadOnly,
}
_STATES: dict[str, type[LesartError]] = {
    "25006": StoreReadOnly,
    "40001": StoreLocked,
    "40P01": StoreLocked,
    "42501": StoreReadOnly,
    "53100": DiskFull,
    "55P03": StoreLocked,
}
"""What single codes of PostgreSQL mean (appendix A of its manual)."""

_UNREACHABLE = ("08", "53", "57", "58")
"""Classes: connection, resources, an operator's intervention, the system around it."""

_TOO_LONG = "54"
"""The class of what exceeds the program's limits."""


def file_engine(path: Path, *, foreign_keys: bool = True) -> Engine:
    """An engine on an SQLite file.

    Migrations run without foreign keys, and every other transaction with them.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": BUSY_SECONDS, "isolation_level": None, "check_same_thread": False},
        json_serializer=bulk.dumps,
        json_deserializer=msgspec.json.decode,
    )

    def connected(connection: sqlite3.Connection, _record: object) -> None:
        try:
            connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
            connection.execute("PRAGMA synchronous = FULL")
        except sqlite3.Error as error:  # of a connection that is only being made the translator hears nothing
            raise translated(error, str(path)) or error from error

    def begun(conn: Connection) -> None:
        if conn.get_execution_options().get(WRITES):
            _take_write_lock(conn, str(path))
        else:
            conn.exec_driver_sql("BEGIN")

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", begun)
    event.listen(engine, "handle_error", _translator(str(path)))
    return engine


def _take_write_lock(conn: Connection, path: str) -> None:
    """BEGIN IMMEDIATE, asked for every other millisecond while another program writes.

    SQLite's own waiting sleeps up to 100 ms between two tries and so misses the moments in which a bulk
    writer lets go of the lock: seconds for a gesture. Straight to the driver: a bulk writer does this for
    every few articles.
    """
    driver: Any = conn.connection.driver_connection
    driver.execute("PRAGMA busy_timeout = 0")
    until = time.monotonic() + BUSY_SECONDS
    try:
        while True:
            try:
                driver.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.Error as error:
                known = translated(error, path)
                if not isinstance(known, StoreLocked) or time.monotonic() > until:
                    raise known or error from error
            time.sleep(_BETWEEN_TRIES)
    finally:
        driver.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000:.0f}")


def server_engine(url: str) -> Engine:
    """An engine on a PostgreSQL database. Writers take turns (advisory lock), readers see one moment.

    Raises StoreMissing for what is no address, ExtraMissing without the driver.
    """
    try:
        address = make_url(url).set(drivername="postgresql+psycopg")
        engine = create_engine(
            address,
            pool_pre_ping=True,  # a connection that lay idle may be gone; then there is another one
            json_serializer=bulk.dumps,
            json_deserializer=msgspec.json.decode,
        )
    except ArgumentError:
        raise StoreMissing(path=url.rpartition("@")[2]) from None  # before it may stand a password
    except ImportError as error:
        raise ExtraMissing(package="psycopg", extra="postgres") from error

    def begun(conn: Connection) -> None:
        if conn.get_execution_options().get(WRITES):
            conn.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_ADVISORY_LOCK})")
        else:
            conn.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")

    event.listen(engine, "begin", begun)
    event.listen(engine, "handle_error", _translator(address.render_as_string(hide_password=True)))
    return engine


def pragma(engine: Engine, statement: str) -> Any:
    """The first value that a PRAGMA gives outside of any transaction."""
    connection = engine.raw_connection()
    try:
        row = connection.cursor().execute(f"PRAGMA {statement}").fetchone()
    except sqlite3.Error as error:
        raise translated(error, str(engine.url.database)) or error from error
    finally:
        connection.close()
    return row[0] if row else None


def translated(error: BaseException | None, path: str) -> LesartError | None:
    """What a driver's error means to Lesart; None for one that is a mistake of ours."""
    if isinstance(error, sqlite3.Error):
        whole: int = getattr(error, "sqlite_errorcode", 0)
        code = whole & 0xFF
        if whole == _NO_ROOM_BESIDE:
            return DiskFull(path=path)
        if code in _PLAIN:
            return _PLAIN[code](path=path)
        if code in _DAMAGE:
            return StoreDamaged(path=path, reason=str(error))
        if code == sqlite3.SQLITE_CANTOPEN:
            return StoreReadOnly(path=path) if Path(path).exists() else StoreMissing(path=path)
        return StoreUnreachable(path=path, reason=str(error)) if code == sqlite3.SQLITE_IOERR else None
    return _of_server(error, path)


def _of_server(error: BaseException | None, path: str) -> LesartError | None:
    """What PostgreSQL's SQLSTATE means; who gets no connection gets an OperationalError without one."""
    kinds = [it.__name__ for it in type(error).__mro__ if it.__module__.startswith("psycopg")]
    state: str = getattr(error, "sqlstate", None) or ""
    if not kinds:
        return None
    if state in _STATES:
        return _STATES[state](path=path)
    if state.startswith(_TOO_LONG):
        return ValueTooLong(path=path)
    if state.startswith(_UNREACHABLE) or (not state and "OperationalError" in kinds):
        return StoreUnreachable(path=path, reason=str(error).strip())
    return None


def _translator(path: str) -> Any:
    def translate(context: ExceptionContext) -> None:
        known = translated(context.original_exception, path)
        if known is not None and not context.is_pre_ping:  # SQLAlchemy tries another connection then
            raise known from context.original_exception

    return translate
