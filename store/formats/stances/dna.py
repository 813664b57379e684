"""Discourse Network Analyzer's `.dna`, written: an SQLite database with one statement type, "Stance".

Its variables are `person` or `organization` (the holder), `concept` (the topic, else the target), `agreement`
(1 unless against), `stance` (-1, 0, 1), `target` (the target in the text) and `note` (all other answers as
JSON). A DNA statement has one Start and Stop: evidence in pieces becomes its envelope; without evidence it
goes from holder to target, and without these it is the whole text.
Everybody, "Admin" too, has the password "lesart".
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from hashlib import sha256
from itertools import permutations
from pathlib import Path

from msgspec import json, to_builtins

from store.formats.losses import Losses
from store.formats.protocol import Feature, Item, ReadOptions, WriteOptions, Written
from store.formats.readings import chosen
from store.formats.records import ArticleRecord
from store.formats.scheme_records import ActorRecord, ProjectRecord
from store.formats.sources import Source
from store.formats.stances.dna_reading import read_database
from store.formats.stances.dna_schema import LONGEST, password_hash, statements
from store.formats.stances.sidecar import Sidecar
from store.formats.stances.stance_rows import lost, unanswered
from store.formats.stances.statements import Codebook, Statement
from store.offsets import Offsets

LOGIN = "lesart"
"""What DNA asks for when it opens the file."""

TYPE = "Stance"
VARIABLES = {
    "person": "short text", "organization": "short text", "concept": "short text", "agreement": "boolean",
    "stance": "integer", "target": "short text", "note": "long text",
}  # fmt: skip
HOLDERS = ("person", "organization")
ATTRIBUTES = ("Type", "Uid", "Wikidata")
"""What DNA is told of an actor."""


class Dna:
    """`.dna`; with its sidecar nothing is lost."""

    name = "dna"
    suffixes = (".dna",)
    needs_text = True
    cannot_hold: tuple[Feature, ...] = (
        "zones", "nesting", "provenance", "rejections", "answers", "comments", "scheme", "mentions",
    )  # fmt: skip

    def sniff(self, head: str, suffix: str) -> float:
        """By SQLite's first bytes and the ending."""
        return 1.0 if suffix == ".dna" and head.startswith("SQLite format 3") else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """Documents as articles, statements of any type with an actor and a concept as stances."""
        return read_database(source, options)

    def write(
        self, draft: Path, project: ProjectRecord, articles: Iterable[ArticleRecord], options: WriteOptions
    ) -> Written:
        """One database for all; a split is not made, since DNA is for analysis."""
        draft.unlink(missing_ok=True)  # of an attempt that began too early
        codebook = Codebook(project)
        losses = Losses()
        count = 0
        with closing(sqlite3.connect(draft)) as connection, Sidecar(draft, project) as sidecar:
            database = _Database(connection, project)
            for article in losses.passing(sidecar.passing(articles)):
                readings = chosen(article.sets, options.annotators)
                if not readings:
                    continue
                count += 1
                losses += unanswered(article, readings)
                document = database.document(article)
                for statement in codebook.statements(article, readings, options.evidence):
                    losses += [lost(statement, kind) for kind in database.statement(document, statement)]
            database.let_all_see_all()
            connection.commit()
        return Written((draft.name, sidecar.name), count, *losses.told())


class _Database:
    """The tables, and the rows that others refer to."""

    def __init__(self, connection: sqlite3.Connection, project: ProjectRecord) -> None:
        self._connection = connection
        self._coders: dict[str, int] = {}
        self._entities: dict[tuple[int, str], int] = {}
        self._password = password_hash(LOGIN, sha256(project.uid.encode()).digest()[:16])
        self._offsets = Offsets("")
        for line in statements():
            connection.execute(line)
        settings = (("version", "3.1.0"), ("date", "2026-06-30"))
        connection.executemany("INSERT INTO SETTINGS VALUES (?, ?)", settings)
        self._admin = self._coder("Admin")
        self._type = self._insert("STATEMENTTYPES", Label=TYPE, Red=239, Green=208, Blue=51)
        self._variables = {
            name: self._insert("VARIABLES", Variable=name, DataType=kind, StatementTypeId=self._type)
            for name, kind in VARIABLES.items()
        }
        self._attributes = {
            (name, attribute): self._insert(
                "ATTRIBUTEVARIABLES", VariableId=self._variables[name], AttributeVariable=attribute
            )
            for name in HOLDERS
            for attribute in ATTRIBUTES
        }
        for name, kind in VARIABLES.items():
            if kind == "short text":
                self._entity(name, "")  # without an empty one DNA cannot show the variable

    def document(self, article: ArticleRecord) -> int:
        """The row of an article. DNA wants a title and a date: for want of them it gets the key and 1970."""
        self._offsets = Offsets(article.text or "")
        known = ("key", "language", "url", "published_at", "rights")
        notes = {name: value for name in known if (value := getattr(article, name)) is not None}
        return self._insert(
            "DOCUMENTS",
            Title=(article.title or article.key or "")[:LONGEST],
            Text=article.text or "",
            Coder=self._admin,
            Author=(article.author or "")[:LONGEST],
            Source=(article.outlet or "")[:LONGEST],
            Notes=json.encode(notes).decode(),
            Date=_seconds(article.published_at),
        )

    def statement(self, document: int, statement: Statement) -> list[str]:
        """Write a statement; returns what of it could not be held, as words of `Loss.kind`."""
        start, end = statement.envelope or (0, self._offsets.length)
        row = self._insert(
            "STATEMENTS",
            StatementTypeId=self._type,
            DocumentId=document,
            Start=self._offsets.utf16(start),
            Stop=self._offsets.utf16(end),
            Coder=self._coder(statement.reading.annotator.name),
        )
        return statement.stretch + self._values(row, statement) + statement.strength

    def let_all_see_all(self) -> None:
        """Without a row for each pair of coders DNA shows nobody what another one coded."""
        for coder, other in permutations(self._coders.values(), 2):
            self._insert("CODERRELATIONS", Coder=coder, OtherCoder=other)

    def _values(self, row: int, statement: Statement) -> list[str]:
        holder, target = statement.holder, statement.target
        is_person = holder.actor is not None and holder.actor.type.upper() in ("PER", "PERSON")
        texts = {
            "person": holder.name if is_person else "",
            "organization": "" if is_person else holder.name,
            "concept": statement.about,
            "target": target.words or target.name,
        }
        for name, value in texts.items():
            actor = holder.actor if value and name in HOLDERS else None
            entity = self._entity(name, value[:LONGEST], actor)
            self._insert("DATASHORTTEXT", StatementId=row, VariableId=self._variables[name], Entity=entity)
        side = statement.polarity
        number = 0 if not side else 1 if side > 0 else -1
        self._insert(
            "DATABOOLEAN", StatementId=row, VariableId=self._variables["agreement"], Value=int(number >= 0)
        )
        self._insert("DATAINTEGER", StatementId=row, VariableId=self._variables["stance"], Value=number)
        note = json.encode({"lesart": statement.stance.uid, "stance": to_builtins(statement.stance)}).decode()
        self._insert("DATALONGTEXT", StatementId=row, VariableId=self._variables["note"], Value=note)
        return ["shortened"] if any(len(value) > LONGEST for value in texts.values()) else []

    def _entity(self, variable: str, value: str, actor: ActorRecord | None = None) -> int:
        variable_id = self._variables[variable]
        known = self._entities.get((variable_id, value))
        if known is None:
            known = self._insert("ENTITIES", VariableId=variable_id, Value=value, Red=0, Green=0, Blue=0)
            self._entities[variable_id, value] = known
            if variable in HOLDERS:
                self._tell(known, variable, actor)
        return known

    def _tell(self, entity: int, variable: str, actor: ActorRecord | None) -> None:
        """All attributes of a holder, empty ones too: DNA changes such rows, but makes none."""
        told = (actor.type, actor.uid, actor.external_ids.get("wikidata", "")) if actor else ("", "", "")
        for attribute, text in zip(ATTRIBUTES, told, strict=True):
            row = self._attributes[variable, attribute]
            self._insert(
                "ATTRIBUTEVALUES", EntityId=entity, AttributeVariableId=row, AttributeValue=text[:LONGEST]
            )

    def _coder(self, name: str) -> int:
        if name not in self._coders:
            self._coders[name] = self._insert("CODERS", Name=name[:LONGEST], Password=self._password)
        return self._coders[name]

    def _insert(self, table: str, **values: object) -> int:
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        cursor = self._connection.execute(
            f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values())
        )
        return cursor.lastrowid or 0


def _seconds(day: str | None) -> int:
    """A date as seconds since 1970, noon where no time is known."""
    if not day:
        return 0
    try:
        moment = datetime.fromisoformat(day)
    except ValueError:
        return 0
    if len(day) <= 10:
        moment = moment.replace(hour=12)
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
