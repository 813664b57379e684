"""How far readers agree: figures, the confusion matrix, and every difference one click from its text."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from desktop.gui.dialogs.agreement_tables import DifferenceTable, MatrixTable, number
from desktop.gui.dialogs.frame import Dialog, hint, new_splitter
from desktop.gui.look import GRID, Look
from desktop.gui.named_box import NamedBox
from desktop.gui.panels.section import EmptyState
from desktop.work.comparison import ComparedPair, Comparison, Guarded


class AgreementDialog(Dialog):
    """Stands beside the window. `placeWanted`: article, start, end; `countWanted`: with unfinished sets or
    not. `names` are what labels and holders are called.
    """

    placeWanted = Signal(int, int, int)
    countWanted = Signal(bool)

    def __init__(self, look: Look, names: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Agreement"), parent)
        self.setModal(False)
        self._comparison: Comparison | None = None
        self.summary, self.guard = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.pair = NamedBox(self.tr("Readers to compare"))
        self.unfinished = QCheckBox(self.tr("Count articles in progress, too"))
        self.figures = QGridLayout()
        self.figures.setHorizontalSpacing(3 * GRID)
        self.figures.setVerticalSpacing(GRID // 2)
        self.matrix, self.differences = MatrixTable(names), DifferenceTable(names)
        self.nothing = EmptyState()
        self.nothing.tell(
            self.tr("No two readers have finished the same article yet"),
            self.tr("Finish articles that somebody else (or a model) has read, or count those in progress."),
        )
        self._build(look)
        self.pair.currentIndexChanged.connect(self._show_pair)
        self.unfinished.clicked.connect(lambda: self.countWanted.emit(self.unfinished.isChecked()))
        self.matrix.chosen.connect(self.differences.show_labels)
        self.differences.placeWanted.connect(self.placeWanted.emit)
        self.add_buttons(self.tr("Close"), cancel=False)
        self.grow(900, 720)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show new figures; the same two readers stay chosen."""
        chosen = self.pair.currentText()
        self._comparison = comparison
        self.unfinished.setChecked(comparison.unfinished)
        self.pair.blockSignals(True)
        self.pair.clear()
        self.pair.addItems([f"{pair.first} – {pair.second}" for pair in comparison.pairs])
        self.pair.setCurrentIndex(max(self.pair.findText(chosen), 0))
        self.pair.blockSignals(False)
        self.pair.setEnabled(bool(comparison.pairs))
        self._show_pair()

    def _build(self, look: Look) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(self.pair, 1)
        row.addWidget(self.unfinished, 0, Qt.AlignmentFlag.AlignRight)
        self.body.addLayout(row)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.guard)
        self.body.addLayout(self.figures)
        left, right = QWidget(), QWidget()
        for side, title, table in (
            (left, self.tr("Labels of the same stances"), self.matrix),
            (right, self.tr("Differences"), self.differences),
        ):
            column = QVBoxLayout(side)
            column.setContentsMargins(0, GRID if side is left else 0, 0, 0)
            column.addWidget(QLabel(title))
            column.addWidget(table, 1)
            column.addStretch()  # takes what the table does not need
        explained = self.tr(
            "A click on a number lists these stances, a click on a difference shows its text."
        )
        self.split = new_splitter(Qt.Orientation.Vertical)
        self.split.addWidget(left)
        self.split.addWidget(right)
        self.split.setStretchFactor(1, 1)
        self.body.addWidget(self.split, 1)
        self._explained = hint(explained, look.dim)
        self.body.addWidget(self._explained)
        self.body.addWidget(self.nothing, 1)

    def _show_pair(self) -> None:
        comparison = self._comparison
        if comparison is None:
            return
        at = self.pair.currentIndex()
        pair = comparison.pairs[at] if 0 <= at < len(comparison.pairs) else None
        self.nothing.setVisible(pair is None)
        for part in (self.pair, self.split, self._explained):
            part.setVisible(pair is not None)
        readers = self.tr("%n reader(s)", "", len(comparison.readers))
        shared = self.tr("%Ln article(s) that at least two of them have read", "", comparison.articles)
        self.summary.setText(f"{readers} · {shared}")
        self.guard.setText("\n".join(self._guarded(it) for it in comparison.guards))
        self.guard.setVisible(bool(comparison.guards))
        self._show_figures(comparison, pair)
        if pair is not None:
            self.matrix.show_pair(pair)
            self.split.setSizes((0, 10_000))  # the list takes what the matrix leaves
            self.differences.show_pair(pair)

    def _show_figures(self, comparison: Comparison, pair: ComparedPair | None) -> None:
        while (item := self.figures.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        found = [] if pair is None else self._of_pair(pair)
        if pair is not None and len(comparison.readers) > 2:
            found.append((self.tr("All readers"), self._of_all(comparison)))
        for column, (title, figures) in enumerate(found):
            heading = QLabel(title)
            font = heading.font()
            font.setBold(True)
            heading.setFont(font)
            self.figures.addWidget(heading, 0, 2 * column, 1, 2)
            for line, (name, value) in enumerate(figures, 1):
                shown = QLabel(number(value))
                shown.setAlignment(Qt.AlignmentFlag.AlignRight)
                shown.setAccessibleName(f"{name}: {number(value)}")
                self.figures.addWidget(QLabel(name), line, 2 * column)
                self.figures.addWidget(shown, line, 2 * column + 1)
        self.figures.setColumnStretch(2 * len(found), 1)

    def _guarded(self, one: Guarded) -> str:
        words = self.tr("{reader} says {aided} of the suggestions on screen, {unaided} of those kept back.")
        if one.warns:
            words = self.tr(
                "{reader} seems to accept unread: {aided} on screen, {unaided} of those kept back."
            )
        of_both = (one.aided, one.unaided)
        aided, unaided = (f"{100 * said / suggested:.0f} %" for _, suggested, said in of_both)
        return words.format(reader=one.reader, aided=aided, unaided=unaided)

    def _of_pair(self, pair: ComparedPair) -> list[tuple[str, list[tuple[str, float | None]]]]:
        of = pair.figures
        return [
            (
                self.tr("Entities, F1"),
                [
                    (self.tr("strict"), of["strict"]),
                    (self.tr("same range"), of["exact"]),
                    (self.tr("overlapping"), of["partial"]),
                    (self.tr("same label"), of["type"]),
                ],
            ),
            (
                self.tr("Stances"),
                [
                    (self.tr("found by both, F1"), of["detection"]),
                    (self.tr("label, kappa"), of["kappa"]),
                    (self.tr("label, linear kappa"), of["linear"]),
                    (self.tr("evidence, F1"), of["evidence"]),
                ],
            ),
        ]

    def _of_all(self, comparison: Comparison) -> list[tuple[str, float | None]]:
        of = comparison.figures
        return [
            (self.tr("entities, u-alpha"), of["units"]),
            (self.tr("stances found, alpha"), of["presence"]),
            (self.tr("label, alpha nominal"), of["nominal"]),
            (self.tr("label, alpha ordinal"), of["ordinal"]),
        ]
