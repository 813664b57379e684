"""The keys of one action: each can be taken off, and a new one is given by pressing it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.gui.actions import Action
from desktop.gui.article_view.keys import Keyboard
from desktop.gui.bindings import Bindings
from desktop.gui.look import GRID, Look
from desktop.gui.translating import native


class KeyCatcher(QLineEdit):
    """A field that takes the next key whole, also Tab and Enter. `left`: Esc, or the focus went elsewhere."""

    caught = Signal(str)
    left = Signal()

    def __init__(self, prompt: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, readOnly=True)
        # Tab would lead into the field, but never out of it.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setPlaceholderText(prompt)
        self.setAccessibleName(prompt)
        self._keyboard = Keyboard(QGuiApplication.platformName())

    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() == QEvent.Type.KeyRelease:
            return super().event(event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self._take(self._keyboard.name(event))
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.left.emit()

    def _take(self, key: str) -> None:
        if key == "Esc":
            self.left.emit()
        elif key:
            self.caught.emit(key)


class KeyEditor(QWidget):
    """`changed` brings the bindings with other keys for the action that is shown."""

    changed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._bindings = look, Bindings()
        self.name, self.told = QLabel(), QLabel(wordWrap=True)
        self.add = QPushButton(self.tr("Add a key"))
        self.reset = QPushButton(self.tr("Reset"))
        self.take = QPushButton(self.tr("Take it from there"))
        self.catcher = KeyCatcher(self.tr("Press the key; Esc leaves it"))
        self._caps = QHBoxLayout()
        self._build()
        self._wanted = ""
        self._action: Action | None = None
        self.add.clicked.connect(self.listen)
        self.reset.clicked.connect(self._reset)
        self.take.clicked.connect(self._take)
        self.catcher.caught.connect(self._caught)
        self.catcher.left.connect(self._stop)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that the action has now."""
        return self._bindings.keys(self._action) if self._action else ()

    def show_action(self, action: Action | None, bindings: Bindings) -> None:
        """Edit another action."""
        self._action, self._bindings = action, bindings
        self.name.setText(words_of(action) if action else self.tr("Choose an action above"))
        self.setEnabled(action is not None)
        self.reset.setEnabled(action is not None and action.row in bindings.chosen)
        self._show_caps()
        self._stop()

    def listen(self) -> None:
        """Wait for a key."""
        if self._action is not None:
            self.told.clear()
            self.take.hide()
            self.add.hide()
            self.catcher.show()
            self.catcher.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves a key that is in use where it is; only then is it the dialog's."""
        if event.key() == Qt.Key.Key_Escape and self.take.isVisible():
            self._stop()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.told.setStyleSheet(f"color: {self._look.con};")
        self.catcher.setMinimumWidth(220)
        self._caps.setSpacing(GRID // 2)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.name, 1)
        row.addLayout(self._caps)
        for widget in (self.catcher, self.add, self.reset):
            row.addWidget(widget)
        below = QHBoxLayout()
        below.addWidget(self.told, 1)
        below.addWidget(self.take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addLayout(below)

    def _show_caps(self) -> None:
        while (item := self._caps.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for key in self.keys:
            words = self.tr("Take {key} off").format(key=native(key))
            cap = QPushButton(f"{native(key)}  ×")
            cap.setToolTip(words)
            cap.setAccessibleName(words)
            cap.clicked.connect(lambda _=False, key=key: self._remove(key))
            self._caps.addWidget(cap)

    def _stop(self) -> None:
        listened = self.catcher.hasFocus() or self.take.hasFocus()
        self.take.hide()
        self.catcher.hide()
        self.add.show()
        self.told.clear()
        if listened:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _caught(self, key: str) -> None:
        """The key is the action's now, unless another action has it: then one is asked first."""
        action = self._action
        if action is None:
            return
        others = self._bindings.claimants(action, key)
        if not others:
            self._set((*self.keys, key))
            return
        self._wanted = key
        names = " · ".join(words_of(other) for other in others)
        self.catcher.hide()
        self.add.show()
        self.told.setText(self.tr("{key} is in use already: {names}.").format(key=native(key), names=names))
        self.take.show()
        self.take.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self) -> None:
        if self._action is None:
            return
        freed = self._bindings
        for other in freed.claimants(self._action, self._wanted):
            freed = freed.with_keys(other, tuple(key for key in freed.keys(other) if key != self._wanted))
        self.changed.emit(freed.with_keys(self._action, (*self.keys, self._wanted)))

    def _remove(self, key: str) -> None:
        self._set(tuple(it for it in self.keys if it != key))

    def _reset(self) -> None:
        if self._action is not None:
            self._set(self._action.keys)

    def _set(self, keys: tuple[str, ...]) -> None:
        if self._action is not None:
            self.changed.emit(self._bindings.with_keys(self._action, keys))


def words_of(action: Action) -> str:
    """An action in words, with its number where nine are worded alike."""
    number = action.id.rpartition("_")[2]
    return f"{action.said}: {number}" if number.isdigit() else action.said
