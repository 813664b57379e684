"""The guideline: how the project wants to be annotated, as Markdown."""

from sqlalchemy import select

from store.database import Store
from store.operations.scheme import close_version, is_in_use, next_version
from store.recording import recording
from store.tables import core as t
from store.values import Touched, Work


def change(store: Store, work: Work, text: str) -> Touched:
    """Write the guideline anew.

    What was annotated stands under the guideline of its time: a scheme version that is in use stays as it is,
    and a new one begins.
    """
    with recording(store, work, "guideline.change") as step:
        c = t.scheme_version.c
        newest = select(c.id, c.guideline).order_by(c.number.desc()).limit(1)
        before = step.conn.execute(newest).one()
        if before.guideline != text:
            if is_in_use(step.conn):
                close_version(step)
                next_version(step, {"guideline": "changed"})
            step.update(t.scheme_version, step.conn.execute(newest).one().id, guideline=text)
    return step.touched()
