"""DNA's event list, read: by its sidecar, or each stretch of text as an article with the stances it shows.

The list has the words of a statement but not the document around them, so that positions mean nothing any
more; they stay in the article's `attrs`. Its variables are whatever lies between `time` and `start_position`.
"""

from collections.abc import Iterator
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from store.formats.delimited import named_rows
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

FIXED = (
    "statement_id", "time", "start_position", "stop_position", "text", "coder", "document_id",
    "document_title", "document_author", "document_source", "document_section", "document_type",
)  # fmt: skip
"""Columns that every list has; the others are variables."""

Row = dict[str, str]
Place = tuple[str, str, str, str]
"""Document, start, stop and the words there: one article, whatever was coded in it."""


def is_event_list(head: str) -> bool:
    """Whether a file begins with the header of such a list."""
    columns = head.lstrip("\ufeff").split("\n", 1)[0].strip().replace('"', "").split(";")
    return columns[:2] == ["statement_id", "time"] and set(FIXED[:7]) <= set(columns)


def read_events(source: Source, options: ReadOptions) -> Iterator[Item]:
    """The items of an event list. A row that lacks holder, concept, label or text is skipped and reported."""
    rows = [
        (number, {name: value or "" for name, value in row.items() if isinstance(name, str)})
        for number, row in enumerate(named_rows(source, delimiter=";"), 2)
    ]
    if (sidecar := sidecar_of(source)) is not None:
        labels = {row["statement_id"]: row["stance"] for _, row in rows if row.get("stance")}
        yield from restored(sidecar, options, labels, told, code_of=code_of)
        return
    book = Book(options.language or "en")
    articles: dict[Place, tuple[int, Row, dict[str, list[StanceRecord]]]] = {}
    skipped: list[Item] = []
    for number, row in rows:
        stance = _stance(row, book)
        if not isinstance(stance, StanceRecord):
            skipped.append((number, Skipped(source.name, number, *stance)))
            continue
        _, _, said = articles.setdefault(_place(row), (number, row, {}))
        said.setdefault(row.get("coder") or options.annotator, []).append(stance)
    yield 0, book.project()
    yield from skipped
    for number, row, said in articles.values():
        yield number, _article(row, said, options)


def _stance(row: Row, book: Book) -> StanceRecord | tuple[str, Any, str]:
    """The stance of a row; else field, reason and detail of what it lacks."""
    values: Values = {name.lower(): value for name, value in row.items() if name not in FIXED and value}
    (holder, kind), concept = holder_of(values), first(values, CONCEPTS)
    if not holder or not concept:
        return "", "unknown_reference", "actor" if not holder else "concept"
    if not row.get("text", "").strip():
        return "text", "empty_text", ""
    try:
        label = label_of(values)
    except ValueError as error:
        return "stance", "wrong_type", str(error)
    if label is None:
        return "", "unknown_reference", "label"
    number = row.get("statement_id", "")
    uid = str(uuid5(NAMESPACE_URL, "\0".join(("lesart:dna-event", number, *_place(row), holder, concept))))
    return StanceRecord(
        f"t{number}", uid, label, "actor", holder_actor=book.actor(holder, kind), topic=book.topic(concept),
        attrs=rest_of(values) or None, parts=[PartRecord("evidence", 0, len(row["text"]), "marked")],
    )  # fmt: skip


def _place(row: Row) -> Place:
    columns = ("document_id", "start_position", "stop_position", "text")
    document, start, stop, text = (row.get(name, "") for name in columns)
    return document, start, stop, text


def _article(row: Row, said: dict[str, list[StanceRecord]], options: ReadOptions) -> ArticleRecord:
    kept = ("document_id", "start_position", "stop_position", "document_section", "document_type")
    day = row.get("time", "")[:10]
    return ArticleRecord(
        VERSION, title=row.get("document_title") or "", text=row["text"], language=options.language,
        outlet=row.get("document_source") or None, author=row.get("document_author") or None,
        published_at=day or None, rights=options.rights,
        attrs={name: row[name] for name in kept if row.get(name)},
        sets=[reading(coder, [], stances=stances) for coder, stances in said.items()],
    )  # fmt: skip
