"""A window on a real store, with a model worker that speaks the protocol but loads no model."""

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.gui import app
from desktop.gui.app import Program
from desktop.gui.jobs import Jobs
from desktop.gui.model_worker import ModelWorker
from desktop.gui.paths import Paths
from desktop.gui.workbench import Workbench
from store.database import Store, create
from store.transfer import import_files
from store.values import ProjectSettings

PATIENCE = 30_000
"""Milliseconds: a busy machine may take its time; nothing is measured by it."""

WORKER = Path(__file__).parent / "worker_of_names.py"
TEXTS = (
    "Der Kreml war verärgert über Armenien.\n\nPutin begrüßte Paschinjan in Moskau.",
    "Merkel traf Macron in Berlin. 🎉 Danach flog Macron nach Paris.",
    "Nichts Neues.",
    "Moskau wies die Vorwürfe zurück.",
)


def pytest_itemcollected(item: pytest.Item) -> None:
    """What the offscreen platform says about itself is no fault of the program."""
    item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(autouse=True)
def no_lane_is_left() -> Iterator[None]:
    """Lanes are daemons, so that a crash never hangs; a closed window leaves none all the same."""
    yield
    left = [thread.name for thread in threading.enumerate() if thread.name.startswith("lesart ")]
    assert left == []


@pytest.fixture
def store_path(tmp_path: Path) -> Path:
    """A project with four short German articles, closed."""
    path = tmp_path / "news.lesart"
    fill(create(path, name="News", settings=ProjectSettings(), person="ada"), tmp_path).close()
    return path


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    """The lanes of a window."""
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def workbench(jobs: Jobs, store_path: Path, qtbot: QtBot) -> Iterator[Workbench]:
    """A workbench with the first article open."""
    made = Workbench(jobs)
    made.failed.connect(_raise)
    with qtbot.waitSignal(made.opened, timeout=PATIENCE):
        made.arrivals.open(store_path, "ada")
    yield made
    made.close_project()


@pytest.fixture
def make_worker(qtbot: QtBot) -> Iterator[Callable[..., ModelWorker]]:
    """Model workers that find a few names; arguments make them die or fail."""
    made: list[ModelWorker] = []

    def make(*arguments: str) -> ModelWorker:
        made.append(ModelWorker(worker_command(*arguments)))
        return made[-1]

    yield make
    for worker in made:
        worker.close()


@pytest.fixture
def worker(make_worker: Callable[..., ModelWorker]) -> ModelWorker:
    """A model worker without any fault."""
    return make_worker()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """The person's files, all of them in the test's folder."""
    home = tmp_path / "home"
    return Paths(
        settings=home / "settings.toml",
        window=home / "window.ini",
        log=home / "lesart.log",
        sample=home / "sample.lesart",
        documents=tmp_path,
        models=home / "models",
        effort=home / "effort",
    )


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, paths: Paths) -> Iterator[Program]:
    """The whole program with nothing open."""
    made = app.compose(qapp, paths, worker=worker_command())
    made.window.show()
    yield made
    made.window.hide()
    made.close()
    made.window.deleteLater()


@pytest.fixture
def opened(program: Program, store_path: Path, qtbot: QtBot) -> Program:
    """The whole program with the first article open and read by the model."""
    program.workbench.arrivals.open(store_path, "ada")
    qtbot.waitUntil(lambda: is_read(program), timeout=PATIENCE)
    return program


def is_read(program: Program) -> bool:
    """Whether the open article's suggestions have come, and everything has settled."""
    page = program.workbench.page
    return page is not None and page.predicted and not program.workbench.gestures.under_way


def worker_command(*arguments: str) -> list[str]:
    """How to start the worker of these tests."""
    return [sys.executable, str(WORKER), *arguments]


def fill(store: Store, folder: Path) -> Store:
    """Import the texts."""
    for number, text in enumerate(TEXTS, start=1):
        path = folder / f"article {number}.txt"
        path.write_text(text, encoding="utf-8")
        import_files(store, [path])
    return store


def _raise(error: Exception) -> None:
    raise error
