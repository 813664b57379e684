"""Formats of one row a statement, in parts of a split, with a sidecar, losses listed one by one."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from store.formats.annotations.sheaf import Frame, Piece, write_readings
from store.formats.problems import Loss
from store.formats.protocol import WriteOptions, Written
from store.formats.records import ArticleRecord, SetRecord
from store.formats.scheme_records import ProjectRecord
from store.formats.stances.sidecar import Sidecar
from store.formats.stances.statements import Codebook, Statement

Row = Callable[[Statement], tuple[bytes, Sequence[str]]]
"""A statement as a line, b"" where the format cannot hold it, and what is lost (words of `Loss.kind`)."""


def write_rows(
    draft: Path,
    project: ProjectRecord,
    articles: Iterable[ArticleRecord],
    options: WriteOptions,
    row: Row,
    *,
    header: bytes = b"",
) -> Written:
    """Stream the statements of the chosen readings, and everything into the sidecar."""
    codebook = Codebook(project)

    def unit(article: ArticleRecord, readings: list[SetRecord]) -> Piece:
        lines: list[bytes] = []
        losses: list[Loss] = []
        for statement in codebook.statements(article, readings, options.evidence):
            line, kinds = row(statement)
            lines.append(line)
            losses += [lost(statement, kind) for kind in kinds]
        losses += unanswered(article, readings)
        return Piece(b"".join(lines), losses)

    with Sidecar(draft, project) as sidecar:
        written = write_readings(draft, sidecar.passing(articles), options, unit, Frame(opening=header))
    return replace(written, files=(*written.files, sidecar.name))


def lost(statement: Statement, kind: str) -> Loss:
    """A statement that could not be held, or not whole."""
    start, end = statement.envelope or (0, 0)
    return Loss(statement.article.key or "", start, end, statement.stance.label, kind)


def unanswered(article: ArticleRecord, readings: Iterable[SetRecord]) -> Iterator[Loss]:
    """Answers that no stance was found, which no format of statements has a row for."""
    for item in readings:
        for mark in item.topic_marks:
            if mark.mark == "none":
                yield Loss(article.key or "", 0, 0, mark.topic, "no_stance_found")
