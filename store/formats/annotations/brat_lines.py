"""Lines of brat's `.ann` files: made, and read back."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from store.formats.annotations.counting import Told, counted, ways
from store.formats.annotations.foreign import STANCES, Json, Voice, inside
from store.formats.json_lines import converted
from store.formats.problems import RecordError
from store.formats.readings import spans_named
from store.formats.records import PartRecord, SetRecord, StanceRecord
from store.formats.sources import LIMIT, Source
from store.offsets import Range

STANCE_NOTE = "lesart "
"""How a note to an event begins that says what ranges cannot."""

EVIDENCE = "Evidence"

_ENTITY = re.compile(r"(\S+) (\d+ \d+(?:;\d+ \d+)*)")
_LINE = re.compile(r"[^\n]+")


class Annotations:
    """The lines of one text that are being made; `shown` is the text that the ranges count in."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self._lines: list[str] = []
        self._counts = {"T": 0, "E": 0, "#": 0}

    def entity(self, name: str, pieces: list[Range]) -> str:
        """A text-bound annotation; its id."""
        words = " ".join(self.shown[start:end] for start, end in pieces)
        places = ";".join(f"{start} {end}" for start, end in pieces)
        return self._add("T", f"{name} {places}\t{words}")

    def event(self, name: str, trigger: str, roles: dict[str, str]) -> str:
        """An event; its id."""
        arguments = "".join(f" {role}:{end}" for role, end in roles.items())
        return self._add("E", f"{name}:{trigger}{arguments}")

    def note(self, about: str, words: str) -> str:
        """A note to an annotation; its id."""
        return self._add("#", f"AnnotatorNotes {about}\t{words}")

    def text(self) -> str:
        """All lines."""
        return "".join(f"{line}\n" for line in self._lines)

    def _add(self, kind: str, words: str) -> str:
        self._counts[kind] += 1
        name = f"{kind}{self._counts[kind]}"
        self._lines.append(f"{name}\t{words}")
        return name


def fragments(text: str, start: int, end: int) -> list[Range]:
    """A range line by line, without blanks at the edges of lines: brat's ranges may not hold line ends."""
    found: list[Range] = []
    for match in _LINE.finditer(text, start, end):
        words = match[0].strip()
        if words:
            first = match.start() + match[0].index(words)
            found.append((first, first + len(words)))
    return found


class Event(Struct, frozen=True):
    """A line of an event: what it is called, its trigger, and its arguments as (role, id) without the numbers
    that brat gives to further ones of a role.
    """

    line: str
    name: str
    trigger: str
    arguments: list[tuple[str, str]]

    def of(self, role: str) -> list[str]:
        """The ids of the arguments of a role."""
        return [end for name, end in self.arguments if name == role]


class Parsed(Struct):
    """What an `.ann` file says: ranges by id (name, pieces) and their lines, events by id, notes by what
    they are about, and lines of other kinds.
    """

    text: str
    entities: dict[str, tuple[str, list[Range]]] = {}
    lines: dict[str, int] = {}
    events: dict[str, Event] = {}
    notes: dict[str, str] = {}
    others: list[str] = []

    def pieces(self, names: Iterable[str]) -> list[Range]:
        """The pieces of these ranges in text order; those of events are none."""
        found = (self.entities[name][1] for name in names if name in self.entities)
        return sorted(piece for pieces in found for piece in pieces)


def parsed(source: Source, text: str) -> Parsed:
    """The file's lines. Raises RecordError for the first that is wrong; its field names the line."""
    found, size = Parsed(text), 0
    told: dict[str, Told] = {}
    for number, raw in source.lines():
        if isinstance(raw, str):
            raise RecordError(f"line {number}", raw)
        size += len(raw)
        if size > LIMIT:
            raise RecordError(f"line {number}", "too_long", str(LIMIT))
        line = raw.decode().rstrip("\r\n")
        if not line.strip():
            continue
        name, _, rest = line.partition("\t")
        if name in found.entities or name in found.events:
            raise RecordError(f"line {number}", "repeated", name)
        if name.startswith("T"):
            found.entities[name], told[name] = _entity(rest, number)
            found.lines[name] = number
        elif name.startswith("E"):
            found.events[name] = _event(line, number)
        elif rest.startswith("AnnotatorNotes ") and STANCE_NOTE in rest:
            about, _, words = rest.removeprefix("AnnotatorNotes ").partition("\t")
            found.notes[about] = words.removeprefix(STANCE_NOTE)
        else:
            found.others.append(line)
    _count(found, list(told.values()))
    return found


def _count(found: Parsed, told: list[Told]) -> None:
    """Make all positions code points. Raises RecordError for a range that is none of the text."""
    count = counted(found.text, told, ways(found.text))
    for name, (kind, pieces) in found.entities.items():
        field = f"line {found.lines[name]}"
        for i, (start, end) in enumerate(pieces):
            try:
                pieces[i] = (count(start), count(end))
            except IndexError as error:
                raise RecordError(field, "wrong_offset", f"{start}, {end} / {len(found.text)}") from error
            inside(*pieces[i], found.text, field)
        found.entities[name] = (kind, pieces)


def _entity(rest: str, number: int) -> tuple[tuple[str, list[Range]], Told]:
    """Name and pieces as the file has them; where there is one piece, its words."""
    head, _, words = rest.partition("\t")
    match = _ENTITY.fullmatch(head)
    if match is None:
        raise RecordError(f"line {number}", "columns", rest[:80])
    pieces: list[Range] = []
    for piece in match[2].split(";"):
        start, end = map(int, piece.split(" "))
        pieces.append((start, end))
    return (match[1], pieces), (*pieces[0], words if len(pieces) == 1 else "")


def _event(line: str, number: int) -> Event:
    pairs = [word.partition(":") for word in line.partition("\t")[2].split()]
    if not pairs or not all(end for _, _, end in pairs):
        raise RecordError(f"line {number}", "columns", line[:80])
    arguments = [(role.rstrip("0123456789"), end) for role, _, end in pairs[1:]]
    return Event(line, pairs[0][0], pairs[0][2], arguments)


def reading_of(found: Parsed, who: Voice) -> tuple[SetRecord, list[str]]:
    """The reading: entities that are no part of a stance are spans, stances are events called after a side;
    and all lines that mean nothing to us.

    Of a discontinuous range the whole stretch is taken. Raises RecordError for events that name nothing.
    """
    stances = _stances(found)
    for event in found.events.values():
        for end in (event.trigger, *(end for _, end in event.arguments)):
            if end not in found.entities and end not in found.events:
                raise RecordError("events", "unknown_reference", end)
    others = [*found.others, *(it.line for name, it in found.events.items() if name not in stances)]
    inner = _inner(found)
    hulls = {
        name: (pieces[0][0], max(end for _, end in pieces), kind)
        for name, (kind, pieces) in found.entities.items()
        if name not in inner
    }
    spans = spans_named(list(hulls.values()))
    by_place = {(span.start, span.end, span.label, span.form): span.id for span in spans}
    ids: dict[str, str] = {}
    for name, hull in hulls.items():
        [one] = spans_named([hull])
        ids[name] = by_place[one.start, one.end, one.label, one.form]
    made = [
        _stance(number, name, event, found, ids)
        for number, (name, event) in enumerate(stances.items(), 1)
        if _has_target(event, found.notes.get(name))
    ]
    return who.reading(spans, made), others


def filled_in(found: Parsed, text: str) -> list[tuple[int, str]]:
    """Spans in pieces (line and places) with words between them, which the whole stretch takes in."""
    inner = _inner(found)
    return [
        (found.lines[name], ";".join(f"{start} {end}" for start, end in pieces))
        for name, (_, pieces) in found.entities.items()
        if name not in inner
        and any(text[before[1] : behind[0]].strip() for before, behind in pairwise(sorted(pieces)))
    ]


def _inner(found: Parsed) -> set[str]:
    """Ranges that are the cue or the evidence of a stance, whose pieces are kept."""
    stances = list(_stances(found).values())
    return {event.trigger for event in stances} | {end for event in stances for end in event.of(EVIDENCE)}


def _stances(found: Parsed) -> dict[str, Event]:
    """Events that are stances: called after one of the three sides, or said to be one by a note of ours."""
    return {it: event for it, event in found.events.items() if event.name in STANCES or it in found.notes}


def _has_target(event: Event, note: str | None) -> bool:
    is_named = note is not None and ('"topic"' in note or '"target_actor"' in note)
    return is_named or bool(event.of("Target"))


def _stance(
    number: int,
    name: str,
    event: Event,
    found: Parsed,
    ids: dict[str, str],
) -> StanceRecord:
    note = _note(found.notes.get(name, ""))
    parts = [
        PartRecord(*it) for it in converted(note.pop("parts", []), list[tuple[Any, int, int, Any]], "parts")
    ]
    parts = _parts(parts, event, found)
    holder, target = (next((ids.get(it) for it in event.of(role)), None) for role in ("Holder", "Target"))
    uid = str(uuid5(NAMESPACE_URL, f"lesart:{found.text}\0{name}\0{event.line}"))
    base = {"uid": uid, "holder_kind": "span" if holder else "unspecified", **note, "id": f"t{number}"}
    stance = converted({**base, "label": event.name, "parts": []}, StanceRecord, name)
    kind = "span" if holder else "unspecified" if stance.holder_kind == "span" else stance.holder_kind
    return replace(stance, holder_span=holder, target_span=target, holder_kind=kind, parts=parts)


def _parts(noted: list[PartRecord], event: Event, found: Parsed) -> list[PartRecord]:
    """What a note of ours says of evidence and cue, unless somebody marked the evidence anew since then."""
    pieces = found.pieces(event.of(EVIDENCE))
    evidence = [it for it in noted if it.role == EVIDENCE.lower()]
    if noted and pieces in (
        _pieces(evidence, found.text), _pieces([it for it in evidence if it.made == "marked"], found.text)
    ):  # fmt: skip
        return noted
    cue = [it for it in noted if it.role == "cue"]
    if not noted and (trigger := found.pieces([event.trigger])) != pieces:
        cue = [PartRecord("cue", start, end, "marked") for start, end in trigger]
    return [*(PartRecord("evidence", start, end, "marked") for start, end in pieces), *cue]


def _pieces(parts: list[PartRecord], text: str) -> list[Range]:
    return sorted(piece for it in parts for piece in fragments(text, it.start, it.end))


def _note(words: str) -> Json:
    try:
        return msgspec.json.decode(words, type=Json) if words else {}
    except msgspec.DecodeError:
        return {}
