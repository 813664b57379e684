"""What an import left out or an export could not hold: a summary above a list that can be saved."""

import csv
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop.gui.dialogs.frame import Dialog
from desktop.gui.saving import ask_where
from desktop.gui.telling import sentence
from store.errors import FileUnwritable

SHOWN = 2000
"""Rows shown at most; the saved list holds all of them."""


class ReportDialog(Dialog):
    """`columns` and `rows` are in the window's language already."""

    def __init__(
        self,
        title: str,
        summary: Sequence[str],
        columns: Sequence[str],
        rows: Sequence[Sequence[str]],
        *,
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent)
        self._columns, self._rows, self._folder = columns, rows, folder
        summed = QLabel("\n".join(summary), wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.body.addWidget(summed)
        self.told = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        if rows:
            self._list = self._table()
            self.body.addWidget(self._list, 1)
            save = QPushButton(self.tr("Save list …"))
            save.setAutoDefault(False)
            save.clicked.connect(self._save)
            row = QHBoxLayout()
            row.addWidget(save)
            row.addWidget(self.told, 1)
            self.body.addLayout(row)
        self.add_buttons(self.tr("Close"), cancel=False)
        self.setMinimumWidth(420)
        if rows:
            self.grow(760, 520)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._rows:  # only now style rules have their say in how wide a cell is
            header = self._list.horizontalHeader()
            header.setStretchLastSection(False)
            self._list.resizeColumnsToContents()
            header.setStretchLastSection(True)

    def save(self, path: Path) -> None:
        """Write all rows as CSV; the BOM makes spreadsheets read it as UTF-8, and an apostrophe before what
        looks like a formula keeps them from computing it.
        """
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(self._columns)
            writer.writerows([_inert(cell) for cell in row] for row in self._rows)

    def _table(self) -> QTableWidget:
        shown = self._rows[:SHOWN]
        table = QTableWidget(len(shown), len(self._columns))
        table.setHorizontalHeaderLabels(list(self._columns))
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        for y, row in enumerate(shown):
            for x, words in enumerate(row):
                table.setItem(y, x, QTableWidgetItem(words))
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        return table

    def _save(self) -> None:
        proposed = self._folder / self.tr("report.csv")
        path = ask_where(self, self.tr("Save list"), proposed, self.tr("CSV (*.csv)"), endings=(".csv",))
        if path is None:
            return
        try:
            self.save(path)
        except OSError as error:
            self.told.setText(sentence(FileUnwritable(path=str(path), reason=error.strerror or "")))


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell
