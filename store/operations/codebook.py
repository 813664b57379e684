"""The project's switches. Topics, actors and scheme versions have files of their own."""

from msgspec import to_builtins

from store.database import Store
from store.recording import recording
from store.tables import core as t
from store.values import ProjectSettings, Touched, Work


def change_settings(store: Store, work: Work, settings: ProjectSettings) -> Touched:
    """Set the project's switches."""
    with recording(store, work, "project.change_settings") as step:
        step.update(t.project, 1, settings=to_builtins(settings))
    return step.touched()
