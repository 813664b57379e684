"""The project itself: one row, since a store is one project."""

from typing import Any

from sqlalchemy import JSON, CheckConstraint, Column
from sqlmodel import Field

from store.tables.base import Table


class Project(Table, table=True):
    """Name and switches (`ProjectSettings` as JSON); `uid` recognises the project in another store."""

    __table_args__ = (CheckConstraint("id = 1", name="single"),)

    id: int = Field(default=1, primary_key=True)
    uid: str
    name: str
    created_at: str
    settings: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
