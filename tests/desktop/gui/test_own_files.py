"""Looking into a project's folder takes no lock away from the open project."""

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QFileInfo
from PySide6.QtWidgets import QFileIconProvider
from pytestqt.qtbot import QtBot

from desktop.gui import own_files
from store.database import open_store
from tests.store.store_files import LOCKS, locked


@pytest.fixture(autouse=True)
def restored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_DIRS", os.environ.get("XDG_DATA_DIRS", ""))


@pytest.mark.skipif(not LOCKS.exists(), reason=f"{sys.platform} does not tell who has locks")
def test_a_file_dialog_leaves_the_locks_of_an_open_project(store_path: Path, qtbot: QtBot) -> None:
    own_files.make_known()
    store = open_store(store_path)
    try:
        with store.read() as conn:
            conn.exec_driver_sql("SELECT count(*) FROM article")
            before = locked(store_path.parent)
            assert before == {store_path.name, f"{store_path.name}-shm"}
            icons = QFileIconProvider()
            for file in store_path.parent.iterdir():
                icons.icon(QFileInfo(str(file)))
                icons.type(QFileInfo(str(file)))
            assert locked(store_path.parent) == before
    finally:
        store.close()


def test_what_is_known_already_stays_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_DIRS", "/opt/share")
    own_files.make_known()
    own_files.make_known()
    assert os.environ["XDG_DATA_DIRS"] == f"/opt/share:{own_files.RESOURCES}"
