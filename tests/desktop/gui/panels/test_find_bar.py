"""All that a search finds is marked and counted, as long as the bar is open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.app import Program
from desktop.gui.article_view.found import Found
from desktop.gui.look import look_of
from desktop.gui.panels.find_bar import FindBar
from desktop.gui.theme import LIGHT

TEXT = "Macron traf Merkel. Danach flog Macron fort, und Macron schwieg."
MACRON = tuple((i, i + 6) for i in range(len(TEXT)) if TEXT.startswith("Macron", i))
Marks = list[tuple[tuple[tuple[int, int], ...], int]]


@pytest.fixture
def bar(qtbot: QtBot) -> FindBar:
    made = FindBar(look_of(LIGHT))
    qtbot.addWidget(made)
    made.set_text(TEXT)
    made.begin()
    return made


@pytest.fixture
def marks(bar: FindBar) -> Marks:
    found: Marks = []
    bar.marked.connect(lambda ranges, current: found.append((ranges, current)))
    return found


def test_all_places_are_marked_and_the_shown_one_is_counted(bar: FindBar, marks: Marks) -> None:
    bar.field.setText("macron")
    assert (marks[-1], bar.count.text()) == ((MACRON, 0), "1 of 3")
    bar.step(1)
    bar.step(1)
    assert (marks[-1], bar.count.text()) == ((MACRON, 2), "3 of 3")


def test_where_nothing_is_found_nothing_stays_marked(bar: FindBar, marks: Marks) -> None:
    bar.field.setText("macron")
    bar.field.setText("macrone")
    assert (marks[-1], bar.count.text()) == (((), -1), "nothing found")


def test_another_article_is_marked_without_moving_in_it(bar: FindBar, marks: Marks) -> None:
    bar.field.setText("macron")
    bar.step(1)
    went: list[tuple[int, int]] = []
    bar.found.connect(lambda *place: went.append(place))
    bar.set_text("Da ist Macron, und dort ist Macron.")
    assert (marks[-1], bar.count.text()) == ((((7, 13), (28, 34)), -1), "0 of 2")
    assert went == []
    bar.step(1)
    assert went == [(7, 13)]


def test_before_the_first_place_back_leads_to_the_last(bar: FindBar) -> None:
    bar.field.setText("macron")
    bar.set_text(TEXT)
    bar.step(-1)
    assert bar.count.text() == "3 of 3"


def test_the_marks_go_with_the_bar_and_come_back_with_it(bar: FindBar, marks: Marks) -> None:
    bar.field.setText("macron")
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert marks[-1] == ((), -1)
    bar.begin()
    assert marks[-1] == (MACRON, 0)


def test_the_page_shows_what_the_bar_found(opened: Program) -> None:
    page = opened.window.page
    page.finder.begin()
    plain = page.view.viewport().grab().toImage()
    page.finder.field.setText("k")
    found = page.view.canvas.painter.found
    assert page.view.page is not None
    text = page.view.page.article.text
    assert {text[start:end].casefold() for start, end in found.ranges} == {"k"}
    assert found.current == 0
    assert page.view.viewport().grab().toImage() != plain
    page.finder.shut()
    assert page.view.canvas.painter.found == Found((), -1)


@given(
    st.lists(st.integers(1, 9), max_size=20).map(
        lambda steps: tuple((sum(steps[:i]), sum(steps[: i + 1])) for i in range(len(steps)))
    ),
    st.integers(0, 120),
    st.integers(1, 30),
)
def test_a_row_gets_the_places_that_share_a_character_with_it(
    ranges: tuple[tuple[int, int], ...], start: int, length: int
) -> None:
    end = start + length
    on_row = [place for place, _ in Found(ranges).between(start, end)]
    assert on_row == [it for it in ranges if it[0] < end and it[1] > start]
