"""The keys in the strip: words are cut only as far as there is no room."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.gui.look import look_of
from desktop.gui.panels.key_caps import Cap, KeyCaps, longest
from desktop.gui.theme import LIGHT

WIDTHS = st.lists(st.integers(0, 400), max_size=15)


@given(WIDTHS, st.integers(0, 3000))
def test_what_is_kept_fits_and_no_pixel_more_could_be(widths: Sequence[int], room: int) -> None:
    kept = longest(widths, room)
    assert sum(min(width, kept) for width in widths) <= room
    more = sum(min(width, kept + 1) for width in widths)
    assert kept >= max(widths, default=0) or more > room


def test_short_words_stay_whole_where_long_ones_give() -> None:
    assert longest([20, 300, 30, 200], 350) == 150


def test_with_room_for_all_nothing_is_cut() -> None:
    assert longest([20, 900], 920) == 900


def test_words_that_have_room_are_painted_whole(qtbot: QtBot) -> None:
    caps = KeyCaps(look_of(LIGHT))
    qtbot.addWidget(caps)
    caps.resize(4000, 30)
    for words in (
        "Zuschreibung",
        "annehmen",
        "Der Bund soll den Zukunftsfonds Wissenschaft einrichten.",
        "iii",
    ):
        caps.show_caps([Cap("Q", words, "attribution")])
        assert caps._short(words) == words


def test_what_has_no_room_is_in_a_menu_at_the_end(qtbot: QtBot) -> None:
    caps = KeyCaps(look_of(LIGHT))
    qtbot.addWidget(caps)
    caps.resize(400, 30)
    caps.show_caps([Cap(str(n), f"Topic number {n} of the project", f"topic_{n}") for n in range(1, 10)])
    caps.show()
    shown = 9 - len(caps.folded)
    assert 1 < shown < 9
    actions = caps.menu().actions()
    assert [it.text() for it in actions][-1] == "Topic number 9 of the project\t9"
    with qtbot.waitSignal(caps.triggered) as triggered:
        actions[0].trigger()
    assert triggered.args == [f"topic_{shown + 1}"]
    caps.resize(4000, 30)
    assert not caps.folded


def test_a_click_on_the_last_cap_opens_the_menu(qtbot: QtBot) -> None:
    caps = KeyCaps(look_of(LIGHT))
    qtbot.addWidget(caps)
    caps.resize(400, 30)
    caps.show_caps([Cap(str(n), f"Topic number {n} of the project", f"topic_{n}") for n in range(1, 10)])
    with qtbot.waitExposed(caps):
        caps.show()
    QTest.mouseClick(caps, Qt.MouseButton.LeftButton, pos=caps._fold.center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert len(menu.actions()) == len(caps.folded)
    menu.close()
