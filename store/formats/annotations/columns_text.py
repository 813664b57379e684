"""What formats of one token a line share: documents of sentences of rows, and texts made of tokens.

A map beside the file (`out.conll.map`, JSON Lines) keeps what tokens cannot: each document's text, its
metadata and where its tokens lie. With it a file comes in again exactly; without it the text is put together
from the tokens, one sentence a line.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath

import msgspec
from msgspec import Struct

from store.formats.annotations.foreign import Json, article_in, metadata, voice, voice_in
from store.formats.annotations.sheaf import MAP, Mapped
from store.formats.json_lines import decoded_lines
from store.formats.problems import Skipped
from store.formats.protocol import ReadOptions
from store.formats.readings import spans_named
from store.formats.records import ArticleRecord, SetRecord
from store.formats.sources import LIMIT, Source
from store.offsets import Range

DOCSTART = "-DOCSTART-"
LONGEST = 200
"""Sentences; a file that never says where a document ends is cut after so many, to remain annotatable."""

_SHARE = 8
"""A document's rows may have this part of the characters of a text: as cells they take far more room."""

_NO_BLANK_BEFORE = re.compile(r"[.,;:!?%)\]}»“”’…]+|'s|n't")
_NO_BLANK_BEHIND = re.compile(r"[(\[{«„‚¿¡$€#]+")
_BLANK = re.compile(r"\s")

Row = list[str]
Fits = Callable[[Row], bool]


class Document(Struct):
    """Sentences of rows (each the cells of one token), the comments above them, and the line it begins in."""

    line: int
    sentences: list[list[Row]] = []
    comments: list[str] = []

    @property
    def rows(self) -> list[Row]:
        """All tokens."""
        return [row for sentence in self.sentences for row in sentence]


def cell(token: str) -> str:
    """A token as a cell: nothing in it may look like a border."""
    shown = _BLANK.sub("_", token).replace("\x00", "_")
    return "_DOCSTART_" if shown == DOCSTART else shown


def documents(
    source: Source,
    fits: Fits,
    *,
    starts: Callable[[str, bool], bool],
    cells: Callable[[str], Row],
    passed: Fits | None = None,
) -> Iterator[Document | Skipped]:
    """The documents of a file. A line that `starts` (line, whether a document is open) begins a new one;
    where none did, a document ends after `LONGEST` sentences.

    Lines that begin with "#" and are no row are comments, rows that are `passed` say nothing to us. A row
    that does not fit is reported, and its document is passed over.
    """
    building = _Building()
    for number, raw in source.lines():
        if isinstance(raw, str):
            building.is_broken = True
            yield Skipped(source.name, number, "", raw)
            continue
        line = raw.decode().rstrip("\r\n")
        if not line or line.isspace():
            building.end_sentence()
            continue
        if building.is_long or starts(line, building.is_begun):
            yield from building.finished()
            building = _Building(number)
        building.is_told = building.is_told or starts(line, True)
        row = cells(line)
        if passed is not None and passed(row):
            continue
        if not building.take(line, row, fits):
            building.is_broken = True
            yield Skipped(source.name, number, "", "columns", line[:80])
        if building.size > LIMIT // _SHARE and not building.is_cut:
            building.cut()
            yield Skipped(source.name, building.line, "", "too_long")
    yield from building.finished()


class _Building:
    """A document while its lines come."""

    def __init__(self, line: int = 1) -> None:
        self.line, self.size = line, 0
        self.is_broken = self.is_cut = self.is_told = False
        self._document = Document(line)
        self._sentence: list[Row] = []

    @property
    def is_begun(self) -> bool:
        return bool(self._sentence or self._document.sentences or self.is_cut)

    @property
    def is_long(self) -> bool:
        is_told = self.is_told or self._sentence
        return not is_told and len(self._document.sentences) >= LONGEST

    def take(self, line: str, row: Row, fits: Fits) -> bool:
        """False for a line that is neither row nor comment, and not in a document that is lost already."""
        if self.is_cut:
            return True
        self.size += len(line)
        if fits(row):
            self._sentence.append(row)
        elif line.startswith("#"):
            self._document.comments.append(line)
        elif not line.startswith(DOCSTART):
            return self.is_broken
        return True

    def cut(self) -> None:
        """Forget a document that is longer than any article."""
        self.is_broken = self.is_cut = True
        self._document, self._sentence = Document(self.line), []

    def end_sentence(self) -> None:
        if self._sentence:
            self._document.sentences.append(self._sentence)
            self._sentence = []

    def finished(self) -> Iterator[Document]:
        """The document, if it has anything in it and was not broken."""
        self.end_sentence()
        if self._document.sentences and not self.is_broken:
            yield self._document


class Maps:
    """The map beside a file, followed document by document; without one, or where it fits no more, none."""

    def __init__(self, source: Source) -> None:
        self._map = source.sibling(PurePosixPath(source.name).name + MAP)
        self._lines = self._read()
        self._next = next(self._lines, None)

    def of(self, document: Document, first_token: int = 0) -> Mapped | None:
        """What the map says of a document, if the tokens are still those of its text."""
        while self._next is not None and self._next.line < document.line:
            self._next = next(self._lines, None)
        found = self._next
        if found is None or found.line != document.line:
            return None
        words = [row[first_token] for row in document.rows]
        pieces = [cell(found.text[start:end]) for start, end in found.tokens]
        return found if words == pieces else None

    def _read(self) -> Iterator[Mapped]:
        if self._map is None:
            return
        decoder = msgspec.json.Decoder(Mapped)
        for _, line in decoded_lines(self._map, decoder.decode):
            if isinstance(line, Skipped):
                return
            yield line


def put_together(sentences: Sequence[Sequence[str]]) -> tuple[str, list[Range]]:
    """A text of tokens, one sentence a line, and where each token lies. Blanks are set as German and English
    set them.
    """
    pieces: list[str] = []
    borders: list[Range] = []
    position = 0
    for number, sentence in enumerate(sentences):
        for i, token in enumerate(sentence):
            gap = ("\n" if number else "") if i == 0 else _gap(sentence[i - 1], token)
            pieces += (gap, token)
            position += len(gap)
            borders.append((position, position + len(token)))
            position += len(token)
    return "".join(pieces), borders


def _joined(sentences: Sequence[Sequence[str]], gaps: Sequence[str]) -> tuple[str, list[Range]]:
    """The same of tokens that tell what stands behind them, but for the last."""
    words = [word for sentence in sentences for word in sentence]
    pieces: list[str] = []
    borders: list[Range] = []
    position = 0
    for word, gap in zip(words, [*gaps[:-1], ""], strict=True):
        pieces += (word, gap)
        borders.append((position, position + len(word)))
        position += len(word) + len(gap)
    return "".join(pieces), borders


def _gap(before: str, token: str) -> str:
    if _NO_BLANK_BEFORE.fullmatch(token) or _NO_BLANK_BEHIND.fullmatch(before):
        return ""
    return " "


def mapped(article: ArticleRecord, item: SetRecord, borders: list[Range]) -> Mapped:
    """A document's line in the map; where it begins is known when it is written."""
    return Mapped(0, article.text or "", borders, {**metadata(article), **voice(item)})


def article_of(
    document: Document,
    spans: Sequence[tuple[int, int, str]],
    maps: Maps,
    options: ReadOptions,
    *,
    source: Source,
    number: int,
    token: int = 0,
    gaps: Sequence[str] | None = None,
) -> tuple[ArticleRecord, str | None]:
    """The article of a document with `spans` (first and last token, name), and its date if it is unread.

    Column `token` holds the tokens; `gaps`, if the file tells them, are what stands behind each. Raises
    RecordError.
    """
    found = maps.of(document, token)
    if found is None:
        words = [[row[token] for row in sentence] for sentence in document.sentences]
        text, borders = put_together(words) if gaps is None else _joined(words, gaps)
        values: Json = {"key": f"{source.key}#{number}"}
        if document.comments:
            values["comments"] = document.comments
    else:
        text, borders, values = found.text, found.tokens, dict(found.meta)
    who = voice_in(values, options)
    named = spans_named([(borders[first][0], borders[last][1], label) for first, last, label in spans])
    item = who.reading(named)
    return article_in(text, values, options, [item])
