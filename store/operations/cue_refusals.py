"""Refusing an evidence suggestion: a cue that shows no stance worth taking down.

The suggestion itself is never stored; only that it was refused, so that it does not come back.
"""

from sqlalchemy import select

from store.database import Store
from store.operations.reading import open_reading, require_inside
from store.recording import recording
from store.tables import core as t
from store.values import Touched, Work


def refuse(store: Store, work: Work, article_id: int, *, start: int, end: int) -> Touched:
    """Refuse what is suggested for the cue `[start, end)` (code points); refusing it twice changes nothing.

    Raises SpanOutsideText, SetClosed.
    """
    with recording(store, work, "cue_refusal.add") as step:
        reading = open_reading(step, work, article_id)
        require_inside(step.conn, article_id, start, end)
        c = t.cue_refusal.c
        same = (c.set_id == reading.set_id, c.start == start, c.end == end)
        if step.conn.execute(select(c.id).where(*same)).scalar() is None:
            step.insert(t.cue_refusal, set_id=reading.set_id, start=start, end=end)
    return step.touched()
