"""The scheme as it is now, as a value that outlives it."""

from sqlalchemy import Connection, select

from store.tables import core as t
from store.values import Json


def snapshot(conn: Connection) -> Json:
    """Label sets with their labels, topics and fields by their natural keys, as `SchemeVersion.content` keeps
    them."""
    return {"label_sets": _label_sets(conn), "topics": _topics(conn), "fields": _fields(conn)}


def _label_sets(conn: Connection) -> list[Json]:
    c, label = t.label_set.c, t.label.c
    sets = conn.execute(select(c.id, c.key, c.kind, c.name).order_by(c.id)).all()
    columns = (label.label_set_id, label.code, label.name, label.description, label.value, label.status)
    labels = conn.execute(select(*columns).order_by(label.label_set_id, label.position)).all()
    return [
        {
            "key": row.key,
            "kind": row.kind,
            "name": row.name,
            "labels": [
                {
                    "code": it.code,
                    "name": it.name,
                    "description": it.description,
                    "value": it.value,
                    "status": it.status,
                }
                for it in labels
                if it.label_set_id == row.id
            ],
        }
        for row in sets
    ]


def _topics(conn: Connection) -> list[Json]:
    c = t.topic.c
    columns = (c.id, c.key, c.kind, c.wording, c.definition, c.parent_id, c.status, c.merged_into_id)
    rows = conn.execute(select(*columns).order_by(c.id)).all()
    keys: dict[int | None, str | None] = {row.id: row.key for row in rows} | {None: None}
    return [
        {
            "key": row.key,
            "kind": row.kind,
            "wording": row.wording,
            "definition": row.definition,
            "parent": keys[row.parent_id],
            "status": row.status,
            "merged_into": keys[row.merged_into_id],
        }
        for row in rows
    ]


def _fields(conn: Connection) -> list[Json]:
    c = t.field.c
    columns = (c.key, c.on, c.kind, c.name, c.options, c.required, c.status)
    rows = conn.execute(select(*columns).order_by(c.id)).mappings()
    return [dict(row) for row in rows]
