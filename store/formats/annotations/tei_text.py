"""The text of a TEI document and the places of its elements in it: where pointers point (pure).

White space counts where `xml:space` says so; elsewhere it collapses, and paragraphs have a blank line between
them. Pointers are those of the guidelines' chapter on linking (tei-c.org, "TEI XPointer Schemes"): `#id`,
`#string-range(id,offset,length)`, `#range(#string-index(id,offset),#string-index(id,offset))`. Offsets count
characters, which are code points, of the element's string value, 0 before the first one.
"""

import re
from array import array
from collections.abc import Callable, Iterator
from typing import Literal
from xml.etree.ElementTree import Element

from store.formats.markup import FORBIDDEN, name_of
from store.formats.problems import RecordError
from store.offsets import Range

XML = "{http://www.w3.org/XML/1998/namespace}"
CONTROL = "control"
"""`<g type="control" n="B">`: a character that XML does not allow, by its number in hexadecimal digits."""

_PIECE = re.compile(r"[ \t\r\n]+|\u00ad|[^ \t\r\n\u00ad]+")
_POINTER = re.compile(r"[^\s()]*\((?:[^()]|\([^()]*\))*\)|\S+")
_STRING_RANGE = re.compile(r"[^#]*#string-range\(\s*#?([^\s,()]+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)")
_STRING_INDEX = re.compile(r"[^#]*#?string-index\(\s*#?([^\s,()]+)\s*,\s*(\d+)\s*\)")
_RANGE = re.compile(r"[^#]*#range\((.*\))\s*,\s*(#?string-index\(.*\))\s*\)", re.DOTALL)
_WORDS = ("w", "pc")

Mode = Literal["loose", "exact", "hidden"]
"""How characters are taken: as a browser shows them, all as they are, or not at all."""


class Placed:
    """A text, and where in it the elements with an `xml:id` are.

    `places` are ranges of the string value of the whole body, each of whose characters has its place in
    `text`, or none.
    """

    def __init__(self, text: str, offsets: "array[int]", places: dict[str, Range]) -> None:
        self.text = text
        self.places = places
        self._offsets = offsets

    def pointed(self, pointers: str) -> list[Range]:
        """The ranges of the text that pointers point at. Raises RecordError: "unknown_reference" for what is
        not in the text, "wrong_offset" for what lies outside of its element or is empty.
        """
        return [self._range(pointer) for pointer in _POINTER.findall(pointers)]

    def between(self, start: str, end: str) -> Range:
        """From the beginning of what one pointer points at to the end of what the other does."""
        return self._inner(self._raw(start)[0], self._raw(end or start)[1], start)

    def _range(self, pointer: str) -> Range:
        if (match := _RANGE.fullmatch(pointer)) is not None:
            return self.between(match[1], match[2])
        return self._inner(*self._raw(pointer), pointer)

    def _raw(self, pointer: str) -> Range:
        if (match := _STRING_RANGE.fullmatch(pointer)) is not None:
            return self._part(match[1], int(match[2]), int(match[3]), pointer)
        if (match := _STRING_INDEX.fullmatch(pointer)) is not None:
            return self._part(match[1], int(match[2]), 0, pointer)
        return self._element(pointer.rpartition("#")[2], pointer)

    def _part(self, name: str, offset: int, length: int, pointer: str) -> Range:
        start, end = self._element(name, pointer)
        if start + offset + length > end:
            raise RecordError("target", "wrong_offset", f"{pointer} / {end - start}")
        return start + offset, start + offset + length

    def _element(self, name: str, pointer: str) -> Range:
        if name not in self.places:
            raise RecordError("target", "unknown_reference", pointer)
        return self.places[name]

    def _inner(self, start: int, end: int, pointer: str) -> Range:
        """The range of the text, without white space that is not shown at its edges."""
        while start < end and self._offsets[start] < 0:
            start += 1
        while start < end and self._offsets[end - 1] < 0:
            end -= 1
        if start >= end:
            raise RecordError("target", "wrong_offset", pointer)
        return self._offsets[start], self._offsets[end - 1] + 1


def placed(body: Element, blocks: frozenset[str], silent: Callable[[Element], bool]) -> Placed:
    """The text of a body, without what is `silent`. Raises RecordError: "repeated" for an `xml:id` that is
    there twice.
    """
    text = _Text()
    for item, element, mode in _walk(body, silent):
        name = name_of(element)
        if isinstance(item, str):
            text.add(item, mode)
            continue
        sides = ("left", "both") if item else ("right", "both")
        text.borders(block=name in blocks, joins=name in _WORDS and element.get("join") in sides)
        if not item:
            text.leaves(element.get(f"{XML}id"))
            continue
        text.enters(element.get(f"{XML}id"))
        if name == "lb" and mode == "loose":
            text.blank()
    return text.placed()


def _walk(body: Element, silent: Callable[[Element], bool]) -> Iterator[tuple[str | bool, Element, Mode]]:
    """Texts with the element that they are in, beginnings (True) and ends (False) of elements, in order."""
    todo: list[tuple[str | bool, Element, Mode]] = [(True, body, "loose")]
    while todo:
        item, element, mode = todo.pop()
        if item is not True:
            yield item, element, mode
            continue
        if mode == "hidden" or silent(element):
            mode = "hidden"
        elif space := element.get(f"{XML}space"):
            mode = "exact" if space == "preserve" else "loose"
        yield True, element, mode
        todo.append((False, element, mode))
        for child in reversed(element):
            if child.tail:
                todo.append((child.tail, element, mode))
            todo.append((True, child, mode))
        if shown := _character(element) or element.text:
            todo.append((shown, element, mode))


def _character(element: Element) -> str | None:
    """The character that XML does not allow, for which an element stands."""
    if name_of(element) != "g" or element.get("type") != CONTROL:
        return None
    try:
        found = chr(int(element.get("n") or "", 16))
    except (ValueError, OverflowError):
        return None
    return found if FORBIDDEN.fullmatch(found) else None


class _Text:
    """The text under way."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._offsets: array[int] = array("q")
        self._open: dict[str, int] = {}
        self._places: dict[str, Range] = {}
        self._between = ""
        self._joins = False

    def placed(self) -> Placed:
        return Placed("".join(self._pieces), self._offsets, self._places)

    def enters(self, name: str | None) -> None:
        if name is None:
            return
        if name in self._open:
            raise RecordError("xml:id", "repeated", name)
        self._open[name] = len(self._offsets)

    def leaves(self, name: str | None) -> None:
        if name is not None:
            self._places[name] = (self._open[name], len(self._offsets))

    def borders(self, *, block: bool, joins: bool) -> None:
        """A border of an element: a paragraph begins or ends, or no space may stand here."""
        if block and self._length:
            self._between = "\n\n"
        elif joins and self._between != "\n\n":
            self._between, self._joins = "", True

    def add(self, text: str, mode: Mode) -> None:
        """A piece of the string value, and of the text unless it is hidden."""
        if mode == "hidden":
            self._offsets.extend([-1] * len(text))
        elif mode == "exact":
            self._put(text)
        else:
            for piece in _PIECE.findall(text):
                if piece[0] not in " \t\r\n\u00ad":
                    self._put(piece)
                    continue
                self._offsets.extend([-1] * len(piece))
                if piece != "\u00ad":
                    self.blank()

    def blank(self) -> None:
        """White space, of which one blank is shown where words go on."""
        if self._length and not self._between and not self._joins:
            self._between = " "

    def _put(self, text: str) -> None:
        if self._between:
            self._pieces.append(self._between)
            self._length += len(self._between)
        self._between, self._joins = "", False
        self._pieces.append(text)
        self._offsets.extend(range(self._length, self._length + len(text)))
        self._length += len(text)
