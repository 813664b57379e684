"""Nothing needs a mouse, or more than two keys at once."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QMenu,
    QTabBar,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.gui.actions import ACTIONS
from desktop.gui.app import Program
from desktop.gui.article_view.hand import Hand, OwnSpan, Selection, SuggestionInHand
from desktop.gui.article_view.offers import Offers
from desktop.gui.bindings import Bindings
from desktop.gui.choices import DIGITS, everything, labels
from store.values import AnnotationSet

GUI = Path(__file__).resolve().parents[3] / "desktop" / "gui"
PATIENCE = 30_000
PARTS = (QLineEdit, QAbstractSpinBox, QTabBar, QTableView)
"""Their buttons do what keys do in the whole: empty a field, count, go on, choose all."""
DIALOGS = (
    *("settings", "about", "new", "import", "export", "project_settings", "labels", "topics", "label_all"),
    *("train", "effort", "positions", "manual"),
)


def held(key: str) -> int:
    """How many keys are down at once for a key such as "Ctrl+Shift+F"."""
    return len(re.split(r"\+(?=.)", key))


def offered(program: Program) -> set[str]:
    """What the palette offers."""
    enabled = {name for name, action in program.window.menus.actions.items() if action.isEnabled()}
    book = program.workbench.codebook
    assert book is not None
    choices = everything(Bindings(), enabled, has_article=True)
    return {it.id for it in (*choices, *labels(book.labels, Bindings(), language="en"))}


def test_every_action_is_reached_with_at_most_two_keys_at_once(opened: Program) -> None:
    by_name = offered(opened)
    lacking = [
        row.row for row in ACTIONS if row.id not in by_name and not any(held(key) <= 2 for key in row.keys)
    ]
    assert lacking == []
    assert any(held(key) <= 2 for key in Bindings().of("palette"))


def test_every_action_but_the_digits_is_found_by_name(opened: Program) -> None:
    known = offered(opened)
    assert [row.id for row in ACTIONS if row.id not in known and not row.id.startswith(DIGITS)] == ["palette"]


def test_no_key_written_elsewhere_needs_three() -> None:
    """Shortcuts of dialogs stand beside what they do, not in the table."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in GUI.rglob("*.py")}
    found = [
        (name, key)
        for name, text in texts.items()
        for key in re.findall(r'QKeySequence\("([^"]+)"\)', text)
        if held(key) > 2
    ]
    assert sum("QKeySequence(" in text for text in texts.values()) > 2
    assert found == []


def only_by_mouse(window: QWidget) -> list[str]:
    """Buttons that keys do not reach."""
    return [
        f"{type(it).__name__} {it.accessibleName() or it.text()} in {type(it.parent()).__name__}"
        for it in window.findChildren(QAbstractButton)
        if it.isVisible()
        and it.window() is window
        and not it.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(it.parent(), PARTS)
    ]


def test_every_button_of_the_window_takes_the_focus(opened: Program) -> None:
    opened.window.page.finder.begin()
    opened.window.page.messages.tell("Nothing is in hand.")
    assert only_by_mouse(opened.window) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_every_button_of_a_dialog_takes_the_focus(opened: Program, qtbot: QtBot, name: str) -> None:
    before = set(QApplication.topLevelWidgets())
    opened.window.page.view.trigger("next")
    opened.window.trigger(name)

    def dialogs() -> list[QWidget]:
        return [it for it in QApplication.topLevelWidgets() if it not in before and it.isVisible()]

    qtbot.waitUntil(lambda: bool(dialogs()), timeout=PATIENCE)
    for dialog in dialogs():
        assert dialog.findChildren(QAbstractButton)
        assert only_by_mouse(dialog) == []
        dialog.close()


def test_all_that_a_right_click_offers_can_be_had_by_name_or_key(opened: Program) -> None:
    scene = opened.window.page.view.canvas.scene
    assert scene is not None
    mark = scene.suggested.items[0]
    suggestion = SuggestionInHand(mark.id, mark.start, mark.end, mark.label or "", mark.score)
    own = OwnSpan(1, mark.start, mark.end, "LOC", unsure=False)
    hands = [Hand(), *(Hand(focus=it) for it in (Selection(0, 3), suggestion, own))]
    known = offered(opened)
    offers = [it for hand in hands for group in Offers(scene, hand, Bindings()).menu() for it in group]
    assert len(offers) > 20
    assert {it.action for it in offers if it.action not in known and not it.key} == set()


def test_two_keys_open_the_menu_of_a_list(opened: Program, qtbot: QtBot) -> None:
    entities = opened.window.page.side.entities
    opened.window.activateWindow()
    entities.setFocus()
    entities.setCurrentIndex(entities.model().index(1, 0))
    QTest.keyClick(entities, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=PATIENCE)
    menu = QApplication.activePopupWidget()
    assert [it.text() for it in menu.actions()][:2] == ["Accept 1 suggestion", "Reject 1 suggestion"]
    menu.close()


def test_an_article_is_flagged_excluded_and_reopened_by_name(opened: Program, qtbot: QtBot) -> None:
    window, bench = opened.window, opened.workbench
    assert bench.page is not None
    article = bench.page.article.id

    def waits_for(fits: Callable[[AnnotationSet], bool]) -> None:
        qtbot.waitUntil(
            lambda: (it := bench.page) is not None and it.article.id == article and it.set and fits(it.set),
            timeout=PATIENCE,
        )

    window.trigger("flag")
    waits_for(lambda it: it.flag is not None)
    window.trigger("exclude")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    with qtbot.waitSignal(bench.opened, timeout=PATIENCE):  # it goes on to the next one
        menu.actions()[0].trigger()
    menu.close()
    bench.open_article(article)
    waits_for(lambda it: it.status == "excluded")
    window.trigger("reopen")
    waits_for(lambda it: it.status == "in_progress")
