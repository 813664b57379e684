"""By keys alone: Tab reaches everything, is caught nowhere, and what has the focus can be seen."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.app import Program
from desktop.gui.commands import AddStance
from store.operations import topics
from store.values import Holder

DIALOGS = (
    *(
        "settings",
        "keys",
        "about",
        "new",
        "import",
        "export",
        "project_settings",
        "labels",
        "actors",
        "topics",
    ),
    *("label_all", "train", "effort", "positions", "manual", "palette"),
)
SEEN = 60
"""Pixels that must change at least: a caret alone has fewer."""
LINKS = 60
"""Links of a page at most, through which Tab goes before it leaves it."""
PATIENCE = 30_000


@pytest.fixture(autouse=True)
def steady_caret() -> Iterator[None]:
    """What changes is the focus, not the caret's blinking."""
    before = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)
    yield
    QApplication.setCursorFlashTime(before)


class Walk:
    """The places that the focus takes by Tab (by Shift and Tab), and how many pixels of each that changes."""

    def __init__(self, *, back: bool = False) -> None:
        self._back = back
        self.places: list[QWidget] = []
        self.changed: dict[QWidget, int] = {}

    def go(self, until: Callable[[QWidget], bool]) -> None:
        """From where the focus is to the first other place that is the end; raises where Tab is caught."""
        while True:
            here = focus()
            focused = here.grab().toImage()
            self.places.append(here)
            self._leave(here)
            self.changed[here] = difference(focused, here.grab().toImage())
            if until(focus()):
                return
            assert focus() not in self.places, f"Tab goes in a circle at {named(focus())}"

    def _leave(self, here: QWidget) -> None:
        key = Qt.Key.Key_Backtab if self._back else Qt.Key.Key_Tab
        held = Qt.KeyboardModifier.ShiftModifier if self._back else Qt.KeyboardModifier.NoModifier
        for _ in range(LINKS):
            QTest.keyClick(here, key, held)
            QApplication.processEvents()
            if focus() is not here:
                return

    @property
    def unseen(self) -> list[str]:
        """Where the focus cannot be seen."""
        return [f"{named(it)}: {self.changed[it]}" for it in self.places if self.changed[it] < SEEN]


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def difference(one: QImage, other: QImage) -> int:
    """How many pixels of two pictures are not the same."""
    if one.size() != other.size():
        return one.width() * one.height()
    left, right = (it.convertToFormat(QImage.Format.Format_RGB32) for it in (one, other))
    pixels = [np.frombuffer(bytes(it.constBits()), dtype=np.uint32) for it in (left, right)]
    return int(np.count_nonzero(pixels[0] != pixels[1]))


def named(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()} in {type(widget.parent()).__name__}"


def reachable(window: QWidget) -> set[QWidget]:
    """What takes the focus by Tab: parts of other controls hand it on to them, or get it from them."""
    return {
        it
        for it in window.findChildren(QWidget)
        if it.window() is window
        and it.isVisible()
        and it.isEnabled()
        and it.focusPolicy() & Qt.FocusPolicy.TabFocus
        and it.focusProxy() is None
    }


def with_stance(program: Program, qtbot: QtBot) -> None:
    """The open article gets a stance by its author."""
    bench = program.workbench
    named = {"key": "eu", "kind": "issue", "wording": {"en": "EU", "de": "EU"}}
    bench.change_codebook(lambda project: topics.add(project.store, project.work, **named))
    qtbot.waitUntil(lambda: bench.codebook is not None and bool(bench.codebook.topics), timeout=PATIENCE)
    bench.ask(AddStance(Holder("author"), "AGAINST", topic=bench.codebook.topics[0].id, evidence=(0, 9)))
    qtbot.waitUntil(lambda: bool(bench.page.stances), timeout=PATIENCE)


@pytest.mark.parametrize("name", DIALOGS)
def test_tab_goes_round_a_dialog_and_back_and_shows_where_it_is(
    opened: Program, qtbot: QtBot, name: str
) -> None:
    if name == "positions":
        with_stance(opened, qtbot)
    before = set(QApplication.topLevelWidgets())
    opened.window.activateWindow()
    opened.window.page.view.trigger("next")
    opened.window.trigger(name)

    def dialogs() -> list[QWidget]:
        return [it for it in QApplication.topLevelWidgets() if it not in before and it.isVisible()]

    qtbot.waitUntil(lambda: bool(dialogs()), timeout=PATIENCE)
    (dialog,) = dialogs()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: (it := QApplication.focusWidget()) and it.window() is dialog, timeout=PATIENCE)
    first = focus()
    there, back = Walk(), Walk(back=True)
    there.go(until=lambda it: it is first)
    back.go(until=lambda it: it is first)
    assert [named(it) for it in reachable(dialog) - set(there.places)] == []
    assert back.places[1:] == there.places[:0:-1]
    if len(there.places) > 1:
        assert there.unseen == []
    dialog.close()


def test_tab_and_f6_reach_everything_in_the_window_and_show_where_they_are(
    opened: Program, qtbot: QtBot
) -> None:
    window, page = opened.window, opened.window.page
    with_stance(opened, qtbot)
    window.activateWindow()
    page.side.guideline.show_text("Names of *persons*.")
    page.side.sections[3].unfold()
    page.queue.search.setFocus()
    left, right, head = Walk(), Walk(), Walk(back=True)
    left.go(until=lambda it: it is page.view)
    QTest.keyClick(page.view, Qt.Key.Key_F6)
    assert focus() is page.side.entities
    right.go(until=lambda it: it is page.queue.search)
    page.side.entities.setFocus()
    head.go(until=lambda it: it is page.view)
    reached = {*left.places, *right.places, *head.places, page.view}
    assert [named(it) for it in reachable(window) - reached] == []
    assert [*left.unseen, *right.unseen, *head.unseen] == []


def test_f6_goes_round_the_panes_and_shift_f6_back(opened: Program) -> None:
    page = opened.window.page
    opened.window.activateWindow()
    page.view.setFocus()
    panes = [page.side.entities, page.side.comments.field, page.queue.list, page.view]
    for pane in panes:
        QTest.keyClick(focus(), Qt.Key.Key_F6)
        assert focus() is pane
    for pane in [*panes[-2::-1], page.view]:
        QTest.keyClick(focus(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        assert focus() is pane


def test_a_picture_of_positions_shows_that_it_has_the_focus(opened: Program, qtbot: QtBot) -> None:
    with_stance(opened, qtbot)
    opened.window.trigger("positions")
    window = opened.doors.positions.shown
    qtbot.waitUntil(lambda: not window.network.is_empty, timeout=PATIENCE)
    window.activateWindow()
    window.tabs.setCurrentIndex(1)
    window.network.setFocus()
    focused = window.network.grab().toImage()
    window.tabs.setFocus()
    assert difference(focused, window.network.grab().toImage()) > SEEN
    window.close()
