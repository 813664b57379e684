"""The borders between panes are moved by keys, as far as the mouse could."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.gui.app import Program
from desktop.gui.panels.dividers import STEP

Key, SHIFT, PLAIN = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(opened: Program) -> Program:
    """A window with room to spare, the article in focus."""
    opened.window.resize(1500, 1000)
    opened.window.page.splitter.setSizes([300, 800, 400])
    opened.window.page.side.splitter.setSizes([300, 300, 300, 32])
    opened.window.page.view.setFocus()
    return opened


def press(program: Program, key: Key, *, times: int = 1, shift: bool = False) -> None:
    focus = program.window.focusWidget()
    assert focus is not None
    for _ in range(times):
        QTest.keyClick(focus, key, SHIFT if shift else PLAIN)


def widths(program: Program) -> list[int]:
    return program.window.page.splitter.sizes()


def heights(program: Program) -> list[int]:
    return program.window.page.side.splitter.sizes()


@pytest.mark.parametrize(("key", "pane"), [(Key.Key_F7, 0), (Key.Key_F8, 2)])
def test_a_pane_takes_its_width_from_the_article_and_gives_it_back(
    window: Program, key: Key, pane: int
) -> None:
    before = widths(window)
    press(window, key)
    wide = widths(window)
    assert wide[pane] == before[pane] + STEP
    assert wide[1] == before[1] - STEP
    press(window, key, shift=True)
    assert widths(window) == before


@pytest.mark.parametrize("shift", [False, True])
def test_no_pane_goes_below_its_least_width(window: Program, shift: bool) -> None:
    page = window.window.page
    press(window, Key.Key_F7, times=40, shift=shift)
    press(window, Key.Key_F8, times=40, shift=shift)
    least = [it.minimumWidth() for it in (page.queue, page.centre, page.side)]
    reached = widths(window)
    assert all(it >= bound for it, bound in zip(reached, least, strict=True))
    assert (reached[1] == least[1]) is not shift
    assert ([reached[0], reached[2]] == [least[0], least[2]]) is shift


def test_a_hidden_pane_neither_takes_nor_gives(window: Program) -> None:
    before = widths(window)
    window.window.trigger("show_queue")
    press(window, Key.Key_F7, times=3)
    assert window.window.page.queue.isHidden()
    window.window.trigger("show_queue")
    QApplication.processEvents()
    assert widths(window) == before


def test_the_part_with_the_focus_grows_at_the_cost_of_those_below_then_those_above(window: Program) -> None:
    side = window.window.page.side
    side.entities.setFocus()
    first = heights(window)
    press(window, Key.Key_F9)
    assert heights(window) == [first[0] + STEP, first[1] - STEP, *first[2:]]
    press(window, Key.Key_F9, times=60)
    tall = heights(window)
    assert sum(tall) == sum(first)
    assert tall[1:3] == [it.minimumSizeHint().height() for it in side.sections[1:3]]
    assert tall[3] == first[3], "a folded part has nothing to give"
    press(window, Key.Key_F9, shift=True)
    assert heights(window)[:2] == [tall[0] - STEP, tall[1] + STEP]


def test_without_a_part_in_focus_it_is_said_where_to_go(window: Program) -> None:
    before = heights(window)
    press(window, Key.Key_F9)
    assert heights(window) == before
    assert "right panel" in window.window.page.messages.text.text()


def test_widths_set_by_keys_are_kept(window: Program) -> None:
    press(window, Key.Key_F7, times=2)
    kept: QWidget = window.window
    kept.close()
    other = window.window.page.splitter
    wide = other.sizes()
    other.setSizes([300, 800, 400])
    window.window.state.restore(window.window, {"work": other})
    assert other.sizes() == wide
