"""Opening, refusing, backing up, upgrading and closing a store."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from store import database, engine, migrations, network, search, upgrading
from store.checking import check
from store.database import Store, backup, create, open_store, upgrade
from store.errors import (
    BackupFailed,
    DiskFull,
    LesartError,
    NetworkFolder,
    StoreDamaged,
    StoreExists,
    StoreForeign,
    StoreLocked,
    StoreMissing,
    StoreNewer,
    StoreReadOnly,
    StoreUnreachable,
)
from store.operations.runs import store_run
from store.queries import codebook, people
from store.tables import core as t
from store.values import PredictedSpan, ProjectSettings

NewStore = Callable[..., Store]


def closed(new_store: NewStore) -> Path:
    store = new_store()
    store.close()
    return Path(store.target)


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


# What a driver's error means


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


@pytest.mark.parametrize(
    ("code", "error"), [(sqlite3.SQLITE_IOERR, StoreUnreachable), (sqlite3.SQLITE_CANTOPEN, StoreMissing)]
)
def test_a_disk_that_is_gone_is_named(code: int, error: type[LesartError], tmp_path: Path) -> None:
    failure = sqlite3.OperationalError("disk I/O error")
    failure.sqlite_errorcode = code
    assert isinstance(engine.translated(failure, str(tmp_path / "x.lesart")), error)


def test_a_mistake_of_ours_keeps_its_name() -> None:
    assert engine.translated(ValueError(), "x") is None
    assert engine.translated(sqlite3.IntegrityError(), "x") is None


# Network folders


def test_the_nearest_mount_point_decides() -> None:
    mounts = list(
        network.parse_proc_mounts(["/dev/sda / ext4 rw 0 0", "//nas/x /mnt/my\\040nas cifs rw 0 0"])
    )
    assert network.filesystem(Path("/mnt/my nas/a/b"), mounts) == "cifs"
    assert network.filesystem(Path("/mnt/other"), mounts) == "ext4"
    assert (
        network.filesystem(Path("/mnt/my nas"), [("/mnt/my nas", "nfs"), ("/mnt/my nas", "ext4")]) == "ext4"
    )


def test_a_macs_mounts_are_read() -> None:
    lines = ["/dev/disk1s1 on / (apfs, local, journaled)", "//ada@nas/news on /Volumes/news (smbfs, nodev)"]
    assert network.filesystem(Path("/Volumes/news/x.lesart"), network.parse_mount(lines)) == "smbfs"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX folders")
def test_the_folder_of_a_test_is_not_on_a_network(tmp_path: Path) -> None:
    assert not network.on_network(tmp_path)


# Backups


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


# Upgrades


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


def test_the_address_of_a_server_is_shown_without_its_password() -> None:
    assert "secret" not in database._address("postgresql://ada:secret@host/news")
    assert "host/news" in database._address("postgresql://ada:secret@host/news")
