"""DNA's event list: one statement a row, separated by semicolons.

`dna-events` quotes fields as RFC 4180 says, so that nothing is changed. `dna-events-plain` writes them as DNA
itself does, which reads no quotes: semicolons become commas, quotation marks apostrophes, line ends blanks.
Both are read alike, DNA's own, too: see `dna_events_reading.py`.
"""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path

from store.formats.protocol import Feature, Item, ReadOptions, WriteOptions, Written
from store.formats.records import ArticleRecord
from store.formats.scheme_records import ProjectRecord
from store.formats.sources import Source
from store.formats.stances.dna_events_reading import is_event_list, read_events
from store.formats.stances.stance_rows import write_rows
from store.formats.stances.statements import Statement, one_line

HEADER = (
    "statement_id", "time", "person", "organization", "concept", "agreement", "stance", "target",
    "start_position", "stop_position", "text", "coder", "document_id", "document_title", "document_author",
    "document_source", "document_section", "document_type",
)  # fmt: skip


class DnaEvents:
    """`.csv`; positions are code points."""

    suffixes = (".csv",)
    needs_text = True
    cannot_hold: tuple[Feature, ...] = (
        "zones", "nesting", "provenance", "rejections", "answers", "comments", "scheme", "mentions",
    )  # fmt: skip

    def __init__(self, *, plain: bool = False) -> None:
        self.name = "dna-events-plain" if plain else "dna-events"
        self._plain = plain

    def sniff(self, head: str, suffix: str) -> float:
        """By its header."""
        return 0.97 if is_event_list(head) else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """With its sidecar everything; without one, an article a stretch of text."""
        return read_events(source, options)

    def write(
        self, draft: Path, project: ProjectRecord, articles: Iterable[ArticleRecord], options: WriteOptions
    ) -> Written:
        """A row a statement, at its evidence, else from holder to target, else at the whole text.

        Without evidence `text` is empty, but for a statement of the whole article.
        """

        def row(statement: Statement) -> tuple[bytes, list[str]]:
            cells = _cells(statement, is_shown=bool(statement.shown(options.evidence)))
            changed = self._plain and any(_held(cell) != cell for cell in cells)
            replaced = ["replaced"] if changed else []
            return self._line(cells), statement.stretch + statement.strength + replaced

        return write_rows(draft, project, articles, options, row, header=self._line(HEADER))

    def _line(self, cells: Iterable[str]) -> bytes:
        if self._plain:
            return (";".join(map(_held, cells)) + "\n").encode()
        line = StringIO(newline="")
        csv.writer(line, delimiter=";").writerow(cells)
        return line.getvalue().encode()


def _held(cell: str) -> str:
    """A cell as DNA writes it."""
    return one_line(cell).replace(";", ",").replace('"', "'")


def _cells(statement: Statement, *, is_shown: bool) -> tuple[str, ...]:
    article, holder = statement.article, statement.holder
    text = article.text or ""
    start, end = statement.envelope or (0, len(text))
    is_person = holder.actor is not None and holder.actor.type.upper() in ("PER", "PERSON")
    side = statement.polarity
    number = 0 if not side else 1 if side > 0 else -1
    return (
        statement.stance.uid, article.published_at or "", holder.name if is_person else "",
        "" if is_person else holder.name, statement.about, str(int(number >= 0)), str(number),
        statement.target.words or statement.target.name, str(start), str(end),
        text[start:end] if is_shown else "",
        statement.reading.annotator.name, article.key or "", article.title or article.key or "",
        article.author or "", article.outlet or "", "", "",
    )  # fmt: skip
