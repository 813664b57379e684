"""The palette is as high as what it finds, and says what to do where it finds nothing."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.dialogs.palette import Choice, Palette
from desktop.gui.look import look_of
from desktop.gui.theme import LIGHT

CHOICES = [Choice(str(n), f"Entry {n:02}.") for n in range(30)]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.setGeometry(0, 0, 800, 600)
    made.show()
    return made


@pytest.fixture
def palette(window: QWidget) -> Palette:
    return Palette(CHOICES, look_of(LIGHT), prompt="Which?", parent=window)


def test_without_a_hit_it_is_small_and_says_what_to_do(palette: Palette, window: QWidget) -> None:
    chosen: list[str] = []
    palette.chosen.connect(chosen.append)
    palette.open_over(window)
    top, full = palette.y(), palette.height()
    QTest.keyClicks(palette.field, "xyz")
    assert palette.height() < full / 3
    assert palette.y() == top
    only = palette.list.item(0)
    assert palette.list.count() == 1
    QApplication.processEvents()
    assert palette.list.viewport().rect().contains(palette.list.visualItemRect(only))
    assert "Fewer letters" in only.text()
    for _ in "xyz":
        QTest.keyClick(palette.field, Qt.Key.Key_Backspace)
    assert palette.height() == full
    QTest.keyClicks(palette.field, "xyz")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert chosen == []


def test_above_its_place_its_lower_edge_stays(palette: Palette, window: QWidget) -> None:
    here = QRect(window.mapToGlobal(QRect(100, 560, 80, 20).topLeft()), QRect(0, 0, 80, 20).size())
    palette.open_over(window, beside=here)
    foot = palette.geometry().bottom()
    assert foot < here.top()
    QTest.keyClicks(palette.field, "Entry 29.")
    assert palette.list.count() == 1
    assert palette.geometry().bottom() == foot


def test_a_few_hits_are_all_in_sight(palette: Palette, window: QWidget) -> None:
    palette.open_over(window)
    QTest.keyClicks(palette.field, "2.")
    assert palette.list.count() == 3
    assert palette.list.verticalScrollBar().maximum() == 0
