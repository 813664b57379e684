"""An open project: making, opening and closing a store, and its read and write transactions."""

import os
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, make_url, text

from store import migrations, probe
from store.addresses import address, is_server
from store.backing_up import backup, beside, rename_durably
from store.engine import APPLICATION_ID, WRITES, file_engine, pragma, server_engine
from store.errors import (
    LesartError,
    NetworkFolder,
    StoreExists,
    StoreForeign,
    StoreMissing,
    StoreNewer,
    StoreOutdated,
    StoreReadOnly,
)
from store.founding import found, preset_label_sets
from store.labels import LabelSetSpec
from store.lane import Lane
from store.network import on_network
from store.upgrading import bring_up, to_head
from store.values import ProjectSettings

__all__ = ["Store", "backup", "create", "open_store", "remove", "speaking_of", "upgrade"]


class Store:
    """An open project.

    Its transactions may be used from any thread; writers take turns, gestures before bulk work.
    """

    def __init__(self, target: str, engine: Engine) -> None:
        self.target = target
        self.engine = engine
        self._writing = engine.execution_options(**{WRITES: True})
        self._lane = Lane()

    @contextmanager
    def read(self) -> Generator[Connection]:
        """One read transaction: all queries in it see the same moment.

        Keep it shorter than a page of 1,000 rows.
        """
        with self.engine.begin() as conn:
            yield conn

    @contextmanager
    def write(self, *, bulk: bool = False) -> Generator[Connection]:
        """One write transaction: committed after the block (one fsync), rolled back if that raises.

        Bulk work (in slices, see `store.pace`) lets every waiting gesture go first.
        """
        with self._lane.enter(bulk=bulk), self._writing.begin() as conn:
            yield conn

    def close(self) -> None:
        """Move what the WAL holds into the file, so that it is again one file, and let go of it."""
        try:
            if self.engine.dialect.name == "sqlite":
                with self._lane.enter(bulk=False):
                    pragma(self.engine, "wal_checkpoint(TRUNCATE)")
        finally:
            self.engine.dispose()


def create(
    target: str | Path,
    *,
    name: str,
    settings: ProjectSettings,
    person: str,
    label_sets: Iterable[LabelSetSpec] | None = None,
) -> Store:
    """Make a new store with the rows that `store.founding` names.

    Without `label_sets` those of the preset that `settings` names are taken. A file is made under another
    name and renamed when it is whole. Raises StoreExists; StoreMissing, StoreReadOnly and NetworkFolder speak
    of the folder.
    """
    specs = preset_label_sets(settings) if label_sets is None else tuple(label_sets)
    rows = partial(found, name=name, settings=settings, person=person, label_sets=specs)
    if is_server(target):
        return _create_on_server(str(address(target)), rows)
    path = Path(target)
    _require_free(path)
    unfinished = path.with_name(f".{path.name}.new")
    try:
        with speaking_of(path, instead_of=unfinished):
            _create_file(unfinished, rows)
        rename_durably(unfinished, path)
    except PermissionError as error:
        raise StoreReadOnly(path=str(path)) from error
    finally:
        remove(unfinished)
    return Store(str(path), file_engine(path))


def open_store(target: str | Path) -> Store:
    """Open a store; one of an older revision is backed up beside it and upgraded.

    Raises StoreMissing, StoreForeign, StoreDamaged, StoreNewer, NetworkFolder, StoreReadOnly or StoreLocked,
    and has then changed nothing. A PostgreSQL database is never upgraded by itself, since others may be at
    work in it: one of an older revision raises StoreOutdated.
    """
    if is_server(target):
        return _open_server(str(address(target)))
    path = Path(target)
    revision = probe.revision(path)
    if revision != migrations.HEAD:
        bring_up(path, revision)
    engine = file_engine(path)
    if pragma(engine, "journal_mode = WAL") != "wal":
        raise NetworkFolder(path=str(path))
    return Store(str(path), engine)


def upgrade(target: str | Path) -> str | None:
    """Bring a store to this Lesart's revision; returns the one it had, None where nothing was to be done.

    A file is backed up beside itself. A database on a server is not: that is for whoever runs the server,
    before. It is upgraded in one transaction, wholly or not at all. Raises what `open_store` raises.
    """
    if not is_server(target):
        revision = probe.revision(Path(target))
        if revision != migrations.HEAD:
            bring_up(Path(target), revision)
        return revision if revision != migrations.HEAD else None
    url = str(address(target))
    store = Store(url, server_engine(url))
    try:
        revision = _server_revision(store)
        if revision != migrations.HEAD:
            to_head(store.engine)
        return revision if revision != migrations.HEAD else None
    finally:
        store.engine.dispose()


@contextmanager
def speaking_of(path: Path, *, instead_of: Path) -> Generator[None]:
    """Errors about a file that is made under a passing name tell of the name that it is going to have."""
    try:
        yield
    except LesartError as error:
        if error.fields.get("path") != str(instead_of):
            raise
        raise type(error)(**{**error.fields, "path": str(path)}) from error


def _require_free(path: Path) -> None:
    if path.exists():
        raise StoreExists(path=str(path))
    if not path.parent.is_dir():
        raise StoreMissing(path=str(path.parent))
    if not os.access(path.parent, os.W_OK):
        raise StoreReadOnly(path=str(path.parent))
    if on_network(path.parent):
        raise NetworkFolder(path=str(path.parent))


def _create_file(path: Path, rows: Callable[[Connection], None]) -> None:
    remove(path)
    engine = file_engine(path, foreign_keys=False)
    pragma(engine, f"application_id = {APPLICATION_ID}")
    pragma(engine, "journal_mode = WAL")
    to_head(engine)
    store = Store(str(path), engine)
    with store.write() as conn:
        rows(conn)
    store.close()


def remove(path: Path) -> None:
    """Remove what an interrupted attempt at making a store has left, if anything."""
    for left in (path, *beside(path)):
        with suppress(OSError):
            left.unlink()


def _create_on_server(url: str, rows: Callable[[Connection], None]) -> Store:
    store = Store(url, server_engine(url))
    if inspect(store.engine).has_table("alembic_version"):
        store.engine.dispose()
        raise StoreExists(path=_address(url))
    to_head(store.engine)
    with store.write() as conn:
        rows(conn)
    return store


def _open_server(url: str) -> Store:
    store = Store(url, server_engine(url))
    try:
        revision = _server_revision(store)
        if revision != migrations.HEAD:
            raise StoreOutdated(path=_address(url), revision=revision)
    except BaseException:
        store.engine.dispose()
        raise
    return store


def _server_revision(store: Store) -> str:
    """The revision of a team's database, if this Lesart knows it; else StoreForeign or StoreNewer.

    In an empty database there is no project yet: StoreMissing.
    """
    tables = inspect(store.engine).get_table_names()
    if "alembic_version" not in tables:
        raise (StoreForeign if tables else StoreMissing)(path=_address(store.target))
    with store.read() as conn:
        revision = conn.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
    if revision not in migrations.REVISIONS:
        raise StoreNewer(path=_address(store.target), revision=revision)
    return revision


def _address(url: str) -> str:
    """A server's address as it may be shown: without the password."""
    return make_url(url).render_as_string(hide_password=True)
