"""Removing many rows at once, in the order of their references.

Only an undone import or run ever does that.
"""

from sqlalchemy import Connection, delete, func, select

from store.errors import WorkHangsOn
from store.tables import core as t


def require_no_heirs(conn: Connection, sets: t.AnySelect) -> None:
    """Raise WorkHangsOn if spans or stances of other sets came from those of these sets."""
    count = 0
    for table in (t.span, t.stance):
        origin = table.alias("origin")
        heirs = table.join(origin, origin.c.id == table.c.origin_id)
        strange = (
            select(func.count())
            .select_from(heirs)
            .where(origin.c.set_id.in_(sets), table.c.set_id.not_in(sets))
        )
        count += conn.execute(strange).scalar_one()
    if count:
        raise WorkHangsOn(count=count)


def delete_sets(conn: Connection, sets: t.AnySelect) -> None:
    """Delete annotation sets with everything in them."""
    stances = select(t.stance.c.id).where(t.stance.c.set_id.in_(sets))
    conn.execute(delete(t.stance_part).where(t.stance_part.c.stance_id.in_(stances)))
    for table in (t.answer, t.comment, t.topic_mark, t.rejection, t.cue_refusal):
        conn.execute(delete(table).where(table.c.set_id.in_(sets)))
    for table in (t.stance, t.span):  # those that came from others of these first
        conn.execute(delete(table).where(table.c.set_id.in_(sets), table.c.origin_id.is_not(None)))
        conn.execute(delete(table).where(table.c.set_id.in_(sets)))
    conn.execute(delete(t.annotation_set).where(t.annotation_set.c.id.in_(sets)))
