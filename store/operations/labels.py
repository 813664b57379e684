"""Entity labels of a project: added, changed, put in another order, merged, retired, taken up again.

A label is never deleted: codings must keep their meaning. *Spelling* (its name, key, colour) keeps them; the
code, which stands in files, stays as it is.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from store.colours import colours
from store.database import Store
from store.errors import KeyTaken, MergeImpossible, NotFound
from store.operations.scheme import close_version, is_in_use, next_version
from store.recording import Recorder, recording
from store.tables import core as t
from store.values import Touched, Work

FIELDS = ("name", "description", "key", "color_light", "color_dark")
"""What `change` sets."""


def add(store: Store, work: Work, *, code: str, name: dict[str, str], key: str | None = None) -> Touched:
    """Add an entity label, in a colour far from those that are there; `key` is its digit (1-9).

    The new id is `entry` of what comes back. Raises KeyTaken for a code or key that another label has.
    """
    with recording(store, work, "label.add") as step:
        _require_free(step, code=code, key=key)
        set_id, position = _last(step)
        c = t.label.c
        beside = [(row[0], row[1]) for row in step.conn.execute(select(c.color_light, c.color_dark))]
        ((light, dark),) = colours(1, beside=beside)
        label_id = step.insert(
            t.label,
            label_set_id=set_id,
            position=position + 1,
            code=code,
            name=name,
            description={},
            key=key,
            color_light=light,
            color_dark=dark,
        )
    return step.touched(entry=label_id)


def change(store: Store, work: Work, label_id: int, **changes: Any) -> Touched:
    """Set some of `FIELDS`. Raises NotFound, KeyTaken; TypeError for an unknown field."""
    if unknown := set(changes).difference(FIELDS):
        raise TypeError(f"a label has no {', '.join(unknown)}")
    with recording(store, work, "label.change") as step:
        _require_free(step, key=changes.get("key"), besides=label_id)
        step.update(t.label, label_id, **changes)
    return step.touched(entry=label_id)


def sort(store: Store, work: Work, order: Sequence[int]) -> Touched:
    """Put labels in another order; those that are not named keep their places. Raises NotFound."""
    with recording(store, work, "label.sort") as step:
        for position, label_id in enumerate(order):
            step.update(t.label, label_id, position=position)
    return step.touched()


def retire(store: Store, work: Work, label_id: int) -> Touched:
    """No longer offer a label; what has it keeps it, its key becomes free. Raises NotFound."""
    with recording(store, work, "label.retire") as step:
        step.update(t.label, label_id, status="retired", key=None)
    return step.touched(entry=label_id)


def restore(store: Store, work: Work, label_id: int) -> Touched:
    """Offer a retired label again. Raises NotFound."""
    with recording(store, work, "label.restore") as step:
        step.update(t.label, label_id, status="active")
    return step.touched(entry=label_id)


def merge(store: Store, work: Work, label_id: int, *, into: int) -> Touched:
    """Make one label of two: people's spans with `label_id` get `into`, and it is retired; one step.

    Models' sets stay as they were written. A span that would say what another one of its set says already is
    left out: it keeps its label. A scheme that is in use gets a new version. Raises NotFound, and
    MergeImpossible for a label with itself or with one of another kind.
    """
    with recording(store, work, "label.merge") as step:
        gone, kept = _label(step, label_id), _label(step, into)
        if label_id == into or gone.label_set_id != kept.label_set_id:
            raise MergeImpossible(what="label", id=label_id, into=into)
        is_used = is_in_use(step.conn)
        if is_used:
            close_version(step)
        _move_spans(step, label_id, into)
        step.article_id = None
        step.update(t.label, label_id, status="retired", key=None)
        if is_used:
            next_version(step, {"merged": gone.code, "into": kept.code})
    return step.touched(entry=into)


def _move_spans(step: Recorder, label_id: int, into: int) -> None:
    span, twin = t.span.c, t.span.alias("twin")
    s = t.annotation_set.c
    same = (twin.c.set_id == span.set_id, twin.c.start == span.start, twin.c.end == span.end)
    doubled = select(twin.c.id).where(*same, twin.c.label_id == into, twin.c.form == span.form).exists()
    rows = (
        select(span.id, s.article_id)
        .join(t.annotation_set, s.id == span.set_id)
        .join(t.annotator, t.annotator.c.id == s.annotator_id)
        .where(span.label_id == label_id, t.annotator.c.kind != "model", ~doubled)
        .order_by(s.article_id, span.id)
    )
    for row in step.conn.execute(rows).all():
        step.article_id = row.article_id
        step.update(t.span, row.id, label_id=into)


def _label(step: Recorder, label_id: int) -> t.AnyRow:
    row = step.conn.execute(select(t.label).where(t.label.c.id == label_id)).one_or_none()
    if row is None:
        raise NotFound(what="label", id=label_id)
    return row


def _last(step: Recorder) -> tuple[int, int]:
    """The project's entity label set and the place of its last label."""
    c = t.label.c
    rows = select(c.label_set_id, c.position).join(t.label_set, t.label_set.c.id == c.label_set_id)
    rows = rows.where(t.label_set.c.kind == "entity").order_by(c.label_set_id.desc(), c.position.desc())
    row = step.conn.execute(rows.limit(1)).one()
    return row[0], row[1]


def _require_free(
    step: Recorder, *, code: str | None = None, key: str | None = None, besides: int | None = None
) -> None:
    """Raise KeyTaken if another label has the code, or another entity label the key."""
    c = t.label.c
    if code is not None and step.conn.execute(select(c.id).where(c.code == code)).first():
        raise KeyTaken(what="code", key=code)
    if key is None:
        return
    taken = select(c.id).join(t.label_set, t.label_set.c.id == c.label_set_id)
    taken = taken.where(t.label_set.c.kind == "entity", c.key == key, c.status != "retired")
    if step.conn.execute(taken.where(c.id != (besides or 0))).first():
        raise KeyTaken(what="key", key=key)
