"""How the articles that were read compare with those that were not, for the datasheet.

Nobody notes by which order or filter an article was found. But where work went by doubt, it shows: what was
read then holds less sure suggestions than what was not.
"""

from collections.abc import Sequence
from itertools import groupby
from math import sqrt

from msgspec import Struct
from sqlalchemy import Connection, exists, select

from store.queries.codebook import settings
from store.queries.left_open import least_score
from store.tables import core as t

_WIDE = 1.96


class Sampling(Struct, frozen=True):
    """How many `articles` the project has and how many of them a person has `read` to the end.

    `doubtful`: in which share of all pairs of a read and an unread article the read one holds the less sure
    suggestion (ties half); drawn at random it is 0.5, with 95 % chance no further than `by_chance` from it.
    Both None where there are no such pairs.
    """

    articles: int
    read: int
    doubtful: float | None = None
    by_chance: float | None = None

    @property
    def is_apart(self) -> bool:
        """Whether chance alone hardly draws articles like these."""
        if self.doubtful is None or self.by_chance is None:
            return False
        return abs(self.doubtful - 0.5) > self.by_chance


def sampling_of(conn: Connection) -> Sampling:
    """The same of a project, by the suggestions that it shows."""
    c, s, who = t.article.c, t.annotation_set.c, t.annotator.c
    finished = select(s.id).join(t.annotator, who.id == s.annotator_id)
    finished = finished.where(s.article_id == c.id, s.status == "done", who.kind != "model")
    asked = select(least_score(settings(conn)), exists(finished.correlate(t.article))).select_from(t.article)
    rows = [(row[0], bool(row[1])) for row in conn.execute(asked)]
    scored = [(score, read) for score, read in rows if score is not None]
    return compared(len(rows), sum(read for _, read in rows), scored)


def compared(articles: int, read: int, scored: Sequence[tuple[float, bool]]) -> Sampling:
    """Of lowest scores and whether those articles were read: the statistic of H. Mann and D. Whitney (1947),
    divided by the number of pairs, with the normal approximation's spread under random drawing.
    """
    known = sum(is_read for _, is_read in scored)
    others = len(scored) - known
    if not known or not others:
        return Sampling(articles, read)
    won, below = 0.0, 0
    for _, group in groupby(sorted(scored, reverse=True), key=lambda it: it[0]):
        here = [is_read for _, is_read in group]
        unread = len(here) - sum(here)
        won += sum(here) * (below + unread / 2)
        below += unread
    spread = sqrt((known + others + 1) / (12 * known * others))
    return Sampling(articles, read, won / (known * others), _WIDE * spread)


def sampling_words(found: Sampling) -> str:
    """A line of the datasheet, or two."""
    share = f" ({100 * found.read / found.articles:.0f} %)" if found.articles else ""
    lines = [f"- Read to the end by somebody: {found.read} of the project's {found.articles} articles{share}"]
    if found.doubtful is not None and found.by_chance is not None:
        verdict = (
            "they are no random sample, and shares counted on them hold for them alone"
            if found.is_apart
            else "no more than chance draws; this says nothing of topics, outlets and days"
        )
        lines.append(
            f"- Drawn by doubt? Of a read and an unread article the read one holds the less sure suggestion "
            f"in {100 * found.doubtful:.0f} % of all pairs (at random: 50 ± {100 * found.by_chance:.0f} %): "
            f"{verdict}"
        )
    return "\n".join(lines)
