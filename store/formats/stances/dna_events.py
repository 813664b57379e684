"""DNA's event list: one statement a row, separated by semicolons.

`dna-events` quotes fields as RFC 4180 says, so that nothing is changed. `dna-events-plain` writes them as DNA
itself does, which reads no quotes: semicolons become commas, quotation marks apostrophes, line ends blanks.
"""

import csv
from collections.abc import Iterable
from io import StringIO
from pathlib import Path

from store.formats.protocol import Feature, WriteOptions, Written
from store.formats.records import ArticleRecord
from store.formats.scheme_records import ProjectRecord
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

    def write(
        self, draft: Path, project: ProjectRecord, articles: Iterable[ArticleRecord], options: WriteOptions
    ) -> Written:
        """A row a statement, at its evidence, else from holder to target, else at the whole text.

        Without evidence `text` is empty, but for a statement of the whole article.
        """

        def row(statement: Statement) -> bytes:
            return self._row(statement, is_shown=bool(statement.shown(options.evidence)))

        return write_rows(draft, project, articles, options, row, header=self._line(HEADER))

    def _row(self, statement: Statement, *, is_shown: bool) -> bytes:
        article, holder = statement.article, statement.holder
        text = article.text or ""
        start, end = statement.envelope or (0, len(text))
        is_person = holder.actor is not None and holder.actor.type.upper() in ("PER", "PERSON")
        side = statement.polarity
        number = 0 if not side else 1 if side > 0 else -1
        return self._line((
            statement.stance.uid, article.published_at or "", holder.name if is_person else "",
            "" if is_person else holder.name, statement.about, str(int(number >= 0)), str(number),
            statement.target.words or statement.target.name, str(start), str(end),
            text[start:end] if is_shown else "",
            statement.reading.annotator.name, article.key or "", article.title or article.key or "",
            article.author or "", article.outlet or "", "", "",
        ))  # fmt: skip

    def _line(self, cells: Iterable[str]) -> bytes:
        if self._plain:
            cleaned = (one_line(cell).replace(";", ",").replace('"', "'") for cell in cells)
            return (";".join(cleaned) + "\n").encode()
        line = StringIO(newline="")
        csv.writer(line, delimiter=";").writerow(cells)
        return line.getvalue().encode()
