"""Looks for what must not be: damage in the file, rows that point nowhere, ranges outside their text.

Nothing is changed. Texts are read in pages, each in a transaction of its own: others may write meanwhile.
"""

import warnings
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from msgspec import Struct, ValidationError, convert
from sqlalchemy import ColumnElement, Connection, FromClause, func, or_, select

from store.database import Store
from store.errors import StoreDamaged
from store.queries.codebook import settings
from store.recording import Block
from store.tables import Table
from store.tables import core as t

_PAGE = 1000


class Problem(Struct, frozen=True):
    """Something wrong: `kind` is a code, `table` and `row` say where, `detail` what (never article text)."""

    kind: str
    table: str = ""
    row: int | None = None
    detail: str = ""


def check(store: Store) -> Iterator[Problem]:
    """All problems of a store.

    Kinds: integrity, foreign_key, schema, hash, range, overlap, end (of a stance or comment, in another
    reading), origin, log, search_index.
    """
    try:
        if store.engine.dialect.name == "sqlite":
            yield from _in_turn(store, _integrity, _foreign_keys)
        yield from _in_turn(store, _schema, _ends, _origins, _search_index)
        yield from _texts(store)
        yield from _log(store)
    except StoreDamaged as error:
        yield Problem("integrity", detail=str(error.fields.get("reason")))


def _in_turn(store: Store, *checks: Any) -> Iterator[Problem]:
    for one in checks:
        with store.read() as conn:
            problems = list(one(conn))
        yield from problems


def _integrity(conn: Connection) -> Iterator[Problem]:
    for (line,) in conn.exec_driver_sql("PRAGMA integrity_check"):
        if line != "ok":
            yield Problem("integrity", detail=line)


def _foreign_keys(conn: Connection) -> Iterator[Problem]:
    for table, row_id, parent, _ in conn.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Problem("foreign_key", table, row_id, parent)


def _schema(conn: Connection) -> Iterator[Problem]:
    """Differences between the database and the tables of this program."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from store.migrations.scope import COMPARING

    context = MigrationContext.configure(conn, opts=COMPARING)
    with warnings.catch_warnings():  # an index over an expression is compared by its name only
        warnings.simplefilter("ignore")
        differences = compare_metadata(context, COMPARING["target_metadata"])
    for difference in differences:
        yield Problem("schema", detail=str(difference))
    catalogue = {"sqlite": "SELECT name FROM sqlite_master", "postgresql": "SELECT indexname FROM pg_indexes"}
    there = {name for (name,) in conn.exec_driver_sql(catalogue[conn.dialect.name])}
    for table in Table.metadata.tables.values():
        for index in table.indexes:
            if str(index.name) not in there:
                yield Problem("schema", table.name, detail=f"index {index.name}")


def _ends(conn: Connection) -> Iterator[Problem]:
    """Stances and comments that refer to spans or stances of another set."""
    for table, column, other in (
        (t.stance, "holder_span_id", t.span),
        (t.stance, "target_span_id", t.span),
        (t.comment, "span_id", t.span),
        (t.comment, "stance_id", t.stance),
    ):
        there = other.alias("there")
        ends = select(table.c.id).join(there, there.c.id == table.c[column])
        for row_id in conn.scalars(ends.where(there.c.set_id != table.c.set_id)):
            yield Problem("end", table.name, row_id, column)


def _origins(conn: Connection) -> Iterator[Problem]:
    """Spans and stances that came from something which is not a suggestion for their article."""
    for table in (t.span, t.stance):
        origin, own_set, its_set = (
            table.alias("origin"),
            t.annotation_set.alias("own"),
            t.annotation_set.alias("its"),
        )
        strange = (
            select(table.c.id)
            .join(origin, origin.c.id == table.c.origin_id)
            .join(own_set, own_set.c.id == table.c.set_id)
            .join(its_set, its_set.c.id == origin.c.set_id)
            .where(or_(own_set.c.article_id != its_set.c.article_id, own_set.c.id == its_set.c.id))
        )
        for row_id in conn.scalars(strange):
            yield Problem("origin", table.name, row_id)


def _search_index(conn: Connection) -> Iterator[Problem]:
    """The index has to know each article once."""
    index = "article_fts_docsize" if conn.dialect.name == "sqlite" else "article_fts"
    joined = f"article LEFT JOIN {index} ON {index}.id = article.id"
    missing = f"SELECT article.id FROM {joined} WHERE {index}.id IS NULL"
    for (article_id,) in conn.exec_driver_sql(missing):
        yield Problem("search_index", "article", article_id)


def _texts(store: Store) -> Iterator[Problem]:
    """What has to be compared with the texts themselves, page by page."""
    after, c = 0, t.article.c
    while True:
        with store.read() as conn:
            nested = settings(conn).nested
            rows = select(c.id, c.sha256, c.text).where(c.id > after).order_by(c.id).limit(_PAGE)
            articles = conn.execute(rows).all()
            if not articles:
                return
            problems = list(_hashes(articles))
            lengths = {article_id: len(text) for article_id, _, text in articles}
            problems += _ranges(conn, lengths)
            problems += () if nested else _overlaps(conn, lengths)
        yield from problems
        after = articles[-1][0]


def _hashes(articles: Any) -> Iterator[Problem]:
    for article_id, digest, text in articles:
        if sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != digest:
            yield Problem("hash", "article", article_id)


def _ranges(conn: Connection, lengths: dict[int, int]) -> Iterator[Problem]:
    """Ranges that end after their text. Python counts: SQL's length ends at a NUL."""
    sets = t.annotation_set
    stances = t.stance.join(sets, sets.c.id == t.stance.c.set_id)
    ranges: tuple[tuple[FromClause, Any, ColumnElement[int]], ...] = (
        (t.zone, t.zone, t.zone.c.article_id),
        (t.span.join(sets, sets.c.id == t.span.c.set_id), t.span, sets.c.article_id),
        (t.rejection.join(sets, sets.c.id == t.rejection.c.set_id), t.rejection, sets.c.article_id),
        (t.cue_refusal.join(sets, sets.c.id == t.cue_refusal.c.set_id), t.cue_refusal, sets.c.article_id),
        (
            stances.join(t.stance_part, t.stance_part.c.stance_id == t.stance.c.id),
            t.stance_part,
            sets.c.article_id,
        ),
    )
    for source, table, article in ranges:
        here = article.between(min(lengths), max(lengths))
        last = select(article, func.max(table.c.end)).select_from(source).where(here).group_by(article)
        for article_id, end in conn.execute(last).all():
            if article_id in lengths and end > lengths[article_id]:  # rows without an article: `foreign_key`
                beyond = select(table.c.id, table.c.end).select_from(source)
                beyond = beyond.where(article == article_id, table.c.end > lengths[article_id])
                for row_id, at in conn.execute(beyond):
                    yield Problem("range", table.name, row_id, f"{at} > {lengths[article_id]}")


def _overlaps(conn: Connection, lengths: dict[int, int]) -> Iterator[Problem]:
    """Labelled spans of a reader that overlap though the project has no nesting; what was imported may."""
    s, c = t.annotation_set.c, t.span.c
    sets = t.span.join(t.annotation_set, s.id == c.set_id).join(
        t.annotator, t.annotator.c.id == s.annotator_id
    )
    spans = (
        select(c.set_id, c.start, c.end, c.id, c.made).select_from(sets).where(t.annotator.c.kind != "model")
    )
    spans = spans.where(s.article_id.between(min(lengths), max(lengths)), c.label_id.is_not(None))
    reached: dict[int, int] = {}
    for set_id, start, end, span_id, made in conn.execute(spans.order_by(c.set_id, c.start, c.end)):
        if start < reached.get(set_id, 0) and made != "imported":
            yield Problem("overlap", "span", span_id, f"{start} < {reached[set_id]}")
        reached[set_id] = max(end, reached.get(set_id, 0))


def _log(store: Store) -> Iterator[Problem]:
    """Changes whose step, or the step that they undo, is not in the log, or whose patch cannot be read."""
    c, step = t.change.c, t.change.alias("step")
    for column in (c.step, c.undoes):
        with store.read() as conn:
            lost = (
                select(c.id)
                .outerjoin(step, step.c.id == column)
                .where(column.is_not(None), step.c.id.is_(None))
            )
            problems = [Problem("log", "change", row_id, column.name) for row_id in conn.scalars(lost)]
        yield from problems
    after: int = 0
    while True:
        with store.read() as conn:
            rows = conn.execute(select(c.id, c.patch).where(c.id > after).order_by(c.id).limit(_PAGE)).all()
        if not rows:
            return
        yield from (
            Problem("log", "change", row_id, "patch") for row_id, patch in rows if not _is_readable(patch)
        )
        after = rows[-1][0]


def _is_readable(patch: Any) -> bool:
    try:
        convert(patch, list[Block] | dict[str, Any])
    except ValidationError:
        return False
    return True
