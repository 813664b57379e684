"""A picture of the window on a project, painted without a display."""

import json
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from desktop.gui import store_side
from desktop.gui.project import Opened
from desktop.gui.workbench import Workbench

SIZE = QSize(1360, 860)
PATIENCE = 30.0
"""Seconds until an article has to be open."""

REST = 0.5
"""Seconds for lists to be filled and layouts to come to rest."""


def screen_in_memory(place: Path, size: QSize) -> str:
    """Describes a screen of so many pixels in the file `place`; returns the QT_QPA_PLATFORM that it needs.

    Qt's own screen without a display has 800 by 800 pixels: dialogs would be smaller than people see them.
    """
    screen = {"name": "memory", "x": 0, "y": 0, "width": size.width(), "height": size.height()}
    place.write_text(json.dumps({"screens": [screen | {"logicalDpi": 96, "dpr": 1}]}), encoding="utf-8")
    return f"offscreen:configfile={place}"


def picture_of(widget: QWidget, *, scale: int = 1) -> QImage:
    """The widget as it would be painted on a screen with `scale` pixels for each logical pixel."""
    image = QImage(widget.size() * scale, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(scale)
    image.fill(Qt.GlobalColor.transparent)
    widget.render(image)
    return image


def open_suggested(app: QApplication, workbench: Workbench, store: Path) -> None:
    """Open a project, as its first person, at the first article for which something is suggested.

    Raises what opening it raises, and TimeoutError.
    """
    opened: list[Opened] = []
    failed: list[Exception] = []
    workbench.opened.connect(opened.append)
    workbench.failed.connect(failed.append)
    workbench.arrivals.open(store, None)
    wait(app, lambda: bool(opened or failed))
    if opened and not opened[-1].page.suggestions:
        workbench.read(
            lambda project: store_side.reading().first_suggested(project),
            lambda article: workbench.open_article(article) if article is not None else None,
        )
    wait(app, lambda: False, patience=REST)
    if failed:
        raise failed[0]
    if not opened:
        raise TimeoutError


def wait(app: QApplication, until: Callable[[], bool], *, patience: float = PATIENCE) -> None:
    """Let the program run until something is so, or for `patience` seconds."""
    deadline = time.monotonic() + patience
    while not until() and time.monotonic() < deadline:
        app.processEvents()
        time.sleep(0.005)
