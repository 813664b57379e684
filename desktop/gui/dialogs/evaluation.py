"""How good a model is by somebody's readings: rates by label, what it takes for what, and every error."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.gui.dialogs.agreement_tables import PLAIN, DifferenceTable, MatrixTable
from desktop.gui.dialogs.frame import Dialog, hint, new_splitter
from desktop.gui.dialogs.training import rate
from desktop.gui.look import GRID, Look
from desktop.gui.named_box import NamedBox
from desktop.gui.panels.section import EmptyState
from desktop.work.judgement import Judgement

MATRIX = 420
"""Pixels that the matrix of many labels gets at most, without being asked for more."""

Side = tuple[str, QWidget, QTableWidget]


class EvaluationDialog(Dialog):
    """Stands beside the window. `placeWanted`: article, start, end; `judgementWanted`: who is judged, by
    whom, with unfinished sets or not. `names` are what labels are called.
    """

    placeWanted = Signal(int, int, int)
    judgementWanted = Signal(str, str, bool)

    def __init__(self, look: Look, names: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Evaluation"), parent)
        self.setModal(False)
        self.judged = NamedBox(self.tr("Who is judged"))
        self.truth = NamedBox(self.tr("By whose readings"))
        self.unfinished = QCheckBox(self.tr("Count articles in progress, too"))
        self.summary, self.nothing = QLabel(wordWrap=True), EmptyState()
        self.learnt = QLabel(wordWrap=True)
        self.ratings = RatingTable(names)
        self.matrix = MatrixTable(names, says_who=False)
        self.matrix.setAccessibleName(self.tr("Found as, and true"))
        counted = ("span_label", "span_missing", "span_edges")
        self.errors = DifferenceTable(names, counted=counted, judges=True)
        self.errors.setAccessibleName(self.tr("Errors"))
        self.errors.setColumnHidden(5, True)  # entities have no stance
        self._build(look)
        self.judged.activated.connect(self._ask)
        self.truth.activated.connect(self._ask)
        self.unfinished.clicked.connect(self._ask)
        self.matrix.chosen.connect(self.errors.show_labels)
        self.errors.placeWanted.connect(self.placeWanted.emit)
        self.add_buttons(self.tr("Close"), cancel=False)
        self.grow(1120, 760)

    def show_judgement(self, judgement: Judgement) -> None:
        """Show new figures."""
        pair = judgement.pair
        for box, name in ((self.judged, pair.first), (self.truth, pair.second)):
            with QSignalBlocker(box):
                box.clear()
                box.addItems(judgement.readers)
                box.setCurrentText(name)
        self.unfinished.setChecked(judgement.unfinished)
        articles = self.tr("%Ln article(s) that both have read", "", pair.articles)
        if judgement.learnt:
            both = self.tr(
                "{counted} of %Ln article(s) that both have read", "", pair.articles + judgement.learnt
            )
            articles = both.format(counted=QLocale().toString(pair.articles))
        wrong = self.tr("%Ln error(s)", "", len(pair.differences))
        parts = [articles, wrong]
        if judgement.left_out:
            codes = ", ".join(judgement.left_out)
            parts.append(self.tr("without {labels}, which the project does not suggest").format(labels=codes))
        self.summary.setText(" · ".join(parts))
        self._tell_learnt(judgement)
        self.ratings.show_ratings(judgement)
        self.matrix.show_pair(pair)
        self.errors.show_pair(pair)
        self.left.setMinimumWidth(min(self.matrix.maximumWidth() + GRID, MATRIX))
        self.split.setSizes((MATRIX, 10 * MATRIX))  # the list takes what the matrix leaves
        for part in (self.summary, self.ratings, self.split, self.explained):
            part.setVisible(pair.articles > 0)
        self.nothing.setVisible(not pair.articles)

    def _tell_learnt(self, judgement: Judgement) -> None:
        """What does not count since the model knows it, and what to do where nothing is left."""
        name, count = judgement.pair.first, judgement.learnt
        left_out = self.tr(
            "Left out: %Ln article(s) that {model} has learnt from, or from nearly the same.", "", count
        )
        doubt = self.tr(
            "Whether {model} has learnt from articles that count is not known: its folder does not say, "
            "or is not here."
        )
        said = [words for words, holds in ((left_out, count), (doubt, judgement.may_know)) if holds]
        self.learnt.setText(" ".join(said).format(model=name))
        self.learnt.setVisible(bool(said) and judgement.pair.articles > 0)
        if count:
            self.nothing.tell(
                self.tr("{model} has learnt from each article that both have read").format(model=name),
                self.tr("Finish further articles: they count as soon as the model has read them."),
            )
        else:
            self.nothing.tell(
                self.tr("They have no article in common yet"),
                self.tr("Finish an article that has suggestions, or count those in progress."),
            )

    def _ask(self) -> None:
        self.judgementWanted.emit(
            self.judged.currentText(), self.truth.currentText(), self.unfinished.isChecked()
        )

    def _build(self, look: Look) -> None:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.judged, 1)
        row.addWidget(QLabel(self.tr("judged by")))
        row.addWidget(self.truth, 1)
        row.addWidget(self.unfinished)
        self.body.addLayout(row)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.learnt)
        self.body.addWidget(self.ratings)
        self.left = QWidget()
        sides: Sequence[Side] = (
            (self.tr("Found as (down), true (across)"), self.left, self.matrix),
            (self.tr("Errors"), QWidget(), self.errors),
        )
        self.split = new_splitter(Qt.Orientation.Horizontal)
        for title, side, table in sides:
            column = QVBoxLayout(side)
            is_left = table is self.matrix
            column.setContentsMargins(0, GRID, 0, 0)
            column.addWidget(QLabel(title))
            column.addWidget(table)
            if is_left:
                column.addStretch()
            self.split.addWidget(side)
        self.body.addWidget(self.split, 1)
        explained = self.tr(
            "A click on a number lists these errors, a click on an error shows its text. Strict: range and "
            "label as in the text; partial: an overlap with the same label counts one half."
        )
        self.explained = hint(explained, look.dim)
        self.body.addWidget(self.explained)
        self.body.addWidget(self.nothing, 1)


class RatingTable(QTableWidget):
    """A label a row: counts, then precision, recall and F1, strict with its interval and partial."""

    def __init__(self, names: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(0, 9, parent)
        self._names = names
        self.setStyleSheet(PLAIN)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setShowGrid(False)
        self.setAccessibleName(self.tr("Precision, recall and F1 by label"))
        self.verticalHeader().hide()
        self.setHorizontalHeaderLabels(
            [
                self.tr("Label"), self.tr("found"), self.tr("in the text"),
                self.tr("strict: precision"), self.tr("recall"), self.tr("F1 (95 %)"),
                self.tr("partial: precision"), self.tr("recall"), self.tr("F1"),
            ]
        )  # fmt: skip
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in (0, 3, 5, 6):  # whose words are the longest
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        for column in range(self.columnCount()):
            if (title := self.horizontalHeaderItem(column)) is not None:
                title.setTextAlignment(_side(column))

    def show_ratings(self, judgement: Judgement) -> None:
        """Show these; all labels together come first, bold."""
        self.setRowCount(len(judgement.ratings))
        for row, one in enumerate(judgement.ratings):
            cells = (
                self._names.get(one.label, one.label) if one.label else self.tr("all"),
                QLocale().toString(one.found), QLocale().toString(one.true),
                rate(one.strict[0], None), rate(one.strict[1], None), rate(one.strict[2], one.interval),
                *(rate(value, None) for value in one.partial),
            )  # fmt: skip
            for column, words in enumerate(cells):
                cell = QTableWidgetItem(words)
                cell.setTextAlignment(_side(column))
                font = cell.font()
                font.setBold(row == 0)
                cell.setFont(font)
                self.setItem(row, column, cell)
        self.resizeRowsToContents()
        height = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth() + GRID
        height += sum(map(self.rowHeight, range(self.rowCount())))
        self.setMaximumHeight(height)
        self.setMinimumHeight(min(height, 200))


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
