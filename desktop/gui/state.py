"""What the window remembers by itself: its place, its panes, the projects that were open lately."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter

from desktop.gui.drafts import Drafts
from desktop.gui.filters import Filter
from store.addresses import has_password, is_server

KEPT = 8
"""Projects remembered at most."""


class WindowState:
    """Reads and writes one INI file."""

    def __init__(self, path: Path) -> None:
        self._kept = QSettings(str(path), QSettings.Format.IniFormat)

    def restore(self, window: QMainWindow, splitters: dict[str, QSplitter]) -> None:
        """Put the window where it was; a broken or foreign state changes nothing."""
        place = self._kept.value("geometry")
        if isinstance(place, QByteArray):
            window.restoreGeometry(place)
        for name, splitter in splitters.items():
            widths = self._kept.value(f"splitter/{name}")
            if isinstance(widths, QByteArray):
                splitter.restoreState(widths)

    def keep(self, window: QMainWindow, splitters: dict[str, QSplitter]) -> None:
        """Remember where the window is."""
        self._kept.setValue("geometry", window.saveGeometry())
        for name, splitter in splitters.items():
            self._kept.setValue(f"splitter/{name}", splitter.saveState())
        self._kept.sync()

    def recent(self) -> list[Path]:
        """Projects that were open lately, the last one first, as far as they are still there."""
        found = self._kept.value("recent") or []
        paths = [found] if isinstance(found, str) else found if isinstance(found, list) else []
        return [Path(str(path)) for path in paths if is_server(path) or Path(str(path)).exists()]

    def remember(self, path: Path) -> None:
        """Put a project first among those; an address with a password is written down nowhere."""
        if has_password(path):
            return
        others = [it for it in self.recent() if it != path]
        self._kept.setValue("recent", [str(it) for it in (path, *others)][:KEPT])
        self._kept.sync()

    def usual_model(self) -> tuple[str, str] | None:
        """Source and preset of the model that was loaded last."""
        kept = self._kept.value("model")
        return (str(kept[0]), str(kept[1])) if isinstance(kept, list) and len(kept) == 2 else None

    def remember_model(self, source: str, preset: str) -> None:
        """Keep a model as the usual one."""
        if self.usual_model() != (source, preset):
            self._kept.setValue("model", [source, preset])

    def options(self, name: str) -> set[str] | None:
        """The options of a dialog that were ticked the last time; None: it was never used."""
        kept = self._kept.value(f"options/{name}")
        return set(kept.split()) if isinstance(kept, str) else None

    def remember_options(self, name: str, ticked: Iterable[str]) -> None:
        """Keep the options of a dialog, each a word of its own."""
        self._kept.setValue(f"options/{name}", " ".join(ticked))

    def narrowed(self, path: Path) -> Filter:
        """What the queue of a project was narrowed to the last time, apart from words searched for."""
        kept = self._kept.value(f"filter/{_name(path)}")
        try:
            return msgspec.json.decode(kept, type=Filter) if isinstance(kept, str) and kept else Filter()
        except msgspec.MsgspecError:
            return Filter()

    def remember_filter(self, path: Path, narrowed: Filter) -> None:
        """Remember what the queue of a project is narrowed to."""
        kept = replace(narrowed, search="", order=Filter().order)
        self._kept.setValue(
            f"filter/{_name(path)}", msgspec.json.encode(kept).decode() if kept.narrows else ""
        )

    def drafts(self, path: Path) -> Drafts:
        """What somebody had begun to write in a project when it was closed."""
        kept = self._kept.value(f"drafts/{_name(path)}")
        try:
            return msgspec.json.decode(kept, type=Drafts) if isinstance(kept, str) and kept else Drafts()
        except msgspec.MsgspecError:
            return Drafts()

    def remember_drafts(self, path: Path, drafts: Drafts) -> None:
        """Keep what is being written in a project until it is opened again."""
        kept = msgspec.json.encode(drafts).decode() if drafts != Drafts() else ""
        if kept or self._kept.contains(f"drafts/{_name(path)}"):
            self._kept.setValue(f"drafts/{_name(path)}", kept)
            self._kept.sync()

    def article(self, path: Path) -> int | None:
        """The article of a project that was open the last time."""
        found = self._kept.value(f"article/{_name(path)}")
        return int(found) if isinstance(found, int | str) and str(found).isdecimal() else None

    def remember_article(self, path: Path, article: int) -> None:
        """Remember which article of a project is open."""
        self._kept.setValue(f"article/{_name(path)}", article)


def _name(path: Path) -> str:
    """A name for a path that an INI file can hold, the same every time."""
    return sha256(str(path).encode("utf-8", "surrogatepass")).hexdigest()[:16]
