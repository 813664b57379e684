"""Which of the models' spans are still to be decided.

A suggestion is *settled* for a set when a span of the set has its range and label, or came from a suggestion
of that range and label (of whichever model or version), when a rejection covers it, or when the set is done.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    and_,
    bindparam,
    exists,
    func,
    or_,
    select,
    union_all,
)

from store.tables import core as t
from store.values import ProjectSettings, Suggestion, Work
from store.vocabulary import SpanForm

Content = tuple[int, int, int | None]
"""Start, end, label id."""


class Offered(NamedTuple):
    """A model's span, as `OFFERED` selects it."""

    id: int
    start: int
    end: int
    label_id: int
    label: str
    form: SpanForm
    score: float | None
    model: str

    @property
    def content(self) -> Content:
        """What has to be settled."""
        return self.start, self.end, self.label_id


_span, _set, _own, _origin = t.span.c, t.annotation_set.c, t.span.alias("own"), t.span.alias("origin")
_of_article = bindparam("article_id", type_=Integer)
_of_set = bindparam("set_id", type_=Integer)
_reader = t.annotator.c.id == _set.annotator_id
_models_spans = t.span.join(t.annotation_set, _set.id == _span.set_id).join(t.annotator, _reader)

MODELS = (
    select(_set.annotator_id)
    .join(t.annotator, _reader)
    .where(_set.article_id == _of_article, t.annotator.c.kind == "model")
    .order_by(_set.id.desc())
)
"""The models that read an article, the last one first."""

OFFERED = (
    select(_span.id, _span.start, _span.end, _span.label_id, t.label.c.code, _span.form, _span.score)
    .add_columns(t.annotator.c.name)
    .select_from(_models_spans.join(t.label, t.label.c.id == _span.label_id))
    .where(_set.article_id == _of_article, t.annotator.c.id.in_(bindparam("models", expanding=True)))
    .order_by(_span.start, _span.end, _span.id)
)
"""The labelled spans of some models on an article, in text order."""

AMONG = (
    select(_span.id, _span.start, _span.end, _span.label_id)
    .select_from(_models_spans)
    .where(_set.article_id == _of_article, t.annotator.c.kind == "model")
    .where(_span.id.in_(bindparam("among", expanding=True)))
    .order_by(_span.start, _span.end.desc(), _span.id)
)
"""Those of some spans that are suggestions for an article."""

SETTLED = union_all(
    select(_own.c.start, _own.c.end, _own.c.label_id).where(_own.c.set_id == _of_set),
    select(_origin.c.start, _origin.c.end, _origin.c.label_id)
    .join(_own, _own.c.origin_id == _origin.c.id)
    .where(_own.c.set_id == _of_set),
    select(t.rejection.c.start, t.rejection.c.end, t.rejection.c.label_id).where(
        t.rejection.c.set_id == _of_set
    ),
)
"""The contents that a set has settled."""


def merged(spans: Iterable[Offered]) -> tuple[Suggestion, ...]:
    """Each (start, end, label, form) once, with the highest score, in text order."""
    same: dict[tuple[Any, ...], list[Offered]] = {}
    for span in spans:
        same.setdefault((span.start, span.end, span.label, span.form), []).append(span)
    return tuple(map(_merge, same.values()))


def _merge(group: list[Offered]) -> Suggestion:
    first = group[0]
    return Suggestion(
        ids=tuple(span.id for span in group),
        start=first.start,
        end=first.end,
        label=first.label,
        form=first.form,
        score=max((span.score for span in group if span.score is not None), default=None),
        models=tuple(dict.fromkeys(span.model for span in group)),
    )


def undecided(conn: Connection, set_id: int, article_id: int, among: Sequence[int]) -> list[int]:
    """Ids of those models' spans `among` these that are not settled, each content once, in text order."""
    settled = {(row[0], row[1], row[2]) for row in conn.execute(SETTLED, {"set_id": set_id})}
    ids: list[int] = []
    for span_id, *content in conn.execute(AMONG, {"article_id": article_id, "among": list(among)}):
        if (key := (content[0], content[1], content[2])) not in settled:
            settled.add(key)
            ids.append(span_id)
    return ids


def left_open(
    work: Work, settings: ProjectSettings, *, label: str | None = None, below: float | None = None
) -> t.AnySelect:
    """The ids of the articles in which the newest model suggests what the annotator has not settled.

    It says the same as `undecided`, for a whole corpus. Only suggestions of `label`, or with a score `below`
    that, count where these are given.
    """
    mine, span = t.annotation_set.alias("mine"), t.span.alias("offered")
    models = select(t.annotator.c.id).where(t.annotator.c.kind == "model")
    read = select(_set.article_id, func.max(_set.id).label("set_id")).where(_set.annotator_id.in_(models))
    newest = read.group_by(_set.article_id).subquery("newest")
    own = and_(
        mine.c.article_id == newest.c.article_id,
        mine.c.annotator_id == work.annotator_id,
        mine.c.round_id == work.round_id,
    )
    left = select(span.c.id).where(span.c.set_id == newest.c.set_id, *_shown(span.c, settings))
    left = left.where(*_wanted(span.c, label, below))
    # Most articles of a corpus nobody has touched: there is nothing to look up in them.
    settled = (exists(rows.correlate(mine, span)) for rows in _settling(mine.c.id, span.c))
    left = left.where(or_(mine.c.id.is_(None), ~or_(*settled))).correlate(newest, mine)
    rows = select(newest.c.article_id).select_from(newest.outerjoin(mine, own))
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


def _wanted(span: Any, label: str | None, below: float | None) -> Iterator[ColumnElement[bool]]:
    if label is not None:
        yield span.label_id == select(t.label.c.id).where(t.label.c.code == label).scalar_subquery()
    if below is not None:
        yield span.score < below


def _settling(set_id: ColumnElement[int], span: Any) -> tuple[t.AnySelect, ...]:
    """The rows of a set that settle a suggestion."""
    own, origin = t.span.alias("own"), t.span.alias("origin")
    heirs = select(own.c.id).join(origin, origin.c.id == own.c.origin_id)
    return (
        select(own.c.id).where(own.c.set_id == set_id, *_same(own.c, span)),
        select(t.rejection.c.id).where(t.rejection.c.set_id == set_id, *_same(t.rejection.c, span)),
        heirs.where(own.c.set_id == set_id, *_same(origin.c, span)),
    )


def _same(a: Any, b: Any) -> tuple[ColumnElement[bool], ...]:
    return a.start == b.start, a.end == b.end, a.label_id == b.label_id
