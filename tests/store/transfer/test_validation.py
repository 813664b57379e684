"""A record is checked in every respect that the tables would refuse."""

from hashlib import sha256
from typing import Any

import pytest

from store.formats.problems import RecordError
from store.formats.records import (
    VERSION,
    AnnotatorRecord,
    AnswerRecord,
    ArticleRecord,
    CommentRecord,
    CueRefusalRecord,
    PartRecord,
    RejectionRecord,
    SetRecord,
    SpanRecord,
    StanceRecord,
    ZoneRecord,
)
from store.transfer.validation import checked

ADA = AnnotatorRecord("a", "Ada", "person")


def article(*sets: SetRecord, **fields: Any) -> ArticleRecord:
    return ArticleRecord(VERSION, **({"text": "London calling", "sets": list(sets)} | fields))


def reading(**fields: Any) -> SetRecord:
    return SetRecord(ADA, "main", **fields)


def of(**fields: Any) -> ArticleRecord:
    """An article with one reading."""
    return article(reading(**fields))


def span(
    name: str = "s1", start: int = 0, end: int = 6, label: str | None = "LOC", **fields: Any
) -> SpanRecord:
    return SpanRecord(name, start, end, label, **fields)


def stance(**fields: Any) -> StanceRecord:
    return StanceRecord("t1", "u", "FAVOR", **({"holder_kind": "author", "topic": "eu"} | fields))


def test_a_record_without_fault_is_hashed() -> None:
    good = article(
        reading(
            spans=[span(), span("s2", 7, 14, None, origin=None)],
            stances=[
                stance(holder_kind="span", holder_span="s1", parts=[PartRecord("cue", 0, 14, "marked")])
            ],
            answers=[AnswerRecord("genre", "news", span="s1")],
            comments=[CommentRecord("a", "x", "2026-11-01", stance="t1")],
        ),
        zones=[ZoneRecord(0, 6, "lead", True), ZoneRecord(0, 6, "quote", True)],
    )
    assert checked(good).sha256 == sha256(b"London calling").hexdigest()


@pytest.mark.parametrize(
    ("record", "field", "reason"),
    [
        (article(text=None), "text", "missing_text"),
        (article(text=""), "text", "empty_text"),
        (article(text="a\ud800"), "text", "unstorable_text"),
        (article(sha256="0" * 64), "sha256", "hash_differs"),
        (article(length=3), "sha256", "hash_differs"),
        (article(zones=[ZoneRecord(0, 15, "lead", True)]), "zones[0]", "wrong_offset"),
        (article(zones=[ZoneRecord(0, 5, "lead", True)] * 2), "zones[1]", "repeated"),
        (of(spans=[span(end=15)]), "sets[0].spans[0]", "wrong_offset"),
        (of(spans=[span(start=-1)]), "sets[0].spans[0]", "wrong_offset"),
        (of(spans=[span(), span("s2")]), "sets[0].spans", "repeated"),
        (of(ranges=[(0, 6, "LOC"), (7, 15, "LOC")]), "sets[0].ranges[1]", "wrong_offset"),
        (of(ranges=[(6, 6, "LOC")]), "sets[0].ranges[0]", "wrong_offset"),
        (of(ranges=[(0, 6, "LOC")] * 2), "sets[0].ranges[1]", "repeated"),
        (of(ranges=[(0, 6, "LOC")], spans=[span()]), "sets[0].spans", "repeated"),
        (article(reading(spans=[span()]), reading(spans=[span(end=5)])), "spans", "repeated"),
        (of(spans=[span(origin="s9")]), "spans s1", "unknown_reference"),
        (of(spans=[span(origin="s2"), span("s2", 7, 9, origin="s1")]), "spans s1", "contradiction"),
        (of(rejections=[RejectionRecord(3, 3, "LOC")]), "sets[0].rejections[0]", "wrong_offset"),
        (of(rejections=[RejectionRecord(0, 3, "LOC")] * 2), "sets[0].rejections[1]", "repeated"),
        (of(cue_refusals=[CueRefusalRecord(0, 16)]), "sets[0].cue_refusals[0]", "wrong_offset"),
        (of(cue_refusals=[CueRefusalRecord(0, 3)] * 2), "sets[0].cue_refusals[1]", "repeated"),
        (of(status="excluded"), "sets[0].excluded_reason", "contradiction"),
        (of(excluded_reason="stub"), "sets[0].excluded_reason", "contradiction"),
        (of(stances=[stance(holder_kind="span")]), "sets[0].stances[0].holder_span", "contradiction"),
        (of(stances=[stance(holder_span="s1")]), "sets[0].stances[0].holder_span", "contradiction"),
        (of(stances=[stance(holder_kind="actor")]), "sets[0].stances[0].holder_actor", "contradiction"),
        (of(stances=[stance(topic=None)]), "sets[0].stances[0].topic", "contradiction"),
        (of(stances=[stance(target_span="s1")]), "sets[0].stances[0].target_span", "unknown_reference"),
        (
            of(stances=[stance(parts=[PartRecord("cue", 5, 99, "marked")])]),
            "sets[0].stances[0].parts[0]",
            "wrong_offset",
        ),
        (of(answers=[AnswerRecord("g", 1, span="s1")]), "sets[0].answers[0].span", "unknown_reference"),
        (of(answers=[AnswerRecord("g", 1, span="s", stance="t")]), "sets[0].answers[0]", "contradiction"),
        (
            of(comments=[CommentRecord("a", "x", "", stance="t9")]),
            "sets[0].comments[0].stance",
            "unknown_reference",
        ),
    ],
)
def test_the_first_fault_is_named(record: ArticleRecord, field: str, reason: str) -> None:
    with pytest.raises(RecordError) as caught:
        checked(record)
    assert (caught.value.field, caught.value.reason) == (field, reason)


def test_a_span_may_come_from_a_suggestion_of_another_set() -> None:
    model = SetRecord(AnnotatorRecord("m", "de", "model"), "main", spans=[span("s2", made="predicted")])
    checked(article(reading(spans=[span(origin="s2", made="accepted")]), model))
