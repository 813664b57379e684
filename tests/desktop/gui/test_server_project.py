"""The window on a team's project in a PostgreSQL database. Needs TEST_POSTGRES_URL."""

import argparse
import os

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import create_engine

from desktop.gui.app import Program, begin
from store.database import create
from store.values import ProjectSettings

PATIENCE = 30_000


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


def test_it_opens_by_its_address_and_again_from_the_first_page(
    url: str, program: Program, qtbot: QtBot
) -> None:
    create(url, name="Team", settings=ProjectSettings(), person="Ada").close()
    with qtbot.waitSignal(program.workbench.projectOpened, timeout=PATIENCE):
        begin(program, argparse.Namespace(sample=False, store=url))
    assert program.workbench.project.name == "Team"
    program.workbench.close_project()
    with qtbot.waitSignal(program.workbench.projectOpened, timeout=PATIENCE):
        program.window.welcome.rows[0].click()
    assert program.workbench.project.path == url
