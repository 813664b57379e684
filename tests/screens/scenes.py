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
PROJECTS: dict[str, Callable[[Path], Path]] = {
    "empty": projects.empty,
    "crowded": projects.crowded,
    "full": projects.full,
}


def screens(program: Program, folder: Path, only: Sequence[str] = ("",)) -> Steps:
    """The pictures whose name holds one of `only`; the projects that they need are made in `folder`."""
    opened = ""
    for scene in SCENES:
        if not any(map(scene.is_meant, only)):
            continue
        if scene.project != opened:
            opened = scene.project
            _open(program, PROJECTS[opened](folder))
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
