"""doccano's JSON Lines: `label` with `[start, end, name]`, or `entities` and `relations` with ids.

Offsets are code points; metadata stands beside the text (github.com/doccano/doccano,
`backend/data_export/models.py`). Older exports say `labels` or `annotations`.
"""

from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from store.formats.annotations.foreign import (
    STANCES,
    Json,
    article_in,
    inside,
    items,
    metadata,
    stance_between,
    stances_out,
    voice,
    voice_in,
)
from store.formats.annotations.sheaf import Piece, write_readings
from store.formats.json_lines import SUFFIXES, converted, decoded_lines
from store.formats.problems import Loss, RecordError, Skipped
from store.formats.protocol import Feature, Item, ReadOptions, WriteOptions, Written
from store.formats.readings import label_and_form, lost, name_of, spans_named, unheld
from store.formats.records import ArticleRecord, LabelledRange, SetRecord, SpanRecord, StanceRecord
from store.formats.scheme_records import ProjectRecord
from store.formats.sources import Source

RANGES = ("label", "labels", "annotations")


class Doccano:
    """`.jsonl` to be imported into a project for sequence labelling, with or without relations."""

    suffixes = SUFFIXES
    needs_text = True

    def __init__(self, *, relations: bool = False) -> None:
        self.name = "doccano-relations" if relations else "doccano"
        self._relations = relations
        losses: tuple[Feature, ...] = (
            "zones", "provenance", "rejections", "answers", "comments", "scheme", "actors", "unknown",
            "stances",
        )  # fmt: skip
        self.cannot_hold: tuple[Feature, ...] = losses if relations else (*losses, "mentions")

    def sniff(self, head: str, suffix: str) -> float:
        """By the names of its lists; only in lines of JSON."""
        start = head.lstrip().replace(" ", "")
        if not start.startswith("{") or '"text":' not in start or '"lesart":' in start[:200]:
            return 0.0
        if '"start_offset":' in start or '"entities":[' in start:
            return 0.95
        return 0.9 if any(f'"{name}":[' in start for name in RANGES) and '"spans":' not in start else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """An article a line. Relations called FAVOR, AGAINST or NEUTRAL are stances."""
        decoder = msgspec.json.Decoder(dict[str, Any])
        for number, row in decoded_lines(source, decoder.decode):
            if isinstance(row, Skipped):
                yield number, row
                continue
            try:
                yield from items(source.name, number, _article(row, options))
            except RecordError as problem:
                yield number, problem.at(source.name, number)

    def write(
        self, draft: Path, project: ProjectRecord, articles: Iterable[ArticleRecord], options: WriteOptions
    ) -> Written:
        """A line a reading; ids count through the whole export, as doccano's do."""
        encoder, ids = msgspec.json.Encoder(), _Ids()

        def unit(article: ArticleRecord, sets: list[SetRecord]) -> Piece:
            line, losses = self._line(article, sets[0], ids)
            return Piece(encoder.encode(line) + b"\n", losses)

        return write_readings(draft, articles, options, unit)

    def _line(self, article: ArticleRecord, item: SetRecord, ids: "_Ids") -> tuple[Json, list[Loss]]:
        held = [span for span in item.spans if _name(span, mentions=self._relations)]
        known = {span.id for span in held}
        losses = [
            lost(article, span, "mention" if span.label is None and not self._relations else "name")
            for span in item.spans
            if span.id not in known
        ]
        line: Json = {"id": next(ids.lines)}
        said: Json = {"text": article.text, **metadata(article), **voice(item), "Comments": []}
        if not self._relations:
            line["label"] = [[it.start, it.end, name_of(it.label, it.form)] for it in held]
            losses += unheld(article, item, self.cannot_hold)
        else:
            stances, unsaid = stances_out(article, item, known)
            rows = {span.id: next(ids.entities) for span in held}
            line["entities"] = [_entity(span, rows[span.id]) for span in held]
            line["relations"] = [
                {
                    "id": next(ids.relations),
                    "from_id": rows[it.holder_span or ""],
                    "to_id": rows[it.target_span or ""],
                    "type": it.label,
                }
                for it in stances
            ]
            losses += [*unsaid, *unheld(article, replace(item, stances=[]), self.cannot_hold)]
        return {**line, **said}, losses  # what tells the format first, as texts may be long


class _Ids:
    """Ids of an export."""

    def __init__(self) -> None:
        self.lines, self.entities, self.relations = count(1), count(1), count(1)


def _name(span: SpanRecord, *, mentions: bool) -> str | None:
    return None if span.label is None and not mentions else name_of(span.label, span.form)


def _entity(span: SpanRecord, row: int) -> Json:
    name = name_of(span.label, span.form)
    return {"id": row, "label": name, "start_offset": span.start, "end_offset": span.end}


class _Entity(Struct, frozen=True):
    id: int
    label: str
    start_offset: int
    end_offset: int


class _Relation(Struct, frozen=True):
    from_id: int
    to_id: int
    type: str


def _article(row: Json, options: ReadOptions) -> tuple[ArticleRecord, str | None]:
    values = {name: value for name, value in row.items() if value != []}
    text = values.pop("text", None)
    words = text if isinstance(text, str) else ""
    values.pop("id", None) if "key" in values else None
    who = voice_in(values, options)
    spans, entities = _spans(values, words)
    by_id = {entity.id: entity for entity in entities}
    stances = _stances(values, {row: _content(it) for row, it in by_id.items()}, spans, words, who.name)
    item = who.reading(spans, stances)
    is_said = any(name in row for name in (*RANGES, "entities"))
    return article_in(text, values, options, [item] if is_said else [])


def _spans(values: Json, text: str) -> tuple[list[SpanRecord], list[_Entity]]:
    """The spans, and the entities that relations name; both are taken out of `values`."""
    ranges: list[tuple[int, int, str]] = []
    for name in (*RANGES, "entities"):
        found = values.get(name)
        if not isinstance(found, list) or (found and not isinstance(found[0], (list, dict))):
            continue
        del values[name]
        if name == "entities" and found and isinstance(found[0], dict):
            entities = converted(found, list[_Entity], name)
            if len({entity.id for entity in entities}) != len(entities):
                raise RecordError(name, "repeated", "id")
            ranges = [(it.start_offset, it.end_offset, it.label) for it in entities]
        else:
            entities = list[_Entity]()
            ranges = converted(found, list[LabelledRange], name)
        for i, (start, end, _) in enumerate(ranges):
            inside(start, end, text, f"{name}[{i}]")
        return spans_named(ranges), entities
    return [], []


def _content(entity: _Entity) -> tuple[Any, ...]:
    return entity.start_offset, entity.end_offset, *label_and_form(entity.label)


def _stances(
    values: Json, contents: dict[int, tuple[Any, ...]], spans: list[SpanRecord], text: str, who: str
) -> list[StanceRecord]:
    """Relations that are stances; the others stay in `values`."""
    relations = converted(values.pop("relations", None) or [], list[Any], "relations")
    names = {(span.start, span.end, span.label, span.form): span.id for span in spans}
    found: list[StanceRecord] = []
    left: list[Any] = []
    for i, raw in enumerate(relations):
        relation = converted(raw, _Relation, f"relations[{i}]")
        ends = [contents.get(end) for end in (relation.from_id, relation.to_id)]
        if None in ends:
            raise RecordError(f"relations[{i}]", "unknown_reference", f"{relation.from_id}, {relation.to_id}")
        if relation.type not in STANCES:
            left.append(raw)
            continue
        holder, target = (names[end] for end in ends if end is not None)
        found.append(stance_between(holder, target, relation.type, text=text, who=who, number=len(found) + 1))
    if left:
        values["relations"] = left
    return found
