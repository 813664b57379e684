"""Taking back an import or a run of a model, while others go on working in the same project."""

from collections.abc import Callable
from threading import Event

from desktop.work.errand import TakenBack
from store.database import Store
from store.operations.imports import undo_import
from store.operations.removal import Pacing
from store.operations.runs import undo_run
from store.values import AdditionKind, Progress

PAUSE = 0.01
"""Seconds after each commit. SQLite's write lock is not fair: without a pause a window's gestures starve."""


def take_back(
    store: Store, kind: AdditionKind, number: int, *, tell: Callable[[Progress], None], cancelled: Event
) -> TakenBack:
    """Take back the import or run of this id; progress counts articles.

    Cancelled, what is left is whole, and the same call goes on. Raises WorkHangsOn and NotFound.
    """
    done = 0

    def told(progress: Progress) -> None:
        nonlocal done
        done = progress.done
        tell(progress)

    undo = undo_import if kind == "import" else undo_run
    touched = undo(store, number, Pacing(told, cancelled, PAUSE))
    return TakenBack(done, cancelled=touched is None)
