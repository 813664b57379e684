"""All actions by name: type a few letters, Enter."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.gui.announcing import announce
from desktop.gui.beside import corner_beside
from desktop.gui.look import GRID, Look

STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}

HIGHEST = 380
HINT_ROLE = Qt.ItemDataRole.UserRole + 1


class Choice(Struct, frozen=True):
    """Something to choose by name. `hint` stands at the right, such as a key.

    `likely` ones are what words that are filled in may mean.
    """

    id: str
    words: str
    hint: str = ""
    likely: bool = False


class HintDelegate(QStyledItemDelegate):
    """Paints the hint of a choice at the right end of its row."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._dim = look.dim

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        painter.save()
        painter.setPen(QColor(self._dim))
        right = int(Qt.AlignmentFlag.AlignVCenter.value | Qt.AlignmentFlag.AlignRight.value)
        painter.drawText(QRect(option.rect).adjusted(GRID, 0, -GRID, 0), right, index.data(HINT_ROLE) or "")
        painter.restore()


def fitting(choices: Sequence[Choice], typed: str) -> list[Choice]:
    """The choices in which every typed word occurs; those that begin with the first one come first."""
    words = typed.casefold().split()
    found = [it for it in choices if all(word in it.words.casefold() for word in words)]
    return sorted(found, key=lambda it: not (words and it.words.casefold().startswith(words[0])))


class Palette(QDialog):
    """A field above a list.

    `chosen` tells the id, `named` the words typed where `free` lets a new name through. As long as what is
    `prefilled` stands there, the likely choices come first, then the new name, then all others.
    """

    chosen = Signal(str)
    named = Signal(str)

    def __init__(
        self,
        choices: Sequence[Choice],
        look: Look,
        *,
        prompt: str,
        free: str = "",
        prefilled: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._choices, self._free, self._prefilled = choices, free, prefilled
        self._said, self._stands_above = "", False
        self.field, self.list = (
            QLineEdit(placeholderText=prompt),
            QListWidget(),
        )
        self.field.setAccessibleName(prompt)
        self.list.setAccessibleName(prompt)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(1)  # by itself it asks for three rows
        self.list.setItemDelegate(HintDelegate(look, self.list))
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.setStyleSheet(
            f"Palette {{ background: {look.card}; border: 1px solid {look.faint}; }}"
            f"QListWidget {{ background: {look.card}; border: none; outline: none; }}"
            f"QListWidget::item {{ padding: 6px 8px; border-radius: 4px; color: {look.text}; }}"
            f"QListWidget::item:selected {{ background: {look.tint}; color: {look.text}; }}"
            f"QListWidget::item:disabled {{ color: {look.dim}; }}"
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self.field.textChanged.connect(self._fill)
        self.field.returnPressed.connect(self._choose)
        self.list.itemClicked.connect(lambda _: self._choose())
        self.field.installEventFilter(self)
        self.field.setAccessibleName(prompt)
        self.list.currentItemChanged.connect(self._say)
        self.resize(520, HIGHEST)
        self.field.setText(prefilled)
        self.field.selectAll()
        if not prefilled:
            self._fill("")

    def open_over(self, window: QWidget, *, beside: QRect | None = None) -> None:
        """Show beside a place on the screen, else in the upper middle of a window."""
        room = QRect(window.mapToGlobal(window.rect().topLeft()), window.size())
        self._fit()
        if beside:
            self.move(corner_beside(self.size(), beside, room))
            self._stands_above = self.geometry().bottom() < beside.top()
        else:
            self.move(room.left() + (room.width() - self.width()) // 2, room.top() + room.height() // 6)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in STEPS:
            row = self.list.currentRow() + STEPS[Qt.Key(event.key())]
            self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
            return True
        return super().eventFilter(watched, event)

    def _fill(self, typed: str) -> None:
        with QSignalBlocker(self.list):  # rows that pass by are not said
            self._list(typed)
        if self.isVisible():
            self._fit()
        self._say()

    def _fit(self) -> None:
        """As high as its rows; the edge that is beside its place stays there."""
        place = self.geometry()
        place.setHeight(min(HIGHEST, self._needed()))
        if self._stands_above:
            place.moveBottom(self.geometry().bottom())
        self.setGeometry(place)

    def _list(self, typed: str) -> None:
        self.list.clear()
        name = typed.strip()
        if name and typed == self._prefilled:
            self._add([it for it in self._choices if it.likely])
            self._add_new(name)
            self._add([it for it in self._choices if not it.likely])
        else:
            self._add(fitting(self._choices, typed))
            self._add_new(name)
        if not self.list.count():
            nothing = QListWidgetItem(self.tr("Nothing by that name. Fewer letters find more."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)
        else:
            self.list.setCurrentRow(0)

    def _add(self, choices: Sequence[Choice]) -> None:
        for choice in choices:
            item = QListWidgetItem(choice.words)
            item.setData(Qt.ItemDataRole.UserRole, choice.id)
            item.setData(HINT_ROLE, choice.hint)
            self.list.addItem(item)

    def _add_new(self, name: str) -> None:
        """The name itself, where it is none of the choices."""
        if self._free and name and name.casefold() not in {it.words.casefold() for it in self._choices}:
            item = QListWidgetItem(self._free.format(name=name))
            item.setData(Qt.ItemDataRole.UserRole, None)
            self.list.addItem(item)

    def _needed(self) -> int:
        """The height that shows all rows."""
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        return self.field.sizeHint().height() + rows + 5 * GRID

    def _say(self) -> None:
        """The focus stays in the field: what Enter would choose is announced, or that there is nothing."""
        item = self.list.currentItem() or self.list.item(0)
        words = " ".join(filter(None, (item.text(), item.data(HINT_ROLE)))) if item is not None else ""
        if self.isVisible() and words != self._said:
            announce(self.field, words)
        self._said = words

    def _choose(self) -> None:
        item = self.list.currentItem()
        typed = self.field.text().strip()
        self.close()
        if item is None or item.flags() == Qt.ItemFlag.NoItemFlags:
            return
        chosen = item.data(Qt.ItemDataRole.UserRole)
        if chosen is None:
            self.named.emit(typed)
        else:
            self.chosen.emit(chosen)
