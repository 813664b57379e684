"""Imports and runs of models: what belongs to one, and in which articles somebody's work rests on it."""

from sqlalchemy import ColumnElement, Connection, exists, func, or_, select, union

from store.recording import UNDO
from store.tables import core as t
from store.values import Addition

LEAST = 2
"""Articles of a run that is listed: what is read while somebody opens articles is a run for each."""

MANY = 1000
"""Readings of one import or run: see `_heirs`."""


def additions(conn: Connection) -> list[Addition]:
    """All imports, and all runs over many articles, newest first."""
    return sorted([*_imports(conn), *_runs(conn)], key=lambda it: (it.at, it.kind, it.id), reverse=True)


def _imports(conn: Connection) -> list[Addition]:
    i, c, s = t.import_.c, t.article.c, t.annotation_set.c
    articles = _counts(conn, select(c.import_id, func.count()).where(c.import_id.is_not(None)), c.import_id)
    found: list[Addition] = []
    for row in conn.execute(select(i.id, i.at, i.source)).all():
        sets = of_import(row.id)
        readings = _count(conn, select(s.id).where(sets))
        resting = resting_on_import(row.id, sets, few=readings < MANY)
        found.append(
            Addition(
                kind="import",
                id=row.id,
                at=row.at,
                source=row.source,
                articles=articles.get(row.id, 0),
                readings=readings,
                worked_on=_count(conn, resting),
            )
        )
    return found


def _runs(conn: Connection) -> list[Addition]:
    r, a, s = t.run.c, t.annotator.c, t.annotation_set.c
    sets = _counts(conn, select(s.run_id, func.count()).where(s.run_id.is_not(None)), s.run_id)
    many = [run_id for run_id, count in sets.items() if count >= LEAST]
    rows = (
        select(r.id, r.at, a.name, a.version).join(t.annotator, a.id == r.annotator_id).where(r.id.in_(many))
    )
    return [
        Addition(
            kind="run",
            id=row.id,
            at=row.at,
            source=f"{row.name} {row.version}".rstrip(),
            articles=0,
            readings=sets[row.id],
            worked_on=_count(conn, resting_on_run(of_run(row.id), few=sets[row.id] < MANY)),
        )
        for row in conn.execute(rows).all()
    ]


def _counts(conn: Connection, query: t.AnySelect, by: ColumnElement[int]) -> dict[int, int]:
    return {row[0]: row[1] for row in conn.execute(query.group_by(by))}


def _count(conn: Connection, query: t.AnySelect) -> int:
    return conn.execute(select(func.count()).select_from(query.subquery())).scalar_one()


def of_import(import_id: int) -> ColumnElement[bool]:
    """Which annotation sets go with an import: those that came with it, and all of its articles."""
    s, c = t.annotation_set.c, t.article.c
    return or_(s.import_id == import_id, s.article_id.in_(select(c.id).where(c.import_id == import_id)))


def of_run(run_id: int) -> ColumnElement[bool]:
    """Which annotation sets go with a run."""
    return t.annotation_set.c.run_id == run_id


def resting_on_import(import_id: int, sets: ColumnElement[bool], *, few: bool = False) -> t.AnySelect:
    """The articles in which anybody's work rests on these sets of an import, each once: sets of people or of
    other imports, logged steps that were not undone, and spans or stances that came from what would go. What
    others did to an article before it got readings by the import does not rest on these.
    `few`: not the sets of thousands of articles.
    """
    s, a = t.annotation_set.c, t.annotator.c
    strange = (
        select(s.article_id)
        .join(t.annotator, a.id == s.annotator_id)
        .where(sets, s.import_id.is_distinct_from(import_id))
        .where(or_(a.kind != "model", s.import_id.is_not(None)))
    )
    at = select(t.import_.c.at).where(t.import_.c.id == import_id).scalar_subquery()
    parts = (strange, _standing(sets, since=at), *_heirs(sets, few=few))
    return union(*parts).subquery().select()


def resting_on_run(sets: ColumnElement[bool], *, few: bool = False) -> t.AnySelect:
    """The articles in which spans or stances of others came from these sets of a run, each once."""
    return union(*_heirs(sets, few=few)).subquery().select()


def _standing(sets: ColumnElement[bool], *, since: ColumnElement[str]) -> t.AnySelect:
    """Articles of sets on which their annotators took steps that were not undone, or anybody did `since`."""
    c, later, s = t.change.c, t.change.alias("later").c, t.annotation_set.c
    undone = exists().where(
        later.article_id == c.article_id, later.undoes == c.step, later.operation.startswith(UNDO)
    )
    own = c.annotator_id.in_(select(s.annotator_id).where(sets))
    here = c.article_id.in_(select(s.article_id).where(sets))
    return select(c.article_id).where(here, or_(c.at >= since, own), ~c.operation.startswith(UNDO), ~undone)


def _heirs(sets: ColumnElement[bool], *, few: bool) -> list[t.AnySelect]:
    """Articles with spans or stances that came from these sets, and are in others.

    SQLite begins with the sets, as is right for a `few`. For all sets of an import it shall begin with the
    rows that have an origin, which have an index of their own: a fourth of the time.
    """
    ids = select(t.annotation_set.c.id).where(sets)
    found: list[t.AnySelect] = []
    for table in (t.span, t.stance):
        origin = table.alias("origin")
        of = t.annotation_set.alias("of")
        came_from = origin.c.set_id if few else func.coalesce(origin.c.set_id, 0)
        found.append(
            select(of.c.article_id)
            .select_from(table)
            .join(origin, origin.c.id == table.c.origin_id)
            .join(of, of.c.id == table.c.set_id)
            .where(table.c.origin_id.is_not(None), came_from.in_(ids), table.c.set_id.not_in(ids))
        )
    return found
