"""OpenDocument texts (`.odt`): the paragraphs and headings of the body.

OASIS OpenDocument 1.3, part 3, 5 and 6.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from store.formats.articles.documents import Line, document
from store.formats.articles.office import parts
from store.formats.markup import name_of
from store.formats.problems import RecordError
from store.formats.protocol import Feature, Item, ReadOptions
from store.formats.sources import Source

_NOT_READ = frozenset([
    "note", "annotation", "tracked-changes", "deletion", "table-of-content", "forms", "desc", "title",
])  # fmt: skip
_KIND = "application/vnd.oasis.opendocument.text"


class Odt:
    """`.odt`: one article, or what a database of press articles put into one file."""

    name = "odt"
    suffixes = (".odt",)
    cannot_hold: tuple[Feature, ...] = (
        "metadata", "zones", "nesting", "provenance", "rejections", "stances", "answers", "comments",
        "scheme",
    )  # fmt: skip

    def sniff(self, head: str, suffix: str) -> float:
        """By the kind that stands at its beginning."""
        if head.startswith("PK") and _KIND in head[:200]:
            return 0.95
        return 0.7 if suffix in self.suffixes and head.startswith("PK") else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """The paragraphs without notes and comments."""
        with parts(source) as found:
            manifest = found.tree("META-INF/manifest.xml") if found.has("META-INF/manifest.xml") else None
            if manifest is not None and any(name_of(it) == "encryption-data" for it in manifest.iter()):
                raise RecordError("", "protected")
            root = found.tree("content.xml")
        yield from document(source, list(_lines(root)), options)


def _lines(root: Element) -> Iterator[Line]:
    body = root.find(".//{*}body/{*}text")
    todo = [root if body is None else body]
    while todo:
        element = todo.pop()
        name = name_of(element)
        if name in _NOT_READ:
            continue
        if name in ("p", "h"):
            if text := "".join(_pieces(element)).strip():
                is_first = name == "h" and _attribute(element, "outline-level") in ("", "1")
                yield Line(
                    text, is_first or _attribute(element, "style-name").casefold() in ("title", "titel")
                )
        else:
            todo.extend(reversed(element))


def _pieces(element: Element) -> Iterator[str]:
    """Text as OpenDocument means it: white space collapses, spaces and tabs have elements of their own."""
    yield _collapsed(element.text)
    for child in element:
        name = name_of(child)
        if name == "s":
            count = _attribute(child, "c")
            yield " " * (min(int(count), 100) if count.isdigit() else 1)
        elif name == "tab":
            yield "\t"
        elif name == "line-break":
            yield "\n"
        elif name not in _NOT_READ:
            yield from _pieces(child)
        yield _collapsed(child.tail)


def _collapsed(text: str | None) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text or "")


def _attribute(element: Element, name: str) -> str:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")
