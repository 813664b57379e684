"""Readings that stand off from the text of a TEI document: `span`s and `annotation`s in `standOff`.

Each group (`spanGrp`, `listAnnotation`) is the reading of whom its `resp` names. The label of a range is what
its element says, or the last part of what `ana` points to. A feature structure of the type "stance" is one.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from urllib.parse import unquote
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element

import msgspec
from msgspec import Struct

from store.formats.annotations.foreign import Json, Voice
from store.formats.annotations.tei_text import XML, Placed
from store.formats.json_lines import converted
from store.formats.markup import name_of, words
from store.formats.problems import RecordError, SkipReason
from store.formats.protocol import ReadOptions
from store.formats.readings import MENTION, spans_named
from store.formats.records import PartRecord, SetRecord, StanceRecord

ENTITIES = "entities"
PARTS = "stances"
"""Types of groups: what is labelled, and evidence and cues of stances."""

_OTHER_LAYERS = frozenset(["pos", "lemma", "msd", "morph", "morphosyntax", "wordForm", "token", "sentence"])
"""Groups of these types are the business of other programs."""

_LAST = re.compile(r"[^#:/]*\Z")


class Layers(Struct):
    """What a `standOff` says: readings, and what of it was not taken, as (field, reason, detail)."""

    sets: list[SetRecord]
    problems: list[tuple[str, SkipReason, str]]
    others: list[str]


class _Group(Struct):
    """The reading of one voice under way."""

    who: Voice
    ranges: list[tuple[int, int, str]] = []
    names: dict[str, int] = {}
    parts: dict[str, list[PartRecord]] = {}
    stances: list[Element] = []


def layers(document: Element, text: Placed, options: ReadOptions) -> Layers:
    """All readings of a document. Raises RecordError for a range that is not one of the text, or for a
    stance that is none.
    """
    voices = dict(_voices(document))
    groups: dict[str, _Group] = {}
    found = Layers([], [], [])
    for stand_off in (it for it in document if name_of(it) == "standOff"):
        for layer in stand_off:
            name, pointer = name_of(layer), (layer.get("resp") or "").removeprefix("#")
            who = voices.get(pointer) or Voice(options.annotator)
            if name in ("spanGrp", "listAnnotation", "span", "annotation"):
                if layer.get("type") in _OTHER_LAYERS:
                    found.others.append(f"{name}: {layer.get('type')}")
                else:
                    _layer(layer, groups.setdefault(pointer, _Group(who)), text, found)
            elif name == "fs" and layer.get("type") == "stance":
                groups.setdefault(pointer, _Group(who)).stances.append(layer)
            else:
                found.others.append(name)
    found.sets += [_reading(group, text.text) for group in groups.values()]
    return found


def _voices(document: Element) -> Iterator[tuple[str, Voice]]:
    for element in document.iter():
        identity = element.get(f"{XML}id")
        if name_of(element) != "respStmt" or identity is None:
            continue
        kind, version, name = "person", "", ""
        notes: dict[str, str] = {}
        for child in element:
            if name_of(child) == "resp":
                kind = child.get("n") or kind
            elif name_of(child) == "note":
                notes[child.get("type") or ""] = words(child) or ""
            else:
                name, version = words(child) or name, child.get("n") or version
        if name:
            yield identity, Voice(name, kind, version, notes.get("round", ""), notes.get("status", "done"))


def _layer(layer: Element, group: _Group, text: Placed, found: Layers) -> None:
    is_parts = layer.get("type") == PARTS
    own = [layer] if name_of(layer) in ("span", "annotation") else []
    for element in own or layer.iter():
        if name_of(element) not in ("span", "annotation"):
            continue
        identity = element.get(f"{XML}id") or ""
        try:
            start, end, is_whole = _place(element, text)
        except RecordError as problem:
            if problem.reason == "wrong_offset":
                raise
            found.problems.append((identity or name_of(element), problem.reason, problem.detail))
            continue
        if not is_whole:
            found.problems.append((identity or "target", "discontinuous", element.get("target") or ""))
        label = _label(element)
        if is_parts:
            part = {"role": label, "start": start, "end": end, "made": element.get("type") or "marked"}
            about = (element.get("corresp") or "").removeprefix("#")
            group.parts.setdefault(about, []).append(converted(part, PartRecord, identity))
        else:
            if identity in group.names:
                raise RecordError("xml:id", "repeated", identity)
            if identity:
                group.names[identity] = len(group.ranges)
            group.ranges.append((start, end, label))


def _place(element: Element, text: Placed) -> tuple[int, int, bool]:
    """The range of an annotation, and whether nothing but white space lies between its pieces."""
    if begin := element.get("from"):
        return *text.between(begin, element.get("to") or begin), True
    pieces = sorted(text.pointed(element.get("target") or ""))
    if not pieces:
        raise RecordError("target", "unknown_reference")
    is_whole = not any(text.text[a[1] : b[0]].strip() for a, b in pairwise(pieces))
    return pieces[0][0], max(end for _, end in pieces), is_whole


def _label(element: Element) -> str:
    own = words(element) if name_of(element) == "span" else None
    pointers = (element.get("ana") or "").split()
    last = _LAST.search(pointers[0]) if pointers else None
    said = next((words(it) for it in element if name_of(it) == "note" and len(element) == 1), None)
    return own or (unquote(last[0]) if last else None) or said or MENTION


def _reading(group: _Group, text: str) -> SetRecord:
    spans = spans_named(group.ranges)
    by_place = {(span.start, span.end, span.label, span.form): span.id for span in spans}
    ids: dict[str, str] = {}
    for name, number in group.names.items():
        [one] = spans_named([group.ranges[number]])
        ids[name] = by_place[one.start, one.end, one.label, one.form]
    who = group.who
    return who.reading(
        spans, [_stance(it, number, ids, group, text) for number, it in enumerate(group.stances, 1)]
    )


def _stance(element: Element, number: int, ids: dict[str, str], group: _Group, text: str) -> StanceRecord:
    identity = element.get(f"{XML}id") or ""
    values: Json = {}
    for feature in element:
        name, pointer = feature.get("name") or "", feature.get("fVal")
        if pointer is not None:
            end = ids.get(pointer.removeprefix("#"))
            if end is None:
                raise RecordError(f"{identity} {name}".strip(), "unknown_reference", pointer)
            values[f"{name}_span"] = end
        else:
            values[name] = _value(feature)
    uid = str(uuid5(NAMESPACE_URL, f"lesart:{text}\0{group.who.name}\0{identity}\0{number}"))
    kind = "span" if "holder_span" in values else "unspecified"
    parts = msgspec.to_builtins(group.parts.get(identity, []))
    values = {"uid": uid, "holder_kind": kind, **values, "id": f"t{number}", "parts": parts}
    return converted(values, StanceRecord, identity or "fs")


def _value(feature: Element) -> Any:
    """A symbol, a truth, a number or words; where `n` says "json", what that says."""
    value = next(iter(feature), None)
    if value is None:
        return words(feature)
    name = name_of(value)
    if name == "binary":
        return value.get("value") in ("true", "1")
    if name == "string":
        said = "".join(value.itertext())
        return _json(said) if feature.get("n") == "json" else said
    return value.get("value")


def _json(said: str) -> Any:
    try:
        return msgspec.json.decode(said)
    except msgspec.DecodeError as error:
        raise RecordError("string", "not_json", str(error)) from error
