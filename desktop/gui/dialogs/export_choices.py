"""What to export and how, as a form: articles, annotators, labels, format and its options, split."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.gui.dialogs.export_statements import StatementRows
from desktop.gui.dialogs.export_words import (
    SPLITS,
    TOGETHER,
    WHOLE,
    explanation,
    format_words,
    misfit_words,
    overlap_words,
    scheme_words,
    stratum_words,
)
from desktop.gui.dialogs.frame import hint
from desktop.gui.eliding_box import ElidingBox
from desktop.gui.look import GRID, Look, small
from desktop.gui.panels.controls import padded
from desktop.work.errand import ExportWish
from store.formats import FLAT, WRITERS, writer_named
from store.formats.protocol import Writer
from store.values import Annotator, Label

CUT = frozenset(("inside_token", "starts_inside", "ends_inside", "between_tokens"))
"""Kinds of losses against which spans can be widened to whole tokens."""

_ROWS = 4
"""Rows of a list that are seen without scrolling."""


class ExportChoices(QWidget):
    """`changed` follows every change of what `wish` says. `shown` are the articles of a narrowed queue."""

    changed = Signal()

    def __init__(
        self,
        annotators: Sequence[Annotator],
        labels: Sequence[Label],
        shown: tuple[int, ...] | None,
        *,
        language: str,
        look: Look,
    ) -> None:
        super().__init__()
        self._shown = shown
        self.format, self.articles, self.text = ElidingBox(), ElidingBox(), ElidingBox()
        self.scheme, self.misfit, self.overlap = ElidingBox(), ElidingBox(), ElidingBox()
        self.split, self.stratify = ElidingBox(), ElidingBox()
        self.statements = StatementRows(look)
        self.seed = padded(QSpinBox(maximum=999_999))
        self.only_done = QCheckBox(self.tr("Only finished readings"))
        self.in_scope = QCheckBox(self.tr("Without datelines, bylines and the like"))
        self.one_each = QCheckBox(self.tr("A file for each annotator"))
        self.pseudonyms = QCheckBox(self.tr("Call people A1, A2 … in the data"))
        self.datasheet = QCheckBox(self.tr("Datasheet beside the data"))
        self.deposit = QCheckBox(self.tr("Both in one ZIP for a deposit (BagIt)"))
        self.explained = hint("", look.dim)
        self.whose, self.people, self.labels = ElidingBox(), QListWidget(), QListWidget()
        self._fill(annotators, labels, language)
        self._build()
        self._connect()
        self._adapt()

    def wish(self) -> ExportWish:
        """What was chosen."""
        people, labels = _checked(self.people), _checked(self.labels)
        split = SPLITS[self.split.currentData()] if self.split.isEnabled() else None
        return ExportWish(
            format=self.format.currentData(),
            text=self.text.currentData() if self.text.isEnabled() else "full",
            annotators=people if self._is_by_name else (),
            only_done=self.only_done.isChecked(),
            split=split,
            seed=self.seed.value() if split else 0,
            stratify=self.stratify.currentData() if split else "",
            misfit=self.misfit.currentData() if self.misfit.isEnabled() else "leave_out",
            overlap=self.overlap.currentData() if self.overlap.isEnabled() else "longest",
            scheme=self.scheme.currentData() if self.scheme.isEnabled() else "iob2",
            one_each=self.one_each.isEnabled() and self.one_each.isChecked(),
            network=self.statements.wished_network(),
            evidence=self.statements.wished_evidence(),
            articles=self._shown if self.articles.currentData() == "shown" else None,
            labels=() if len(labels) == self.labels.count() else labels,
            in_scope=self.in_scope.isChecked(),
            pseudonyms=self.pseudonyms.isChecked(),
            datasheet=self.datasheet.isChecked() or self.deposit.isChecked(),
            deposit=self.deposit.isChecked(),
        )

    def writer(self) -> Writer:
        """The chosen format."""
        found = writer_named(self.format.currentData())
        assert found is not None
        return found

    def alternatives(self, kinds: Iterable[str]) -> dict[str, QComboBox | QCheckBox]:
        """What could be chosen against losses of these kinds and is not, by its code."""
        found: dict[str, QComboBox | QCheckBox] = {}
        lost = set(kinds)
        if lost & CUT and self.misfit.isEnabled() and self.misfit.currentData() == "leave_out":
            found["widen"] = self.misfit
        if "nested" in lost and self.overlap.isEnabled() and self.overlap.currentData() == "longest":
            found["shortest"] = self.overlap
        several = _checked(self.people) if self._is_by_name else self._everybody
        if len(several) > 1 and self.one_each.isEnabled() and not self.one_each.isChecked():
            found["one_each"] = self.one_each
        return found

    def choose(self, alternative: str) -> None:
        """Choose one of those instead."""
        box = self.alternatives((*CUT, "nested")).get(alternative)
        if isinstance(box, QCheckBox):
            box.setChecked(True)
        elif box is not None:
            box.setCurrentIndex(box.findData(alternative))

    @property
    def lacks(self) -> str:
        """What is missing for an export, in words; "" for nothing."""
        if self._is_by_name and not _checked(self.people):
            return self.tr("Choose at least one annotator.")
        if self.labels.count() and not _checked(self.labels):
            return self.tr("Choose at least one label.")
        return ""

    @property
    def _is_by_name(self) -> bool:
        return self.whose.currentData() == "named"

    def _fill(self, annotators: Sequence[Annotator], labels: Sequence[Label], language: str) -> None:
        for writer in WRITERS:
            self.format.addItem(format_words(writer), writer.name)
        self.articles.addItem(self.tr("all"), "all")
        if self._shown is not None:
            self.articles.addItem(self.tr("%Ln that the queue shows", "", len(self._shown)), "shown")
        self.text.addItem(self.tr("with the texts"), "full")
        self.text.addItem(self.tr("without texts: offsets, hashes and annotations"), "none")
        for box, words in (
            (self.scheme, scheme_words()),
            (self.misfit, misfit_words()),
            (self.overlap, overlap_words()),
            (self.stratify, stratum_words()),
        ):
            for code, name in words.items():
                box.addItem(name, code)
        for code in SPLITS:
            self.split.addItem(code or self.tr("one file"), code)
        self.whose.addItem("", "usual")  # what that is depends on the format
        if annotators:
            self.whose.addItem(self.tr("those ticked below"), "named")
        self._everybody = {it.name for it in annotators if it.kind != "model"}
        order = {"gold": 0, "person": 1, "model": 2}
        people = sorted(annotators, key=lambda it: (order[it.kind], it.name.casefold()))
        for name, words in {it.name: f"{it.name} {it.version}".strip() for it in people}.items():
            self.people.addItem(_checkable(words, name, is_checked=name in self._everybody))
        for label in labels:
            name = label.name.get(language) or next(iter(label.name.values()), label.code)
            self.labels.addItem(
                _checkable(f"{label.code}  {name}" if name != label.code else name, label.code)
            )
        for rows in (self.people, self.labels):
            rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if labels:
            self.labels.addItem(_checkable(self.tr("mentions without a label"), ""))
        self.datasheet.setChecked(True)
        for box in self._boxes():
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(32)

    def _build(self) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 2 * GRID, 0)
        body.setSpacing(2 * GRID)
        for widget, name in ((self.people, self.tr("Whose annotations")), (self.labels, self.tr("Labels"))):
            widget.setAccessibleName(name)
            widget.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            widget.setTextElideMode(Qt.TextElideMode.ElideRight)
            widget.ensurePolished()  # the style's paddings count
            rows = min(max(widget.count(), 1), _ROWS)
            widget.setFixedHeight(rows * max(widget.sizeHintForRow(0), 24) + 2 * GRID)
        self._form = form = QFormLayout()
        form.setHorizontalSpacing(2 * GRID)
        form.setVerticalSpacing(GRID)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        body.addLayout(form)
        self._head(self.tr("What"))
        form.addRow(self.tr("Articles"), self.articles)
        form.addRow(self.tr("Whose annotations"), self.whose)
        form.addRow("", self.people)
        form.addRow(self.tr("Labels"), self.labels)
        for box in (self.only_done, self.in_scope):
            form.addRow("", box)
        self._head(self.tr("How"))
        form.addRow(self.tr("Format"), self.format)
        form.addRow("", self.explained)
        form.addRow(self.tr("Texts"), self.text)
        form.addRow(self.tr("Ranges in columns"), self.scheme)
        form.addRow(self.tr("Spans within tokens"), self.misfit)
        form.addRow(self.tr("Overlapping spans"), self.overlap)
        self.statements.add_to(form)
        for box in (self.one_each, self.pseudonyms, self.datasheet, self.deposit):
            form.addRow("", box)
        self._split_head = self._head(self.tr("Split"))
        form.addRow(self.tr("Train, dev, test"), self.split)
        form.addRow(self.tr("Dealt"), self.stratify)
        form.addRow(self.tr("Seed"), self.seed)
        body.addStretch(1)

    def _head(self, title: str) -> QLabel:
        heading = QLabel(title)
        heading.setFont(small(self.font(), 1.0, strong=True))
        heading.setContentsMargins(0, GRID if self._form.rowCount() else 0, 0, 0)
        self._form.addRow(heading)
        return heading

    def _connect(self) -> None:
        for box in (*self._boxes(), self.split):
            box.currentIndexChanged.connect(self._change)
        checks = (self.only_done, self.in_scope, self.one_each, self.pseudonyms, self.datasheet, self.deposit)
        for check in checks:
            check.toggled.connect(self._change)
        for items in (self.people, self.labels):
            items.itemChanged.connect(self._change)
        self.seed.valueChanged.connect(self._change)
        self.statements.changed.connect(self._change)

    def _boxes(self) -> tuple[QComboBox, ...]:
        return (
            self.format, self.articles, self.whose, self.text, self.scheme, self.misfit, self.overlap,
            self.stratify,
        )  # fmt: skip

    def _change(self) -> None:
        self._adapt()
        self.changed.emit()

    def _adapt(self) -> None:
        """Show what the chosen format can be asked, and nothing else."""
        writer, form = self.writer(), self._form
        has_tokens = "partial_tokens" in writer.cannot_hold
        for widget, is_asked in (
            (self.text, not writer.needs_text),
            (self.scheme, writer.name.startswith("conll")),
            (self.misfit, has_tokens),
            (self.overlap, writer.name in FLAT),
            (self.one_each, writer.name not in TOGETHER),
            (self.split, writer.name not in WHOLE),
        ):
            form.setRowVisible(widget, is_asked)
            widget.setEnabled(is_asked)
        usual = (
            self.tr("the gold standard's, else everybody's")
            if writer.cannot_hold
            else self.tr("everybody's, models included")
        )
        self.whose.setItemText(0, usual)
        form.setRowVisible(self.people, self._is_by_name)
        self.datasheet.setEnabled(not self.deposit.isChecked())
        if self.deposit.isChecked():
            self.datasheet.setChecked(True)  # a deposit without one says nothing of its data
        form.setRowVisible(self._split_head, self.split.isEnabled())
        self.statements.adapt(form, writer.name)
        is_dealt = self.split.isEnabled() and bool(self.split.currentData())
        for widget in (self.stratify, self.seed):
            form.setRowVisible(widget, is_dealt)
        self.explained.setText(explanation(writer))


def _checkable(words: str, value: str, *, is_checked: bool = True) -> QListWidgetItem:
    item = QListWidgetItem(words)
    item.setData(Qt.ItemDataRole.UserRole, value)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if is_checked else Qt.CheckState.Unchecked)
    return item


def _checked(items: QListWidget) -> tuple[str, ...]:
    rows = [items.item(n) for n in range(items.count())]
    return tuple(it.data(Qt.ItemDataRole.UserRole) for it in rows if it.checkState() == Qt.CheckState.Checked)
