"""One's own effort: whether it is measured and who sees it, and what was measured so far."""

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QRadioButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop.gui.dialogs.frame import Dialog, heading, hint
from desktop.gui.look import GRID, Look
from desktop.gui.settings import EffortChoice
from desktop.work.effort import KINDS, Effort, Kind, Spent, by_kind, usual_seconds


class EffortDialog(Dialog):
    """`chosen` brings an `EffortChoice`, the other two what was asked of the figures."""

    chosen = Signal(str)
    savingAsked = Signal()
    forgettingAsked = Signal()

    def __init__(self, choice: EffortChoice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("My effort"), parent)
        self.choices = QButtonGroup(self)
        for number, (code, words, about) in enumerate(self._sentences()):
            button = QRadioButton(words)
            button.setChecked(code == choice)
            button.setProperty("code", code)
            button.setAccessibleDescription(about)
            self.choices.addButton(button, number)
            said = hint(about, look.dim)
            said.setContentsMargins(3 * GRID, 0, 0, GRID // 2)
            self.body.addWidget(button)
            self.body.addWidget(said)
        self.choices.buttonClicked.connect(lambda button: self.chosen.emit(button.property("code")))
        self.body.addSpacing(GRID)
        self.body.addWidget(heading(self.tr("Measured so far in this project")))
        self.summary = QLabel(wordWrap=True)
        self.body.addWidget(self.summary)
        self.table = self._new_table()
        self.body.addWidget(self.table, 1)
        self.body.addLayout(self._figures_buttons())
        self.body.addStretch(0)  # takes the table's room where there is none
        self.add_buttons(self.tr("Close"), cancel=False)
        self.setMinimumWidth(480)

    def show_effort(self, found: Effort, unaided: Effort | None = None) -> None:
        """Show these figures; `unaided` are those of articles that were read without suggestions."""
        rows = by_kind(found)
        self.summary.setText(self._summary(found, unaided or {}) if found else self.tr("Nothing yet."))
        self.table.setVisible(bool(rows))
        self.table.setRowCount(len(rows))
        for row, (kind, spent) in enumerate(rows.items()):
            for column, words in enumerate((kind_words(kind), *_figures(spent))):
                item = QTableWidgetItem(words)
                item.setTextAlignment(_side(column))
                self.table.setItem(row, column, item)
        for button in (self.save, self.forget):
            button.setVisible(bool(found))
        self.body.activate()
        self.grow(640, 640 if rows else self.heightForWidth(640))

    def _sentences(self) -> tuple[tuple[EffortChoice, str, str], ...]:
        return (
            ("off", self.tr("Off"), self.tr("Nothing is measured.")),
            (
                "mine",
                self.tr("Only for me"),
                self.tr("Only you see it: it stays on this machine, and no export takes it along."),
            ),
            (
                "shared",
                self.tr("Shared with the project"),
                self.tr("Whoever gets your exports sees it: a table beside each, without times of day."),
            ),
        )

    def _new_table(self) -> QTableWidget:
        table = QTableWidget(0, 4)
        across = table.horizontalHeader()
        table.setHorizontalHeaderLabels(
            [
                self.tr("Decision"),
                self.tr("How often"),
                self.tr("Actions each"),
                self.tr("Seconds each"),
            ]
        )
        for column in range(table.columnCount()):
            if (title := table.horizontalHeaderItem(column)) is not None:
                title.setTextAlignment(_side(column))
        table.setAccessibleName(self.tr("Measured so far in this project"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        across.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        return table

    def _figures_buttons(self) -> QHBoxLayout:
        self.save = QPushButton(self.tr("Save as a table …"))
        self.forget = QPushButton(self.tr("Delete what was measured"))
        self.save.clicked.connect(self.savingAsked)
        self.forget.clicked.connect(self.forgettingAsked)
        across = QHBoxLayout()
        across.addWidget(self.save)
        across.addWidget(self.forget)
        across.addStretch(1)
        return across

    def _summary(self, found: Effort, unaided: Effort) -> str:
        aided = {article: spent for article, spent in found.items() if article not in unaided}
        said = [(self.tr("{articles}, half of them in {time} or less"), aided if unaided else found)]
        if unaided:
            said.append((self.tr("without suggestions: {articles}, half of them in {time} or less"), unaided))
        return "\n".join(
            words.format(
                articles=self.tr("%Ln article(s)", "", len(some)), time=duration(usual_seconds(some) or 0.0)
            )
            for words, some in said
            if some
        )


def _side(column: int) -> Qt.AlignmentFlag:
    """Words stand at the left, figures at the right."""
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def duration(seconds: float) -> str:
    """Active time in words: "2 min 10 s"."""
    whole = round(seconds)
    minutes, rest = divmod(whole, 60)
    translate = QCoreApplication.translate
    return (
        translate("Effort", "{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)
        if minutes
        else translate("Effort", "{seconds} s").format(seconds=rest)
    )


def kind_words(kind: Kind) -> str:
    """A kind of decision."""
    translate = QCoreApplication.translate
    words = (
        translate("Effort", "Suggestion accepted"),
        translate("Effort", "Label changed"),
        translate("Effort", "Edge moved"),
        translate("Effort", "Marked by hand"),
        translate("Effort", "Suggestion refused"),
        translate("Effort", "Mark deleted"),
        translate("Effort", "Seen, unchanged"),
        translate("Effort", "Stance"),
        translate("Effort", "Read, nothing decided"),
    )
    return dict(zip(KINDS, words, strict=True))[kind]


def _figures(spent: Spent) -> tuple[str, str, str]:
    """How often, and what each took; where nothing was decided, all of it."""
    locale, times = QLocale(), max(spent.times, 1)
    return (
        locale.toString(spent.times) if spent.times else "–",
        locale.toString(spent.actions / times, "f", 1),
        locale.toString(spent.seconds / times, "f", 1),
    )
