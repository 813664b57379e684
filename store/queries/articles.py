"""The articles of a project as a whole, and what passes over the corpus still have to do."""

from collections.abc import Sequence

from sqlalchemy import Connection, and_, func, select

from store.queries.pages import page
from store.queries.queue import count, heads, next_open
from store.tables import core as t
from store.values import Work
from store.vocabulary import SetStatus

__all__ = [
    "called", "count", "heads", "languages", "next_open", "outlets", "page", "progress", "text",
    "unpredicted", "without_language", "without_zones",
]  # fmt: skip

STATUSES: tuple[SetStatus, ...] = ("new", "in_progress", "done", "excluded")


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


def called(conn: Connection, key: str) -> int | None:
    """The article with this key."""
    return conn.execute(select(t.article.c.id).where(t.article.c.key == key)).scalar()


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


def newest(conn: Connection, limit: int) -> list[int]:
    """The articles that came last, oldest first."""
    c = t.article.c
    return list(conn.scalars(select(c.id).order_by(c.id.desc()).limit(limit)))[::-1]


def title_and_text(conn: Connection, article: int) -> tuple[str, str]:
    """The title of an article (its key where it has none) and its text."""
    c = t.article.c
    row = conn.execute(select(c.title, c.key, c.text).where(c.id == article)).one()
    return row.title or row.key, row.text


def texts(conn: Connection, articles: Sequence[int]) -> list[str]:
    """The texts of some articles, in the order of their ids."""
    c = t.article.c
    return list(conn.scalars(select(c.text).where(c.id.in_(articles)).order_by(c.id)))
