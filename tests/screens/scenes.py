"""All scenes in the order of their pictures, played in the real window."""

from collections.abc import Callable, Sequence
from pathlib import Path

from desktop.gui.app import Program
from tests.screens import around, article, dialogs, figures, projects
from tests.screens.scene import Scene, Steps, come_to_rest
from tests.screens.waiting import rest, until

SCENES: tuple[Scene, ...] = (
    *around.FIRST,
    *dialogs.EMPTY,
    *figures.EMPTY,
    *article.CROWDED,
    *article.ARTICLE,
    *around.AROUND,
    *dialogs.DIALOGS,
    *figures.FIGURES,
)
"""Scenes of one project stand together: each is opened once."""
PROJECTS: dict[str, tuple[str, Callable[[Path], Path]]] = {
    "empty": ("empty.lesart", projects.empty),
    "crowded": ("crowded.lesart", projects.crowded),
    "full": ("sample.lesart", projects.full),
}
"""The file of each project, and what makes it in a folder."""


def make_projects(folder: Path, only: Sequence[str]) -> None:
    """Make the projects that these screens need."""
    for name in {it.project for it in SCENES if it.project and any(map(it.is_meant, only))}:
        PROJECTS[name][1](folder)


def screens(program: Program, folder: Path, only: Sequence[str] = ("",)) -> Steps:
    """The pictures whose name holds one of `only`; the projects that they need lie in `folder`."""
    opened = ""
    for scene in SCENES:
        if not any(map(scene.is_meant, only)):
            continue
        if scene.project != opened:
            opened = scene.project
            _open(program, folder / PROJECTS[opened][0])
        come_to_rest(program)
        yield from (
            (name, widget) for name, widget in scene.pictures(program) if any(it in name for it in only)
        )
    come_to_rest(program)


def _open(program: Program, path: Path) -> None:
    bench = program.workbench
    program.doors.open(path)
    until(lambda: bench.project is not None and bench.project.path == str(path))
    until(lambda: bool(bench.queue.ids) or path.name == "empty.lesart")
    rest()
