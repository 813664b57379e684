"""Train a model on the project's articles: the curve while it learns, then label by label what it gained."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop.gui.dialogs.agreement_tables import PLAIN
from desktop.gui.dialogs.curve import Curve, Point
from desktop.gui.dialogs.frame import Dialog, hint
from desktop.gui.long_work import Telling
from desktop.gui.look import GRID, Look
from desktop.gui.named_box import NamedBox
from desktop.work.gains import Interval, Trained

FEW = 30
"""True spans below which a label's figures say little."""


class TrainingDialog(Dialog):
    """Stands beside the window. `trainWanted`: a language; `adoptWanted`: a `Trained`; `cancelled`: enough.

    `offered` are languages with their names, `names` what labels are called.
    """

    trainWanted = Signal(str)
    adoptWanted = Signal(object)
    cancelled = Signal()

    def __init__(
        self,
        offered: Sequence[tuple[str, str]],
        names: Mapping[str, str],
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Train a model"), parent)
        self.setModal(False)
        self._names, self._points, self._before = names, list[Point](), None
        self._trained: Trained | None = None
        self.language = NamedBox(self.tr("Language and model"))
        self.offer(offered)
        self.curve, self.gains = Curve(look), GainTable(names)
        self.told = QLabel(wordWrap=True)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setMaximumHeight(GRID)
        self.bar.setAccessibleName(self.tr("Train a model"))
        self.stop = QPushButton(self.tr("Cancel training"))
        self.anyway = QPushButton()
        self.few = hint("", look.dim)
        self._build(look)
        self.stop.clicked.connect(self._stop)
        self.anyway.clicked.connect(lambda: self.adoptWanted.emit(self._trained))
        self._rest()
        self.grow(640, 600)

    def offer(self, offered: Sequence[tuple[str, str]]) -> None:
        """Offer these languages with their names; the chosen one stays."""
        chosen = self.language.currentData()
        self.language.clear()
        for code, words in offered:
            self.language.addItem(words, code)
        self.language.setCurrentIndex(max(self.language.findData(chosen), 0))

    def begin(self) -> None:
        """A training has begun."""
        self._points, self._before, self._trained = [], None, None
        self.curve.show_points((), before=None, rounds=1)
        for widget in (self.gains, self.few, self.anyway):
            widget.hide()
        self.told.setText(self.tr("Reading the articles …"))
        self.bar.setRange(0, 0)
        for widget in (self.bar, self.stop):
            widget.show()
        self.stop.setEnabled(True)
        self.language.setEnabled(False)
        self.act.setEnabled(False)

    def _stop(self) -> None:
        """It ends with the round under way."""
        self.stop.setEnabled(False)
        self.told.setText(self.tr("Cancelling …"))
        self.cancelled.emit()

    def show_progress(self, telling: Telling) -> None:
        """Show a further round."""
        progress = telling.progress
        if telling.f1 is None or not self.stop.isEnabled():
            return
        if telling.round == 0:
            self._before = telling.f1
        elif not self._points or self._points[-1][0] != telling.round:
            self._points.append((telling.round, telling.f1))
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        self.curve.show_points(self._points, before=self._before, rounds=progress.total)
        if telling.round == progress.total:
            self.told.setText(self.tr("Both versions are being measured …"))
        elif telling.round:
            words = self.tr("Round {number}: F1 on articles kept apart")
            self.told.setText(words.format(number=telling.round))
        else:
            self.told.setText(self.tr("Preparing …"))

    def show_trained(self, trained: Trained | None) -> None:
        """Show what came of it; None: it was cancelled."""
        self._rest()
        self._trained = trained
        if trained is None:
            self.told.setText(self.tr("Cancelled; nothing has changed."))
            return
        self.told.setText(self._words(trained))
        self.gains.show_gains(trained)
        self.gains.show()
        few = [self._names.get(it.label, it.label) for it in trained.gains[1:] if it.true < FEW]
        self.few.setText(
            self.tr("Fewer than {count} in these articles, so little is said of: {labels}").format(
                count=FEW, labels=", ".join(few)
            )
        )
        self.few.setVisible(bool(few))
        self._show_choice(trained)
        self._make_room()

    def _show_choice(self, trained: Trained) -> None:
        """What is better is one click away; what is not, a choice beside training again."""
        if trained.is_better:
            self.act.setText(self.tr("Use version {number}").format(number=trained.version))
            self.act.setEnabled(True)
        else:
            words = self.tr("Use version {number} all the same").format(number=trained.version)
            self.anyway.setText(words)
            self.anyway.show()

    def _make_room(self) -> None:
        """Grow as high as the lines need at this width, as far as the screen goes."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.grow(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def show_failed(self, words: str) -> None:
        """Say why there is nothing."""
        self._rest()
        self.told.setText(words)

    def show_adopted(self, trained: Trained) -> None:
        """The project reads with the new version now."""
        self._trained = None
        self.anyway.hide()
        self.act.setText(self.tr("Train"))
        words = self.tr("{name} {version} reads this language from now on.")
        self.told.setText(words.format(name=trained.name, version=trained.version))

    def _words(self, trained: Trained) -> str:
        taught = self.tr("Learnt from %Ln article(s);", "", trained.taught)
        measured = self.tr("both versions measured on %Ln other(s).", "", trained.measured)
        if trained.is_better:
            return f"{taught} {measured}"
        if trained.measures_more:
            result = self.tr("What was gained may be chance: the current model stays.")
        else:
            result = self.tr("Nothing was gained: the current model stays.")
        more = self.tr("More articles of the same kind are needed.")
        return f"{taught} {measured} {result} {more}"

    def _build(self, look: Look) -> None:
        explained = self.tr(
            "The model goes on learning from finished articles, and from what is decided in begun ones. "
            "Three in ten are kept apart: on them the best round is chosen, and both versions are measured. "
            "Without a clear gain the current model stays."
        )
        self.body.addWidget(QLabel(explained, wordWrap=True))
        self.body.addWidget(self.language)
        self.body.addWidget(self.curve, 1)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        self.body.addLayout(row)
        self.body.addWidget(self.told)
        self.body.addWidget(self.gains, 3)
        self.body.addWidget(self.few)
        self.act = self.add_buttons(self.tr("Train"), cancel=False)
        self.act.setProperty("primary", True)
        self.act.style().unpolish(self.act)
        self.act.style().polish(self.act)
        self.buttons.addButton(self.anyway, QDialogButtonBox.ButtonRole.ActionRole)
        close = QPushButton(self.tr("Close"))
        self.buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)

    def accept(self) -> None:
        """The one button trains, or takes what is better; the dialog stays."""
        if self._trained is not None and self._trained.is_better:
            self.adoptWanted.emit(self._trained)
        else:
            self.trainWanted.emit(self.language.currentData())

    def _rest(self) -> None:
        for widget in (self.bar, self.stop, self.gains, self.few, self.anyway):
            widget.hide()
        self.language.setEnabled(self.language.count() > 0)
        self.act.setText(self.tr("Train"))
        self.act.setEnabled(self.language.count() > 0)


class GainTable(QTableWidget):
    """One label a row: how many are there, F1 as it was and as it is, each with its 95 % interval."""

    def __init__(self, names: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self._names = names
        self.setStyleSheet(PLAIN)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setShowGrid(False)
        self.setAccessibleName(self.tr("F1 by label"))
        self.verticalHeader().hide()
        self.setHorizontalHeaderLabels(
            [
                self.tr("Label"),
                self.tr("in the text"),
                self.tr("F1 as it was"),
                self.tr("F1 of the new version"),
            ]
        )
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        for column in range(self.columnCount()):
            if (title := self.horizontalHeaderItem(column)) is not None:
                title.setTextAlignment(_side(column))

    def show_gains(self, trained: Trained) -> None:
        """Show these; all labels together come first, bold."""
        self.setRowCount(len(trained.gains))
        for row, gain in enumerate(trained.gains):
            cells = (
                self._names.get(gain.label, gain.label) if gain.label else self.tr("all"),
                QLocale().toString(gain.true),
                rate(gain.before, gain.interval_before),
                rate(gain.after, gain.interval_after),
            )
            for column, words in enumerate(cells):
                cell = QTableWidgetItem(words)
                cell.setTextAlignment(_side(column))
                font = cell.font()
                font.setBold(row == 0 or (column == 3 and (gain.after or 0) > (gain.before or 0)))
                cell.setFont(font)
                self.setItem(row, column, cell)
        height = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth() + GRID
        height += sum(map(self.rowHeight, range(self.rowCount())))
        self.setMinimumHeight(min(height, 120))
        self.setMaximumHeight(height)


def _side(column: int) -> Qt.AlignmentFlag:
    """Words to the left, numbers to the right."""
    side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


def rate(value: float | None, interval: Interval | None) -> str:
    """A rate in per cent with its interval: "76.3 (74.1–78.4)"."""
    if value is None:
        return "–"
    said = QLocale().toString(100 * value, "f", 1)
    if interval is None:
        return said
    low, high = (QLocale().toString(100 * it, "f", 1) for it in interval)
    return f"{said} ({low}–{high})"
