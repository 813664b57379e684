"""Deciding a model's suggestions: what of its set enters one's own."""

from collections.abc import Sequence

from msgspec import Struct
from sqlalchemy import Connection, Integer, bindparam, select

from store.database import Store
from store.errors import NotFound, SpanCrosses, SpanExists
from store.operations.placement import (
    KEPT,
    LEFT_OUT,
    Content,
    overlapping,
    put,
    refuse,
    require_room,
    take_away,
)
from store.operations.reading import Reading, label_id, open_reading, reading_of
from store.recording import Recorder, recording
from store.tables import core as t
from store.values import Touched, Work
from store.vocabulary import SpanMade

_span, _set, _own, _origin = t.span.c, t.annotation_set.c, t.span.alias("own"), t.span.alias("origin")

_OFFER = (
    select(_span.id, t.annotator.c.id.label("model"), _span.start, _span.end, _span.label_id, _span.form)
    .select_from(
        t.span.join(t.annotation_set, _set.id == _span.set_id).join(
            t.annotator, t.annotator.c.id == _set.annotator_id
        )
    )
    .where(_span.id == bindparam("suggestion", type_=Integer), t.annotator.c.kind == "model")
    .where(_set.article_id == bindparam("article", type_=Integer))
)
_HEIRS = (
    select(_own.c.id)
    .join(_origin, _origin.c.id == _own.c.origin_id)
    .where(_own.c.set_id == bindparam("set_id", type_=Integer))
    .where(
        _origin.c.start == bindparam("start", type_=Integer), _origin.c.end == bindparam("end", type_=Integer)
    )
    .where(_origin.c.label_id == bindparam("label_id", type_=Integer))
    .order_by(_own.c.id)
)
_SHOWN = select(_set.shown_model_id).where(_set.id == bindparam("set_id", type_=Integer))


class Offer(Struct, frozen=True):
    """A suggestion as it lies in the model's set."""

    id: int
    model_id: int
    content: Content


def accept(store: Store, work: Work, article_id: int, suggestion_id: int) -> Touched:
    """Take over a suggestion as it is; where the same span is there already, that settles it.

    Raises SpanCrosses, NotFound, SetClosed.
    """
    with recording(store, work, "suggestion.accept") as step:
        reading = open_reading(step, work, article_id)
        span_id = take_over(step, reading, offer(step.conn, article_id, suggestion_id))
    return step.touched(span=span_id)


def correct(
    store: Store, work: Work, article_id: int, suggestion_id: int, *, start: int, end: int, label: str | None
) -> Touched:
    """Take over a suggestion with other edges or another label (None: as a mention).

    Raises SpanOutsideText, SpanCrosses, LabelUnknown, NotFound, SetClosed.
    """
    with recording(store, work, "suggestion.correct") as step:
        reading = open_reading(step, work, article_id)
        made_by = offer(step.conn, article_id, suggestion_id)
        label_row = None if label is None else label_id(step.conn, label, "entity")
        content = Content(start, end, label_row, made_by.content.form)
        span_id = take_over(step, reading, made_by, content)
    return step.touched(span=span_id)


def reject(store: Store, work: Work, article_id: int, suggestion_id: int) -> Touched:
    """Refuse a suggestion. If it was taken over before, its span goes, or stays as a mention of a stance.

    Raises NotFound, SetClosed.
    """
    with recording(store, work, "suggestion.reject") as step:
        reading = open_reading(step, work, article_id)
        refused = offer(step.conn, article_id, suggestion_id)
        shown(step, reading, refused)
        refuse(step, reading.set_id, refused.content)
        heirs = select(t.span).where(t.span.c.id.in_(_heirs(step.conn, reading, refused)))
        kept = [take_away(step, reading, span) for span in step.conn.execute(heirs).all()]
    return step.touched(notice=KEPT if any(kept) else None)


def decide_all(
    store: Store,
    work: Work,
    article_id: int,
    *,
    accepted: Sequence[int] = (),
    refused: Sequence[int] = (),
    deleted: Sequence[int] = (),
) -> Touched:
    """Take over and refuse suggestions, and delete own spans, in one step; what has no room stays undecided.

    Raises NotFound, SetClosed.
    """
    with recording(store, work, "suggestion.decide_all") as step:
        reading = open_reading(step, work, article_id)
        left_out = [it for it in accepted if not _has_room(step, reading, offer(step.conn, article_id, it))]
        for suggestion_id in refused:
            one = offer(step.conn, article_id, suggestion_id)
            shown(step, reading, one)
            refuse(step, reading.set_id, one.content)
        for span_id in deleted:
            _, span = reading_of(step, work, what="span", row_id=span_id)
            take_away(step, reading, span)
    return step.touched(notice=LEFT_OUT if left_out else None)


def _has_room(step: Recorder, reading: Reading, offered: Offer) -> bool:
    """Take a suggestion over, if nothing stands in its way."""
    try:
        take_over(step, reading, offered)
    except (SpanExists, SpanCrosses):
        return False
    return True


def offer(conn: Connection, article_id: int, suggestion_id: int) -> Offer:
    """The suggestion with this id. Raises NotFound unless it is a model's span on this article."""
    row = conn.execute(_OFFER, {"suggestion": suggestion_id, "article": article_id}).one_or_none()
    if row is None:
        raise NotFound(what="suggestion", id=suggestion_id)
    return Offer(row.id, row.model, Content(row.start, row.end, row.label_id, row.form))


def take_over(step: Recorder, reading: Reading, taken: Offer, content: Content | None = None) -> int:
    """The own span that comes of a suggestion, with its own content or another; if it came before, that one.

    If a span with that range and label is there, it settles the suggestion: by itself, or (where the
    suggestion said something else) because that is refused.
    """
    shown(step, reading, taken)
    wanted = content or taken.content
    for other in overlapping(step.conn, reading.set_id, wanted.start, wanted.end):
        if (other.start, other.end, other.label_id) == (wanted.start, wanted.end, wanted.label_id):
            if wanted != taken.content:
                refuse(step, reading.set_id, taken.content)
            return other.id
    made: SpanMade = "accepted" if wanted == taken.content else "corrected"
    heirs = _heirs(step.conn, reading, taken)
    if not heirs:
        return put(step, reading, wanted, made=made, origin_id=taken.id)
    if content is not None:
        require_room(step.conn, reading, content, besides=heirs[0])
        new = {"start": content.start, "end": content.end, "label_id": content.label_id, "form": content.form}
        step.update(t.span, heirs[0], made=made, **new)
    return heirs[0]


def shown(step: Recorder, reading: Reading, decided: Offer) -> None:
    """Remember that suggestions were shown, where the set does not say so yet."""
    if step.conn.execute(_SHOWN, {"set_id": reading.set_id}).scalar() is None:
        step.update(t.annotation_set, reading.set_id, shown_model_id=decided.model_id)


def _heirs(conn: Connection, reading: Reading, decided: Offer) -> list[int]:
    """Own spans that came from a suggestion of this content, of whichever model or version."""
    content = decided.content
    same = {"start": content.start, "end": content.end, "label_id": content.label_id}
    return list(conn.scalars(_HEIRS, {"set_id": reading.set_id, **same}))
