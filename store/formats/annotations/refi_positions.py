"""Selections of a text in a REFI-QDA project (pure).

Positions are Unicode code points of the plain text, the end excluded. Some programs count otherwise (see
`counting.py`); the words that a selection is called after show it.
"""

from xml.etree.ElementTree import Element

from msgspec import Struct

from store.formats.annotations.refi_notes import guid_of, noted
from store.formats.json_lines import converted
from store.formats.markup import name_of


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
