"""Prodigy's JSON Lines: a task a line, as its `ner` and `spans` recipes write them and `prodigy train` reads.

`start` and `end` are code points, `token_end` is inclusive (prodi.gy/docs/api-interfaces). Hashes are left
out: Prodigy computes them where they are missing.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from store.alignment import words_and_spaces
from store.formats.annotations.foreign import Json, article_in, inside, items, metadata, voice, voice_in
from store.formats.annotations.sheaf import Piece, write_readings
from store.formats.annotations.tokens import borders_of, flat, on_tokens
from store.formats.json_lines import SUFFIXES, converted, decoded_lines
from store.formats.problems import Loss, RecordError, Skipped
from store.formats.protocol import Feature, Item, ReadOptions, WriteOptions, Written
from store.formats.readings import label_and_form, lost, name_of, reading, spans_named, unheld
from store.formats.records import ArticleRecord, RejectionRecord, SetRecord, SpanRecord
from store.formats.scheme_records import ProjectRecord
from store.formats.sources import Source

_TASK = ("text", "meta", "tokens", "spans", "answer", "label", "_input_hash", "_task_hash", "_session_id",
         "_annotator_id", "_view_id", "_timestamp")  # fmt: skip
_OTHERS = re.compile('"(entities|ner_tags)":')


class Prodigy:
    """`.jsonl` whose lines have `spans` of objects; written flat (`ner_manual`) or not (`spans_manual`)."""

    suffixes = SUFFIXES
    needs_text = True

    def __init__(self, *, nested: bool = False) -> None:
        self.name = "prodigy-spans" if nested else "prodigy"
        self._nested = nested
        losses: tuple[Feature, ...] = (
            "zones", "partial_tokens", "provenance", "rejections", "stances", "answers", "comments", "scheme",
            "mentions", "actors", "unknown",
        )  # fmt: skip
        self.cannot_hold: tuple[Feature, ...] = losses if nested else ("nesting", *losses)

    def sniff(self, head: str, suffix: str) -> float:
        """By keys that only Prodigy writes."""
        start = head.lstrip().replace(" ", "")
        if not start.startswith("{") or '"text":' not in start:
            return 0.0
        marks = (
            '"_task_hash":',
            '"_input_hash":',
            '"_view_id":',
            '"token_start":',
            '"answer":',
            '"tokens":[{"text":',
        )
        return 0.95 if any(mark in start for mark in marks) and not _OTHERS.search(start) else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """An article a task. `accept` is a finished reading, `reject` refuses its spans, `ignore` is open.

        Tasks with the same text (sentences, one per annotator) are one article.
        """
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
        """A task a reading, with the tokens that its spans lie on."""
        encoder = msgspec.json.Encoder()

        def unit(article: ArticleRecord, sets: list[SetRecord]) -> Piece:
            task, losses = self._task(article, sets[0], options)
            return Piece(encoder.encode(task) + b"\n", [*losses, *unheld(article, sets[0], self.cannot_hold)])

        return write_readings(draft, articles, options, unit)

    def _task(
        self, article: ArticleRecord, item: SetRecord, options: WriteOptions
    ) -> tuple[Json, list[Loss]]:
        text = article.text or ""
        words, spaces = words_and_spaces(text, borders_of(article, options))
        tokens: list[Json] = []
        start = 0
        for word, space in zip(words, spaces, strict=True):
            token = {"text": word, "start": start, "end": start + len(word), "id": len(tokens), "ws": space}
            tokens.append({**token, "disabled": True} if word.isspace() else token)
            start += len(word) + space
        borders = [(token["start"], token["end"]) for token in tokens]
        named = [span for span in item.spans if span.label is not None and name_of(span.label, span.form)]
        ids = {id(span) for span in named}
        losses = [
            lost(article, span, "mention" if span.label is None else "name")
            for span in item.spans
            if id(span) not in ids
        ]
        fitting, misfits = on_tokens(article, named, borders, options.misfit)
        kept, nested = (fitting, []) if self._nested else flat(article, fitting, options.overlap)
        task = {
            "_view_id": "spans_manual" if self._nested else "ner_manual",
            "text": text,
            "meta": {**metadata(article), **voice(item)},
            "tokens": tokens,
            "spans": _spans(kept, borders),
            "_annotator_id": item.annotator.name,
            "_session_id": item.annotator.name,
            "answer": "accept" if item.status == "done" else "ignore",
        }
        return task, [*losses, *misfits, *nested]


def _spans(spans: list[SpanRecord], borders: list[tuple[int, int]]) -> list[Json]:
    first = {start: i for i, (start, _) in enumerate(borders)}
    last = {end: i for i, (_, end) in enumerate(borders)}
    return [
        {
            "start": span.start,
            "end": span.end,
            "token_start": first[span.start],
            "token_end": last[span.end],
            "label": name_of(span.label, span.form),
        }
        for span in spans
    ]


def _article(row: Json, options: ReadOptions) -> tuple[ArticleRecord, str | None]:
    task = converted(row, _Task)
    values: Json = dict(task.meta or {})
    rest = {name: value for name, value in row.items() if name not in _TASK}
    who = voice_in(values, options)
    name = task.annotator or task.session or who.name
    status = who.status if task.answer == "accept" else "in_progress"
    found = [_range(span, task, f"spans[{i}]") for i, span in enumerate(task.spans or [])]
    if task.answer == "reject":
        labelled = dict.fromkeys((start, end, label_and_form(name)[0]) for start, end, name in found)
        refused = [RejectionRecord(start, end, label) for start, end, label in labelled if label]
        item = replace(reading(name, [], status=status), rejections=refused)
    else:
        spans = spans_named(found)
        item = reading(name, spans, kind=who.kind, version=who.version, round_=who.round, status=status)
    is_said = task.answer is not None or found
    return article_in(task.text, {**values, **rest}, options, [item] if is_said else [])


def _range(span: "_Span", task: "_Task", field: str) -> tuple[int, int, str]:
    """A span; in a binary task without labels of its own the task's label is its."""
    inside(span.start, span.end, task.text, field)
    name = span.label or task.label
    if not name:
        raise RecordError(f"{field}.label", "wrong_type")
    return span.start, span.end, name


class _Span(Struct, frozen=True):
    start: int
    end: int
    label: str | None = None


class _Task(Struct, frozen=True):
    """What is read of a task; all else stays with the article."""

    text: str
    meta: Json | None = None
    spans: list[_Span] | None = None
    answer: str | None = None
    label: str | None = None
    session: str | None = field(name="_session_id", default=None)
    annotator: str | None = field(name="_annotator_id", default=None)
