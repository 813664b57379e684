"""WebAnno TSV 3.3 as INCEpTION reads and writes it: tokens and pieces of tokens with columns of annotations.

Named entities stand in the layer `NamedEntity` (`*` for a mention), stances from one span to another as
relations of the custom layer `webanno.custom.Stance`. Written is an archive with a file and a map for each
reading; read are the single files, in a folder or an archive.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from store.formats.annotations.cas import ENTITY, STANCE
from store.formats.annotations.foreign import (
    Json,
    article_in,
    items,
    stances_out,
    voice_in,
)
from store.formats.annotations.reading_archives import mapped, write_archive
from store.formats.annotations.sheaf import MAP
from store.formats.annotations.tokens import borders_of, sentences_of
from store.formats.annotations.webanno_lines import (
    FORMAT,
    NO_VALUE,
    NOTHING,
    RELATIONS,
    SPANS,
    TEXT,
    Sheet,
    laid_out,
    sheet,
    text_line,
    value_cell,
)
from store.formats.annotations.webanno_reading import reading_of
from store.formats.problems import Loss, RecordError
from store.formats.protocol import Feature, Item, ReadOptions, WriteOptions, Written
from store.formats.readings import lost, name_of, unheld
from store.formats.records import ArticleRecord, SetRecord, SpanRecord, StanceRecord
from store.formats.scheme_records import ProjectRecord
from store.formats.sources import Source
from store.offsets import Offsets, Range, met

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\ufeff]")


class WebAnnoTsv:
    """`.zip` with `.tsv` files."""

    name = "webanno-tsv"
    suffixes = (".zip", ".tsv")
    needs_text = True
    cannot_hold: tuple[Feature, ...] = (
        "zones", "provenance", "rejections", "stances", "answers", "comments", "scheme", "actors", "unknown",
    )  # fmt: skip

    def sniff(self, head: str, suffix: str) -> float:
        """By its first line."""
        return 0.99 if head.lstrip("\ufeff").startswith(FORMAT) else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """One article: entities of `NamedEntity` and custom layers, relations that are stances."""
        try:
            found = sheet(source.text())
            shown = laid_out(found.texts)
            beside = source.sibling(f"{PurePosixPath(source.name).stem}{MAP}")
            known = mapped(beside, shown, lambda whole: _as_laid_out(whole, found))
            values: Json = {"key": source.key} if known is None else dict(known.meta)
            text = shown if known is None else known.text
            item, others, skipped = reading_of(text, found, voice_in(values, options), source.name)
            if others:
                values["webanno"] = others
            yield from ((it.line, it) for it in skipped)
            yield from items(source.name, 1, article_in(text, values, options, [item]))
        except RecordError as problem:
            yield 0, problem.at(source.name, 0)

    def write(
        self, draft: Path, project: ProjectRecord, articles: Iterable[ArticleRecord], options: WriteOptions
    ) -> Written:
        """All readings in one archive."""

        def members(article: ArticleRecord, item: SetRecord) -> tuple[dict[str, str], list[Loss]]:
            content, losses = _content(article, item, options)
            held = SetRecord(
                item.annotator, item.round, item.status, answers=item.answers, comments=item.comments,
                rejections=item.rejections, undecided=item.undecided, topic_marks=item.topic_marks,
            )  # fmt: skip
            return {".tsv": content}, [*losses, *unheld(article, held, self.cannot_hold)]

        return write_archive(draft, articles, options, members, dict[str, str])


# --- Out ---------------------------------------------------------------------------------


class _Grid:
    """The rows of a text, each a token or a piece of one, and what stands in them."""

    def __init__(self, borders: Sequence[Range]) -> None:
        self._borders = borders
        self._pieces: dict[int, set[Range]] = {}
        self._at: dict[Range, list[str]] = {}
        self._ranges: dict[str, list[Range]] = {}
        self._names: dict[Range, str] = {}
        self._numbers: dict[str, int] = {}

    def add(self, span: SpanRecord) -> bool:
        """Whether a span begins and ends in tokens; then it stands in their rows."""
        tokens = met(self._borders, span.start, span.end)
        found = [(max(span.start, self._borders[i][0]), min(span.end, self._borders[i][1])) for i in tokens]
        if not found or (found[0][0], found[-1][1]) != (span.start, span.end):
            return False
        self._ranges[span.id] = found
        for i, piece in zip(tokens, found, strict=True):
            self._at.setdefault(piece, []).append(span.id)
            if piece != self._borders[i]:
                self._pieces.setdefault(i, set()).add(piece)
        return True

    def number(self) -> None:
        """Give numbers to what stands in several rows, or in a row with others."""
        many = {name for name, found in self._ranges.items() if len(found) > 1}
        many |= {name for names in self._at.values() if len(names) > 1 for name in names}
        chosen = (name for name in self._ranges if name in many)
        self._numbers = {name: number for number, name in enumerate(chosen, 1)}

    def rows(self, sentence: int, tokens: range) -> list[tuple[str, Range]]:
        """Name and range of each row of a sentence (counted from 1)."""
        found: list[tuple[str, Range]] = []
        for place, i in enumerate(tokens, 1):
            found.append((f"{sentence}-{place}", self._borders[i]))
            inner = sorted(self._pieces.get(i, ()), key=lambda it: (it[0], -it[1]))
            found += [(f"{sentence}-{place}.{k}", piece) for k, piece in enumerate(inner, 1)]
        self._names |= {piece: name for name, piece in found}
        return found

    def values(self, row: Range, values: dict[str, str]) -> str:
        """The cell of a row: the value of each annotation, with its number if it has one."""
        cells = [
            values[name] + (f"[{self._numbers[name]}]" if name in self._numbers else "")
            for name in self._at.get(row, ())
        ]
        return "|".join(cells) or NOTHING

    def begins(self, name: str) -> Range:
        """The first row of an annotation."""
        return self._ranges[name][0]

    def reference(self, source: str, target: str) -> str:
        """What a relation's cell says in a row of its target."""
        numbers = [self._numbers.get(name, 0) for name in (source, target)]
        return self._names[self.begins(source)] + (f"[{numbers[0]}_{numbers[1]}]" if any(numbers) else "")


def _shown(text: str) -> str:
    """The text of the same length with LF only, and without other control characters but tabs."""
    return _CONTROL.sub(" ", text.replace("\r\n", " \n").replace("\r", "\n"))


def _content(article: ArticleRecord, item: SetRecord, options: WriteOptions) -> tuple[str, list[Loss]]:
    text = _shown(article.text or "")
    offsets = Offsets(text)
    borders = borders_of(article, options) or [(0, len(text))]
    grid, values, losses = _filled(article, item, borders)
    stances, unsaid = stances_out(article, item, values.keys())
    relations: dict[Range, list[StanceRecord]] = {}
    for stance in stances:
        relations.setdefault(grid.begins(stance.target_span or ""), []).append(stance)
    held = [span for span in item.spans if span.id in values]
    sentences = sentences_of(article, borders, held, options.sentences)
    sheets = [grid.rows(number, sentence) for number, sentence in enumerate(sentences, 1)]
    layers = [f"{SPANS}{ENTITY}|value\n", f"{RELATIONS}{STANCE}|label|BT_{ENTITY}\n"]
    lines = [f"{FORMAT}.3\n", *layers[: 2 if stances else 1], "\n"]
    for rows, sentence in zip(sheets, sentences, strict=True):
        words = text[borders[sentence.start][0] : borders[sentence.stop - 1][1]]
        lines += ["\n", *(f"{TEXT}{text_line(line)}\n" for line in words.split("\n"))]
        for name, (start, end) in rows:
            form = text[start:end].replace("\t", " ").replace("\n", " ")
            cells = [name, f"{offsets.utf16(start)}-{offsets.utf16(end)}", form]
            cells.append(grid.values((start, end), values))
            if stances:
                cells += _relation_cells(relations.get((start, end), []), grid)
            lines.append("\t".join(cells) + "\t\n")
    return "".join(lines), [*losses, *unsaid]


def _filled(
    article: ArticleRecord, item: SetRecord, borders: Sequence[Range]
) -> tuple[_Grid, dict[str, str], list[Loss]]:
    """The spans in their rows, their values as cells, and those that have no row or no name."""
    grid = _Grid(borders)
    values: dict[str, str] = {}
    losses: list[Loss] = []
    for span in item.spans:
        name = name_of(span.label, span.form)
        if name is None or _shown(name) != name:
            losses.append(lost(article, span, "name"))
        elif not grid.add(span):
            losses.append(lost(article, span, "blank"))
        else:
            values[span.id] = NO_VALUE if span.label is None else value_cell(name)
    grid.number()
    return grid, values, losses


def _relation_cells(stances: Sequence[StanceRecord], grid: _Grid) -> list[str]:
    labels = [value_cell(it.label) for it in stances]
    sources = [grid.reference(it.holder_span or "", it.target_span or "") for it in stances]
    return ["|".join(labels) or NOTHING, "|".join(sources) or NOTHING]


# --- In ----------------------------------------------------------------------------------


def _as_laid_out(whole: str, found: Sheet) -> str:
    """What a file with these sentences would show of a text; nothing where they are not in it."""
    shown = _shown(whole)
    offsets = Offsets(shown)
    try:
        firsts = [(start, offsets.code_point(start), len(words)) for start, words in found.texts]
    except IndexError:
        return ""
    return laid_out([(start, shown[first : first + length]) for start, first, length in firsts])
