"""CoNLL-U with names in the last column: `NE=B-PER` (universaldependencies.org/format.html; MISC).

Ten columns; what nobody annotated is `_`. `SpaceAfter=No` tells where no blank follows, `SpacesAfter`
of UDPipe what does. A token of several words (`3-4`) stands in the text, not its words. Read are also `NER=`
and `Entity=` with tags, and files whose MISC is a tag alone; other columns and empty nodes are passed over.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from store.formats.annotations.columns_text import (
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

_NAME = re.compile(r"(?:^|\|)(?:NE|NER|Entity)=([^|]+)")
_SPACES = re.compile(r"(?:^|\|)SpacesAfter=([^|]*)")
_NUMBER = re.compile(r"\d+([-.]\d+)?")
_ESCAPED = re.compile(r"\\(.)")
_CHARACTERS = {"s": " ", "t": "\t", "r": "\r", "n": "\n", "p": "|"}
_SURE = 20
EMPTY = "\t_" * 7
"""Lemma, tags, features and dependencies, which nobody annotated here."""


class ConllU:
    """`.conllu`."""

    name = "conllu"
    suffixes = (".conllu", ".conllup")
    needs_text = True
    cannot_hold: tuple[Feature, ...] = (
        "metadata", "zones", "nesting", "partial_tokens", "provenance", "rejections", "stances", "answers",
        "comments", "scheme", "mentions", "actors", "unknown",
    )  # fmt: skip

    def sniff(self, head: str, suffix: str) -> float:
        """By rows of ten columns with a number in the first."""
        lines = [line.split("\t") for line in head.split("\n")[:-1] or [head] if line.strip()]
        rows = [row for row in lines if not row[0].startswith("#")][:_SURE]
        return 0.96 if rows and all(_fits(row) for row in rows) else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """An article for each `# newdoc`; without any, one a file, or several if it is long."""
        maps = Maps(source)
        for number, found in enumerate(_documents(source), 1):
            if isinstance(found, Skipped):
                yield found.line, found
                continue
            try:
                document = _of_tokens(found)
                spans, gaps = _ranges(document), _gaps(document)
                made = article_of(
                    document, spans, maps, options, source=source, number=number, token=1, gaps=gaps
                )
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
        kept, named, losses = flat_rows(
            article, item, borders, options.misfit, overlap=options.overlap, forbidden="|="
        )
        sentences = sentences_of(article, borders, kept, options.sentences)
        found = tags(named, len(borders), options.scheme, sentences)
        lines = [f"# newdoc id = {' '.join((article.key or '').split())}\n"]
        for number, sentence in enumerate(sentences, 1):
            lines.append(f"# sent_id = {number}\n")
            words = text[borders[sentence.start][0] : borders[sentence.stop - 1][1]]
            lines.append(f"# text = {' '.join(words.replace(chr(0), ' ').split())}\n")
            for place, i in enumerate(sentence, 1):
                touches = i + 1 < sentence.stop and borders[i][1] == borders[i + 1][0]
                misc = [f"NE={found[i]}"] if found[i] != "O" else []
                misc += ["SpaceAfter=No"] if touches else []
                word = cell(text[slice(*borders[i])])
                lines.append(f"{place}\t{word}{EMPTY}\t{'|'.join(misc) or '_'}\n")
            lines.append("\n")
        losses = [*losses, *unheld(article, item, self.cannot_hold)]
        return Piece("".join(lines).encode(), losses, mapped(article, item, borders))


def _fits(row: list[str]) -> bool:
    return len(row) == 10 and _NUMBER.fullmatch(row[0]) is not None


def _documents(source: Source) -> Iterator[Document | Skipped]:
    return documents(
        source,
        lambda row: _fits(row) and "." not in row[0],
        starts=lambda line, _: line.startswith("# newdoc"),
        cells=lambda line: line.split("\t"),
        passed=lambda row: _fits(row) and "." in row[0],
    )


def _of_tokens(document: Document) -> Document:
    """The document with a row a token: what is said of the words of one is said of it."""
    return Document(document.line, [list(_tokens(it)) for it in document.sentences], document.comments)


def _tokens(rows: Sequence[Row]) -> Iterator[Row]:
    last = 0
    for i, row in enumerate(rows):
        first, _, end = row[0].partition("-")
        if end:
            last = int(end)
            words = rows[i + 1 : i + 2 + last - int(first)]
            tags = [tag for it in (row, *words) if (tag := _tag(it[9])) != "O"]
            kept = [it for it in row[9].split("|") if it.startswith("Space")]
            yield [*row[:9], "|".join([*kept, *(f"NE={tag}" for tag in tags[:1])])]
        elif int(first) > last:
            yield row


def _gaps(document: Document) -> list[str] | None:
    """What stands behind each token; None for a file that tells nothing of blanks."""
    told = [(row[9], is_last) for it in document.sentences for row, is_last in _with_last(it)]
    if not any("SpaceAfter=No" in misc or "SpacesAfter=" in misc for misc, _ in told):
        return None
    return [_gap(misc, "\n" if is_last else " ") for misc, is_last in told]


def _with_last(sentence: Sequence[Row]) -> Iterator[tuple[Row, bool]]:
    return ((row, number == len(sentence)) for number, row in enumerate(sentence, 1))


def _gap(misc: str, otherwise: str) -> str:
    if "SpaceAfter=No" in misc.split("|"):
        return ""
    found = _SPACES.search(misc)
    return _ESCAPED.sub(lambda it: _CHARACTERS.get(it[1], it[1]), found[1]) if found else otherwise


def _ranges(document: Document) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    first = 0
    for sentence in document.sentences:
        layer = ranges([_tag(row[9]) for row in sentence])
        found += [(first + start, first + last, name) for start, last, name in layer]
        first += len(sentence)
    return found


def _tag(misc: str) -> str:
    match = _NAME.search(misc)
    tag = match[1] if match else misc
    return tag if is_tag(tag) else "O"
