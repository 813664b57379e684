"""Who takes which side toward what: making, changing and deleting stances."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from store.database import Store
from store.errors import NotFound, TargetMissing
from store.operations.placement import detach, mention
from store.operations.reading import Reading, label_id, open_reading, reading_of, require, require_inside
from store.operations.suggestions import offer, take_over
from store.operations.topic_marks import unmark
from store.recording import Recorder, recording
from store.tables import core as t
from store.uids import new_uid
from store.values import Holder, Touched, Work
from store.vocabulary import PartRole, StanceLevel

PLAIN = ("level", "explicit", "intensity", "form", "attribution", "sarcasm", "confidence", "attrs")
"""Fields that `change` sets as they are given."""

PARTS: tuple[PartRole, ...] = ("evidence", "cue")

TARGETS = ("topic", "target_span", "target_actor", "target_suggestion", "target_range")

COLUMNS = ("topic_id", "target_span_id", "target_actor_id")
"""One of these has to be filled."""

Range = tuple[int, int]


def add(
    store: Store,
    work: Work,
    article_id: int,
    *,
    holder: Holder,
    label: str,
    topic_id: int | None = None,
    target_span: int | None = None,
    target_suggestion: int | None = None,
    target_actor: int | None = None,
    holder_range: Range | None = None,
    target_range: Range | None = None,
    evidence: Range | None = None,
    level: StanceLevel = "statement",
) -> Touched:
    """Make a stance in one step with its ends: suggestions are accepted, ranges become mentions.

    `evidence` is the automatic sentence, a default and nobody's judgement. The answer that no stance toward
    the topic was found is withdrawn. Raises TargetMissing, NotFound,
    LabelUnknown, SpanOutsideText, SpanCrosses, SetClosed.
    """
    with recording(store, work, "stance.add") as step:
        reading = open_reading(step, work, article_id)
        fields = _holder(step, work, reading, holder, holder_range)
        fields["label_id"] = label_id(step.conn, label, "stance")
        targets = {"topic": topic_id, "target_span": target_span, "target_actor": target_actor}
        if target_suggestion is not None or target_range is not None:
            targets |= {"target_suggestion": target_suggestion, "target_range": target_range}
        fields |= _targets(step, work, reading, targets)
        if all(fields.get(name) is None for name in COLUMNS):
            raise TargetMissing(article=article_id)
        unmark(step, reading, topic_id, "none")
        stance_id = step.insert(t.stance, uid=new_uid(), set_id=reading.set_id, level=level, **fields)
        if evidence is not None:
            _put_parts(step, reading, stance_id, role="evidence", ranges=[evidence], made="default")
    return step.touched(stance=stance_id)


def change(store: Store, work: Work, stance_id: int, **changes: Any) -> Touched:
    """Set fields of a stance: those of `PLAIN`, `label`, `holder`, `topic`, `via_actor` and the targets.

    `label` is a code; `holder` a Holder, with `holder_range` where that is to become a mention; `evidence`
    and `cue` are marked ranges, which replace what was there. Raises TargetMissing where no target would be
    left, else what `add` and `set_parts` raise; TypeError for an unknown field.
    """
    with recording(store, work, "stance.change") as step:
        reading, stance = reading_of(step, work, what="stance", row_id=stance_id)
        fields: dict[str, Any] = {name: changes.pop(name) for name in PLAIN if name in changes}
        if "label" in changes:
            fields["label_id"] = label_id(step.conn, changes.pop("label"), "stance")
        if "via_actor" in changes:
            fields["via_actor_id"] = changes.pop("via_actor")
            require(step.conn, "actor", fields["via_actor_id"])
        if "holder" in changes:
            fields |= _holder(step, work, reading, changes.pop("holder"), changes.pop("holder_range", None))
        fields |= _targets(
            step, work, reading, {name: changes.pop(name) for name in TARGETS if name in changes}
        )
        parts: dict[PartRole, Sequence[Range]] = {
            role: changes.pop(role) for role in PARTS if role in changes
        }
        if changes:
            raise TypeError(f"a stance has no {', '.join(changes)}")
        targets = (stance.topic_id, stance.target_span_id, stance.target_actor_id)
        after = dict(zip(COLUMNS, targets, strict=True)) | fields
        if all(after[name] is None for name in COLUMNS):
            raise TargetMissing(article=reading.article_id)
        unmark(step, reading, after["topic_id"], "none")
        step.update(t.stance, stance_id, **fields)
        for role, ranges in parts.items():
            _replace_parts(step, reading, stance_id, role=role, ranges=ranges)
    return step.touched(stance=stance_id)


def set_parts(
    store: Store, work: Work, stance_id: int, *, role: PartRole, ranges: Sequence[Range]
) -> Touched:
    """Replace a stance's evidence or cue, the default one too, by marked ranges (code points) in text order.

    Raises SpanOutsideText, NotFound, SetClosed.
    """
    with recording(store, work, "stance.set_parts") as step:
        reading, _ = reading_of(step, work, what="stance", row_id=stance_id)
        _replace_parts(step, reading, stance_id, role=role, ranges=ranges)
    return step.touched(stance=stance_id)


def delete(store: Store, work: Work, stance_id: int) -> Touched:
    """Delete a stance with its parts; its endpoints stay. Raises NotFound, SetClosed."""
    with recording(store, work, "stance.delete") as step:
        reading_of(step, work, what="stance", row_id=stance_id)
        _delete_parts(step, stance_id)
        detach(step, "stance_id", stance_id)
        step.delete(t.stance, stance_id)
    return step.touched()


def _holder(
    step: Recorder, work: Work, reading: Reading, holder: Holder, place: Range | None
) -> dict[str, Any]:
    """The columns of a holder; a suggestion is accepted, a range becomes a mention."""
    span_id = None
    if holder.kind == "span":
        span_id = _end(step, work, reading, span=holder.span, suggestion=holder.suggestion, place=place)
        if span_id is None:
            raise NotFound(what="span", id=holder.span)
    if holder.kind == "actor" and holder.actor is None:
        raise NotFound(what="actor", id=None)
    require(step.conn, "actor", holder.actor)
    return {"holder_kind": holder.kind, "holder_span_id": span_id, "holder_actor_id": holder.actor}


def _targets(step: Recorder, work: Work, reading: Reading, given: dict[str, Any]) -> dict[str, Any]:
    """The columns of those targets that are given, None too."""
    columns: dict[str, Any] = {}
    for what, name in (("topic", "topic"), ("actor", "target_actor")):
        if name in given:
            require(step.conn, what, given[name])
            columns[f"{name}_id"] = given[name]
    if given.keys() & {"target_span", "target_suggestion", "target_range"}:
        columns["target_span_id"] = _end(
            step,
            work,
            reading,
            span=given.get("target_span"),
            suggestion=given.get("target_suggestion"),
            place=given.get("target_range"),
        )
    return columns


def _end(
    step: Recorder,
    work: Work,
    reading: Reading,
    *,
    span: int | None,
    suggestion: int | None,
    place: Range | None,
) -> int | None:
    """The own span that is meant: itself, or of a suggestion (accepted now) or a range (made a mention)."""
    if suggestion is not None:
        return take_over(step, reading, offer(step.conn, reading.article_id, suggestion))
    if place is not None:
        return mention(step, reading, *place)
    if span is not None:
        _, row = reading_of(step, work, what="span", row_id=span)
        if row.set_id != reading.set_id:
            raise NotFound(what="span", id=span)
    return span


def _replace_parts(
    step: Recorder, reading: Reading, stance_id: int, *, role: PartRole, ranges: Sequence[Range]
) -> None:
    """Marked ranges in text order instead of what was there."""
    _delete_parts(step, stance_id, role)
    _put_parts(step, reading, stance_id, role=role, ranges=sorted(set(ranges)), made="marked")


def _put_parts(
    step: Recorder, reading: Reading, stance_id: int, *, role: PartRole, ranges: Sequence[Range], made: str
) -> None:
    for position, (start, end) in enumerate(ranges):
        require_inside(step.conn, reading.article_id, start, end)
        step.insert(
            t.stance_part, stance_id=stance_id, role=role, position=position, start=start, end=end, made=made
        )


def _delete_parts(step: Recorder, stance_id: int, role: PartRole | None = None) -> None:
    c = t.stance_part.c
    parts = select(c.id).where(c.stance_id == stance_id)
    if role is not None:
        parts = parts.where(c.role == role)
    for part_id in step.conn.scalars(parts.order_by(c.position)).all():
        step.delete(t.stance_part, part_id)
