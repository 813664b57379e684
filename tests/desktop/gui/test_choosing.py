"""Holders and actors chosen by name, on a real store."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.app import Program
from desktop.gui.article_view.hand import HalfMade
from desktop.gui.commands import AddSpan, AddStance
from desktop.gui.dialogs.palette import Palette
from store.values import Holder

PATIENCE = 30_000


@pytest.fixture
def program_at_kreml(opened: Program, qtbot: QtBot) -> Program:
    """The first article with „Kreml“ as an own span in hand."""
    opened.workbench.ask(AddSpan(4, 9, "ORG"))
    qtbot.waitUntil(lambda: bool(opened.workbench.page.spans), timeout=PATIENCE)
    opened.window.page.view.go_to(4, 9)
    return opened


def palette(program: Program, qtbot: QtBot) -> Palette:
    found = lambda: [it for it in program.window.findChildren(Palette) if it.isVisible()]  # noqa: E731
    qtbot.waitUntil(lambda: bool(found()), timeout=PATIENCE)
    return found()[-1]


def test_a_new_actor_is_made_and_linked_and_known_the_next_time(
    program_at_kreml: Program, qtbot: QtBot
) -> None:
    bench, view = program_at_kreml.workbench, program_at_kreml.window.page.view
    view.trigger("link")
    shown = palette(program_at_kreml, qtbot)
    assert shown.field.text() == "Kreml"
    QTest.keyClick(shown.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bench.page.spans[0].actor_id is not None, timeout=PATIENCE)
    qtbot.waitUntil(lambda: [it.name for it in bench.codebook.actors] == ["Kreml"], timeout=PATIENCE)
    assert "→ Kreml" in program_at_kreml.window.page.strip.hand.words
    view.trigger("link")
    again = palette(program_at_kreml, qtbot)
    assert again.list.item(0).text() == "Kreml"
    assert again.list.item(again.list.count() - 1).data(Qt.ItemDataRole.UserRole) == "nobody"
    again.list.setCurrentRow(again.list.count() - 1)
    QTest.keyClick(again.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bench.page.spans[0].actor_id is None, timeout=PATIENCE)


def test_the_author_of_the_whole_article_comes_first_and_has_no_evidence(
    program_at_kreml: Program, qtbot: QtBot
) -> None:
    view = program_at_kreml.window.page.view
    view.trigger("holder")
    QTest.keyClick(palette(program_at_kreml, qtbot).field, Qt.Key.Key_Return)
    assert view.hand.statement == HalfMade(Holder("author"), level="article")


def test_selected_words_become_the_holder_of_the_stance_in_hand(
    program_at_kreml: Program, qtbot: QtBot
) -> None:
    bench, view = program_at_kreml.workbench, program_at_kreml.window.page.view
    made = AddStance(Holder("author"), "FAVOR", target_span=bench.page.spans[0].id)
    bench.ask(made)
    qtbot.waitUntil(lambda: bool(bench.page.stances), timeout=PATIENCE)
    view.take(stance=bench.page.stances[0].id)
    view.go_to(10, 13)
    view.trigger("holder")
    qtbot.waitUntil(lambda: bench.page.stances[0].holder_kind == "span", timeout=PATIENCE)
    spans = {it.id: (it.start, it.end, it.label) for it in bench.page.spans}
    assert spans[bench.page.stances[0].holder_span] == (10, 13, None)
