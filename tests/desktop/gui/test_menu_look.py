"""How the entries of menus stand, and what parts them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.gui.look import look_of, palette_of, rules
from desktop.gui.theme import DARK, LIGHT, Theme
from store.colours import contrast
from tests.screens.drawn import texts_of


@pytest.fixture(params=[LIGHT, DARK], ids=lambda it: it.name)
def theme(request: pytest.FixtureRequest) -> Theme:
    return request.param


@pytest.fixture
def menu(theme: Theme, qtbot: QtBot) -> Iterator[QMenu]:
    """One entry that is ticked, one that could be, a line, and a plain one, in the look of the window."""
    made, look = QMenu(), look_of(theme)
    qtbot.addWidget(made)
    made.setStyle(QApplication.style())
    made.setPalette(palette_of(theme, look))
    made.setStyleSheet(rules(look))
    for name, checked in (("Aber", True), ("Adam", False)):
        action = made.addAction(name)
        action.setCheckable(True)
        action.setChecked(checked)
    made.addSeparator()
    made.addAction("Auch")
    made.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    made.show()
    yield made
    made.close()


def test_entries_with_and_without_a_tick_begin_in_one_line(menu: QMenu) -> None:
    assert len({text.box.left() for text in texts_of(menu)}) == 1


def test_the_line_between_entries_is_seen_in_both_themes(menu: QMenu, theme: Theme) -> None:
    place = menu.actionGeometry(menu.actions()[2])
    image = menu.grab().toImage()
    column = {image.pixelColor(place.center().x(), y).name() for y in range(place.top(), place.bottom() + 1)}
    assert max(contrast(it, look_of(theme).card) for it in column) >= 1.35
