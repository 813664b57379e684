"""What names something unknown is left out and told; the rest of the article comes in."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import select

from store.checking import check
from store.database import Store
from store.formats.records import (
    VERSION,
    AnnotatorRecord,
    AnswerRecord,
    ArticleRecord,
    AssignmentRecord,
    CommentRecord,
    SetRecord,
    SpanRecord,
    StanceRecord,
    TopicMarkRecord,
)
from store.tables import core as t
from store.transfer import ImportReport, import_files

ADA, MODEL = AnnotatorRecord("ada", "Ada", "person"), AnnotatorRecord("m", "de", "model", "1")
Taken = Callable[..., ImportReport]


@pytest.fixture
def store(new_store: Callable[..., Store]) -> Store:
    return new_store()


@pytest.fixture
def taken(store: Store, tmp_path: Path) -> Taken:
    """Imports an article with some readings, and a sound one behind it."""

    def taken(*sets: SetRecord, **fields: Any) -> ImportReport:
        sound = SetRecord(
            ADA, spans=[SpanRecord("s1", 0, 3, "LOC")], stances=[stance("t1", target_span="s1")]
        )
        records = [
            ArticleRecord(VERSION, key="a1", text="Rom und Köln", sets=list(sets), **fields),
            ArticleRecord(VERSION, key="a2", text="Bern", sets=[sound]),
        ]
        (tmp_path / "in.jsonl").write_bytes(b"".join(msgspec.json.encode(it) + b"\n" for it in records))
        report = import_files(store, [tmp_path / "in.jsonl"])
        assert report.added == 2
        assert list(check(store)) == []
        return report

    return taken


def stance(name: str, **fields: Any) -> StanceRecord:
    return StanceRecord(name, f"uid {name} {fields}", **{"label": "FAVOR", "holder_kind": "author", **fields})


def reading(*stances: StanceRecord, **fields: Any) -> SetRecord:
    spans = [SpanRecord("s1", 0, 3, "LOC"), SpanRecord("s2", 8, 12, "LOC", actor="nobody")]
    return SetRecord(ADA, spans=spans, stances=list(stances), **fields)


def told(report: ImportReport) -> list[tuple[str, str, str]]:
    return [(it.field, it.reason, it.detail) for it in report.skipped]


def kept(store: Store, column: Any) -> list[Any]:
    with store.read() as conn:
        return list(conn.scalars(select(column)))


def test_a_span_loses_its_unknown_actor_only(taken: Taken, store: Store) -> None:
    assert told(taken(reading())) == [("sets[0].spans[1].actor", "unknown_reference", "nobody")]
    assert len(kept(store, t.span.c.id)) == 3


def test_an_unknown_topic_is_proposed_once(taken: Taken, store: Store) -> None:
    marks = [TopicMarkRecord("nato", "none")]
    report = taken(
        reading(stance("t1", topic="eu"), stance("t2", topic="eu", level="article"), topic_marks=marks)
    )
    assert [row for row in told(report) if row[1] == "topic_proposed"] == [
        ("topic", "topic_proposed", "eu"),
        ("topic", "topic_proposed", "nato"),
    ]
    with store.read() as conn:
        found = conn.execute(select(t.topic.c.key, t.topic.c.status, t.topic.c.wording)).all()
    assert [tuple(row) for row in found] == [
        ("eu", "proposed", {"de": "eu"}),
        ("nato", "proposed", {"de": "nato"}),
    ]


@pytest.mark.parametrize(
    ("fields", "field", "detail"),
    [
        ({"label": "PERHAPS", "target_span": "s1"}, "label", "PERHAPS"),
        ({"holder_kind": "actor", "holder_actor": "x", "target_span": "s1"}, "holder_actor", "x"),
        ({"target_actor": "y"}, "target_actor", "y"),
    ],
)
def test_a_stance_that_names_somebody_unknown_goes_with_what_was_said_of_it(
    taken: Taken, store: Store, fields: dict[str, Any], field: str, detail: str
) -> None:
    says = CommentRecord("ada", "Why?", "2026-11-24", stance="t1")
    report = taken(reading(stance("t1", **fields), stance("t2", topic="eu", origin="t1"), comments=[says]))
    assert told(report)[-2:] == [
        (f"sets[0].stances[0].{field}", "unknown_reference", detail),
        ("sets[0].comments[0].stance", "unknown_reference", "t1"),
    ]
    assert len(kept(store, t.stance.c.id)) == 2
    assert kept(store, t.comment.c.id) == []


def test_a_stance_loses_only_the_actor_who_is_its_authority(taken: Taken, store: Store) -> None:
    report = taken(reading(stance("t1", target_span="s1", via_actor="x")))
    assert told(report)[-1] == ("sets[0].stances[0].via_actor", "unknown_reference", "x")
    assert len(kept(store, t.stance.c.id)) == 2


def test_people_fields_and_models_that_nobody_knows_are_left_out(taken: Taken, store: Store) -> None:
    report = taken(
        reading(
            answers=[AnswerRecord("genre", 1)],
            comments=[CommentRecord("who", "?", "2026-11-24"), CommentRecord("ada", "!", "2026-11-24")],
            shown_model="none",
        ),
        assigned=[AssignmentRecord("main", "who")],
    )
    assert told(report) == [
        ("assigned[0].annotator", "unknown_reference", "who"),
        ("sets[0].spans[1].actor", "unknown_reference", "nobody"),
        ("sets[0].answers[0].field", "unknown_reference", "genre"),
        ("sets[0].comments[0].by", "unknown_reference", "who"),
        ("sets[0].shown_model", "unknown_reference", "none"),
    ]
    assert kept(store, t.comment.c.text) == ["!"]


def test_a_set_may_name_the_model_of_a_set_behind_it(taken: Taken) -> None:
    plain = SetRecord(
        ADA, spans=[SpanRecord("s1", 0, 3, "LOC", origin="s9", made="accepted")], shown_model="m"
    )
    assert told(taken(plain, SetRecord(MODEL, spans=[SpanRecord("s9", 0, 3, "LOC")]))) == []


def test_a_statement_that_is_there_twice_is_found_among_the_rest_too(store: Store, tmp_path: Path) -> None:
    twice = [
        ArticleRecord(
            VERSION, key=f"a{i}", text=text, sets=[SetRecord(ADA, stances=[stance("t1", topic="eu")])]
        )
        for i, text in enumerate(["Rom", "Köln"])
    ]
    (tmp_path / "in.jsonl").write_bytes(b"".join(msgspec.json.encode(it) + b"\n" for it in twice))
    report = import_files(store, [tmp_path / "in.jsonl"])
    assert report.added == 1
    assert [row[:2] for row in told(report)] == [
        ("topic", "topic_proposed"),
        ("sets[0].stances[0].uid", "repeated"),
    ]
