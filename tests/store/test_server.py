"""A team's project in a PostgreSQL database: opening, refusing, upgrading. Needs TEST_POSTGRES_URL."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine

from desktop.cli import app as cli
from store import database, migrations
from store.database import Store, create, open_store, upgrade
from store.engine import WRITES
from store.errors import LesartError, StoreExists, StoreForeign, StoreMissing, StoreNewer, StoreOutdated
from store.queries import articles, codebook
from store.queries.people import work_of
from store.values import ProjectSettings


@pytest.fixture
def url() -> str:
    """An empty database."""
    given = os.environ.get("TEST_POSTGRES_URL")
    if not given:
        pytest.skip("TEST_POSTGRES_URL names no PostgreSQL database that may be emptied")
    engine = create_engine(given.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as conn:
        conn.exec_driver_sql("DROP SCHEMA public CASCADE")
        conn.exec_driver_sql("CREATE SCHEMA public")
    engine.dispose()
    return given


@pytest.fixture
def team(url: str) -> Iterator[Store]:
    """A project in it."""
    store = create(url, name="Test", settings=ProjectSettings(), person="Ada")
    yield store
    store.close()


def stamp(store: Store, revision: str) -> None:
    with store.write() as conn:
        conn.exec_driver_sql("UPDATE alembic_version SET version_num = %s", (revision,))


def renaming(engine: Any) -> None:
    with engine.execution_options(**{WRITES: True}).begin() as conn:
        conn.exec_driver_sql("UPDATE alembic_version SET version_num = %s", (migrations.HEAD,))
        conn.exec_driver_sql("UPDATE project SET name = 'Upgraded'")


def refused(url: str, error: type[LesartError]) -> LesartError:
    with pytest.raises(error) as told:
        open_store(url)
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


def test_a_newer_project_and_a_foreign_database_are_refused_by_both(team: Store, url: str) -> None:
    stamp(team, "9999")
    refused(url, StoreNewer)
    with pytest.raises(StoreNewer):
        upgrade(url)
    with team.write() as conn:
        conn.exec_driver_sql("DROP TABLE alembic_version")
    refused(url, StoreForeign)
    with pytest.raises(StoreForeign):
        upgrade(url)


def test_in_an_empty_database_there_is_no_project_yet_and_an_import_makes_one(
    url: str, tmp_path: Path
) -> None:
    refused(url, StoreMissing)
    (tmp_path / "a.txt").write_text("Köln liegt am Rhein.", encoding="utf-8")
    assert cli.main(["import", url, str(tmp_path / "a.txt")]) == 0
    store = open_store(url)
    with store.read() as conn:
        assert [head.key for head in articles.heads(conn, work_of(conn))] == ["a"]
    store.close()


def test_a_project_is_never_made_over_another(team: Store) -> None:
    with pytest.raises(StoreExists):
        create(team.target, name="x", settings=ProjectSettings(), person="Ada")
