"""Who is at work: taking up work in a store under a name."""

from sqlalchemy import insert

from store.database import Store
from store.errors import NotFound
from store.queries.people import work_of
from store.tables import core as t
from store.uids import new_uid
from store.values import Work


def join(store: Store, person: str) -> Work:
    """The work of the person of this name (or uid) in the main round; a new one joins.

    Taking up work changes no reading, so it is not a step: undo does not take it back.
    """
    with store.read() as conn:
        try:
            return work_of(conn, person)
        except NotFound:
            pass
    with store.write() as conn:
        conn.execute(insert(t.annotator).values(uid=new_uid(), name=person, kind="person"))
        return work_of(conn, person)
