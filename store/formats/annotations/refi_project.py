"""A REFI-QDA project that is being written: project.qde and its texts, article by article."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import Self
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

import msgspec

from store.formats.annotations.foreign import metadata, shown, voice
from store.formats.annotations.named import named_by, sides_of
from store.formats.annotations.reading_archives import add_member
from store.formats.annotations.refi_codes import CodeFile
from store.formats.annotations.refi_notes import NoteFile
from store.formats.annotations.refi_reading import PART_NOTE, STANCE_NOTE
from store.formats.losses import Losses
from store.formats.markup import FORBIDDEN
from store.formats.problems import Loss
from store.formats.protocol import Feature, WriteOptions
from store.formats.readings import lost, name_of, place_of, unheld
from store.formats.records import ArticleRecord, CommentRecord, SetRecord, StanceRecord
from store.formats.scheme_records import ProjectRecord
from store.formats.stances.statements import Codebook, Statement
from store.offsets import Range

PROJECT = "project.qde"
SOURCES = "sources/"
EXACT = "exact/"
"""Folder of the exact texts, where line ends had to change."""

_MEMORY = 1 << 22
_CALLED = 48
"""Characters of the words that a selection is called after."""

_Noted = dict[tuple[str | None, str | None], list[tuple[str, CommentRecord]]]

_HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<Project xmlns="urn:QDA-XML:project:1.0" name={} origin="Lesart">\n'
)


class ProjectFile:
    """Writes texts as they come, and project.qde at the end. Use it in a `with` block."""

    def __init__(self, draft: Path, project: ProjectRecord, options: WriteOptions) -> None:
        self.losses = Losses()
        self._project, self._options = project, options
        self._statements = Codebook(project)
        self._archive = ZipFile(draft, "w", ZIP_DEFLATED)
        self._sources, self._links, self._notes = _spool(), _spool(), _spool()
        self._comments = NoteFile(project, self._notes.write)
        self._users: dict[str, str] = {}
        self._variables: dict[str, None] = {}
        self._codes = CodeFile(project, self._guid)
        self._held = {it for it in sides_of(project) if not FORBIDDEN.search(it)}
        self._read: dict[str, list[str]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        try:
            if kind is None:
                self._finish()
        finally:
            self._archive.close()
            self._sources.close()
            self._links.close()
            self._notes.close()

    def add(self, article: ArticleRecord, sets: Sequence[SetRecord], cannot_hold: Sequence[Feature]) -> None:
        """An article with its readings."""
        text, guid = article.text or "", self._guid("source", article.key or "")
        plain = shown(text)
        add_member(self._archive, f"{SOURCES}{guid}.txt", plain)
        if plain != text:  # a first byte order mark is taken for one, so that another must stand before it
            add_member(self._archive, f"{EXACT}{guid}.txt", "\ufeff" * text.startswith("\ufeff") + text)
        rows: list[str] = []
        notes: list[str] = []
        for item in sets:
            user = self._user(item)
            self._read.setdefault(msgspec.json.encode({"user": user, **voice(item)}).decode(), []).append(
                guid
            )
            where = f"{article.key}/{user}"
            noted = self._noted(item, where)
            rows += self._reading(article, item, user, noted)
            notes.append(self._references(noted, where))
            marks = [Loss(article.key or "", 0, 0, it.topic, "topic_mark") for it in item.topic_marks]
            self.losses += [*marks, *unheld(article, item, cannot_hold)]
        values = {"key": article.key or "", **metadata(article)}
        self._variables |= dict.fromkeys(values)
        rows += notes
        rows += [
            f'<VariableValue><VariableRef targetGUID="{self._guid("variable", name)}"/>'
            f"<TextValue>{_escaped(str(value))}</TextValue></VariableValue>\n"
            for name, value in values.items()
        ]
        called = quoteattr(_plain(article.title or article.key or guid))
        self._sources.write(
            f'<TextSource guid="{guid}" name={called} plainTextPath="internal://{guid}.txt">\n'
            f"{''.join(rows)}</TextSource>\n"
        )

    def _reading(self, article: ArticleRecord, item: SetRecord, user: str, noted: _Noted) -> list[str]:
        """The selections of a reading."""
        ids: dict[str, str] = {}
        rows: list[str] = []
        where = f"{article.key}/{user}"
        for span in item.spans:
            name = name_of(span.label, span.form)
            if name is None or FORBIDDEN.search(name):
                self.losses.append(lost(article, span, "name"))
                continue
            ids[span.id] = self._guid("selection", f"{where}/{span.id}")
            code = self._codes.label(name)
            notes = self._references(noted, where, span=span.id)
            place = (span.start, span.end)
            rows.append(self._selection(article, place, ids[span.id], code, user, notes=notes))
        places = {span.id: (span.start, span.end) for span in item.spans}
        held: set[str] = set()
        counted = self._statements.statements(article, [item], self._options.evidence)
        for whole, statement in zip(item.stances, counted, strict=True):
            ends = [end for end in (whole.holder_span, whole.target_span) if end is not None]
            if whole.label in self._held and all(end in ids for end in ends):
                held.add(whole.id)
                notes = self._references(noted, where, stance=whole.id)
                rows += self._stance(whole, statement, places, ids, where, notes=notes)
            else:
                place = place_of(whole, places)
                self.losses.append(Loss(article.key or "", *place, whole.label, "stance"))
        for it in item.comments:
            if (it.span is not None and it.span not in ids) or (it.stance and it.stance not in held):
                place = places.get(it.span or "", (0, 0))
                self.losses.append(Loss(article.key or "", *place, it.kind, "comment"))
        return rows

    def _noted(self, item: SetRecord, where: str) -> _Noted:
        """The comments of a reading by the span and the stance that they are on, with their GUIDs."""
        found: _Noted = {}
        for number, it in enumerate(item.comments):
            row = self._guid("note", f"{where}/{number}"), it
            found.setdefault((it.span, it.stance), []).append(row)
        return found

    def _references(
        self, noted: _Noted, where: str, *, span: str | None = None, stance: str | None = None
    ) -> str:
        """What points to the comments on a span, on a stance or on the whole reading."""
        return self._comments.references(noted.get((span, stance), []), of=where.rpartition("/")[2])

    def _stance(
        self,
        stance: StanceRecord,
        statement: Statement,
        places: dict[str, Range],
        ids: dict[str, str],
        where: str,
        *,
        notes: str,
    ) -> list[str]:
        """A selection for each piece of evidence, the first of which says the stance; a link between ends."""
        about, user = _plain(statement.about), where.rpartition("/")[2]
        code = self._codes.side(about, stance.label)
        place = place_of(msgspec.structs.replace(stance, parts=[]), places)
        whole = place if place != (0, 0) else (0, len(statement.article.text or ""))
        ranges = statement.ranges("evidence") or [whole]
        said = _said(stance, statement, ids)
        if (holder := stance.holder_span) is not None and (target := stance.target_span) is not None:
            self._links.write(
                f'<Link guid="{self._guid("link", f"{where}/{stance.id}")}" name={quoteattr(stance.label)} '
                f'direction="OneWay" originGUID="{ids[holder]}" targetGUID="{ids[target]}"/>\n'
            )
        return [
            self._selection(
                statement.article,
                found,
                self._guid("selection", f"{where}/{stance.id}/{number}"),
                code,
                user,
                said=said if number == 0 else PART_NOTE,
                notes=notes if number == 0 else "",
            )
            for number, found in enumerate(ranges)
        ]

    def _selection(
        self,
        article: ArticleRecord,
        place: Range,
        guid: str,
        code: str,
        user: str,
        *,
        said: str = "",
        notes: str = "",
    ) -> str:
        words = " ".join((article.text or "")[place[0] : min(place[1], place[0] + _CALLED)].split())
        description = f"<Description>{_escaped(said)}</Description>" if said else ""
        return (
            f'<PlainTextSelection guid="{guid}" name={quoteattr(_plain(words))} startPosition="{place[0]}" '
            f'endPosition="{place[1]}" creatingUser="{user}">{description}'
            f'<Coding guid="{self._guid("coding", guid)}" creatingUser="{user}">'
            f'<CodeRef targetGUID="{code}"/></Coding>{notes}</PlainTextSelection>\n'
        )

    def _user(self, item: SetRecord) -> str:
        """Who reads, once for each round."""
        who = item.annotator
        guid = self._guid("user", f"{who.kind}/{who.name}/{who.version}/{item.round}")
        if guid not in self._users:
            name = f"{who.name} {who.version}".strip()
            taken = name in self._users.values()
            self._users[guid] = f"{name} ({item.round or len(self._users)})" if taken else name
        return guid

    def _guid(self, kind: str, name: str) -> str:
        """The same for the same thing in every export of a project."""
        return str(uuid5(NAMESPACE_URL, f"lesart:{self._project.uid}/{kind}/{name}"))

    # --- The end -------------------------------------------------------------------------

    def _finish(self) -> None:
        with self._archive.open(PROJECT, "w", force_zip64=True) as file:
            file.write(_HEAD.format(quoteattr(_plain(self._project.name))).encode())
            for part in (self._all_users(), self._codes.book(), self._all_variables()):
                file.write(part.encode())
            spools = (("Sources", self._sources), ("Notes", self._notes), ("Links", self._links))
            for tag, spool in spools:
                if spool.tell():
                    spool.seek(0)
                    file.write(f"<{tag}>\n".encode())
                    while piece := spool.read(1 << 16):
                        file.write(piece.encode())
                    file.write(f"</{tag}>\n".encode())
            file.write(f"{self._all_sets()}</Project>\n".encode())

    def _all_users(self) -> str:
        rows = [f'<User guid="{guid}" name={quoteattr(_plain(it))}/>\n' for guid, it in self._users.items()]
        return f"<Users>\n{''.join(rows)}</Users>\n" if rows else ""

    def _all_variables(self) -> str:
        rows = [
            f'<Variable guid="{self._guid("variable", it)}" name="{it}" typeOfVariable="Text"/>\n'
            for it in self._variables
        ]
        return f"<Variables>\n{''.join(rows)}</Variables>\n" if rows else ""

    def _all_sets(self) -> str:
        """Who read which article, and how far: a set of sources each."""
        rows: list[str] = []
        for said, sources in self._read.items():
            values = msgspec.json.decode(said, type=dict[str, str])
            name = ", ".join(
                filter(None, (self._users[values["user"]], values.get("round"), values["status"]))
            )
            members = "".join(f'<MemberSource targetGUID="{it}"/>\n' for it in sources)
            start = f'<Set guid="{self._guid("set", said)}" name={quoteattr(_plain(name))}>'
            rows.append(f"{start}<Description>{_escaped(said)}</Description>\n{members}</Set>\n")
        if named := named_by(self._project, self._comments.people.values()):
            start = f'<Set guid="{self._guid("set", "")}" name="Topics and actors">'
            rows.append(f"{start}<Description>{_escaped(named)}</Description></Set>\n")
        return f"<Sets>\n{''.join(rows)}</Sets>\n" if rows else ""


_ENDS = ("holder_span", "target_span")


def _said(stance: StanceRecord, statement: Statement, ids: dict[str, str]) -> str:
    """A stance as the description of its evidence: a line to read, and a line that says everything."""
    ends = {
        role: ids[end]
        for role, end in zip(_ENDS, (stance.holder_span, stance.target_span), strict=True)
        if end is not None
    }
    parts = [[it.role, it.start, it.end, it.made] for it in stance.parts]
    values = msgspec.to_builtins(stance)
    plain = {name: value for name, value in values.items() if name not in ("id", "parts", "origin", *_ENDS)}
    note = {**plain, **ends, "parts": parts}
    line = f"{statement.holder.name}: {stance.label}, {statement.about}"
    return f"{' '.join(line.split())}\n{STANCE_NOTE}{msgspec.json.encode(note).decode()}"


def _spool() -> SpooledTemporaryFile[str]:
    """A part of the project that is gathered while texts are written."""
    return SpooledTemporaryFile(_MEMORY, "w+", encoding="utf-8", newline="")


def _plain(words: str) -> str:
    """Words without characters that XML does not allow."""
    return FORBIDDEN.sub(" ", words)


def _escaped(words: str) -> str:
    return escape(_plain(words), {"\r": "&#13;"})
