"""A team's project in a PostgreSQL database: opening, refusing, upgrading. Needs TEST_POSTGRES_URL."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine

from desktop.cli import app as cli
from store import database, migrations
from store.checking import check
from store.database import Store, create, open_store, upgrade
from store.engine import WRITES
from store.errors import (
    LesartError,
    StoreExists,
    StoreForeign,
    StoreMissing,
    StoreNewer,
    StoreOutdated,
    StoreUnreachable,
)
from store.queries import articles, codebook
from store.queries.people import work_of
from store.transfer import import_files
from store.values import ProjectSettings


@pytest.fixture
def team(server_url: str) -> Iterator[Store]:
    """A project in it."""
    store = create(server_url, name="Test", settings=ProjectSettings(), person="Ada")
    yield store
    store.close()


def stamp(store: Store, revision: str) -> None:
    with store.write() as conn:
        conn.exec_driver_sql("UPDATE alembic_version SET version_num = %s", (revision,))


def renaming(engine: Any) -> None:
    with engine.execution_options(**{WRITES: True}).begin() as conn:
        conn.exec_driver_sql("UPDATE alembic_version SET version_num = %s", (migrations.HEAD,))
        conn.exec_driver_sql("UPDATE project SET name = 'Upgraded'")


def refused(server_url: str, error: type[LesartError]) -> LesartError:
    with pytest.raises(error) as told:
        open_store(server_url)
    return told.value


def test_an_older_project_is_refused_until_somebody_upgrades_it(
    team: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrations, "REVISIONS", ("0000", *migrations.REVISIONS))
    stamp(team, "0000")
    assert refused(team.target, StoreOutdated).fields["revision"] == "0000"
    with team.read() as conn:
        assert codebook.project(conn).name == "Test"
    monkeypatch.setattr(database, "to_head", renaming)
    assert upgrade(team.target) == "0000"
    store = open_store(team.target)
    with store.read() as conn:
        assert codebook.project(conn).name == "Upgraded"
    store.close()


def test_a_project_that_is_up_to_date_stays_as_it_is(team: Store) -> None:
    assert upgrade(team.target) is None


def test_a_newer_project_and_a_foreign_database_are_refused_by_both(team: Store, server_url: str) -> None:
    stamp(team, "9999")
    refused(server_url, StoreNewer)
    with pytest.raises(StoreNewer):
        upgrade(server_url)
    with team.write() as conn:
        conn.exec_driver_sql("DROP TABLE alembic_version")
    refused(server_url, StoreForeign)
    with pytest.raises(StoreForeign):
        upgrade(server_url)


def test_in_an_empty_database_there_is_no_project_yet_and_an_import_makes_one(
    server_url: str, tmp_path: Path
) -> None:
    refused(server_url, StoreMissing)
    (tmp_path / "a.txt").write_text("Köln liegt am Rhein.", encoding="utf-8")
    assert cli.main(["import", server_url, str(tmp_path / "a.txt")]) == 0
    store = open_store(server_url)
    with store.read() as conn:
        assert [head.key for head in articles.heads(conn, work_of(conn))] == ["a"]
    store.close()


def test_a_project_is_never_made_over_another(team: Store) -> None:
    with pytest.raises(StoreExists):
        create(team.target, name="x", settings=ProjectSettings(), person="Ada")


def test_a_server_that_ended_our_connection_is_named_and_the_next_transaction_has_another(
    team: Store,
) -> None:
    with pytest.raises(StoreUnreachable):
        read_while_the_server_restarts(team)
    with team.read() as conn:
        assert codebook.project(conn).name == "Test"


def test_a_connection_that_was_ended_while_it_lay_idle_is_not_noticed(team: Store) -> None:
    kill_all_connections(team)
    with team.read() as conn:
        assert codebook.project(conn).name == "Test"


def read_while_the_server_restarts(store: Store) -> None:
    with store.read() as conn:
        kill_all_connections(store)
        codebook.project(conn)


def kill_all_connections(store: Store) -> None:
    """Of everybody else, as a restart of the server does."""
    engine = create_engine(store.target.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as conn:
        others = (
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        conn.exec_driver_sql(f"SELECT pg_terminate_backend(pid, 1000) FROM ({others}) AS them")
    engine.dispose()


def test_what_the_server_cannot_hold_is_named_and_keeps_nothing_else_out(
    server_url: str, tmp_path: Path
) -> None:
    texts = ["Köln liegt am Rhein.", "Ein Text mit \0 darin.", "Bonn auch.", "Dritter Text.", "Vierter Text."]
    rows: list[dict[str, Any]] = [{"text": text, "spans": [[0, 3, "NEU"]]} for text in texts]
    rows[3]["title"] = "\0"
    rows[4]["outlet"] = "".join(map(chr, range(0x4E00, 0x6000)))
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    store = create(server_url, name="Test", settings=ProjectSettings(), person="Ada")
    report = import_files(store, [tmp_path / "a.jsonl"])
    assert (report.added, report.new_labels) == (2, ("NEU",))
    assert [(it.line, it.reason) for it in report.skipped] == [
        (2, "unstorable_text"),
        (4, "unstorable_text"),
        (5, "too_long"),
    ]
    assert list(check(store)) == []
    store.close()
