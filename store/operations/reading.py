"""The reading that an operation works on: an annotator's set of an article, made at the first touch.

Statements that every gesture needs are built once, here and in `placement` and `suggestions`.
"""

from msgspec import Struct, convert
from sqlalchemy import Connection, Integer, String, and_, bindparam, func, select

from store.errors import LabelUnknown, NotFound, SetClosed, SpanOutsideText
from store.guard import unaided
from store.operations.scheme import freeze
from store.queries.suggestions import MODELS, memory_set
from store.recording import Recorder
from store.tables import core as t
from store.values import ProjectSettings, Work
from store.vocabulary import LabelSetKind, SetStatus

_set = t.annotation_set.c
_here = t.article.c.id == bindparam("article", type_=Integer)
_own = and_(
    _set.article_id == t.article.c.id,
    _set.annotator_id == bindparam("annotator", type_=Integer),
    _set.round_id == bindparam("round", type_=Integer),
)
_READING = (
    select(t.article.c.id.label("article"), _set.id, _set.status, t.project.c.settings)
    .select_from(t.article.outerjoin(t.annotation_set, _own).join(t.project, t.project.c.id == 1))
    .where(_here)
)
_LENGTH = select(func.length(t.article.c.text)).where(_here)
_TEXT = select(t.article.c.text).where(_here)
_DEALT_BY = (
    select(t.article.c.sha256, t.annotator.c.uid)
    .join(t.annotator, t.annotator.c.id == bindparam("annotator", type_=Integer))
    .where(_here)
)
_LABEL = (
    select(t.label.c.id)
    .join(t.label_set, t.label_set.c.id == t.label.c.label_set_id)
    .where(t.label.c.code == bindparam("code", type_=String), t.label.c.status != "retired")
    .where(t.label_set.c.kind == bindparam("kind", type_=String))
)
_MEMORY = select(_set.annotator_id).where(
    _set.id
    == memory_set(bindparam("annotator", type_=Integer), bindparam("round", type_=Integer))
    .correlate(None)
    .scalar_subquery()
)


class Reading(Struct, frozen=True):
    """One annotator's set of one article. `nested`: the project lets labelled spans overlap."""

    set_id: int
    article_id: int
    status: SetStatus
    nested: bool


def open_reading(step: Recorder, work: Work, article_id: int, *, closed: bool = False) -> Reading:
    """The reading of an article, begun if this is the first touch; later writing belongs to that article.

    Raises NotFound, and SetClosed for an article that is left out unless `closed` allows it.
    """
    step.article_id = article_id
    keys = {"article": article_id, "annotator": work.annotator_id, "round": work.round_id}
    row = step.conn.execute(_READING, keys).one_or_none()
    if row is None:
        raise NotFound(what="article", id=article_id)
    if row.status == "excluded" and not closed:
        raise SetClosed(article=article_id)
    settings = convert(row.settings, ProjectSettings)
    set_id = row.id if row.id is not None else _begin(step, work, article_id, settings)
    if row.status == "new":
        step.update(t.annotation_set, set_id, status="in_progress")
    status = "in_progress" if row.status in (None, "new") else row.status
    return Reading(set_id, article_id, status, settings.nested)


def _begin(step: Recorder, work: Work, article_id: int, settings: ProjectSettings) -> int:
    freeze(step, work.round_id)
    return step.insert(
        t.annotation_set,
        article_id=article_id,
        annotator_id=work.annotator_id,
        round_id=work.round_id,
        status="in_progress",
        shown_model_id=_shown_model(step.conn, work, article_id, settings),
    )


def _shown_model(conn: Connection, work: Work, article_id: int, settings: ProjectSettings) -> int | None:
    """The model whose suggestions are shown: the one that read the article last, else memory; None where
    there is none, or suggestions are kept back.
    """
    here = {"article": article_id}
    if settings.unaided_share:
        digest, uid = conn.execute(_DEALT_BY, {**here, "annotator": work.annotator_id}).one()
        if unaided(digest, uid, settings.unaided_share):
            return None
    model = conn.execute(MODELS, {"article_id": article_id}).scalar()
    if model is not None:
        return model
    keys = {"article_id": article_id, "annotator": work.annotator_id, "round": work.round_id}
    return conn.execute(_MEMORY, keys).scalar()


def reading_of(
    step: Recorder, work: Work, *, what: str, row_id: int, closed: bool = False
) -> tuple[Reading, t.AnyRow]:
    """The reading that a row of one's own ("span", "stance", "comment") belongs to, and that row.

    Raises NotFound.
    """
    table = {"span": t.span, "stance": t.stance, "comment": t.comment}[what]
    c = t.annotation_set.c
    own = (
        select(table, c.article_id).join(t.annotation_set, c.id == table.c.set_id).where(table.c.id == row_id)
    )
    own = own.where(c.annotator_id == work.annotator_id, c.round_id == work.round_id)
    row = step.conn.execute(own).one_or_none()
    if row is None:
        raise NotFound(what=what, id=row_id)
    return open_reading(step, work, row.article_id, closed=closed), row


def label_id(conn: Connection, code: str, kind: LabelSetKind) -> int:
    """The id of a label that can be given now. Raises LabelUnknown."""
    row_id = conn.execute(_LABEL, {"code": code, "kind": kind}).scalar()
    if row_id is None:
        raise LabelUnknown(label=code)
    return row_id


def require_inside(conn: Connection, article_id: int, start: int, end: int) -> None:
    """Raise SpanOutsideText unless `[start, end)` is a range, not empty, of the article's code points."""
    here = {"article": article_id}
    length: int = conn.execute(_LENGTH, here).scalar_one()
    if 0 <= start < end <= length:
        return
    length = len(conn.execute(_TEXT, here).scalar_one())  # SQL's length ends at a NUL
    if not 0 <= start < end <= length:
        raise SpanOutsideText(start=start, end=end, length=length)


def require(conn: Connection, what: str, row_id: int | None) -> None:
    """Raise NotFound unless the "topic" or "actor" exists; None is fine."""
    table = {"topic": t.topic, "actor": t.actor}[what]
    if row_id is not None and conn.execute(select(table.c.id).where(table.c.id == row_id)).scalar() is None:
        raise NotFound(what=what, id=row_id)
