"""Bare keys belong to the article: everywhere else the same keys change nothing in the store."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from desktop.gui.actions import ACTIONS
from desktop.gui.app import Program
from desktop.gui.panels.work_page import WorkPage
from store.tables import core as t

KEYS = sorted({key for action in ACTIONS if action.scope != "window" for key in action.keys})

PLACES: dict[str, Callable[[WorkPage], QWidget]] = {
    "search field": lambda page: page.queue.search,
    "queue": lambda page: page.queue.list,
    "comment field": lambda page: page.side.comments.field,
    "entities": lambda page: page.side.entities,
    "button": lambda page: page.header.next,
    "find field": lambda page: page.finder.field,
}


@pytest.mark.parametrize("place", PLACES)
def test_every_key_of_the_article_leaves_the_store_alone_elsewhere(
    place: str, opened: Program, qtbot: QtBot
) -> None:
    page = opened.window.page
    page.view.trigger("next")
    assert page.view.hand.thing is not None
    before = changes(opened)
    for key in KEYS:
        if place == "find field":
            page.finder.begin()
        widget = PLACES[place](page)
        widget.setFocus()
        if hasattr(widget, "clear") and place.endswith("field"):
            widget.clear()
        press(widget, key)
    qtbot.waitUntil(lambda: not opened.workbench.gestures.is_busy, timeout=30_000)
    assert changes(opened) == before


def test_the_same_keys_do_something_in_the_article(opened: Program, qtbot: QtBot) -> None:
    page = opened.window.page
    before = changes(opened)
    page.view.setFocus()
    for key in ("Tab", "Enter", "X", "3"):
        press(page.view, key)
    qtbot.waitUntil(lambda: changes(opened) == before + 3, timeout=30_000)


def press(widget: QWidget, key: str) -> None:
    """Press a key as the table names it."""
    names = {"Esc": "Escape", "PgUp": "PgUp", "PgDown": "PgDown", "Enter": "Return"}
    parts = key.split("+")
    combination = QKeySequence("+".join([*parts[:-1], names.get(parts[-1], parts[-1])]))[0]
    modifiers = combination.keyboardModifiers()
    if combination.key() == Qt.Key.Key_Tab and modifiers & Qt.KeyboardModifier.ShiftModifier:
        QTest.keyClick(widget, Qt.Key.Key_Backtab, modifiers)
    else:
        QTest.keyClick(widget, combination.key(), modifiers)


def changes(program: Program) -> int:
    """How many steps the log holds."""
    assert program.workbench.project is not None
    with program.workbench.project.store.read() as conn:
        rows = (
            select(func.count())
            .select_from(t.change)
            .where(t.change.c.annotator_id == program.workbench.project.work.annotator_id)
        )
        return conn.execute(rows).scalar_one()
