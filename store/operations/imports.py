"""Taking an import back, as a whole."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, Integer, bindparam, delete, func, select

from store import search
from store.database import Store
from store.operations.removal import (
    ARTICLES,
    Pacing,
    Part,
    remove_in_slices,
    require_there,
    require_unused,
    set_deletions,
    those_with,
)
from store.queries.additions import of_import, resting_on_import
from store.tables import core as t
from store.values import Touched

_OPERATION = "article.undo_import"
_NOUNS = frozenset({"article", "annotation_set", "span", "import"})

_IMPORT, _SIZE = bindparam("import", type_=Integer), bindparam("size", type_=Integer)
_OWN = (
    select(t.article.c.id)
    .where(t.article.c.import_id == _IMPORT)
    .order_by(t.article.c.id.desc())
    .limit(_SIZE)
)
"""The last articles that came with an import: people mostly begin at the beginning, so that what is open
stays there longest.
"""
_OTHERS = select(t.annotation_set.c.article_id).where(t.annotation_set.c.import_id == _IMPORT).limit(_SIZE)
"""Articles that were there, and got readings with the import; asked for when its own are gone."""

_TEXTS = select(t.article.c.id, t.article.c.title, t.article.c.text).where(t.article.c.id.in_(ARTICLES))
_DELETIONS = (
    delete(t.zone).where(t.zone.c.article_id.in_(ARTICLES)),
    delete(t.assignment).where(t.assignment.c.article_id.in_(ARTICLES)),
    delete(t.article).where(t.article.c.id.in_(ARTICLES)),
)


def undo_import(store: Store, import_id: int, pacing: Pacing | None = None) -> Touched | None:
    """Remove the articles and sets that came with an import, and what models said about these; one step.

    None where that was cancelled: what is left is a smaller import, and the same call goes on. Raises
    WorkHangsOn(count of articles) while anybody's work stands on them: sets that did not come with this
    import, or logged steps that were not undone, but for steps of others from before it. That is looked at
    before anything is removed, and again slice by slice, so that what somebody begins meanwhile is kept.
    NotFound.
    """
    with store.read() as conn:
        require_there(conn, t.import_, import_id)
        require_unused(conn, resting_on_import(import_id, of_import(import_id)))
        total = _count(conn, import_id)
    s = t.annotation_set.c
    own = _part(import_id, s.article_id.in_(ARTICLES))
    others = _part(import_id, those_with(s.import_id, import_id))

    def remove(conn: Connection, size: int) -> int:
        if ids := conn.scalars(_OWN, {"import": import_id, "size": size}).all():
            own.remove(conn, ids)
            _delete_articles(conn, ids)
        elif ids := sorted(set(conn.scalars(_OTHERS, {"import": import_id, "size": size}))):
            others.remove(conn, ids)
        return len(ids)

    def close(conn: Connection) -> None:
        conn.execute(delete(t.import_).where(t.import_.c.id == import_id))

    step = remove_in_slices(
        store,
        remove,
        close,
        operation=_OPERATION,
        patch={"import": import_id},
        total=total,
        pacing=pacing or Pacing(),
    )
    return None if step is None else Touched(step, _OPERATION, (), _NOUNS)


def _count(conn: Connection, import_id: int) -> int:
    """How many articles it brought, and how many others it brought readings for."""
    c, s = t.article.c, t.annotation_set.c
    own = select(func.count()).where(c.import_id == import_id)
    own_ids = select(c.id).where(c.import_id == import_id)
    others = select(func.count(s.article_id.distinct()))
    others = others.where(s.import_id == import_id, s.article_id.not_in(own_ids))
    return conn.execute(own).scalar_one() + conn.execute(others).scalar_one()


def _part(import_id: int, sets: ColumnElement[bool]) -> Part:
    ids = select(t.annotation_set.c.id).where(sets)
    return Part(resting_on_import(import_id, sets, few=True), set_deletions(ids))


def _delete_articles(conn: Connection, ids: Sequence[int]) -> None:
    values = {"articles": ids}
    search.remove(conn, [(row.id, row.title, row.text) for row in conn.execute(_TEXTS, values)])
    for deletion in _DELETIONS:
        conn.execute(deletion, values)
