"""A record without what names something unknown to the store, so that the rest of it can come in.

An unknown topic is no loss: it is taken as proposed, called by its key, for the lead to word or to merge.
Actors are known by uid alone, which says nothing to anybody: what names an unknown one is left out, and told.
"""

from collections.abc import Collection, Iterator

from msgspec import Struct
from msgspec.structs import replace

from store.formats.problems import RecordError
from store.formats.records import ArticleRecord, SetRecord, SpanRecord, StanceRecord
from store.transfer.references import References


class Rest(Struct, frozen=True):
    """What is left of a record, the topics that it names and nobody knows, and what was left out of it."""

    record: ArticleRecord
    topics: tuple[str, ...]
    left_out: tuple[RecordError, ...]


def rest_of(record: ArticleRecord, known: References) -> Rest:
    """The record without references to unknown actors, labels of stances, fields and people."""
    told: list[RecordError] = []
    assigned = [
        item
        for i, item in enumerate(record.assigned)
        if _is_known(item.annotator, known.annotators, f"assigned[{i}].annotator", told)
    ]
    sets = [_set(item, known, f"sets[{i}]", told) for i, item in enumerate(record.sets)]
    named = {name for item in sets for name in _topics(item)} - known.topics.keys()
    return Rest(replace(record, assigned=assigned, sets=sets), tuple(sorted(named)), tuple(told))


def _set(item: SetRecord, known: References, where: str, told: list[RecordError]) -> SetRecord:
    spans = [_span(span, known, f"{where}.spans[{i}]", told) for i, span in enumerate(item.spans)]
    found = (_stance(it, known, f"{where}.stances[{i}]", told) for i, it in enumerate(item.stances))
    stances = [stance for stance in found if stance is not None]
    kept = {stance.id for stance in stances}
    gone = {stance.id for stance in item.stances} - kept
    stances = [replace(it, origin=None) if it.origin in gone else it for it in stances]
    answers = [
        it
        for i, it in enumerate(item.answers)
        if _is_known(it.field, known.fields, f"{where}.answers[{i}].field", told)
        and _is_known(it.stance, kept, f"{where}.answers[{i}].stance", told)
    ]
    comments = [
        it
        for i, it in enumerate(item.comments)
        if _is_known(it.by or None, known.annotators, f"{where}.comments[{i}].by", told)
        and _is_known(it.stance, kept, f"{where}.comments[{i}].stance", told)
    ]
    is_known = _is_known(item.shown_model, known.annotators, f"{where}.shown_model", told)
    shown = item.shown_model if is_known else None
    return replace(item, shown_model=shown, spans=spans, stances=stances, answers=answers, comments=comments)


def _span(span: SpanRecord, known: References, where: str, told: list[RecordError]) -> SpanRecord:
    is_known = _is_known(span.actor, known.actors, f"{where}.actor", told)
    return span if is_known else replace(span, actor=None)


def _stance(
    stance: StanceRecord, known: References, where: str, told: list[RecordError]
) -> StanceRecord | None:
    ends = (
        (stance.label, known.labels, "label"),
        (stance.holder_actor, known.actors, "holder_actor"),
        (stance.target_actor, known.actors, "target_actor"),
    )
    if not all(_is_known(name, names, f"{where}.{field}", told) for name, names, field in ends):
        return None
    is_known = _is_known(stance.via_actor, known.actors, f"{where}.via_actor", told)
    return stance if is_known else replace(stance, via_actor=None)


def _topics(item: SetRecord) -> Iterator[str]:
    yield from (stance.topic for stance in item.stances if stance.topic is not None)
    yield from (mark.topic for mark in item.topic_marks)


def _is_known(name: str | None, names: Collection[str], where: str, told: list[RecordError]) -> bool:
    """Whether a name may stay; one that may not is told."""
    if name is None or name in names:
        return True
    told.append(RecordError(where, "unknown_reference", name))
    return False
