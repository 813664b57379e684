"""Paints every kind of window on no display, to see that nothing of what they need is missing."""

from pathlib import Path

from PySide6.QtCore import QCollator, QCoreApplication, QLocale
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desktop.gui import app, icons, rendering
from desktop.gui.settings import Settings

COLOURS = 20
"""Colours on a picture with letters, at least: their edges are smoothed."""


def painted(store: Path) -> dict[str, bool]:
    """What was painted on a project -> whether anything is to be seen; Lesart speaks German here.

    Raises what opening the project raises.
    """
    with app.unseen(store, Settings(theme="light", language="de")) as program:
        window, running = program.window, app._application()
        found = {"window": _is_seen(window), "icons": all(map(_is_drawn, icons.FOLDER.glob("*.svg")))}
        program.doors.positions.show()
        positions = program.doors.positions.shown
        if positions is not None:
            positions.scope.setCurrentIndex(1)
            rendering.wait(running, lambda: not positions.network.is_empty)
            for tab, name in enumerate(("matrix", "network")):
                positions.tabs.setCurrentIndex(tab)
                found[name] = _is_seen(positions) and not positions.network.is_empty
            for suffix in ("svg", "pdf"):
                found[suffix] = positions.network.save(store.with_name(f"network.{suffix}"))
            positions.close()
        window.trigger("manual")
        if window.manual is not None:
            found["manual"] = _is_seen(window.manual)
            window.manual.close()
        found["German"] = _german()
    return found


def _is_seen(widget: QWidget) -> bool:
    image = rendering.picture_of(widget).convertToFormat(QImage.Format.Format_RGB32)
    return len(set(memoryview(image.constBits()).cast("I").tolist())) > COLOURS


def _is_drawn(file: Path) -> bool:
    image = icons.picture(file.stem, "#000000", size=24, ratio=1.0).toImage()
    return any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24))


def _german() -> bool:
    """Our words, Qt's own, and how names are sorted."""
    sorting = QCollator(QLocale("de_DE"))
    names = sorted(["Zoo", "Ärger", "Apfel"], key=sorting.sortKey)
    said = QCoreApplication.translate  # not called by its name: neither is a text of ours to be translated
    ours, qts = said("Action", "Manual"), said("QPlatformTheme", "Cancel")
    return names == ["Apfel", "Ärger", "Zoo"] and (ours, qts) == ("Handbuch", "Abbrechen")
