"""Spans, and refusals of what was suggested: spans, and cues of stances."""

from typing import Any

from sqlalchemy import JSON, Column, Index, UniqueConstraint, text
from sqlmodel import Field

from store.tables.base import AUTOINCREMENT, Table, forward_range, index_of_few, one_of, unit_interval
from store.vocabulary import SpanForm, SpanMade


class Span(Table, table=True):
    """A range `[start, end)` of code points with a label, or a mention without one.

    `origin_id` is the suggestion (a span of a model's set) that it came from. A model's own spans have
    `made = 'predicted'`. The unique index also serves reads in text order.
    """

    __table_args__ = (
        forward_range(),
        one_of("form", SpanForm),
        one_of("made", SpanMade),
        unit_interval("score"),
        Index(
            "uq_span_content", "set_id", "start", "end", text("coalesce(label_id, 0)"), "form", unique=True
        ),
        index_of_few("span", "origin_id"),
        index_of_few("span", "actor_id"),
        AUTOINCREMENT,
    )

    id: int | None = Field(default=None, primary_key=True)
    set_id: int = Field(foreign_key="annotation_set.id")
    start: int
    end: int
    label_id: int | None = Field(default=None, foreign_key="label.id")
    form: str = "plain"
    actor_id: int | None = Field(default=None, foreign_key="actor.id")
    score: float | None = None
    origin_id: int | None = Field(default=None, foreign_key="span.id")
    made: str = "typed"
    unsure: bool = False
    attrs: dict[str, Any] | None = Field(
        default=None, sa_column=Column(JSON(none_as_null=True), nullable=True)
    )


class Rejection(Table, table=True):
    """A refused suggestion, by content: it holds for the next model version and in a merged store too."""

    __table_args__ = (forward_range(), UniqueConstraint("set_id", "start", "end", "label_id"), AUTOINCREMENT)

    id: int | None = Field(default=None, primary_key=True)
    set_id: int = Field(foreign_key="annotation_set.id")
    start: int
    end: int
    label_id: int = Field(foreign_key="label.id")


class CueRefusal(Table, table=True):
    """A refused evidence suggestion, by the stretch of its cue: it does not come back in this reading."""

    __table_args__ = (forward_range(), UniqueConstraint("set_id", "start", "end"), AUTOINCREMENT)

    id: int | None = Field(default=None, primary_key=True)
    set_id: int = Field(foreign_key="annotation_set.id")
    start: int
    end: int
