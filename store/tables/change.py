"""The change log: undo, audit trail and live feed in one table."""

from typing import Any

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field

from store.tables.base import AUTOINCREMENT, Table


class Change(Table, table=True):
    """One row per step *and article*, written in the transaction of the change.

    `step` is the id of the step's first change. `patch` is a list of `store.recording.Block` in the order of
    writing, with touched columns only. Bulk work logs an object such as `{"import": id}` or `{"run": id}`
    instead. `undoes` is the step that this one took back; `operation` then begins with "undo." or "redo.".

    The log outlives what it tells of, so `article_id` is no foreign key.
    """

    __table_args__ = (
        Index(None, "annotator_id", "step"),
        Index(None, "article_id"),
        Index(None, "step"),
        AUTOINCREMENT,
    )

    id: int | None = Field(default=None, primary_key=True)
    at: str
    annotator_id: int | None = Field(default=None, foreign_key="annotator.id")
    operation: str
    step: int
    article_id: int | None = None
    undoes: int | None = None
    patch: Any = Field(sa_column=Column(JSON, nullable=False))
