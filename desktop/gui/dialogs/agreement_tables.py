"""The confusion matrix of two readers, and the list of what they say differently."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop.gui.tips import plain_tip
from desktop.work.comparison import ComparedPair, Differing

SHOWN = 5000
"""Differences listed at most."""

NONE = "–"
"""What stands for no label."""

PADDING = 12
"""Pixels of a table's inner margin, above and below."""

PLAIN = "QTableCornerButton::section, QHeaderView { background: transparent; border: none; }"

_PLACE = Qt.ItemDataRole.UserRole


def number(value: float | None) -> str:
    """A value to three places; what the data do not define is called so, never 1."""
    if value is None:
        return QCoreApplication.translate("Agreement", "undefined")
    return QLocale().toString(value, "f", 3).replace("-", "−")


def difference_words(kind: str) -> str:
    """In what two readers differ."""
    translate = QCoreApplication.translate
    return {
        "span_missing": translate("Agreement", "only one marked it"),
        "span_edges": translate("Agreement", "other range"),
        "span_label": translate("Agreement", "other label"),
        "stance_missing": translate("Agreement", "stance of one only"),
        "stance_label": translate("Agreement", "stance with another label"),
        "evidence": translate("Agreement", "other evidence"),
    }[kind]


class MatrixTable(QTableWidget):
    """Rows are the first reader's labels, columns the second's; `chosen` brings a pair of them.

    `says_who`: each label with its reader before it.
    """

    chosen = Signal(str, str)

    def __init__(
        self, names: Mapping[str, str], *, says_who: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(0, 0, parent)
        self._names, self._says_who = names, says_who
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setStyleSheet(PLAIN)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(self.tr("Labels of the same stances"))
        self.cellClicked.connect(self._choose)
        self.cellActivated.connect(self._choose)
        self._labels: list[str] = []

    def show_pair(self, pair: ComparedPair) -> None:
        """Show the labels that either used; agreement stands on the diagonal, bold."""
        used = [
            i for i, row in enumerate(pair.matrix) if any(row) or any(line[i] for line in pair.matrix)
        ] or list(range(len(pair.labels)))
        self._labels = [pair.labels[i] for i in used]
        self.setRowCount(len(used))
        self.setColumnCount(len(used))
        called = [self._names.get(label, label) for label in self._labels]
        down, across = (f"{name}: " if self._says_who else "" for name in (pair.first, pair.second))
        self.setVerticalHeaderLabels([f"{down}{name}" for name in called])
        self.setHorizontalHeaderLabels([f"{across}{name}" for name in called])
        for y, i in enumerate(used):
            for x, k in enumerate(used):
                cell = QTableWidgetItem(QLocale().toString(pair.matrix[i][k]))
                cell.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                font = cell.font()
                font.setBold(i == k)
                cell.setFont(font)
                self.setItem(y, x, cell)
        self.resizeColumnsToContents()
        self.resizeRowsToContents()
        frame = 2 * self.frameWidth()
        height = self.horizontalHeader().sizeHint().height() + frame + PADDING
        height += sum(self.rowHeight(y) for y in range(len(used)))
        self.setMaximumHeight(height)
        self.setMinimumHeight(min(height, 240))
        width = self.verticalHeader().sizeHint().width() + frame + PADDING
        self.setMaximumWidth(width + sum(self.columnWidth(x) for x in range(len(used))))

    def _choose(self, row: int, column: int) -> None:
        self.chosen.emit(self._labels[row], self._labels[column])


class DifferenceTable(QTableWidget):
    """One difference a row; a click (or Enter) asks for its place: article, start, end.

    `counted` are the kinds of difference that the matrix beside it counts. `judges`: the second reader is the
    truth, so that what only one marked was missed, or is too much.
    """

    placeWanted = Signal(int, int, int)

    def __init__(
        self,
        names: Mapping[str, str],
        *,
        counted: Collection[str] = ("stance_label",),
        judges: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(0, 6, parent)
        self._names, self._counted, self._judges = names, counted, judges
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(self.tr("Differences"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.cellClicked.connect(self._go)
        self.cellActivated.connect(self._go)
        self._pair: ComparedPair | None = None

    def show_pair(self, pair: ComparedPair) -> None:
        """List all differences of two readers."""
        self._pair = pair
        self.setHorizontalHeaderLabels(
            [
                self.tr("Article"),
                self.tr("Text"),
                self.tr("Difference"),
                self.tr("found as") if self._judges else pair.first,
                self.tr("true") if self._judges else pair.second,
                self.tr("Stance"),
            ]
        )
        self._list(list(pair.differences))

    def show_labels(self, first: str, second: str) -> None:
        """List only that to which the readers gave these labels; all again where they agree in all."""
        if self._pair is None:
            return
        found = [
            it
            for it in self._pair.differences
            if it.kind in self._counted and (it.first or NONE, it.second or NONE) == (first, second)
        ]
        self._list(found if found or first != second else list(self._pair.differences))

    def _list(self, found: list[Differing]) -> None:
        shown = found[:SHOWN]
        self.setRowCount(len(shown))
        for row, item in enumerate(shown):
            holder, arrow, target = item.what.partition(" → ")
            cells = (
                item.title, item.words or self.tr("(the whole article)"), self._kind(item),
                self._names.get(item.first, item.first) or "–",
                self._names.get(item.second, item.second) or "–",
                f"{self._names.get(holder, holder)}{arrow}{target}",
            )  # fmt: skip
            for column, words in enumerate(cells):
                cell = QTableWidgetItem(words)
                cell.setToolTip(plain_tip(words))
                self.setItem(row, column, cell)
            first = self.item(row, 0)
            if first is not None:
                first.setData(_PLACE, (item.article, item.start, item.end))
        self.resizeColumnsToContents()
        widths = (100, 150, 110) if self._judges else (180, 260, 180)
        for column, widest in enumerate(widths):
            self.setColumnWidth(column, min(self.columnWidth(column), widest))

    def _kind(self, item: Differing) -> str:
        if not self._judges or item.kind != "span_missing":
            return difference_words(item.kind)
        return self.tr("too much") if item.first else self.tr("missed")

    def _go(self, row: int, _column: int) -> None:
        first = self.item(row, 0)
        if first is not None:
            self.placeWanted.emit(*first.data(_PLACE))
