"""What an export would look like: how each file begins, and what would be lost, each loss a place."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QFontDatabase, QTextOption
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.gui.dialogs.export_words import alternative_words
from desktop.gui.dialogs.frame import hint
from desktop.gui.dialogs.saying_tree import SayingTree
from desktop.gui.look import GRID, Look, small
from desktop.gui.named_box import NamedBox
from desktop.gui.reports import feature_words, loss_words, lost_words, place_words
from desktop.gui.translating import number
from desktop.work.errand import Rehearsed
from store.formats.problems import Loss
from store.offsets import display_copy

SHOWN = 500
"""Losses of one kind that are shown; the report after the export has all of them."""

WIDE = 240
"""Characters from which on a line is no row of a table that one reads across: it is shown on several."""

_PLACE = Qt.ItemDataRole.UserRole


class ExportPreview(QWidget):
    """`placeChosen` brings a loss that somebody wants to see in its article."""

    placeChosen = Signal(object)
    alternativeChosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._beginnings: dict[str, str] = {}
        self._offered: tuple[str, ...] = ()
        self.files = NamedBox(self.tr("File"))
        self.files.hide()
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName(self.tr("Preview"))
        self.text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF() * 0.92)
        self.text.setFont(font)
        self.losses = SayingTree(look)
        self.losses.setAccessibleName(self.tr("What would be lost"))
        self.losses.setHeaderHidden(True)
        self.losses.setColumnCount(2)
        self.losses.setRootIsDecorated(True)
        self.instead, self._offers = hint("", look.dim), QHBoxLayout()
        self.state, self.never = hint("", look.dim), hint("", look.dim)
        self._build()
        self.files.currentIndexChanged.connect(self._show_file)
        self.losses.itemActivated.connect(self._choose)
        self.losses.itemClicked.connect(self._choose)

    def wait(self, words: str = "") -> None:
        """What is shown is out of date, and dim; something else is coming."""
        self.text.setEnabled(False)
        self.losses.setEnabled(False)
        self.losses.say_when_empty("")
        self.state.setText(words or self.tr("Looking …"))

    def show_rehearsal(self, found: Rehearsed, *, is_whole: bool) -> None:
        """Show what some articles (or all of them) become."""
        self.text.setEnabled(True)
        self.losses.setEnabled(True)
        self._show_beginnings(found.beginnings)
        self._show_losses(found, is_whole=is_whole)
        is_free = is_whole and found.articles
        self.losses.say_when_empty(self.tr("Nothing would be lost.") if is_free else "")
        if not found.articles:
            self.state.setText(
                self.tr("Nothing fits these choices: no finished or begun reading is among them.")
            )
        elif is_whole:
            articles = self.tr("%Ln article(s) would be written.", "", found.articles)
            losses = self.tr("%Ln annotation(s) would be lost or changed.", "", sum(found.lost.values()))
            nothing = self.tr("Nothing would be lost.")
            self.state.setText(f"{articles} {losses if found.losses else nothing}")
        else:
            self.state.setText(
                self.tr("The first %Ln article(s); the rest is being looked at …", "", found.articles)
            )

    def offer(self, codes: Iterable[str]) -> None:
        """Offer what could be done instead; a click chooses it in the form."""
        offered = tuple(codes)
        if offered == self._offered:
            return
        self._offered = offered
        while (item := self._offers.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        words = alternative_words()
        for code in offered:
            button = QPushButton(words[code])
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, code=code: self.alternativeChosen.emit(code))
            self._offers.addWidget(button)
        self._offers.addStretch(1)
        self.instead.setText(self.tr("Instead:") if self._offers.count() > 1 else "")
        self.instead.setVisible(self._offers.count() > 1)

    def _show_beginnings(self, beginnings: Sequence[tuple[str, str]]) -> None:
        before = self.files.currentText()
        self._beginnings = dict(beginnings)
        self.files.blockSignals(True)
        self.files.clear()
        self.files.addItems([name for name, _ in beginnings])
        self.files.setCurrentIndex(max(self.files.findText(before), 0))
        self.files.blockSignals(False)
        self.files.setVisible(len(beginnings) > 1)
        self._show_file()

    def _show_file(self) -> None:
        name = self.files.currentText()
        words = self._beginnings.get(name, "")
        is_wide = any(len(line) > WIDE for line in words.splitlines())
        mode = QPlainTextEdit.LineWrapMode
        self.text.setLineWrapMode(mode.WidgetWidth if is_wide else mode.NoWrap)
        self.text.setPlainText(display_copy(words))
        self.text.setPlaceholderText(
            "" if not name else self.tr("This file holds no text that could be shown.")
        )

    def _show_losses(self, found: Rehearsed, *, is_whole: bool) -> None:
        self.losses.clear()
        kinds: dict[str, list[Loss]] = {}
        for loss in found.losses:
            kinds.setdefault(loss.kind, []).append(loss)
        for kind, count in found.lost.items():
            top = QTreeWidgetItem([loss_words(kind), number(count) if is_whole else f"{number(count)}+"])
            top.setToolTip(0, loss_words(kind))
            top.setTextAlignment(1, Qt.AlignmentFlag.AlignRight)
            for loss in kinds[kind][:SHOWN]:
                item = QTreeWidgetItem([_line(loss)])
                item.setData(0, _PLACE, loss)
                item.setToolTip(0, self.tr("Click or Enter: see it in the article"))
                top.addChild(item)
            self.losses.addTopLevelItem(top)
        kinds_never = ", ".join(feature_words(it) for it in found.cannot_hold)
        self.never.setText(self.tr("The format never holds: {kinds}.").format(kinds=kinds_never))
        self.never.setVisible(bool(kinds_never))

    def _choose(self, item: QTreeWidgetItem) -> None:
        loss = item.data(0, _PLACE)
        if loss is not None:
            self.placeChosen.emit(loss)

    def _build(self) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(GRID)
        row = QHBoxLayout()
        row.addWidget(self._heading(self.tr("Preview")), 1)
        row.addWidget(self.files)
        body.addLayout(row)
        body.addWidget(self.text, 3)
        body.addWidget(self._heading(self.tr("What would be lost")))
        body.addWidget(self.losses, 2)
        row = QHBoxLayout()
        row.addWidget(self.instead)
        row.addLayout(self._offers, 1)
        body.addLayout(row)
        self.instead.hide()
        self.never.hide()
        body.addWidget(self.never)
        body.addWidget(self.state)
        header = self.losses.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def _heading(self, words: str) -> QLabel:
        label = QLabel(words)
        label.setFont(small(self.font(), 1.0, strong=True))
        return label


def _line(loss: Loss) -> str:
    """A loss on one line: what it was, the words there, where. Each part keeps its direction of writing."""
    words = QLocale().quoteString(loss.words) if loss.words else ""
    said = (lost_words(loss), words, place_words(loss), loss.article)
    return "  ".join(f"\u2068{part}\u2069" for part in said if part)
