"""What tests of the real window do and look at again and again."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.app import Program
from desktop.gui.project import Codebook
from store.values import ArticlePage
from tests.desktop.gui.conftest import PATIENCE

D = TypeVar("D", bound=QWidget)


def book(program: Program) -> Codebook:
    """What one annotates with."""
    assert program.workbench.codebook is not None
    return program.workbench.codebook


def page(program: Program) -> ArticlePage:
    """The open article."""
    assert program.workbench.page is not None
    return program.workbench.page


def settle(program: Program, qtbot: QtBot) -> None:
    """Wait until nothing is under way that keys wait for."""
    qtbot.waitUntil(lambda: not program.workbench.gestures.is_busy, timeout=PATIENCE)


def press(program: Program, qtbot: QtBot, *keys: Qt.Key) -> None:
    """Press keys in the article as fast as they come."""
    for key in keys:
        QTest.keyClick(program.window.page.view, key)
    settle(program, qtbot)


def shown(kind: type[D]) -> D:
    """The window of this kind that is on screen."""
    return next(it for it in QApplication.topLevelWidgets() if isinstance(it, kind) and it.isVisible())


def choose(entries: QListWidget, words: str) -> None:
    """Take the first line of a list that holds these words."""
    row = next(n for n in range(entries.count()) if words in entries.item(n).text())
    entries.setCurrentRow(row)
