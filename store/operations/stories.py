"""Stories: which articles tell the same, as reprints of one wire story do."""

from collections.abc import Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update

from store.database import Store
from store.pace import MOST
from store.queries import stories
from store.recording import UNDO, log_bulk, recording
from store.tables import core as t
from store.values import Touched, Work

_SEARCH = "article.set_stories"
_SET = (
    update(t.article)
    .where(t.article.c.id == bindparam("article"), func.coalesce(t.article.c.story, 0) >= 0)
    .values(story=bindparam("number"))
)
"""What somebody took out of its story meanwhile stays out."""


def set_stories(store: Store, groups: Sequence[Sequence[int]]) -> int:
    """Make each group of articles one story, and those in none no story; how many articles that changed.

    A group keeps a number that one of its articles has already; who stands alone is left so. Logged, in
    slices that let gestures through; `take_back_search` undoes it.
    """
    with store.read() as conn:
        known, alone = stories.numbers(conn), stories.alone(conn)
    wanted: dict[int, int] = {}
    used: set[int] = set()
    following = max(known.values(), default=0)
    for group in groups:
        members = [it for it in group if it not in alone]
        own = next((known[it] for it in members if it in known and known[it] not in used), None)
        if own is None:
            following += 1
            own = following
        used.add(own)
        wanted.update(dict.fromkeys(members, own))
    changes: dict[int, int | None] = {it: number for it, number in wanted.items() if known.get(it) != number}
    changes |= dict.fromkeys(known.keys() - wanted.keys())
    _write(store, _SEARCH, [(it, known.get(it), number) for it, number in changes.items()])
    return len(changes)


def take_back_search(store: Store) -> int:
    """Undo what the last `set_stories` changed, as far as it still stands; how many articles that changed."""
    c = t.change.c
    logged = select(c.operation, c.patch).where(c.operation.in_((_SEARCH, UNDO + _SEARCH))).order_by(c.id)
    with store.read() as conn:
        rows = conn.execute(logged).all()
        now = stories.numbers(conn)
    searches: dict[int, list[tuple[int, int | None, int | None]]] = {}
    for row in rows:
        if "search" not in row.patch:  # by a Lesart that could not take it back
            continue
        if row.operation == _SEARCH:
            searches.setdefault(row.patch["search"], []).extend(map(tuple, row.patch["articles"]))
        else:
            searches.pop(row.patch["search"], None)
    if not searches:
        return 0
    number = max(searches)
    back = [(it, after, before) for it, before, after in searches[number] if now.get(it) == after]
    _write(store, UNDO + _SEARCH, back, number=number)
    return len(back)


def stand_alone(store: Store, work: Work, article_id: int) -> Touched:
    """Take an article out of its story for good: later searches leave it alone. Raises NotFound."""
    with recording(store, work, "article.stand_alone") as step:
        step.article_id = article_id
        step.update(t.article, article_id, story=-article_id)
    return step.touched()


def _write(
    store: Store,
    operation: str,
    changes: Sequence[tuple[int, int | None, int | None]],
    *,
    number: int | None = None,
) -> None:
    """Give articles their story numbers; each change is article, before, after."""
    rest = iter(changes)
    while slice_ := list(islice(rest, MOST)):
        with store.write(bulk=True) as conn:
            conn.execute(_SET, [{"article": article_id, "number": after} for article_id, _, after in slice_])
            number = _following(conn) if number is None else number
            patch: dict[str, Any] = {"search": number, "articles": [list(it) for it in slice_]}
            log_bulk(conn, operation, patch)


def _following(conn: Connection) -> int:
    """A number for this search."""
    c = t.change.c
    patches = conn.scalars(select(c.patch).where(c.operation == _SEARCH).order_by(c.id.desc()).limit(1)).all()
    return max((patch.get("search", 0) for patch in patches), default=0) + 1
