"""Discourse Network Analyzer's `.dna`, read: documents become articles, coders readers, statements stances.

Positions come in UTF-16 units. What its variables mean: `dna_variables.py`.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import msgspec

from store.formats.problems import Skipped
from store.formats.protocol import Item, ReadOptions
from store.formats.readings import reading
from store.formats.records import VERSION, ArticleRecord, PartRecord, StanceRecord
from store.formats.sources import Source
from store.formats.stances.dna_variables import (
    CONCEPTS,
    Book,
    Values,
    code_of,
    first,
    holder_of,
    label_of,
    rest_of,
    told,
)
from store.formats.stances.sidecar import restored, sidecar_of
from store.offsets import Offsets

_TABLES = {
    "short text": "DATASHORTTEXT",
    "long text": "DATALONGTEXT",
    "boolean": "DATABOOLEAN",
    "integer": "DATAINTEGER",
}


def read_database(source: Source, options: ReadOptions) -> Iterator[Item]:
    """The items of a `.dna` file. A statement that names no actor or concept is skipped and reported."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "read.dna"
        with source.open() as packed, copy.open("wb") as file:
            shutil.copyfileobj(packed, file)
        try:
            with closing(sqlite3.connect(f"file:{copy}?mode=ro", uri=True)) as connection:
                connection.row_factory = sqlite3.Row
                yield from _items(connection, source, options)
        except sqlite3.Error as error:
            yield 0, Skipped(source.name, 0, "", "unreadable", str(error))


def _items(connection: sqlite3.Connection, source: Source, options: ReadOptions) -> Iterator[Item]:
    told_values = dict(_values(connection))
    if (sidecar := sidecar_of(source)) is not None:
        labels = {
            uid: str(values["stance"])
            for values in told_values.values()
            if (uid := _uid(values.get("note"))) and "stance" in values
        }
        yield from restored(sidecar, options, labels, told, code_of=code_of)
        return
    book = Book(options.language or "en")
    found = _statements(connection, told_values, book)
    yield 0, book.project()
    texts = connection.execute("SELECT * FROM DOCUMENTS ORDER BY ID")
    for number, row in enumerate(texts, 1):
        mine = found.get(row["ID"], [])
        stances: dict[str, list[StanceRecord]] = {}
        offsets = Offsets(row["Text"])
        for coder, statement, values in mine:
            stance = _stance(statement, values, book, offsets)
            if isinstance(stance, StanceRecord):
                stances.setdefault(coder, []).append(stance)
            else:
                yield (
                    number,
                    Skipped(source.name, number, f"statement {statement['ID']}", "unknown_reference", stance),
                )
        yield number, _article(row, stances, options)


def _values(connection: sqlite3.Connection) -> Iterator[tuple[int, Values]]:
    """The values of each statement by the lower-case name of their variable."""
    found: dict[int, Values] = {}
    for kind, table in _TABLES.items():
        is_short = kind == "short text"
        value = "ENTITIES.Value" if is_short else f"{table}.Value"
        join = " JOIN ENTITIES ON ENTITIES.ID = Entity" if is_short else ""
        rows = connection.execute(
            f"SELECT StatementId, Variable, {value} AS Value FROM {table}"
            f" JOIN VARIABLES ON VARIABLES.ID = {table}.VariableId{join} ORDER BY {table}.ID"
        )
        for row in rows:
            found.setdefault(row["StatementId"], {})[row["Variable"].lower()] = row["Value"]
    yield from found.items()


def _statements(
    connection: sqlite3.Connection, values: dict[int, Values], book: Book
) -> dict[int, list[tuple[str, sqlite3.Row, Values]]]:
    """Statements by document, with their coder's name; actors and topics are put into the book."""
    found: dict[int, list[tuple[str, sqlite3.Row, Values]]] = {}
    rows = connection.execute(
        "SELECT STATEMENTS.*, CODERS.Name AS Name FROM STATEMENTS JOIN CODERS ON CODERS.ID = STATEMENTS.Coder"
        " ORDER BY STATEMENTS.ID"
    )
    for row in rows:
        mine = values.get(row["ID"], {})
        holder, kind = holder_of(mine)
        concept = first(mine, CONCEPTS)
        if holder and concept:
            book.actor(holder, kind)
            book.topic(concept)
        found.setdefault(row["DocumentId"], []).append((row["Name"], row, mine))
    return found


def _stance(statement: sqlite3.Row, values: Values, book: Book, offsets: Offsets) -> StanceRecord | str:
    """The stance of a statement, or what it lacks."""
    holder, kind = holder_of(values)
    concept = first(values, CONCEPTS)
    if not holder or not concept:
        return "actor" if not holder else "concept"
    try:
        label = label_of(values)
    except (ValueError, TypeError):
        label = None
    if label is None:
        return "label"
    if not 0 <= statement["Start"] < statement["Stop"] <= offsets.utf16_length:
        return f"{statement['Start']}-{statement['Stop']}"
    start, end = offsets.code_point(statement["Start"]), offsets.code_point(statement["Stop"])
    uid = _uid(values.get("note")) or str(
        uuid5(
            NAMESPACE_URL,
            f"lesart:dna:{statement['DocumentId']}:{statement['ID']}:{start}:{holder}:{concept}",
        )
    )
    return StanceRecord(
        f"t{statement['ID']}", uid, label, "actor", holder_actor=book.actor(holder, kind),
        topic=book.topic(concept), attrs=rest_of(values) or None,
        parts=[PartRecord("evidence", start, end, "marked")],
    )  # fmt: skip


def _uid(note: Any) -> str | None:
    """The uid in a note that this program wrote."""
    if not isinstance(note, str) or not note.startswith('{"lesart":'):
        return None
    try:
        found = msgspec.json.decode(note).get("lesart")
    except msgspec.DecodeError:
        return None
    return found if isinstance(found, str) else None


def _article(row: sqlite3.Row, stances: dict[str, list[StanceRecord]], options: ReadOptions) -> ArticleRecord:
    known: Values = {}
    notes = row["Notes"]
    if isinstance(notes, str) and notes.startswith("{"):
        try:
            known = msgspec.json.decode(notes, type=dict[str, Any])
        except msgspec.DecodeError:
            known = {}
    attrs = {name.lower(): row[name] for name in ("Section", "Type") if row[name]}
    if notes and not known:
        attrs["notes"] = notes
    return ArticleRecord(
        VERSION,
        key=known.get("key"),
        title="" if row["Title"] == known.get("key") else row["Title"],
        text=row["Text"],
        language=known.get("language") or options.language,
        outlet=row["Source"] or None,
        author=row["Author"] or None,
        url=known.get("url"),
        published_at=known.get("published_at") or _day(row["Date"]),
        rights=known.get("rights") or options.rights,
        attrs=attrs,
        sets=[reading(coder, [], stances=mine) for coder, mine in stances.items()],
    )


def _day(seconds: Any) -> str | None:
    """The day of a moment in seconds since 1970; None for 0 and for what is no moment."""
    try:
        return (date(1970, 1, 1) + timedelta(seconds // 86_400)).isoformat() if seconds else None
    except (TypeError, OverflowError):
        return None
