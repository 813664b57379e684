"""Where a span may stand in a reading, and what its coming and going settles."""

from msgspec import Struct
from sqlalchemy import Connection, Integer, bindparam, or_, select

from store.errors import SpanCrosses, SpanExists
from store.operations.reading import Reading, require_inside
from store.recording import Recorder
from store.tables import core as t
from store.vocabulary import SpanForm, SpanMade

KEPT = "kept_as_mention"
"""Notice: the span carries a stance, so it stays as a mention."""

LEFT_OUT = "some_left_out"
"""Notice: not everything had room."""


_span, _rejection, _stance = t.span.c, t.rejection.c, t.stance.c
_of_set, _of_span = bindparam("set_id", type_=Integer), bindparam("span_id", type_=Integer)
_start, _end = bindparam("start", type_=Integer), bindparam("end", type_=Integer)

_OVERLAPPING = (
    select(_span.id, _span.start, _span.end, _span.label_id, _span.form)
    .where(_span.set_id == _of_set, _span.start < _end, _span.end > _start)
    .order_by(_span.start, _span.end, _span.id)
)
_REJECTION = select(_rejection.id).where(
    _rejection.set_id == _of_set,
    _rejection.start == _start,
    _rejection.end == _end,
    _rejection.label_id == bindparam("label_id", type_=Integer),
)
_STANCES_AT = select(_stance.id, _stance.holder_span_id, _stance.target_span_id).where(
    or_(_stance.holder_span_id == _of_span, _stance.target_span_id == _of_span)
)


class Content(Struct, frozen=True):
    """What a span says: range, label and form. Two spans of a set never say the same."""

    start: int
    end: int
    label_id: int | None
    form: SpanForm = "plain"


def require_room(conn: Connection, reading: Reading, content: Content, *, besides: int | None = None) -> None:
    """Raise SpanOutsideText, SpanExists or SpanCrosses unless the reading has room for the span.

    Labelled spans may overlap only in a project with nesting; a mention may stand anywhere. `besides` is the
    span itself when it is about to move.
    """
    require_inside(conn, reading.article_id, content.start, content.end)
    for other in overlapping(conn, reading.set_id, content.start, content.end):
        if other.id == besides:
            continue
        if content == Content(other.start, other.end, other.label_id, other.form):
            label = conn.execute(select(t.label.c.code).where(t.label.c.id == content.label_id)).scalar()
            raise SpanExists(start=content.start, end=content.end, label=label)
        if not reading.nested and content.label_id is not None and other.label_id is not None:
            raise SpanCrosses(
                start=content.start, end=content.end, other_start=other.start, other_end=other.end
            )


def overlapping(conn: Connection, set_id: int, start: int, end: int) -> list[t.AnyRow]:
    """The set's spans that have a code point in common with `[start, end)`."""
    return list(conn.execute(_OVERLAPPING, {"set_id": set_id, "start": start, "end": end}))


def put(
    step: Recorder, reading: Reading, content: Content, *, made: SpanMade, origin_id: int | None = None
) -> int:
    """Add a span where there is room, and withdraw a refusal of just that.

    Raises what `require_room` raises.
    """
    require_room(step.conn, reading, content)
    withdraw_rejection(step, reading.set_id, content)
    return step.insert(
        t.span,
        set_id=reading.set_id,
        start=content.start,
        end=content.end,
        label_id=content.label_id,
        form=content.form,
        made=made,
        origin_id=origin_id,
    )


def mention(step: Recorder, reading: Reading, start: int, end: int) -> int:
    """The span at exactly this range, whatever its label, or else a new mention."""
    c = t.span.c
    there = select(c.id).where(c.set_id == reading.set_id, c.start == start, c.end == end)
    span_id = step.conn.execute(there.order_by(c.label_id.is_(None), c.id).limit(1)).scalar()
    return span_id or put(step, reading, Content(start, end, None), made="typed")


def take_away(step: Recorder, reading: Reading, span: t.AnyRow) -> int | None:
    """Remove a span and refuse the suggestion that it came from.

    A span that a stance refers to stays as a mention, or gives its place to the one that is there: returns
    its id.
    """
    endpoint = _stances_at(step.conn, span.id)
    if endpoint and span.label_id is None:
        return span.id
    if span.origin_id is not None:
        origin = step.conn.execute(select(t.span).where(t.span.c.id == span.origin_id)).one()
        refuse(step, reading.set_id, Content(origin.start, origin.end, origin.label_id))
    mention_id = _mention_at(step.conn, span) if endpoint else None
    if endpoint and mention_id is None:
        step.update(t.span, span.id, label_id=None, form="plain", origin_id=None, made="typed", score=None)
        return span.id
    for stance in endpoint:
        ends = {"holder_span_id": stance.holder_span_id, "target_span_id": stance.target_span_id}
        step.update(t.stance, stance.id, **{name: mention_id for name, at in ends.items() if at == span.id})
    detach(step, "span_id", span.id)
    step.delete(t.span, span.id)
    return mention_id


def detach(step: Recorder, column: str, row_id: int) -> None:
    """Before a span or stance goes: its comments become comments on the article, its answers go with it."""
    for comment_id in step.conn.scalars(select(t.comment.c.id).where(t.comment.c[column] == row_id)).all():
        step.update(t.comment, comment_id, **{column: None})
    for answer_id in step.conn.scalars(select(t.answer.c.id).where(t.answer.c[column] == row_id)).all():
        step.delete(t.answer, answer_id)


def refuse(step: Recorder, set_id: int, content: Content) -> None:
    """Remember that this content was refused."""
    if content.label_id is not None and _refusal(step.conn, set_id, content) is None:
        step.insert(
            t.rejection, set_id=set_id, start=content.start, end=content.end, label_id=content.label_id
        )


def withdraw_rejection(step: Recorder, set_id: int, content: Content) -> None:
    """Forget that this content was refused."""
    rejection_id = _refusal(step.conn, set_id, content)
    if rejection_id is not None:
        step.delete(t.rejection, rejection_id)


def _refusal(conn: Connection, set_id: int, content: Content) -> int | None:
    same = {"set_id": set_id, "start": content.start, "end": content.end, "label_id": content.label_id}
    return conn.execute(_REJECTION, same).scalar()


def _stances_at(conn: Connection, span_id: int) -> list[t.AnyRow]:
    return list(conn.execute(_STANCES_AT, {"span_id": span_id}))


def _mention_at(conn: Connection, span: t.AnyRow) -> int | None:
    c = t.span.c
    same = (c.set_id == span.set_id, c.start == span.start, c.end == span.end, c.label_id.is_(None))
    return conn.execute(select(c.id).where(*same, c.id != span.id).limit(1)).scalar()
