"""Who reads, and in which rounds."""

from sqlalchemy import Connection, select

from store.errors import NotFound
from store.tables import core as t
from store.values import Annotator, Round, Work


def annotators(conn: Connection) -> tuple[Annotator, ...]:
    """All annotators, in the order in which they came."""
    c = t.annotator.c
    rows = select(c.id, c.uid, c.name, c.kind, c.version).order_by(c.id)
    return tuple(Annotator(*row) for row in conn.execute(rows))


def rounds(conn: Connection) -> tuple[Round, ...]:
    """All rounds, in the order in which they were made."""
    c = t.round_.c
    return tuple(
        Round(*row)
        for row in conn.execute(select(c.id, c.name, c.purpose, c.scheme_version_id).order_by(c.id))
    )


def work_of(conn: Connection, person: str | None = None) -> Work:
    """The work of a person (by name or uid; the first one if none is given) in the newest main round.

    Raises NotFound.
    """
    c, r = t.annotator.c, t.round_.c
    people = select(c.id).where(c.kind == "person").order_by(c.id)
    if person is not None:
        people = people.where((c.name == person) | (c.uid == person))
    annotator_id = conn.execute(people.limit(1)).scalar()
    round_id = conn.execute(select(r.id).order_by(r.purpose != "main", r.id.desc()).limit(1)).scalar()
    if annotator_id is None or round_id is None:
        raise NotFound(what="person" if annotator_id is None else "round", id=person)
    return Work(annotator_id, round_id)


def model_id(conn: Connection, name: str, version: str) -> int | None:
    """The annotator that a model of this name and version is, if it has read anything here."""
    c = t.annotator.c
    return conn.execute(select(c.id).where(c.kind == "model", c.name == name, c.version == version)).scalar()
