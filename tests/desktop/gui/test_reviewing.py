"""Topics that mean something else: told of after the change, found in the queue, looked at again."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui import reviewing
from desktop.gui.app import Program
from desktop.gui.commands import AddStance
from desktop.gui.dialogs.codebook import CodebookDialog
from desktop.gui.dialogs.palette import Palette
from desktop.gui.dialogs.topic import TopicDialog
from desktop.gui.filters import Filter
from desktop.gui.panels.rewordings import RewordingsNote
from desktop.gui.panels.stance_card import StanceCard
from store.operations import stances, topics
from store.operations.people import join
from store.values import Holder, Rewording
from tests.desktop.gui.conftest import PATIENCE
from tests.desktop.gui.steps import book, choose, page, settle, shown


@pytest.fixture
def coded(opened: Program, qtbot: QtBot) -> Program:
    """The first article takes a stance toward joining the EU."""
    bench, window = opened.workbench, opened.window
    opened.doors.topics.propose(
        "EU-Beitritt", lambda topic: bench.ask(AddStance(Holder("author"), "FAVOR", topic))
    )
    qtbot.waitUntil(lambda: len(page(opened).stances) == 1, timeout=PATIENCE)
    settle(opened, qtbot)
    window.activateWindow()
    return opened


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What screen readers are told of it."""
    said: list[str] = []
    monkeypatch.setattr(reviewing, "announce", lambda _, words: said.append(words))
    return said


def note(program: Program) -> RewordingsNote:
    return program.window.page.side.stances.rewordings


def told(program: Program) -> list[str]:
    return [line.words.text() for line in note(program).lines]


def reword(program: Program, qtbot: QtBot, wording: str, *, kind: str = "issue", means: bool = True) -> None:
    """Change the one topic in the editor."""
    program.window.asked.emit("topics")
    editor = shown(CodebookDialog)
    choose(editor.topics.list, book(program).topics[0].wording["en"])
    editor.topics.edit.click()
    asked = shown(TopicDialog)
    asked.wording.setText(wording)
    asked.kind.setCurrentIndex(asked.kind.findData(kind))
    asked.reworded.setChecked(means)
    asked.accept()
    qtbot.waitUntil(lambda: book(program).topics[0].wording["en"] == wording, timeout=PATIENCE)
    settle(program, qtbot)
    editor.close()


def message(program: Program) -> Any:
    return program.window.page.messages


def test_after_another_meaning_a_message_counts_and_lists_the_articles(coded: Program, qtbot: QtBot) -> None:
    bench = coded.workbench
    reword(coded, qtbot, "EU-Austritt")
    qtbot.waitUntil(lambda: message(coded).button.text() == "Show them", timeout=PATIENCE)
    assert message(coded).text.text() == "1 article to look at again: the topic has another meaning."
    coded.window.page.queue.search.setText("Merkel")
    message(coded).button.click()
    qtbot.waitUntil(lambda: list(bench.queue.ids) == [page(coded).article.id], timeout=PATIENCE)
    assert coded.window.page.queue.filter == Filter(look_again=True)
    assert coded.window.page.queue.found.words == "1 article · to look at again"
    assert next(
        it for it in coded.window.page.queue.menu.actions() if it.text() == "To look at again"
    ).isChecked()


def test_another_spelling_leaves_nothing_to_look_at_again(coded: Program, qtbot: QtBot) -> None:
    reword(coded, qtbot, "Beitritt zur EU", means=False)
    assert not note(coded).isVisible()
    assert not message(coded).button.isVisible()


def test_a_proposed_topic_is_the_projects_once_it_was_changed(coded: Program, qtbot: QtBot) -> None:
    assert book(coded).topics[0].status == "proposed"
    reword(coded, qtbot, "Joining the EU", means=False)
    assert book(coded).topics[0].status == "active"
    coded.workbench.undo()
    qtbot.waitUntil(lambda: book(coded).topics[0].status == "proposed", timeout=PATIENCE)


def test_a_retired_topic_keeps_its_name_on_what_was_coded_and_is_offered_again(
    coded: Program, qtbot: QtBot
) -> None:
    coded.window.asked.emit("topics")
    editor = shown(CodebookDialog)
    choose(editor.topics.list, "EU-Beitritt")
    editor.topics.retire.click()
    qtbot.waitUntil(lambda: not book(coded).topics, timeout=PATIENCE)
    (card,) = coded.window.page.side.stances.findChildren(StanceCard)
    assert card.line.target == "EU-Beitritt"
    assert editor.topics.list.item(0).text().endswith("(Issue, retired)")
    assert not editor.topics.edit.isEnabled()
    editor.topics.retire.click()
    qtbot.waitUntil(lambda: [it.status for it in book(coded).topics] == ["active"], timeout=PATIENCE)
    editor.close()


def test_what_was_merged_away_is_not_offered_again(coded: Program, qtbot: QtBot) -> None:
    coded.doors.topics.propose("Europa", lambda _: None)
    qtbot.waitUntil(lambda: len(book(coded).topics) == 2, timeout=PATIENCE)
    coded.doors.topics.merge(book(coded).topics[0], book(coded).topics[1].id)
    qtbot.waitUntil(lambda: len(book(coded).topics) == 1, timeout=PATIENCE)
    assert book(coded).retired_topics == ()


def test_wording_and_kind_change_in_one_step(coded: Program, qtbot: QtBot) -> None:
    reword(coded, qtbot, "Die EU soll wachsen", kind="claim")
    assert book(coded).topics[0].kind == "claim"
    coded.workbench.undo()
    qtbot.waitUntil(lambda: book(coded).topics[0].wording["en"] == "EU-Beitritt", timeout=PATIENCE)
    assert book(coded).topics[0].kind == "issue"
    qtbot.waitUntil(lambda: not note(coded).lines, timeout=PATIENCE)


def test_the_note_above_the_stances_says_what_a_topic_was_and_is_answered_by_a_click(
    coded: Program, spoken: list[str], qtbot: QtBot
) -> None:
    reword(coded, qtbot, "EU-Austritt")
    qtbot.waitUntil(lambda: note(coded).isVisible(), timeout=PATIENCE)
    (line,) = note(coded).lines
    assert line.words.text() == "“EU-Austritt” was reworded since: look again"
    assert line.before.text() == "Before: EU-Beitritt"
    assert line.toolTip() == "Before: EU-Beitritt\nNow: EU-Austritt"
    assert line.button.accessibleName() == f"Looked again: {line.words.text()}"
    assert spoken == [line.words.text()]
    QTest.mouseClick(line.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not note(coded).isVisible(), timeout=PATIENCE)
    assert page(coded).topic_marks == ()
    assert spoken[1:] == ["Looked at again"]
    assert "looked at again" in coded.window.page.strip.undo.words


def test_it_is_answered_by_a_key_and_undone_like_every_step(
    coded: Program, spoken: list[str], qtbot: QtBot
) -> None:
    reword(coded, qtbot, "EU-Austritt")
    qtbot.waitUntil(lambda: note(coded).isVisible(), timeout=PATIENCE)
    QTest.keyClick(coded.window.page.view, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not told(coded), timeout=PATIENCE)
    coded.workbench.undo()
    qtbot.waitUntil(lambda: len(told(coded)) == 1, timeout=PATIENCE)
    assert spoken == [*told(coded), "Looked at again", *told(coded)]
    coded.workbench.redo()
    qtbot.waitUntil(lambda: not told(coded), timeout=PATIENCE)
    QTest.keyClick(coded.window.page.view, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert message(coded).text.text() == "Nothing in this article is to be looked at again."


def test_the_palette_looks_again_too(coded: Program, qtbot: QtBot) -> None:
    reword(coded, qtbot, "EU-Austritt")
    qtbot.waitUntil(lambda: note(coded).isVisible(), timeout=PATIENCE)
    coded.window.trigger("palette")
    palette = shown(Palette)
    QTest.keyClicks(palette.field, "looked again")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not told(coded), timeout=PATIENCE)


def test_what_only_others_coded_is_told_without_a_way_to_it(opened: Program, qtbot: QtBot) -> None:
    project = opened.workbench.project
    assert project is not None
    bela = join(project.store, "Bela")
    topic = topics.add(project.store, bela, kind="issue", wording={"en": "EU-Beitritt"}).entry
    stances.add(project.store, bela, 1, holder=Holder("author"), label="FAVOR", topic_id=topic)
    opened.workbench.refresh_codebook()
    qtbot.waitUntil(lambda: len(book(opened).topics) == 1, timeout=PATIENCE)
    reword(opened, qtbot, "EU-Austritt")
    qtbot.waitUntil(lambda: message(opened).isVisible(), timeout=PATIENCE)
    assert message(opened).text.text() == "Others have 1 article to look at again."
    assert not message(opened).button.isVisible()
    assert not note(opened).isVisible()


def test_the_keys_go_to_the_next_line_and_then_back_to_the_article(opened: Program, qtbot: QtBot) -> None:
    panel, gone = note(opened), []
    panel.left.connect(lambda: gone.append(True))
    first, second = (Rewording(n, {"en": f"now {n}"}, {"en": f"then {n}"}) for n in (1, 2))
    panel.show_rewordings((first, second), "en")
    opened.window.activateWindow()
    panel.lines[0].button.setFocus()
    qtbot.waitUntil(panel.lines[0].button.hasFocus, timeout=PATIENCE)
    panel.show_rewordings((second,), "en")
    assert panel.lines[0].button.hasFocus()
    assert not gone
    panel.show_rewordings((), "en")
    assert gone == [True]
    qtbot.waitUntil(opened.window.page.view.hasFocus, timeout=PATIENCE)


def test_what_happened_to_a_topic_is_worded_as_far_as_it_is_known(opened: Program) -> None:
    now, before = {"en": "EU exit"}, {"en": "EU accession"}

    def words(**fields: Any) -> str:
        return note(opened).tell(Rewording(1, now, **fields), "en")[0]

    assert words(before=before) == "“EU exit” was reworded since: look again"
    assert words(before=before, merged=True) == "“EU accession” has become “EU exit”: look again"
    assert words() == words(before=now) == "“EU exit” means something else since: look again"
