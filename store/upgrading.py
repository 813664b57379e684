"""Brings a database to a schema revision with Alembic, in one transaction: wholly or not at all."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine

from store import migrations
from store.backing_up import backup
from store.engine import WRITES, file_engine
from store.errors import StoreDamaged, StoreNewer

if TYPE_CHECKING:
    from alembic.config import Config

SCRIPTS = Path(migrations.__file__).parent


@contextmanager
def migrating(engine: Engine) -> Generator["Config"]:
    """A transaction with Alembic's settings for it, to be handed to one of Alembic's commands.

    The engine of a file must have its foreign keys off: with them on, rebuilding a table would delete the
    rows that point to it. They are checked before the commit.
    """
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    with engine.execution_options(**{WRITES: True}).begin() as conn:
        config.attributes["connection"] = conn
        yield config
        if engine.dialect.name == "sqlite":
            _require_foreign_keys(conn)


def to_head(engine: Engine) -> None:
    """Make or upgrade the schema, up to the newest revision."""
    from alembic import command

    with migrating(engine) as config:
        command.upgrade(config, migrations.HEAD)


def bring_up(path: Path, revision: str) -> Path:
    """Back up the store at `path`, of an older `revision`, beside it and upgrade it. Returns the backup.

    Raises StoreNewer for an unknown revision; what the upgrade raises leaves the file as it was.
    """
    if revision not in migrations.REVISIONS:
        raise StoreNewer(path=str(path), revision=revision)
    copy = _free_name(path, revision)
    backup(path, copy)
    engine = file_engine(path, foreign_keys=False)
    try:
        to_head(engine)
    finally:
        engine.dispose()
    return copy


def _free_name(path: Path, revision: str) -> Path:
    names = (
        f"{path.stem}.revision-{revision}{number}{path.suffix}"
        for number in ("", *map("-{}".format, range(2, 1000)))
    )
    return next(name for name in map(path.with_name, names) if not name.exists())


def _require_foreign_keys(conn: Connection) -> None:
    broken = conn.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise StoreDamaged(path=str(conn.engine.url.database), reason=f"foreign keys: {tuple(broken)}")
