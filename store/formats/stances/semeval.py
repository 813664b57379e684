"""SemEval 2016, task 6: tab-separated `ID Target Tweet Stance`, with FAVOR, AGAINST and NONE.

What lies in the middle of the scale, or nowhere on it, becomes NONE, which cannot be told back without the
sidecar. Tabs and line ends in texts become blanks.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from store.formats.delimited import Lines
from store.formats.problems import Skipped
from store.formats.protocol import Feature, Item, ReadOptions, WriteOptions, Written
from store.formats.records import VERSION, ArticleRecord
from store.formats.scheme_records import ProjectRecord
from store.formats.sources import Source
from store.formats.stances.sidecar import restored, sidecar_of
from store.formats.stances.stance_corpora import comment_article, together, topic_of, topic_record
from store.formats.stances.stance_rows import write_rows
from store.formats.stances.statements import Codebook, Statement, one_line

HEADER = ("ID", "Target", "Tweet", "Stance")

Row = tuple[str, str, str, str]
"""Number, target, text and label."""

_OURS = {"FAVOR": "FAVOR", "AGAINST": "AGAINST", "NONE": "NEUTRAL"}


class SemEval:
    """`.tsv` with the header of the task's files."""

    name = "semeval"
    suffixes = (".tsv", ".txt")
    needs_text = True
    cannot_hold: tuple[Feature, ...] = (
        "metadata", "zones", "nesting", "provenance", "rejections", "answers", "comments", "scheme",
        "mentions", "actors",
    )  # fmt: skip

    def sniff(self, head: str, suffix: str) -> float:
        """By its first line."""
        return 0.97 if tuple(head.lstrip("\ufeff").split("\n", 1)[0].strip().split("\t")) == HEADER else 0.0

    def write(
        self, draft: Path, project: ProjectRecord, articles: Iterable[ArticleRecord], options: WriteOptions
    ) -> Written:
        """A row a statement with evidence, or of the whole text."""
        codebook = Codebook(project)

        def row(statement: Statement) -> tuple[bytes, list[str]]:
            text = statement.shown(options.evidence)
            if not text:
                return b"", ["no_evidence"]
            cells = (statement.stance.uid, statement.about, text, told(codebook, statement.stance.label))
            held = tuple(map(one_line, cells))
            replaced = ["replaced"] if held != cells else []
            return ("\t".join(held) + "\n").encode(), statement.strength + replaced

        return write_rows(draft, project, articles, options, row, header=("\t".join(HEADER) + "\n").encode())

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """With its sidecar everything; without one, an article a tweet, whose author takes the stance."""
        rows = list(_rows(source))
        good = [(number, row) for number, row in rows if not isinstance(row, Skipped)]
        if (sidecar := sidecar_of(source)) is not None:
            yield from restored(sidecar, options, {row[0]: row[3] for _, row in good}, told, code_of=code_of)
            return
        language = options.language or "en"
        topics = {topic_of("", row[1]): row[1] for _, row in good}
        records = [topic_record(key, wording, language) for key, wording in topics.items()]
        yield 0, ProjectRecord(VERSION, "", "", "", partial=True, topics=records)
        yield from together((number, _item(row, options, language)) for number, row in rows)


def _item(row: Row | Skipped, options: ReadOptions, language: str) -> ArticleRecord | Skipped:
    if isinstance(row, Skipped):
        return row
    number, target, text, label = row
    return comment_article(text, topic_of("", target), _OURS[label], number, options, language=language)


def told(codebook: Codebook, code: str) -> str:
    """FAVOR, AGAINST or NONE."""
    polarity = codebook.polarity(code)
    if not polarity:
        return "NONE"
    return "FAVOR" if polarity > 0 else "AGAINST"


def code_of(codebook: Codebook, label: str) -> str | None:
    """Our label for one of the three."""
    polarity = {"FAVOR": 1.0, "AGAINST": -1.0, "NONE": 0.0}.get(label)
    return None if polarity is None else codebook.code_of(polarity)


def _rows(source: Source) -> Iterator[tuple[int, Row | Skipped]]:
    with source.stream() as stream:
        lines = Lines(stream)
        for number, line in enumerate(lines, 1):
            lines.row()
            cells = line.rstrip("\r\n").split("\t")
            if number == 1 or not line.strip():
                continue
            if len(cells) != len(HEADER):
                yield number, Skipped(source.name, number, "", "columns", f"{len(cells)} / {len(HEADER)}")
            elif cells[3] not in _OURS:
                yield number, Skipped(source.name, number, "Stance", "unknown_reference", cells[3])
            else:
                yield number, (cells[0], cells[1], cells[2], cells[3])
