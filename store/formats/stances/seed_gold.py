"""A hand-made gold file (`lesart.seed-gold/1`): entities, mentions, actors, topics, statements of an article.

JSON with code-point ranges, each with its words to check by; the text itself stands in the file beside it
that `document.path` names. What a stance has no field for (`note`, `alternative_label`) goes into `attrs`.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import msgspec
from msgspec import UNSET, Struct, UnsetType

from store.formats.json_lines import wrong
from store.formats.problems import RecordError, Skipped
from store.formats.protocol import Feature, Item, ReadOptions
from store.formats.records import (
    VERSION,
    AnnotatorRecord,
    ArticleRecord,
    PartRecord,
    SetRecord,
    SpanRecord,
    StanceRecord,
    ZoneRecord,
)
from store.formats.scheme_records import ActorRecord, ProjectRecord, TopicRecord
from store.formats.sources import Source
from store.vocabulary import Attribution, HolderKind, StanceForm, StanceLevel, TopicKind

SCHEMA = "lesart.seed-gold/1"
READER = "gold"

_KINDS: Mapping[str, TopicKind] = {"claim": "claim", "actor": "actor"}


class SeedGold:
    """`.json` with the schema above."""

    name = "gold"
    suffixes = (".json",)
    cannot_hold: tuple[Feature, ...] = ("provenance", "rejections", "answers", "comments", "scheme")

    def sniff(self, head: str, suffix: str) -> float:
        """By its schema."""
        return 1.0 if head.lstrip().startswith("{") and f'"{SCHEMA}"' in head[:500] else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """Actors and topics, then the article with the gold standard's reading of it."""
        try:
            gold = msgspec.json.decode(source.data(), type=_Gold)
            beside = source.sibling(gold.document.path)
            if beside is None:
                raise RecordError("document.path", "missing_text", gold.document.path)
            text = beside.data().decode()
            yield 1, _project(gold, gold.document.language or options.language or "de")
            yield 1, _article(gold, text, source.key, options)
        except msgspec.ValidationError as error:
            yield 1, Skipped(source.name, 1, *wrong(str(error)))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            yield 1, Skipped(source.name, 1, "", "not_json", str(error))
        except RecordError as problem:
            yield 1, problem.at(source.name, 1)


class _Ranged(Struct, frozen=True):
    start: int
    end: int
    text: str | None = None


class _Document(Struct, frozen=True):
    path: str
    language: str | None = None
    title: str | None = None
    date: str | None = None


class _Zone(_Ranged, frozen=True, kw_only=True):
    kind: str


class _Span(_Ranged, frozen=True, kw_only=True):
    id: str
    label: str | None = None
    actor: str | None = None
    derived: bool = False
    compound_part: bool = False
    metonym: str | None = None
    uncertain: bool = False


class _Named(Struct, frozen=True):
    id: str
    name: str = ""
    text: str = ""
    type: str = ""
    kind: str = "topic"
    parent: str | None = None


class _Holder(Struct, frozen=True):
    kind: HolderKind
    span: str | None = None
    actor: str | None = None


class _Target(Struct, frozen=True):
    topic: str | None = None
    span: str | None = None
    actor: str | None = None


class _Statement(Struct, frozen=True):
    id: str
    holder: _Holder
    target: _Target
    label: str
    level: StanceLevel = "statement"
    form: StanceForm | None = None
    attribution: Attribution | None = None
    explicit: bool | None = None
    intensity: int | None = None
    confidence: float | None = None
    evidence: list[_Ranged] = []
    cue: list[_Ranged] = []
    note: str | None = None
    alternative_label: str | None = None


class _Gold(Struct, frozen=True):
    schema: str
    document: _Document
    boilerplate: list[_Zone] = []
    actors: list[_Named] = []
    targets: list[_Named] = []
    entities: list[_Span] = []
    mentions: list[_Span] = []
    statements: list[_Statement] = []
    not_stances: list[dict[str, Any]] | UnsetType = UNSET


def _uid(noun: str, name: str) -> str:
    """The same at every import."""
    return str(uuid5(NAMESPACE_URL, f"{SCHEMA}:{noun}:{name}"))


def _project(gold: _Gold, language: str) -> ProjectRecord:
    return ProjectRecord(
        VERSION,
        "",
        "",
        "",
        partial=True,
        actors=[
            ActorRecord(_uid("actor", it.id), it.name, it.type, it.parent and _uid("actor", it.parent))
            for it in gold.actors
        ],
        topics=[
            TopicRecord(
                _uid("topic", it.id), it.id, _KINDS.get(it.kind, "issue"), {language: it.text or it.name}
            )
            for it in gold.targets
        ],
    )


def _article(gold: _Gold, text: str, key: str, options: ReadOptions) -> ArticleRecord:
    spans = [_span(span, text, f"entities[{i}]") for i, span in enumerate(gold.entities)]
    spans += [_span(span, text, f"mentions[{i}]") for i, span in enumerate(gold.mentions)]
    spans.sort(key=lambda span: (span.start, span.end, span.label or "", span.form))
    reading = SetRecord(
        AnnotatorRecord(_uid("annotator", READER), READER, "gold"),
        status="done",
        spans=spans,
        stances=[
            _stance(it, text, f"{key}:{it.id}", f"statements[{i}]") for i, it in enumerate(gold.statements)
        ],
    )
    attrs = {} if gold.not_stances is UNSET else {"not_stances": gold.not_stances}
    return ArticleRecord(
        VERSION,
        key=key,
        title=gold.document.title or "",
        text=text,
        language=gold.document.language or options.language,
        published_at=gold.document.date,
        rights=options.rights,
        attrs=attrs,
        zones=[
            ZoneRecord(*_checked(it, text, f"boilerplate[{i}]"), it.kind, False, READER)
            for i, it in enumerate(gold.boilerplate)
        ],
        sets=[reading],
    )


def _checked(item: _Ranged, text: str, field: str) -> tuple[int, int]:
    """The range, if its words stand there. Raises RecordError."""
    if not 0 <= item.start < item.end <= len(text) or item.text not in (None, text[item.start : item.end]):
        raise RecordError(field, "wrong_offset", f"{item.start}, {item.end} {item.text or ''}".strip())
    return item.start, item.end


def _span(span: _Span, text: str, field: str) -> SpanRecord:
    start, end = _checked(span, text, field)
    return SpanRecord(
        span.id,
        start,
        end,
        span.label,
        "derived" if span.derived else "part" if span.compound_part else "plain",
        _uid("actor", span.actor) if span.actor else None,
        made="imported",
        unsure=span.uncertain,
        attrs={"acts_as_government": True} if span.metonym == "government" else None,
    )


def _stance(item: _Statement, text: str, name: str, field: str) -> StanceRecord:
    kept = {"note": item.note, "alternative_label": item.alternative_label}
    return StanceRecord(
        item.id,
        _uid("statement", name),
        item.label,
        item.holder.kind,
        item.level,
        item.holder.span,
        _uid("actor", item.holder.actor) if item.holder.actor else None,
        item.target.topic,
        item.target.span,
        _uid("actor", item.target.actor) if item.target.actor else None,
        explicit=item.explicit,
        intensity=item.intensity,
        form=item.form,
        attribution=item.attribution,
        confidence=item.confidence,
        attrs={name: value for name, value in kept.items() if value} or None,
        parts=[
            *(
                PartRecord("evidence", *_checked(it, text, f"{field}.evidence"), "marked")
                for it in item.evidence
            ),
            *(PartRecord("cue", *_checked(it, text, f"{field}.cue"), "marked") for it in item.cue),
        ],
    )
