"""What people decided about names, for project memory: all of it by and by, then only what is new."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any

from msgspec import Struct, convert
from sqlalchemy import ColumnElement, Connection, Integer, bindparam, select

from store import bulk
from store.offsets import Range
from store.queries.suggestions import MEMORY, MODELS, OFFERED, REMEMBERED, memory_set
from store.tables import core as t
from store.values import Decided, Evidence, Memo, Recalled, Withheld, Work

Place = tuple[int, int, str | None]

_set, _span, _origin = t.annotation_set.c, t.span.c, t.span.alias("origin")
_told, _teller = t.annotation_set.alias("told"), t.annotator.alias("teller")
_KEPT = memory_set(bindparam("annotator_id", type_=Integer), bindparam("round_id", type_=Integer))
_REFUSED = (
    select(t.rejection.c.start, t.rejection.c.end, t.label.c.code)
    .join(t.label, t.label.c.id == t.rejection.c.label_id)
    .where(t.rejection.c.set_id == bindparam("set_id", type_=Integer))
    .order_by(t.rejection.c.start, t.rejection.c.end, t.rejection.c.id)
)
_SPANS = (
    select(_span.set_id, _span.start, _span.end, t.label.c.code, _span.made, _span.form)
    .add_columns(_origin.c.start, _origin.c.end, _teller.c.name)
    .select_from(t.span.join(t.label, t.label.c.id == _span.label_id))
    .outerjoin(_origin, _origin.c.id == _span.origin_id)
    .outerjoin(_told, _told.c.id == _origin.c.set_id)
    .outerjoin(_teller, _teller.c.id == _told.c.annotator_id)
)
_REJECTIONS = select(t.rejection.c.set_id, t.rejection.c.start, t.rejection.c.end)
_UNCOUNTED = ("seen_unchanged", "predicted")
"""What was only looked at is no decision, and counts as left only where a model suggested it: else memory
would confirm what it suggested itself.
"""


class News(Struct, frozen=True):
    """What the log tells memory: read again these articles, or everything; `newest` is the last change."""

    newest: int
    articles: frozenset[int]
    everything: bool


def readings(conn: Connection, annotator_id: int | None, *, limit: int) -> list[int]:
    """The newest sets of one annotator, or (None) of all people, that count: at most `limit`, newest first.

    Listed once: SQLite would sort them all anew for each slice.
    """
    rows = select(_set.id).where(*_counting(annotator_id)).order_by(_set.id.desc()).limit(limit)
    return list(conn.scalars(rows))


def decided(conn: Connection, sets: Sequence[int]) -> list[Decided]:
    """What was decided in these sets, newest first."""
    rows = _readings().where(_set.id.in_(sets)).order_by(_set.id.desc())
    return _decided(conn, conn.execute(rows).all())


def decided_in(conn: Connection, annotator_id: int | None, articles: Iterable[int]) -> list[Decided]:
    """What an annotator, or (None) everybody, decided in these articles."""
    rows = _readings().where(_set.article_id.in_(list(articles)), *_counting(annotator_id))
    return _decided(conn, conn.execute(rows).all())


def news(conn: Connection, seen: int) -> News:
    """What happened after the change `seen`."""
    c = t.change.c
    rows = conn.execute(select(c.id, c.article_id, c.operation).where(c.id > seen).order_by(c.id)).all()
    return News(
        newest=rows[-1].id if rows else seen,
        articles=frozenset(row.article_id for row in rows if row.article_id is not None),
        everything=any("import" in row.operation or row.operation.endswith("label.merge") for row in rows),
    )


def offered(conn: Connection, article_id: int) -> list[tuple[int, int, str]]:
    """What the model that read an article last suggests: start, end and label, settled or not."""
    here = {"article_id": article_id}
    model = conn.execute(MODELS, here).scalar()
    rows = conn.execute(OFFERED, {**here, "model": model})
    return [(row.start, row.end, row.code) for row in rows]


def ranges(conn: Connection, spans: Sequence[int]) -> list[Range]:
    """Where some spans stand, each range once, in the order of the text."""
    places = select(_span.start, _span.end).where(_span.id.in_(spans)).order_by(_span.start, _span.end)
    return list(dict.fromkeys((row[0], row[1]) for row in conn.execute(places)))


def kept(conn: Connection, work: Work, article_id: int) -> tuple[int, Memo] | None:
    """The set in which memory spoke of an article to this annotator, and what it said."""
    keys = {"article_id": article_id, "annotator_id": work.annotator_id, "round_id": work.round_id}
    set_id = conn.execute(_KEPT, keys).scalar()
    if set_id is None:
        return None
    recalled = tuple(
        Recalled(row.start, row.end, row.code, row.score, convert(row.attrs[MEMORY], Evidence))
        for row in conn.execute(REMEMBERED, {"set_id": set_id})
    )
    refused = conn.execute(_REFUSED, {"set_id": set_id}).all()
    return set_id, Memo(recalled, tuple(Withheld(*row) for row in refused))


def _readings() -> t.AnySelect:
    c = t.article.c
    return select(_set.id, c.id, c.key, c.language, c.text, _set.status).join(
        t.article, c.id == _set.article_id
    )


def _counting(annotator_id: int | None) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    people = select(t.annotator.c.id).where(t.annotator.c.kind != "model")
    mine = _set.annotator_id == annotator_id if annotator_id is not None else _set.annotator_id.in_(people)
    return mine, _set.status != "excluded"


def _decided(conn: Connection, sets: Sequence[Any]) -> list[Decided]:
    if not sets:
        return []
    wanted = [row[0] for row in sets]
    said: defaultdict[int, dict[Range, str]] = defaultdict(dict)
    refused: defaultdict[int, set[Range]] = defaultdict(set)
    uncounted: defaultdict[int, set[Range]] = defaultdict(set)
    left: defaultdict[int, set[tuple[int, int, str]]] = defaultdict(set)
    for row in bulk.among(conn, _SPANS, wanted):
        set_id, start, end, label, made, form, origin_start, origin_end, teller = row
        if made in _UNCOUNTED or form != "plain":
            uncounted[set_id].add((start, end))
            if made == "seen_unchanged" and form == "plain" and teller != MEMORY:
                left[set_id].add((start, end, label))
            continue
        said[set_id][start, end] = label
        if origin_start is not None:
            refused[set_id].add((origin_start, origin_end))
    for set_id, start, end in bulk.among(conn, _REJECTIONS, wanted):
        refused[set_id].add((start, end))
    return [
        Decided(
            set_id=row[0],
            article_id=row[1],
            key=row[2],
            language=row[3],
            text=row[4],
            places=_places(said[row[0]], refused[row[0]] - uncounted[row[0]]),
            left=tuple(sorted(left[row[0]])),
            marked=(*sorted({*said[row[0]], *uncounted[row[0]]}),) if row[5] == "done" else None,
        )
        for row in sets
    ]


def _places(said: dict[Range, str], refused: Iterable[Range]) -> tuple[Place, ...]:
    """Labels, and ranges that were refused for something else than another label."""
    places: list[Place] = [(start, end, label) for (start, end), label in said.items()]
    places += [(start, end, None) for start, end in refused if (start, end) not in said]
    return tuple(sorted(places, key=itemgetter(0, 1)))
