"""Selections of a text in a REFI-QDA project, and how their positions count (pure).

Positions are Unicode code points of the plain text, the end excluded. Some programs count UTF-16 units, and
some a CR LF as one character; the words that a selection is called after show it, and the count that fits
most selections of a text is taken.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import product
from xml.etree.ElementTree import Element

from msgspec import Struct

from store.formats.annotations.refi_notes import guid_of, noted
from store.formats.json_lines import converted
from store.formats.markup import name_of
from store.offsets import Offsets

Count = Callable[[int], int]
"""Another program's position as code points. Raises IndexError outside of the text."""


class Selection(Struct):
    """A selection of a text: its place as the file has it, the words that it is called after, what is said
    of it, the codes given to it with who did, and the GUIDs of the notes on it.
    """

    guid: str
    start: int
    end: int
    called: str
    said: str
    codings: list[tuple[str, str]]
    notes: list[str] = []


def selections(source: Element) -> list[Selection]:
    """The selections of a source. Raises RecordError for positions that are no numbers."""
    found: list[Selection] = []
    for element in source:
        if name_of(element) != "PlainTextSelection":
            continue
        user, guid = guid_of(element, "creatingUser"), guid_of(element)
        place = {"start": element.get("startPosition"), "end": element.get("endPosition")}
        coded = [it for it in element if name_of(it) == "Coding"]
        codings = [
            (guid_of(reference, "targetGUID"), guid_of(coding, "creatingUser") or user)
            for coding in coded
            for reference in coding
            if name_of(reference) == "CodeRef"
        ]
        said = next((it.text or "" for it in element if name_of(it) == "Description"), "")
        values = {
            **place,
            "guid": guid,
            "called": element.get("name") or "",
            "said": said,
            "codings": codings,
            "notes": list(dict.fromkeys(it for one in (element, *coded) for it in noted(one))),
        }
        found.append(converted(values, Selection, f"PlainTextSelection {guid}"))
    return found


def counted(text: str, found: Sequence[Selection], origin: str = "") -> Count:
    """How the positions of a source count: as code points, if nothing shows another way."""
    breaks = [i for i in range(len(text) - 1) if text.startswith("\r\n", i)] if "\r\n" in text else []
    before = [at - number for number, at in enumerate(breaks)]
    short = Offsets(text.replace("\r\n", "\n"))
    whole = Offsets(text)
    ends = ([True, False] if origin.startswith("ATLAS") else [False, True]) if breaks else [False]
    units = [False, True] if whole.utf16_length > whole.length else [False]

    def way(*, one: bool, utf16: bool) -> Count:
        def count(position: int) -> int:
            counting = short if one else whole
            place = counting.code_point(position) if utf16 else position
            return place + bisect_left(before, place) if one else place

        return count

    ways = [way(one=one, utf16=utf16) for utf16, one in product(units, ends)]
    return max(ways, key=lambda it: sum(_fits(one, it, text) for one in found)) if len(ways) > 1 else ways[0]


def _fits(one: Selection, count: Count, text: str) -> bool:
    called = " ".join(one.called.rstrip(".… ").split())
    try:
        selected = text[count(one.start) : count(one.end)]
    except IndexError:
        return False
    return bool(called) and " ".join(selected.split()).startswith(called)
