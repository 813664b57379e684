"""Topics, actors and the project's switches.

Nothing here is ever deleted: codings must keep their meaning.
"""

from typing import Any

from msgspec import to_builtins
from sqlalchemy import ColumnElement, Table, select

from store.database import Store
from store.errors import KeyTaken
from store.operations.reading import require
from store.recording import Recorder, recording
from store.tables import core as t
from store.uids import new_uid
from store.values import Json, ProjectSettings, Touched, Work
from store.vocabulary import Lifecycle, TopicKind

TOPIC_FIELDS = ("kind", "wording", "definition", "parent_id", "actor_id", "status", "digit")


def add_topic(
    store: Store,
    work: Work | None,
    *,
    key: str,
    kind: TopicKind,
    wording: dict[str, str],
    definition: str = "",
    digit: int | None = None,
    status: Lifecycle = "active",
) -> Touched:
    """Add a topic; `wording` by language code. `digit` (1-9) is its key in the article.

    Without `work` it is what the project starts with, and in nobody's undo. Raises KeyTaken.
    """
    with recording(store, work, "topic.add") as step:
        _require_free(step, t.topic, {"key": key, "digit": digit})
        step.insert(
            t.topic,
            uid=new_uid(),
            key=key,
            kind=kind,
            wording=wording,
            definition=definition,
            digit=digit,
            status=status,
        )
    return step.touched()


def change_topic(store: Store, work: Work, topic_id: int, **changes: Any) -> Touched:
    """Set some of `TOPIC_FIELDS`. Raises NotFound, KeyTaken; TypeError for an unknown field."""
    if unknown := set(changes).difference(TOPIC_FIELDS):
        raise TypeError(f"a topic has no {', '.join(unknown)}")
    with recording(store, work, "topic.change") as step:
        require(step.conn, "topic", changes.get("parent_id"))
        require(step.conn, "actor", changes.get("actor_id"))
        _require_free(step, t.topic, {"digit": changes.get("digit")}, besides=topic_id)
        step.update(t.topic, topic_id, **changes)
    return step.touched()


def retire_topic(store: Store, work: Work, topic_id: int) -> Touched:
    """No longer offer a topic; what was coded with it stays, its digit becomes free. Raises NotFound."""
    with recording(store, work, "topic.retire") as step:
        step.update(t.topic, topic_id, status="retired", digit=None)
    return step.touched()


def add_actor(
    store: Store,
    work: Work,
    *,
    name: str,
    type: str = "",  # noqa: A002 - the column's name
    parent_id: int | None = None,
    aliases: tuple[str, ...] = (),
    external_ids: Json | None = None,
) -> Touched:
    """Add an actor to the codebook. Raises NotFound for an unknown parent."""
    with recording(store, work, "actor.add") as step:
        require(step.conn, "actor", parent_id)
        step.insert(
            t.actor,
            uid=new_uid(),
            name=name,
            type=type,
            parent_id=parent_id,
            aliases=list(aliases),
            external_ids=external_ids or {},
        )
    return step.touched()


def change_settings(store: Store, work: Work, settings: ProjectSettings) -> Touched:
    """Set the project's switches."""
    with recording(store, work, "project.change_settings") as step:
        step.update(t.project, 1, settings=to_builtins(settings))
    return step.touched()


def _require_free(step: Recorder, table: Table, keys: Json, *, besides: int | None = None) -> None:
    """Raise KeyTaken if another row of `table` has one of the keys."""
    for name, key in keys.items():
        others: ColumnElement[bool] = table.c[name] == key
        if (
            key is not None
            and step.conn.execute(select(table.c.id).where(others, table.c.id != besides)).first()
        ):
            raise KeyTaken(what=name, key=key)
