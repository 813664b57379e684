"""Records into rows: tuples in the order of the tables' columns, for all tables of one slice of an import."""

from operator import attrgetter, itemgetter
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, Table, select

from store import bulk, search
from store.formats.problems import RecordError
from store.formats.records import AnswerRecord, ArticleRecord, CommentRecord, SetRecord, StanceRecord
from store.tables import core as t
from store.transfer.references import References, known
from store.transfer.validation import Checked
from store.values import Json

Row = tuple[object, ...]

COLUMNS: dict[Table, tuple[str, ...]] = {
    t.article: (
        "id", "key", "title", "text", "sha256", "language", "outlet", "author", "url", "published_at",
        "source_id", "retrieved_at", "rights", "story", "import_id", "batch_id", "attrs",
    ),
    t.zone: ("article_id", "start", "end", "kind", "in_scope", "origin"),
    t.assignment: ("round_id", "article_id", "annotator_id"),
    t.annotation_set: (
        "id", "article_id", "annotator_id", "round_id", "status", "excluded_reason", "flag",
        "shown_model_id", "run_id", "import_id",
    ),
    t.span: (
        "id", "set_id", "start", "end", "label_id", "form", "actor_id", "score", "origin_id", "made",
        "unsure", "attrs",
    ),
    t.rejection: ("set_id", "start", "end", "label_id"),
    t.cue_refusal: ("set_id", "start", "end"),
    t.stance: (
        "id", "uid", "set_id", "level", "holder_kind", "holder_span_id", "holder_actor_id", "topic_id",
        "target_span_id", "target_actor_id", "via_actor_id", "label_id", "explicit", "intensity", "form",
        "attribution", "sarcasm", "confidence", "score", "origin_id", "attrs",
    ),
    t.stance_part: ("stance_id", "role", "position", "start", "end", "made"),
    t.answer: ("set_id", "field_id", "span_id", "stance_id", "value"),
    t.topic_mark: ("set_id", "topic_id", "mark"),
    t.comment: ("set_id", "span_id", "stance_id", "by_id", "kind", "text", "resolved", "at"),
}  # fmt: skip
"""What is written to each table, in an order in which every row's references are there before it."""

_BARE = ("set_id", "start", "end", "label_id")
_LABEL_OF_SPAN, _LABEL_OF_RANGE = attrgetter("label"), itemgetter(2)
_ALL_BARE = {"form": "plain", "made": "imported", "unsure": False}


class Ids:
    """Row ids drawn for a slice; those of a record that is refused in the end are never used."""

    def __init__(self, conn: Connection, records: list[ArticleRecord]) -> None:
        sets = [item for record in records for item in record.sets]
        wanted = {
            t.article: len(records),
            t.annotation_set: len(sets),
            t.span: sum([len(item.spans) for item in sets]),
            t.stance: sum([len(item.stances) for item in sets]),
        }
        drawn = bulk.reserve_each(conn, {table: count for table, count in wanted.items() if count})
        self.articles, self.sets, self.spans, self.stances = (iter(drawn.get(it, ())) for it in wanted)


class Rows:
    """The rows of a slice, by table; `derived` are spans and stances with an origin, `bare` such as nothing
    refers to, without an id.
    """

    def __init__(self) -> None:
        self.of: dict[Table, list[Row]] = {table: [] for table in COLUMNS}
        self.derived: dict[Table, list[Row]] = {t.span: [], t.stance: []}
        self.bare: list[Row] = []
        self.texts: list[search.Row] = []
        self._all: list[list[Any]] = [*self.of.values(), *self.derived.values(), self.bare, self.texts]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write."""
        return not any(self._all)

    def put(self, table: Table, row: Row, *, derived: bool) -> None:
        """Add the row of a span or stance."""
        (self.derived if derived else self.of)[table].append(row)

    def mark(self) -> list[int]:
        """How far the rows are, to come back to with `back_to` when a record is refused halfway."""
        return list(map(len, self._all))

    def back_to(self, mark: list[int]) -> None:
        """Take away all rows that were added since."""
        for rows, length in zip(self._all, mark, strict=True):
            del rows[length:]

    def write(self, conn: Connection) -> None:
        """Insert everything, and put the articles into the full-text index."""
        for table, columns in COLUMNS.items():
            bulk.insert_rows(conn, table, columns, self.of[table])
            bulk.insert_rows(conn, table, columns, self.derived.get(table, []))
            if table is t.span:
                bulk.insert_rows(conn, table, _BARE, self.bare, same=_ALL_BARE)
        search.index(conn, self.texts)


class RowMaker:
    """Adds the rows of an article. Raises RecordError where a record names what the store does not know."""

    def __init__(
        self,
        conn: Connection,
        references: References,
        records: list[ArticleRecord],
        *,
        import_id: int,
        story: int,
    ) -> None:
        self._conn = conn
        self._refs = references
        self._ids = Ids(conn, records)
        self._import_id = import_id
        self._first_story = story
        self._uids = _uids_there(conn, records)

    def article(self, rows: Rows, item: Checked, key: str) -> int:
        """A new article with its zones, assignments and annotation sets; returns its id."""
        record = item.record
        article_id = next(self._ids.articles)
        story = record.story
        if story is not None:
            story = -article_id if story < 0 else self._first_story + story
        rows.of[t.article].append((
            article_id, key, record.title, item.text, item.sha256, record.language, record.outlet,
            record.author, record.url, record.published_at, record.source_id, record.retrieved_at,
            record.rights, story, self._import_id, self._refs.batch(self._conn, record.batch),
            bulk.dumps(record.attrs),
        ))  # fmt: skip
        rows.texts.append((article_id, record.title, item.text))
        if record.zones:
            rows.of[t.zone] += [
                (article_id, it.start, it.end, it.kind, it.in_scope, it.origin) for it in record.zones
            ]
        for i, assigned in enumerate(record.assigned):
            annotator = known(self._refs.annotators, assigned.annotator, f"assigned[{i}].annotator")
            rows.of[t.assignment].append(
                (self._refs.round(self._conn, assigned.round), article_id, annotator)
            )
        self.sets(rows, article_id, record.sets)
        return article_id

    def sets(
        self, rows: Rows, article_id: int, sets: list[SetRecord], spans: dict[str, int] | None = None
    ) -> None:
        """Annotation sets of an article; `spans` are rows that are there already, by their names."""
        line = _Line(rows, dict(spans or {}), {})
        for item in sets:
            line.spans.update(zip([span.id for span in item.spans], self._ids.spans, strict=False))
            if item.stances:
                line.stances.update(zip([it.id for it in item.stances], self._ids.stances, strict=False))
        for i, item in enumerate(sets):
            self._set(line, article_id, item, f"sets[{i}]")

    def _set(self, line: "_Line", article_id: int, item: SetRecord, where: str) -> None:
        refs, set_id = self._refs, next(self._ids.sets)
        reader = refs.annotator(self._conn, item.annotator)
        line.rows.of[t.annotation_set].append((
            set_id, article_id, reader,
            refs.round(self._conn, item.round), item.status, item.excluded_reason, item.flag,
            known(refs.annotators, item.shown_model, f"{where}.shown_model"), refs.run(item.run),
            self._import_id,
        ))  # fmt: skip
        if item.spans:
            self._spans(line, set_id, item, where)
        if item.ranges:
            self._ranges(line, set_id, item)
        if item.stances or item.rejections or item.cue_refusals or item.topic_marks:
            self._judgements(line, set_id, item, where)
        for i, answer in enumerate(item.answers):
            field = known(refs.fields, answer.field, f"{where}.answers[{i}].field")
            row = (set_id, field, *line.about(answer), bulk.dumps(answer.value))
            line.rows.of[t.answer].append(row)
        for i, remark in enumerate(item.comments):
            by = known(refs.annotators, remark.by or None, f"{where}.comments[{i}].by") or reader
            said = (remark.kind, remark.text, remark.resolved, moment_of(remark.at))
            line.rows.of[t.comment].append((set_id, *line.about(remark), by, *said))

    def _judgements(self, line: "_Line", set_id: int, item: SetRecord, where: str) -> None:
        refs = self._refs
        line.rows.of[t.rejection] += [
            (set_id, it.start, it.end, refs.label(self._conn, it.label)) for it in item.rejections
        ]
        line.rows.of[t.cue_refusal] += [(set_id, it.start, it.end) for it in item.cue_refusals]
        for i, stance in enumerate(item.stances):
            self._stance(line, set_id, stance, f"{where}.stances[{i}]")
        for i, mark in enumerate(item.topic_marks):
            topic = known(refs.topics, mark.topic, f"{where}.topic_marks[{i}].topic")
            line.rows.of[t.topic_mark].append((set_id, topic, mark.mark))

    def _spans(self, line: "_Line", set_id: int, item: SetRecord, where: str) -> None:
        """Spans that have neither origin, actor nor attributes (mostly all of them) go the short way."""
        ids, labels = line.spans, self._labels(set(map(_LABEL_OF_SPAN, item.spans)))
        if not any([span.origin or span.actor or span.attrs for span in item.spans]):  # noqa: C419 (faster)
            line.rows.of[t.span] += [
                (ids[s.id], set_id, s.start, s.end, labels.get(s.label), s.form, None, s.score, None, s.made,
                 s.unsure, None)
                for s in item.spans
            ]  # fmt: skip
            return
        for s in item.spans:
            actor = known(self._refs.actors, s.actor, f"{where}.spans.actor")
            origin = known(ids, s.origin, f"{where}.spans.origin")
            line.rows.put(t.span, (
                ids[s.id], set_id, s.start, s.end, labels.get(s.label), s.form, actor, s.score, origin,
                s.made, s.unsure, _json(s.attrs),
            ), derived=origin is not None)  # fmt: skip

    def _ranges(self, line: "_Line", set_id: int, item: SetRecord) -> None:
        labels = self._labels(set(map(_LABEL_OF_RANGE, item.ranges)))
        line.rows.bare += [(set_id, start, end, labels[label]) for start, end, label in item.ranges]

    def _labels(self, codes: set[str | None]) -> dict[Any, int]:
        """The row ids of labels; those that the store does not know are added. No label has none."""
        labels = self._refs.labels
        for code in sorted(filter(None, codes - labels.keys())):
            self._refs.label(self._conn, code)
        return labels

    def _stance(self, line: "_Line", set_id: int, item: StanceRecord, where: str) -> None:
        if item.uid in self._uids:
            raise RecordError(f"{where}.uid", "repeated", item.uid)
        self._uids.add(item.uid)
        refs, spans, stance_id = self._refs, line.spans, line.stances[item.id]
        line.rows.put(t.stance, (
            stance_id, item.uid, set_id, item.level, item.holder_kind, spans.get(item.holder_span or ""),
            known(refs.actors, item.holder_actor, f"{where}.holder_actor"),
            known(refs.topics, item.topic, f"{where}.topic"), spans.get(item.target_span or ""),
            known(refs.actors, item.target_actor, f"{where}.target_actor"),
            known(refs.actors, item.via_actor, f"{where}.via_actor"),
            known(refs.labels, item.label, f"{where}.label"), item.explicit, item.intensity, item.form,
            item.attribution, item.sarcasm, item.confidence, item.score,
            line.stances.get(item.origin or ""), _json(item.attrs),
        ), derived=item.origin is not None)  # fmt: skip
        positions = {"evidence": 0, "cue": 0}
        for part in item.parts:
            row = (stance_id, part.role, positions[part.role], part.start, part.end, part.made)
            line.rows.of[t.stance_part].append(row)
            positions[part.role] += 1


class _Line(Struct, frozen=True):
    """The rows that a line becomes, and the ids that its own names stand for."""

    rows: Rows
    spans: dict[str, int]
    stances: dict[str, int]

    def about(self, remark: AnswerRecord | CommentRecord) -> tuple[int | None, int | None]:
        """Ids of the span and of the stance that something is about."""
        return self.spans.get(remark.span or ""), self.stances.get(remark.stance or "")


def moment_of(day: str) -> str:
    """A day of a file as the store writes times: its midnight, UTC."""
    return f"{day}T00:00:00Z" if len(day) == 10 else day


def _uids_there(conn: Connection, records: list[ArticleRecord]) -> set[str]:
    """Which of the records' stances the store has already."""
    uids = [stance.uid for record in records for item in record.sets for stance in item.stances]
    return set(conn.scalars(select(t.stance.c.uid).where(t.stance.c.uid.in_(uids)))) if uids else set()


def _json(value: Json | None) -> str | None:
    return None if value is None else bulk.dumps(value)
