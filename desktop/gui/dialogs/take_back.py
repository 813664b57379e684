"""Imports, and suggestions for many articles: one of them is taken back as a whole."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop.gui.dialogs.frame import Dialog, hint
from desktop.gui.look import Look
from desktop.gui.translating import number
from desktop.gui.wording import moment
from store.values import Addition

NUMBERS = (2, 3)
"""The columns of counts."""


class TakeBackDialog(Dialog):
    """Lists what came in at one go, newest first, and says of the chosen one what would be removed, or why it
    stays. `chosen` is one that the dialog was opened for.
    """

    def __init__(
        self,
        additions: Sequence[Addition],
        *,
        chosen: Addition | None = None,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Take back an import or suggestions"), parent)
        self._additions = additions
        self.about = hint("", look.dim)
        if not additions:
            self.about.setText(
                self.tr(
                    "Nothing has been imported yet. Here a whole import can be taken back, with its articles "
                    "and readings, or what a model suggested for many articles, as long as nobody has worked "
                    "on it."
                )
            )
            self.body.addWidget(self.about)
            self.add_buttons(self.tr("Close"), cancel=False)
            self.setMinimumWidth(460)
            return
        self.list = self._table()
        self.said = QLabel(wordWrap=True)
        self.said.setMinimumHeight(3 * self.said.fontMetrics().lineSpacing())  # so that nothing moves
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.said)
        self.button = self.add_buttons(self.tr("Take back"))
        self.list.itemSelectionChanged.connect(self._show_chosen)
        self.list.selectRow(additions.index(chosen) if chosen in additions else 0)
        if chosen is None:  # nothing goes by Enter alone
            cancel = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
            cancel.setDefault(True)
        self.grow(760, 440)
        self.list.setFocus()

    @property
    def chosen(self) -> Addition | None:
        """The one in hand."""
        row = self.list.currentRow() if self._additions else -1
        return self._additions[row] if row >= 0 else None

    def accept(self) -> None:
        """What must not go stays, whichever way it was asked for."""
        if not self._additions or self.button.isEnabled():
            super().accept()

    def _table(self) -> QTableWidget:
        names = [self.tr("When"), self.tr("What"), self.tr("Articles"), self.tr("Readings")]
        table = QTableWidget(len(self._additions), len(names))
        for x, name in enumerate(names):
            table.setHorizontalHeaderItem(x, _cell(name, x))
        table.setAccessibleName(self.tr("Imports and suggestions"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        for y, addition in enumerate(self._additions):
            for x, words in enumerate(self._cells(addition)):
                table.setItem(y, x, _cell(words, x))
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        return table

    def _cells(self, addition: Addition) -> tuple[str, ...]:
        is_import = addition.kind == "import"
        source = addition.source
        return (
            moment(addition.at),
            source if is_import else self.tr("Suggestions of {model}").format(model=source),
            number(addition.articles) if is_import else "–",
            number(addition.readings),
        )

    def _show_chosen(self) -> None:
        chosen = self.chosen
        self.button.setEnabled(chosen is not None and not chosen.worked_on)
        self.said.setText(self._consequence(chosen) if chosen is not None else "")

    def _consequence(self, chosen: Addition) -> str:
        if chosen.worked_on:
            return self._reason(chosen) + " " + self.tr("Undo that work first.")
        if chosen.kind == "run":
            return (
                self.tr("This removes the suggestions in %n article(s).", "", chosen.readings)
                + " "
                + self.tr("Articles and your own work stay; a model can read them again at any time.")
            )
        return (
            self._removed(chosen)
            + " "
            + self.tr("Undo does not bring this back; the same files can be imported again.")
        )

    def _removed(self, chosen: Addition) -> str:
        articles = self.tr("%n article(s)", "", chosen.articles)
        readings = self.tr("%n reading(s)", "", chosen.readings)
        if not chosen.readings:
            return self.tr("This removes {articles}.").format(articles=articles)
        if not chosen.articles:
            return self.tr("This removes {readings}.").format(readings=readings)
        words = self.tr("This removes {articles} and {readings}, those of models among them.")
        return words.format(articles=articles, readings=readings)

    def _reason(self, chosen: Addition) -> str:
        if chosen.kind == "run":
            return self.tr(
                "In %n article(s) work builds on these suggestions, so they stay.", "", chosen.worked_on
            )
        return self.tr("%n article(s) of it have been worked on, so it stays.", "", chosen.worked_on)


def _cell(words: str, column: int) -> QTableWidgetItem:
    """Counts stand at the right, so that they can be compared."""
    cell = QTableWidgetItem(words)
    cell.setToolTip(words)
    side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
    cell.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    return cell
