"""A backup is a whole store under a name that was free."""

from pathlib import Path

import pytest

from store.database import backup, open_store
from store.errors import (
    BackupFailed,
    StoreExists,
    StoreForeign,
    StoreMissing,
)
from store.queries import codebook
from store.tables import core as t
from tests.store.store_files import NewStore


def test_a_backup_is_a_whole_store_even_while_it_is_written_to(new_store: NewStore, tmp_path: Path) -> None:
    store = new_store()
    with store.write() as conn:
        conn.execute(t.project.update().values(name="Before"))
    with store.write() as conn:
        conn.execute(t.project.update().values(name="Not yet"))
        backup(store.target, tmp_path / "copy.lesart")
    copy = open_store(tmp_path / "copy.lesart")
    with copy.read() as conn:
        assert codebook.project(conn).name == "Before"
    copy.close()
    assert sorted(file.name for file in tmp_path.glob("*copy*")) == ["copy.lesart"]


def test_a_backup_never_overwrites(new_store: NewStore, tmp_path: Path) -> None:
    (tmp_path / "copy.lesart").write_text("precious")
    with pytest.raises(StoreExists):
        backup(new_store().target, tmp_path / "copy.lesart")
    assert (tmp_path / "copy.lesart").read_text() == "precious"


def test_a_backup_that_cannot_be_written_says_so(new_store: NewStore, tmp_path: Path) -> None:
    with pytest.raises(BackupFailed):
        backup(new_store().target, tmp_path / "no" / "copy.lesart")
    with pytest.raises(BackupFailed):
        backup("postgresql://localhost/x", tmp_path / "copy.lesart")


def test_a_backup_of_what_is_no_store_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.lesart").write_bytes(b"\x89PNG")
    with pytest.raises(StoreForeign):
        backup(tmp_path / "x.lesart", tmp_path / "copy.lesart")
    with pytest.raises(StoreMissing):
        backup(tmp_path / "nothing.lesart", tmp_path / "copy.lesart")
    assert [file.name for file in tmp_path.iterdir()] == ["x.lesart"]
