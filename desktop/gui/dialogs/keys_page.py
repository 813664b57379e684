"""All actions with their keys, to be looked up by name or by pressing a key, and to be given other keys."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.gui.actions import ACTIONS, Action
from desktop.gui.bindings import Bindings
from desktop.gui.dialogs.key_editor import KeyCatcher, KeyEditor, words_of
from desktop.gui.look import GRID, Look
from desktop.gui.translating import native

ONWARD = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
ROW = Qt.ItemDataRole.UserRole


class _Tree(QTreeWidget):
    """Enter activates a row and is not passed on to the dialog, which would close."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class KeysPage(QWidget):
    """`changed` brings the bindings as they are now."""

    changed = Signal(object)

    def __init__(self, bindings: Bindings, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bindings, self._look = bindings, look
        self._key = ""
        self.search = QLineEdit(placeholderText=self.tr("Search by name"), clearButtonEnabled=True)
        self.catcher = KeyCatcher(self.tr("Press the key to look for; Esc leaves it"))
        self.by_key = QPushButton(self.tr("Search by key"))
        self.tree = _Tree()
        self.editor = KeyEditor(look)
        self.reset = QPushButton(self.tr("Reset all keys"))
        self._items = {action.row: self._item(action) for action in ACTIONS}
        self._build()
        self._show_keys()
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._search)
        self.by_key.clicked.connect(lambda: self._listen(True))
        self.catcher.caught.connect(self._search_key)
        self.catcher.left.connect(lambda: self._listen(False))
        self.tree.currentItemChanged.connect(self._edit)
        self.tree.itemActivated.connect(self.editor.listen)
        self.editor.changed.connect(self._change)
        self.reset.clicked.connect(lambda: self._change(Bindings()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the field for a name, Enter and the arrow go on to what was found."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ONWARD:
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _item(self, action: Action) -> QTreeWidgetItem:
        item = QTreeWidgetItem([words_of(action), "", self._places()[action.scope]])
        item.setData(0, ROW, action)
        item.setForeground(2, QColor(self._look.dim))
        return item

    def _places(self) -> dict[str, str]:
        return {
            "article": self.tr("in the article"),
            "half": self.tr("while a stance is half made"),
            "statement": self.tr("while a stance is in hand"),
            "window": self.tr("anywhere"),
        }

    def _build(self) -> None:
        self.tree.setHeaderLabels([self.tr("Action"), self.tr("Keys"), self.tr("Counts")])
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setAccessibleName(self.tr("Actions and their keys"))
        self.tree.addTopLevelItems(list(self._items.values()))
        head = self.tree.header()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        above = QHBoxLayout()
        above.setSpacing(GRID)
        above.addWidget(self.search, 1)
        above.addWidget(self.catcher, 1)
        above.addWidget(self.by_key)
        self._listen(False)
        below = QHBoxLayout()
        below.addWidget(self.reset)
        below.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(above)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.editor)
        layout.addLayout(below)

    def _change(self, bindings: Bindings) -> None:
        self.bindings = bindings
        self._show_keys()
        self.changed.emit(bindings)

    def _show_keys(self) -> None:
        """Keys of all rows: those that one chose are bold, those that clash are in the colour of warnings."""
        clashing = {action.row for one, _, two in self.bindings.clashes() for action in (one, two)}
        for action in ACTIONS:
            item = self._items[action.row]
            item.setText(1, " · ".join(native(key) for key in self.bindings.keys(action)))
            font = item.font(1)
            font.setBold(action.row in self.bindings.chosen)
            item.setFont(1, font)
            warns = action.row in clashing
            item.setForeground(1, QColor(self._look.con if warns else self._look.text))
            item.setToolTip(1, self.tr("Another action has one of these keys, too.") if warns else "")
        self.reset.setEnabled(bool(self.bindings.chosen))
        self._edit()

    def _edit(self) -> None:
        item = self.tree.currentItem()
        shown = item.data(0, ROW) if item is not None and not item.isHidden() else None
        self.editor.show_action(shown if isinstance(shown, Action) else None, self.bindings)

    def _listen(self, listens: bool) -> None:
        """The field for a key instead of that for a name, or the other way round."""
        self.search.setVisible(not listens)
        self.catcher.setVisible(listens)
        if listens:
            self.catcher.setFocus(Qt.FocusReason.OtherFocusReason)

    def _search(self) -> None:
        """Hide what does not fit the words, or, where a key was pressed, does not have that key."""
        typed = self.search.text()
        key = self._key if self._key and typed == native(self._key) else ""
        words = [] if key else typed.casefold().split()
        first = None
        for action in ACTIONS:
            item = self._items[action.row]
            said = f"{item.text(0)} {item.text(1)}".casefold()
            keys = self.bindings.keys(action)
            item.setHidden(bool(key and key not in keys) or any(it not in said for it in words))
            first = first or (None if item.isHidden() else item)
        current = self.tree.currentItem()
        if first is not None and (current is None or current.isHidden()):
            self.tree.setCurrentItem(first)
        self._edit()

    def _search_key(self, key: str) -> None:
        self._key = key
        self._listen(False)
        self.search.setText(native(key))
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
