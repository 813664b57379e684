"""How soon the installed program is there: `./run bench installed [PROGRAM]`; by default the last build's.

Wall milliseconds from before the process is made until its window is on an X server of its own, in turn with
a bare Qt window that imports SQLModel, on this environment's Python; the least of several rounds. Needs Xvfb
and xdotool.
"""

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.measure import report
from tests.x_server import x_server

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 5
PATIENCE = 60.0
"""Seconds that anything may take."""

BARE = """
import sqlmodel
from PySide6.QtWidgets import QApplication, QMainWindow
app, window = QApplication([]), QMainWindow()
window.setWindowTitle("bare")
window.show()
app.exec()
"""


def main(arguments: Sequence[str]) -> int:
    """Prints every figure; 1 where one is short, 2 where something is missing."""
    program = Path(arguments[0] if arguments else ROOT / "build" / "frozen" / "lesart" / "lesart")
    if lacking := [tool for tool in ("Xvfb", "xdotool") if not shutil.which(tool)]:
        sys.stderr.write(f"Missing here: {' '.join(lacking)}\n")
        return 2
    if not program.exists():
        sys.stderr.write(f"{program} is not there: ./run package\n")
        return 2
    from desktop.work import sample

    with TemporaryDirectory() as folder, x_server() as display:
        home = Path(folder)
        sample.create(home / "unread.lesart", person="bench").close()
        started(program, home, display)  # warms what the system keeps of files
        rounds = [(bare(home, display), started(program, home, display)) for _ in range(ROUNDS)]
        helped = min(spent(program, "--help") for _ in range(ROUNDS))
        worked = min(worked_for(program, "--help") for _ in range(ROUNDS))
    first = min(paint for paint, _ in rounds)
    window = min(paint for _, (paint, _) in rounds)
    ready = min(ready - paint for _, (paint, ready) in rounds)
    results = [
        report("a bare Qt window with SQLModel, on the screen, ms", first),
        report("Lesart as installed, on the screen, ms", window),
        report("Lesart to the bare window, ratio", window / first, at_most=1.3),
        report("suggestions in the store after that, ms", ready, at_most=2_000),
        report("lesart --help, ms", helped, at_most=500, note=f"processor: {worked:.0f}"),
    ]
    return 0 if all(results) else 1


def bare(home: Path, display: str) -> float:
    """Milliseconds to the bare window."""
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", BARE], env=surroundings(home, display))
    try:
        return since(start, lambda: is_shown(display, "bare"))
    finally:
        process.kill()
        process.wait()


def started(program: Path, home: Path, display: str) -> tuple[float, float]:
    """Milliseconds to the window, and to suggestions for the first article, in a project nobody has read."""
    project = home / "bench.lesart"
    shutil.copyfile(home / "unread.lesart", project)
    start = time.perf_counter()
    process = subprocess.Popen([program, project], env=surroundings(home, display))
    try:
        return since(start, lambda: is_shown(display, "Lesart")), since(start, lambda: is_read(project))
    finally:
        process.terminate()
        process.wait()
        for file in home.glob("bench.lesart*"):
            file.unlink()


def surroundings(home: Path, display: str) -> dict[str, str]:
    """An environment with a home and a display of its own."""
    own = {f"XDG_{name}_HOME": f"{home}/{name}" for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    return {**os.environ, **own, "HOME": str(home), "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}


def since(start: float, is_so: Callable[[], bool]) -> float:
    """Milliseconds from `start` until something is so, looked at again and again."""
    while not is_so():
        if time.perf_counter() - start > PATIENCE:
            raise TimeoutError
        time.sleep(0.002)
    return 1000 * (time.perf_counter() - start)


def is_shown(display: str, name: str) -> bool:
    """Whether a window of that name is on the screen."""
    command = ["xdotool", "search", "--onlyvisible", "--name", name]
    done = subprocess.run(command, check=False, env={**os.environ, "DISPLAY": display}, capture_output=True)
    return bool(done.stdout)


def is_read(project: Path) -> bool:
    """Whether the model's suggestions for an article are in the project."""
    with closing(sqlite3.connect(f"file:{project}?mode=ro", uri=True)) as store:
        return store.execute("SELECT 1 FROM span WHERE made = 'predicted' LIMIT 1").fetchone() is not None


def spent(*command: str | Path) -> float:
    """Milliseconds of a process."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return 1000 * (time.perf_counter() - start)


def worked_for(*command: str | Path) -> float:
    """Milliseconds that a process keeps a processor busy: the same on a machine with other work to do."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
