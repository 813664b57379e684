"""What is suggested to an annotator in a whole corpus: which articles have something left to decide, and how
sure the models are of it. It says the same as a page does of one article.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import ColumnElement, Connection, Subquery, and_, exists, func, or_, select, union

from store.queries.kept_back import kept_back
from store.queries.suggestions import MEMORY
from store.tables import core as t
from store.values import ProjectSettings, Work

_set = t.annotation_set.c


class Sought(Struct, frozen=True):
    """Which suggestions count: of a label, with a score `least` or above, with one `below` that."""

    label: str | None = None
    least: float | None = None
    below: float | None = None


def left_open(
    conn: Connection, work: Work, settings: ProjectSettings, sought: Sought | None = None
) -> t.AnySelect:
    """The ids of the articles in which something is suggested that the annotator has not settled.

    Of the newest model, and of memory where that is on; not where suggestions are kept back on purpose.
    """
    left = _left_open_of(work, settings, partial(_wanted, sought or Sought()))
    kept = kept_back(conn, work, settings)
    if kept is None:
        return left
    return select(left.except_(kept).subquery("not_kept_back").c.article_id)


def least_score(settings: ProjectSettings) -> ColumnElement[float | None]:
    """Of an article: the score of the shown suggestion of which the newest model is least sure.

    Also where suggestions are kept back: articles with and without them must come in the same order, else
    what is compared (see `store.guard`) would not be the same kind of articles. A place tells no suggestion.
    """
    span, newest = t.span.alias("scored"), t.annotation_set.alias("newest")
    sets = select(func.max(newest.c.id)).where(newest.c.article_id == t.article.c.id)
    sets = sets.where(newest.c.annotator_id.in_(_models())).correlate(t.article)
    scores = select(func.min(span.c.score)).where(span.c.set_id == sets.scalar_subquery())
    return scores.where(*_shown(span.c, settings)).correlate(t.article).scalar_subquery()


def offered_scores(settings: ProjectSettings) -> t.AnySelect:
    """The `score` of all that the newest models suggest in a corpus, whatever the least one that is shown."""
    newest, span = _newest(), t.span.alias("offered")
    rows = select(span.c.score.label("score")).join(newest, newest.c.set_id == span.c.set_id)
    return rows.where(span.c.score.is_not(None), *_shown(span.c, replace(settings, least_score=0.0)))


def _newest() -> Subquery:
    """Of each article that a model has read the newest model's `set_id`."""
    read = select(_set.article_id, func.max(_set.id).label("set_id")).where(_set.annotator_id.in_(_models()))
    return read.group_by(_set.article_id).subquery("newest")


def _models() -> t.AnySelect:
    """The ids of the models; memory is none of them."""
    return select(t.annotator.c.id).where(t.annotator.c.kind == "model", t.annotator.c.name != MEMORY)


def _left_open_of(
    work: Work, settings: ProjectSettings, wanted: Callable[[Any], Iterable[ColumnElement[bool]]]
) -> t.AnySelect:
    newest = _newest()
    if settings.memory == "off":
        return _left_open(newest, None, work, settings, wanted)
    person = t.annotator.alias("person")
    versions = select(person.c.uid).where(person.c.id == work.annotator_id).scalar_subquery()
    own = t.annotator.c.kind == "model", t.annotator.c.name == MEMORY, t.annotator.c.version == versions
    memories = select(_set.article_id, _set.id.label("set_id")).where(_set.round_id == work.round_id)
    memories = memories.where(_set.annotator_id.in_(select(t.annotator.c.id).where(*own)))
    remembered, beside = memories.subquery("remembered"), memories.subquery("beside")
    parts = (
        _left_open(newest, beside, work, settings, wanted),
        _left_open(remembered, beside, work, settings, wanted),
    )
    return select(union(*parts).subquery("left_open").c.article_id)


def _left_open(
    offering: Subquery,
    memories: Subquery | None,
    work: Work,
    settings: ProjectSettings,
    wanted: Callable[[Any], Iterable[ColumnElement[bool]]],
) -> t.AnySelect:
    """The articles in which a set of `offering` suggests something that is neither settled nor withheld."""
    mine, span = t.annotation_set.alias("mine"), t.span.alias("offered")
    own = and_(
        mine.c.article_id == offering.c.article_id,
        mine.c.annotator_id == work.annotator_id,
        mine.c.round_id == work.round_id,
    )
    joined, seen = offering.outerjoin(mine, own), [offering, mine]
    left = select(span.c.id).where(span.c.set_id == offering.c.set_id, *_shown(span.c, settings))
    left = left.where(*wanted(span.c))
    if memories is not None:
        joined = joined.outerjoin(memories, memories.c.article_id == offering.c.article_id)
        seen.append(memories)
        withheld = _refusing(memories.c.set_id, span.c).correlate(memories, span)
        left = left.where(or_(memories.c.set_id.is_(None), ~exists(withheld)))
    # Most articles of a corpus nobody has touched: there is nothing to look up in them.
    settled = (exists(rows.correlate(mine, span)) for rows in _settling(mine.c.id, span.c))
    left = left.where(or_(mine.c.id.is_(None), ~or_(*settled))).correlate(*seen)
    rows = select(offering.c.article_id).select_from(joined)
    return rows.where(func.coalesce(mine.c.status, "new").in_(("new", "in_progress")), exists(left))


def _shown(span: Any, settings: ProjectSettings) -> Iterator[ColumnElement[bool]]:
    """What the project has not switched off."""
    if settings.labels_off:
        off = select(t.label.c.id).where(t.label.c.code.in_(settings.labels_off))
        yield span.label_id.not_in(off)
    if settings.forms_off:
        yield span.form.not_in(settings.forms_off)
    if settings.least_score:
        yield or_(span.score.is_(None), span.score >= settings.least_score)
    read = t.annotation_set.alias("read")
    for model, labels in settings.hidden.items():
        named = select(t.annotator.c.id).where(t.annotator.c.kind == "model", t.annotator.c.name == model)
        sets = select(read.c.id).where(read.c.annotator_id.in_(named))
        coded = select(t.label.c.id).where(t.label.c.code.in_(labels))
        yield ~and_(span.label_id.in_(coded), span.set_id.in_(sets))


def _wanted(sought: Sought, span: Any) -> Iterator[ColumnElement[bool]]:
    if sought.label is not None:
        yield span.label_id == select(t.label.c.id).where(t.label.c.code == sought.label).scalar_subquery()
    if sought.least is not None:
        yield span.score >= sought.least
    if sought.below is not None:
        yield span.score < sought.below


def _settling(set_id: ColumnElement[int], span: Any) -> tuple[t.AnySelect, ...]:
    """The rows of a set that settle a suggestion."""
    own, origin = t.span.alias("own"), t.span.alias("origin")
    heirs = select(own.c.id).join(origin, origin.c.id == own.c.origin_id)
    return (
        select(own.c.id).where(own.c.set_id == set_id, *_same(own.c, span)),
        _refusing(set_id, span),
        heirs.where(own.c.set_id == set_id, *_same(origin.c, span)),
    )


def _refusing(set_id: ColumnElement[int], span: Any) -> t.AnySelect:
    return select(t.rejection.c.id).where(t.rejection.c.set_id == set_id, *_same(t.rejection.c, span))


def _same(a: Any, b: Any) -> tuple[ColumnElement[bool], ...]:
    return a.start == b.start, a.end == b.end, a.label_id == b.label_id
