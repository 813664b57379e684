"""A button that folds a part of a panel; screen readers are told that, and whether the part is open."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QToolButton, QWidget

from desktop.gui.announcing import announce


class FoldButton(QToolButton):
    """Checked as long as the part is open."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spoken: QAccessibleInterface | None = None
        self.setText(title)
        self.setAccessibleName(title)
        self.setCheckable(True)
        self.setChecked(True)
        self.toggled.connect(self._say)

    def _say(self, opened: bool) -> None:
        if self.hasFocus():
            announce(self, self.tr("expanded") if opened else self.tr("collapsed"))


class SpokenFold(QAccessibleWidget):
    """Qt by itself calls everything that can be checked a check box."""

    def __init__(self, button: FoldButton) -> None:
        super().__init__(button, QAccessible.Role.Button)
        self._button = button

    def state(self) -> QAccessible.State:
        """That of the button, and of what it folds."""
        found = super().state()
        is_open = self._button.isChecked()
        found.expandable, found.expanded, found.collapsed = True, is_open, not is_open
        return found

    def actionNames(self) -> list[str]:
        return [self.pressAction(), *super().actionNames()]

    def doAction(self, name: str) -> None:
        if name == self.pressAction():
            self._button.toggle()
        else:
            super().doAction(name)


def spoken(_: str, thing: QObject) -> QAccessibleInterface | None:
    """What Qt tells screen readers of a fold button; None for everything else, which Qt knows itself."""
    if not isinstance(thing, FoldButton):
        return None
    thing.spoken = SpokenFold(thing)  # which lives as long as the button
    return thing.spoken
