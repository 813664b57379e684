"""What one does with one's own spans."""

from sqlalchemy import select

from store.database import Store
from store.operations.placement import KEPT, Content, put, require_room, take_away, withdraw_rejection
from store.operations.reading import label_id, open_reading, reading_of
from store.recording import Recorder, recording
from store.tables import core as t
from store.values import Json, Touched, Work
from store.vocabulary import SpanForm, SpanMade


def add(
    store: Store,
    work: Work,
    article_id: int,
    *,
    start: int,
    end: int,
    label: str | None,
    form: SpanForm = "plain",
    made: SpanMade = "typed",
) -> Touched:
    """Make a span of `[start, end)` code points; without a label it is a mention.

    Raises SpanOutsideText, SpanExists, SpanCrosses, LabelUnknown, NotFound, SetClosed.
    """
    with recording(store, work, "span.add") as step:
        reading = open_reading(step, work, article_id)
        content = Content(start, end, _label_id(step, label), form)
        span_id = put(step, reading, content, made=made)
    return step.touched(span=span_id)


def relabel(store: Store, work: Work, span_id: int, label: str | None) -> Touched:
    """Give a span another label; None makes it a mention. Raises what `add` raises."""
    with recording(store, work, "span.relabel") as step:
        reading, span = reading_of(step, work, what="span", row_id=span_id)
        content = Content(span.start, span.end, _label_id(step, label), span.form)
        require_room(step.conn, reading, content, besides=span_id)
        withdraw_rejection(step, reading.set_id, content)
        step.update(t.span, span_id, label_id=content.label_id, made=_made(step, span, content))
    return step.touched(span=span_id)


def move_edges(
    store: Store, work: Work, span_id: int, *, start: int, end: int, join: int | None = None
) -> Touched:
    """Give a span other edges. `join` is the step of the move before, while a key is held or a drag goes on.

    Raises what `add` raises.
    """
    with recording(store, work, "span.move_edges", join=join) as step:
        reading, span = reading_of(step, work, what="span", row_id=span_id)
        content = Content(start, end, span.label_id, span.form)
        require_room(step.conn, reading, content, besides=span_id)
        step.update(t.span, span_id, start=start, end=end, made=_made(step, span, content))
    return step.touched(span=span_id)


def delete(store: Store, work: Work, span_id: int) -> Touched:
    """Delete a span; one that carries a stance stays as a mention.

    If it came from a suggestion, that is refused. Raises NotFound, SetClosed.
    """
    with recording(store, work, "span.delete") as step:
        reading, span = reading_of(step, work, what="span", row_id=span_id)
        mention_id = take_away(step, reading, span)
    return step.touched(span=mention_id, notice=KEPT if mention_id else None)


def set_unsure(store: Store, work: Work, span_id: int, unsure: bool) -> Touched:
    """Mark a span as unsure, or no longer. Raises NotFound, SetClosed."""
    with recording(store, work, "span.set_unsure") as step:
        reading_of(step, work, what="span", row_id=span_id)
        step.update(t.span, span_id, unsure=unsure)
    return step.touched(span=span_id)


def set_attribute(store: Store, work: Work, span_id: int, key: str, value: bool | None) -> Touched:
    """Answer what a label asks of its spans (`store.labels.AttributeSpec`); None: not answered.

    Raises NotFound, SetClosed.
    """
    with recording(store, work, "span.set_attribute") as step:
        _, span = reading_of(step, work, what="span", row_id=span_id)
        attrs: Json = dict(span.attrs or {})
        attrs.pop(key, None)
        step.update(t.span, span_id, attrs=attrs if value is None else {**attrs, key: value})
    return step.touched(span=span_id)


def _label_id(step: Recorder, label: str | None) -> int | None:
    return None if label is None else label_id(step.conn, label, "entity")


def _made(step: Recorder, span: t.AnyRow, content: Content) -> SpanMade:
    """How the span came to be, once a person gave it this content."""
    if span.origin_id is None:
        return "typed"
    c = t.span.c
    origin = step.conn.execute(select(c.start, c.end, c.label_id).where(c.id == span.origin_id)).one()
    return "accepted" if tuple(origin) == (content.start, content.end, content.label_id) else "corrected"
