"""CoNLL-2002 (`TOKEN TAG`) and CoNLL-2003 (`FORM POS CHUNK TAG`, `-DOCSTART-` between documents).

CoNLL-2002 came as IOB2, CoNLL-2003 as IOB1 (Tjong Kim Sang 2002; Tjong Kim Sang and De Meulder 2003); other
programs write IOB2 under both names, so it is asked. Read is either, also BIOES, BILOU, BMEWO and any number
of columns: the first is the token, the last the tag. `-DOCSTART- -X- O O` is the line that spaCy knows.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from store.formats.annotations.columns_text import (
    DOCSTART,
    Document,
    Maps,
    Row,
    article_of,
    cell,
    documents,
    mapped,
)
from store.formats.annotations.foreign import items
from store.formats.annotations.sheaf import Piece, write_readings
from store.formats.annotations.tokens import borders_of, flat_rows, is_tag, ranges, sentences_of, tags
from store.formats.problems import RecordError, Skipped
from store.formats.protocol import Feature, Item, ReadOptions, WriteOptions, Written
from store.formats.readings import unheld
from store.formats.records import ArticleRecord, SetRecord
from store.formats.scheme_records import ProjectRecord
from store.formats.sources import Source

_SURE = 20


class Conll:
    """`.conll` and the like; 2002 has two columns, 2003 four."""

    suffixes = (".conll", ".iob", ".bio", ".conll03")
    needs_text = True
    cannot_hold: tuple[Feature, ...] = (
        "metadata", "zones", "nesting", "partial_tokens", "provenance", "rejections", "stances", "answers",
        "comments", "scheme", "mentions", "actors", "unknown",
    )  # fmt: skip

    def __init__(self, year: int = 2003) -> None:
        self.name = f"conll{year}"
        self._middle = " -X- _" if year == 2003 else ""
        self._start = f"{DOCSTART} -X- O O\n\n" if year == 2003 else f"{DOCSTART} O\n\n"

    def sniff(self, head: str, suffix: str) -> float:
        """By the tags in the last column of its first rows."""
        lines = [line for line in head.split("\n")[:-1] or [head] if line.strip()]
        cells = [line.split() for line in lines if not line.startswith(DOCSTART)]
        rows = [row for row in cells if row[0] != "#" or is_tag(row[-1])][:_SURE]
        good = sum(2 <= len(row) <= 8 and is_tag(row[-1]) for row in rows)
        if not good or good < len(rows) - 1 or (len(rows) == 1 and suffix not in self.suffixes):
            return 0.0
        return 0.9

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """An article a document; a file without `-DOCSTART-` is one, or several if it is long."""
        maps = Maps(source)
        for number, found in enumerate(_documents(source), 1):
            if isinstance(found, Skipped):
                yield found.line, found
                continue
            spans: list[tuple[int, int, str]] = []
            first = 0
            for sentence in found.sentences:
                spans += [
                    (first + a, first + b, name) for a, b, name in ranges([row[-1] for row in sentence])
                ]
                first += len(sentence)
            try:
                made = article_of(found, spans, maps, options, source=source, number=number)
                yield from items(source.name, found.line, made)
            except RecordError as problem:
                yield found.line, problem.at(source.name, found.line)

    def write(
        self, draft: Path, project: ProjectRecord, articles: Iterable[ArticleRecord], options: WriteOptions
    ) -> Written:
        """A document a reading, and the map beside it."""

        def unit(article: ArticleRecord, sets: list[SetRecord]) -> Piece:
            return self._piece(article, sets[0], options)

        return write_readings(draft, articles, options, unit)

    def _piece(self, article: ArticleRecord, item: SetRecord, options: WriteOptions) -> Piece:
        text, borders = article.text or "", borders_of(article, options)
        kept, named, losses = flat_rows(article, item, borders, options.misfit, overlap=options.overlap)
        sentences = sentences_of(article, borders, kept, options.sentences)
        found = tags(named, len(borders), options.scheme, sentences)
        lines = [self._start]
        for sentence in sentences:
            for i in sentence:
                lines.append(f"{cell(text[slice(*borders[i])])}{self._middle} {found[i]}\n")
            lines.append("\n")
        losses = [*losses, *unheld(article, item, self.cannot_hold)]
        return Piece("".join(lines).encode(), losses, mapped(article, item, borders))


def _documents(source: Source) -> Iterator[Document | Skipped]:
    return documents(
        source,
        lambda row: len(row) > 1 and is_tag(row[-1]) and row[0] != DOCSTART,
        starts=lambda line, is_open: line.startswith(DOCSTART) or (is_open and line.startswith("# newdoc")),
        cells=_cells,
    )


def _cells(line: str) -> Row:
    """Columns may be filled up with blanks, and lines end with some."""
    return line.rstrip().split("\t") if "\t" in line else [it for it in line.split(" ") if it]
