"""Nothing is cut off, pale, squeezed or over something else in German on a small screen, the tightest of all.

Which pictures there are, and all other kinds: `./run screenshots OUT`, which says the same of each.
"""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.screens.faults import faults

PROGRAM = Path(__file__).parent / "screenshots.py"
TIGHT = ("article", "stance-in-hand", "rejected", "reworded", "exclude-menu", "dialog-effort", "dialog-train")


def test_no_screen_of_the_tightest_kind_has_a_fault(tmp_path: Path) -> None:
    kind = ("--language", "de", "--theme", "dark", "--size", "small", "--scale", "1")
    only = [word for name in TIGHT for word in ("--only", name)]
    told = subprocess.run(
        [sys.executable, PROGRAM, tmp_path, *kind, *only], capture_output=True, text=True, check=False
    )
    assert told.stdout == ""
    assert told.returncode == 0, told.stderr
    assert {it.name.partition("-de-")[0] for it in tmp_path.iterdir()} >= {"article", "dialog-training"}


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.setStyleSheet("background: #ffffff; color: #000000;")
    qtbot.addWidget(made)
    made.resize(400, 120)
    return made


def found(window: QWidget) -> list[str]:
    window.show()
    return faults(window, window.grab().toImage())


def label(parent: QWidget, words: str, *place: int) -> QLabel:
    made = QLabel(words, parent)
    made.setGeometry(*place)
    return made


def test_a_whole_text_with_room_and_contrast_is_none(window: QWidget) -> None:
    label(window, "Angela Merkel", 10, 10, 300, 30)
    assert found(window) == []


def test_a_text_that_ends_at_the_edge_of_its_widget_is_cut_off(window: QWidget) -> None:
    label(window, "A sentence that is longer than that", 10, 10, 60, 30)
    assert found(window) == [
        "cut off: QLabel (A sentence that is longer than that) “A sentence that is longer than that”"
    ]


@pytest.mark.qt_log_ignore(r"This plugin does not support raise\(\)", extend=True)
def test_a_shortened_text_needs_a_tip(window: QWidget) -> None:
    names = QListWidget(window)
    names.setGeometry(10, 10, 120, 60)
    names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    names.addItem("A sentence that is longer than that")
    assert [it.partition(":")[0] for it in found(window)] == ["shortened without a tip"]
    names.item(0).setToolTip("A sentence that is longer than that")
    assert found(window) == []


def test_pale_text_is_named_with_its_contrast_unless_it_cannot_be_used(window: QWidget) -> None:
    made = label(window, "pale", 10, 10, 100, 30)
    made.setStyleSheet("color: #999999;")
    assert found(window) == ["contrast 2.85: QLabel (pale) “pale” #999999 on #ffffff"]
    made.setEnabled(False)
    assert found(window) == []


class Twice(QWidget):
    """Writes two names on one line, one over the other."""

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            for left, words in ((10, "Angela Merkel"), (40, "Robert Habeck")):
                painter.drawText(left, 40, words)


def test_texts_over_each_other_are_named(window: QWidget) -> None:
    Twice(window).resize(300, 80)
    assert found(window) == ["written over: “Angela Merkel” and “Robert Habeck”"]


def test_selected_words_are_read_once(window: QWidget, qtbot: QtBot) -> None:
    field = QLineEdit("Hohenried", window)
    field.setGeometry(10, 10, 200, 30)
    palette = field.palette()
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#000080"))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor("#ffffff"))
    field.setPalette(palette)
    window.show()
    field.setFocus()
    field.selectAll()
    assert found(window) == []


def test_squeezed_widgets_and_windows_beyond_the_screen_are_named(window: QWidget) -> None:
    row = QHBoxLayout(window)
    button = QPushButton("A button with a long name")
    row.addWidget(button)
    window.setMinimumSize(QSize(1, 1))
    row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
    window.resize(60, 60)
    assert any(it.startswith("squeezed") for it in found(window))
    button.setMinimumSize(10, 10)
    assert not any(it.startswith("squeezed") for it in found(window)), "it may be as small as it was told"
    window.resize(5000, 60)
    assert any(it.startswith("larger than the screen") for it in found(window))
