"""brat's standoff: `name.txt` and `name.ann`; a stance is an event with holder, target and evidence.

Written is one archive with `annotation.conf`; read are the pairs, in a folder or an archive. Offsets are code
points into a text with LF line ends (brat.nlplab.org/standoff.html): CR and CRLF are written as LF and blank
with LF, which moves nothing, and `name.map` keeps the text as it was, its metadata and who read it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

import msgspec

from store.formats.annotations.brat_lines import (
    EVIDENCE,
    STANCE_NOTE,
    Annotations,
    filled_in,
    fragments,
    parsed,
    reading_of,
)
from store.formats.annotations.foreign import STANCES, Json, article_in, items, shown, voice_in
from store.formats.annotations.named import named_by, named_in, narrowed, sides_of
from store.formats.annotations.reading_archives import mapped, write_archive
from store.formats.annotations.sheaf import MAP
from store.formats.problems import Loss, RecordError, Skipped
from store.formats.protocol import Evidence, Feature, Item, ReadOptions, WriteOptions, Written
from store.formats.readings import lost, name_of, unheld
from store.formats.records import ArticleRecord, SetRecord, SpanRecord, StanceRecord
from store.formats.scheme_records import ProjectRecord
from store.formats.sources import Source

_TYPE = re.compile(r"[\w-]+", re.ASCII)


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
            made, stretched, named = self._article(source, options)
            if named is not None:
                yield 0, named
            for line, places in stretched:
                yield line, Skipped(source.name, line, "span", "discontinuous", places)
            yield from items(source.name, 1, made)
        except RecordError as problem:
            yield 0, problem.at(source.name, 0)

    def _article(
        self, source: Source, options: ReadOptions
    ) -> tuple[tuple[ArticleRecord, str | None], list[tuple[int, str]], ProjectRecord | None]:
        """The article, the ranges in pieces that were taken as one stretch, and what its stances name."""
        stem = PurePosixPath(source.name).stem
        beside = source.sibling(f"{stem}.txt")
        if beside is None:
            raise RecordError("text", "missing_text", f"{stem}.txt")
        plain = beside.text()
        known = mapped(source.sibling(f"{stem}{MAP}"), plain, shown)
        values: Json = {"key": source.key} if known is None else dict(known.meta)
        found = parsed(source, plain)
        item, others = reading_of(found, voice_in(values, options))
        if others:
            values["brat"] = others
        text = plain if known is None else known.text
        made = article_in(text, values, options, [item])
        return made, filled_in(found, shown(text)), named_in(known.named if known else "")

    def write(
        self, draft: Path, project: ProjectRecord, articles: Iterable[ArticleRecord], options: WriteOptions
    ) -> Written:
        """All readings in one archive."""
        names: dict[str, None] = dict.fromkeys(
            label.code
            for label_set in project.label_sets
            if label_set.kind == "entity"
            for label in label_set.labels
            if _TYPE.fullmatch(label.code)
        )
        others = sorted(it for it in sides_of(project) if it not in STANCES and _TYPE.fullmatch(it))
        sides = [*STANCES, *others]

        def members(article: ArticleRecord, item: SetRecord) -> tuple[dict[str, str], list[Loss]]:
            contents, losses = _members(article, item, names, sides, options.evidence)
            marks = [Loss(article.key or "", 0, 0, it.topic, "topic_mark") for it in item.topic_marks]
            return contents, [*losses, *marks, *unheld(article, item, self.cannot_hold)]

        return write_archive(
            draft,
            articles,
            options,
            members,
            lambda: {"annotation.conf": configuration(list(names), sides)},
            named=lambda item: named_by(narrowed(project, item.stances)),
        )


def configuration(names: list[str], sides: Sequence[str] = STANCES) -> str:
    """annotation.conf: entities, and a stance of each kind as an event."""
    entities = "\n".join([*names, EVIDENCE])
    events = "\n".join(
        f"{label}\tHolder?:<ENTITY>, Target?:<ENTITY>, Evidence*:{EVIDENCE}" for label in sides
    )
    return f"[entities]\n{entities}\n\n[relations]\n\n[events]\n{events}\n\n[attributes]\n"


def _members(
    article: ArticleRecord, item: SetRecord, names: dict[str, None], sides: Sequence[str], counting: Evidence
) -> tuple[dict[str, str], list[Loss]]:
    text = shown(article.text or "")
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
        kind = _event(annotations, stance, ids, item.spans, counting) if stance.label in sides else "stance"
        if kind:
            places = [(part_.start, part_.end) for part_ in stance.parts] or [(0, 0)]
            losses.append(Loss(article.key or "", *places[0], stance.label, kind))
    return {".txt": text, ".ann": annotations.text()}, losses


def _event(
    annotations: Annotations,
    stance: StanceRecord,
    ids: dict[str, str],
    spans: list[SpanRecord],
    counting: Evidence,
) -> str | None:
    """Add a stance; why it could not be held, if not. Its trigger is the cue, else the evidence, else an end.

    What is no range stands in a note to the event, as JSON; so does evidence that does not count.
    """
    text = annotations.shown
    ranges = {span.id: (span.start, span.end) for span in spans}
    ends = [end for end in (stance.holder_span, stance.target_span) if end is not None]
    if any(end not in ids for end in ends):
        return "stance"
    cue = [(it.start, it.end) for it in stance.parts if it.role == "cue"]
    said = [it for it in stance.parts if it.role == "evidence"]
    evidence = [(it.start, it.end) for it in said if counting == "any" or it.made == "marked"]
    places = cue or evidence or [ranges[end] for end in ends[:1]]
    trigger = [piece for place in places for piece in fragments(text, *place)]
    if not trigger:
        return "no_evidence" if len(said) > len(evidence) else "stance"
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
