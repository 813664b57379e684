"""The page of all keys, on screens of any width."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from desktop.gui.actions import ACTIONS
from desktop.gui.bindings import Bindings
from desktop.gui.dialogs.cheat_sheet import COLUMNS, FEWER, ROOM, CheatSheet
from desktop.gui.look import look_of
from desktop.gui.theme import LIGHT


def test_a_narrow_screen_shows_the_same_groups_in_fewer_columns() -> None:
    assert len(FEWER) < len(COLUMNS)
    assert sorted(sum(FEWER, ())) == sorted(sum(COLUMNS, ()))


def test_what_has_no_room_is_scrolled_by_keys(qtbot: QtBot) -> None:
    sheet = CheatSheet(look_of(LIGHT), Bindings())
    qtbot.addWidget(sheet)
    sheet.resize(900, 300)
    sheet.show()
    bar = sheet.findChildren(QScrollArea)[0].verticalScrollBar()
    places = {Qt.Key.Key_End: bar.maximum(), Qt.Key.Key_Home: 0, Qt.Key.Key_PageDown: bar.pageStep()}
    for key, place in places.items():
        QTest.keyClick(sheet.focusWidget() or sheet, key)
        assert bar.value() == place
    assert bar.maximum() > bar.pageStep()


def test_a_screen_reader_is_told_what_the_page_is_and_not_all_of_it(qtbot: QtBot) -> None:
    sheet = CheatSheet(look_of(LIGHT), Bindings())
    qtbot.addWidget(sheet)
    sheet.show()
    told = QAccessible.queryAccessibleInterface(sheet).text(QAccessible.Text.Description)
    assert told == "Every action with its keys, in groups."
    alone = [
        it.text()
        for it in sheet.findChildren(QLabel)
        if not QAccessible.queryAccessibleInterface(it).relations() and len(it.text().split()) > 2
    ]
    assert [it for it in alone if not it.startswith("Bare keys")] == []


def test_a_key_that_is_an_ampersand_is_shown(qtbot: QtBot) -> None:
    sheet = CheatSheet(look_of(LIGHT), Bindings({ACTIONS[0].row: ("&",)}))
    qtbot.addWidget(sheet)
    # A label that belongs to another takes one & for the mark of a key, and shows two as one.
    assert "&&" in {it.text() for it in sheet.findChildren(QLabel)}


def test_the_words_of_all_groups_of_a_column_stand_below_each_other(qtbot: QtBot) -> None:
    sheet = CheatSheet(look_of(LIGHT), Bindings())
    qtbot.addWidget(sheet)
    sheet.show()
    body = sheet.findChildren(QScrollArea)[0].widget()
    starts = {it.mapTo(body, it.rect().topLeft()).x() for it in body.findChildren(QLabel) if it.wordWrap()}
    columns = COLUMNS if sheet.width() >= ROOM else FEWER
    assert len(starts) == len(columns)
