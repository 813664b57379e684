"""Older stores are backed up and upgraded."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from store import migrations, upgrading
from store.database import open_store, upgrade
from store.queries import codebook
from tests.store.store_files import NewStore, closed, dump, stamp


@pytest.fixture
def older(new_store: NewStore, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store that says it is of a revision before the first."""
    path = closed(new_store)
    stamp(path, "0000")
    monkeypatch.setattr(migrations, "REVISIONS", ("0000", *migrations.REVISIONS))
    return path


def renaming(engine: Any) -> None:
    with engine.begin() as conn:
        conn.exec_driver_sql("UPDATE alembic_version SET version_num = ?", (migrations.HEAD,))
        conn.exec_driver_sql("UPDATE project SET name = 'Upgraded'")


def test_an_older_store_is_backed_up_beside_itself_and_upgraded(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upgrading, "to_head", renaming)
    before = dump(older)
    store = open_store(older)
    with store.read() as conn:
        assert codebook.project(conn).name == "Upgraded"
    store.close()
    assert dump(older.with_name("project.revision-0000.lesart")) == before


def test_a_second_backup_takes_another_name(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upgrading, "to_head", renaming)
    older.with_name("project.revision-0000.lesart").write_text("of last time")
    open_store(older).close()
    assert older.with_name("project.revision-0000.lesart").read_text() == "of last time"
    assert older.with_name("project.revision-0000-2.lesart").exists()


def test_an_upgrade_that_fails_leaves_the_store_as_it_was(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(engine: Any) -> None:
        with engine.begin() as conn:
            conn.exec_driver_sql("DROP TABLE change")
            raise RuntimeError

    monkeypatch.setattr(upgrading, "to_head", failing)
    before = older.read_bytes()
    with pytest.raises(RuntimeError):
        open_store(older)
    assert older.read_bytes() == before


def test_opening_an_up_to_date_store_does_without_alembic(new_store: NewStore) -> None:
    code = "import sys; from store.database import open_store; open_store(sys.argv[1]).close();"
    code += "print(*sys.modules)"
    command = [sys.executable, "-c", code, str(closed(new_store))]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert "sqlalchemy" in loaded
    assert "alembic" not in loaded


def test_an_upgrade_by_hand_says_what_it_did(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upgrading, "to_head", renaming)
    assert upgrade(older) == "0000"
    assert upgrade(older) is None
    assert older.with_name("project.revision-0000.lesart").exists()
