"""Waiting for the window to come to rest."""

import time
from collections.abc import Callable

from PySide6.QtWidgets import QApplication

REST = 0.35
"""Seconds for lists to be filled and layouts to come to rest."""
PATIENCE = 120.0
"""Seconds that a step may take: much may run beside it."""


def rest() -> None:
    """Let everything settle."""
    until(lambda: False, patience=REST)


def until(done: Callable[[], bool], *, patience: float = PATIENCE) -> None:
    """Go on with events until something is so."""
    deadline = time.monotonic() + patience
    while not done() and time.monotonic() < deadline:
        QApplication.processEvents()
        time.sleep(0.005)
