"""The window on a team's project in a PostgreSQL database. Needs TEST_POSTGRES_URL."""

import argparse

from pytestqt.qtbot import QtBot

from desktop.gui.app import Program, begin
from store.database import create
from store.values import ProjectSettings

PATIENCE = 30_000


def test_it_opens_by_its_address_and_again_from_the_first_page(
    server_url: str, program: Program, qtbot: QtBot
) -> None:
    create(server_url, name="Team", settings=ProjectSettings(), person="Ada").close()
    with qtbot.waitSignal(program.workbench.projectOpened, timeout=PATIENCE):
        begin(program, argparse.Namespace(sample=False, store=server_url))
    assert program.workbench.project.name == "Team"
    program.workbench.close_project()
    with qtbot.waitSignal(program.workbench.projectOpened, timeout=PATIENCE):
        program.window.welcome.rows[0].click()
    assert program.workbench.project.path == server_url
