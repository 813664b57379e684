"""The scheme: label sets and labels, topics, actors, asked fields, and the frozen versions of all of these.

A label or topic is retired, never deleted, so that a coding keeps its meaning.
"""

from typing import Any

from sqlalchemy import JSON, CheckConstraint, Column, Index, UniqueConstraint
from sqlmodel import Field as Col

from store.tables.base import AUTOINCREMENT, Table, one_of
from store.vocabulary import FieldKind, FieldOn, LabelSetKind, Lifecycle, TopicKind


class SchemeVersion(Table, table=True):
    """Label sets, topics, fields (`content`, a snapshot) and guideline text; `frozen_at` is its first use."""

    __table_args__ = (UniqueConstraint("number"), AUTOINCREMENT)

    id: int | None = Col(default=None, primary_key=True)
    number: int
    at: str
    frozen_at: str | None = None
    guideline: str = ""
    content: dict[str, Any] = Col(sa_column=Column(JSON, nullable=False))


class LabelSet(Table, table=True):
    """A permitted vocabulary, for entities or for stances."""

    __table_args__ = (one_of("kind", LabelSetKind), UniqueConstraint("key"), AUTOINCREMENT)

    id: int | None = Col(default=None, primary_key=True)
    key: str
    kind: str
    name: dict[str, str] = Col(sa_column=Column(JSON, nullable=False))


class Label(Table, table=True):
    """A type such as PER.

    `code` is unique in the store; `value` is its place on an ordinal scale (stances).
    """

    __table_args__ = (
        one_of("status", Lifecycle),
        UniqueConstraint("code"),
        Index(None, "label_set_id"),
        AUTOINCREMENT,
    )

    id: int | None = Col(default=None, primary_key=True)
    label_set_id: int = Col(foreign_key="label_set.id")
    position: int
    code: str
    name: dict[str, str] = Col(sa_column=Column(JSON, nullable=False))
    description: dict[str, str] = Col(sa_column=Column(JSON, nullable=False))
    key: str | None = None
    color_light: str
    color_dark: str
    glyph: str = ""
    value: float | None = None
    status: str = "active"


class Topic(Table, table=True):
    """A stance target of the project, worded per language; `digit` (1-9) is pinned and never moves."""

    __table_args__ = (
        one_of("kind", TopicKind),
        one_of("status", Lifecycle),
        CheckConstraint("digit BETWEEN 1 AND 9", name="digit"),
        UniqueConstraint("key"),
        UniqueConstraint("uid"),
        UniqueConstraint("digit"),
        AUTOINCREMENT,
    )

    id: int | None = Col(default=None, primary_key=True)
    uid: str
    key: str
    kind: str
    wording: dict[str, str] = Col(sa_column=Column(JSON, nullable=False))
    definition: str = ""
    parent_id: int | None = Col(default=None, foreign_key="topic.id")
    actor_id: int | None = Col(default=None, foreign_key="actor.id")
    status: str = "active"
    digit: int | None = None
    merged_into_id: int | None = Col(default=None, foreign_key="topic.id")


class Actor(Table, table=True):
    """A codebook entry (a person, organisation, state) that spans can point to."""

    __table_args__ = (UniqueConstraint("uid"), Index(None, "name"), AUTOINCREMENT)

    id: int | None = Col(default=None, primary_key=True)
    uid: str
    name: str
    type: str = ""
    parent_id: int | None = Col(default=None, foreign_key="actor.id")
    aliases: list[str] = Col(sa_column=Column(JSON, nullable=False))
    external_ids: dict[str, str] = Col(sa_column=Column(JSON, nullable=False))
    merged_into_id: int | None = Col(default=None, foreign_key="actor.id")


class Field(Table, table=True):
    """A question the project asks of each article, span or stance."""

    __table_args__ = (
        one_of('"on"', FieldOn),
        one_of("kind", FieldKind),
        UniqueConstraint("key"),
        AUTOINCREMENT,
    )

    id: int | None = Col(default=None, primary_key=True)
    on: str
    key: str
    kind: str
    name: dict[str, str] = Col(sa_column=Column(JSON, nullable=False))
    options: list[str] = Col(sa_column=Column(JSON, nullable=False))
    required: bool = False
    status: str = "active"
