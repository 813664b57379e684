"""Stories: groups of near-duplicates, and the texts by which they are found.

`Article.story` is the number of a group, and below zero for an article that somebody said stands alone.
"""

from sqlalchemy import ColumnElement, Connection, func, select

from store.tables import core as t
from store.values import Print


def texts_in_scope(conn: Connection, *, after: int = 0, limit: int = 200) -> list[tuple[int, str]]:
    """The next articles (id, text) without the zones that are out of scope: footers are alike in all of a
    wire's articles, whatever they tell.
    """
    c = t.article.c
    rows = conn.execute(select(c.id, c.text).where(c.id > after).order_by(c.id).limit(limit)).all()
    return _without_zones(conn, [(row[0], row[1]) for row in rows])


def text_in_scope(conn: Connection, article_id: int) -> str:
    """The same of one article; empty where there is none."""
    c = t.article.c
    rows = conn.execute(select(c.id, c.text).where(c.id == article_id)).all()
    return next((text for _, text in _without_zones(conn, [(row[0], row[1]) for row in rows])), "")


def _without_zones(conn: Connection, articles: list[tuple[int, str]]) -> list[tuple[int, str]]:
    z = t.zone.c
    ids = [article_id for article_id, _ in articles]
    query = select(z.article_id, z.start, z.end).where(z.article_id.in_(ids), z.in_scope.is_(False))
    cuts: dict[int, list[tuple[int, int]]] = {}
    for row in conn.execute(query.order_by(z.article_id, z.start)):
        cuts.setdefault(row[0], []).append((row[1], row[2]))
    return [(article_id, _cut(text, cuts.get(article_id, []))) for article_id, text in articles]


def _cut(text: str, ranges: list[tuple[int, int]]) -> str:
    parts: list[str] = []
    at = 0
    for start, end in ranges:
        parts.append(text[at : max(start, at)])
        at = max(at, end)
    return "\n".join([*parts, text[at:]])


def numbers(conn: Connection) -> dict[int, int]:
    """Article -> story, of all articles that are in one."""
    c = t.article.c
    return {row[0]: row[1] for row in conn.execute(select(c.id, c.story).where(c.story > 0))}


def alone(conn: Connection) -> set[int]:
    """The articles that somebody took out of a story."""
    c = t.article.c
    return set(conn.scalars(select(c.id).where(c.story < 0)))


def tellings(conn: Connection) -> list[Print]:
    """The articles of all stories, story by story, in the order in which they came in."""
    c = t.article.c
    return [Print(*row) for row in conn.execute(_tellings().where(c.story > 0).order_by(c.story, c.id))]


def prints_of(conn: Connection, article_id: int) -> list[Print]:
    """The articles of the story that an article tells, itself among them; none where it is the only one."""
    c = t.article.c
    story = select(c.story).where(c.id == article_id, c.story > 0).scalar_subquery()
    found = [Print(*row) for row in conn.execute(_tellings().where(c.story == story).order_by(c.id))]
    return found if len(found) > 1 else []


def other_prints() -> ColumnElement[int]:
    """How many other articles tell the same as the article of a query."""
    c, other = t.article.c, t.article.alias("other").c
    same = select(func.count()).where(other.story == c.story, other.story > 0, other.id != c.id)
    return same.correlate(t.article).scalar_subquery()


def first_prints() -> t.AnySelect:
    """The ids of the first article of each story."""
    c = t.article.c
    return select(func.min(c.id)).where(c.story > 0).group_by(c.story)


def _tellings() -> t.AnySelect:
    c = t.article.c
    return select(c.story, c.id, c.key, c.title, c.outlet, c.published_at)
