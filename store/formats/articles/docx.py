"""Word documents (`.docx`): the paragraphs of the body, as they read with all changes accepted.

ECMA-376, part 1, 17.3 (paragraphs and runs).
"""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from store.formats.articles.documents import Line, document
from store.formats.articles.office import OLE, parts
from store.formats.markup import name_of, words
from store.formats.protocol import Feature, Item, ReadOptions
from store.formats.sources import Source

_NOT_READ = frozenset(
    ["del", "moveFrom", "Fallback", "instrText", "pPr", "rPr", "sectPr", "footnoteReference"]
)
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_TITLES = ("title", "titel", "heading1", "berschrift1", "headline", "titre", "ttulo")
"""Beginnings of the names of styles; Word writes them without spaces and without letters like "Ü"."""


class Docx:
    """`.docx`: one article, or what a database of press articles put into one file."""

    name = "docx"
    suffixes = (".docx", ".docm")
    cannot_hold: tuple[Feature, ...] = (
        "metadata", "zones", "nesting", "provenance", "rejections", "stances", "answers", "comments",
        "scheme",
    )  # fmt: skip

    def sniff(self, head: str, suffix: str) -> float:
        """By the names of its parts, which stand in a ZIP archive uncompressed."""
        if head.startswith("PK") and "word/" in head:
            return 0.95
        return 0.7 if suffix in self.suffixes and head.startswith(("PK", OLE)) else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """The paragraphs; tables row by row, without notes, headers and footers."""
        with parts(source) as found:
            root = found.tree("word/document.xml")
            core = found.tree("docProps/core.xml") if found.has("docProps/core.xml") else Element("none")
        yield from document(source, list(_lines(root)), options, _properties(core))


def _lines(root: Element) -> Iterator[Line]:
    body = root.find("{*}body")
    for paragraph in _paragraphs(root if body is None else body):
        style = paragraph.find("{*}pPr/{*}pStyle")
        name = "" if style is None else next(iter(style.attrib.values()), "").casefold()
        if text := "".join(_runs(paragraph)).strip():
            yield Line(text, name.startswith(_TITLES))


def _paragraphs(root: Element) -> Iterator[Element]:
    """Paragraphs in order; those inside a text box behind the one that it hangs on."""
    todo = [root]
    while todo:
        element = todo.pop()
        name = name_of(element)
        if name in _NOT_READ:
            continue
        if name == "p":
            yield element
        todo.extend(reversed(element))


def _runs(paragraph: Element) -> Iterator[str]:
    todo = list(reversed(paragraph))
    while todo:
        element = todo.pop()
        name = name_of(element)
        if name == "t":
            yield element.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name not in _NOT_READ and name != "p":
            todo.extend(reversed(element))


def _properties(core: Element) -> dict[str, Any]:
    """What the file says of itself: often of who typed it, seldom of the article; so it stays beside it."""
    found = {name_of(it): words(it) for it in core}
    names = ("title", "creator", "created", "keywords")
    return {f"document_{name}": value for name in names if (value := found.get(name))}
