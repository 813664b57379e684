"""A combo box says that what is chosen goes on, and its tool tip says how."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.look import look_of, rules
from desktop.gui.named_box import NamedBox
from desktop.gui.theme import LIGHT

LONG = "REFI-QDA project: MAXQDA, ATLAS.ti, NVivo, QualCoder"


def hover(box: NamedBox, qtbot: QtBot) -> str:
    """The tool tip that comes."""
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    at = QPoint(5, 5)
    QApplication.sendEvent(box, QHelpEvent(QEvent.Type.ToolTip, at, box.mapToGlobal(at)))
    return QToolTip.text()


def test_what_has_no_room_ends_in_dots_and_is_whole_in_the_tool_tip(qtbot: QtBot) -> None:
    box = NamedBox("Format")
    qtbot.addWidget(box)
    box.addItems([LONG, "CSV"])
    box.resize(180, 32)
    box.show()
    assert box.shown.endswith("…")
    assert LONG.startswith(box.shown[:-1])
    assert box.fontMetrics().horizontalAdvance(box.shown) < 180
    assert hover(box, qtbot) == LONG
    box.setCurrentIndex(1)
    assert (box.shown, hover(box, qtbot)) == ("CSV", "")
    box.setCurrentIndex(0)
    box.resize(box.sizeHint().width(), 32)
    assert (box.shown, hover(box, qtbot)) == (LONG, "")


def test_a_tool_tip_of_its_own_goes_first(qtbot: QtBot) -> None:
    box = NamedBox("Format")
    qtbot.addWidget(box)
    box.addItem(LONG)
    box.setToolTip("What the file is")
    box.resize(100, 32)
    box.show()
    assert hover(box, qtbot) == "What the file is"


@pytest.mark.parametrize("words", [LONG, "Meine Haltungen", "Ganzes Projekt", "CSV"])
@pytest.mark.parametrize("size", [9.0, 10.0, 12.5, 14.0])
def test_where_it_has_the_room_that_it_asks_for_nothing_is_left_out(
    qtbot: QtBot, words: str, size: float
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    font = window.font()
    font.setPointSizeF(size)
    window.setFont(font)
    window.setStyleSheet(rules(look_of(LIGHT)))
    box = NamedBox("Format", window)
    box.addItem(words)
    window.show()
    box.resize(box.sizeHint())
    assert box.shown == words
