"""Whether a record can become rows: its text, ranges, references and everything the tables would refuse.

All of a record is checked before any of it is written, so that nothing is half-imported and no constraint
of the database ends an import.
"""

from collections.abc import Collection, Iterable, Sequence
from hashlib import sha256
from typing import Protocol

from msgspec import Struct

from store.formats.problems import RecordError
from store.formats.records import ArticleRecord, LabelledRange, SetRecord, SpanRecord, StanceRecord


class Ranged(Protocol):
    """Anything with a range."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Checked(Struct, frozen=True):
    """A record that can be written, its text, and the hash of it (hex)."""

    record: ArticleRecord
    text: str
    sha256: str


def checked(record: ArticleRecord) -> Checked:
    """The record with its hash. Raises RecordError, which names the first field that is wrong."""
    text = record.text
    if text is None:
        raise RecordError("text", "missing_text")
    if not text or text.isspace():
        raise RecordError("text", "empty_text")
    try:
        digest = sha256(text.encode()).hexdigest()
    except UnicodeEncodeError as error:
        raise RecordError("text", "unstorable_text", f"{error.start}") from error
    if record.sha256 not in (None, digest) or record.length not in (None, len(text)):
        raise RecordError("sha256", "hash_differs", digest)
    if record.zones:
        _require_ranges(record.zones, len(text), "zones")
        _require_distinct(((zone.start, zone.end, zone.kind) for zone in record.zones), "zones")
    if record.sets:
        _check_sets(record.sets, len(text))
    return Checked(record, text, digest)


def _check_sets(sets: list[SetRecord], length: int) -> None:
    for i, item in enumerate(sets):
        _check_set(item, length, f"sets[{i}]")
    _check_names([span for item in sets for span in item.spans], "spans")
    _check_names([stance for item in sets for stance in item.stances], "stances")


def _check_names(items: Sequence[SpanRecord | StanceRecord], where: str) -> None:
    """Ids are unique in the line, and an origin is a suggestion, which has none itself."""
    if not items:
        return
    ids = {item.id for item in items}
    if len(ids) != len(items):
        raise RecordError(where, "repeated", "id")
    derived = [item for item in items if item.origin is not None]
    if not derived:
        return
    for item in derived:
        _require_known(item.origin, ids, f"{where} {item.id}")
    chained = {item.id for item in derived} & {item.origin for item in derived}
    if chained:
        raise RecordError(f"{where} {min(filter(None, chained))}", "contradiction", "origin")


def _check_set(item: SetRecord, length: int, where: str) -> None:
    if (item.status == "excluded") != (item.excluded_reason is not None):
        raise RecordError(f"{where}.excluded_reason", "contradiction", item.status)
    if item.ranges:
        _check_bare(item.ranges, length, f"{where}.ranges")
    if item.spans:
        _require_ranges(item.spans, length, f"{where}.spans")
        _check_contents(item, f"{where}.spans")
    if item.rejections:
        _require_ranges(item.rejections, length, f"{where}.rejections")
        _require_distinct(((r.start, r.end, r.label) for r in item.rejections), f"{where}.rejections")
    if item.cue_refusals:
        _require_ranges(item.cue_refusals, length, f"{where}.cue_refusals")
        _require_distinct(((it.start, it.end) for it in item.cue_refusals), f"{where}.cue_refusals")
    if item.topic_marks:
        _require_distinct(((mark.topic, mark.mark) for mark in item.topic_marks), f"{where}.topic_marks")
    if item.stances or item.answers or item.comments:
        own = {span.id for span in item.spans}
        for i, stance in enumerate(item.stances):
            _check_stance(stance, own, length, f"{where}.stances[{i}]")
        _check_remarks(item, own, where)


def _check_bare(ranges: list[LabelledRange], length: int, where: str) -> None:
    if not all([0 <= start < end <= length for start, end, _ in ranges]):  # noqa: C419 (a list is faster here)
        i, (start, end) = next(
            (i, (start, end)) for i, (start, end, _) in enumerate(ranges) if not 0 <= start < end <= length
        )
        raise RecordError(f"{where}[{i}]", "wrong_offset", f"{start}, {end} / {length}")
    if len(set(ranges)) != len(ranges):
        _require_distinct(ranges, where)


def _check_contents(item: SetRecord, where: str) -> None:
    """No span is there twice."""
    contents = {(span.start, span.end, span.label, span.form) for span in item.spans}
    contents.update((*bare, "plain") for bare in item.ranges)
    if len(contents) != len(item.spans) + len(item.ranges):
        raise RecordError(where, "repeated")


def _check_stance(stance: StanceRecord, spans: Collection[str], length: int, where: str) -> None:
    if (stance.holder_kind == "span") != (stance.holder_span is not None):
        raise RecordError(f"{where}.holder_span", "contradiction", stance.holder_kind)
    if stance.holder_kind == "actor" and stance.holder_actor is None:
        raise RecordError(f"{where}.holder_actor", "contradiction", stance.holder_kind)
    if stance.topic is None and stance.target_span is None and stance.target_actor is None:
        raise RecordError(f"{where}.topic", "contradiction", "target")
    _require_known(stance.holder_span, spans, f"{where}.holder_span")
    _require_known(stance.target_span, spans, f"{where}.target_span")
    _require_ranges(stance.parts, length, f"{where}.parts")


def _check_remarks(item: SetRecord, spans: Collection[str], where: str) -> None:
    stances = {stance.id for stance in item.stances}
    for noun, remarks in (("answers", item.answers), ("comments", item.comments)):
        for i, remark in enumerate(remarks):
            if remark.span is not None and remark.stance is not None:
                raise RecordError(f"{where}.{noun}[{i}]", "contradiction", "span, stance")
            _require_known(remark.span, spans, f"{where}.{noun}[{i}].span")
            _require_known(remark.stance, stances, f"{where}.{noun}[{i}].stance")


def _require_ranges(items: Sequence[Ranged | SpanRecord], length: int, where: str) -> None:
    if all([0 <= item.start < item.end <= length for item in items]):  # noqa: C419 (a list is a third faster here)
        return
    i, item = next((i, item) for i, item in enumerate(items) if not 0 <= item.start < item.end <= length)
    raise RecordError(f"{where}[{i}]", "wrong_offset", f"{item.start}, {item.end} / {length}")


def _require_distinct(contents: Iterable[tuple[object, ...]], where: str) -> None:
    seen: set[tuple[object, ...]] = set()
    for i, content in enumerate(contents):
        if content in seen:
            raise RecordError(f"{where}[{i}]", "repeated")
        seen.add(content)


def _require_known(reference: str | None, known: Collection[str], where: str) -> None:
    if reference is not None and reference not in known:
        raise RecordError(where, "unknown_reference", reference)
