"""Making, opening, refusing and closing a store."""

import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from store import database, engine, network
from store.checking import check
from store.database import create, open_store
from store.errors import (
    DiskFull,
    LesartError,
    NetworkFolder,
    StoreDamaged,
    StoreExists,
    StoreForeign,
    StoreMissing,
    StoreNewer,
    StoreReadOnly,
)
from store.queries import codebook, people
from store.tables import core as t
from store.values import ProjectSettings
from tests.store.store_files import NewStore, closed, leave_a_log, stamp


def refused(path: Path, error: type[LesartError]) -> None:
    """Opening fails with this error and leaves the folder as it was."""
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    with pytest.raises(error):
        open_store(path)
    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == before


def test_a_new_store_has_a_project_its_labels_a_round_and_a_person(new_store: NewStore) -> None:
    with new_store().read() as conn:
        assert codebook.project(conn).name == "Test"
        assert [label.code for label in codebook.labels(conn, "entity")] == ["PER", "ORG", "LOC", "MISC"]
        assert [label.key for label in codebook.labels(conn, "stance")] == ["F", "A", "N"]
        assert [(one.name, one.purpose) for one in people.rounds(conn)] == [("main", "main")]
        assert [(one.name, one.kind) for one in people.annotators(conn)] == [("Ada", "person")]


def test_each_preset_founds_a_store_with_its_own_labels(new_store: NewStore) -> None:
    with new_store(preset="ontonotes").read() as conn:
        assert len(codebook.labels(conn, "entity")) == 18


def test_an_error_while_creating_names_the_store_that_was_to_be_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found(conn: Connection, **_: Any) -> None:
        conn.exec_driver_sql("PRAGMA max_page_count = 1")  # as if the disk were full
        conn.exec_driver_sql("CREATE TABLE filler AS SELECT zeroblob(1000000)")

    monkeypatch.setattr(database, "found", found)
    with pytest.raises(DiskFull) as told:
        create(tmp_path / "project.lesart", name="x", settings=ProjectSettings(), person="Ada")
    assert told.value.fields["path"] == str(tmp_path / "project.lesart")
    assert list(tmp_path.iterdir()) == []


def test_creating_never_overwrites(tmp_path: Path) -> None:
    (tmp_path / "project.lesart").write_text("precious")
    with pytest.raises(StoreExists):
        create(tmp_path / "project.lesart", name="x", settings=ProjectSettings(), person="Ada")
    assert (tmp_path / "project.lesart").read_text() == "precious"


def test_a_new_store_takes_nothing_over_from_a_file_that_had_its_name(tmp_path: Path) -> None:
    path = tmp_path / "project.lesart"
    leave_a_log(path)
    store = create(path, name="New", settings=ProjectSettings(), person="Ada")
    with store.read() as conn:
        assert codebook.project(conn).name == "New"
    assert list(check(store)) == []
    store.close()
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "project.lesart", "project.lesart-wal.left",
    ]  # fmt: skip


def test_a_store_needs_a_folder(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing) as caught:
        create(tmp_path / "no" / "x.lesart", name="x", settings=ProjectSettings(), person="Ada")
    assert caught.value.fields == {"path": str(tmp_path / "no")}


def test_creating_leaves_nothing_half_made_behind(tmp_path: Path) -> None:
    with pytest.raises(LesartError):
        create(tmp_path / "x.lesart", name="x", settings=ProjectSettings(preset="unheard_of"), person="Ada")
    assert list(tmp_path.iterdir()) == []


def test_a_commit_survives_a_power_cut_and_rows_point_somewhere(new_store: NewStore) -> None:
    with new_store().read() as conn:
        pragmas = {name: conn.exec_driver_sql(f"PRAGMA {name}").scalar() for name in PRAGMAS}
    assert pragmas == PRAGMAS


PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "application_id": engine.APPLICATION_ID,
}


def test_a_closed_store_is_one_file(new_store: NewStore, tmp_path: Path) -> None:
    store = new_store()
    with store.write() as conn:
        conn.execute(t.project.update().values(name="Renamed"))
    assert (tmp_path / "project.lesart-wal").stat().st_size > 0
    store.close()
    assert [file.name for file in tmp_path.iterdir()] == ["project.lesart"]
    with open_store(tmp_path / "project.lesart").read() as conn:
        assert codebook.project(conn).name == "Renamed"


def test_a_write_that_fails_leaves_nothing(new_store: NewStore) -> None:
    store = new_store()
    with pytest.raises(IntegrityError), store.write() as conn:
        conn.execute(t.project.update().values(name="Half", id=2))
    with store.read() as conn:
        assert codebook.project(conn).name == "Test"


def test_a_reader_sees_one_moment(new_store: NewStore) -> None:
    store = new_store()
    with store.read() as conn:
        assert codebook.project(conn).name == "Test"
        with store.write() as other:
            other.execute(t.project.update().values(name="Later"))
        assert codebook.project(conn).name == "Test"


def test_a_write_within_a_write_is_a_mistake_not_a_deadlock(new_store: NewStore) -> None:
    store = new_store()
    with store.write(), pytest.raises(RuntimeError), store.write():
        pass


# What is refused


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    refused(tmp_path / "nothing.lesart", StoreMissing)


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(500), StoreForeign),
        (b"just some text", StoreForeign),
        (b"", StoreDamaged),
        (b"SQLite format 3\x00", StoreDamaged),
    ],
    ids=["a picture", "a note", "nothing", "a header cut off"],
)
def test_what_is_no_store_is_refused(tmp_path: Path, content: bytes, error: type[LesartError]) -> None:
    (tmp_path / "x.lesart").write_bytes(content)
    refused(tmp_path / "x.lesart", error)


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "x.lesart")
    connection.execute("CREATE TABLE alembic_version (version_num)")
    connection.commit()
    connection.close()
    refused(tmp_path / "x.lesart", StoreForeign)


def test_a_store_cut_short_is_refused(new_store: NewStore) -> None:
    path = closed(new_store)
    path.write_bytes(path.read_bytes()[:-5000])
    refused(path, StoreDamaged)


def test_a_store_whose_catalogue_is_garbage_is_refused(new_store: NewStore) -> None:
    path = closed(new_store)
    content = bytearray(path.read_bytes())
    content[100:4096] = b"\xff" * 3996
    path.write_bytes(content)
    refused(path, StoreDamaged)


def test_a_newer_store_is_refused(new_store: NewStore) -> None:
    path = closed(new_store)
    stamp(path, "9999")
    refused(path, StoreNewer)


def test_a_newer_store_that_was_not_closed_is_refused_and_its_log_stays(new_store: NewStore) -> None:
    store = new_store()
    with store.write() as conn:
        conn.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    path = Path(store.target)
    copy = path.with_name("copy.lesart")
    for suffix in ("", "-wal"):
        shutil.copy(f"{path}{suffix}", f"{copy}{suffix}")
    before = copy.read_bytes(), copy.with_name("copy.lesart-wal").read_bytes()
    with pytest.raises(StoreNewer):
        open_store(copy)
    assert (copy.read_bytes(), copy.with_name("copy.lesart-wal").read_bytes()) == before


def test_a_file_marked_read_only_is_refused(new_store: NewStore) -> None:
    path = closed(new_store)
    path.chmod(0o444)
    refused(path, StoreReadOnly)


def test_a_store_on_a_network_share_is_refused(new_store: NewStore, monkeypatch: pytest.MonkeyPatch) -> None:
    path = closed(new_store)
    mounts = [("/", "ext4"), (str(path.parent), "cifs")]
    monkeypatch.setattr(network, "parse_proc_mounts", lambda _lines: mounts)
    monkeypatch.setattr(network, "parse_mount", lambda _lines: mounts)
    monkeypatch.setattr(network, "_remote_drive", lambda _path: True)
    refused(path, NetworkFolder)
    with pytest.raises(NetworkFolder):
        create(path.with_name("another.lesart"), name="x", settings=ProjectSettings(), person="Ada")
