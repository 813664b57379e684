"""Evaluation in the window: rates, what is taken for what, and each error one click from its text."""

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.gui.dialogs.evaluation import EvaluationDialog
from desktop.work.judgement import Judgement
from desktop.work.judging import judge
from store.database import open_store
from store.errors import NobodyToJudge
from store.operations import articles, runs, spans
from store.queries.articles import text
from store.queries.people import work_of
from store.values import PredictedSpan, Progress
from tests.desktop.trained import folder_that_learnt

PATIENCE = 30_000


def fill(path: Path, *, done: bool = True) -> None:
    """A model finds one of two names of the first article, and another where none is."""
    store = open_store(path)
    with store.read() as conn:
        ada = work_of(conn)
    found = [PredictedSpan(0, 3, "PER"), PredictedSpan(4, 9, "LOC"), PredictedSpan(10, 13, "ORG")]
    runs.store_run(store, model="m", version="1", settings={}, items=[(1, found)])
    spans.add(store, ada, 1, start=0, end=3, label="PER")
    spans.add(store, ada, 1, start=4, end=9, label="ORG")
    if done:
        articles.finish(store, ada, 1, seen=[])
    store.close()


def taught(path: Path, models: Path) -> None:
    """A model that has learnt from the first article reads it."""
    store = open_store(path)
    with store.read() as conn:
        folder_that_learnt(models, str(text(conn, 1)))
    runs.store_run(
        store, model="news_de", version="1", settings={}, items=[(1, [PredictedSpan(0, 3, "PER")])]
    )
    store.close()


def judged(path: Path, *names: str, **how: Any) -> Judgement:
    store = open_store(path)
    try:
        found = judge(store, *names, **{"folder": path.parent / "models", **how})
        assert found is not None
        return found
    finally:
        store.close()


@pytest.fixture
def dialog(qtbot: QtBot, program: Any) -> EvaluationDialog:
    made = EvaluationDialog(program.window.look, {"ORG": "Organisation"})
    qtbot.addWidget(made)
    made.show()
    return made


def rows(table: Any) -> list[list[str]]:
    return [[table.item(y, x).text() for x in range(table.columnCount())] for y in range(table.rowCount())]


def test_rates_confusion_and_errors_are_shown(store_path: Path, dialog: EvaluationDialog) -> None:
    fill(store_path)
    dialog.show_judgement(judged(store_path))
    assert (dialog.judged.currentText(), dialog.truth.currentText()) == ("m 1", "ada")
    assert rows(dialog.ratings)[0][:5] == ["all", "3", "2", "33.3", "50.0"]
    assert [row[0] for row in rows(dialog.ratings)] == ["all", "LOC", "Organisation", "PER"]
    assert [row[2:5] for row in rows(dialog.errors)] == [
        ["other label", "LOC", "Organisation"], ["too much", "Organisation", "–"]
    ]  # fmt: skip


def test_a_number_lists_its_errors_and_an_error_asks_for_its_place(
    store_path: Path, dialog: EvaluationDialog, qtbot: QtBot
) -> None:
    fill(store_path)
    dialog.show_judgement(judged(store_path))
    heads = [dialog.matrix.verticalHeaderItem(y).text() for y in range(dialog.matrix.rowCount())]
    wide = [dialog.matrix.horizontalHeaderItem(x).text() for x in range(dialog.matrix.columnCount())]
    y, x = heads.index("Organisation"), wide.index("–")
    assert dialog.matrix.item(y, x).text() == "1"
    dialog.matrix.cellClicked.emit(y, x)
    assert [row[2] for row in rows(dialog.errors)] == ["too much"]
    with qtbot.waitSignal(dialog.placeWanted) as wanted:
        place = dialog.errors.visualItemRect(dialog.errors.item(0, 1)).center()
        qtbot.mouseClick(dialog.errors.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wanted.args == [1, 10, 13]


def test_each_number_off_the_diagonal_is_that_of_its_errors(
    store_path: Path, dialog: EvaluationDialog
) -> None:
    store = open_store(store_path)
    with store.read() as conn:
        ada = work_of(conn)
    found = [PredictedSpan(0, 9, "PER"), PredictedSpan(14, 18, "LOC"), PredictedSpan(23, 32, "LOC")]
    runs.store_run(store, model="m", version="1", settings={}, items=[(1, found)])
    for start, end, label in ((4, 9, "ORG"), (14, 20, "LOC"), (40, 46, "PER")):
        spans.add(store, ada, 1, start=start, end=end, label=label)
    articles.finish(store, ada, 1, seen=[])
    store.close()
    dialog.show_judgement(judged(store_path))
    listed = 0
    for y in range(dialog.matrix.rowCount()):
        for x in range(dialog.matrix.columnCount()):
            dialog.matrix.cellClicked.emit(y, x)
            if y != x:
                assert dialog.errors.rowCount() == int(dialog.matrix.item(y, x).text())
                listed += dialog.errors.rowCount()
    loc = [dialog.matrix.verticalHeaderItem(y).text() for y in range(3)].index("LOC")
    dialog.matrix.cellClicked.emit(loc, loc)
    assert [row[2] for row in rows(dialog.errors)] == ["other range"]
    assert listed == 3


def test_the_model_is_judged_that_read_what_was_finished(store_path: Path) -> None:
    fill(store_path)
    store = open_store(store_path)
    runs.store_run(store, model="newer", version="1", settings={}, items=[(2, [PredictedSpan(0, 3, "PER")])])
    store.close()
    assert judged(store_path).pair.first == "m 1"


def test_how_far_it_is_is_told_and_it_ends_half_way(store_path: Path) -> None:
    fill(store_path)
    store, told, cancelled = open_store(store_path), list[Progress](), Event()

    def tell(progress: Progress) -> None:
        told.append(progress)
        if len(told) == 3:
            cancelled.set()

    assert judge(store, folder=store_path.parent, tell=tell, cancelled=cancelled) is None
    store.close()
    assert [it.done for it in told] == [50, 100, 150]
    assert {it.total for it in told} == {1001}


def test_without_a_common_article_it_says_what_to_do(store_path: Path, dialog: EvaluationDialog) -> None:
    fill(store_path, done=False)
    dialog.show_judgement(judged(store_path))
    assert "no article in common" in dialog.nothing.title.text()
    assert dialog.split.isHidden()
    dialog.show_judgement(judged(store_path, unfinished=True))
    assert not dialog.split.isHidden()


def test_what_it_has_learnt_from_is_left_out_and_the_window_says_so(
    store_path: Path, dialog: EvaluationDialog
) -> None:
    fill(store_path)
    found = judged(store_path)
    dialog.show_judgement(replace(found, learnt=1, may_know=False))
    assert dialog.learnt.isVisible()
    assert (
        dialog.learnt.text() == "Left out: 1 article that m 1 has learnt from, or from one nearly the same."
    )
    assert dialog.summary.text().startswith("1 of 2 articles that both have read · 2 errors")
    dialog.show_judgement(replace(found, learnt=0, may_know=True))
    assert dialog.summary.text().startswith("1 article that both have read · 2 errors")
    assert dialog.learnt.text().startswith("Whether m 1 has learnt from articles that count is not known")
    dialog.show_judgement(replace(found, learnt=0, may_know=False))
    assert dialog.learnt.isHidden()


def test_where_it_has_learnt_from_all_the_window_says_what_to_do(
    store_path: Path, dialog: EvaluationDialog
) -> None:
    fill(store_path)
    taught(store_path, store_path.parent / "models")
    dialog.show_judgement(judged(store_path, "news_de 1", "ada"))
    assert dialog.nothing.isVisible()
    assert dialog.nothing.title.text() == "news_de 1 has learnt from each article that both have read"
    assert "Finish further articles" in dialog.nothing.text.text()
    assert dialog.learnt.isHidden()
    assert dialog.split.isHidden()


def test_the_window_evaluates_on_what_its_own_models_have_not_learnt_from(
    store_path: Path, program: Any, paths: Any, qtbot: QtBot
) -> None:
    fill(store_path)
    taught(store_path, paths.models)
    program.doors.open(store_path)
    qtbot.waitUntil(lambda: program.workbench.page is not None, timeout=PATIENCE)
    asking = program.doors.evaluating
    asking.show("news_de 1", "ada")
    qtbot.waitUntil(lambda: asking._dialog is not None, timeout=60_000)
    assert asking._dialog.nothing.title.text().startswith("news_de 1 has learnt from each article")
    asking._dialog.close()


def test_memory_is_no_model_to_judge_unless_it_is_named(store_path: Path) -> None:
    fill(store_path)
    store = open_store(store_path)
    remembered = [PredictedSpan(0, 3, "PER")]
    runs.store_run(store, model="memory", version="ada", settings={}, items=[(1, remembered)])
    store.close()
    assert judged(store_path).pair.first == "m 1"
    assert judged(store_path, "memory ada", "ada").pair.first == "memory ada"


def test_nobody_is_judged_by_oneself_and_a_cancelled_count_brings_nothing(store_path: Path) -> None:
    store = open_store(store_path)
    cancelled = Event()
    cancelled.set()
    try:
        with pytest.raises(NobodyToJudge):
            judge(store, folder=store_path.parent)
    finally:
        store.close()
    fill(store_path)
    store = open_store(store_path)
    try:
        assert judge(store, folder=store_path.parent, cancelled=cancelled) is None
    finally:
        store.close()


def test_the_window_evaluates_in_a_child_and_leads_to_the_text(
    store_path: Path, program: Any, qtbot: QtBot
) -> None:
    fill(store_path)
    program.doors.open(store_path)
    qtbot.waitUntil(lambda: program.workbench.page is not None, timeout=PATIENCE)
    program.workbench.open_article(3)
    qtbot.waitUntil(lambda: program.workbench.page.article.id == 3, timeout=PATIENCE)
    program.window.menus.actions["evaluate"].trigger()
    asking = program.doors.evaluating
    qtbot.waitUntil(lambda: asking._dialog is not None, timeout=60_000)
    shown = asking._dialog
    qtbot.waitUntil(lambda: not program.work.is_running, timeout=PATIENCE)
    shown.judged.setCurrentText("m 1")  # the project's own model has read here, too
    shown.judged.activated.emit(shown.judged.currentIndex())
    qtbot.waitUntil(lambda: shown.errors.rowCount() == 2, timeout=60_000)
    shown.errors.cellClicked.emit(0, 0)
    qtbot.waitUntil(lambda: program.workbench.page.article.id == 1, timeout=PATIENCE)
    qtbot.waitUntil(lambda: program.window.page.view.hand.stretch == (4, 9), timeout=PATIENCE)
    asking._dialog.close()
    assert asking._dialog is None
