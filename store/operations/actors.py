"""Actors of the codebook: added, changed, merged, and linked to the spans that stand for them.

An actor is never deleted: one that was merged away stays, and points to the one that it became.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from store.database import Store
from store.errors import MergeImpossible, NotFound
from store.operations.moving import Column, moved, require_no_cycle, rise
from store.operations.reading import reading_of, require
from store.recording import Recorder, recording
from store.tables import core as t
from store.uids import new_uid
from store.values import Touched, Work

FIELDS = ("name", "type", "parent_id", "aliases", "external_ids")
"""What `change` sets."""

_REFERENCES: tuple[Column, ...] = (
    (t.span, "actor_id"),
    (t.stance, "holder_actor_id"),
    (t.stance, "target_actor_id"),
    (t.stance, "via_actor_id"),
)


def add(
    store: Store,
    work: Work,
    *,
    name: str,
    type: str = "",  # noqa: A002 - the column's name
    parent_id: int | None = None,
    aliases: Sequence[str] = (),
    external_ids: dict[str, str] | None = None,
    spans: Sequence[int] = (),
) -> Touched:
    """Add an actor, and link own `spans` to it in the same step; `external_ids`: {"wikidata": "Q7747"}.

    The new id is `entry` of what comes back. Raises NotFound for an unknown parent or span, SetClosed.
    """
    with recording(store, work, "actor.add") as step:
        require(step.conn, "actor", parent_id)
        actor_id = step.insert(
            t.actor,
            uid=new_uid(),
            name=name,
            type=type,
            parent_id=parent_id,
            aliases=list(aliases),
            external_ids=external_ids or {},
        )
        _link(step, work, spans, actor_id)
    return step.touched(entry=actor_id, span=spans[0] if spans else None)


def change(store: Store, work: Work, actor_id: int, **changes: Any) -> Touched:
    """Set some of `FIELDS`. An actor that gets another name keeps the old one as an alias, unless `aliases`
    say otherwise.

    Raises NotFound; MergeImpossible for a parent that is below the actor; TypeError for an unknown field.
    """
    if unknown := set(changes).difference(FIELDS):
        raise TypeError(f"an actor has no {', '.join(unknown)}")
    with recording(store, work, "actor.change") as step:
        before = _actor(step, actor_id)
        require(step.conn, "actor", changes.get("parent_id"))
        require_no_cycle(step.conn, t.actor, actor_id, changes.get("parent_id"))
        if "aliases" in changes:
            changes["aliases"] = list(changes["aliases"])
        elif "name" in changes:
            changes["aliases"] = _names([*before.aliases, before.name], besides=changes["name"])
        step.update(t.actor, actor_id, **changes)
    return step.touched(entry=actor_id)


def merge(store: Store, work: Work, actor_id: int, *, into: int) -> Touched:
    """Make one actor of two: all spans, stances, topics and actors that refer to `actor_id` are moved to
    `into`, which also takes over its names and external ids; one step, whoever made what is moved.

    Raises NotFound, and MergeImpossible for an actor with itself or with one that was merged away.
    """
    with recording(store, work, "actor.merge") as step:
        gone, kept = _actor(step, actor_id), _actor(step, into)
        if actor_id == into or gone.merged_into_id is not None or kept.merged_into_id is not None:
            raise MergeImpossible(what="actor", id=actor_id, into=into)
        for column in _REFERENCES:
            moved(step, column, actor_id, into)
        step.article_id = None
        rise(step, t.actor, kept, gone)
        for column in ((t.actor, "parent_id"), (t.topic, "actor_id")):
            moved(step, column, actor_id, into)
        step.update(
            t.actor,
            into,
            aliases=_names([*kept.aliases, gone.name, *gone.aliases], besides=kept.name),
            external_ids=gone.external_ids | kept.external_ids,
        )
        step.update(t.actor, actor_id, merged_into_id=into)
    return step.touched(entry=into)


def link(store: Store, work: Work, spans: Sequence[int], actor_id: int | None) -> Touched:
    """Say that own spans stand for an actor, or for none; one step. Raises NotFound, SetClosed."""
    with recording(store, work, "actor.link") as step:
        require(step.conn, "actor", actor_id)
        _link(step, work, spans, actor_id)
    return step.touched(entry=actor_id, span=spans[0] if spans else None)


def _link(step: Recorder, work: Work, spans: Sequence[int], actor_id: int | None) -> None:
    for span_id in spans:
        reading_of(step, work, what="span", row_id=span_id)
        step.update(t.span, span_id, actor_id=actor_id)


def _actor(step: Recorder, actor_id: int) -> t.AnyRow:
    row = step.conn.execute(select(t.actor).where(t.actor.c.id == actor_id)).one_or_none()
    if row is None:
        raise NotFound(what="actor", id=actor_id)
    return row


def _names(names: list[str], *, besides: str) -> list[str]:
    """Each name once, but for the one that the actor goes by."""
    return [name for name in dict.fromkeys(names) if name != besides]
