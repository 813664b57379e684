"""Pictures of every screen, so that anybody can look: ./run screenshots OUT [--language de] [--theme dark] …

Without options all of them: English and German, light and dark, a small and a large screen, one and two
pixels for each of theirs, empty and full. A usual screen, and one and a half pixels, only when asked for.
What is wrong with one as far as a program can see (texts cut off, contrast …) is printed,
and the exit status then is 1.
Nothing of the person's settings is read or written; the corpus is invented.
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSize, QSizeF

from desktop.gui import app, settings
from desktop.gui.paths import paths_under
from desktop.gui.rendering import screen_in_memory
from tests.screens.faults import faults
from tests.screens.scenes import SCENES, make_projects, screens

SIZES = {"small": QSize(1024, 700), "usual": QSize(1600, 1000), "large": QSize(1920, 1200)}
"""Of the window; the screen is a title bar higher."""
TITLE_BAR = 40
CHOICES = {
    "language": ("en", "de"),
    "theme": ("light", "dark"),
    "size": tuple(SIZES),
    "scale": ("1", "1.5", "2"),
}
FAST = 80
"""Of 100, which would be without compression: a little larger files in a quarter of the time."""
PROJECTS = "LESART_SCREENS"
"""The variable that tells a process where the projects lie that are made once for all."""
ONLY_ASKED = ("usual", "1.5")


def main() -> None:
    """Make the pictures, and exit; each language, theme, size and scale in a process of its own."""
    wanted = _arguments()
    chosen = {name: _chosen(getattr(wanted, name), values) for name, values in CHOICES.items()}
    runs = list(product(*chosen.values()))
    if len(runs) == 1 and (ready := os.environ.get(PROJECTS)):
        sys.exit(_take(wanted.out, wanted.only, Path(ready), runs[0]))
    only = [word for name in wanted.only for word in ("--only", name)]
    with TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as pool:
        make_projects(Path(folder), wanted.only)

        def take(run: tuple[str, ...]) -> int:
            options = [word for name, value in zip(chosen, run, strict=True) for word in (f"--{name}", value)]
            again = [sys.executable, __file__, str(wanted.out), *options, *only]
            env = os.environ | _screen(Path(folder), run[2], run[3])
            return subprocess.run(again, check=False, env=env).returncode

        sys.exit(any(list(pool.map(take, runs))))


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
        PROJECTS: str(folder),
    }


def _take(out: Path, only: Sequence[str], ready: Path, run: tuple[str, ...]) -> bool:
    """Make the pictures of one kind, with copies of the projects in `ready`; whether one has a fault."""
    language, theme, size, scale = run
    out.mkdir(parents=True, exist_ok=True)
    qt = app._application()
    with TemporaryDirectory() as folder:
        paths = paths_under(Path(folder))
        for project in ready.glob("*.lesart"):
            shutil.copy(project, folder)
        chosen = settings.Settings(theme=theme, language=language, author="ada")  # pyright: ignore[reportArgumentType]
        settings.save(chosen, paths.settings)
        program = app.compose(qt, paths)
        program.preparing.paused = True
        program.window.resize(SIZES[size])
        program.window.show()
        kind, found = f"{language}-{theme}-{size}-{scale}x", dict[str, list[str]]()
        for name, widget in screens(program, Path(folder), only):
            picture = widget.grab()
            picture.save(str(out / f"{name}-{kind}.png"), quality=FAST)
            for fault in faults(widget, picture.toImage()):
                found.setdefault(fault, []).append(name)
        for fault, names in found.items():
            print(f"{kind}: {fault} [{', '.join(names)}]", flush=True)
        program.workbench.close_project()
        program.window.hide()
        program.close()
        return bool(found)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run screenshots", description=__doc__)
    parser.add_argument("out", type=Path)
    for name, values in CHOICES.items():
        parser.add_argument(f"--{name}", choices=values)
    parser.add_argument("--only", action="append", help="screens whose name holds this (may be repeated)")
    asked = parser.parse_args()
    asked.only = asked.only or [""]
    for only in asked.only:
        if not any(it.is_meant(only) for it in SCENES):
            names = ", ".join(it.name for it in SCENES)
            parser.error(f"no screen's name holds “{only}”; there are: {names}")
    return asked


if __name__ == "__main__":
    main()
