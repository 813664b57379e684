"""What is said about a reading: answers to the project's fields, marks on topics, and comments."""

from typing import Any

from sqlalchemy import JSON, CheckConstraint, Column, Index, UniqueConstraint
from sqlmodel import Field

from store.tables.base import AUTOINCREMENT, Table, index_of_few, one_of
from store.vocabulary import CommentKind, TopicMarkKind


class Answer(Table, table=True):
    """The value given to a field: for the whole set, or for one of its spans or stances."""

    __table_args__ = (
        CheckConstraint("span_id IS NULL OR stance_id IS NULL", name="about"),
        Index(None, "set_id", "field_id"),
        index_of_few("answer", "span_id"),
        index_of_few("answer", "stance_id"),
        AUTOINCREMENT,
    )

    id: int | None = Field(default=None, primary_key=True)
    set_id: int = Field(foreign_key="annotation_set.id")
    field_id: int = Field(foreign_key="field.id")
    span_id: int | None = Field(default=None, foreign_key="span.id")
    stance_id: int | None = Field(default=None, foreign_key="stance.id")
    value: Any = Field(sa_column=Column(JSON, nullable=False))


class TopicMark(Table, table=True):
    """What a set says of a topic beside its stances: none was found, or it has to be looked at again."""

    __table_args__ = (
        one_of("mark", TopicMarkKind),
        UniqueConstraint("set_id", "topic_id", "mark"),
        Index(None, "topic_id"),
        AUTOINCREMENT,
    )

    id: int | None = Field(default=None, primary_key=True)
    set_id: int = Field(foreign_key="annotation_set.id")
    topic_id: int = Field(foreign_key="topic.id")
    mark: str


class Comment(Table, table=True):
    """A note, a question to the lead or an answer, on a set or on one of its spans or stances."""

    __table_args__ = (
        one_of("kind", CommentKind),
        CheckConstraint("span_id IS NULL OR stance_id IS NULL", name="about"),
        Index(None, "set_id"),
        index_of_few("comment", "span_id"),
        index_of_few("comment", "stance_id"),
        AUTOINCREMENT,
    )

    id: int | None = Field(default=None, primary_key=True)
    set_id: int = Field(foreign_key="annotation_set.id")
    span_id: int | None = Field(default=None, foreign_key="span.id")
    stance_id: int | None = Field(default=None, foreign_key="stance.id")
    by_id: int = Field(foreign_key="annotator.id")
    kind: str
    text: str
    resolved: bool = False
    at: str
