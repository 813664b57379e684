"""The page of all keys, on screens of any width."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from desktop.gui.bindings import Bindings
from desktop.gui.dialogs.cheat_sheet import COLUMNS, FEWER, CheatSheet
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
