"""GermEval 2014: number, token, outer tag, inner tag, separated by tabs; a "#" line names the source.

Two layers of IOB2: of nested names the longest stands in the outer one. Forms are part of the label
(`LOCderiv`, `LOCpart`). See Benikova et al. 2014, "NoSta-D Named Entity Annotation for German".
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote, unquote

from store.formats.annotations.columns_text import Document, Maps, article_of, cell, documents, mapped
from store.formats.annotations.foreign import items
from store.formats.annotations.sheaf import Piece, write_readings
from store.formats.annotations.tokens import (
    borders_of,
    is_tag,
    longest,
    nameable,
    numbered,
    on_tokens,
    ranges,
    sentences_of,
    tags,
)
from store.formats.problems import RecordError, Skipped
from store.formats.protocol import Feature, Item, ReadOptions, WriteOptions, Written
from store.formats.readings import lost, unheld
from store.formats.records import ArticleRecord, SetRecord
from store.formats.scheme_records import ProjectRecord
from store.formats.sources import Source

_SURE = 20


class GermEval:
    """`.tsv` with two layers of tags."""

    name = "germeval"
    suffixes = (".tsv",)
    needs_text = True
    cannot_hold: tuple[Feature, ...] = (
        "metadata", "zones", "nesting", "partial_tokens", "provenance", "rejections", "stances", "answers",
        "comments", "scheme", "mentions", "actors", "unknown",
    )  # fmt: skip

    def sniff(self, head: str, suffix: str) -> float:
        """By numbered rows with two tags."""
        lines = [line.split("\t") for line in head.split("\n")[:-1] or [head] if line.strip()]
        rows = [row for row in lines if not _is_source(row)][:_SURE]
        return 0.95 if rows and all(_fits([it.rstrip("\r") for it in row]) for row in rows) else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """An article for each "#" line; without any, one a file, or several if it is long."""
        maps = Maps(source)
        for number, found in enumerate(_documents(source), 1):
            if isinstance(found, Skipped):
                yield found.line, found
                continue
            try:
                made = article_of(found, _ranges(found), maps, options, source=source, number=number, token=1)
                yield from items(source.name, found.line, made)
            except RecordError as problem:
                yield found.line, problem.at(source.name, found.line)

    def write(
        self, draft: Path, project: ProjectRecord, articles: Iterable[ArticleRecord], options: WriteOptions
    ) -> Written:
        """A document a reading, and the map beside it. A third level of nesting is lost."""

        def unit(article: ArticleRecord, sets: list[SetRecord]) -> Piece:
            return self._piece(article, sets[0], options)

        return write_readings(draft, articles, options, unit)

    def _piece(self, article: ArticleRecord, item: SetRecord, options: WriteOptions) -> Piece:
        text, borders = article.text or "", borders_of(article, options)
        held, losses = nameable(article, item.spans)
        fitting, misfits = on_tokens(article, held, borders, options.misfit)
        outer = longest(fitting)
        ids = {id(span) for span in outer}
        rest = [span for span in fitting if id(span) not in ids]
        inner = longest(rest)
        ids |= {id(span) for span in inner}
        nested = [lost(article, span, "nested") for span in rest if id(span) not in ids]
        layers = [tags(numbered(layer, borders), len(borders)) for layer in (outer, inner)]
        lines = [f"#\t{quote(article.key or '', safe=' /:#')} [{(article.published_at or '')[:10]}]\n"]
        for sentence in sentences_of(article, borders, [*outer, *inner], options.sentences):
            for number, i in enumerate(sentence, 1):
                word = cell(text[slice(*borders[i])])
                lines.append(f"{number}\t{word}\t{layers[0][i]}\t{layers[1][i]}\n")
            lines.append("\n")
        losses += [*misfits, *nested, *unheld(article, item, self.cannot_hold)]
        return Piece("".join(lines).encode(), losses, mapped(article, item, borders))


def _fits(row: list[str]) -> bool:
    return len(row) == 4 and row[0].isdecimal() and is_tag(row[2]) and is_tag(row[3])


def _is_source(row: list[str]) -> bool:
    return row[0] == "#" and len(row) == 2


def _documents(source: Source) -> Iterator[Document | Skipped]:
    for found in documents(
        source,
        _fits,
        starts=lambda line, _: _is_source(line.split("\t")),
        cells=lambda line: line.split("\t"),
    ):
        if isinstance(found, Document):
            found.comments = [unquote(line.split("\t")[-1]) for line in found.comments]
        yield found


def _ranges(document: Document) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    first = 0
    for sentence in document.sentences:
        for column in (2, 3):
            layer = ranges([row[column] for row in sentence])
            found += [(first + start, first + last, name) for start, last, name in layer]
        first += len(sentence)
    return found
