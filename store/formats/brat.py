"""brat's standoff: `name.txt` and `name.ann`; a stance is an event with holder, target and evidence.

Written is one archive with `annotation.conf`; read are the pairs, in a folder or an archive. Offsets are code
points into a text with LF line ends (brat.nlplab.org/standoff.html): CR and CRLF are written as LF and blank
with LF, which moves nothing, and `name.map` keeps the text as it was, its metadata and who read it.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import msgspec

from store.formats.brat_lines import STANCE_NOTE, Annotations, parsed, reading_of
from store.formats.foreign import STANCES, Json, article_in, items, metadata, voice, voice_in
from store.formats.problems import Loss, RecordError
from store.formats.protocol import Feature, Item, ReadOptions, WriteOptions, Written
from store.formats.readings import chosen, lost, name_of, part, unheld
from store.formats.records import ArticleRecord, SetRecord, SpanRecord, StanceRecord
from store.formats.scheme_records import ProjectRecord
from store.formats.sheaf import MAP, Mapped, file_name
from store.formats.sources import Source
from store.offsets import Range

EVIDENCE = "Evidence"
_TYPE = re.compile(r"[\w-]+", re.ASCII)
_LINE = re.compile(r"[^\n]+")


class Brat:
    """`.zip` with a folder for each part of a split and each annotator; read from `.ann` files."""

    name = "brat"
    suffixes = (".zip", ".ann")
    needs_text = True
    cannot_hold: tuple[Feature, ...] = (
        "zones", "provenance", "rejections", "answers", "comments", "scheme", "actors", "unknown",
    )  # fmt: skip

    def sniff(self, head: str, suffix: str) -> float:
        """By the ending and a first line of a kind that brat has."""
        if suffix != ".ann":
            return 0.0
        return 0.95 if not head.strip() or re.match(r"[TREAMNW#*]\d*\t", head.lstrip()) else 0.3

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """One article: the text of the same name beside the annotations, and what these say of it."""
        try:
            yield from items(source.name, 1, self._article(source, options))
        except RecordError as problem:
            yield 0, problem.at(source.name, 0)

    def _article(self, source: Source, options: ReadOptions) -> tuple[ArticleRecord, str | None]:
        stem = PurePosixPath(source.name).stem
        beside = source.sibling(f"{stem}.txt")
        if beside is None:
            raise RecordError("text", "missing_text", f"{stem}.txt")
        shown = beside.text()
        mapped = _mapped(source.sibling(f"{stem}{MAP}"), shown)
        values: Json = {"key": source.key} if mapped is None else dict(mapped.meta)
        found = parsed(source, shown)
        if found.others:
            values["brat"] = found.others
        who = voice_in(values, options)
        text = shown if mapped is None else mapped.text
        return article_in(text, values, options, [reading_of(found, who)])

    def write(
        self, draft: Path, project: ProjectRecord, articles: Iterable[ArticleRecord], options: WriteOptions
    ) -> Written:
        """All readings in one archive."""
        losses: list[Loss] = []
        count = 0
        names: dict[str, None] = dict.fromkeys(
            label.code
            for label_set in project.label_sets
            if label_set.kind == "entity"
            for label in label_set.labels
            if _TYPE.fullmatch(label.code)
        )
        taken: set[str] = set()
        with ZipFile(draft, "w", ZIP_DEFLATED) as archive:
            for article in articles:
                sets = chosen(article.sets, options.annotators)
                for item in sets:
                    folder = [part(article, options), file_name(item.annotator.name)]
                    path = _free(
                        "/".join(filter(None, (*folder, file_name(article.key or "article")))), taken
                    )
                    lost_ = _put(archive, path, article, item, names)
                    marks = [Loss(article.key or "", 0, 0, it.topic, "topic_mark") for it in item.topic_marks]
                    losses += [*lost_, *marks, *unheld(article, item, self.cannot_hold)]
                count += bool(sets)
            _add(archive, "annotation.conf", configuration(list(names)))
        return Written((draft.name,), count, tuple(losses))


def configuration(names: list[str]) -> str:
    """annotation.conf: entities, and a stance of each kind as an event."""
    entities = "\n".join([*names, EVIDENCE])
    events = "\n".join(
        f"{label}\tHolder?:<ENTITY>, Target?:<ENTITY>, Evidence*:{EVIDENCE}" for label in STANCES
    )
    return f"[entities]\n{entities}\n\n[relations]\n\n[events]\n{events}\n\n[attributes]\n"


def fragments(text: str, start: int, end: int) -> list[Range]:
    """A range line by line, without blanks at the edges of lines: brat's ranges may not hold line ends."""
    found: list[Range] = []
    for match in _LINE.finditer(text, start, end):
        words = match[0].strip()
        if words:
            first = match.start() + match[0].index(words)
            found.append((first, first + len(words)))
    return found


def _shown(text: str) -> str:
    """The text as brat may have it: of the same length, with LF only, and nothing that hides its encoding."""
    shown = text.replace("\r\n", " \n").replace("\r", "\n").replace("\x00", " ")
    return f" {shown[1:]}" if shown.startswith("\ufeff") else shown


def _put(
    archive: ZipFile, path: str, article: ArticleRecord, item: SetRecord, names: dict[str, None]
) -> list[Loss]:
    text = _shown(article.text or "")
    annotations = Annotations(text)
    losses: list[Loss] = []
    ids: dict[str, str] = {}
    for span in item.spans:
        name, pieces = name_of(span.label, span.form), fragments(text, span.start, span.end)
        if name is None or not _TYPE.fullmatch(name):
            losses.append(lost(article, span, "name"))
        elif not pieces or (pieces[0][0], pieces[-1][1]) != (span.start, span.end):
            losses.append(lost(article, span, "blank"))
        else:
            names.setdefault(name)
            ids[span.id] = annotations.entity(name, pieces)
    for stance in item.stances:
        kind = _event(annotations, stance, ids, item.spans)
        if kind:
            places = [(part_.start, part_.end) for part_ in stance.parts] or [(0, 0)]
            losses.append(Loss(article.key or "", *places[0], stance.label, kind))
    meta = {**metadata(article), **voice(item)}
    _add(archive, f"{path}.txt", text)
    _add(archive, f"{path}.ann", annotations.text())
    _add(archive, f"{path}{MAP}", msgspec.json.encode(Mapped(1, article.text or "", [], meta)).decode())
    return losses


def _event(
    annotations: Annotations, stance: StanceRecord, ids: dict[str, str], spans: list[SpanRecord]
) -> str | None:
    """Add a stance; why it could not be held, if not. Its trigger is the cue, else the evidence, else an end.

    What is no range stands in a note to the event, as JSON.
    """
    text = annotations.shown
    ranges = {span.id: (span.start, span.end) for span in spans}
    ends = [end for end in (stance.holder_span, stance.target_span) if end is not None]
    if stance.label not in STANCES or any(end not in ids for end in ends):
        return "stance"
    cue = [(it.start, it.end) for it in stance.parts if it.role == "cue"]
    evidence = [(it.start, it.end) for it in stance.parts if it.role == "evidence"]
    places = cue or evidence or [ranges[end] for end in ends[:1]]
    trigger = [piece for place in places for piece in fragments(text, *place)]
    if not trigger:
        return "stance"
    pieces = [piece for place in evidence for piece in fragments(text, *place)]
    roles = {"Holder": stance.holder_span, "Target": stance.target_span}
    named = {role: ids[end] for role, end in roles.items() if end is not None}
    if pieces:
        named[EVIDENCE] = annotations.entity(EVIDENCE, sorted(pieces))
    event = annotations.event(stance.label, annotations.entity(stance.label, sorted(trigger)), named)
    plain = msgspec.structs.replace(stance, parts=[], holder_span=None, target_span=None, id="", origin=None)
    parts = [[it.role, it.start, it.end, it.made] for it in stance.parts]
    note = msgspec.to_builtins(plain) | ({"parts": parts} if parts else {})
    annotations.note(event, f"{STANCE_NOTE}{msgspec.json.encode(note).decode()}")
    return None


def _mapped(source: Source | None, shown: str) -> Mapped | None:
    """What the map says, as long as the text is still the one that was written."""
    if source is None:
        return None
    try:
        found = msgspec.json.decode(source.data(), type=Mapped)
    except msgspec.DecodeError:
        return None
    return found if _shown(found.text) == shown else None


def _free(path: str, taken: set[str]) -> str:
    """The path, numbered if it is taken."""
    number, found = 1, path
    while found.casefold() in taken:
        number += 1
        found = f"{path}-{number}"
    taken.add(found.casefold())
    return found


def _add(archive: ZipFile, name: str, content: str) -> None:
    """A member without a time, so that the same content is the same archive."""
    info = ZipInfo(name)
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    archive.writestr(info, content.encode())
