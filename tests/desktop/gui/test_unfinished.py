"""What somebody has begun to write is neither lost nor kept in the wrong place, wherever one goes."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.app import Program
from desktop.gui.commands import DeleteSpan
from desktop.gui.panels.comments import CommentsPanel
from desktop.gui.panels.guideline import GuidelinePanel
from store.database import create
from store.values import ProjectSettings
from tests.desktop.gui.steps import page, press, settle


@pytest.fixture
def comments(opened: Program) -> CommentsPanel:
    return opened.window.page.side.comments


@pytest.fixture
def guideline(opened: Program) -> GuidelinePanel:
    return opened.window.page.side.guideline


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A second project, without articles."""
    path = tmp_path / "other.lesart"
    create(path, name="Other", settings=ProjectSettings(), person="ada").close()
    return path


def leaf(program: Program, qtbot: QtBot, by: int) -> None:
    program.workbench.step(by)
    settle(program, qtbot)


def go_to(program: Program, qtbot: QtBot, path: Path) -> None:
    """Open a project, and its article where it has one."""
    program.workbench.arrivals.open(path, "ada")
    bench = program.workbench
    qtbot.waitUntil(lambda: bench.project is not None and bench.project.path == str(path), timeout=30_000)
    qtbot.waitUntil(lambda: bench.page is not None or path.stem == "other", timeout=30_000)


def begin_a_note_on_the_first_name(program: Program, qtbot: QtBot) -> int:
    """Begins to write "Wer?"; returns the span that it is about."""
    press(program, qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    span = page(program).spans[0].id
    program.window.page.view.take(span=span)
    press(program, qtbot, Qt.Key.Key_M)
    QTest.keyClicks(program.window.page.side.comments.field, "Wer?")
    return span


def test_a_comment_waits_with_its_article(opened: Program, comments: CommentsPanel, qtbot: QtBot) -> None:
    span = begin_a_note_on_the_first_name(opened, qtbot)
    leaf(opened, qtbot, 1)
    assert comments.field.text() == ""
    QTest.keyClicks(comments.field, "Hier")
    QTest.keyClick(comments.field, Qt.Key.Key_Return)
    settle(opened, qtbot)
    assert [(it.text, it.span_id) for it in page(opened).comments] == [("Hier", None)]
    leaf(opened, qtbot, -1)
    assert comments.field.text() == "Wer?"
    QTest.keyClick(comments.field, Qt.Key.Key_Return)
    settle(opened, qtbot)
    assert [(it.text, it.span_id) for it in page(opened).comments] == [("Wer?", span)]


def test_a_comment_stays_about_what_it_was_begun_on(
    opened: Program, comments: CommentsPanel, qtbot: QtBot
) -> None:
    span = begin_a_note_on_the_first_name(opened, qtbot)
    QTest.keyClick(comments.field, Qt.Key.Key_Escape)
    assert opened.window.page.view.hasFocus()
    press(opened, qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    opened.window.page.view.take(span=page(opened).spans[-1].id)
    press(opened, qtbot, Qt.Key.Key_M)
    QTest.keyClick(comments.field, Qt.Key.Key_Return)
    settle(opened, qtbot)
    assert [(it.text, it.span_id) for it in page(opened).comments] == [("Wer?", span)]


def test_a_comment_on_what_is_gone_is_on_the_article(
    opened: Program, comments: CommentsPanel, qtbot: QtBot
) -> None:
    opened.workbench.ask(DeleteSpan(begin_a_note_on_the_first_name(opened, qtbot)))
    settle(opened, qtbot)
    QTest.keyClick(comments.field, Qt.Key.Key_Return)
    settle(opened, qtbot)
    assert [(it.text, it.span_id) for it in page(opened).comments] == [("Wer?", None)]


def test_drafts_wait_for_their_project(
    opened: Program,
    comments: CommentsPanel,
    guideline: GuidelinePanel,
    other: Path,
    store_path: Path,
    qtbot: QtBot,
) -> None:
    begin_a_note_on_the_first_name(opened, qtbot)
    guideline.begin()
    QTest.keyClicks(guideline.field, "# PER")
    go_to(opened, qtbot, other)
    assert (comments.field.text(), guideline.draft) == ("", None)
    go_to(opened, qtbot, store_path)
    assert (comments.field.text(), guideline.draft) == ("Wer?", "# PER")
    go_to(opened, qtbot, other)
    go_to(opened, qtbot, store_path)
    guideline._save()
    QTest.keyClick(comments.field, Qt.Key.Key_Return)
    settle(opened, qtbot)
    assert opened.workbench.codebook is not None
    assert opened.workbench.codebook.guideline == "# PER"
    assert [it.text for it in page(opened).comments] == ["Wer?"]
    go_to(opened, qtbot, other)
    go_to(opened, qtbot, store_path)
    assert (comments.field.text(), guideline.draft) == ("", None)


def test_what_was_written_of_a_guideline_is_given_up_by_its_button_alone(
    opened: Program, guideline: GuidelinePanel
) -> None:
    guideline.begin()
    QTest.keyClicks(guideline.field, "# PER")
    QTest.keyClick(guideline.field, Qt.Key.Key_Escape)
    guideline.edit.click()
    assert guideline.field.toPlainText() == "# PER"
    guideline._leave()
    guideline.edit.click()
    assert guideline.field.toPlainText() == ""
