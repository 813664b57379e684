"""Steps that tests of the log take and take back at somebody's desk."""

from collections.abc import Callable
from typing import Any

from store import history
from store.operations import spans
from store.values import Touched, Work


def add(desk: Any, article: int, word: str, label: str | None = "PER", work: Work | None = None) -> int:
    start, end = desk.place(article, word)
    return spans.add(desk.store, work or desk.work, article, start=start, end=end, label=label).span


def undo(desk: Any, work: Work | None = None) -> Touched | None:
    return history.undo(desk.store, work or desk.work)


def redo(desk: Any, work: Work | None = None) -> Touched | None:
    return history.redo(desk.store, work or desk.work)


def is_undone_and_redone(desk: Any, operation: Callable[[], object]) -> None:
    """The operation is one step: one undo gives all rows as they were, one redo as they became."""
    before = desk.rows()
    operation()
    after = desk.rows()
    assert before != after
    assert undo(desk)
    assert desk.rows() == before
    assert redo(desk)
    assert desk.rows() == after
