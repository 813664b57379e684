"""The queue of articles, and what passes over the corpus still have to do."""

from typing import Any, TypedDict, Unpack

from sqlalchemy import ColumnElement, Connection, and_, func, select

from store import search as full_text
from store.queries.codebook import settings
from store.queries.pages import page
from store.queries.suggestions import left_open
from store.tables import core as t
from store.values import ArticleHead, Work
from store.vocabulary import SetStatus

__all__ = [
    "Filters", "anchors", "count", "heads", "languages", "neighbour", "next_open", "outlets", "page",
    "progress", "text", "unpredicted", "without_language", "without_zones",
]  # fmt: skip

STATUSES: tuple[SetStatus, ...] = ("new", "in_progress", "done", "excluded")
_STATUS = func.coalesce(t.annotation_set.c.status, "new")


class Filters(TypedDict, total=False):
    """What the queue can be narrowed to; None and "" mean no matter what.

    `search` as in `store.search`; `status` one or several; `language` "" is none yet; `flagged` and
    `undecided` (something is suggested that the annotator has not settled) are True or False.
    """

    search: str
    status: SetStatus | tuple[SetStatus, ...] | None
    language: str | None
    outlet: str | None
    flagged: bool | None
    undecided: bool | None


def heads(
    conn: Connection, work: Work, *, limit: int = 200, after: int | None = None, **filters: Unpack[Filters]
) -> list[ArticleHead]:
    """The next articles of the queue (order of ids) after the article `after`."""
    c, s = t.article.c, t.annotation_set.c
    columns = (c.id, c.key, c.title, c.outlet, c.published_at, c.language, _STATUS, s.flag)
    rows = _queue(conn, work, columns, filters).order_by(c.id).limit(limit)
    return [ArticleHead(*row) for row in conn.execute(rows if after is None else rows.where(c.id > after))]


def count(conn: Connection, work: Work, **filters: Unpack[Filters]) -> int:
    """How many articles the queue has."""
    return conn.execute(_queue(conn, work, (func.count(),), filters)).scalar_one()


def anchors(conn: Connection, work: Work, *, every: int = 256, **filters: Unpack[Filters]) -> list[int]:
    """The articles that begin each page of `every` articles of the queue.

    A list jumps to a page with `heads(limit=every, after=anchor - 1)`, without reading the pages before it.
    """
    place = func.row_number().over(order_by=t.article.c.id).label("place")
    numbered = _queue(conn, work, (t.article.c.id, place), filters).subquery()
    rows = select(numbered.c.id).where((numbered.c.place - 1) % every == 0).order_by(numbered.c.id)
    return list(conn.scalars(rows))


def languages(conn: Connection) -> list[str]:
    """The languages of the articles, in order."""
    c = t.article.c.language
    return list(conn.scalars(select(c).where(c.is_not(None)).distinct().order_by(c)))


def outlets(conn: Connection) -> list[str]:
    """The outlets of the articles, in order."""
    c = t.article.c.outlet
    return list(conn.scalars(select(c).where(c.is_not(None), c != "").distinct().order_by(c)))


def progress(conn: Connection, work: Work) -> dict[SetStatus, int]:
    """How many articles have which status for this annotator; the sum is the corpus."""
    s = t.annotation_set.c
    mine = select(s.status, func.count()).where(
        s.annotator_id == work.annotator_id, s.round_id == work.round_id
    )
    counted: dict[SetStatus, int] = dict.fromkeys(STATUSES, 0)
    counted.update((status, number) for status, number in conn.execute(mine.group_by(s.status)))
    counted["new"] += conn.execute(select(func.count()).select_from(t.article)).scalar_one() - sum(
        counted.values()
    )
    return counted


def neighbour(
    conn: Connection, work: Work, article_id: int, *, step: int = 1, **filters: Unpack[Filters]
) -> int | None:
    """The article before (-1) or after (+1) this one in the queue."""
    c = t.article.c
    rows = _queue(conn, work, (c.id,), filters)
    onward = rows.where(c.id > article_id).order_by(c.id) if step > 0 else None
    back = rows.where(c.id < article_id).order_by(c.id.desc())
    return conn.execute((back if onward is None else onward).limit(1)).scalar()


def next_open(conn: Connection, work: Work, article_id: int) -> int | None:
    """The next article that is new or in progress, after the last one the first; None: all are closed."""
    c = t.article.c
    rows = _queue(conn, work, (c.id,), {}).where(_STATUS.in_(("new", "in_progress")), c.id != article_id)
    ahead = conn.execute(rows.where(c.id > article_id).order_by(c.id).limit(1)).scalar()
    return ahead if ahead is not None else conn.execute(rows.order_by(c.id).limit(1)).scalar()


def text(conn: Connection, article_id: int) -> str | None:
    """An article's text."""
    return conn.execute(select(t.article.c.text).where(t.article.c.id == article_id)).scalar()


def unpredicted(
    conn: Connection, annotator_id: int | None, *, after: int = 0, limit: int = 200
) -> list[tuple[int, str | None, str]]:
    """The next articles (id, language, text) that a model has not read; None: it has read nothing yet.

    A page at a time, each in a read transaction of its own, so that the writer's log can be moved into the
    file.
    """
    c, s = t.article.c, t.annotation_set.c
    read = and_(s.article_id == c.id, s.annotator_id == annotator_id)
    rows = (
        select(c.id, c.language, c.text).outerjoin(t.annotation_set, read).where(s.id.is_(None), c.id > after)
    )
    return [(row[0], row[1], row[2]) for row in conn.execute(rows.order_by(c.id).limit(limit))]


def without_language(conn: Connection, *, after: int = 0, limit: int = 200) -> list[tuple[int, str]]:
    """The next articles (id, text) whose language nobody has said or found."""
    c = t.article.c
    rows = select(c.id, c.text).where(c.language.is_(None), c.id > after).order_by(c.id).limit(limit)
    return [(row[0], row[1]) for row in conn.execute(rows)]


def without_zones(
    conn: Connection, origin: str, *, after: int = 0, limit: int = 200
) -> list[tuple[int, str | None, str]]:
    """The next articles (id, language, text) in which `origin` has not looked for zones yet."""
    c = t.article.c
    found = select(t.zone.c.id).where(t.zone.c.article_id == c.id, t.zone.c.origin == origin).exists()
    searched = func.coalesce(c.attrs["zones"].as_string(), "") == origin
    rows = select(c.id, c.language, c.text).where(~found, ~searched, c.id > after).order_by(c.id).limit(limit)
    return [(row[0], row[1], row[2]) for row in conn.execute(rows)]


def _queue(conn: Connection, work: Work, columns: tuple[Any, ...], filters: Filters) -> t.AnySelect:
    s = t.annotation_set.c
    own = and_(
        s.article_id == t.article.c.id, s.annotator_id == work.annotator_id, s.round_id == work.round_id
    )
    joined = t.article.outerjoin(t.annotation_set, own)
    return select(*columns).select_from(joined).where(*_conditions(conn, filters))


def _conditions(conn: Connection, filters: Filters) -> list[ColumnElement[bool]]:
    c, s = t.article.c, t.annotation_set.c
    conditions: list[ColumnElement[bool]] = []
    found = full_text.matching(conn.dialect.name, filters.get("search", ""))
    if found is not None:
        conditions.append(c.id.in_(found))
    if (status := filters.get("status")) is not None:
        conditions.append(_STATUS.in_([status] if isinstance(status, str) else status))
    if (language := filters.get("language")) is not None:
        conditions.append(c.language == language if language else c.language.is_(None))
    if (outlet := filters.get("outlet")) is not None:
        conditions.append(c.outlet == outlet)
    if (flagged := filters.get("flagged")) is not None:
        conditions.append(s.flag.is_not(None) if flagged else s.flag.is_(None))
    if (undecided := filters.get("undecided")) is not None:
        left = left_open(settings(conn))
        conditions.append(left if undecided else ~left)
    return conditions
