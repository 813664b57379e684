"""The scheme: labels, topics, actors, the project and its switches."""

from collections.abc import Iterator

from msgspec import Struct, convert
from sqlalchemy import Connection, Table, select

from store.tables import core as t
from store.values import Actor, Label, ProjectSettings, Topic
from store.vocabulary import LabelSetKind


class Project(Struct, frozen=True):
    """The project of a store; `uid` recognises it elsewhere, `created_at` is UTC, ISO 8601."""

    uid: str
    name: str
    created_at: str
    settings: ProjectSettings


def project(conn: Connection) -> Project:
    """The store's project."""
    c = t.project.c
    row = conn.execute(select(c.uid, c.name, c.created_at, c.settings)).one()
    return Project(row.uid, row.name, row.created_at, convert(row.settings, ProjectSettings))


def settings(conn: Connection) -> ProjectSettings:
    """The project's switches."""
    return convert(conn.execute(select(t.project.c.settings)).scalar_one(), ProjectSettings)


def labels(conn: Connection, kind: LabelSetKind, *, all: bool = False) -> tuple[Label, ...]:  # noqa: A002
    """The labels of a kind in their order: those that can be given, or all that ever could."""
    c = t.label.c
    columns = (c.id, c.code, c.name, c.key, c.color_light, c.color_dark, c.glyph, c.value, c.status)
    rows = (
        select(*columns)
        .join(t.label_set, t.label_set.c.id == c.label_set_id)
        .where(t.label_set.c.kind == kind)
    )
    rows = rows if all else rows.where(c.status != "retired")
    return tuple(Label(*row) for row in conn.execute(rows.order_by(c.label_set_id, c.position)))


def guideline(conn: Connection) -> str:
    """The guideline as it is now, Markdown."""
    c = t.scheme_version.c
    return conn.execute(select(c.guideline).order_by(c.number.desc()).limit(1)).scalar_one()


def topics(conn: Connection) -> tuple[Topic, ...]:
    """All topics, retired ones too: those with a digit first, then in the order in which they came."""
    c = t.topic.c
    columns = (c.id, c.key, c.kind, c.wording, c.definition, c.parent_id, c.status, c.digit, c.actor_id)
    return tuple(
        Topic(*row)
        for row in conn.execute(select(*columns, c.merged_into_id).order_by(c.digit.is_(None), c.digit, c.id))
    )


def actors(conn: Connection) -> tuple[Actor, ...]:
    """All actors that were not merged into another, by name."""
    c = t.actor.c
    columns = (c.id, c.uid, c.name, c.type, c.parent_id, c.aliases, c.external_ids)
    rows = conn.execute(select(*columns).where(c.merged_into_id.is_(None)).order_by(c.name, c.id))
    return tuple(Actor(*row[:5], tuple(row.aliases), row.external_ids) for row in rows)


def above(conn: Connection, table: Table, row_id: int | None) -> Iterator[int]:
    """A topic or actor and all that it belongs to, from itself upwards; each once, also in a circle."""
    seen: set[int] = set()
    while row_id is not None and row_id not in seen:
        seen.add(row_id)
        yield row_id
        row_id = conn.execute(select(table.c.parent_id).where(table.c.id == row_id)).scalar()
