"""Lines of WebAnno TSV 3: what stands in cells, and what a whole file says.

Rows are tokens (`1-3`: third token of the first sentence) and pieces of tokens (`1-3.1`, below their token);
positions are UTF-16 units. In a cell `_` is nothing, `*` an annotation without a value; several are set apart
by `|`, and `[7]` tells which cells are one annotation (INCEpTION User Guide, "WebAnno TSV 3.3").
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from store.formats.problems import RecordError
from store.formats.sources import LIMIT
from store.offsets import Offsets

FORMAT = "#FORMAT=WebAnno TSV 3"
TEXT = "#Text="
SPANS, RELATIONS = "#T_SP=", "#T_RL="
NOTHING, NO_VALUE = "_", "*"

_LAYER = re.compile(r"#T_(SP|RL|CH)=")
_UNIT = re.compile(r"\d+-\d+(?:\.\d+)?")
_PLACE = re.compile(r"(\d{1,10})-(\d{1,10})")
_PIECES = re.compile(r"(?:\\.|[^\\|])*", re.DOTALL)
_VALUE = re.compile(r"((?:\\.|[^\\])*?)(?:\[(\d+)\])?", re.DOTALL)
_SOURCE = re.compile(r"(\d+-\d+(?:\.\d+)?)(?:\[(\d+)_(\d+)\])?")
_ESCAPED = re.compile(r"\\(->|.)", re.DOTALL)
_RESERVED = re.compile(r"->|[\\\[\]|_;\t\n*]")
_NAMED = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "b": "\b"}
_LETTER = {"\t": "t", "\n": "n"}


class Layer(Struct, frozen=True):
    """A layer of the header and the columns (from 0, behind position and form) of its features."""

    kind: str
    name: str
    features: list[str]
    first: int


class Unit(Struct, frozen=True):
    """A row: a token or a piece of one, `[begin, end)` in UTF-16 units, and its cells."""

    line: int
    name: str
    begin: int
    end: int
    cells: list[str]


class Relation(Struct, frozen=True):
    """A cell of a relation: from an annotation (row, number or 0) to one of this row."""

    unit: Unit
    value: str
    source: tuple[str, int]
    target: tuple[str, int]


class Sheet(Struct):
    """A whole file; `texts` are the sentences with their first UTF-16 position."""

    layers: list[Layer] = []
    units: list[Unit] = []
    texts: list[tuple[int, str]] = []


# --- Cells -------------------------------------------------------------------------------


def value_cell(value: str) -> str:
    """A value as it may stand in a cell."""
    return _RESERVED.sub(lambda it: f"\\{_LETTER.get(it[0], it[0])}", value)


def text_line(text: str) -> str:
    """A line of a text; what it shows has no control characters but tabs."""
    return text.replace("\\", "\\\\").replace("\t", "\\t")


def unescaped(words: str) -> str:
    """What was escaped by either of these."""
    return _ESCAPED.sub(lambda it: _NAMED.get(it[1], it[1]), words)


def values_in(cell: str) -> list[tuple[str | None, int]]:
    """The annotations of a cell: value (None: none was given) and number (0: it has none)."""
    if cell in ("", NOTHING):
        return []
    found: list[tuple[str | None, int]] = []
    for piece in _split(cell):
        match = _VALUE.fullmatch(piece)
        value, number = (match[1], int(match[2] or 0)) if match else (piece, 0)
        found.append((None if value in (NO_VALUE, NOTHING) else unescaped(value), number))
    return found


def sources_in(unit: Unit, cell: str, values: Sequence[tuple[str | None, int]]) -> Iterator[Relation]:
    """The relations of a row. Raises RecordError where one names no row."""
    pieces = [] if cell in ("", NOTHING) else _split(cell)
    for piece, (value, _) in zip(pieces, values, strict=False):
        match = _SOURCE.fullmatch(piece)
        if match is None:
            raise RecordError(f"line {unit.line}", "columns", piece[:80])
        source, target = (match[1], int(match[2] or 0)), (unit.name, int(match[3] or 0))
        yield Relation(unit, value or "", source, target)


def _split(cell: str) -> list[str]:
    return [it for it in _PIECES.findall(cell) if it]


# --- Files -------------------------------------------------------------------------------


def sheet(content: str) -> Sheet:
    """What a file says. Raises RecordError for the first line that is wrong; its field names the line."""
    found = Sheet()
    lines: list[str] = []
    names: set[str] = set()
    width = 0
    for number, raw in enumerate(content.removeprefix("\ufeff").split("\n"), 1):
        line = raw.removesuffix("\r")
        if _LAYER.match(line):
            layer = _layer(line, width)
            found.layers.append(layer)
            width += len(layer.features)
        elif line.startswith(TEXT):
            lines.append(unescaped(line.removeprefix(TEXT)))
        elif line and not line.startswith("#"):
            unit = _unit(line, number, width)
            if unit.name in names:
                raise RecordError(f"line {number}", "repeated", unit.name)
            names.add(unit.name)
            if lines:
                found.texts.append((unit.begin, "\n".join(lines)))
                lines = []
            found.units.append(unit)
    if not found.texts or lines:
        raise RecordError("text", "half_written" if lines else "missing_text")
    return found


def laid_out(texts: Sequence[tuple[int, str]]) -> str:
    """The text with each sentence where it belongs; what lay between two of them nobody knows: one blank, or
    line ends. Raises RecordError for sentences that lie in each other.
    """
    pieces: list[str] = []
    position = 0
    for start, text in texts:
        gap = start - position
        if gap < 0 or start > LIMIT:
            raise RecordError("text", "wrong_offset", str(start))
        pieces += (" " if gap == 1 or not pieces else "\n") * gap, text
        position = start + Offsets(text).utf16_length
    return "".join(pieces)


def _layer(line: str, first: int) -> Layer:
    match = _LAYER.match(line)
    kind = match[1] if match else ""
    name, *features = line.partition("=")[2].split("|")
    return Layer(kind, name, features, first)


def _unit(line: str, number: int, width: int) -> Unit:
    cells = line.split("\t")
    if cells[-1] == "":  # each cell is followed by a tab
        cells.pop()
    if len(cells) != 3 + width or _UNIT.fullmatch(cells[0]) is None:
        raise RecordError(f"line {number}", "columns", line[:80])
    place = _PLACE.fullmatch(cells[1])
    if place is None or int(place[1]) > int(place[2]):
        raise RecordError(f"line {number}", "wrong_offset", cells[1][:80])
    return Unit(number, cells[0], int(place[1]), int(place[2]), cells[3:])
