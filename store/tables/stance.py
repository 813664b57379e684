"""Stances: who takes which side toward what, and where the text says so."""

from typing import Any

from sqlalchemy import JSON, CheckConstraint, Column, Index, UniqueConstraint
from sqlmodel import Field

from store.tables.base import AUTOINCREMENT, Table, forward_range, index_of_few, one_of, unit_interval
from store.vocabulary import Attribution, HolderKind, PartMade, PartRole, StanceForm, StanceLevel


class Stance(Table, table=True):
    """A holder takes a label toward a target: a topic, a span, an actor, or several of these at once.

    What nobody answered is NULL. A holder that is a span or an actor names it; author, outlet and unspecified
    do not.
    """

    __table_args__ = (
        one_of("level", StanceLevel),
        one_of("holder_kind", HolderKind),
        one_of("form", StanceForm),
        one_of("attribution", Attribution),
        CheckConstraint("(holder_kind = 'span') = (holder_span_id IS NOT NULL)", name="holder_span"),
        CheckConstraint("holder_kind <> 'actor' OR holder_actor_id IS NOT NULL", name="holder_actor"),
        CheckConstraint(
            "topic_id IS NOT NULL OR target_span_id IS NOT NULL OR target_actor_id IS NOT NULL", name="target"
        ),
        CheckConstraint("intensity BETWEEN 1 AND 3", name="intensity"),
        unit_interval("confidence"),
        unit_interval("score"),
        UniqueConstraint("uid"),
        Index(None, "set_id"),
        Index(None, "topic_id"),
        index_of_few("stance", "holder_span_id"),
        index_of_few("stance", "target_span_id"),
        index_of_few("stance", "holder_actor_id"),
        index_of_few("stance", "target_actor_id"),
        index_of_few("stance", "via_actor_id"),
        index_of_few("stance", "origin_id"),
        AUTOINCREMENT,
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str
    set_id: int = Field(foreign_key="annotation_set.id")
    level: str = "statement"
    holder_kind: str
    holder_span_id: int | None = Field(default=None, foreign_key="span.id")
    holder_actor_id: int | None = Field(default=None, foreign_key="actor.id")
    topic_id: int | None = Field(default=None, foreign_key="topic.id")
    target_span_id: int | None = Field(default=None, foreign_key="span.id")
    target_actor_id: int | None = Field(default=None, foreign_key="actor.id")
    via_actor_id: int | None = Field(default=None, foreign_key="actor.id")
    label_id: int = Field(foreign_key="label.id")
    explicit: bool | None = None
    intensity: int | None = None
    form: str | None = None
    attribution: str | None = None
    sarcasm: bool | None = None
    confidence: float | None = None
    score: float | None = None
    origin_id: int | None = Field(default=None, foreign_key="stance.id")
    attrs: dict[str, Any] | None = Field(
        default=None, sa_column=Column(JSON(none_as_null=True), nullable=True)
    )


class StancePart(Table, table=True):
    """One range of a stance's evidence or cue.

    `made = 'default'`: the automatic sentence, nobody's judgement.
    """

    __table_args__ = (
        forward_range(),
        one_of("role", PartRole),
        one_of("made", PartMade),
        UniqueConstraint("stance_id", "role", "position"),
        AUTOINCREMENT,
    )

    id: int | None = Field(default=None, primary_key=True)
    stance_id: int = Field(foreign_key="stance.id")
    role: str
    position: int
    start: int
    end: int
    made: str
