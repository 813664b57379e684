"""Labels, topics, actors and guideline as they are edited in the window, and what others write meanwhile."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.app import Program
from desktop.gui.dialogs.codebook import CodebookDialog
from desktop.gui.dialogs.label import LabelDialog
from desktop.gui.dialogs.palette import Palette
from store.database import open_store
from store.labels import preset
from store.operations import spans, topics
from store.queries.people import work_of
from store.transfer import import_files
from tests.desktop.gui.steps import book, choose, page, settle, shown


@pytest.fixture
def editor(opened: Program) -> CodebookDialog:
    opened.window.asked.emit("labels")
    return shown(CodebookDialog)


def test_a_label_is_added_coloured_and_undone(opened: Program, editor: CodebookDialog, qtbot: QtBot) -> None:
    editor.labels.add.click()
    asked = shown(LabelDialog)
    QTest.keyClicks(asked.code, "EVENT")
    asked.accept()
    qtbot.waitUntil(lambda: "EVENT" in {it.code for it in book(opened).labels}, timeout=30_000)
    choose(editor.labels.list, "EVENT")
    editor.labels.edit.click()
    asked = shown(LabelDialog)
    asked.set_colour(0, "#fafafa")
    assert asked.problem.isVisible()
    asked.set_colour(0, "#7a1fa2")
    assert not asked.problem.isVisible()
    asked.accept()
    qtbot.waitUntil(lambda: "#7a1fa2" in {it.color_light for it in book(opened).labels}, timeout=30_000)
    editor.close()
    for _ in range(2):
        opened.workbench.undo()
        settle(opened, qtbot)
    qtbot.waitUntil(lambda: "EVENT" not in {it.code for it in book(opened).labels}, timeout=30_000)


def test_labels_are_moved_merged_and_retired(opened: Program, editor: CodebookDialog, qtbot: QtBot) -> None:
    QTest.keyClick(opened.window.page.view, Qt.Key.Key_Tab)
    QTest.keyClick(opened.window.page.view, Qt.Key.Key_Return)
    settle(opened, qtbot)
    choose(editor.labels.list, "LOC")
    editor.labels.up.click()
    qtbot.waitUntil(lambda: [it.code for it in book(opened).labels][:2] == ["PER", "LOC"], timeout=30_000)
    editor.labels.merge.click()
    palette = shown(Palette)
    QTest.keyClicks(palette.field, "ORG")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [it.label for it in page(opened).spans] == ["ORG"], timeout=30_000)
    qtbot.waitUntil(lambda: [it.code for it in book(opened).retired] == ["LOC"], timeout=30_000)
    choose(editor.labels.list, "LOC")
    assert editor.labels.retire.text() == "Offer again"
    editor.labels.retire.click()
    qtbot.waitUntil(lambda: "LOC" in {it.code for it in book(opened).labels}, timeout=30_000)
    editor.close()


def test_what_was_marked_with_a_retired_label_keeps_its_name_and_colour(
    opened: Program, editor: CodebookDialog, qtbot: QtBot
) -> None:
    view = opened.window.page.view
    QTest.keyClick(view, Qt.Key.Key_Tab)
    QTest.keyClick(view, Qt.Key.Key_Return)
    settle(opened, qtbot)
    choose(editor.labels.list, "LOC")
    editor.labels.retire.click()
    qtbot.waitUntil(lambda: [it.code for it in book(opened).retired] == ["LOC"], timeout=30_000)
    (retired,) = book(opened).retired
    style = view._canvas.painter.style
    assert style.colour("LOC") != style.colour("UNKNOWN")
    assert style.codebook.chosen("label_LOC") is None
    rows = opened.window.page.side.entities.model()
    assert retired.name["en"] in {rows.index(row, 0).data() for row in range(rows.rowCount())}
    editor.close()


def test_the_guideline_is_written_beside_the_text(opened: Program, qtbot: QtBot) -> None:
    panel = opened.window.page.side.guideline
    panel.edit.click()
    panel.field.insertPlainText("# PER\n\n- Namen *ohne* Titel")
    assert book(opened).guideline == ""
    panel._save()
    qtbot.waitUntil(lambda: book(opened).guideline.startswith("# PER"), timeout=30_000)
    assert panel.page.isVisibleTo(panel)
    assert panel.page.toPlainText().split() == ["PER", "Namen", "ohne", "Titel"]


def test_a_place_that_acts_as_a_government_says_so_by_one_key(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "actors.lesart"
    settings = preset("actors").settings("de")
    program.preparing.paused = True
    program.workbench.arrivals.create(path, name="A", settings=settings, person="ada")
    qtbot.waitUntil(lambda: program.workbench.project is not None, timeout=30_000)
    (tmp_path / "a.txt").write_text("Moskau wies den Vorwurf zurück.", encoding="utf-8")
    assert program.workbench.project is not None
    import_files(program.workbench.project.store, [tmp_path / "a.txt"])
    program.workbench.refresh()
    qtbot.waitUntil(lambda: program.workbench.page is not None, timeout=30_000)
    view = program.window.page.view
    for key in (Qt.Key.Key_3, Qt.Key.Key_G):
        view.setFocus()
        QTest.keyClick(view, key)
        settle(program, qtbot)
    assert page(program).spans[0].attrs == {"acts_as_government": True}
    assert "Acts as a government" in program.window.page.strip.hand.words
    QTest.keyClick(view, Qt.Key.Key_G)
    settle(program, qtbot)
    assert page(program).spans[0].attrs == {}


@pytest.fixture
def beside(opened: Program, store_path: Path, qtbot: QtBot) -> Callable[[Callable[..., object]], None]:
    """Writes into the project as another program would, and has the window look."""
    qtbot.waitUntil(lambda: not opened.worker.reading, timeout=30_000)
    opened.watching.look()

    def do(write: Callable[..., object]) -> None:
        store = open_store(store_path)
        with store.read() as conn:
            work = work_of(conn)
        write(store, work)
        store.close()
        opened.watching.look()

    return do


def test_what_another_program_writes_is_shown(
    opened: Program, beside: Callable[[Callable[..., object]], None], qtbot: QtBot
) -> None:
    beside(lambda store, work: spans.add(store, work, 1, start=0, end=3, label="ORG"))
    qtbot.waitUntil(lambda: [it.label for it in page(opened).spans] == ["ORG"], timeout=30_000)
    qtbot.waitUntil(lambda: opened.workbench.steps.undo is not None, timeout=30_000)
    beside(lambda store, work: topics.add(store, work, kind="issue", wording={"de": "Westkurs"}))
    qtbot.waitUntil(lambda: len(book(opened).topics) == 1, timeout=30_000)
    beside(lambda store, work: spans.add(store, work, 3, start=0, end=3, label="ORG"))
    head = lambda: opened.window.page.queue.model.head(2)  # noqa: E731
    qtbot.waitUntil(lambda: (found := head()) is not None and found.status == "in_progress", timeout=30_000)


def test_the_article_that_was_open_is_opened_again(opened: Program, store_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.workbench.opened, timeout=30_000):
        opened.workbench.open_article(3)
    opened.workbench.close_project()
    with qtbot.waitSignal(opened.workbench.opened, timeout=30_000):
        opened.doors.open(store_path)
    assert page(opened).article.id == 3
