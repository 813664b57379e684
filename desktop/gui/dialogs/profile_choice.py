"""Which profile takes documents of a press database apart: recognised, one of Lesart's, or one's own."""

import itertools
import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.gui.look import GRID
from desktop.gui.named_box import NamedBox
from desktop.gui.paths import RESOURCES
from store.errors import LesartError
from store.formats.articles.profiles import profile_in

SHIPPED = RESOURCES / "import_profiles"


class ProfileChoice(QWidget):
    """`changed` follows another choice, `editWanted` asks for the editor; own profiles lie in `folder`."""

    changed = Signal()
    editWanted = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.box = NamedBox(self.tr("Press database"))
        self.edit, self.remove = QPushButton(), QPushButton()
        self.edit.clicked.connect(self.editWanted)
        self.remove.setText(self.tr("Delete"))
        self.remove.clicked.connect(self._delete)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.box, 1)
        for button in (self.edit, self.remove):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.offer("")
        self.box.currentIndexChanged.connect(self._change)

    def offer(self, chosen: str) -> None:
        """Offer what there is now, with this file chosen."""
        self.box.blockSignals(True)
        self.box.clear()
        self.box.addItem(self.tr("recognised by itself"), "")
        for path in (*_profiles(self._folder), *_profiles(SHIPPED)):
            own = path.parent == self._folder
            self.box.addItem(
                self.tr("{name} (own)").format(name=_name(path)) if own else _name(path), str(path)
            )
        self.box.setCurrentIndex(max(self.box.findData(chosen), 0))
        self.box.blockSignals(False)
        self._adapt()

    @property
    def chosen(self) -> Path | None:
        """The file of the profile that was chosen; None: whichever fits."""
        return Path(self.box.currentData()) if self.box.currentData() else None

    @property
    def is_own(self) -> bool:
        """Whether an own profile was chosen."""
        return self.chosen is not None and self.chosen.parent == self._folder

    def paths(self) -> tuple[str, ...]:
        """The files to try before Lesart's own."""
        return (str(self.chosen),) if self.chosen else tuple(map(str, _profiles(self._folder)))

    def save(self, text: str) -> None:
        """Keep a profile under the name that it gives itself, and choose it; no other own one is overwritten.

        Raises ProfileInvalid, and OSError with the old one as it was.
        """
        name = profile_in(str(self._folder), text).name
        path = self.chosen if self.chosen is not None and self.is_own else self._free_place(name)
        self._folder.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".{path.name}.part")
        draft.write_text(text, "utf-8")
        os.replace(draft, path)
        self.offer(str(path))
        self.changed.emit()

    def _free_place(self, name: str) -> Path:
        """A file of its own for a profile of this name."""
        stem = "".join(it if it.isalnum() else "_" for it in name.lower()).strip("_") or "profile"
        stems = itertools.chain((stem,), (f"{stem}_{number}" for number in itertools.count(2)))
        places = (self._folder / f"{it}.toml" for it in stems)
        return next(it for it in places if not it.exists())

    def _delete(self) -> None:
        if self.chosen is not None and self.is_own:
            self.chosen.unlink(missing_ok=True)
            self.offer("")
            self.changed.emit()

    def _change(self) -> None:
        self._adapt()
        self.changed.emit()

    def _adapt(self) -> None:
        self.edit.setText(self.tr("Edit …") if self.is_own else self.tr("Make your own …"))
        self.remove.setVisible(self.is_own)


def _profiles(folder: Path) -> Sequence[Path]:
    return sorted(folder.glob("*.toml")) if folder.is_dir() else []


def _name(path: Path) -> str:
    """What a profile calls itself; one that is broken goes by its file."""
    try:
        return profile_in(path.name, path.read_text("utf-8")).name
    except (LesartError, OSError, UnicodeDecodeError):
        return path.name
