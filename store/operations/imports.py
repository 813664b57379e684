"""Taking an import back, as a whole."""

from sqlalchemy import Connection, delete, or_, select

from store import search
from store.database import Store
from store.errors import NotFound, WorkHangsOn
from store.operations.removal import delete_sets, require_no_heirs
from store.recording import UNDO, log_bulk
from store.tables import core as t
from store.values import Touched

_PAGE = 1000


def undo_import(store: Store, import_id: int) -> Touched:
    """Remove the articles and sets that came with an import, and what models said about these; one step.

    Raises WorkHangsOn(count of articles) while anybody's work stands on them: sets that did not come with
    this import, or logged steps that were not undone. NotFound.
    """
    articles = select(t.article.c.id).where(t.article.c.import_id == import_id)
    s = t.annotation_set.c
    sets = select(s.id).where(or_(s.import_id == import_id, s.article_id.in_(articles)))
    with store.write() as conn:
        if conn.execute(select(t.import_.c.id).where(t.import_.c.id == import_id)).scalar() is None:
            raise NotFound(what="import", id=import_id)
        hanging = _strange_sets(conn, articles, import_id) | _standing_work(
            conn, select(s.article_id).where(s.id.in_(sets))
        )
        if hanging:
            raise WorkHangsOn(count=len(hanging))
        require_no_heirs(conn, sets)
        delete_sets(conn, sets)
        _delete_articles(conn, articles)
        conn.execute(delete(t.import_).where(t.import_.c.id == import_id))
        step = log_bulk(conn, "article.undo_import", {"import": import_id})
    return Touched(
        step, "article.undo_import", (), frozenset({"article", "annotation_set", "span", "import"})
    )


def _strange_sets(conn: Connection, articles: t.AnySelect, import_id: int) -> set[int]:
    """Articles that people or other imports have read."""
    s = t.annotation_set.c
    sets = (
        select(s.article_id)
        .join(t.annotator, t.annotator.c.id == s.annotator_id)
        .where(s.article_id.in_(articles))
    )
    elsewhere = s.import_id.is_distinct_from(import_id)
    return set(
        conn.scalars(sets.where(elsewhere, or_(t.annotator.c.kind != "model", s.import_id.is_not(None))))
    )


def _standing_work(conn: Connection, articles: t.AnySelect) -> set[int]:
    """Articles on which somebody took steps that were not undone."""
    c = t.change.c
    rows = (
        select(c.step, c.operation, c.undoes, c.article_id).where(c.article_id.in_(articles)).order_by(c.id)
    )
    standing: dict[int, int] = {}
    for step, operation, undoes, article_id in conn.execute(rows):
        if operation.startswith(UNDO):
            standing.pop(undoes, None)
        else:
            standing[step] = article_id
    return set(standing.values())


def _delete_articles(conn: Connection, articles: t.AnySelect) -> None:
    c = t.article.c
    texts = select(c.id, c.title, c.text).where(c.id.in_(articles)).execution_options(yield_per=_PAGE)
    for page in conn.execute(texts).partitions():
        search.remove(conn, [(row.id, row.title, row.text) for row in page])
    for table in (t.zone, t.assignment):
        conn.execute(delete(table).where(table.c.article_id.in_(articles)))
    conn.execute(delete(t.article).where(c.id.in_(articles)))
