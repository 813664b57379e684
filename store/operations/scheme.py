"""Scheme versions: frozen at their first use, followed by a new one when a meaning changes."""

from sqlalchemy import Connection, select

from store.queries.scheme import snapshot
from store.recording import Recorder
from store.tables import core as t
from store.values import Json

_VERSION = select(t.scheme_version).order_by(t.scheme_version.c.number.desc()).limit(1)


def freeze(step: Recorder, round_id: int) -> None:
    """Freeze the scheme version of a round with a snapshot of the scheme, unless it is frozen.

    It belongs to the step that first uses the version: undone with it, it is frozen by the next one.
    """
    c = t.scheme_version.c
    used = select(c.id, c.content).join(t.round_, t.round_.c.scheme_version_id == c.id)
    version = step.conn.execute(used.where(t.round_.c.id == round_id, c.frozen_at.is_(None))).one_or_none()
    if version is not None:
        content = {**version.content, **snapshot(step.conn)}
        step.update(t.scheme_version, version.id, frozen_at=step.at, content=content)


def close_version(step: Recorder) -> None:
    """Freeze the newest scheme version, as a part of the step, before a meaning changes."""
    version = step.conn.execute(_VERSION).one()
    step.article_id = None
    if version.frozen_at is None:
        content = {**version.content, **snapshot(step.conn)}
        step.update(t.scheme_version, version.id, frozen_at=step.at, content=content)


def next_version(step: Recorder, because: Json) -> None:
    """Make a scheme version after the newest one and move the rounds that use that one to it.

    `because` says what changed; it stands in `content`, to which the snapshot comes at the first use.
    """
    last = step.conn.execute(_VERSION).one()
    step.article_id = None
    version = step.insert(
        t.scheme_version,
        number=last.number + 1,
        at=step.at,
        guideline=last.guideline,
        content={"because": because},
    )
    rounds = select(t.round_.c.id).where(t.round_.c.scheme_version_id == last.id).order_by(t.round_.c.id)
    for round_id in step.conn.scalars(rounds).all():
        step.update(t.round_, round_id, scheme_version_id=version)


def is_in_use(conn: Connection) -> bool:
    """Whether the newest scheme version is frozen."""
    return conn.execute(_VERSION).one().frozen_at is not None
