"""Pictures of every screen, so that anybody can look: ./run screenshots OUT [--language de] [--theme dark] …

Without options all of them: English and German, light and dark, a small and a large screen, one and two
pixels for each of theirs, empty and full. A usual screen, and one and a half pixels, only when asked for.
Nothing of the person's settings is read or written; the corpus is invented.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSize, QSizeF
from PySide6.QtWidgets import QApplication

from desktop.gui import app, settings
from desktop.gui.app import Program
from desktop.gui.paths import paths_under
from desktop.gui.rendering import screen_in_memory
from tests.screens import pages, projects
from tests.screens.dialogs import dialogs
from tests.screens.pages import Steps
from tests.screens.waiting import rest, until

SIZES = {"small": QSize(1024, 700), "usual": QSize(1600, 1000), "large": QSize(1920, 1200)}
"""Of the window; the screen is a title bar higher."""
TITLE_BAR = 40
CHOICES = {
    "language": ("en", "de"),
    "theme": ("light", "dark"),
    "size": tuple(SIZES),
    "scale": ("1", "1.5", "2"),
}
ONLY_ASKED = ("usual", "1.5")


def main() -> None:
    """Make the pictures; each language, theme, size and scale in a process of its own."""
    wanted = _arguments()
    chosen = {name: _chosen(getattr(wanted, name), values) for name, values in CHOICES.items()}
    runs = list(product(*chosen.values()))
    if len(runs) == 1 and os.environ.get("LESART_SCREEN"):
        _take(wanted.out, wanted.only, *runs[0])
        return
    with TemporaryDirectory() as folder:
        for run in runs:
            options = [word for name, value in zip(chosen, run, strict=True) for word in (f"--{name}", value)]
            again = [sys.executable, __file__, str(wanted.out), *options, "--only", wanted.only]
            subprocess.run(again, check=True, env=os.environ | _screen(Path(folder), run[2], run[3]))


def _chosen(asked: str | None, values: Sequence[str]) -> list[str]:
    return [asked] if asked else [it for it in values if it not in ONLY_ASKED]


def _screen(folder: Path, size: str, scale: str) -> dict[str, str]:
    """What makes Qt take a screen of this size that is only in memory."""
    window, pixels = SIZES[size], float(scale)
    screen = QSizeF(window.width(), window.height() + TITLE_BAR) * pixels
    return {
        "QT_QPA_PLATFORM": screen_in_memory(folder / f"{size}-{scale}.json", screen.toSize()),
        "QT_SCALE_FACTOR": scale,
        "QT_LOGGING_RULES": "*.debug=false;qt.qpa.*=false",
        "LESART_SCREEN": size,
    }


def _take(out: Path, only: str, language: str, theme: str, size: str, scale: str) -> None:
    out.mkdir(parents=True, exist_ok=True)
    qt = app._application()
    with TemporaryDirectory() as folder:
        paths = paths_under(Path(folder))
        chosen = settings.Settings(theme=theme, language=language, author="ada")  # pyright: ignore[reportArgumentType]
        settings.save(chosen, paths.settings)
        program = app.compose(qt, paths)
        program.preparing.paused = True
        program.window.resize(SIZES[size])
        program.window.show()
        for name, widget in _screens(program, Path(folder)):
            if only in name:
                widget.grab().save(str(out / f"{name}-{language}-{theme}-{size}-{scale}x.png"))
        program.workbench.close_project()
        program.window.hide()
        program.close()


def _screens(program: Program, folder: Path) -> Steps:
    window, bench = program.window, program.workbench
    full, empty, crowded = projects.full(folder), projects.empty(folder), projects.crowded(folder)
    rest()
    yield "welcome", window
    for path in (crowded, full):
        window.state.remember(path)
    window.show_welcome()
    rest()
    yield "welcome-recent", window
    _open(program, empty)
    yield "empty-project", window
    _open(program, crowded)
    yield from pages.crowded(program)
    _open(program, full)
    bench.open_article(bench.queue.ids[0])
    rest()
    yield "article", window
    for steps in (pages.menus, pages.in_hand, pages.around, pages.queue, pages.scripts, dialogs):
        yield from steps(program)


def _open(program: Program, path: Path) -> None:
    bench = program.workbench
    program.doors.open(path)
    until(lambda: bench.project is not None and bench.project.path == str(path))
    until(lambda: bool(bench.queue.ids) or "empty" in path.name)
    rest()
    QApplication.processEvents()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run screenshots", description=__doc__)
    parser.add_argument("out", type=Path)
    for name, values in CHOICES.items():
        parser.add_argument(f"--{name}", choices=values)
    parser.add_argument("--only", default="", help="screens whose name holds this")
    return parser.parse_args()


if __name__ == "__main__":
    main()
