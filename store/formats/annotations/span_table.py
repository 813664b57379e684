"""A table of spans for spreadsheets and statistics: a row a span, with its words, article and history.

Texts of articles stay out: a cell of Excel holds 32,767 characters, and a table with them cannot be read.
"""

import csv
from collections.abc import Iterable
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Any

from store.errors import ExtraMissing
from store.formats.annotations.foreign import metadata
from store.formats.annotations.sheaf import Frame, Piece, write_readings
from store.formats.losses import Losses
from store.formats.protocol import Feature, WriteOptions, Written
from store.formats.readings import chosen, lost, unheld
from store.formats.records import ArticleRecord, SetRecord, SpanRecord
from store.formats.scheme_records import ProjectRecord

COLUMNS = (
    "article", "title", "outlet", "published_at", "url", "language", "annotator", "annotator_kind", "version",
    "round", "status", "start", "end", "words", "label", "form", "actor", "score", "made", "unsure", "before",
    "after",
)  # fmt: skip
CELL = 32_767
"""Characters that a cell of Excel holds."""

_AROUND = 40
_WORDS = COLUMNS.index("words")
_CANNOT_HOLD: tuple[Feature, ...] = (
    "zones",
    "rejections",
    "stances",
    "answers",
    "comments",
    "scheme",
    "unknown",
)


class SpanCsv:
    """`.csv` in UTF-8 with a byte order mark, as spreadsheets want it."""

    name = "spans-csv"
    suffixes = (".csv",)
    needs_text = True
    cannot_hold = _CANNOT_HOLD

    def write(
        self, draft: Path, project: ProjectRecord, articles: Iterable[ArticleRecord], options: WriteOptions
    ) -> Written:
        """A row a span."""
        actors = {actor.uid: actor.name for actor in project.actors}

        def unit(article: ArticleRecord, sets: list[SetRecord]) -> Piece:
            lines = _lines(_row(article, sets[0], span, actors) for span in sets[0].spans)
            return Piece(lines, list(unheld(article, sets[0], self.cannot_hold)))

        frame = Frame(opening="\ufeff".encode() + _lines([COLUMNS]))
        return write_readings(draft, articles, options, unit, frame)


class SpanXlsx:
    """`.xlsx`, one sheet; written with openpyxl."""

    name = "spans-xlsx"
    suffixes = (".xlsx",)
    needs_text = True
    cannot_hold = _CANNOT_HOLD

    def write(
        self, draft: Path, project: ProjectRecord, articles: Iterable[ArticleRecord], options: WriteOptions
    ) -> Written:
        """A row a span. Words that a cell cannot hold are left out and listed. Raises ExtraMissing."""
        try:
            openpyxl: Any = import_module("openpyxl")
            cells_: Any = import_module("openpyxl.cell.cell")
        except ImportError as error:
            raise ExtraMissing(package="openpyxl", extra="xlsx") from error
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet("spans")
        sheet.freeze_panes = "A2"
        sheet.append(COLUMNS)
        actors = {actor.uid: actor.name for actor in project.actors}
        losses = Losses()
        count = 0
        for article in losses.passing(articles):
            sets = chosen(article.sets, options.annotators)
            for item in sets:
                for span in item.spans:
                    row = _row(article, item, span, actors)
                    if _is_bad(row[_WORDS], cells_.ILLEGAL_CHARACTERS_RE):
                        losses.append(lost(article, span, "cell"))
                        row = (*row[:_WORDS], "", *row[_WORDS + 1 :])
                    row = [_cleaned(value, cells_.ILLEGAL_CHARACTERS_RE) for value in row]
                    sheet.append([_text(cells_.WriteOnlyCell, sheet, value) for value in row])
                losses += unheld(article, item, self.cannot_hold)
            count += bool(sets)
        book.save(draft)
        return Written((draft.name,), count, *losses.told())


def _is_bad(value: str, illegal: Any) -> bool:
    return len(value) > CELL or illegal.search(value) is not None


def _cleaned(value: Any, illegal: Any) -> Any:
    """What stands around the words, without characters that no sheet holds."""
    return illegal.sub(" ", value)[:CELL] if isinstance(value, str) else value


def _text(make: Any, sheet: Any, value: Any) -> Any:
    """Words that begin with "=" are words, not formulas."""
    if not isinstance(value, str) or not value.startswith("="):
        return value
    cell = make(sheet, value=value)
    cell.data_type = "s"
    return cell


def _row(
    article: ArticleRecord, item: SetRecord, span: SpanRecord, actors: dict[str, str]
) -> tuple[Any, ...]:
    text, known, who = article.text or "", metadata(article), item.annotator
    return (
        *(known.get(name, "") for name in ("key", *COLUMNS[1:6])),
        who.name, who.kind, who.version, item.round, item.status, span.start, span.end,
        text[span.start : span.end], span.label or "", span.form, actors.get(span.actor or "", ""),
        "" if span.score is None else span.score, span.made, int(span.unsure),
        text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND],
    )  # fmt: skip


def _lines(rows: Iterable[Iterable[Any]]) -> bytes:
    lines = StringIO()
    csv.writer(lines).writerows(rows)
    return lines.getvalue().encode()
