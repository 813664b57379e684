"""The project line: taken over by an empty store, added to one at work."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import select

from store.database import Store
from store.formats.scheme_records import (
    ActorRecord,
    LabelRecord,
    LabelSetRecord,
    ProjectRecord,
    RoundRecord,
    RunRecord,
    TopicRecord,
)
from store.operations import topics
from store.tables import core as t
from store.transfer import import_files

UID = "0197a000-0000-7000-8000-0000000000%02x"


@pytest.fixture
def project(tmp_path: Path) -> Callable[..., Path]:
    """Makes a file of a project line."""

    def make(**fields: Any) -> Path:
        record = ProjectRecord(1, UID % 1, "Theirs", "2026-11-01", **fields)
        (tmp_path / "project.jsonl").write_bytes(msgspec.json.encode(record) + b"\n")
        return tmp_path / "project.jsonl"

    return make


def label(code: str, **fields: Any) -> LabelRecord:
    return LabelRecord(code, {"en": code}, "#112233", "#445566", **fields)


def rows(store: Store, *columns: Any) -> list[tuple[Any, ...]]:
    with store.read() as conn:
        return [tuple(row) for row in conn.execute(select(*columns).order_by(columns[0]))]


def test_an_empty_store_takes_the_project_over(new_store: Callable[..., Store], golden: Path) -> None:
    store = new_store()
    import_files(store, [golden])
    assert rows(store, t.project.c.name, t.project.c.uid) == [("Golden", UID % 1)]
    assert rows(store, t.round_.c.name, t.round_.c.purpose) == [("main", "main"), ("pilot", "pilot")]
    assert [number for (number,) in rows(store, t.scheme_version.c.number)] == [1, 2]


def test_a_project_at_work_stays_itself(desk: Any, project: Callable[..., Path]) -> None:
    desk.article()
    topics.add(desk.store, desk.work, key="eu", kind="issue", wording={"de": "unser Wortlaut"}, digit=1)
    path = project(
        label_sets=[
            LabelSetRecord("german", "entity", {"en": "x"}, [label("PER", glyph="P"), label("DATE")])
        ],
        topics=[
            TopicRecord(UID % 2, "eu", "issue", {"de": "ihr Wortlaut"}),
            TopicRecord(UID % 3, "nato", "issue", {"de": "NATO"}, digit=1, parent="eu"),
        ],
    )
    import_files(desk.store, [path])
    assert rows(desk.store, t.project.c.name) == [("Test",)]
    codes = dict(rows(desk.store, t.label.c.code, t.label.c.glyph))
    assert codes["PER"] != "P"
    assert "DATE" in codes
    parent = t.topic.alias("parent")
    with desk.store.read() as conn:
        found = conn.execute(
            select(t.topic.c.key, t.topic.c.wording, t.topic.c.digit, parent.c.key)
            .outerjoin(parent, parent.c.id == t.topic.c.parent_id)
            .order_by(t.topic.c.key)
        ).all()
    assert [tuple(row) for row in found] == [
        ("eu", {"de": "unser Wortlaut"}, 1, None),
        ("nato", {"de": "NATO"}, None, "eu"),
    ]


def test_the_same_project_twice_adds_nothing(
    new_store: Callable[..., Store], golden: Path, logical: Any
) -> None:
    store = new_store()
    import_files(store, [golden])
    before = logical(store)
    report = import_files(store, [golden])
    assert (report.added, report.sets_added, report.duplicates) == (0, 0, 3)
    after = logical(store)
    assert {noun for noun in before if before[noun] != after[noun]} == {"run"}


def test_lines_without_their_project_are_taken_as_far_as_they_can_be(
    new_store: Callable[..., Store], golden: Path, tmp_path: Path
) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_bytes(b"\n".join(golden.read_bytes().splitlines()[1:]) + b"\n")
    store = new_store()
    report = import_files(store, [path])
    assert report.added == 3
    assert [(it.line, it.field, it.reason, it.detail) for it in report.skipped] == [
        (1, "topic", "topic_proposed", "eu"),
        (1, "topic", "topic_proposed", "eu-beitritt"),
        (1, "sets[0].spans[1].actor", "unknown_reference", "0197a000-0000-7000-8000-0000000000a1"),
        (1, "sets[0].stances[0].via_actor", "unknown_reference", "0197a000-0000-7000-8000-0000000000a2"),
        (1, "sets[0].answers[0].field", "unknown_reference", "genre"),
        (1, "sets[0].answers[1].field", "unknown_reference", "irony"),
    ]


@pytest.mark.parametrize(
    ("fields", "field", "reason"),
    [
        ({"rounds": [RoundRecord("main", "main", 7)]}, "rounds", "unknown_reference"),
        ({"runs": [RunRecord(UID % 9, "2026-11-01")]}, "runs", "unknown_reference"),
        ({"label_sets": [LabelSetRecord("x", "entity", {}, [label("A"), label("A")])]}, "labels", "repeated"),
        ({"topics": [TopicRecord(UID % 2, key, "issue", {}) for key in "ab"]}, "topics", "repeated"),
    ],
)
def test_a_project_line_that_contradicts_itself_is_named_and_changes_nothing(
    new_store: Callable[..., Store],
    project: Callable[..., Path],
    logical: Any,
    fields: Any,
    field: str,
    reason: str,
) -> None:
    store = new_store()
    before = logical(store)
    report = import_files(store, [project(**fields)])
    assert [(item.line, item.field, item.reason) for item in report.skipped] == [(1, field, reason)]
    assert logical(store) == before


def test_actors_that_belong_to_each_other_in_a_circle_come_in_without_closing_it(
    new_store: Callable[..., Store], project: Callable[..., Path]
) -> None:
    store = new_store()
    names = ("A", "B", "C")
    circle = [ActorRecord(name, name, parent=names[(at + 1) % 3]) for at, name in enumerate(names)]
    import_files(store, [project(actors=circle, rounds=[], scheme_versions=[])])
    ids = dict(rows(store, t.actor.c.name, t.actor.c.id))
    assert dict(rows(store, t.actor.c.name, t.actor.c.parent_id)) == {"A": ids["B"], "B": ids["C"], "C": None}
