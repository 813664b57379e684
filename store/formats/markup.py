"""XML as a stream of elements, without entities and without a network.

A document type may be named; nothing is ever fetched for it. A file that declares entities of its own is
refused before the first of them could be expanded. The names that HTML knows (`&nbsp;`) stand for their
characters, since feeds use them undeclared. Built on expat, as Python's own XML library is.
"""

import codecs
import html
import re
from collections.abc import Collection, Iterator
from io import TextIOWrapper
from typing import Any
from xml.etree.ElementTree import Element
from xml.parsers import expat

from store.formats.decoding import marked
from store.formats.problems import RecordError
from store.formats.sources import LIMIT, Source

DEEPEST = 500
"""Levels of elements in elements; more is nobody's article."""

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 does not allow, not even by their number."""

_PIECE = 1 << 16
_ENDED_EARLY = (3, 5, 6, 20)
"""expat's codes for no element, an unclosed token, half a character and an unclosed CDATA section."""

_SPACE = re.compile(r"[ \t\r\n]+")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_ENCODING = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._:-]+)[\"']")

Found = tuple[int, Element, list[Element]]
"""The line in which an element begins, the element, and what it lies in, from the root on."""


def elements(source: Source, wanted: Collection[str]) -> Iterator[Found]:
    """Elements with one of these names (without namespace) as soon as each is whole; they are dropped then.

    Tags are "{namespace}name". Raises RecordError where the file stops being XML, declares entities, or keeps
    more in memory than `LIMIT`; what came before was given.
    """
    with _text(source) as stream:
        yield from streamed(stream, wanted)


def streamed(stream: TextIOWrapper, wanted: Collection[str]) -> Iterator[Found]:
    """The same of any stream of characters."""
    builder = _Builder(frozenset(wanted))
    piece = _read(stream)
    yield from builder.feed(_with_doctype(piece.lstrip("\ufeff \t\r\n")))
    while piece := _read(stream):
        yield from builder.feed(piece)
    yield from builder.feed("", final=True)


def parsed(text: str) -> Element:
    """A whole document that is one text. Raises RecordError."""
    builder = _Builder(frozenset())
    for _ in builder.feed(_with_doctype(text.lstrip("\ufeff \t\r\n")), final=True):
        pass
    if builder.root is None:
        raise RecordError("", "not_xml")
    return builder.root


def name_of(element: Element) -> str:
    """The name without its namespace."""
    return element.tag.rpartition("}")[2]


def words(element: Element | None) -> str | None:
    """All text in an element with single spaces, None for nothing. No-break spaces stay."""
    return None if element is None else _SPACE.sub(" ", "".join(element.itertext())).strip(" ") or None


def _text(source: Source) -> TextIOWrapper:
    """The characters: by a byte order mark, as declared, or as any other text."""
    with source.open() as file:
        head = file.read(1024)
    declared = _ENCODING.search(head)
    if marked(head) is None and declared is not None:
        try:
            encoding = codecs.lookup(declared[1].decode()).name
        except LookupError:
            encoding = "utf-8"
        if encoding != "utf-8":
            source.encoding = encoding
            return TextIOWrapper(source.open(), encoding=encoding, newline="")
    return source.stream()


def _read(stream: TextIOWrapper) -> str:
    try:
        return stream.read(_PIECE)
    except UnicodeDecodeError as error:
        raise RecordError("", "encoding_unknown") from error


def _with_doctype(text: str) -> str:
    """With a document type, behind which unknown entities are no error, on the line of the declaration."""
    if "<!DOCTYPE" in text:
        return text
    match = _DECLARATION.match(text)
    at = match.end() if match else 0
    return f'{text[:at]}<!DOCTYPE any SYSTEM "any">{text[at:]}'


class _Builder:
    """Builds a tree from expat's events, and lets go of what was asked for."""

    def __init__(self, wanted: frozenset[str]) -> None:
        self.root: Element | None = None
        self._wanted = wanted
        self._stack: list[Element] = []
        self._lines: list[int] = []
        self._sizes: list[int] = []
        self._kept = 0
        self._found: list[Found] = []
        self._pieces: list[str] = []
        self._closed: Element | None = None
        self._fed = 0
        parser = expat.ParserCreate("utf-8", namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        parser.EntityDeclHandler = self._declared
        parser.SkippedEntityHandler = self._skipped
        self._parser = parser

    def feed(self, piece: str, *, final: bool = False) -> Iterator[Found]:
        """Elements that end in this piece. Raises RecordError."""
        problem: RecordError | None = None
        data = piece.encode(errors="surrogatepass")
        self._fed += len(data)
        try:
            self._parser.Parse(data, final)
            if self._fed - max(self._parser.CurrentByteIndex, 0) > LIMIT:  # a tag or comment without end
                raise RecordError("", "too_long", str(LIMIT))
        except expat.ExpatError as error:
            detail = f"{expat.ErrorString(error.code)} ({error.lineno})"
            problem = RecordError("", "half_written" if error.code in _ENDED_EARLY else "not_xml", detail)
        except RecordError as error:
            problem = error
        found, self._found = self._found, []
        yield from found
        if problem is not None:
            raise problem

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._text_ends()
        element = Element(
            f"{{{tag}" if "}" in tag else tag,
            {f"{{{key}" if "}" in key else key: value for key, value in attributes.items()},
        )
        if self._stack:
            self._stack[-1].append(element)
        elif self.root is None:
            self.root = element
        if len(self._stack) == DEEPEST:
            raise RecordError("", "not_xml", f"> {DEEPEST}")
        self._closed = None
        self._stack.append(element)
        self._lines.append(self._parser.CurrentLineNumber)
        self._sizes.append(self._kept)
        self._keep(len(tag) + sum(map(len, attributes.values())) + 100)

    def _end(self, tag: str) -> None:
        self._text_ends()
        element, line, before = self._stack.pop(), self._lines.pop(), self._sizes.pop()
        self._closed = element
        if tag.rpartition("}")[2] in self._wanted:
            self._found.append((line, element, list(self._stack)))
            if self._stack:
                self._stack[-1].remove(element)
            self._kept = before

    def _text_ends(self) -> None:
        """The text so far belongs behind the element that ended last, else to the one that is open."""
        if not self._pieces or not self._stack:
            return
        text, self._pieces = "".join(self._pieces), []
        if self._closed is not None:
            self._closed.tail = (self._closed.tail or "") + text
        else:
            self._stack[-1].text = (self._stack[-1].text or "") + text

    def _data(self, data: str) -> None:
        self._keep(len(data))
        self._pieces.append(data)

    def _skipped(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:
            self._data(html.unescape(f"&{name};"))

    def _declared(self, name: str, *_: Any) -> None:
        raise RecordError("", "forbidden_markup", name)

    def _keep(self, size: int) -> None:
        self._kept += size
        if self._kept > LIMIT:
            raise RecordError("", "too_long", str(LIMIT))
