"""How a project is opened or made, and what the window reads of it first; on the read lane."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from desktop.gui.project import Beginning, Project
from desktop.gui.reading import first_article, read_codebook, steps
from desktop.work import sample
from desktop.work.memory import ProjectMemory
from store import database
from store.database import Store
from store.operations import people as joining
from store.queries import codebook, people
from store.values import ProjectSettings, Work


def begin(make: Callable[[], Project], last: int | None = None) -> Beginning:
    """Open what `make` makes and read what the window shows first; what fails half-way is closed again.

    `last` is the article that was open the last time.
    """
    project = make()
    try:
        return Beginning(project, read_codebook(project), steps(project), first_article(project, last))
    except BaseException:
        project.store.close()
        raise


def open_project(path: Path, person: str | None) -> Project:
    """Open a store and take up work in it as `person`. Raises what `database.open_store` raises."""
    return _at_work(database.open_store(path), person)


def create_project(path: Path, *, name: str, settings: ProjectSettings, person: str) -> Project:
    """Make a store, and its folder where there is none, and take up work in it.

    Raises what `database.create` raises, which also says what kept a folder from being made.
    """
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
    return _at_work(database.create(path, name=name, settings=settings, person=person), person)


def open_sample(path: Path, person: str, *, name: str) -> Project:
    """Open the sample corpus; it is made at the first time, and is then called `name`."""
    if path.exists():
        return open_project(path, person)
    path.parent.mkdir(parents=True, exist_ok=True)
    return _at_work(sample.create(path, person=person, name=name), person)


def _at_work(store: Store, person: str | None) -> Project:
    work = joining.join(store, person) if person is not None else _first_work(store)
    with store.read() as conn:
        known = codebook.project(conn)
    return Project(store, work, known.name, store.target, known.uid, ProjectMemory(store, work))


def _first_work(store: Store) -> Work:
    with store.read() as conn:
        return people.work_of(conn)
