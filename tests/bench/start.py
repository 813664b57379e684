"""How soon Lesart is there: `./run bench start`.

Wall milliseconds from before the process is made, the least of several rounds, in turn with a bare Qt window
that imports SQLModel: what decides is the ratio to that window, in the same run. (This file also is those two
programs.)
"""

import json
import os
import shutil
import subprocess
import sys
import time
from argparse import Namespace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QEvent, QObject

from tests.bench.measure import report

ROUNDS = 7
PROJECT = "bench.lesart"
HEAVY = ("spacy", "thinc", "numpy", "pycrfsuite", "sqlalchemy", "sqlmodel", "alembic")


def main() -> int:
    """Prints every figure; 1 where one is short."""
    from desktop.work import sample  # brings the database, which the measured must not find

    with TemporaryDirectory() as home:
        unread = Path(home) / "unread.lesart"
        sample.create(unread, person="bench").close()
        started("lesart", unread)  # warms what the system keeps of files
        told = [(started("bare", unread), started("lesart", unread)) for _ in range(ROUNDS)]
    bare = min(one["paint"] for one, _ in told)
    paint = min(other["paint"] for _, other in told)
    ready = min(other["ready"] - other["paint"] for _, other in told)
    helped = min(spent("-m", "desktop", "--help") for _ in range(ROUNDS))
    asked_nothing = min(spent("-c", "pass") for _ in range(ROUNDS))
    results = [
        report("a bare Qt window with SQLModel, first paint, ms", bare),
        report("Lesart, first paint, ms", paint),
        report("Lesart to the bare window, ratio", paint / bare, at_most=1.3),
        report("heavy modules at first paint", len(told[0][1]["loaded"]), at_most=0),
        report("suggestions after first paint, ms", ready, at_most=2_000),
        report("lesart --help, ms", helped, at_most=500, note=f"Python alone: {asked_nothing:.0f}"),
    ]
    return 0 if all(results) else 1


def started(program: str, unread: Path) -> dict[str, Any]:
    """What one of the two programs says of its start, with a copy of a project that no model has read."""
    home = unread.parent
    shutil.copyfile(unread, home / PROJECT)
    variables = {f"XDG_{name}_HOME": f"{home}/{name}" for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    environment = {**os.environ, **variables, "HOME": str(home), "STARTED": str(time.monotonic())}
    command = [sys.executable, __file__, program]
    done = subprocess.run(command, check=True, env=environment, stdout=subprocess.PIPE)
    return json.loads(done.stdout)


def spent(*arguments: str) -> float:
    """Milliseconds of a Python process."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    return 1000 * (time.perf_counter() - start)


class FirstPaint(QObject):
    """Notes when a widget is painted for the first time."""

    at = 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only looks."""
        if not self.at and event.type() == QEvent.Type.Paint:
            self.at = since_start()
        return False


def since_start() -> float:
    """Milliseconds since the measuring process began to make this one; their monotonic clock is the same."""
    return 1000 * (time.monotonic() - float(os.environ["STARTED"]))


def show_bare() -> None:
    """The least that a program with these libraries can do."""
    import sqlmodel  # noqa: F401
    from PySide6.QtWidgets import QApplication, QMainWindow

    app, window, first = QApplication([]), QMainWindow(), FirstPaint()
    window.installEventFilter(first)
    window.show()
    while not first.at:
        app.processEvents()
    sys.stdout.write(json.dumps({"paint": first.at}))


def show_lesart() -> None:
    """The real window on a project, up to the first answer of the model."""
    from desktop.gui import app as gui
    from desktop.gui.paths import user_paths

    app = gui._application()
    program, first = gui.compose(app, user_paths()), FirstPaint()
    answers: list[float] = []
    program.worker.answered.connect(lambda _: answers.append(since_start()))
    program.window.installEventFilter(first)
    program.window.show()
    while not first.at:
        app.processEvents()
    loaded = [name for name in HEAVY if name in sys.modules]
    gui.begin(program, Namespace(sample=False, store=Path.home() / PROJECT))
    while not answers:
        app.processEvents()
        time.sleep(0.001)
    program.close()
    sys.stdout.write(json.dumps({"paint": first.at, "ready": answers[0], "loaded": loaded}))


if __name__ == "__main__":
    if sys.argv[1:] == ["bare"]:
        show_bare()
    elif sys.argv[1:] == ["lesart"]:
        show_lesart()
    else:
        sys.exit(main())
