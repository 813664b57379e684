"""Articles into train, dev and test: near-duplicates stay together, and strata keep their shares."""

from collections import defaultdict
from collections.abc import Collection, Iterable
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
    annotators: Collection[str] = (),
    only_done: bool = False,
) -> dict[str, str]:
    """The part of each article with a reading that goes out, by its key; empty where the hash of the key
    alone decides. Readings are those of `annotators` (names), else everybody's but models'.
    """
    c, s, who = t.article.c, t.annotation_set.c, t.annotator.c
    column = {"outlet": c.outlet, "language": c.language, "month": c.published_at}.get(by, c.language)
    theirs = who.name.in_(annotators) if annotators else who.kind != "model"
    status = s.status == "done" if only_done else (s.status == "done") | (s.status == "in_progress")
    begun = select(s.article_id).join(t.annotator, who.id == s.annotator_id).where(theirs, status)
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
    groups are taken in the order of their hashes until each part has its share in whole articles; what is
    left over of all strata then fills the parts that lack most, so that many small strata keep the shares,
    too. A new article may then move others.
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
    whole = _Filling(shares, sum(map(len, groups.values())))
    left: list[list[Dealt]] = []
    for stratum in strata.values():
        own = _Filling(shares, sum(map(len, stratum)))
        for group in sorted(stratum, key=lambda it: _draw(it, seed)):
            place = own.lacking
            if own.lack(place) >= len(group) - _SLACK:
                own.put(group, place)
                whole.put(group, place)
            else:
                left.append(group)
    for group in sorted(left, key=lambda it: _draw(it, seed)):
        whole.put(group, whole.lacking)
    return whole.found


def _draw(group: list[Dealt], seed: int) -> bytes:
    return sha256(f"{seed}:{min(it.key for it in group)}".encode()).digest()


_SLACK = 1e-9
"""What a sum of shares may be wrong by."""


class _Filling:
    """Parts on their way to their shares of some articles."""

    def __init__(self, shares: tuple[float, float, float], total: int) -> None:
        self.found: dict[str, str] = {}
        self._wanted = [share / sum(shares) * total for share in shares]
        self._taken = [0, 0, 0]

    @property
    def lacking(self) -> int:
        """The part that lacks most."""
        return max(range(3), key=lambda place: (self.lack(place), -place))

    def lack(self, place: int) -> float:
        """How many articles a part lacks."""
        return self._wanted[place] - self._taken[place]

    def put(self, group: list[Dealt], place: int) -> None:
        """Give a group to a part."""
        self._taken[place] += len(group)
        self.found |= {it.key: PARTS[place] for it in group}
