"""The lists beside the text: what they hold, in which order, and how little of a long queue."""

import sys
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType, ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.panels import queue_model
from desktop.gui.panels.entity_rows import following, grouped, rows
from desktop.gui.panels.find_bar import places
from desktop.gui.panels.queue import ArticleList
from desktop.gui.panels.queue_delegate import BEFORE, cut_to_hit
from desktop.gui.panels.queue_model import HEAD_ROLE, KEPT, PAGE, QueueModel
from store.values import Article, ArticleHead, ArticlePage, Span, Suggestion

TEXT = "Putin traf Merkel. Merkel schwieg. Der Kreml auch."


def a_page(spans: Sequence[Span], suggestions: Sequence[Suggestion]) -> ArticlePage:
    article = Article(1, "a", "", "de", *[None] * 7, "0" * 64, {}, TEXT)
    return ArticlePage(article, (), None, tuple(spans), tuple(suggestions), (), (), (), True)


def test_entities_are_grouped_by_label_and_surface_in_reading_order_with_counts() -> None:
    suggestions = [Suggestion((9,), 19, 25, "PER", "plain", None, ("m",))]
    spans = [Span(1, 11, 17, "PER"), Span(2, 0, 5, "PER"), Span(3, 35, 44, "LOC"), Span(4, 45, 49, None)]
    groups = grouped(a_page(spans, suggestions), ["PER", "ORG", "LOC"])
    assert [(it.label, it.own, it.suggested) for it in groups] == [("PER", 2, 1), ("LOC", 1, 0), (None, 1, 0)]
    merkel = groups[0].surfaces[1]
    assert (merkel.text, merkel.ranges, merkel.own, merkel.suggested) == (
        "Merkel",
        ((11, 17), (19, 25)),
        1,
        1,
    )
    assert [len(rows(groups, folded)) for folded in (set(), {"PER"}, {"PER", None})] == [7, 5, 4]


def test_a_second_click_goes_to_the_next_place_and_round() -> None:
    ranges = ((0, 1), (5, 6))
    assert [following(ranges, last) for last in (None, (0, 1), (5, 6), (7, 8))] == [
        (0, 1),
        (5, 6),
        (0, 1),
        (0, 1),
    ]


@given(st.text(max_size=60), st.text(min_size=1, max_size=4))
def test_found_places_hold_the_words(text: str, words: str) -> None:
    for start, end in places(text, words):
        assert "".join(text[start:end].split()).casefold() == "".join(words.split()).casefold()


def head(number: int) -> ArticleHead:
    return ArticleHead(number, str(number), f"Title {number}", None, None, None, "new", None)


def queue(count: int) -> tuple[QueueModel, list[int]]:
    """A queue of `count` articles, ids from 1, and the pages that were asked for."""
    model, asked = QueueModel(), list[int]()

    def bring(page: int) -> None:
        asked.append(page)
        first = page * PAGE
        model.fill(page, [head(n + 1) for n in range(first, min(first + PAGE, count))])

    model.reset(array("q", range(1, count + 1)))
    model.pageWanted.connect(bring)
    return model, asked


def test_a_jump_to_the_end_of_a_long_queue_reads_one_page(qtbot: QtBot) -> None:
    model, asked = queue(100_000)
    assert model.index(99_999, 0).data(HEAD_ROLE) is None
    assert model.index(99_999, 0).data(HEAD_ROLE) == head(100_000)
    assert asked == [99_999 // PAGE]
    assert model.row_of(100_000) == 99_999


def test_only_some_pages_are_held_however_far_one_scrolls(qtbot: QtBot) -> None:
    model, asked = queue(100_000)
    for row in range(0, 100_000, PAGE):
        model.head(row)
    assert len(asked) == len(set(asked)) == -(-100_000 // PAGE)
    model.head(0)
    assert asked[-1] == 0
    assert len(model.held) == KEPT


def test_a_list_in_any_order_knows_where_each_article_stands(qtbot: QtBot) -> None:
    model = QueueModel()
    model.reset(array("q", [5, 3, 9]))
    assert [model.row_of(it) for it in (5, 3, 9, 4)] == [0, 1, 2, None]
    model.fill(0, [head(9), head(5)])
    assert [model.head(row) for row in range(3)] == [head(5), None, head(9)]


@contextmanager
def counted(module: ModuleType) -> Iterator[list[str]]:
    """The functions of a module that are called meanwhile, by Qt as by Python."""
    called = list[str]()

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code.co_filename == module.__file__:
            called.append(frame.f_code.co_name)

    sys.setprofile(note)
    try:
        yield called
    finally:
        sys.setprofile(None)


@pytest.mark.parametrize("count", [1_000, 100_000])
def test_a_long_queue_is_shown_by_asking_for_the_rows_in_sight_only(qtbot: QtBot, count: int) -> None:
    model, view = QueueModel(), ArticleList()
    qtbot.addWidget(view)
    view.setModel(model)
    view.resize(300, 600)
    view.show()
    with counted(queue_model) as called:
        for first in (1, 2):
            model.reset(array("q", range(first, count + first)))
            view.grab()
            view.setCurrentIndex(model.index(0, 0))
            QTest.keyClick(view, Qt.Key.Key_End)
            view.grab()
            assert view.currentIndex().row() == count - 1
    assert 0 < len(called) < 5_000


def test_the_keys_go_through_the_list_and_a_screen_reader_finds_a_list(qtbot: QtBot) -> None:
    model, _ = queue(300)
    view, chosen = ArticleList(), list[int]()
    qtbot.addWidget(view)
    view.setModel(model)
    view.chosen.connect(lambda index: chosen.append(index.row()))
    view.resize(300, 600)
    view.show()
    view.setCurrentIndex(model.index(0, 0))
    for key in (Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Home, Qt.Key.Key_Down):
        QTest.keyClick(view, key)
    QTest.keyClick(view, Qt.Key.Key_F2)
    QTest.keyClick(view, Qt.Key.Key_Enter)
    assert chosen == [298, 1]
    spoken = QAccessible.queryAccessibleInterface(view)
    assert (spoken.role(), spoken.childCount()) == (QAccessible.Role.List, 300)
    row = spoken.child(1)
    assert (row.role(), row.text(QAccessible.Text.Name)) == (QAccessible.Role.ListItem, "Title 2")
    assert not row.state().editable  # pyright: ignore[reportAttributeAccessIssue]


SNIPPET = "Gespräche 🎉 über lange Dinge und der Kreml schwieg zum Kreml"


@given(st.integers(0, 59), st.integers(1, 8))
def test_marks_of_a_snippet_stand_on_the_same_words_in_what_is_shown(start: int, length: int) -> None:
    end = min(start + length, len(SNIPPET))
    words, marks = cut_to_hit(SNIPPET, [(start, end)])
    ((at, units),) = marks
    assert words.encode("utf-16-le")[2 * at : 2 * (at + units)].decode("utf-16-le") == SNIPPET[start:end]
    assert at <= 2 * BEFORE


def test_a_new_status_is_shown_where_the_article_stands(qtbot: QtBot) -> None:
    model, _ = queue(300)
    model.head(299)
    model.update_head(300, status="done", flag=None)
    found = model.head(299)
    assert found is not None
    assert found.status == "done"


def test_an_article_without_a_title_goes_by_its_key(qtbot: QtBot) -> None:
    model = QueueModel()
    model.reset(array("q", [7]))
    model.fill(0, [ArticleHead(7, "dpa-7", "", None, None, None, "new", None)])
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        assert model.index(0, 0).data(role) == "dpa-7"
