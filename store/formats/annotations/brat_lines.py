"""Lines of brat's `.ann` files: made, and read back."""

import re
from itertools import pairwise
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from store.formats.annotations.foreign import STANCES, Json, Voice, inside
from store.formats.json_lines import converted
from store.formats.problems import RecordError
from store.formats.readings import spans_named
from store.formats.records import PartRecord, SetRecord, StanceRecord
from store.formats.sources import LIMIT, Source
from store.offsets import Range

STANCE_NOTE = "lesart "
"""How a note to an event begins that says what ranges cannot."""

_ENTITY = re.compile(r"(\S+) (\d+ \d+(?:;\d+ \d+)*)")


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


class Parsed(Struct):
    """What an `.ann` file says: ranges by id (name, pieces) and their lines, events by id (name,
    trigger, roles), notes by what they are about, and the lines that mean nothing to us.
    """

    entities: dict[str, tuple[str, list[Range]]] = {}
    lines: dict[str, int] = {}
    events: dict[str, tuple[str, str, dict[str, str]]] = {}
    notes: dict[str, str] = {}
    others: list[str] = []


def parsed(source: Source, text: str) -> Parsed:
    """The file's lines. Raises RecordError for the first that is wrong; its field names the line."""
    found, size = Parsed(), 0
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
            found.entities[name] = _entity(rest, text, number)
            found.lines[name] = number
        elif name.startswith("E"):
            found.events[name] = _event(rest, number)
        elif rest.startswith("AnnotatorNotes ") and STANCE_NOTE in rest:
            about, _, words = rest.removeprefix("AnnotatorNotes ").partition("\t")
            found.notes[about] = words.removeprefix(STANCE_NOTE)
        else:
            found.others.append(line)
    return found


def _entity(rest: str, text: str, number: int) -> tuple[str, list[Range]]:
    head, _, _ = rest.partition("\t")
    match = _ENTITY.fullmatch(head)
    if match is None:
        raise RecordError(f"line {number}", "columns", rest[:80])
    pieces: list[Range] = []
    for piece in match[2].split(";"):
        start, end = map(int, piece.split(" "))
        inside(start, end, text, f"line {number}")
        pieces.append((start, end))
    return match[1], pieces


def _event(rest: str, number: int) -> tuple[str, str, dict[str, str]]:
    pairs = [word.partition(":") for word in rest.split()]
    if not pairs or not all(end for _, _, end in pairs):
        raise RecordError(f"line {number}", "columns", rest[:80])
    return pairs[0][0], pairs[0][2], {role.rstrip("0123456789"): end for role, _, end in pairs[1:]}


def reading_of(found: Parsed, who: Voice) -> SetRecord:
    """The reading: entities that are no part of a stance are spans, stances are events called after a side.

    Of a discontinuous range the whole stretch is taken. Raises RecordError for events that name nothing.
    """
    stances = _stances(found)
    for event in found.events.values():
        for end in (event[1], *event[2].values()):
            if end not in found.entities and end not in found.events:
                raise RecordError("events", "unknown_reference", end)
    found.others += [
        f"{name}\t{event[0]}:{event[1]}" + "".join(f" {role}:{end}" for role, end in event[2].items())
        for name, event in found.events.items()
        if name not in stances
    ]
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
    return who.reading(spans, made)


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
    return {event[1] for event in stances} | {
        event[2]["Evidence"] for event in stances if "Evidence" in event[2]
    }


def _stances(found: Parsed) -> dict[str, tuple[str, str, dict[str, str]]]:
    """Events that are stances: called after one of the three sides, or said to be one by a note of ours."""
    return {name: event for name, event in found.events.items() if event[0] in STANCES or name in found.notes}


def _has_target(event: tuple[str, str, dict[str, str]], note: str | None) -> bool:
    return "Target" in event[2] or (note is not None and ('"topic"' in note or '"target_actor"' in note))


def _stance(
    number: int,
    name: str,
    event: tuple[str, str, dict[str, str]],
    found: Parsed,
    ids: dict[str, str],
) -> StanceRecord:
    label, trigger, roles = event
    note = _note(found.notes.get(name, ""))
    parts = [
        PartRecord(*it) for it in converted(note.pop("parts", []), list[tuple[Any, int, int, Any]], "parts")
    ]
    if not parts:
        pieces = found.entities[roles["Evidence"]][1] if "Evidence" in roles else []
        parts = [PartRecord("evidence", start, end, "marked") for start, end in pieces]
        cue = found.entities[trigger][1] if trigger in found.entities else []
        parts += [PartRecord("cue", start, end, "marked") for start, end in cue if cue != pieces]
    holder, target = ids.get(roles.get("Holder", "")), ids.get(roles.get("Target", ""))
    uid = str(uuid5(NAMESPACE_URL, f"lesart:{found.entities}\0{name}\0{label}"))
    base = {"uid": uid, "holder_kind": "span" if holder else "unspecified", **note, "id": f"t{number}"}
    stance = converted({**base, "label": label, "parts": []}, StanceRecord, name)
    kind = "span" if holder else "unspecified" if stance.holder_kind == "span" else stance.holder_kind
    return replace(stance, holder_span=holder, target_span=target, holder_kind=kind, parts=parts)


def _note(words: str) -> Json:
    try:
        return msgspec.json.decode(words, type=Json) if words else {}
    except msgspec.DecodeError:
        return {}
