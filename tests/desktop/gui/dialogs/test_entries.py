"""A page of the codebook: found by words, and what to do where there is nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.dialogs.entries import EntriesPage, Entry
from desktop.gui.look import look_of
from desktop.gui.theme import LIGHT


@pytest.fixture
def page(qtbot: QtBot) -> EntriesPage:
    made = EntriesPage("Actors", "About actors", look_of(LIGHT), sorts=False, retires=False)
    made.say_when_empty("No actors yet", "Add one.")
    qtbot.addWidget(made)
    made.show()
    return made


def many() -> list[Entry]:
    return [Entry(value=n, text=f"Actor {n} · ORG", tip=f"also number {n}") for n in range(40)]


def test_an_empty_page_offers_to_add(page: EntriesPage, qtbot: QtBot) -> None:
    page.show_entries([])
    assert page.empty.isVisible()
    assert not page.search.isVisible()
    with qtbot.waitSignal(page.addWanted):
        page.empty.button.click()


def test_a_short_list_needs_no_search_field(page: EntriesPage) -> None:
    page.show_entries(many()[:3])
    assert page.list.isVisible()
    assert not page.search.isVisible()


def test_words_narrow_a_long_list_and_enter_goes_to_the_first_that_is_left(page: EntriesPage) -> None:
    page.show_entries(many())
    page.list.setCurrentRow(0)
    QTest.keyClicks(page.search, "org 37")
    assert not page.edit.isEnabled()
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert page.list.currentRow() == 37
    assert page.edit.isEnabled()


def test_what_is_retired_is_not_changed_before_it_is_offered_again(page: EntriesPage, qtbot: QtBot) -> None:
    page.show_entries([Entry(1, "standing"), Entry(2, "retired", retired=True)])
    wanted: list[int] = []
    page.changeWanted.connect(wanted.append)
    for row in (0, 1):
        page.list.setCurrentRow(row)
        page.list.itemDoubleClicked.emit(page.list.item(row))
    assert wanted == [1]
    assert page.retire.text() == "Offer again"


def test_where_nothing_is_found_one_click_shows_all(page: EntriesPage) -> None:
    page.show_entries(many())
    page.search.setText("nobody")
    page.show_entries(many()[:5])
    assert page.empty.isVisible()
    page.empty.button.click()
    assert not any(page.list.item(n).isHidden() for n in range(page.list.count()))
