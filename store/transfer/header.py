"""The store's project, scheme and people as the first line of an export, and the names that articles use
for them.
"""

from collections.abc import Iterable
from typing import Any, Literal

from msgspec import Struct
from msgspec.json import encode
from sqlalchemy import Connection, Row, Select, Table, exists, or_, select

from store.formats.records import VERSION, AnnotatorRecord
from store.formats.scheme_records import (
    ActorRecord,
    BatchRecord,
    FieldRecord,
    LabelRecord,
    LabelSetRecord,
    ProjectRecord,
    RoundRecord,
    RunRecord,
    SchemeVersionRecord,
    TopicRecord,
)
from store.tables import core as t
from store.vocabulary import CommentKind, Lifecycle, SetStatus, SpanForm, SpanMade, StanceLevel, choices

WORDS: dict[str, Any] = {
    word: word
    for literal in (CommentKind, Lifecycle, SetStatus, SpanForm, SpanMade, StanceLevel)
    for word in choices(literal)
}
"""The very strings that are defaults of records: msgspec leaves out a default only if it is that object."""


class HeaderOutdatedError(Exception):
    """A row refers to something that was added after the header was read; read it again and begin anew."""


class Names(dict[int | None, Any]):
    """Row ids -> the names that records use; None stays None. For later rows HeaderOutdatedError."""

    def __init__(self, pairs: Iterable[tuple[int, Any]]) -> None:
        super().__init__(pairs)
        self[None] = None

    def __missing__(self, row_id: int | None) -> Any:
        raise HeaderOutdatedError(row_id)


class Header(Struct, frozen=True):
    """One moment of everything but the articles. `runs` counts from 1; `annotators` are records."""

    project: ProjectRecord
    labels: Names
    rounds: Names
    fields: Names
    actors: Names
    topics: Names
    batches: Names
    runs: Names
    uids: Names
    annotators: Names


def read_header(conn: Connection, *, text: Literal["full", "none"] = "full") -> Header:
    """The project line, and how its rows are called. Times are cut to the day.

    Annotators who annotated, said or drew nothing stay out: whoever only opened the project is nobody's
    business.
    """
    project = conn.execute(select(t.project)).one()
    everyone = conn.execute(select(t.annotator).order_by(t.annotator.c.id)).all()
    annotators = {row.id: AnnotatorRecord(row.uid, row.name, row.kind, row.version) for row in everyone}
    uids = Names((row.id, row.uid) for row in everyone)
    schemes = _rows(conn, t.scheme_version, "number")
    rounds = _rows(conn, t.round_, "name")
    fields = _rows(conn, t.field, "key")
    actors = _rows(conn, t.actor, "uid")
    topics = _rows(conn, t.topic, "key")
    batches = _rows(conn, t.batch, "name")
    runs, run_numbers = _runs(conn, uids)
    labels = _rows(conn, t.label, "position")
    actor_uids = Names((row.id, row.uid) for row in actors)
    topic_keys = Names((row.id, row.key) for row in topics)
    numbers = {row.id: row.number for row in schemes}
    record = ProjectRecord(
        VERSION,
        uid=project.uid,
        name=project.name,
        created_at=day(project.created_at),
        text=text,
        settings=project.settings,
        label_sets=[
            LabelSetRecord(
                row.key,
                row.kind,
                row.name,
                [_label(label) for label in labels if label.label_set_id == row.id],
            )
            for row in _rows(conn, t.label_set, "id")
        ],
        scheme_versions=[
            SchemeVersionRecord(
                row.number, day(row.at), row.frozen_at and day(row.frozen_at), row.guideline, row.content
            )
            for row in schemes
        ],
        rounds=[RoundRecord(row.name, row.purpose, numbers[row.scheme_version_id]) for row in rounds],
        fields=[
            FieldRecord(row.key, row.on, row.kind, row.name, row.options, row.required, WORDS[row.status])
            for row in fields
        ],
        actors=[_actor(row, actor_uids) for row in actors],
        topics=[_topic(row, topic_keys, actor_uids) for row in topics],
        annotators=[annotators[row_id] for row_id in conn.scalars(_involved())],
        batches=[BatchRecord(row.name, uids[row.drawn_by], row.filter, row.seed) for row in batches],
        runs=runs,
    )
    return Header(
        project=record,
        labels=Names((row.id, row.code) for row in labels),
        rounds=Names((row.id, row.name) for row in rounds),
        fields=Names((row.id, row.key) for row in fields),
        actors=actor_uids,
        topics=topic_keys,
        batches=Names((row.id, row.name) for row in batches),
        runs=run_numbers,
        uids=uids,
        annotators=Names(annotators.items()),
    )


def day(moment: str) -> str:
    """A time of the store, cut to the day: when somebody worked is nobody's business."""
    return moment[:10]


def _rows(conn: Connection, table: Table, order: str) -> list[Row[Any]]:
    return list(conn.execute(select(table).order_by(table.c[order], table.c.id)))


def _involved() -> Select[tuple[int]]:
    c = t.annotator.c
    uses = (
        t.annotation_set.c.annotator_id, t.annotation_set.c.shown_model_id, t.run.c.annotator_id,
        t.comment.c.by_id, t.assignment.c.annotator_id, t.batch.c.drawn_by,
    )  # fmt: skip
    return select(c.id).where(or_(*(exists().where(column == c.id) for column in uses))).order_by(c.id)


def _runs(conn: Connection, uids: Names) -> tuple[list[RunRecord], Names]:
    """The runs, and each row's place among them, from 1.

    What reads the same is one: a model that reads each article as it is opened makes a run for each.
    """
    records: list[RunRecord] = []
    places: dict[bytes, int] = {}
    numbers: list[tuple[int, int]] = []
    for row in _rows(conn, t.run, "id"):
        record = RunRecord(uids[row.annotator_id], day(row.at), row.settings)
        place = places.setdefault(encode(record), len(records) + 1)
        if place > len(records):
            records.append(record)
        numbers.append((row.id, place))
    return records, Names(numbers)


def _label(row: Row[Any]) -> LabelRecord:
    return LabelRecord(
        code=row.code,
        name=row.name,
        color_light=row.color_light,
        color_dark=row.color_dark,
        description=row.description,
        key=row.key,
        glyph=row.glyph,
        value=row.value,
        status=WORDS[row.status],
    )


def _actor(row: Row[Any], uids: Names) -> ActorRecord:
    return ActorRecord(
        uid=row.uid,
        name=row.name,
        type=row.type,
        parent=uids[row.parent_id],
        aliases=row.aliases,
        external_ids=row.external_ids,
        merged_into=uids[row.merged_into_id],
    )


def _topic(row: Row[Any], keys: Names, actors: Names) -> TopicRecord:
    return TopicRecord(
        uid=row.uid,
        key=row.key,
        kind=row.kind,
        wording=row.wording,
        definition=row.definition,
        parent=keys[row.parent_id],
        actor=actors[row.actor_id],
        status=WORDS[row.status],
        digit=row.digit,
        merged_into=keys[row.merged_into_id],
    )
