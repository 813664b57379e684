"""The queue: which articles one wants to see, in which order, and what is shown of each.

A list of a hundred thousand articles is read as their ids, once; rows follow a page at a time, by primary
key. So every order and filter pages alike, and a list stays as it was while one works through it.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any, TypedDict, Unpack

from msgspec.structs import replace
from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Integer,
    String,
    and_,
    case,
    cast,
    func,
    literal,
    literal_column,
    or_,
    select,
)

from store import search as full_text
from store.queries import stories
from store.queries.codebook import settings
from store.queries.left_open import Sought, least_score, left_open
from store.tables import core as t
from store.values import ArticleHead, Work
from store.vocabulary import QueueOrder, SetStatus, choices

SLICE = 500
"""Articles asked about at once."""

_STATUS = func.coalesce(t.annotation_set.c.status, "new")
_SORTED_ID = literal_column("+article.id", Integer)
"""In the order of the table SQLite would read past all texts; ids sorted from an index take a fourth."""

_HASH, _RANGE = literal(2654435761, BigInteger), literal(2**32, BigInteger)
"""2**32 divided by the golden ratio, and 2**32; PostgreSQL counts in 32 bits unless told otherwise."""

_MINE = t.annotation_set.alias("mine")
OPEN: tuple[SetStatus, ...] = ("new", "in_progress")


class Filters(TypedDict, total=False):
    """What the queue can be narrowed to; None and "" mean no matter what.

    `search` as in `store.search`; `status` one or several; `language` "" is none yet; `flagged`, `unsure` (an
    own span is), `look_again` (a topic means something else since the own reading spoke of it; never of an
    article that is left out) and `undecided` (something is suggested that the annotator has not settled) are
    True or False. `label` stands on an own span or an undecided suggestion; `least` and `below` are scores
    between which an undecided suggestion lies, the first included (all given: one suggestion has all).
    `since` and `until` are days, ISO 8601, both included. `story` is the number of one; `one_each` leaves of
    each story only the first article.
    """

    search: str
    status: SetStatus | tuple[SetStatus, ...] | None
    language: str | None
    outlet: str | None
    flagged: bool | None
    undecided: bool | None
    label: str | None
    least: float | None
    below: float | None
    unsure: bool | None
    look_again: bool | None
    since: str | None
    until: str | None
    story: int | None
    one_each: bool | None


def ids(
    conn: Connection, work: Work, *, order: QueueOrder = "imported", **filters: Unpack[Filters]
) -> Sequence[int]:
    """The articles of the queue, in order; of equal ones the one that came first is first."""
    rows = queue(conn, work, (t.article.c.id,), filters).order_by(*_order(conn, order)).subquery()
    # In one piece: row by row the thread would hold the interpreter, and the window would wait for it.
    whole = select(func.aggregate_strings(cast(rows.c.id, String), ","))
    listed = conn.execute(whole).scalar()
    return array("q", map(int, listed.split(",")) if listed else ())


def rows_of(conn: Connection, work: Work, wanted: Sequence[int], *, search: str = "") -> list[ArticleHead]:
    """What is shown of these articles, in the order given; those that are gone are left out.

    With `search` each comes with the number of its hits and the piece of text around the first one.
    """
    found: dict[int, ArticleHead] = {}
    c = t.article.c
    for some in _slices(wanted):
        for head in _heads(conn, work, c.id.in_(some)):
            found[head.id] = head
        if search:
            for row_id, text in conn.execute(select(c.id, c.text).where(c.id.in_(some))):
                count, piece = full_text.found(text, search)
                found[row_id] = replace(found[row_id], hits=count, snippet=piece.text, marks=piece.hits)
    return [found[row_id] for row_id in wanted if row_id in found]


def heads(conn: Connection, work: Work, *, limit: int = 200, **filters: Unpack[Filters]) -> list[ArticleHead]:
    """The first articles of the queue in the order of ids."""
    return _heads(conn, work, limit=limit, filters=filters)


def count(conn: Connection, work: Work, **filters: Unpack[Filters]) -> int:
    """How many articles the queue has."""
    return conn.execute(queue(conn, work, (func.count(),), filters)).scalar_one()


def next_open(
    conn: Connection, work: Work, article_id: int, listed: Sequence[int] | None = None
) -> int | None:
    """The next article that is new or in progress, after the last one the first; None: all are closed.

    `listed` are the articles of a queue in their order; without them it is the order of ids, of all.
    """
    c = t.article.c
    # Status by status on the way: all that is closed, which grows with the work, is never gathered.
    still_open = queue(conn, work, (c.id,), {}).where(_STATUS.in_(OPEN), c.id != article_id)
    if listed is None:
        rows = still_open.order_by(c.id).limit(1)
        ahead = conn.execute(rows.where(c.id > article_id)).scalar()
        return ahead if ahead is not None else conn.execute(rows).scalar()
    place = listed.index(article_id) + 1 if article_id in listed else 0
    for some in _slices(chain(islice(listed, place, None), islice(listed, place))):
        left = set(conn.scalars(still_open.where(c.id.in_(some))))
        if left:
            return next(it for it in some if it in left)
    return None


def queue(conn: Connection, work: Work, columns: tuple[Any, ...], filters: Filters) -> t.AnySelect:
    """A SELECT over articles and, outer-joined, one's own readings of them."""
    s = t.annotation_set.c
    own = and_(
        s.article_id == t.article.c.id, s.annotator_id == work.annotator_id, s.round_id == work.round_id
    )
    joined = t.article.outerjoin(t.annotation_set, own)
    return select(*columns).select_from(joined).where(*_conditions(conn, work, filters))


def _heads(
    conn: Connection,
    work: Work,
    *conditions: ColumnElement[bool],
    limit: int | None = None,
    filters: Filters | None = None,
) -> list[ArticleHead]:
    c, s = t.article.c, t.annotation_set.c
    prints = stories.other_prints()
    columns = (c.id, c.key, c.title, c.outlet, c.published_at, c.language, _STATUS, s.flag, prints)
    rows = queue(conn, work, columns, filters or {}).where(*conditions).order_by(c.id).limit(limit)
    return [ArticleHead(*row[:-1], prints=row[-1]) for row in conn.execute(rows)]


def _order(conn: Connection, order: QueueOrder) -> tuple[ColumnElement[Any], ...]:
    c = t.article.c
    if order == "unsure_first":
        return least_score(settings(conn)).asc().nulls_last(), c.id
    return {
        "imported": (_SORTED_ID,),
        "newest": (c.published_at.desc().nulls_last(), c.id),
        "oldest": (c.published_at.asc().nulls_last(), c.id),
        "title": (func.lower(c.title), c.id),
        "outlet": (c.outlet.asc().nulls_last(), c.id),
        "spread": (_place_in_story(), _place_among(c.outlet, _month()), _shuffled(), c.id),
        "random": (_shuffled(), c.id),
    }[order]


def _shuffled() -> ColumnElement[int]:
    """A number that looks drawn, always the same of an article (D. Knuth's multiplicative hash of the id)."""
    return cast(t.article.c.id, BigInteger) * _HASH % _RANGE


def _month() -> ColumnElement[str]:
    return func.substr(t.article.c.published_at, 1, 7)


def _place_among(*groups: ColumnElement[Any]) -> ColumnElement[int]:
    """The how manieth of its group an article is."""
    return func.row_number().over(partition_by=groups, order_by=_shuffled())


def _place_in_story() -> ColumnElement[int]:
    """The same among prints of one story; an article without a story is the first of its own."""
    story = t.article.c.story
    return case((story.is_(None), 1), else_=_place_among(story))


def _conditions(conn: Connection, work: Work, filters: Filters) -> list[ColumnElement[bool]]:
    return [*_of_article(conn, filters), *_of_reading(conn, work, filters)]


def _of_article(conn: Connection, filters: Filters) -> Iterator[ColumnElement[bool]]:
    c = t.article.c
    found = full_text.matching(conn.dialect.name, filters.get("search", ""))
    if found is not None:
        yield c.id.in_(found)
    if (language := filters.get("language")) is not None:
        yield c.language == language if language else c.language.is_(None)
    if (outlet := filters.get("outlet")) is not None:
        yield c.outlet == outlet
    if since := filters.get("since"):
        yield c.published_at >= since
    if until := filters.get("until"):
        yield c.published_at < until + "~"  # after every time of that day
    if (story := filters.get("story")) is not None:
        yield c.story == story
    if filters.get("one_each"):
        yield or_(c.story.is_(None), c.story < 0, c.id.in_(stories.first_prints()))


def _of_reading(conn: Connection, work: Work, filters: Filters) -> Iterator[ColumnElement[bool]]:
    """All as sets of ids: a corpus is long, what somebody has touched of it is not."""
    row_id, s = t.article.c.id, _MINE.c
    label, undecided = filters.get("label"), filters.get("undecided")
    least, below = filters.get("least"), filters.get("below")
    if (status := filters.get("status")) is not None:
        wanted = (status,) if isinstance(status, str) else status
        others = [it for it in choices(SetStatus) if it not in wanted]
        touched = _mine(work, s.status.in_(others if "new" in wanted else wanted))
        yield row_id.not_in(touched) if "new" in wanted else row_id.in_(touched)
    if (flagged := filters.get("flagged")) is not None:
        marked = row_id.in_(_mine(work, s.flag.is_not(None)))
        yield marked if flagged else ~marked
    if (unsure := filters.get("unsure")) is not None:
        marked = row_id.in_(_with_span(work, t.span.c.unsure.is_(True)))
        yield marked if unsure else ~marked
    suggested = undecided is None and (least is not None or below is not None)
    if (look_again := filters.get("look_again")) is not None:
        marked = row_id.in_(_to_look_at(work))
        yield marked if look_again else ~marked
    if undecided is not None or suggested:
        sought = Sought(label if undecided is not False else None, least, below)
        left = left_open(conn, work, settings(conn), sought)
        yield row_id.in_(left) if undecided is not False else row_id.not_in(left)
    if label is not None and not undecided and not suggested:
        coded = select(t.label.c.id).where(t.label.c.code == label).scalar_subquery()
        own = row_id.in_(_with_span(work, t.span.c.label_id == coded))
        yield or_(own, row_id.in_(left_open(conn, work, settings(conn), Sought(label))))


def _mine(work: Work, *conditions: ColumnElement[bool]) -> t.AnySelect:
    """The articles of one's own readings that are like that."""
    s = _MINE.c
    rows = select(s.article_id).where(s.annotator_id == work.annotator_id, s.round_id == work.round_id)
    return rows.where(*conditions)


def _with_span(work: Work, condition: ColumnElement[bool]) -> t.AnySelect:
    """The articles in which an own span is like that."""
    return _mine(work, condition).join(t.span, t.span.c.set_id == _MINE.c.id)


def _to_look_at(work: Work) -> t.AnySelect:
    """The articles whose own reading speaks of a topic that means something else since."""
    marked = select(t.topic_mark.c.set_id).where(t.topic_mark.c.mark == "look_again")
    return _mine(work, _MINE.c.id.in_(marked), _MINE.c.status != "excluded")


def _slices(wanted: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(wanted)
    while some := list(islice(rest, SLICE)):
        yield some
