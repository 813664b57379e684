"""The files of one export: a draft, or several beside it, by part of a split and by annotator."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path, PurePath
from typing import Any, BinaryIO, Self

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from store.formats.losses import Losses
from store.formats.problems import Loss
from store.formats.protocol import WriteOptions, Written
from store.formats.readings import PARTS, chosen, part
from store.formats.records import ArticleRecord, SetRecord
from store.offsets import Range

MAP = ".map"
"""What is added to a file's name for the file beside it that says what tokens cannot."""

_BUFFER = 1 << 18
_UNSAFE = re.compile(r"[^\w.-]+")


class Frame(Struct, frozen=True):
    """What stands at the beginning and end of each file and between two units."""

    opening: bytes = b""
    between: bytes = b""
    closing: bytes = b""


class Mapped(Struct, frozen=True, omit_defaults=True):
    """A line of the map: a document that begins in `line` of the file beside it.

    `named` is what its stances name (see `named.py`).
    """

    line: int
    text: str
    tokens: list[Range]
    meta: dict[str, Any]
    named: str = ""


class Piece(Struct, frozen=True):
    """What some readings of an article become, what of them could not be held, and their line in the map."""

    data: bytes
    losses: list[Loss]
    mapped: Mapped | None = None


Unit = Callable[[ArticleRecord, list[SetRecord]], Piece]


class Sheaf:
    """Opens each file at its first unit; a split always has all its parts. Use it in a `with` block."""

    def __init__(self, draft: Path, options: WriteOptions, frame: Frame) -> None:
        self.files: list[str] = []
        self._draft, self._options, self._frame = draft, options, frame
        self._open: dict[str, BinaryIO] = {}
        self._lines: dict[str, int] = {}
        self._encoder = msgspec.json.Encoder()

    def __enter__(self) -> Self:
        if not self._options.one_each:
            for name in PARTS if self._options.split else ("",):
                self._begin(self._named(name))
        return self

    def __exit__(self, *_: object) -> None:
        for name, file in self._open.items():
            if name in self._lines:
                file.write(self._frame.closing)
            file.close()

    def write(self, article: ArticleRecord, who: str, piece: Piece) -> None:
        """Add a unit to the file that it belongs to."""
        each = file_name(who) if self._options.one_each else ""
        name = self._named("-".join(filter(None, (part(article, self._options), each))))
        file = self._begin(name)
        if not piece.data:
            return
        is_first = self._lines[name] == 0
        start = self._frame.opening if is_first else self._frame.between
        line = (self._lines[name] or 1) + start.count(b"\n")
        if piece.mapped:
            line_of_map = self._encoder.encode(replace(piece.mapped, line=line))
            self._file(name + MAP).write(line_of_map + b"\n")
        file.write(piece.data if is_first else start + piece.data)
        self._lines[name] = line + piece.data.count(b"\n")

    def _begin(self, name: str) -> BinaryIO:
        if name not in self._lines:
            self._file(name).write(self._frame.opening)
            self._lines[name] = 0
        return self._open[name]

    def _file(self, name: str) -> BinaryIO:
        if name not in self._open:
            self.files.append(name)
            self._open[name] = self._draft.with_name(name).open("wb", buffering=_BUFFER)
        return self._open[name]

    def _named(self, name: str) -> str:
        draft = self._draft
        return f"{draft.stem}-{name}{draft.suffix}" if name else draft.name


def goes_on(name: str, number: int) -> str:
    """The name of the file with this number (from 2 on) in which a full file of this name goes on.

    A tilde stands behind a full stop in ASCII as in the order of languages (Unicode's collation), a hyphen or
    an underscore would not: sorted by name, the file that somebody named is the first.
    """
    path = PurePath(name)
    return f"{path.stem}~{number:03}{path.suffix}"


def file_name(words: str) -> str:
    """Words as a piece of a file's name."""
    return _UNSAFE.sub("_", words).strip("._")[:60] or "nobody"


def write_readings(
    draft: Path,
    articles: Iterable[ArticleRecord],
    options: WriteOptions,
    unit: Unit,
    frame: Frame | None = None,
) -> Written:
    """Stream the chosen readings, each as a unit of its own."""
    return _write(draft, articles, options, unit, frame or Frame(), together=False)


def write_articles(
    draft: Path,
    articles: Iterable[ArticleRecord],
    options: WriteOptions,
    unit: Unit,
    frame: Frame | None = None,
) -> Written:
    """Stream articles, the chosen readings of each together as one unit (one each, if that was asked for)."""
    return _write(draft, articles, options, unit, frame or Frame(), together=not options.one_each)


def _write(
    draft: Path,
    articles: Iterable[ArticleRecord],
    options: WriteOptions,
    unit: Unit,
    frame: Frame,
    *,
    together: bool,
) -> Written:
    losses = Losses()
    count = 0
    with Sheaf(draft, options, frame) as sheaf:
        for article in losses.passing(articles):
            readings = chosen(article.sets, options.annotators)
            for group in [readings] if together and readings else [[it] for it in readings]:
                piece = unit(article, group)
                losses += piece.losses
                sheaf.write(article, group[0].annotator.name, piece)
            count += bool(readings)
    return Written(tuple(sheaf.files), count, *losses.told())
