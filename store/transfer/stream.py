"""The store as a stream of article records: ordered cursors of each table, merged page by page.

A page is read in one short transaction as plain tuples; between two pages nothing is held, so a long export
neither keeps the WAL from being emptied nor makes a gesture wait.
"""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    Connection,
    Integer,
    Select,
    Table,
    Text,
    and_,
    bindparam,
    case,
    cast,
    func,
    literal_column,
    select,
)

from store import bulk
from store.database import Store
from store.formats.records import ArticleRecord
from store.tables import core as t
from store.transfer.assembly import Assembly, Choice, Page, Rows
from store.transfer.header import Header

PAGE = 400
"""Articles a read transaction: some 20 ms."""


def articles(store: Store, header: Header, choice: Choice) -> Iterator[ArticleRecord]:
    """All chosen articles in the queue's order. Raises HeaderOutdatedError if the scheme grows meanwhile."""
    statements = _statements(store.engine.dialect.name)
    after = 0
    while True:
        with store.read() as conn:
            page = _page(conn, statements, after)
        if not page.articles:
            return
        yield from Assembly(page, header, choice).records()
        after = page.articles[-1][0]


def _page(conn: Connection, statements: dict[str, str], after: int) -> Page:
    found = _fetched(conn, statements["articles"], (after,))
    bounds = (found[0][0], found[-1][0]) if found else (0, 0)
    children = {
        noun: _grouped(_fetched(conn, statements[noun], bounds))
        for noun in statements
        if noun not in ("articles", "spans")
    }
    return Page(articles=found, spans=dict(_fetched(conn, statements["spans"], bounds)), **children)


def _fetched(conn: Connection, statement: str, values: tuple[int, ...]) -> Rows:
    """The driver's own tuples: no row objects, no types."""
    cursor: Any = conn.exec_driver_sql(statement, values).cursor
    return cursor.fetchall()


def _grouped(rows: Rows) -> dict[int, Rows]:
    """The rows, which are sorted by their first column, by that."""
    return {key: list(group) for key, group in groupby(rows, itemgetter(0))}


def _statements(dialect: str) -> dict[str, str]:
    """SQL by noun. All but the articles' take the first and the last article of the page."""
    first, last = bindparam("first", type_=Integer), bindparam("last", type_=Integer)
    own = {"zones": t.zone, "assigned": t.assignment}
    pages = {
        noun: query.where(own.get(noun, t.annotation_set).c.article_id.between(first, last))
        for noun, query in {**_of_articles(), "spans": _spans(dialect), **_of_readings()}.items()
    }
    following = _columns(
        t.article,
        "id key sha256 title text language outlet author url published_at source_id retrieved_at rights "
        "story batch_id attrs",
    )
    following = following.where(t.article.c.id > bindparam("after")).order_by(t.article.c.id)
    statements = {noun: bulk.sql(query, dialect) for noun, query in pages.items()}
    return {"articles": f"{bulk.sql(following, dialect)} LIMIT {PAGE}", **statements}


def _of_articles() -> dict[str, Select[Any]]:
    """What hangs on articles, article by article."""
    zone, assigned, sets = t.zone.c, t.assignment.c, t.annotation_set.c
    return {
        "zones": _columns(t.zone, "article_id start end kind in_scope origin").order_by(
            zone.article_id, zone.start, zone.end, zone.kind
        ),
        "assigned": _columns(t.assignment, "article_id round_id annotator_id").order_by(assigned.article_id),
        "sets": _columns(
            t.annotation_set,
            "article_id id annotator_id round_id status excluded_reason flag shown_model_id run_id",
        ).order_by(sets.article_id, sets.annotator_id, sets.round_id),
    }


def _spans(dialect: str) -> Select[Any]:
    """The spans of each set as one JSON text, in any order: a row a span would cost twice as much.

    What few of them have comes in the place of `made` as one JSON array: values cost time, also those that
    say nothing.
    """
    sets, span = t.annotation_set.c, t.span.c
    few = (span.actor_id, span.score, span.origin_id, span.attrs)
    plain = and_(span.form == literal_column("'plain'"), *(it.is_(None) for it in few), ~span.unsure)
    is_file = dialect == "sqlite"
    # SQLite's JSON cuts numbers to 15 digits: a score is a text there.
    digits = func.printf(literal_column("'%!.17g'"), span.score) if is_file else cast(span.score, Text)
    score = case((span.score.is_not(None), digits))
    values = (span.made, span.form, span.actor_id, score, span.origin_id, span.unsure, span.attrs)
    array, gathered = (
        (func.json_array, func.json_group_array) if is_file else (func.json_build_array, func.json_agg)
    )
    # Joined to nothing, SQLite forgets that a text is JSON, which would come as an array some day.
    made = case((plain, span.made), else_=cast(array(*values), Text) + literal_column("''", Text))
    found = gathered(array(span.start, span.end, span.label_id, made, span.id))
    # The order of a unique index, so that nothing has to be sorted.
    groups = (sets.article_id, sets.annotator_id, sets.round_id, sets.id)
    joined = t.annotation_set.join(t.span, span.set_id == sets.id)
    sent = found if is_file else cast(found, Text)
    return select(sets.id).add_columns(sent).select_from(joined).group_by(*groups)


def _of_readings() -> dict[str, Select[Any]]:
    """What else hangs on annotation sets and stances, each set and stance by itself."""
    sets, part = t.annotation_set.c, t.stance_part.c
    stances = t.annotation_set.join(t.stance, t.stance.c.set_id == sets.id)
    return {
        "rejections": _of_sets(t.rejection, "set_id start end label_id", "start end label_id"),
        "cue_refusals": _of_sets(t.cue_refusal, "set_id start end", "start end"),
        "stances": _of_sets(
            t.stance,
            "set_id id uid label_id holder_kind level holder_span_id holder_actor_id topic_id "
            "target_span_id target_actor_id via_actor_id explicit intensity form attribution sarcasm "
            "confidence score origin_id attrs",
            "id",
        ),
        "parts": _columns(t.stance_part, "stance_id role start end made")
        .select_from(stances.join(t.stance_part, part.stance_id == t.stance.c.id))
        .order_by(part.stance_id, part.role.desc(), part.position),
        "answers": _of_sets(t.answer, "set_id field_id value span_id stance_id", "id"),
        "marks": _of_sets(t.topic_mark, "set_id topic_id mark", "id"),
        "comments": _of_sets(t.comment, "set_id by_id text at kind span_id stance_id resolved", "id"),
    }


def _columns(table: Table, names: str) -> Select[Any]:
    return select(*(table.c[name] for name in names.split()))


def _of_sets(table: Table, names: str, order: str) -> Select[Any]:
    """Rows of a table that belongs to sets, set by set."""
    joined = t.annotation_set.join(table, table.c.set_id == t.annotation_set.c.id)
    keys = (table.c[name] for name in ("set_id", *order.split()))
    return _columns(table, names).select_from(joined).order_by(*keys)
