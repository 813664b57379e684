"""Undo, redo and the feed, all from the change log.

Undo takes an annotator's own last step back, at any depth and across restarts; it is itself a step
(`undoes`), and undoing that is a redo. Before anything is written, every touched column must still be what
the step left, and nothing may point to a row that would go: else ChangedSince, and the store stays as it is.

Of steps d (done), u (undone) and r (redone), the last one that can be undone is found by walking back: a u
means that what it took back, and all that came after that, is settled, so the walk goes on before it; d and r
can be undone.
"""

from operator import itemgetter
from typing import Any, NoReturn

from msgspec import Struct, convert
from sqlalchemy import ColumnElement, Connection, func, select
from sqlalchemy.exc import IntegrityError

from store.database import Store
from store.errors import ChangedSince
from store.recording import REDO, UNDO, Block, Recorder
from store.tables import Table
from store.tables import core as t
from store.values import Json, StepHead, Touched, Work

FEED = 1000
"""Changes of the feed that are read at once."""


class Logged(Struct, frozen=True):
    """A row of the log as the feed shows it: who did what to which article, and which tables it touched."""

    id: int
    at: str
    annotator_id: int | None
    operation: str
    step: int
    article_id: int | None
    nouns: frozenset[str]


def undo(store: Store, work: Work) -> Touched | None:
    """Take back the annotator's last step; None if there is none. Raises ChangedSince."""
    return _invert(store, work, UNDO)


def redo(store: Store, work: Work) -> Touched | None:
    """Do again what the annotator undid last, unless something was done since; None then.

    Raises ChangedSince.
    """
    return _invert(store, work, REDO)


def undoable(conn: Connection, work: Work) -> StepHead | None:
    """The step that `undo` would take back."""
    return _head(conn, _last(conn, work, UNDO))


def redoable(conn: Connection, work: Work) -> StepHead | None:
    """The step that `redo` would do again."""
    return _head(conn, _last(conn, work, REDO))


def changes_since(conn: Connection, change_id: int) -> list[Logged]:
    """The next `FEED` changes that were logged after `change_id`, oldest first."""
    c = t.change.c
    columns = (c.id, c.at, c.annotator_id, c.operation, c.step, c.article_id, c.patch)
    rows = conn.execute(select(*columns).where(c.id > change_id).order_by(c.id).limit(FEED))
    return [Logged(*row[:6], _nouns(row.patch)) for row in rows]


def newest(conn: Connection) -> int:
    """The id of the last change; 0 where there is none."""
    return conn.execute(select(func.coalesce(func.max(t.change.c.id), 0))).scalar_one()


def newest_of(conn: Connection, work: Work) -> int:
    """The id of the last change of the annotator's last step; 0 where there is none."""
    c = t.change.c
    rows = select(c.id).where(c.annotator_id == work.annotator_id)
    # In the order of an index; the greatest id of all would be sought among all that they ever did.
    return conn.execute(rows.order_by(c.step.desc(), c.id.desc()).limit(1)).scalar() or 0


def original(operation: str) -> str:
    """The operation that an undo or redo is about."""
    return operation.removeprefix(UNDO).removeprefix(REDO)


def _nouns(patch: Any) -> frozenset[str]:
    """The tables of a patch; bulk work names none, since it may touch any."""
    return frozenset() if isinstance(patch, dict) else frozenset(map(itemgetter("table"), patch))


def _last(conn: Connection, work: Work, direction: str) -> t.AnyRow | None:
    """The annotator's newest step that undo (or redo) would invert."""
    skipped, wanted = (UNDO, (REDO, "")) if direction == UNDO else (REDO, (UNDO,))
    before: int | None = None
    while (row := conn.execute(_newest(work, before)).one_or_none()) is not None:
        kind = next((prefix for prefix in (UNDO, REDO) if row.operation.startswith(prefix)), "")
        if kind != skipped:
            return row if kind in wanted else None
        before = row.undoes
    return None


def _newest(work: Work, before: int | None) -> t.AnySelect:
    c = t.change.c
    rows = select(c.step, c.operation, c.undoes, c.at).where(c.annotator_id == work.annotator_id)
    rows = rows if before is None else rows.where(c.step < before)
    return rows.order_by(c.step.desc(), c.id.desc()).limit(1)


def _head(conn: Connection, step: t.AnyRow | None) -> StepHead | None:
    if step is None:
        return None
    c = t.change.c
    rows = _rows(conn, step.step, c.operation, c.article_id)
    articles = dict.fromkeys(row.article_id for row in rows if row.article_id is not None)
    return StepHead(step.step, original(rows[-1].operation), step.at, tuple(articles))


def _rows(conn: Connection, step: int, *columns: ColumnElement[Any]) -> list[t.AnyRow]:
    """These columns of the rows of a step, last one first. Patches may be long: only undo reads them."""
    c = t.change.c
    rows: t.AnySelect = select(*columns).where(c.step == step).order_by(c.id.desc())
    return list(conn.execute(rows))


def _invert(store: Store, work: Work, direction: str) -> Touched | None:
    step: t.AnyRow | None = None
    try:
        with store.write() as conn:
            step = _last(conn, work, direction)
            if step is None:
                return None
            c = t.change.c
            rows = _rows(conn, step.step, c.operation, c.article_id, c.patch)
            operation = direction + original(rows[-1].operation)
            recorder = Recorder(conn, operation, annotator_id=work.annotator_id)
            for row in rows:
                recorder.article_id = row.article_id
                for block in reversed(convert(row.patch, list[Block])):
                    _take_back(recorder, block)
            recorder.log(undoes=step.step)
            return recorder.touched(span=recorder.standing(t.span), stance=recorder.standing(t.stance))
    except (_ChangedMeanwhileError, IntegrityError):
        _blame(store, work, step)


class _ChangedMeanwhileError(Exception):
    """A row is no longer what the step left."""


def _take_back(recorder: Recorder, block: Block) -> None:
    """Write what was before, after checking that what was written is still there."""
    table = Table.metadata.tables[block.table]
    for place in reversed(range(len(block.ids))):
        row_id = block.ids[place]
        before = dict(zip(block.columns, block.before[place], strict=True)) if block.before else None
        after = dict(zip(block.columns, block.after[place], strict=True)) if block.after else None
        present = recorder.conn.execute(select(table).where(table.c.id == row_id)).mappings().one_or_none()
        if not _is_as_left(present, after, whole=before is None):
            raise _ChangedMeanwhileError
        if before is None:
            recorder.delete(table, row_id)
        elif after is None:
            recorder.insert(table, id=row_id, **before)
        else:
            recorder.update(table, row_id, **before)


def _is_as_left(present: Any, after: Json | None, *, whole: bool) -> bool:
    """Whether a row is what a step left of it: the touched columns, or (`whole`) all, where it was added."""
    if present is None or after is None:
        return present is after
    if whole:
        return {name: value for name, value in present.items() if value is not None and name != "id"} == after
    return all(present[name] == value for name, value in after.items())


def _blame(store: Store, work: Work, step: t.AnyRow | None) -> NoReturn:
    """Raise ChangedSince: who changed the step's articles last (or else anything), and when.

    What nobody in particular did, such as an import that was taken back, is named by its operation.
    """
    assert step is not None
    c = t.change.c
    rows = select(c.at, c.operation, t.annotator.c.name)
    rows = rows.outerjoin(t.annotator, t.annotator.c.id == c.annotator_id)
    rows = rows.where(c.id > step.step, c.annotator_id.is_distinct_from(work.annotator_id))
    with store.read() as conn:
        articles = {row.article_id for row in _rows(conn, step.step, c.article_id)} - {None}
        here = conn.execute(rows.where(c.article_id.in_(articles)).order_by(c.id.desc()).limit(1)).first()
        last = here or conn.execute(rows.order_by(c.id.desc()).limit(1)).first()
    raise ChangedSince(by=(last.name or last.operation) if last else "", at=last.at if last else "")
