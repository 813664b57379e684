"""Writes rows and remembers what they were: every operation changes the database through a `Recorder`.

At the end of its transaction the recorder writes the `Change` rows, one per step and article. A patch is a
list of blocks in the order of writing, so that taking it back in reverse never meets a state that was not
there before.
"""

from collections.abc import Generator
from contextlib import contextmanager
from functools import cache
from itertools import groupby
from typing import Any

from msgspec import Struct, json, to_builtins
from sqlalchemy import Connection, Delete, Insert, Table, Update, bindparam, delete, insert, select, update
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from store import bulk
from store.database import Store
from store.errors import NotFound
from store.tables import core as t
from store.tables import now
from store.values import Json, Touched, Work

UNDO, REDO = "undo.", "redo."
"""How the operations of steps begin that take a step back, or do one again."""


class Block(Struct, frozen=True, omit_defaults=True):
    """Rows of one table that were written in a row: touched columns, their values before and after.

    `before` None: the rows were added. `after` None: they were removed. Columns that are left out of those
    were NULL.
    """

    table: str
    ids: list[int]
    columns: list[str]
    before: list[list[Any]] | None = None
    after: list[list[Any]] | None = None


class _Written(Struct, frozen=True):
    article_id: int | None
    table: str
    id: int
    before: Json | None
    after: Json | None

    @property
    def columns(self) -> list[str]:
        return list(self.after or self.before or {})

    @property
    def kind(self) -> tuple[Any, ...]:
        return (self.table, self.columns, self.before is None, self.after is None)


class Recorder:
    """The hand that writes in one step. `article_id` is the article that what is written next belongs to."""

    def __init__(self, conn: Connection, operation: str, *, annotator_id: int | None) -> None:
        self.conn = conn
        self.operation = operation
        self.annotator_id = annotator_id
        self.article_id: int | None = None
        self.at = now()
        self.step = 0
        self._written: list[_Written] = []

    def insert(self, table: Table, **values: Any) -> int:
        """Add a row, also under a given id; returns its id."""
        filled = _defaults(table) | values
        key = self.conn.execute(_insertion(table), filled).inserted_primary_key
        row_id: int = key[0] if key else 0
        after = {name: value for name, value in filled.items() if value is not None and name != "id"}
        self._written.append(_Written(self.article_id, str(table.name), row_id, None, after))
        return row_id

    def update(self, table: Table, row_id: int, **values: Any) -> None:
        """Set columns of a row. Raises NotFound."""
        before = self._columns(table, row_id, list(values))
        changed = {name: value for name, value in values.items() if before[name] != _stored(value)}
        if changed:
            self.conn.execute(_change(table), {"row_id": row_id, **changed})
            old = {name: before[name] for name in changed}
            self._written.append(_Written(self.article_id, str(table.name), row_id, old, changed))

    def delete(self, table: Table, row_id: int) -> None:
        """Remove a row. Raises NotFound."""
        row = self._columns(table, row_id, [str(c.name) for c in table.columns if c.name != "id"])
        self.conn.execute(_removal(table), {"row_id": row_id})
        before = {name: value for name, value in row.items() if value is not None}
        self._written.append(_Written(self.article_id, str(table.name), row_id, before, None))

    def _columns(self, table: Table, row_id: int, names: list[str]) -> Json:
        row = self.conn.execute(_reading(table, tuple(names)), {"row_id": row_id}).one_or_none()
        if row is None:
            raise NotFound(what=table.name, id=row_id)
        return dict(zip(names, row, strict=True))

    def log(self, *, undoes: int | None = None, join: int | None = None, part_of: int | None = None) -> None:
        """Write the `Change` rows.

        `join` is an earlier step that goes on, if it was on the same article and nothing was done since;
        `part_of` one that goes on in any case.
        """
        articles = list(dict.fromkeys(written.article_id for written in self._written))
        if not articles and undoes is not None:
            articles = [None]  # nothing had to be written, but the step is undone: undo goes on before it
        if not articles:
            return
        ids = bulk.reserve(self.conn, t.change, len(articles))
        goes_on = join if join is not None and self._goes_on(join, articles[0]) else None
        self.step = part_of or goes_on or ids[0]
        rows = [
            {
                "id": change_id,
                "at": self.at,
                "annotator_id": self.annotator_id,
                "operation": self.operation,
                "step": self.step,
                "article_id": article_id,
                "undoes": undoes,
                "patch": to_builtins(self._blocks(article_id)),
            }
            for change_id, article_id in zip(ids, articles, strict=True)
        ]
        self.conn.execute(_insertion(t.change), rows)

    def _goes_on(self, step: int, article_id: int | None) -> bool:
        """Whether a step is the annotator's last one, on this article, and neither an undo nor a redo."""
        c = t.change.c
        rows = select(c.step, c.operation, c.article_id).where(c.annotator_id == self.annotator_id)
        last = self.conn.execute(rows.order_by(c.step.desc(), c.id.desc()).limit(1)).one_or_none()
        if last is None or last.operation.startswith((UNDO, REDO)):
            return False
        return (last.step, last.article_id) == (step, article_id)

    def _blocks(self, article_id: int | None) -> list[Block]:
        mine = [written for written in self._written if written.article_id == article_id]
        return [_block(list(run)) for _, run in groupby(mine, key=lambda written: written.kind)]

    def standing(self, table: Table) -> int | None:
        """The row of a table that was written last and is still there; what is suggested does not count."""
        last = {written.id: written.after for written in self._written if written.table == table.name}
        standing = (
            row_id
            for row_id, after in reversed(last.items())
            if after is not None and not _is_suggested(after)
        )
        return next(standing, None)

    def touched(
        self,
        *,
        span: int | None = None,
        stance: int | None = None,
        notice: str | None = None,
        entry: int | None = None,
    ) -> Touched:
        """What the step touched; to be asked for after `log`."""
        articles = dict.fromkeys(w.article_id for w in self._written if w.article_id is not None)
        nouns = frozenset(written.table for written in self._written)
        return Touched(self.step, self.operation, tuple(articles), nouns, span, stance, notice, entry)


@cache
def _insertion(table: Table) -> Insert:
    return insert(table)


@cache
def _change(table: Table) -> Update:
    return update(table).where(table.c.id == bindparam("row_id"))


@cache
def _removal(table: Table) -> Delete:
    return delete(table).where(table.c.id == bindparam("row_id"))


@cache
def _reading(table: Table, names: tuple[str, ...]) -> t.AnySelect:
    return select(*(table.c[name] for name in names)).where(table.c.id == bindparam("row_id"))


@cache
def _defaults(table: Table) -> Json:
    """The values of the columns that may be left out."""
    filled = {str(c.name): c.default for c in table.columns}
    return {
        name: default.arg
        for name, default in filled.items()
        if isinstance(default, ScalarElementColumnDefault)
    }


def _is_suggested(row: Json) -> bool:
    return row.get("made") == "predicted"


def _stored(value: Any) -> Any:
    """A value as the database gives it back: JSON knows no tuples."""
    return json.decode(bulk.dumps(value)) if isinstance(value, dict | list | tuple) else value


def _block(run: list[_Written]) -> Block:
    """One block of rows that were written alike."""
    return Block(
        table=run[0].table,
        ids=[written.id for written in run],
        columns=run[0].columns,
        before=None
        if run[0].before is None
        else [list(w.before.values()) for w in run if w.before is not None],
        after=None if run[0].after is None else [list(w.after.values()) for w in run if w.after is not None],
    )


@contextmanager
def recording(
    store: Store, work: Work | None, operation: str, *, join: int | None = None, part_of: int | None = None
) -> Generator[Recorder]:
    """One step in one write transaction: what the block writes and its log, or nothing.

    `join` continues an earlier step on the same article, if nothing was done since (held keys, a drag);
    `part_of` is the step that a slice of long work belongs to.
    """
    with store.write() as conn:
        recorder = Recorder(conn, operation, annotator_id=work.annotator_id if work else None)
        yield recorder
        recorder.log(join=join, part_of=part_of)


def log_bulk(
    conn: Connection,
    operation: str,
    patch: Json,
    *,
    annotator_id: int | None = None,
    part_of: int | None = None,
) -> int:
    """Log work on many rows as one change, such as `{"import": 3}`; returns its step.

    `part_of` is the step that a slice of long work belongs to.
    """
    change_id = bulk.reserve(conn, t.change, 1)[0]
    step = part_of or change_id
    row = {
        "id": change_id,
        "at": now(),
        "annotator_id": annotator_id,
        "operation": operation,
        "step": step,
        "patch": patch,
    }
    conn.execute(insert(t.change).values(row))
    return step
