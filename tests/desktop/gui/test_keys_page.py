"""Other keys: given by pressing them, taken from another action only after asking, and kept."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui import settings
from desktop.gui.app import Program
from desktop.gui.bindings import ROWS, Bindings
from desktop.gui.dialogs.keys_page import KeysPage
from desktop.gui.dialogs.settings import SettingsDialog
from desktop.gui.look import look_of
from desktop.gui.settings import Settings
from desktop.gui.theme import LIGHT

K = Qt.Key


@pytest.fixture
def page(qtbot: QtBot) -> KeysPage:
    made = KeysPage(Bindings(), look_of(LIGHT))
    qtbot.addWidget(made)
    made.show()
    return made


def choose(page: KeysPage, row: str) -> None:
    page.tree.setCurrentItem(
        next(item for item in items(page) if item.data(0, Qt.ItemDataRole.UserRole).row == row)
    )


def items(page: KeysPage) -> list:
    return [page.tree.topLevelItem(n) for n in range(page.tree.topLevelItemCount())]


def listed(page: KeysPage) -> list[str]:
    return [item.data(0, Qt.ItemDataRole.UserRole).row for item in items(page) if not item.isHidden()]


def press(page: KeysPage, key: Qt.Key, text: str = "") -> None:
    page.editor.add.click()
    if text:
        QTest.keyClicks(page.editor.catcher, text)
    else:
        QTest.keyClick(page.editor.catcher, key)


def test_a_key_that_is_free_is_given_by_pressing_it(page: KeysPage) -> None:
    choose(page, "article.outer")
    press(page, K.Key_unknown, ";")
    assert page.bindings.of("outer") == ("O", ";")


def test_tab_can_be_given_too(page: KeysPage) -> None:
    choose(page, "statement.evidence")
    press(page, K.Key_Tab)
    assert page.bindings.of("evidence") == ("V", "Tab")


def test_a_key_in_use_is_named_and_taken_only_on_demand(page: KeysPage) -> None:
    choose(page, "article.outer")
    press(page, K.Key_unknown, "e")
    assert page.bindings.chosen == {}
    assert ROWS["article.edge_end"].said in page.editor.told.text()
    page.editor.take.click()
    assert page.bindings.of("outer") == ("O", "E")
    assert page.bindings.of("edge_end") == ()
    assert list(page.bindings.clashes()) == []


def test_esc_leaves_the_keys_as_they_are(page: KeysPage) -> None:
    choose(page, "article.outer")
    press(page, K.Key_Escape)
    assert page.bindings.chosen == {}
    assert page.editor.add.isVisible()


def test_keys_are_reset_one_by_one_and_all_at_once(page: KeysPage) -> None:
    for row in ("article.outer", "article.unsure"):
        choose(page, row)
        press(page, K.Key_unknown, ";" if row == "article.outer" else "t")
    page.editor.reset.click()
    assert set(page.bindings.chosen) == {"article.outer"}
    page.reset.click()
    assert page.bindings.chosen == {}


def test_actions_are_found_by_name_and_by_key(page: KeysPage) -> None:
    page.search.setText("palette")
    assert listed(page) == []
    page.search.setText("all occurrences")
    assert listed(page) == ["article.label_all"]
    page.by_key.click()
    QTest.keyClick(page.catcher, K.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert listed(page) == ["article.label_all"]
    page.by_key.click()
    QTest.keyClicks(page.catcher, "x")
    assert listed(page) == ["article.remove", "statement.delete_stance"]


def test_chosen_keys_survive_the_settings_file(tmp_path: Path) -> None:
    kept = Settings(keys={"article.outer": ("E", "Ctrl++"), "window.undo": ()})
    settings.save(kept, tmp_path / "settings.toml")
    assert settings.load(tmp_path / "settings.toml") == kept


def test_menu_strip_and_article_follow_at_once(opened: Program) -> None:
    window = opened.window
    chosen = {"window.undo": ("Ctrl+U",), "article.accept": ("T",), "window.larger": (";",)}
    window.set_settings(Settings(keys=chosen))
    assert window.menus.actions["undo"].shortcut().toString() == "Ctrl+U"
    assert window.menus.actions["accept"].text().endswith("\tT")
    assert window.menus.actions["larger"].shortcuts() == []
    QTest.keyClick(window.page.view, K.Key_Tab)
    assert "T: accept" in window.page.strip.caps.accessibleName()
    size = window.settings.font_size
    QTest.keyClicks(window.page.view, ";")
    assert window.settings.font_size == size + 1


def test_enter_in_the_list_begins_to_change_a_key_and_closes_nothing(qtbot: QtBot) -> None:
    dialog = SettingsDialog(Settings(), look_of(LIGHT))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.tabs.setCurrentWidget(dialog.keys)
    QTest.keyClicks(dialog.keys.search, "outer")
    QTest.keyClick(dialog.keys.search, K.Key_Return)
    assert dialog.isVisible()
    assert listed(dialog.keys) == ["article.outer"]
    QTest.keyClick(dialog.keys.tree, K.Key_Return)
    assert dialog.isVisible()
    assert dialog.keys.editor.catcher.isVisible()
    QTest.keyClick(dialog.keys.editor.catcher, K.Key_Return)
    assert dialog.isVisible()
    assert dialog.keys.editor.take.isVisible()
    QTest.keyClick(dialog.keys.editor.take, K.Key_Return)
    assert dialog.isVisible()
    dialog.keys.search.clear()
    choose(dialog.keys, "article.unsure")
    press(dialog.keys, K.Key_unknown, "o")
    assert dialog.keys.editor.take.isVisible()
    QTest.keyClick(dialog.keys.editor.take, K.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.keys.editor.take.isVisible()
    assert dialog.keys.bindings.of("unsure") == ("U",)
