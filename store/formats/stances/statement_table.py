"""Statements as a table with every attribute, one a row: CSV (RFC 4180, UTF-8) or a workbook (XLSX)."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from pathlib import Path

from msgspec import json

from store.formats.delimited import named_rows
from store.formats.losses import Losses
from store.formats.problems import Loss, Skipped
from store.formats.protocol import Feature, Item, ReadOptions, WriteOptions, Written
from store.formats.readings import chosen
from store.formats.records import ArticleRecord
from store.formats.scheme_records import ProjectRecord
from store.formats.sources import Source
from store.formats.stances.sidecar import Sidecar, restored, sidecar_of
from store.formats.stances.stance_rows import unanswered, write_rows
from store.formats.stances.statements import Codebook, End, Statement, plain, ranges_text
from store.formats.stances.workbook import LONGEST, Workbook

COLUMNS = (
    "stance", "article", "title", "outlet", "author", "published_at", "language", "url", "annotator",
    "annotator_kind", "round", "status", "level", "holder_kind", "holder", "holder_actor", "holder_type",
    "holder_words", "holder_start", "holder_end", "topic", "topic_key", "topic_kind", "topic_parent",
    "target", "target_actor", "target_type", "target_words", "target_start", "target_end", "via", "label",
    "value", "explicit", "intensity", "form", "attribution", "sarcasm", "confidence", "score", "evidence",
    "evidence_ranges", "evidence_marked", "cue", "cue_ranges", "attributes",
)  # fmt: skip
"""`stance`, `*_actor`: uids. `*_start`, `*_end`, `*_ranges`: code points of the article's text."""

Cell = str | int | float | None


def cells(statement: Statement, codebook: Codebook) -> list[Cell]:
    """A statement in the order of `COLUMNS`; what nobody answered is empty."""
    article, item, stance = statement.article, statement.reading, statement.stance
    topic = statement.topic
    marked = statement.ranges("evidence", marked=True)
    return [
        stance.uid, article.key, article.title, article.outlet, article.author, article.published_at,
        article.language, article.url, item.annotator.name, item.annotator.kind, item.round, item.status,
        stance.level, stance.holder_kind, *_end(statement.holder), statement.about if topic else None,
        topic.key if topic else None, topic.kind if topic else None, topic.parent if topic else None,
        *_end(statement.target), statement.via.name if statement.via else None, stance.label,
        statement.label.value if statement.label else None, _truth(stance.explicit), stance.intensity,
        stance.form, stance.attribution, _truth(stance.sarcasm), stance.confidence, stance.score,
        statement.words("evidence"), ranges_text(statement.ranges("evidence")),
        _truth(bool(marked)) if statement.ranges("evidence") else None, statement.words("cue"),
        ranges_text(statement.ranges("cue")), json.encode(stance.attrs).decode() if stance.attrs else None,
    ]  # fmt: skip


def _end(end: End) -> list[Cell]:
    actor, span = end.actor, end.span
    return [
        end.name or None, actor.uid if actor else None, actor.type if actor else None, end.words or None,
        span.start if span else None, span.end if span else None,
    ]  # fmt: skip


def _truth(value: bool | None) -> str | None:
    return None if value is None else plain(value)


class StatementCsv:
    """`.csv` with the columns above; with its sidecar it is read, too."""

    name = "statements-csv"
    suffixes = (".csv",)
    needs_text = True
    cannot_hold: tuple[Feature, ...] = (
        "zones", "nesting", "provenance", "rejections", "answers", "comments", "scheme",
    )  # fmt: skip

    def sniff(self, head: str, suffix: str) -> float:
        """By its header."""
        first = head.lstrip("\ufeff").split("\n", 1)[0].strip()
        return 0.97 if first == ",".join(COLUMNS) else 0.0

    def write(
        self, draft: Path, project: ProjectRecord, articles: Iterable[ArticleRecord], options: WriteOptions
    ) -> Written:
        """A row a statement."""
        codebook = Codebook(project)

        def row(statement: Statement) -> tuple[bytes, list[str]]:
            return _line([plain(cell) for cell in cells(statement, codebook)]), []

        return write_rows(draft, project, articles, options, row, header=_line(list(COLUMNS)))

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """Only with its sidecar, since the table has no texts: labels that were changed in it count."""
        yield from statements_of(source, options, named_rows(source))


class StatementWorkbook:
    """`.xlsx` with the same columns. `Excel` reads it, too, since all workbooks begin alike."""

    name = "statements-xlsx"
    suffixes = (".xlsx",)
    needs_text = True
    cannot_hold = StatementCsv.cannot_hold

    def write(
        self, draft: Path, project: ProjectRecord, articles: Iterable[ArticleRecord], options: WriteOptions
    ) -> Written:
        """One sheet; a split is not made, since a workbook is for people."""
        codebook = Codebook(project)
        losses = Losses()
        count = 0
        with Sidecar(draft, project) as sidecar, Workbook(draft) as book:
            book.row(list(COLUMNS))
            for article in losses.passing(sidecar.passing(articles)):
                readings = chosen(article.sets, options.annotators)
                count += bool(readings)
                losses += unanswered(article, readings)
                for statement in codebook.statements(article, readings, options.evidence):
                    row = cells(statement, codebook)
                    book.row(row)
                    if any(isinstance(cell, str) and len(cell) > LONGEST for cell in row):
                        ends = (statement.holder.span, statement.target.span)
                        places = [*statement.ranges("evidence"), *((it.start, it.end) for it in ends if it)]
                        place = next(iter(places), (0, 0))
                        losses.append(Loss(article.key or "", *place, statement.stance.label, "cell"))
        return Written((draft.name, sidecar.name), count, *losses.told())


def statements_of(source: Source, options: ReadOptions, rows: Iterable[Mapping[str, str]]) -> Iterator[Item]:
    """What the sidecar of a table holds, with the labels of the table's rows."""
    sidecar = sidecar_of(source)
    if sidecar is None:
        yield 0, Skipped(source.name, 0, "", "missing_text", "sidecar.jsonl")
        return
    labels = {row["stance"]: row["label"] for row in rows if row.get("stance") and row.get("label")}
    yield from restored(sidecar, options, labels, told, code_of=code_of)


def told(_codebook: Codebook, code: str) -> str:
    """A table calls labels as we do."""
    return code


def code_of(codebook: Codebook, label: str) -> str | None:
    """A label that the project has."""
    return label if label in codebook.labels else None


def _line(values: list[str]) -> bytes:
    line = StringIO(newline="")
    csv.writer(line).writerow(values)
    return line.getvalue().encode()
