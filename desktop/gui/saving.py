"""Asking where to write a file: it gets its ending, and none is overwritten that nobody was asked about."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where(
    parent: QWidget, title: str, proposed: Path, kinds: str, *, endings: tuple[str, ...]
) -> Path | None:
    """The file to write, with one of the `endings` (the first one where it has none); None: not at all.

    `kinds` is the filter of the file dialog, which itself asks before an existing file is replaced. A name
    that only becomes that of an existing file by its ending is therefore shown again.
    """
    while True:
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
        if not chosen:
            return None
        path = Path(chosen)
        proposed = with_ending(path, endings)
        if proposed == path or not proposed.exists():
            return proposed


def with_ending(path: Path, endings: tuple[str, ...]) -> Path:
    """The path, with the first ending behind its name unless it has one of them; other dots are none."""
    has_one = path.name.lower().endswith(endings) and path.name.lower() not in endings
    return path if has_one else path.with_name(path.name + endings[0])
