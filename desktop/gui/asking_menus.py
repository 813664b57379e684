"""The context menu by keys: many keyboards have no key for it, and Qt knows no other."""

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication


def ask_for_menu() -> None:
    """Opens the menu of what has the focus, where the caret or the current row is, as the menu key does."""
    widget = QApplication.focusWidget()
    if widget is None:
        return
    place = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    point = place.center() if isinstance(place, QRect) else widget.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, point, widget.mapToGlobal(point))
    QCoreApplication.sendEvent(widget, event)
