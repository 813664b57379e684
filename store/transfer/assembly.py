"""A page of rows as article records: row ids become names that hold within a line."""

from collections.abc import Iterator
from operator import itemgetter, lt
from typing import Any, Literal

import msgspec
from msgspec import Struct, convert

from store.formats.records import (
    VERSION,
    AnswerRecord,
    ArticleRecord,
    AssignmentRecord,
    CommentRecord,
    CueRefusalRecord,
    PartRecord,
    RejectionRecord,
    SetRecord,
    SpanRecord,
    StanceRecord,
    TopicMarkRecord,
    ZoneRecord,
)
from store.queries.suggestions import MEMORY
from store.transfer.header import WORDS, Header, day
from store.transfer.line_names import Line, Rows
from store.values import Json, ProjectSettings

_START = itemgetter(0)
_SPANS = msgspec.json.Decoder(list[tuple[int, int, int | None, Any, int]])
_PLAIN = ["plain", None, None, None, False, None]
_BOOLEAN = {None: None, 0: False, 1: True}
_QUOTES = ("quote", "text", "prefix", "suffix")


class Choice(Struct, frozen=True):
    """Which sets are read, and whether with the texts.

    `annotators` (row ids): only theirs. `only_done`: only finished ones. With either, the sets of the
    models that were shown to these come along, and their memory's; articles without any such set stay out.
    """

    text: Literal["full", "none"] = "full"
    annotators: frozenset[int] | None = None
    only_done: bool = False


class Page(Struct):
    """Rows of some articles in the queue's order, and the rows that hang on them by the id of what they
    hang on; the spans of each set as one JSON text (see `stream`), read when their article's turn comes.
    """

    articles: Rows
    zones: dict[int, Rows]
    assigned: dict[int, Rows]
    sets: dict[int, Rows]
    spans: dict[int, str]
    rejections: dict[int, Rows]
    cue_refusals: dict[int, Rows]
    stances: dict[int, Rows]
    parts: dict[int, Rows]
    answers: dict[int, Rows]
    marks: dict[int, Rows]
    comments: dict[int, Rows]


class Assembly:
    """Makes the records of a page."""

    def __init__(self, page: Page, header: Header, choice: Choice) -> None:
        self._page = page
        self._header = header
        self._choice = choice
        settings = convert(header.project.settings, ProjectSettings)
        self._labels_off = {row for row, code in header.labels.items() if code in settings.labels_off}
        self._forms_off, self._hidden = settings.forms_off, settings.hidden
        self._least_score = settings.least_score
        few = (page.rejections, page.cue_refusals, page.stances, page.answers, page.marks, page.comments)
        self._rich = {set_id for rows in few for set_id in rows}
        """Sets that hold more than spans: mostly none."""

    def records(self) -> Iterator[ArticleRecord]:
        """The chosen articles."""
        choice = self._choice
        is_partial = choice.annotators is not None or choice.only_done
        for row in self._page.articles:
            sets = self._page.sets.get(row[0], [])
            if is_partial:
                sets = self._chosen(sets)
            if sets or not is_partial:
                yield self._article(row, sets)

    def _chosen(self, sets: Rows) -> Rows:
        choice, annotators = self._choice, self._header.annotators
        own = [
            row
            for row in sets
            if (
                row[2] in choice.annotators
                if choice.annotators is not None
                else annotators[row[2]].kind != "model"
            )
            and (not choice.only_done or row[4] == "done")
        ]
        wanted = {row[2] for row in own} | {row[7] for row in own}
        ids = {row[1] for row in own}
        persons = {self._header.uids[row[2]] for row in own}
        return [
            row
            for row in sets
            if row[1] in ids
            or (row[2] in wanted and annotators[row[2]].kind == "model")
            or (annotators[row[2]].name == MEMORY and annotators[row[2]].version in persons)
        ]

    def _article(self, row: tuple[Any, ...], sets: Rows) -> ArticleRecord:
        (article_id, key, sha256, title, text, language, outlet, author, url, published_at, source_id,
         retrieved_at, rights, story, batch_id, attrs) = row  # fmt: skip
        header, page = self._header, self._page
        attrs: Json = _json(attrs) or {}
        length = len(text)
        if self._choice.text == "none":
            title, text, attrs = (
                "",
                None,
                {name: attrs[name] for name in ("recipe", "zones") if name in attrs},
            )
        assigned = sorted(
            (header.rounds[round_id], header.uids[annotator_id])
            for _, round_id, annotator_id in page.assigned.get(article_id, ())
        )
        return ArticleRecord(
            VERSION, key, sha256, length, title, text, language, outlet, author, url, published_at, source_id,
            retrieved_at, rights, story and max(story, -1), header.batches[batch_id], attrs,
            [ZoneRecord(start, end, kind, scope == 1, origin)
             for _, start, end, kind, scope, origin in page.zones.get(article_id, ())],
            [AssignmentRecord(*pair) for pair in assigned],
            self._sets(sets),
        )  # fmt: skip

    def _sets(self, rows: Rows) -> list[SetRecord]:
        stances = [stance for row in rows for stance in self._page.stances.get(row[1], ())]
        line = Line({row[1]: self._rows_of(row[1]) for row in rows}, stances)
        return [self._set(row, rows, line) for row in rows]

    def _rows_of(self, set_id: int) -> Rows:
        """The spans of a set as (start, end, label_id, made or `_everything`, id) in text order; those of one
        range by label and form, as another store gives other label ids.
        """
        found = self._page.spans.get(set_id)
        if found is None:
            return []
        spans: Rows = _SPANS.decode(found)
        starts = list(map(_START, spans))
        if not all(map(lt, starts, starts[1:])):
            labels = self._header.labels
            spans.sort(key=lambda row: (row[0], row[1], labels[row[2]] or "", _more(row)[0]))
        return spans

    def _set(self, row: tuple[Any, ...], all_rows: Rows, line: Line) -> SetRecord:
        _, set_id, annotator_id, round_id, status, excluded_reason, flag, shown_model_id, run_id = row
        header, page = self._header, self._page
        facts = (
            header.annotators[annotator_id],
            header.rounds[round_id],
            WORDS[status],
            excluded_reason,
            flag,
            header.uids[shown_model_id],
            header.runs[run_id],
            self._spans(set_id, line),
        )
        if shown_model_id is None and set_id not in self._rich:
            return SetRecord(*facts)
        rejections = page.rejections.get(set_id, ())
        return SetRecord(
            *facts,
            [RejectionRecord(start, end, header.labels[label_id]) for _, start, end, label_id in rejections],
            self._undecided(row, all_rows, line) if shown_model_id is not None else [],
            [self._stance(item, line) for item in page.stances.get(set_id, ())],
            [
                AnswerRecord(
                    header.fields[field_id],
                    _json(value),
                    line.spans.get(span_id),
                    line.stances.get(stance_id),
                )
                for _, field_id, value, span_id, stance_id in page.answers.get(set_id, ())
            ],
            [
                CommentRecord(
                    header.uids[by],
                    text,
                    day(at),
                    WORDS[kind],
                    line.spans.get(span),
                    line.stances.get(stance),
                    resolved == 1,
                )
                for _, by, text, at, kind, span, stance, resolved in page.comments.get(set_id, ())
            ],
            [
                TopicMarkRecord(header.topics[topic_id], mark)
                for _, topic_id, mark in page.marks.get(set_id, ())
            ],
            cue_refusals=[
                CueRefusalRecord(start, end) for _, start, end in page.cue_refusals.get(set_id, ())
            ],
        )

    def _spans(self, set_id: int, line: Line) -> list[SpanRecord]:
        labels, words = self._header.labels, WORDS
        return [
            SpanRecord(name, row[0], row[1], labels[row[2]], "plain", None, None, None, words[row[3]])
            if row[3] in words
            else self._full_span(name, row, line)
            for row, name in zip(line.rows[set_id], line.names, strict=False)
        ]

    def _full_span(self, name: str, row: tuple[Any, ...], line: Line) -> SpanRecord:
        start, end, label_id, more, _ = row
        made, form, actor_id, score, origin_id, unsure, attrs = _everything(more)
        return SpanRecord(
            name, start, end, self._header.labels[label_id], WORDS[form], self._header.actors[actor_id],
            score, line.spans.get(origin_id), WORDS[made], bool(unsure),
            None if attrs is None else self._attrs(attrs),
        )  # fmt: skip

    def _undecided(self, row: tuple[Any, ...], all_rows: Rows, line: Line) -> list[str]:
        """What the shown model suggests and this open set has not settled (see `queries.suggestions`)."""
        _, set_id, _, _, status, _, _, shown_model_id, _ = row
        if status in ("done", "excluded"):
            return []
        own = line.rows[set_id]
        contents = {item[4]: item[:3] for rows in line.rows.values() for item in rows}
        settled = {item[:3] for item in own}
        origins = [_more(item)[3] for item in own]
        settled |= {contents[origin] for origin in origins if origin in contents}
        settled |= {tuple(item[1:]) for item in self._page.rejections.get(set_id, ())}
        hidden = self._hidden.get(self._header.annotators[shown_model_id].name, ())
        offered = [item for other in all_rows if other[2] == shown_model_id for item in line.rows[other[1]]]
        return [
            line.spans[item[4]]
            for item in offered
            if item[2] is not None
            and item[2] not in self._labels_off
            and self._header.labels[item[2]] not in hidden
            and ((score := _more(item)[2]) is None or score >= self._least_score)
            and _more(item)[0] not in self._forms_off
            and item[:3] not in settled
        ]

    def _stance(self, row: tuple[Any, ...], line: Line) -> StanceRecord:
        (_, stance_id, uid, label_id, holder_kind, level, holder_span, holder_actor, topic, target_span,
         target_actor, via_actor, explicit, intensity, form, attribution, sarcasm, confidence, score, origin,
         attrs) = row  # fmt: skip
        actors = self._header.actors
        spans, stances = line.spans, line.stances
        parts = self._page.parts.get(stance_id, ())
        return StanceRecord(
            stances[stance_id], uid, self._header.labels[label_id], holder_kind, WORDS[level],
            spans.get(holder_span), actors[holder_actor], self._header.topics[topic], spans.get(target_span),
            actors[target_actor], actors[via_actor], _BOOLEAN[explicit], intensity, form, attribution,
            _BOOLEAN[sarcasm], confidence, score, stances.get(origin),
            None if attrs is None else self._attrs(attrs),
            [PartRecord(role, start, end, made) for _, role, start, end, made in parts],
        )  # fmt: skip

    def _attrs(self, value: Any) -> Json:
        attrs: Json = _json(value)
        if self._choice.text == "none":
            return {name: item for name, item in attrs.items() if name not in _QUOTES}
        return attrs


def _more(span: tuple[Any, ...]) -> list[Any]:
    """What few spans have: form, actor, score, origin, unsure, attributes."""
    return _PLAIN if span[3] in WORDS else _everything(span[3])[1:]


def _everything(found: str) -> list[Any]:
    """How a span was made, and the same."""
    made, form, actor, score, *others = _json(found)
    return [made, form, actor, score and float(score), *others]


def _json(value: Any) -> Any:
    """A JSON column as the driver gives it: SQLite text, PostgreSQL values."""
    if value == "{}":
        return {}
    return msgspec.json.decode(value) if isinstance(value, str) else value
