"""Labelling a name in many places at once."""

from collections.abc import Mapping, Sequence

from store.database import Store
from store.errors import NotFound, SetClosed, SpanCrosses, SpanExists
from store.operations.placement import LEFT_OUT, Content, put, require_room, withdraw_rejection
from store.operations.reading import Reading, label_id, open_reading, reading_of
from store.operations.suggestions import offer, shown
from store.recording import Recorder, recording
from store.tables import core as t
from store.values import Place, Touched, Work


def label_all(
    store: Store,
    work: Work,
    places: Mapping[int, Sequence[Place]],
    *,
    label: str | None,
    part_of: int | None = None,
) -> Touched:
    """Label places in articles (by id) in one step. What has no room any more, or is gone, is left out.

    `part_of` is the step of an earlier slice of the same work: all slices are undone together. Own spans are
    labelled anew only where a place names them. Raises LabelUnknown, SpanOutsideText.
    """
    with recording(store, work, "span.label_all", part_of=part_of) as step:
        label_row = None if label is None else label_id(step.conn, label, "entity")
        left_out = [
            place
            for article_id, listed in places.items()
            for place in listed
            if not _label(step, work, article_id, place, label_row)
        ]
    return step.touched(notice=LEFT_OUT if left_out else None)


def _label(step: Recorder, work: Work, article_id: int, place: Place, label_row: int | None) -> bool:
    content = Content(place.start, place.end, label_row)
    try:
        reading = open_reading(step, work, article_id)
        if place.span is not None:
            _relabel(step, work, place.span, content)
        else:
            _add(step, reading, content, place.suggestion)
    except (SpanExists, SpanCrosses, SetClosed, NotFound):
        return False
    return True


def _add(step: Recorder, reading: Reading, content: Content, suggestion: int | None) -> None:
    if suggestion is None:
        put(step, reading, content, made="all_occurrences")
        return
    settled = offer(step.conn, reading.article_id, suggestion)
    shown(step, reading, settled)
    put(step, reading, content, made="all_occurrences", origin_id=settled.id)


def _relabel(step: Recorder, work: Work, span_id: int, content: Content) -> None:
    reading, span = reading_of(step, work, what="span", row_id=span_id)
    there = Content(span.start, span.end, content.label_id, span.form)
    require_room(step.conn, reading, there, besides=span_id)
    withdraw_rejection(step, reading.set_id, there)
    step.update(t.span, span_id, label_id=content.label_id, made="all_occurrences")
