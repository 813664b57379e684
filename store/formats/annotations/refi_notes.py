"""Comments as the notes of a REFI-QDA project, and notes of other programs as comments.

A note of ours says in its description whose reading it is about and everything that a note has no place for;
its words are the note's own, so that they can be changed elsewhere.
"""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

import msgspec
from msgspec import Struct

from store.formats.annotations.foreign import Json
from store.formats.markup import FORBIDDEN, name_of
from store.formats.records import AnnotatorRecord, CommentRecord
from store.formats.scheme_records import ProjectRecord
from store.vocabulary import CommentKind

NOTE = "lesart "
"""How the description of a note of ours begins."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_KINDS: dict[str, CommentKind] = {"question": "question", "answer": "answer"}


class Note(Struct, frozen=True):
    """A note on a source or a selection: its words, who wrote it (a GUID, "" if nobody says), on which day,
    and what its description says.
    """

    text: str
    user: str = ""
    day: str = ""
    said: Json = {}

    @property
    def of(self) -> str:
        """The user whose reading it is about, "" in a note of another program."""
        return str(self.said.get("of", "")).casefold()

    def comment(self, words: str, *, span: str | None = None, stance: str | None = None) -> CommentRecord:
        """The note as a comment that says `words`; by whoever reads, unless it knows better."""
        said = self.said
        text = said.get("text", words)
        return CommentRecord(
            str(said.get("by", "")),
            text if isinstance(text, str) else words,
            str(said.get("at") or self.day or datetime.now(UTC).date()),
            _KINDS.get(str(said.get("kind")), "note"),
            span,
            stance,
            said.get("resolved") is True,
        )


class NoteFile:
    """Comments on their way out: `put` takes each note as XML, the rest of the project points to it."""

    def __init__(self, project: ProjectRecord, put: Callable[[str], object]) -> None:
        self.people: dict[str, AnnotatorRecord] = {}
        """Who commented, by uid, as far as the project knows them."""
        self._known = {person.uid: person for person in project.annotators}
        self._put = put

    def references(self, notes: Iterable[tuple[str, CommentRecord]], *, of: str) -> str:
        """Writes comments on one thing under GUIDs of theirs; what points to them."""
        rows: list[str] = []
        for guid, comment in notes:
            if comment.by in self._known:
                self.people[comment.by] = self._known[comment.by]
            self._put(_note(guid, comment, of))
            rows.append(f'<NoteRef targetGUID="{guid}"/>')
        return "".join(rows)


def taken_note(element: Element, text: str, project: Element) -> Note:
    """A note whose words were found; without a day of its own it has that of its project."""
    about = next((it.text or "" for it in element if name_of(it) == "Description"), "")
    moments = ("creationDateTime", "modifiedDateTime")
    days = [it.get(name, "")[:10] for it in (element, project) for name in moments]
    said = json_in(about.removeprefix(NOTE)) if about.startswith(NOTE) else {}
    return Note(text, guid_of(element, "creatingUser"), next(filter(_DAY.fullmatch, days), ""), said)


def noted(element: Element) -> list[str]:
    """The GUIDs of the notes on an element, each once."""
    return list(dict.fromkeys(guid_of(it, "targetGUID") for it in element if name_of(it) == "NoteRef"))


def json_in(said: str) -> Json:
    """A JSON object that somebody may have written over."""
    try:
        return msgspec.json.decode(said, type=Json) if said.startswith("{") else {}
    except (msgspec.DecodeError, RecursionError):
        return {}


def guid_of(element: Element, name: str = "guid") -> str:
    """A GUID in one spelling: programs write them with braces or without, in either case."""
    return (element.get(name) or "").strip("{} ").casefold()


def _note(guid: str, comment: CommentRecord, of: str) -> str:
    said: Json = {"of": of, "by": comment.by, "at": comment.at, "kind": comment.kind}
    if comment.resolved:
        said["resolved"] = True
    if FORBIDDEN.search(comment.text):
        said["text"] = comment.text
    about = _escaped(NOTE + msgspec.json.encode(said).decode())
    when = f' creationDateTime="{comment.at}T00:00:00Z"' if _DAY.fullmatch(comment.at) else ""
    return (
        f'<Note guid="{guid}" name={quoteattr(comment.kind)}{when}><Description>{about}</Description>'
        f"<PlainTextContent>{_escaped(comment.text)}</PlainTextContent></Note>\n"
    )


def _escaped(words: str) -> str:
    return escape(FORBIDDEN.sub(" ", words), {"\r": "&#13;"})
