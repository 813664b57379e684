"""The window of positions on a real store: cells lead to evidence, answers are kept, pictures are written."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.app import Program
from desktop.gui.article_view.hand import MadeStance
from desktop.gui.commands import AddStance
from desktop.gui.look import look_of
from desktop.gui.positions.matrix_view import MatrixView
from desktop.gui.positions.table import Matrix
from desktop.gui.positions.window import PositionsWindow
from desktop.gui.theme import LIGHT
from store.operations import topics
from store.values import Holder
from tests.bench.pointing import turn

PATIENCE = 30_000


@pytest.fixture
def shown(opened: Program, qtbot: QtBot) -> PositionsWindow:
    """The window on an article with one stance by its author, toward the first of two topics."""
    bench = opened.workbench
    for key in ("eu", "nato"):
        named = {"key": key, "kind": "issue", "wording": {"en": key.upper(), "de": key.upper()}}
        bench.change_codebook(lambda project, named=named: topics.add(project.store, project.work, **named))
    qtbot.waitUntil(lambda: bench.codebook is not None and len(bench.codebook.topics) == 2, timeout=PATIENCE)
    topic = bench.codebook.topics[0].id
    bench.ask(AddStance(Holder("author"), "AGAINST", topic=topic, evidence=(0, 9)))
    qtbot.waitUntil(lambda: bool(bench.page.stances), timeout=PATIENCE)
    opened.window.trigger("positions")
    window = opened.doors.positions.shown
    qtbot.waitUntil(lambda: window.matrix.rowCount() == 2, timeout=PATIENCE)
    return window


def test_a_cell_leads_to_its_evidence_and_that_to_the_article(
    opened: Program, shown: PositionsWindow, qtbot: QtBot
) -> None:
    shown.matrix.setCurrentCell(0, 0)
    qtbot.waitUntil(lambda: shown.quotes.count() == 1, timeout=PATIENCE)
    assert "Der Kreml" in shown.quotes.item(0).text()
    opened.window.page.view.trigger("back")
    shown.quotes.itemActivated.emit(shown.quotes.item(0))
    stance = opened.workbench.page.stances[0].id
    qtbot.waitUntil(lambda: opened.window.page.view.hand.statement == MadeStance(stance), timeout=PATIENCE)


def test_no_stance_found_is_answered_in_the_row_below(
    opened: Program, shown: PositionsWindow, qtbot: QtBot
) -> None:
    other = opened.workbench.codebook.topics[1].id
    assert not shown.matrix.item(1, 0).flags() & Qt.ItemFlag.ItemIsUserCheckable, "a stance is there"
    shown.matrix.item(1, 1).setCheckState(Qt.CheckState.Checked)
    page = opened.workbench
    marks = lambda: [(it.topic, it.mark) for it in page.page.topic_marks]  # noqa: E731
    qtbot.waitUntil(lambda: marks() == [(other, "none")], timeout=PATIENCE)
    qtbot.waitUntil(lambda: shown.matrix.item(1, 1).checkState() == Qt.CheckState.Checked, timeout=PATIENCE)
    opened.workbench.undo()
    qtbot.waitUntil(lambda: not opened.workbench.page.topic_marks, timeout=PATIENCE)


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_the_network_is_written_as_a_picture(shown: PositionsWindow, tmp_path: Path, ending: str) -> None:
    assert not shown.network.is_empty
    assert shown.network.save(tmp_path / f"network.{ending}")
    assert (tmp_path / f"network.{ending}").stat().st_size > 500
    assert not shown.network.save(tmp_path / "nowhere" / f"network.{ending}")


def test_headings_that_are_too_long_are_wrapped_or_end_in_dots_and_tool_tips_say_them_whole(
    qtbot: QtBot,
) -> None:
    view = MatrixView(look_of(LIGHT))
    qtbot.addWidget(view)
    topic = "Armeniens Mitgliedschaft in Moskau-dominierten Separatistenherrschaftsbündnissen (EAWU/OVKS)"
    holder = "Russland (Staat/Regierung, Kreml, Moskau und alle, die dazu gehören)"
    view.show_matrix(Matrix((holder,), (topic,), {}))
    heading, name = view.horizontalHeaderItem(0), view.verticalHeaderItem(0)
    font = view.horizontalHeader().font()
    font.setBold(True)  # as that of the cell in hand
    metrics = QFontMetrics(font)
    lines = heading.text().split("\n")
    assert len(lines) == 4
    padding = 2 * 8  # of a heading in the style
    assert all(metrics.horizontalAdvance(line) <= view.columnWidth(0) - padding for line in lines)
    assert (lines[-1][-1], name.text()[-1]) == ("…", "…")
    assert (heading.toolTip(), name.toolTip()) == (topic, holder)


def test_the_picture_fits_its_window_until_somebody_zooms(shown: PositionsWindow, qtbot: QtBot) -> None:
    shown.tabs.setCurrentIndex(1)
    network = shown.network
    network.resize(300, 200)
    small = network.transform().m11()
    network.resize(900, 600)
    assert network.transform().m11() > small or network.transform().m11() == 1.0
    network.scale(2.0, 2.0)
    turn(network.viewport(), 120)
    zoomed = network.transform().m11()
    network.resize(600, 400)
    assert network.transform().m11() == zoomed


def test_ties_are_taken_and_the_picture_is_zoomed_by_keys(shown: PositionsWindow, qtbot: QtBot) -> None:
    network = shown.network
    shown.tabs.setCurrentIndex(1)
    QTest.keyClick(network, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown.quotes.count() == 1, timeout=PATIENCE)
    fitted = network.transform().m11()
    QTest.keyClick(network, Qt.Key.Key_Plus)
    assert network.transform().m11() > fitted
    QTest.keyClick(network, Qt.Key.Key_0)
    assert network.transform().m11() == fitted
