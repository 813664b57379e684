"""Projects that the system hands to a program that runs already: on macOS a double-click does."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent


class OpenedFiles(QObject):
    """An event filter for the application. `arrived` brings the path of each file."""

    arrived = Signal(str)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes what opens a local file; everything else goes on."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.arrived.emit(event.file())
            return True
        return super().eventFilter(watched, event)
