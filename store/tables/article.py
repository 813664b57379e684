"""Texts: articles, their zones, where they came from and the sample they belong to."""

from typing import Any

from sqlalchemy import JSON, Column, Index, UniqueConstraint
from sqlmodel import Field

from store.tables.base import AUTOINCREMENT, Table, forward_range


class Import(Table, table=True):
    """One import: what was read, when and with which options. It is logged and undone as one step."""

    __table_args__ = (AUTOINCREMENT,)

    id: int | None = Field(default=None, primary_key=True)
    at: str
    source: str
    options: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


class Batch(Table, table=True):
    """One sample of articles: who drew it, by which filter and seed."""

    __table_args__ = (UniqueConstraint("name"), AUTOINCREMENT)

    id: int | None = Field(default=None, primary_key=True)
    name: str
    drawn_by: int | None = Field(default=None, foreign_key="annotator.id")
    filter: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    seed: int | None = None


class Article(Table, table=True):
    """One news text with its metadata. `text` never changes after import; all offsets count its code points.

    `key` names it across stores, together with `sha256` (hex, of the UTF-8 text); `story` groups
    near-duplicates (below zero: somebody said that it is none); `attrs` holds the recipe by which headline,
    lead and body were joined, and what the source said besides. `text` is the last column, so that the queue
    never has to read past it.
    """

    __table_args__ = (
        UniqueConstraint("key"),
        Index(None, "sha256"),
        Index(None, "import_id"),
        Index(None, "published_at"),
        Index(None, "outlet"),
        Index(None, "language"),
        Index(None, "story"),
        AUTOINCREMENT,
    )

    id: int | None = Field(default=None, primary_key=True)
    key: str
    title: str = ""
    sha256: str
    language: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published_at: str | None = None
    source_id: str | None = None
    retrieved_at: str | None = None
    rights: str | None = None
    story: int | None = None
    import_id: int | None = Field(default=None, foreign_key="import.id")
    batch_id: int | None = Field(default=None, foreign_key="batch.id")
    attrs: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    text: str


class Zone(Table, table=True):
    """A stretch with a role of its own, annotated or not (`in_scope`); `origin` is import, rule or a name."""

    __table_args__ = (
        forward_range(),
        UniqueConstraint("article_id", "start", "end", "kind"),
        AUTOINCREMENT,
    )

    id: int | None = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="article.id")
    start: int
    end: int
    kind: str
    in_scope: bool
    origin: str
