"""All occurrences of a name, in their context: what is ticked is labelled, as one step."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QWidget,
)

from desktop.gui.dialogs.frame import Dialog
from desktop.gui.dialogs.occurrence_rows import OccurrenceList, OccurrenceModel
from desktop.gui.look import GRID, Look
from desktop.gui.named_box import NamedBox
from desktop.gui.translating import number, worded
from store.matching import Matching
from store.values import Label, Occurrence


class Wanted(Struct, frozen=True):
    """What is looked for, where, and the label it is to get."""

    surface: str
    label: str | None
    everywhere: bool = False
    matching: Matching = Matching()


class OccurrencesDialog(Dialog):
    """`searchWanted` asks to look for a `Wanted`; `add` brings what was found, `progress` how far that is."""

    searchWanted = Signal(object)
    applyWanted = Signal()

    def __init__(
        self,
        wanted: Wanted,
        labels: Sequence[Label],
        *,
        language: str,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Label all occurrences"), parent)
        self._wanted = wanted
        self._same = 0
        self.model = OccurrenceModel(self)
        self.surface, self.label = QLineEdit(wanted.surface), NamedBox(self.tr("Label"))
        for it in labels:
            self.label.addItem(f"{it.code}  {worded(it.name, language)}", it.code)
        self.label.addItem(self.tr("Mention without a label"), None)
        self.label.setCurrentIndex(max(self.label.findData(wanted.label), 0))
        self.here, self.everywhere = (
            QRadioButton(self.tr("This article")),
            QRadioButton(self.tr("All articles")),
        )
        self.words = QCheckBox(self.tr("Whole words only"))
        self.case = QCheckBox(self.tr("Capitals and small letters alike"))
        self.forms = QCheckBox(self.tr("German endings too"))
        self.list = OccurrenceList(look, self.model)
        self.list.setAccessibleName(self.tr("Occurrences"))
        self.said, self.bar = QLabel(), QProgressBar(textVisible=False)
        self.all, self.none = QPushButton(self.tr("Tick all")), QPushButton(self.tr("Tick none"))
        self._fill()
        self._build(look)
        self._connect()
        self._count()

    @property
    def wanted(self) -> Wanted:
        """What is looked for."""
        return self._wanted

    def begin(self) -> None:
        """Ask for what is wanted."""
        self._same = 0
        self.model.clear()
        self.said.setText("")
        self.searchWanted.emit(self._wanted)

    def add(self, found: Sequence[Occurrence]) -> None:
        """Show more occurrences; what has the label already is only counted."""
        self._same += sum(1 for it in found if it.state == "same")
        first = not self.model.rows
        self.model.add([it for it in found if it.state != "same"])
        if first and self.model.rows:
            self.list.setCurrentIndex(self.model.index(0))

    def progress(self, done: int, total: int) -> None:
        """Show how far the search or the labelling is."""
        self.bar.setVisible(done < total)
        self.bar.setMaximum(total)
        self.bar.setValue(done)
        same = self.tr("%Ln labelled so already.", "", self._same) if self._same else ""
        found = "" if self.model.rows or done < total else self.tr("No other occurrence.")
        self.said.setText(" ".join(filter(None, (found, same))))

    def set_working(self) -> None:
        """The labelling is under way: nothing but cancelling is possible."""
        for part in (self.surface, self.label, self.here, self.everywhere, self.words, self.case, self.forms):
            part.setEnabled(False)
        for part in (self.list, self.all, self.none, self._ok):
            part.setEnabled(False)

    def accept(self) -> None:
        """Enter in the field for the words looks for them; elsewhere it labels."""
        if self.surface.hasFocus() and self.surface.text() != self._wanted.surface:
            self._look()
        elif self._ok.isEnabled():
            self.applyWanted.emit()

    def _fill(self) -> None:
        (self.everywhere if self._wanted.everywhere else self.here).setChecked(True)
        self.words.setChecked(self._wanted.matching.whole_words)
        self.case.setChecked(self._wanted.matching.any_case)
        self.forms.setChecked(self._wanted.matching.inflected)
        self._scope = QButtonGroup(self)
        self._scope.addButton(self.here)
        self._scope.addButton(self.everywhere)

    def _build(self, look: Look) -> None:
        first, second, third = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.surface, 1)
        first.addWidget(self.label)
        for part in (self.here, self.everywhere):
            second.addWidget(part)
        second.addSpacing(2 * GRID)
        for part in (self.words, self.case, self.forms):
            second.addWidget(part)
        second.addStretch(1)
        for part in (self.all, self.none):
            part.setAutoDefault(False)
            third.addWidget(part)
        third.addWidget(self.said, 1)
        third.addWidget(self.bar)
        self.surface.setAccessibleName(self.tr("Words"))
        self.said.setStyleSheet(f"color: {look.dim};")
        self.bar.setMaximumWidth(160)
        self.bar.setAccessibleName(self.tr("Occurrences"))
        for row in (first, second):
            self.body.addLayout(row)
        self.body.addWidget(self.list, 1)
        self.body.addLayout(third)
        self._ok = self.add_buttons(self.tr("Label"))
        self.grow(860, 600)
        self.list.setFocus()

    def _connect(self) -> None:
        self.surface.editingFinished.connect(self._look)
        self.label.activated.connect(self._look)
        self._scope.buttonToggled.connect(lambda _, on: self._look() if on else None)
        for box in (self.words, self.case, self.forms):
            box.toggled.connect(self._look)
        self.all.clicked.connect(lambda: self.model.tick(range(len(self.model.rows)), True))
        self.none.clicked.connect(lambda: self.model.tick(range(len(self.model.rows)), False))
        self.model.ticksChanged.connect(self._count)
        scope = QShortcut(QKeySequence("Ctrl+L"), self)
        scope.activated.connect(self._change_scope)

    def _change_scope(self) -> None:
        (self.here if self.everywhere.isChecked() else self.everywhere).click()

    def _look(self) -> None:
        wanted = Wanted(
            surface=self.surface.text().strip(),
            label=self.label.currentData(),
            everywhere=self.everywhere.isChecked(),
            matching=Matching(
                whole_words=self.words.isChecked(),
                any_case=self.case.isChecked(),
                inflected=self.forms.isChecked(),
            ),
        )
        if wanted != self._wanted:
            self._wanted = wanted
            self.begin()

    def _count(self) -> None:
        chosen = list(self.model.ticked())
        articles = len({it.article_id for it in chosen})
        words = self.tr("Label %Ln occurrence(s)", "", len(chosen))
        if articles > 1:
            words = self.tr("{what} in {count} articles").format(what=words, count=number(articles))
        self._ok.setText(words)
        self._ok.setEnabled(bool(chosen))
