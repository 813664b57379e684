"""Marked-up text as paragraphs: white space as a browser shows it (pure).

Used for HTML pages, for the HTML in feeds and wire formats, and for the paragraphs of NITF and TEI.
"""

import re
from collections.abc import Callable, Collection, Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct

from store.formats.articles.html_tree import BLOCKS, tree

SILENT = frozenset([
    "script", "style", "template", "noscript", "head", "svg", "math", "iframe", "object", "audio", "video",
    "canvas", "select", "button", "input", "textarea", "datalist", "map",
])  # fmt: skip
"""Elements whose text nobody reads."""

_BREAKS = {"br": "\n", "lb": " "}
_SPACE = re.compile(r"[ \t\n\r\f]+")
_SOFT = re.compile(r" *\n *")


class Paragraph(Struct, frozen=True):
    """A stretch of text without a border of a block in it. `links`: how many of its characters lie in links.

    `path` are the elements it lies in, from the outermost on.
    """

    text: str
    links: int
    path: tuple[Element, ...]

    @property
    def holder(self) -> str:
        """The name of the innermost block."""
        return next((it.tag for it in reversed(self.path) if it.tag in BLOCKS), "")


def paragraphs(
    root: Element,
    *,
    skips: Callable[[Element], bool] = lambda _: False,
    blocks: Collection[str] = BLOCKS,
    silent: Collection[str] = SILENT,
) -> Iterator[Paragraph]:
    """The paragraphs in order. `skips` says of which elements nothing is wanted; tags are compared without
    namespace.

    White space collapses to single spaces, except for no-break spaces and in `pre`; `br` is a line end, TEI's
    `lb` a space. Soft
    hyphens, which are a browser's business, are left out.
    """
    gathering = _Gathering()
    # Each step: an element to enter with what it lies in, or a text to take up.
    todo: list[tuple[Element | str, tuple[Element, ...], bool]] = [(root, (), True)]
    while todo:
        item, path, enters = todo.pop()
        if isinstance(item, str):
            gathering.add(item, path)
            continue
        name = item.tag.rpartition("}")[2]
        is_block = name in blocks
        if not enters:
            if is_block and (found := gathering.ended()):
                yield found
            continue
        if name in silent or (path and skips(item)):
            continue
        if is_block and (found := gathering.ended()):
            yield found
        if name in _BREAKS:
            gathering.add(_BREAKS[name], path, literal=True)
        inner = (*path, item)
        todo.append((item, path, False))
        for child in reversed(item):
            if child.tail:
                todo.append((child.tail, inner, True))
            todo.append((child, inner, True))
        if item.text:
            todo.append((item.text, inner, True))
    if found := gathering.ended():
        yield found


def text_of(markup: str) -> str:
    """A piece of HTML as text: paragraphs with blank lines between."""
    return "\n\n".join(item.text for item in paragraphs(tree(markup)))


class _Gathering:
    """The paragraph under way."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._links = 0
        self._path: tuple[Element, ...] = ()

    def add(self, text: str, path: tuple[Element, ...], *, literal: bool = False) -> None:
        is_pre = any(it.tag == "pre" for it in path)
        piece = text if literal or is_pre else _SPACE.sub(" ", text)
        if not self._pieces or not self._path:
            self._path = path
        self._pieces.append(piece)
        if any(it.tag == "a" for it in path):
            self._links += len(piece.strip())

    def ended(self) -> Paragraph | None:
        pieces, links, path = self._pieces, self._links, self._path
        self._pieces, self._links, self._path = [], 0, ()
        text = "".join(pieces).replace("\u00ad", "")
        if not any(it.tag == "pre" for it in path):
            text = _SOFT.sub("\n", re.sub(" {2,}", " ", text))
        text = text.strip(" \n\r\t")
        return Paragraph(text, min(links, len(text)), path) if text else None
