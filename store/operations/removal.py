"""Removing many rows: in slices that belong to one step, each in the order of its references.

Only an import or a run that is taken back ever does that.
"""

import time
from collections.abc import Callable, Sequence
from threading import Event

from msgspec import Struct
from sqlalchemy import (
    ColumnElement,
    Connection,
    Delete,
    Integer,
    Table,
    and_,
    bindparam,
    delete,
    func,
    select,
)

from store.database import Store
from store.errors import NotFound, WorkHangsOn
from store.pace import Pace
from store.recording import log_bulk
from store.tables import core as t
from store.values import Json, Progress

Remove = Callable[[Connection, int], int]
"""Removes what belongs to so many articles at most; returns of how many, 0 where nothing is left."""

ARTICLES = bindparam("articles", expanding=True, type_=Integer)
"""The ids of the articles of a slice."""


class Pacing(Struct, frozen=True):
    """How long work goes on: who is told, what cancels it, and seconds of rest after each commit."""

    progress: Callable[[Progress], None] = lambda _: None
    cancelled: Event | None = None
    pause: float = 0.0

    @property
    def is_cancelled(self) -> bool:
        """Whether it is to end after the slice under way."""
        return self.cancelled is not None and self.cancelled.is_set()


def remove_in_slices(
    store: Store,
    remove: Remove,
    close: Callable[[Connection], None],
    *,
    operation: str,
    patch: Json,
    total: int,
    pacing: Pacing,
) -> int | None:
    """Call `remove` in one short transaction after the other, and `close` in the last one; returns the step.

    None where that was cancelled before: what is removed by then stays so, and the same call goes on. The
    first and the last transaction are logged, so that other windows look again when it begins and ends.
    """
    pace, step, done, is_over = Pace(), None, 0, False
    try:
        while not is_over and not pacing.is_cancelled:
            with store.write(bulk=True) as conn:
                start = time.perf_counter()
                removed = remove(conn, pace.size)
                if not removed:
                    close(conn)
                if step is None or not removed:
                    step = log_bulk(conn, operation, patch, part_of=step)
                is_over = not removed
                pace.took(time.perf_counter() - start, max(removed, 1))
            done += removed
            pacing.progress(Progress(done, max(done, total)))
            time.sleep(pacing.pause)
    finally:
        if step is not None and not is_over:
            with store.write() as conn:
                log_bulk(conn, operation, patch, part_of=step)
    return step if is_over else None


def require_there(conn: Connection, table: Table, row_id: int) -> None:
    """Raise NotFound if a table has no such row."""
    if conn.execute(select(table.c.id).where(table.c.id == row_id)).scalar() is None:
        raise NotFound(what=table.name, id=row_id)


def require_unused(conn: Connection, resting: t.AnySelect, values: Json | None = None) -> None:
    """Raise WorkHangsOn(count) if work rests on something in articles."""
    count = len(conn.execute(resting, values or {}).all())
    if count:
        raise WorkHangsOn(count=count)


def set_deletions(sets: t.AnySelect) -> tuple[Delete, ...]:
    """What deletes annotation sets with everything in them; made once for all slices."""
    stances = select(t.stance.c.id).where(t.stance.c.set_id.in_(sets))
    within = [
        delete(table).where(table.c.set_id.in_(sets))
        for table in (t.answer, t.comment, t.topic_mark, t.rejection, t.cue_refusal)
    ]
    for table in (t.stance, t.span):  # those that came from others of these first
        within.append(delete(table).where(table.c.set_id.in_(sets), table.c.origin_id.is_not(None)))
        within.append(delete(table).where(table.c.set_id.in_(sets)))
    return (
        delete(t.stance_part).where(t.stance_part.c.stance_id.in_(stances)),
        *within,
        delete(t.annotation_set).where(t.annotation_set.c.id.in_(sets)),
    )


def those_with(column: ColumnElement[int | None], value: int) -> ColumnElement[bool]:
    """The sets of a slice's articles that have a value in a column; found by their articles.

    SQLite would rather go through the index of the column, which is all sets of a run for each slice.
    """
    return and_(t.annotation_set.c.article_id.in_(ARTICLES), func.coalesce(column, 0) == value)


class Part(Struct, frozen=True):
    """The sets of some articles: `resting` finds work that rests on them, `deletions` delete them.

    Made once, with the articles (`ARTICLES`) left open: making a statement takes longer than carrying it out.
    """

    resting: t.AnySelect
    deletions: tuple[Delete, ...]

    def remove(self, conn: Connection, articles: Sequence[int]) -> None:
        """Delete those of these articles. Raises WorkHangsOn."""
        values = {"articles": articles}
        require_unused(conn, self.resting, values)
        for deletion in self.deletions:
            conn.execute(deletion, values)
