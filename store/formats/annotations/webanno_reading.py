"""What rows of WebAnno TSV say: spans, and stances between them."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from store.formats.annotations.cas import CUSTOM, ENTITY
from store.formats.annotations.foreign import STANCES, Voice, stance_between
from store.formats.annotations.webanno_lines import Layer, Relation, Sheet, sources_in, values_in
from store.formats.problems import RecordError, Skipped
from store.formats.readings import MENTION, name_of, spans_named
from store.formats.records import SetRecord, StanceRecord
from store.offsets import Offsets

Key = tuple[str, str, int]
"""An annotation: its layer, a row of it, and its number there (0: none)."""


class Mark(Struct, frozen=True):
    """An annotation: the line it begins in, its range in code points, its name."""

    line: int
    start: int
    end: int
    name: str


def reading_of(text: str, found: Sheet, who: Voice, path: str) -> tuple[SetRecord, list[str], list[Skipped]]:
    """The reading that the rows say, layers and relations that mean nothing to us, and what was left out."""
    taken = [it for it in found.layers if it.kind == "SP" and _is_taken(it.name)]
    bases = {f"BT_{it.name}": it.name for it in taken}
    related = [it for it in found.layers if it.kind == "RL" and it.features[-1] in bases]
    others = [f"#T_{it.kind}={it.name}" for it in found.layers if it not in taken and it not in related]
    marks = _marks(text, found, taken)
    skipped = [
        Skipped(path, it.line, it.name, "wrong_offset", f"{it.start}, {it.end}")
        for it in dict.fromkeys(marks.values())
        if it.start == it.end
    ]
    spans = spans_named([(it.start, it.end, it.name) for it in marks.values() if it.start < it.end])
    ids = {(span.start, span.end, name_of(span.label, span.form)): span.id for span in spans}
    stances: list[StanceRecord] = []
    for base, relation in _relations(found, related):
        ends = [marks.get((base, *end)) for end in (relation.source, relation.target)]
        if ends[0] is None or ends[1] is None:
            raise RecordError(f"line {relation.unit.line}", "unknown_reference", relation.source[0])
        holder, target = (ids.get((it.start, it.end, it.name)) for it in ends if it)
        if relation.value in STANCES and holder and target:
            number = len(stances) + 1
            stances.append(
                stance_between(holder, target, relation.value, text=text, who=who.name, number=number)
            )
        else:
            others.append(f"{relation.value}: {relation.source[0]}, {relation.target[0]}")
    return who.reading(spans, stances), others, skipped


def _is_taken(layer: str) -> bool:
    return layer == ENTITY or layer.startswith(CUSTOM)


def _column(layer: Layer) -> int:
    """The column that names the annotations of a layer."""
    plain = [i for i, name in enumerate(layer.features) if not name.startswith("ROLE_")]
    named = [i for i in plain if layer.features[i] in ("value", "label")]
    return layer.first + next(iter(named or plain), 0)


def _marks(text: str, found: Sheet, layers: Sequence[Layer]) -> dict[Key, Mark]:
    """The annotations, under each of their rows. Raises RecordError for a row outside of the text."""
    offsets = Offsets(text)
    whole: dict[Key, Mark] = {}
    rows: list[tuple[Key, Key]] = []
    for unit in found.units:
        if unit.end > offsets.utf16_length:
            raise RecordError(f"line {unit.line}", "wrong_offset", f"{unit.begin}, {unit.end}")
        start, end = offsets.code_point(unit.begin), offsets.code_point(unit.end)
        for layer in layers:
            for value, number in values_in(unit.cells[_column(layer)]):
                one = (layer.name, "" if number else unit.name, number)
                first = whole.get(one) or Mark(unit.line, start, end, value or MENTION)
                whole[one] = Mark(first.line, min(first.start, start), max(first.end, end), first.name)
                rows.append(((layer.name, unit.name, number), one))
    return {row: whole[one] for row, one in rows}


def _relations(found: Sheet, layers: Sequence[Layer]) -> Iterator[tuple[str, Relation]]:
    """The relations of these layers, each with the layer that it joins."""
    for unit in found.units:
        for layer in layers:
            values = values_in(unit.cells[_column(layer)])
            sources = unit.cells[layer.first + len(layer.features) - 1]
            for relation in sources_in(unit, sources, values):
                yield layer.features[-1].removeprefix("BT_"), relation
