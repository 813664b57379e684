"""What all tables share: metadata with a naming convention, and the CHECKs that SQLModel does not make.

`table=True` validates nothing (a span from 9 to -3 is accepted), so every rule stands in the database. Times
are UTC, ISO 8601, as text. There is no ON DELETE CASCADE on people's work.
"""

import re
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, MetaData, text
from sqlalchemy.orm import declared_attr
from sqlmodel import SQLModel

from store.vocabulary import choices

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
"""Alembic's batch mode can only touch constraints that have names."""

AUTOINCREMENT = {"sqlite_autoincrement": True}
"""Row ids are never used twice: the change log brings deleted rows back under their old ids."""


class Table(SQLModel):
    """Base of all tables; `AnnotationSet` is the table `annotation_set`."""

    metadata = MetaData(naming_convention=NAMING)

    @declared_attr.directive
    def __tablename__(cls) -> str:  # noqa: N805  # pyright: ignore[reportIncompatibleVariableOverride]
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()


def one_of(column: str, literal: Any) -> CheckConstraint:
    """The CHECK that `column` holds one of the words of a `Literal` (or NULL, where that is allowed).

    Written without IN: for each row SQLite would build a table of an IN list, which doubled the cost of an
    import.
    """
    words = " OR ".join(f"{column} = '{word}'" for word in choices(literal))
    return CheckConstraint(words, name=column.strip('"'))


def forward_range() -> CheckConstraint:
    """The CHECK for a half-open, non-empty range of code points."""
    return CheckConstraint('0 <= start AND start < "end"', name="range")


def unit_interval(column: str) -> CheckConstraint:
    """The CHECK that `column` lies in 0…1 (or is NULL)."""
    return CheckConstraint(f"{column} BETWEEN 0 AND 1", name=column)


def index_of_few(table: str, column: str) -> Index:
    """An index of the rows where `column` is filled. Removing a row looks for those that point to it."""
    filled = text(f"{column} IS NOT NULL")
    name = f"ix_{table}_{column.removesuffix('_id')}"
    return Index(name, column, sqlite_where=filled, postgresql_where=filled)


def now() -> str:
    """This moment as the store writes it, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
