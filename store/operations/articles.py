"""What one does with a whole article: finish it, leave it out, flag it; and what is found out about it."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, bindparam, delete, select, update

from store import bulk
from store.database import Store
from store.errors import SpanCrosses, SpanExists
from store.operations.placement import put
from store.operations.reading import Reading, open_reading, require_inside
from store.operations.suggestions import offer, shown
from store.queries.suggestions import undecided
from store.recording import Recorder, log_bulk, recording
from store.tables import core as t
from store.values import Touched, Work
from store.vocabulary import IN_SCOPE_ZONES

Found = tuple[int, int, str]
"""A zone: start, end (code points) and kind."""


def finish(store: Store, work: Work, article_id: int, *, seen: Sequence[int]) -> Touched:
    """Set an article to done, in one step.

    Undecided suggestions among `seen` (ids that were on screen) become spans that are `seen_unchanged`; those
    without room, and those that were not seen, stay undecided. Raises NotFound, SetClosed.
    """
    with recording(store, work, "article.finish") as step:
        reading = open_reading(step, work, article_id)
        if reading.status != "done":
            _settle(step, reading, seen)
            step.update(t.annotation_set, reading.set_id, status="done")
    return step.touched()


def _settle(step: Recorder, reading: Reading, seen: Sequence[int]) -> None:
    for suggestion_id in undecided(step.conn, reading.set_id, reading.article_id, seen):
        settled = offer(step.conn, reading.article_id, suggestion_id)
        shown(step, reading, settled)
        try:
            put(step, reading, settled.content, made="seen_unchanged", origin_id=settled.id)
        except (SpanExists, SpanCrosses):
            continue


def reopen(store: Store, work: Work, article_id: int) -> Touched:
    """Take a finished article up again, or one that was left out. Raises NotFound."""
    with recording(store, work, "article.reopen") as step:
        reading = open_reading(step, work, article_id, closed=True)
        step.update(t.annotation_set, reading.set_id, status="in_progress", excluded_reason=None)
    return step.touched()


def exclude(store: Store, work: Work, article_id: int, *, reason: str) -> Touched:
    """Leave an article out, for one of the project's reasons. Raises NotFound."""
    with recording(store, work, "article.exclude") as step:
        reading = open_reading(step, work, article_id, closed=True)
        step.update(t.annotation_set, reading.set_id, status="excluded", excluded_reason=reason)
    return step.touched()


def set_flag(store: Store, work: Work, article_id: int, flag: str | None) -> Touched:
    """Flag an article with a short text, or take the flag off. Raises NotFound."""
    with recording(store, work, "article.set_flag") as step:
        reading = open_reading(step, work, article_id, closed=True)
        step.update(t.annotation_set, reading.set_id, flag=flag)
    return step.touched()


def set_zones(store: Store, zones: Mapping[int, Sequence[Found]], origin: str) -> Touched:
    """Store the zones that `origin` found in each article, instead of those that it found before.

    An article without any is remembered as searched. Logged as one step. Raises SpanOutsideText, NotFound.
    """
    with store.write(bulk=True) as conn:
        old = select(t.zone.c.id).where(t.zone.c.article_id.in_(zones), t.zone.c.origin == origin)
        conn.execute(delete(t.zone).where(t.zone.c.id.in_(old)))
        for article_id, found in zones.items():
            _put_zones(conn, article_id, found, origin)
        step = log_bulk(conn, "article.set_zones", {"zones": origin, "articles": len(zones)})
    return Touched(step, "article.set_zones", tuple(zones), frozenset({"zone"}))


def _put_zones(conn: Connection, article_id: int, found: Sequence[Found], origin: str) -> None:
    c = t.zone.c
    known = conn.execute(select(c.start, c.end, c.kind).where(c.article_id == article_id))
    there = {(row[0], row[1], row[2]) for row in known}
    rows = [
        (article_id, start, end, kind, kind in IN_SCOPE_ZONES, origin)
        for start, end, kind in dict.fromkeys(found)
        if (start, end, kind) not in there
    ]
    for _, start, end, *_rest in rows:
        require_inside(conn, article_id, start, end)
    bulk.insert_rows(conn, t.zone, ("article_id", "start", "end", "kind", "in_scope", "origin"), rows)
    if not rows:
        attrs = conn.execute(select(t.article.c.attrs).where(t.article.c.id == article_id)).scalar_one()
        searched = update(t.article).where(t.article.c.id == article_id)
        conn.execute(searched.values(attrs={**attrs, "zones": origin}))


def set_languages(store: Store, languages: Mapping[int, str]) -> Touched:
    """Store the language (BCP 47, "und" for none found) of each article. Logged as one step."""
    with store.write(bulk=True) as conn:
        rows = [{"article": article_id, "code": code} for article_id, code in languages.items()]
        statement = (
            update(t.article).where(t.article.c.id == bindparam("article")).values(language=bindparam("code"))
        )
        if rows:
            conn.execute(statement, rows)
        step = log_bulk(conn, "article.set_languages", {"languages": len(rows)})
    return Touched(step, "article.set_languages", tuple(languages), frozenset({"article"}))
