"""Agreement in the window: figures, the matrix, and each difference one click from its text."""

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.gui.dialogs.agreement import AgreementDialog
from desktop.work import agreeing
from desktop.work.comparison import Comparison
from store.database import Store, open_store
from store.operations import articles, people, spans, stances, topics
from store.queries.people import work_of
from store.values import Holder


def fill(path: Path, *, done: bool = True) -> None:
    """Ada and Bea read the first article, each in her own way."""
    store = open_store(path)
    with store.read() as conn:
        ada = work_of(conn)
    bea = people.join(store, "Bea")
    topic = topics.add(store, ada, key="west", kind="issue", wording={"de": "Westkurs"}).entry
    for work, label, edges in ((ada, "AGAINST", (4, 9)), (bea, "NEUTRAL", (0, 9))):
        spans.add(store, work, 1, start=edges[0], end=edges[1], label="ORG")
        for holder, said in (("author", label), ("outlet", "FAVOR")):
            row = stances.add(store, work, 1, holder=Holder(holder), label=said, topic_id=topic).stance
            stances.set_parts(store, work, row, role="evidence", ranges=[(10, 23)])
        if done:
            articles.finish(store, work, 1, seen=[])
    store.close()


def compared(path: Path, **how: Any) -> Comparison:
    store: Store = open_store(path)
    try:
        found = agreeing.compare(store, **how)
        assert found is not None
        return found
    finally:
        store.close()


@pytest.fixture
def dialog(qtbot: QtBot, program: Any) -> AgreementDialog:
    made = AgreementDialog(program.window.look, {"author": "Author", "AGAINST": "against"})
    qtbot.addWidget(made)
    return made


def figures(dialog: AgreementDialog) -> list[str]:
    grid = dialog.figures
    widgets = [grid.itemAt(i).widget() for i in range(grid.count())]
    return [widget.text() for widget in widgets if isinstance(widget, QLabel)]


def rows(dialog: AgreementDialog) -> list[list[str]]:
    table = dialog.differences
    return [[table.item(y, x).text() for x in range(table.columnCount())] for y in range(table.rowCount())]


def test_the_dialog_shows_figures_matrix_and_differences(store_path: Path, dialog: AgreementDialog) -> None:
    fill(store_path)
    dialog.show_comparison(compared(store_path))
    assert dialog.pair.currentText() == "ada – Bea"
    words = figures(dialog)
    assert words[words.index("strict") + 1] == "0.000"
    assert words[words.index("overlapping") + 1] == "0.500"
    assert words[words.index("found by both, F1") + 1] == "1.000"
    assert words[words.index("label, kappa") + 1] == "0.333"
    assert [row[2:5] for row in rows(dialog)] == [
        ["other range", "ORG", "ORG"],
        ["stance with another label", "against", "NEUTRAL"],
    ]


def test_a_number_of_the_matrix_lists_its_stances(
    store_path: Path, dialog: AgreementDialog, qtbot: QtBot
) -> None:
    fill(store_path)
    dialog.show_comparison(compared(store_path))
    dialog.show()
    matrix = dialog.matrix
    heads = [matrix.verticalHeaderItem(y).text() for y in range(matrix.rowCount())]
    wide = [matrix.horizontalHeaderItem(x).text() for x in range(matrix.columnCount())]
    y, x = heads.index("ada: against"), wide.index("Bea: NEUTRAL")
    assert matrix.item(y, x).text() == "1"
    place = matrix.visualItemRect(matrix.item(y, x)).center()
    qtbot.mouseClick(matrix.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [row[5] for row in rows(dialog)] == ["Author → Westkurs"]


def test_a_click_on_a_difference_asks_for_its_place(
    store_path: Path, dialog: AgreementDialog, qtbot: QtBot
) -> None:
    fill(store_path)
    dialog.show_comparison(compared(store_path))
    dialog.show()
    table = dialog.differences
    with qtbot.waitSignal(dialog.placeWanted) as wanted:
        place = table.visualItemRect(table.item(1, 1)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wanted.args == [1, 10, 23]


def test_where_nobody_has_finished_it_says_what_to_do(
    store_path: Path, dialog: AgreementDialog, qtbot: QtBot
) -> None:
    fill(store_path, done=False)
    dialog.show_comparison(compared(store_path))
    dialog.show()
    assert not dialog.nothing.isHidden()
    assert dialog.split.isHidden()
    with qtbot.waitSignal(dialog.countWanted) as wanted:
        dialog.unfinished.click()
    assert wanted.args == [True]
    dialog.show_comparison(compared(store_path, unfinished=True))
    assert not dialog.split.isHidden()
    assert dialog.unfinished.isChecked()


def test_the_window_counts_in_a_child_and_leads_to_the_text(
    store_path: Path, program: Any, qtbot: QtBot
) -> None:
    fill(store_path)
    program.doors.open(store_path)
    qtbot.waitUntil(lambda: program.workbench.page is not None, timeout=30_000)
    program.workbench.open_article(3)
    qtbot.waitUntil(lambda: program.workbench.page.article.id == 3, timeout=30_000)
    program.window.menus.actions["agreement"].trigger()
    asking = program.doors.agreeing
    qtbot.waitUntil(lambda: asking._dialog is not None, timeout=60_000)
    shown = asking._dialog
    assert not shown.isModal()
    shown.differences.cellClicked.emit(0, 0)
    qtbot.waitUntil(lambda: program.workbench.page.article.id == 1, timeout=30_000)
    qtbot.waitUntil(lambda: program.window.page.view.hand.stretch == (0, 9), timeout=30_000)
    shown.close()
    assert asking._dialog is None


def test_a_count_that_was_cancelled_brings_nothing(store_path: Path) -> None:
    fill(store_path)
    cancelled = Event()
    cancelled.set()
    store = open_store(store_path)
    try:
        assert agreeing.compare(store, cancelled=cancelled) is None
    finally:
        store.close()
