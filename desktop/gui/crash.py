"""What happens on an error nobody expected: it goes to the log file, and a dialog offers a report.

Neither ever holds article text: of an error's message only what the interpreter itself worded is kept, since
the messages of data errors quote the data.
"""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
    qVersion,
)

from desktop import provenance
from store.errors import LesartError

WORDED_BY_THE_INTERPRETER = (
    AttributeError,
    NameError,
    ImportError,
    TypeError,
    ZeroDivisionError,
    RecursionError,
)
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

log = logging.getLogger(__name__)


def start_log(path: Path) -> logging.Handler:
    """Write the program's log to `path`, at most three files of 512 KiB; Qt's messages go there too."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(path, maxBytes=512 * 1024, backupCount=2, encoding="utf-8", delay=True)
    handler.setFormatter(_Discreet("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return handler


def log_qt() -> Callable[[], None]:
    """Send Qt's messages to the log as well as to whoever had them; returns what undoes it."""
    qt = logging.getLogger("qt")

    def heard(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        qt.log(LEVELS.get(kind, logging.INFO), "%s", message)
        if callable(before):
            before(kind, context, message)

    def give_back() -> None:
        qInstallMessageHandler(before)

    before = qInstallMessageHandler(heard)
    return give_back


def describe(error: BaseException) -> str:
    """Type, place and (where it cannot quote data) message of an error and of its causes."""
    lines: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines.append(_headline(current))
        lines.extend(
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(current.__traceback__)
        )
        current = current.__cause__ or current.__context__
    return "\n".join(lines)


def report(error: BaseException) -> str:
    """What *Copy report* puts on the clipboard: versions, system and the described error."""
    made = provenance.identity(provenance.build(provenance.licences_folder()))
    return (
        f"Lesart {made}, Python {platform.python_version()}, Qt {qVersion()}\n"
        f"{platform.system()} {platform.release()} {platform.machine()}\n\n{describe(error)}\n"
    )


class CrashHook(QObject):
    """Takes over `sys.excepthook` and that of threads. `crashed` arrives on the window's thread."""

    crashed = Signal(object)
    _heard = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before = (sys.excepthook, threading.excepthook)
        self._heard.connect(self._tell)
        sys.excepthook = self._unexpected
        threading.excepthook = self._unexpected_in_thread

    def close(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._before

    def _unexpected(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.critical("unexpected error\n%s", describe(error))
        self._heard.emit(error)

    def _unexpected_in_thread(self, heard: threading.ExceptHookArgs) -> None:
        if heard.exc_value is not None:
            self._unexpected(heard.exc_type, heard.exc_value, heard.exc_traceback)

    @Slot(object)
    def _tell(self, error: BaseException) -> None:
        self.crashed.emit(error)


class _Discreet(logging.Formatter):
    """A formatter whose tracebacks follow `describe`, whatever another handler has left in the record."""

    def format(self, record: logging.LogRecord) -> str:
        other, record.exc_text = record.exc_text, None
        try:
            return super().format(record)
        finally:
            record.exc_text = other

    def formatException(
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        return describe(ei[1]) if ei[1] is not None else ""


def _headline(error: BaseException) -> str:
    name = type(error).__name__
    if isinstance(error, LesartError):
        return f"{name} [{error.code}] {sorted(error.fields)}"
    return f"{name}: {error}" if isinstance(error, WORDED_BY_THE_INTERPRETER) else name
