"""Readings: who reads, in which round, and the annotation set of one reading of one article."""

from typing import Any

from sqlalchemy import JSON, CheckConstraint, Column, Index, UniqueConstraint
from sqlmodel import Field

from store.tables.base import AUTOINCREMENT, Table, index_of_few, one_of
from store.vocabulary import AnnotatorKind, RoundPurpose, SetStatus


class Annotator(Table, table=True):
    """Whoever reads: a person, a model (its name and version name it across stores) or the gold standard."""

    __table_args__ = (
        one_of("kind", AnnotatorKind),
        UniqueConstraint("uid"),
        Index(None, "kind", "name", "version"),
        AUTOINCREMENT,
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str
    name: str
    kind: str
    version: str = ""


class Round(Table, table=True):
    """A pass over articles with one purpose under one scheme version."""

    __table_args__ = (one_of("purpose", RoundPurpose), UniqueConstraint("name"), AUTOINCREMENT)

    id: int | None = Field(default=None, primary_key=True)
    name: str
    purpose: str
    scheme_version_id: int = Field(foreign_key="scheme_version.id")


class Assignment(Table, table=True):
    """An article handed to an annotator in a round."""

    __table_args__ = (
        UniqueConstraint("round_id", "article_id", "annotator_id"),
        Index(None, "annotator_id"),
        Index(None, "article_id"),
        AUTOINCREMENT,
    )

    id: int | None = Field(default=None, primary_key=True)
    round_id: int = Field(foreign_key="round.id")
    article_id: int = Field(foreign_key="article.id")
    annotator_id: int = Field(foreign_key="annotator.id")


class Run(Table, table=True):
    """One run of a model over articles. It is logged and undone as one step."""

    __table_args__ = (AUTOINCREMENT,)

    id: int | None = Field(default=None, primary_key=True)
    annotator_id: int = Field(foreign_key="annotator.id")
    at: str
    settings: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


class AnnotationSet(Table, table=True):
    """One annotator's reading of one article in one round.

    `shown_model_id` NULL: the person was shown no suggestions (a guard against bias). A model's sets belong
    to a run, sets that came with a file to its import.
    """

    __table_args__ = (
        one_of("status", SetStatus),
        CheckConstraint("(status = 'excluded') = (excluded_reason IS NOT NULL)", name="excluded"),
        UniqueConstraint("article_id", "annotator_id", "round_id"),
        Index(None, "annotator_id", "status"),
        index_of_few("annotation_set", "run_id"),
        index_of_few("annotation_set", "import_id"),
        AUTOINCREMENT,
    )

    id: int | None = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="article.id")
    annotator_id: int = Field(foreign_key="annotator.id")
    round_id: int = Field(foreign_key="round.id")
    status: str = "new"
    excluded_reason: str | None = None
    flag: str | None = None
    shown_model_id: int | None = Field(default=None, foreign_key="annotator.id")
    run_id: int | None = Field(default=None, foreign_key="run.id")
    import_id: int | None = Field(default=None, foreign_key="import.id")
