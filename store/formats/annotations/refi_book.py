"""What a REFI-QDA project says beside its texts: users, codes, variables, notes, and who read what."""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct

from store.formats.annotations.foreign import Json, Voice
from store.formats.annotations.named import named_in
from store.formats.annotations.refi_notes import Note, guid_of, json_in, noted
from store.formats.markup import name_of
from store.formats.scheme_records import ProjectRecord


class Book(Struct):
    """What a project says beside its texts: names of users, codes and variables by their GUID, notes, and
    whose readings of a source there are; topics and actors that stances name.
    """

    origin: str = ""
    users: dict[str, str] = {}
    codes: dict[str, str] = {}
    variables: dict[str, str] = {}
    notes: dict[str, Note] = {}
    voices: dict[str, list[tuple[str, Voice]]] = {}
    named: ProjectRecord | None = None

    def take(self, element: Element) -> None:
        """An element of the project that is no source."""
        guid = guid_of(element)
        match name_of(element):
            case "User":
                self.users[guid] = element.get("name") or element.get("id") or guid
            case "CodeBook":
                self.codes = _codes(element)
            case "Variable":
                self.variables[guid] = element.get("name") or guid
            case "Set":
                self._take_set(element)
            case _:
                pass

    def _take_set(self, element: Element) -> None:
        """A set of sources that we described: those that somebody read."""
        said = next((it.text or "" for it in element if name_of(it) == "Description"), "")
        self.named = named_in(said) or self.named
        values = json_in(said)
        user = values.get("user")
        if not isinstance(user, str) or not isinstance(values.get("annotator"), str):
            return
        known = {name: str(values.get(name, "")) for name in ("annotator_kind", "version", "round", "status")}
        who = Voice(
            values["annotator"],
            known["annotator_kind"] or "person",
            known["version"],
            known["round"],
            known["status"] or "done",
        )
        for member in element:
            if name_of(member) == "MemberSource":
                self.voices.setdefault(guid_of(member, "targetGUID"), []).append((user.casefold(), who))


def _codes(book: Element) -> dict[str, str]:
    """Names of codes; one that several codes have goes with those of the codes above it."""
    paths = dict(_paths(book, ()))
    times = Counter(path[-1] for path in paths.values())
    return {guid: path[-1] if times[path[-1]] == 1 else " / ".join(path) for guid, path in paths.items()}


def _paths(element: Element, above: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for child in element:
        if name_of(child) == "Code":
            path = (*above, child.get("name") or guid_of(child))
            yield guid_of(child), path
            yield from _paths(child, path)
        elif name_of(child) == "Codes":
            yield from _paths(child, above)


def values_of(source: Element, book: Book) -> Json:
    """What variables say of a source, by their names."""
    found: Json = {}
    for element in source:
        if name_of(element) != "VariableValue":
            continue
        reference = next((it for it in element if name_of(it) == "VariableRef"), None)
        value = next((it.text for it in element if name_of(it) != "VariableRef"), None)
        name = book.variables.get(guid_of(reference, "targetGUID")) if reference is not None else None
        if name is not None and value:
            found[name] = value
    return found


def notes_of(source: Element, book: Book) -> list[Note]:
    """The notes on a source itself; those on its selections are theirs."""
    return [book.notes[guid] for guid in noted(source) if guid in book.notes]
