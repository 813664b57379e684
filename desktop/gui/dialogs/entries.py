"""A page of the codebook: a list of entries and what can be done with them."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.gui.dialogs.frame import hint
from desktop.gui.look import GRID, Look
from desktop.gui.panels.section import EmptyState

CHIP = QSize(22, 14)
FEW = 12
"""Entries that are found without a search field."""


class Entry(Struct, frozen=True):
    """A line of the list: `value` is what it stands for, `colour` a chip before it; `retired` is dim."""

    value: Any
    text: str
    colour: str = ""
    retired: bool = False
    tip: str = ""


class EntriesPage(QWidget):
    """Emits what is wanted; `show_entries` shows what came of it. Pages that `sorts` can be put in order."""

    addWanted = Signal()
    changeWanted = Signal(object)
    mergeWanted = Signal(object)
    retireWanted = Signal(object)
    restoreWanted = Signal(object)
    orderWanted = Signal(object)

    def __init__(
        self,
        name: str,
        explained: str,
        look: Look,
        *,
        sorts: bool,
        retires: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._retires = look, retires
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setIconSize(CHIP)
        self.list.itemSelectionChanged.connect(self._check)
        self.list.itemDoubleClicked.connect(lambda _: self.edit.click())
        self.search = QLineEdit(clearButtonEnabled=True)
        self.empty = EmptyState()
        self._nothing = ("", "")
        self.add, self.edit = QPushButton(self.tr("Add …")), QPushButton(self.tr("Change …"))
        self.merge, self.retire = QPushButton(self.tr("Merge into …")), QPushButton()
        self.up, self.down = QPushButton("↑"), QPushButton("↓")
        self.up.setAccessibleName(self.tr("Move up"))
        self.down.setAccessibleName(self.tr("Move down"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2 * GRID, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(hint(explained, look.dim))
        layout.addWidget(self.search)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        layout.addLayout(self._stack, 1)
        self._row = QWidget()
        self._row.setLayout(self._buttons(sorts))
        layout.addWidget(self._row)
        self._prepare_search(name)
        self._check()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """List these; the line that was chosen stays chosen."""
        row = self.list.currentRow()
        self.list.clear()
        for entry in entries:
            item = QListWidgetItem(entry.text)
            item.setData(Qt.ItemDataRole.UserRole, entry)
            item.setToolTip(entry.tip)
            if entry.colour:
                item.setIcon(_chip(entry.colour))
            if entry.retired:
                item.setForeground(QColor(self._look.faint))
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, self.list.count() - 1) if row >= 0 else -1)
        self.search.setVisible(len(entries) > FEW or bool(self.search.text()))
        self._narrow()

    def say_when_empty(self, title: str, text: str) -> None:
        """What stands where there is no entry yet, above a button that adds one."""
        self._nothing = (title, text)
        self._narrow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Enter lead from the search field into the list; Enter does not close the dialog."""
        ahead = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if watched is not self.search or not isinstance(event, QKeyEvent) or event.key() not in ahead:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress and (shown := self._shown()):
            self.list.setCurrentItem(shown[0])
            self.list.setFocus()
        return True

    def _prepare_search(self, name: str) -> None:
        self.search.setPlaceholderText(self.tr("Search this list"))
        self.search.setAccessibleName(self.tr("Search this list") + ": " + name)
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._narrow)
        self.empty.acted.connect(self._act_on_empty)
        self.search.hide()

    def _narrow(self) -> None:
        """Leave in the list what holds every word that is searched; what is out of sight is not chosen."""
        words = self.search.text().casefold().split()
        for n in range(self.list.count()):
            item = self.list.item(n)
            said = f"{item.text()} {item.toolTip()}".casefold()
            item.setHidden(not all(word in said for word in words))
            if item.isHidden():
                item.setSelected(False)
        if words:
            self.empty.tell(
                self.tr("Nothing found"), self.tr("No entry holds these words."), self.tr("Show all")
            )
        else:
            self.empty.tell(*self._nothing, self.tr("Add …"))
        nothing = bool(words or self._nothing[0]) and not self._shown()
        self._stack.setCurrentWidget(self.empty if nothing else self.list)
        self._row.setVisible(
            bool(words) or not nothing
        )  # the empty page adds, and there is nothing else to do
        self._check()

    def _shown(self) -> list[QListWidgetItem]:
        items = [self.list.item(n) for n in range(self.list.count())]
        return [item for item in items if not item.isHidden()]

    def _act_on_empty(self) -> None:
        if self.search.text():
            self.search.clear()
            self.search.setFocus()
        else:
            self.addWanted.emit()

    def _buttons(self, sorts: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for button, act in (
            (self.add, self.addWanted.emit),
            (self.edit, lambda: self._tell(self.changeWanted)),
            (self.merge, lambda: self._tell(self.mergeWanted)),
            (self.retire, self._retire_or_restore),
            (self.up, lambda: self._move(-1)),
            (self.down, lambda: self._move(1)),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(act)
            row.addWidget(button)
        self.retire.setVisible(self._retires)
        for button in (self.up, self.down):
            button.setMaximumWidth(40)
            button.setVisible(sorts)
        row.addStretch(1)
        return row

    def _chosen(self) -> Entry | None:
        item = self.list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item is not None and item.isSelected() else None

    def _tell(self, signal: Any) -> None:
        if (entry := self._chosen()) is not None:
            signal.emit(entry.value)

    def _retire_or_restore(self) -> None:
        entry = self._chosen()
        if entry is not None:
            (self.restoreWanted if entry.retired else self.retireWanted).emit(entry.value)

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        if self._chosen() is None or not 0 <= row + by < self.list.count():
            return
        values = [self.list.item(n).data(Qt.ItemDataRole.UserRole).value for n in range(self.list.count())]
        values.insert(row + by, values.pop(row))
        self.list.setCurrentRow(row + by)
        self.orderWanted.emit(values)

    def _check(self) -> None:
        entry = self._chosen()
        for button in (self.retire, self.up, self.down):
            button.setEnabled(entry is not None)
        gone = entry is not None and entry.retired
        for button in (self.edit, self.merge):
            button.setEnabled(entry is not None and not gone)
        self.retire.setText(self.tr("Offer again") if gone else self.tr("Retire"))


def _chip(colour: str) -> QIcon:
    pixmap = QPixmap(CHIP * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(0, 0, CHIP.width(), CHIP.height(), 4, 4)
    return QIcon(pixmap)
