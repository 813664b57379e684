"""Where an error is told: known ones in words at a place that fits, others to the crash hook."""

import sys

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QMessageBox

from desktop import messages
from desktop.gui.dialogs.crash import CrashDialog
from desktop.gui.main_window import MainWindow
from desktop.gui.model_worker import Refusal
from store.errors import LesartError


def sentence(error: LesartError) -> str:
    """What happened, in the language of the window."""
    return messages.sentence(error, _translated)


def why(error: LesartError) -> str:
    """The reason that an error gives, in the language of the window."""
    return messages.reason(error, _translated)


def next_step(error: LesartError) -> str:
    """What to do now, in the language of the window."""
    return messages.next_step(error, _translated)


def _translated(text: str) -> str:
    return QCoreApplication.translate(messages.CONTEXT, text)


class Telling(QObject):
    """The window's one exit for errors."""

    def __init__(self, window: MainWindow, log: str) -> None:
        super().__init__(window)
        self._window, self._log = window, log
        self._crash: CrashDialog | None = None

    def fail(self, error: Exception) -> None:
        """Tell of a command, reading or project that failed."""
        if not isinstance(error, LesartError):
            sys.excepthook(type(error), error, error.__traceback__)
        elif self._window.page.isVisible():
            self._window.page.messages.tell(_words(error), error=True)
        else:
            box = QMessageBox(QMessageBox.Icon.Warning, "Lesart", sentence(error), parent=self._window)
            box.setTextFormat(Qt.TextFormat.PlainText)
            box.setInformativeText(next_step(error))
            box.open()

    def refuse(self, refusal: Refusal) -> None:
        """Tell of an article that the model could not read."""
        self._window.page.messages.tell(_words(refusal.error), error=True)

    def crash(self, error: BaseException) -> None:
        """Tell of an unexpected error; one dialog at a time."""
        if self._crash is not None:
            return
        self._crash = CrashDialog(error, self._log, self._window)
        self._crash.finished.connect(self._crash_told)
        self._crash.show()

    def _crash_told(self) -> None:
        self._crash = None


def _words(error: LesartError) -> str:
    return " ".join(filter(None, (sentence(error), next_step(error), f"[{error.code}]")))
