"""The line above the text, where there is little room for it."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.look import look_of
from desktop.gui.panels.article_header import ArticleHeader
from desktop.gui.theme import LIGHT


@pytest.fixture
def header(qtbot: QtBot) -> ArticleHeader:
    header = ArticleHeader(look_of(LIGHT))
    qtbot.addWidget(header)
    header.show_place(0, 16)
    header.state.set_text("Excluded: off topic")
    header.show()
    return header


def test_the_status_gives_way_before_the_place_does(header: ArticleHeader, qtbot: QtBot) -> None:
    needed: Any = header.layout().sizeHint
    header.resize(1000, header.height())
    qtbot.waitUntil(header.state.isVisible)
    whole = needed().width()
    header.resize(whole - 5, header.height())
    qtbot.waitUntil(header.state.isHidden)
    qtbot.waitUntil(lambda: header.place.width() >= header.place.sizeHint().width())
    header.resize(whole, header.height())
    qtbot.waitUntil(header.state.isVisible)
