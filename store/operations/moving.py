"""What merging two codebook entries comes down to: references that move, and no circles."""

from sqlalchemy import Connection, Table, select

from store.errors import MergeImpossible
from store.queries.codebook import above
from store.recording import Recorder
from store.tables import core as t

Column = tuple[Table, str]
"""A table and a column of it that refers to the entry."""


def moved(step: Recorder, column: Column, old: int, new: int) -> None:
    """Point every row that refers to `old` to `new`; rows of a set are logged with its article."""
    table, name = column
    rows = select(table.c.id).where(table.c[name] == old)
    if "set_id" in table.c:
        sets = t.annotation_set
        rows = rows.add_columns(sets.c.article_id).join(sets, sets.c.id == table.c.set_id)
        rows = rows.order_by(sets.c.article_id)
    for row in step.conn.execute(rows.order_by(table.c.id)).all():
        step.article_id = row[1] if len(row) > 1 else None
        step.update(table, row[0], **{name: new})


def require_no_cycle(conn: Connection, table: Table, row_id: int, parent_id: int | None) -> None:
    """Raise MergeImpossible if the parent is the entry itself or below it."""
    if row_id in above(conn, table, parent_id):
        raise MergeImpossible(what=table.name, id=row_id, into=parent_id)


def rise(step: Recorder, table: Table, kept: t.AnyRow, gone: t.AnyRow) -> None:
    """Before an entry swallows one that it belongs to, however far above: it takes that one's place."""
    if gone.id in above(step.conn, table, kept.parent_id):
        step.update(table, kept.id, parent_id=gone.parent_id)
