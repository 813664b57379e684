"""Messages over the foot of the article, and what they offer."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.app import Program
from desktop.gui.look import look_of
from desktop.gui.panels.message_bar import MessageBar, Offer
from desktop.gui.theme import LIGHT


def test_what_a_message_offers_ends_with_the_project_that_it_is_about(opened: Program) -> None:
    messages, done = opened.window.page.messages, list[str]()
    messages.tell("x", button="Export them all the same", act=lambda: done.append("x"))
    opened.workbench.close_project()
    assert not messages.isVisibleTo(opened.window)
    messages.button.click()
    assert done == []


@pytest.fixture
def messages(qtbot: QtBot) -> MessageBar:
    """Over an article 414 pixels wide, as in a small window."""
    article = QWidget()
    qtbot.addWidget(article)
    article.resize(414, 600)
    article.show()
    return MessageBar(look_of(LIGHT), article)


IMPORTED = "1,200 articles imported. Printed more than once: 12 stories in 27 articles."


def lines(messages: MessageBar) -> int:
    text = messages.text
    inside = text.contentsRect()
    found = text.fontMetrics().boundingRect(inside, Qt.TextFlag.TextWordWrap, text.text())
    return round(found.height() / text.fontMetrics().lineSpacing())


def test_words_have_their_full_width_in_a_small_window_with_the_buttons_below(messages: MessageBar) -> None:
    messages.tell(IMPORTED, button="Details …", act=lambda: None, other=Offer("Take back …", lambda: None))
    assert lines(messages) == 2
    assert messages.button.mapTo(messages, QPoint()).y() >= messages.text.geometry().bottom()
    assert messages.other_button.height() == messages.other_button.sizeHint().height()
    assert messages.parentWidget().rect().contains(messages.geometry())


def test_in_a_large_window_all_stands_in_one_row_and_so_it_does_when_that_grows(
    messages: MessageBar,
) -> None:
    messages.tell(IMPORTED, button="Details …", act=lambda: None, other=Offer("Take back …", lambda: None))
    high = messages.height()
    messages.parentWidget().resize(1300, 600)
    assert messages.button.mapTo(messages, QPoint()).y() < messages.text.geometry().bottom()
    assert lines(messages) <= 2
    assert messages.height() < high


def test_a_short_message_stands_beside_its_button_even_in_a_small_window(messages: MessageBar) -> None:
    messages.tell("Merkel: ORG → PER", button="OK", act=lambda: None)
    assert messages.button.mapTo(messages, QPoint()).x() > messages.text.geometry().right()
    assert lines(messages) == 1
