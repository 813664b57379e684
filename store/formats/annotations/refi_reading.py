"""A REFI-QDA source as readings: codings are spans, called after their codes, descriptions can be stances."""

from collections.abc import Sequence
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import msgspec
from msgspec import Struct

from store.formats.annotations.counting import Count, counted, ways
from store.formats.annotations.foreign import Json, Voice, inside
from store.formats.annotations.refi_book import Book
from store.formats.annotations.refi_notes import Note, json_in
from store.formats.annotations.refi_positions import Selection
from store.formats.json_lines import converted
from store.formats.problems import RecordError
from store.formats.protocol import ReadOptions
from store.formats.readings import spans_named
from store.formats.records import PartRecord, SetRecord, StanceRecord

STANCE_NOTE = "lesart "
"""How the line of a selection's description begins that says the stance whose evidence it is."""

PART_NOTE = "lesart part"
"""The description of further evidence of a stance."""


def readings(
    text: str,
    guid: str,
    found: Sequence[Selection],
    *,
    notes: Sequence[Note],
    book: Book,
    options: ReadOptions,
) -> tuple[list[SetRecord], list[str], list[str]]:
    """The readings of a source, the GUIDs of what stances name that is no longer there, and the words of
    notes where there is no reading that they could be comments of.

    Raises RecordError for a selection that is none of the text.
    """
    told = [(one.start, one.end, one.called) for one in found]
    count = counted(text, told, ways(text, short=book.origin.startswith("ATLAS")))
    voices = dict(book.voices.get(guid, []))
    groups = {user: _Group(who) for user, who in voices.items()}
    waiting: list[tuple[Note, Selection | None]] = []

    def group(user: str) -> "_Group":
        name = book.users.get(user, options.annotator)
        return groups.setdefault(user, _Group(voices.get(user) or Voice(name)))

    for one in found:
        start, end = _place(one, count, text)
        stance = _stance_in(one.said)
        for code, user in one.codings:
            if stance is not None:
                group(user).stances.append((one.guid, stance))
            elif one.said != PART_NOTE:
                group(user).names[one.guid] = (start, end, book.codes.get(code, code))
                group(user).ranges.append((start, end, book.codes.get(code, code)))
        waiting += [(note, one) for note in _notes_on(one, book)]
    waiting += [(note, None) for note in notes]
    loose = [note.text for note, one in waiting if not _hand_over(note, one, groups, book)]
    missing: list[str] = []
    return [_reading(it, text, missing) for it in groups.values()], missing, loose


def _notes_on(one: Selection, book: Book) -> list[Note]:
    """What is noted on a selection; its description is a note, too, unless we wrote it."""
    own = one.said.startswith(PART_NOTE) or _stance_in(one.said) is not None or not one.said.strip()
    by = one.codings[0][1] if one.codings else ""
    described = [] if own else [Note(one.said, by)]
    return described + [book.notes[guid] for guid in one.notes if guid in book.notes]


def _hand_over(note: Note, one: Selection | None, groups: dict[str, "_Group"], book: Book) -> bool:
    """Give a note to the reading that it is about, else to its writer's or the first; False where none is.

    What a comment there cannot say, its words do: who wrote it, and where nothing is marked.
    """
    coders = [user for _, user in one.codings] if one else []
    who = note.of or note.user
    who = coders[0] if coders and who not in coders else who
    whose = groups.get(who) or next(iter(groups.values()), None)
    if whose is None:
        return False
    words = note.text
    if one is not None and not coders:
        words = f"“{one.called}”: {words}"
    if not note.of and note.user in book.users and whose is not groups.get(note.user):
        words = f"{book.users[note.user]}: {words}"
    whose.notes.append((note, words, one.guid if one and coders else ""))
    return True


class _Group(Struct):
    who: Voice
    ranges: list[tuple[int, int, str]] = []
    names: dict[str, tuple[int, int, str]] = {}
    stances: list[tuple[str, Json]] = []
    notes: list[tuple[Note, str, str]] = []


def _place(one: Selection, count: Count, text: str) -> tuple[int, int]:
    field = f"PlainTextSelection {one.guid}"
    try:
        start, end = count(one.start), count(one.end)
    except IndexError as error:
        raise RecordError(field, "wrong_offset", f"{one.start}, {one.end} / {len(text)}") from error
    inside(start, end, text, field)
    return start, end


def _reading(group: _Group, text: str, missing: list[str]) -> SetRecord:
    who, spans = group.who, spans_named(group.ranges)
    by_place = {(span.start, span.end, span.label, span.form): span.id for span in spans}
    ids: dict[str, str] = {}
    for guid, content in group.names.items():
        [one] = spans_named([content])
        ids[guid] = by_place[one.start, one.end, one.label, one.form]
    stances: list[StanceRecord] = []
    named: dict[str, str] = {}
    for guid, values in group.stances:
        ends = [end for end in (values.get("holder_span"), values.get("target_span")) if end is not None]
        if unknown := [str(end) for end in ends if str(end).casefold() not in ids]:
            missing += unknown
            continue
        stances.append(_stance(guid, values, ids, text, number=len(stances) + 1))
        named[guid] = stances[-1].id
    comments = [
        note.comment(words, span=ids.get(guid), stance=None if guid in ids else named.get(guid))
        for note, words, guid in group.notes
    ]
    return msgspec.structs.replace(who.reading(spans, stances), comments=comments)


def _stance(guid: str, values: Json, ids: dict[str, str], text: str, *, number: int) -> StanceRecord:
    where = f"PlainTextSelection {guid}"
    rows = converted(values.pop("parts", []), list[tuple[Any, int, int, Any]], where)
    parts = [PartRecord(*row) for row in rows]
    ends = {
        f"{role}_span": ids[str(end).casefold()]
        for role in ("holder", "target")
        if (end := values.get(f"{role}_span")) is not None
    }
    for part in parts:
        inside(part.start, part.end, text, where)
    base = {"uid": str(uuid5(NAMESPACE_URL, f"lesart:{text}\0{guid}")), "holder_kind": "unspecified"}
    stance = converted({**base, **values, **ends, "id": f"t{number}"}, StanceRecord, where)
    return msgspec.structs.replace(stance, parts=parts)


def _stance_in(said: str) -> Json | None:
    """The stance that a description says; None where it says none."""
    line = next((it for it in said.splitlines() if it.startswith(f"{STANCE_NOTE}{{")), "")
    return json_in(line.removeprefix(STANCE_NOTE)) or None
