"""The list of what an export could not hold shows the words at each place, and can be saved."""

import csv
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QTableWidget
from pytestqt.qtbot import QtBot

from desktop.gui.app import Program
from desktop.gui.dialogs.report import ReportDialog
from desktop.gui.reports import Reports
from desktop.work.errand import Exported
from store.formats.problems import Loss

LOSSES = (
    Loss("a1", 10, 24, "ORG", "ends_inside", "=1+1 & <b>Werke</b>"),
    Loss("a1", 0, 0, "eu", "topic_mark"),
)


@pytest.fixture
def dialog(opened: Program, qtbot: QtBot, tmp_path: Path) -> ReportDialog:
    """The report of an export with two losses."""
    report = Exported(("/tmp/<b>x</b>.conll",), 2, (), LOSSES, {"ends_inside": 1, "topic_mark": 1}, False)
    Reports(opened.window, tmp_path).show_export(report)
    found: list[ReportDialog] = []

    def keep(self: ReportDialog) -> bool:
        found.append(self)
        return True

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ReportDialog, "ask", keep)
        opened.window.page.messages.button.click()
    qtbot.addWidget(found[0])
    return found[0]


def test_the_words_at_its_place_stand_beside_each_loss(dialog: ReportDialog) -> None:
    table = dialog.findChild(QTableWidget)
    assert isinstance(table, QTableWidget)
    columns = [table.horizontalHeaderItem(i).text() for i in range(table.columnCount())]
    assert columns == ["Article", "Range", "Text", "What", "Reason"]
    rows = [[table.item(y, x).text() for x in range(3)] for y in range(table.rowCount())]
    assert rows == [["a1", "10–24", "=1+1 & <b>Werke</b>"], ["a1", "", ""]]


def test_a_saved_list_computes_nothing(dialog: ReportDialog, tmp_path: Path) -> None:
    dialog.save(tmp_path / "report.csv")
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        _, first, second = csv.reader(file)
    assert first[:4] == ["a1", "10–24", "'=1+1 & <b>Werke</b>", "ORG"]
    assert second[1:4] == ["", "", "eu"]


def test_names_of_files_are_no_markup(dialog: ReportDialog) -> None:
    summary = next(it for it in dialog.findChildren(QLabel) if "2 articles" in it.text())
    assert summary.textFormat().name == "PlainText"
    assert "/tmp/<b>x</b>.conll" in summary.text()
