"""Articles into train, dev and test: near-duplicates stay together, and strata keep their shares."""

from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256

from msgspec import Struct
from sqlalchemy import Connection, select

from store.formats.protocol import Stratum
from store.formats.readings import PARTS, part_of
from store.tables import core as t


class Dealt(Struct, frozen=True):
    """An article that is to be dealt; `story` is its group of near-duplicates."""

    key: str
    story: int | None
    stratum: str


def parts(
    conn: Connection,
    shares: tuple[float, float, float],
    *,
    seed: int,
    by: Stratum = "",
    keys: frozenset[str] | None = None,
) -> dict[str, str]:
    """The part of each begun article by its key; empty where the hash of the key alone decides."""
    c, s = t.article.c, t.annotation_set.c
    column = {"outlet": c.outlet, "language": c.language, "month": c.published_at}.get(by, c.language)
    begun = select(s.article_id).where((s.status == "done") | (s.status == "in_progress"))
    rows = conn.execute(select(c.key, c.story, column).where(c.id.in_(begun)).order_by(c.id))
    found = [
        Dealt(
            key,
            story if story and story > 0 else None,
            ((value or "")[:7] if by == "month" else value or "") if by else "",
        )
        for key, story, value in rows
        if keys is None or key in keys
    ]
    if not by and not any(it.story for it in found):
        return {}
    return deal(found, shares, seed=seed, is_stratified=bool(by))


def deal(
    articles: Iterable[Dealt], shares: tuple[float, float, float], *, seed: int, is_stratified: bool
) -> dict[str, str]:
    """The part of each article by its key (pure).

    A group is dealt by the hash of its first key, so that a growing corpus moves nothing. In strata the
    groups are taken in the order of their hashes until each part has its share; a new article may then move
    others of its stratum.
    """
    groups: dict[object, list[Dealt]] = defaultdict(list)
    for article in articles:
        groups[article.key if article.story is None else article.story].append(article)
    if not is_stratified:
        dealt = {min(it.key for it in group): group for group in groups.values()}
        return {it.key: part_of(key, shares, seed) for key, group in dealt.items() for it in group}
    strata: dict[str, list[list[Dealt]]] = defaultdict(list)
    for group in groups.values():
        strata[min(group, key=lambda it: it.key).stratum].append(group)
    return {key: name for stratum in strata.values() for key, name in _filled(stratum, shares, seed).items()}


def _filled(groups: list[list[Dealt]], shares: tuple[float, float, float], seed: int) -> dict[str, str]:
    def draw(group: list[Dealt]) -> bytes:
        return sha256(f"{seed}:{min(it.key for it in group)}".encode()).digest()

    total = sum(map(len, groups))
    wanted = [share / sum(shares) * total for share in shares]
    taken = [0, 0, 0]
    found: dict[str, str] = {}
    for group in sorted(groups, key=draw):
        place = max(range(3), key=lambda i: (wanted[i] - taken[i], -i))
        taken[place] += len(group)
        found |= {it.key: PARTS[place] for it in group}
    return found
