"""Stories: which articles tell the same, as reprints of one wire story do."""

from collections.abc import Sequence
from itertools import islice

from sqlalchemy import bindparam, update

from store.database import Store
from store.pace import MOST
from store.queries import stories
from store.recording import log_bulk
from store.tables import core as t

_SET = update(t.article).where(t.article.c.id == bindparam("article")).values(story=bindparam("number"))


def set_stories(store: Store, groups: Sequence[Sequence[int]]) -> int:
    """Make each group of articles one story, and those in none no story; how many articles that changed.

    A group keeps a number that one of its articles has already. Logged, in slices that let gestures through.
    """
    with store.read() as conn:
        known = stories.numbers(conn)
    wanted: dict[int, int] = {}
    used: set[int] = set()
    following = max(known.values(), default=0)
    for group in groups:
        own = next((known[it] for it in group if it in known and known[it] not in used), None)
        if own is None:
            following += 1
            own = following
        used.add(own)
        wanted.update(dict.fromkeys(group, own))
    changes: dict[int, int | None] = {it: number for it, number in wanted.items() if known.get(it) != number}
    changes |= dict.fromkeys(known.keys() - wanted.keys())
    rest = iter(changes.items())
    while slice_ := list(islice(rest, MOST)):
        with store.write(bulk=True) as conn:
            conn.execute(_SET, [{"article": article_id, "number": number} for article_id, number in slice_])
            log_bulk(conn, "article.set_stories", {"articles": [article_id for article_id, _ in slice_]})
    return len(changes)
