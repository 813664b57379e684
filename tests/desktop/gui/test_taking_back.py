"""An import, or what a model suggested for many articles, is taken back as a whole, in the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.gui import reading
from desktop.gui.app import Program
from desktop.gui.dialogs.import_articles import ImportDraft
from desktop.gui.dialogs.take_back import TakeBackDialog
from store.checking import check
from store.database import Store, create, open_store
from store.formats.protocol import ReadOptions
from store.operations import spans
from store.operations.imports import undo_import
from store.operations.runs import store_run
from store.queries.people import work_of
from store.values import Addition, PredictedSpan, ProjectSettings

PATIENCE = 30_000


def addition(**fields) -> Addition:
    given = {"kind": "import", "id": 1, "at": "2026-03-02T10:00:00Z", "source": "news.csv", "articles": 12}
    return Addition(**(given | {"readings": 3, "worked_on": 0} | fields))


@pytest.fixture
def imported(opened: Program, tmp_path: Path, qtbot: QtBot) -> Program:
    """The window after an import of three articles into a project of four; one of the three is open."""
    folder = tmp_path / "more"
    folder.mkdir()
    for number in range(3):
        (folder / f"more {number}.txt").write_text(f"In Wien tagte am Montag Rat {number}.", "utf-8")
    opened.chores.import_files(ImportDraft((folder,), ReadOptions()))
    qtbot.waitUntil(lambda: is_quiet(opened) and len(opened.workbench.queue.ids) == 7, timeout=PATIENCE)
    opened.workbench.open_article(6)
    qtbot.waitUntil(lambda: opened.workbench.page.article.id == 6, timeout=PATIENCE)
    return opened


def is_quiet(program: Program) -> bool:
    return not program.work.is_running and not program.stories.searching.is_running


def dialog_of(program: Program, qtbot: QtBot) -> TakeBackDialog:
    found = program.window.findChildren
    qtbot.waitUntil(lambda: any(it.isVisible() for it in found(TakeBackDialog)), timeout=PATIENCE)
    return next(it for it in found(TakeBackDialog) if it.isVisible())


def annotate(path: str | Path, article: int) -> None:
    store = open_store(path)
    with store.read() as conn:
        ada = work_of(conn)
    spans.add(store, ada, article, start=0, end=2, label="LOC")
    store.close()


def asked(program: Program, qtbot: QtBot) -> TakeBackDialog:
    """The dialog as the menu opens it, the newest in hand."""
    program.window.trigger("take_back")
    return dialog_of(program, qtbot)


def problems(store: Store) -> list:
    try:
        return list(check(store))
    finally:
        store.close()


def test_the_message_after_an_import_leads_to_taking_it_back(imported: Program, qtbot: QtBot) -> None:
    bench, messages = imported.workbench, imported.window.page.messages
    assert messages.other_button.isVisible()
    messages.other_button.click()
    dialog = dialog_of(imported, qtbot)
    assert dialog.chosen.source == "more"
    assert "3 articles" in dialog.said.text()
    qtbot.mouseClick(dialog.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: is_quiet(imported) and list(bench.queue.ids) == [1, 2, 3, 4], timeout=PATIENCE)
    qtbot.waitUntil(lambda: bench.page.article.id == 1, timeout=PATIENCE)  # 6 is gone
    assert messages.text.text() == "An import was taken back: 3 articles."
    assert not messages.other_button.isVisible()
    qtbot.waitUntil(lambda: not bench.gestures.is_busy, timeout=PATIENCE)
    assert problems(open_store(bench.project.path)) == []


def test_an_import_that_brought_nothing_is_not_offered(opened: Program, tmp_path: Path, qtbot: QtBot) -> None:
    opened.chores.import_files(ImportDraft((tmp_path / "article 1.txt",), ReadOptions()))
    messages = opened.window.page.messages
    qtbot.waitUntil(lambda: is_quiet(opened) and messages.button.isVisible(), timeout=PATIENCE)
    assert "0 articles" in messages.text.text()
    assert not messages.other_button.isVisible()


def test_nothing_is_taken_back_by_enter_alone(imported: Program, qtbot: QtBot) -> None:
    dialog = asked(imported, qtbot)
    assert dialog.button.isEnabled()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert dialog.result() == 0
    assert list(imported.workbench.queue.ids) == [1, 2, 3, 4, 5, 6, 7]


def test_what_somebody_has_worked_on_stays_and_the_reason_is_said(imported: Program, qtbot: QtBot) -> None:
    annotate(imported.workbench.project.path, 6)
    dialog = asked(imported, qtbot)
    assert dialog.chosen.source == "more"
    assert "1 article of it has been worked on" in dialog.said.text()
    assert not dialog.button.isEnabled()
    dialog.accept()
    assert dialog.isVisible()
    dialog.list.selectRow(1)
    assert dialog.chosen.source == "article 4.txt"
    assert dialog.button.isEnabled()
    dialog.reject()


def test_work_that_begins_while_the_dialog_is_open_is_kept(imported: Program, qtbot: QtBot) -> None:
    dialog = asked(imported, qtbot)
    annotate(imported.workbench.project.path, 6)
    dialog.accept()
    messages = imported.window.page.messages
    qtbot.waitUntil(lambda: "worked on" in messages.text.text(), timeout=PATIENCE)
    assert len(imported.workbench.queue.ids) == 7
    assert imported.workbench.page.article.id == 6


def test_suggestions_for_many_articles_are_taken_back_and_the_articles_stay(
    opened: Program, qtbot: QtBot
) -> None:
    bench = opened.workbench
    store = open_store(bench.project.path)
    items = [(article, [PredictedSpan(0, 2, "LOC")]) for article in (2, 3, 4)]
    store_run(store, model="m", version="2", settings={}, items=items)
    store.close()
    dialog = asked(opened, qtbot)
    assert dialog.list.item(0, 1).text() == "Suggestions of m 2"
    assert "3 articles" in dialog.said.text()
    dialog.accept()
    messages = opened.window.page.messages
    qtbot.waitUntil(lambda: "taken back" in messages.text.text(), timeout=PATIENCE)
    assert list(bench.queue.ids) == [1, 2, 3, 4]


def test_a_project_that_loses_its_only_import_shows_the_empty_page(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "empty.lesart"
    create(path, name="Empty", settings=ProjectSettings(), person="ada").close()
    bench = program.workbench
    with qtbot.waitSignal(bench.emptied, timeout=PATIENCE):
        bench.arrivals.open(path, "ada")
    (tmp_path / "one.txt").write_text("In Wien tagte am Montag ein Rat.", "utf-8")
    program.chores.import_files(ImportDraft((tmp_path / "one.txt",), ReadOptions()))
    qtbot.waitUntil(lambda: is_quiet(program) and bench.page is not None, timeout=PATIENCE)
    with qtbot.waitSignal(bench.emptied, timeout=PATIENCE):
        asked(program, qtbot).accept()
    assert bench.page is None
    qtbot.waitUntil(lambda: is_quiet(program) and not list(bench.queue.ids), timeout=PATIENCE)
    program.window.trigger("take_back")
    dialog = dialog_of(program, qtbot)
    assert dialog.chosen is None
    assert any("Nothing has been imported" in it.text() for it in dialog.findChildren(QLabel))
    dialog.accept()


def test_reading_an_article_again_that_is_gone_is_no_error(imported: Program, qtbot: QtBot) -> None:
    bench, failed = imported.workbench, list[Exception]()
    bench.failed.connect(failed.append)
    store = open_store(bench.project.path)
    undo_import(store, 5)
    store.close()
    assert reading.read_again(bench.project, 6) is None
    assert not reading.remember(bench.project, 6)
    assert reading.wanted_of(bench.project, bench.codebook, (6, 7)) == []
    bench.reread()
    bench.refresh()
    qtbot.waitUntil(lambda: bench.page.article.id == 1 and not bench.gestures.is_busy, timeout=PATIENCE)
    assert failed == []


def test_another_window_on_the_same_project_goes_on_where_there_is_something_left(
    imported: Program, qtbot: QtBot
) -> None:
    bench = imported.workbench
    imported.watching.look()
    store = open_store(bench.project.path)
    undo_import(store, 5)
    store.close()
    qtbot.waitUntil(lambda: list(bench.queue.ids) == [1, 2, 3, 4], timeout=PATIENCE)
    qtbot.waitUntil(lambda: bench.page.article.id == 1, timeout=PATIENCE)


@pytest.mark.parametrize(
    ("fields", "words", "possible"),
    [
        ({}, "This removes 12 articles and 3 readings, those", True),
        ({"articles": 0, "readings": 1}, "This removes 1 reading. ", True),
        ({"articles": 1, "readings": 0}, "This removes 1 article. Undo does not bring this back;", True),
        ({"worked_on": 12}, "12 articles of it have been worked on, so it stays.", False),
        ({"kind": "run", "articles": 0}, "This removes the suggestions in 3 articles.", True),
    ],
)
def test_the_dialog_says_what_would_go(
    program: Program, qtbot: QtBot, fields: dict, words: str, possible: bool
) -> None:
    listed = addition(**fields)
    dialog = TakeBackDialog([listed], chosen=listed, look=program.window.look)
    qtbot.addWidget(dialog)
    assert words in dialog.said.text()
    assert dialog.button.isEnabled() is possible
