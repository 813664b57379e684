"""Topics, the targets of the project: added, spelt otherwise, reworded, merged, retired, offered again.

A topic is never deleted: codings must keep their meaning. *Spelling* (`change`) keeps them; *rewording* and
*merging* change what was coded, so each makes a new scheme version and marks the sets to look at again.
"""

from typing import Any

from sqlalchemy import ColumnElement, select

from store.database import Store
from store.errors import KeyTaken, MergeImpossible, NotFound
from store.keys import free_key, key_of
from store.operations.moving import Column, moved, require_no_cycle, rise
from store.operations.reading import require
from store.operations.scheme import close_version, is_in_use, next_version
from store.operations.topic_marks import mark, sets_with
from store.recording import Recorder, recording
from store.tables import core as t
from store.uids import new_uid
from store.values import Json, Touched, Work
from store.vocabulary import Lifecycle, TopicKind

FIELDS = ("kind", "wording", "definition", "parent_id", "actor_id", "status", "digit")
"""What `change` sets."""

_REFERENCES: tuple[Column, ...] = ((t.stance, "topic_id"), (t.topic_mark, "topic_id"))


def add(
    store: Store,
    work: Work | None,
    *,
    kind: TopicKind,
    wording: dict[str, str],
    key: str | None = None,
    definition: str = "",
    parent_id: int | None = None,
    actor_id: int | None = None,
    digit: int | None = None,
    status: Lifecycle = "active",
) -> Touched:
    """Add a topic; `wording` by language code. `digit` (1-9) is its key in the article.

    Without `key` one is made of the wording. What is `proposed` waits for the lead, who words or merges it.

    Without `work` it is what the project starts with, and in nobody's undo. The new id is `entry` of what
    comes back. Raises KeyTaken, NotFound.
    """
    with recording(store, work, "topic.add") as step:
        require(step.conn, "topic", parent_id)
        require(step.conn, "actor", actor_id)
        _require_free(step, {"key": key, "digit": digit})
        taken = set(step.conn.scalars(select(t.topic.c.key)))
        topic_id = step.insert(
            t.topic,
            uid=new_uid(),
            key=key or free_key(key_of(next(iter(wording.values())), "topic"), taken),
            kind=kind,
            wording=wording,
            definition=definition,
            parent_id=parent_id,
            actor_id=actor_id,
            digit=digit,
            status=status,
        )
    return step.touched(entry=topic_id)


def change(store: Store, work: Work, topic_id: int, **changes: Any) -> Touched:
    """Set some of `FIELDS`; another `wording` is taken as another spelling, which keeps codings.

    Raises NotFound, KeyTaken; MergeImpossible for a parent that is below the topic; TypeError for an unknown
    field.
    """
    with recording(store, work, "topic.change") as step:
        _require_possible(step, topic_id, changes)
        step.update(t.topic, topic_id, **changes)
    return step.touched(entry=topic_id)


def reword(store: Store, work: Work, topic_id: int, *, wording: dict[str, str], **changes: Any) -> Touched:
    """Give a topic another meaning: a new scheme version, and every set that says something of the topic is
    marked `look_again`; one step.

    A stance is toward the target as worded, so a label may now be the wrong one. Languages that `wording`
    leaves out keep theirs; `changes` are other `FIELDS` that change with it. A scheme version that nobody has
    used is simply changed. Raises what `change` raises.
    """
    with recording(store, work, "topic.reword") as step:
        before = _topic(step, topic_id)
        _require_possible(step, topic_id, changes)
        fields: Json = {**changes, "wording": before.wording | wording}
        affected = sets_with(step.conn, topic_id)
        is_used = bool(affected) or is_in_use(step.conn)
        if is_used:
            close_version(step)
        step.update(t.topic, topic_id, **fields)
        if is_used:
            because = {"reworded": before.key, "before": before.wording, "after": fields["wording"]}
            next_version(step, because)
        mark(step, affected, topic_id, "look_again")
    return step.touched(entry=topic_id)


def merge(store: Store, work: Work, topic_id: int, *, into: int) -> Touched:
    """Make one topic of two: what was coded with `topic_id` is moved to `into`, which stays; one step.

    Sub-topics move along; the merged one is retired, its digit free. A new scheme version is made and the
    sets that were moved are marked `look_again`. Raises NotFound, and MergeImpossible for a topic with itself
    or with one that was merged away.
    """
    with recording(store, work, "topic.merge") as step:
        gone, kept = _topic(step, topic_id), _topic(step, into)
        if topic_id == into or gone.merged_into_id is not None or kept.merged_into_id is not None:
            raise MergeImpossible(what="topic", id=topic_id, into=into)
        affected = sets_with(step.conn, topic_id)
        is_used = bool(affected) or is_in_use(step.conn)
        if is_used:
            close_version(step)
        _drop_doubled_marks(step, topic_id, into)
        for column in _REFERENCES:
            moved(step, column, topic_id, into)
        step.article_id = None
        rise(step, t.topic, kept, gone)
        moved(step, (t.topic, "parent_id"), topic_id, into)
        step.update(t.topic, topic_id, status="retired", digit=None, merged_into_id=into)
        if is_used:
            next_version(step, {"merged": gone.key, "into": kept.key})
        mark(step, affected, into, "look_again")
    return step.touched(entry=into)


def retire(store: Store, work: Work, topic_id: int) -> Touched:
    """No longer offer a topic; what was coded with it stays, its digit becomes free. Raises NotFound."""
    with recording(store, work, "topic.retire") as step:
        step.update(t.topic, topic_id, status="retired", digit=None)
    return step.touched(entry=topic_id)


def restore(store: Store, work: Work, topic_id: int) -> Touched:
    """Offer a retired topic again; one that was merged away is a topic of its own again. Raises NotFound."""
    with recording(store, work, "topic.restore") as step:
        step.update(t.topic, topic_id, status="active", merged_into_id=None)
    return step.touched(entry=topic_id)


def _topic(step: Recorder, topic_id: int) -> t.AnyRow:
    row = step.conn.execute(select(t.topic).where(t.topic.c.id == topic_id)).one_or_none()
    if row is None:
        raise NotFound(what="topic", id=topic_id)
    return row


def _require_possible(step: Recorder, topic_id: int, changes: Json) -> None:
    """Raise what `change` raises."""
    if unknown := set(changes).difference(FIELDS):
        raise TypeError(f"a topic has no {', '.join(unknown)}")
    require(step.conn, "topic", changes.get("parent_id"))
    require(step.conn, "actor", changes.get("actor_id"))
    require_no_cycle(step.conn, t.topic, topic_id, changes.get("parent_id"))
    _require_free(step, {"digit": changes.get("digit")}, besides=topic_id)


def _drop_doubled_marks(step: Recorder, topic_id: int, into: int) -> None:
    """Marks that the other topic has too in the same set; and "none found" where the set has a stance toward
    either of them, which the merged topic would contradict."""
    c, other = t.topic_mark.c, t.topic_mark.alias("other")
    doubled = (
        select(c.id, t.annotation_set.c.article_id)
        .join(other, (other.c.set_id == c.set_id) & (other.c.mark == c.mark))
        .join(t.annotation_set, t.annotation_set.c.id == c.set_id)
        .where(c.topic_id == topic_id, other.c.topic_id == into)
    )
    coded = select(t.stance.c.set_id).where(t.stance.c.topic_id.in_((topic_id, into)))
    denied = (
        select(c.id, t.annotation_set.c.article_id)
        .join(t.annotation_set, t.annotation_set.c.id == c.set_id)
        .where(c.topic_id.in_((topic_id, into)), c.mark == "none", c.set_id.in_(coded))
    )
    rows = {row.id: row.article_id for query in (doubled, denied) for row in step.conn.execute(query)}
    for mark_id, article_id in rows.items():
        step.article_id = article_id
        step.delete(t.topic_mark, mark_id)


def _require_free(step: Recorder, keys: Json, *, besides: int | None = None) -> None:
    """Raise KeyTaken if another topic has one of the keys."""
    for name, key in keys.items():
        c = t.topic.c
        same: ColumnElement[bool] = c[name] == key
        if key is not None and step.conn.execute(select(c.id).where(same, c.id != besides)).first():
            raise KeyTaken(what=name, key=key)
