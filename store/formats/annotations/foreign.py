"""Articles in other people's formats: metadata under names that both sides know, and what is left over."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from msgspec import Struct
from msgspec.structs import replace

from store.formats.columns import METADATA, article, fields_of
from store.formats.problems import Loss, RecordError, Skipped
from store.formats.protocol import Item, ReadOptions
from store.formats.readings import place_of, reading
from store.formats.records import ArticleRecord, SetRecord, SpanRecord, StanceRecord

Json = dict[str, Any]

STANCES = ("FAVOR", "AGAINST", "NEUTRAL")
"""Relations of these names, from a holder to a target, are stances; others stay with the article."""

_FIELDS = (
    "key", "title", "outlet", "author", "published_at", "url", "language", "rights", "source_id",
    "retrieved_at",
)  # fmt: skip


def metadata(article_: ArticleRecord) -> Json:
    """What an article says of itself, without what it does not say."""
    found = {name: getattr(article_, name) for name in _FIELDS}
    return {name: value for name, value in found.items() if value}


def voice(item: SetRecord) -> Json:
    """Whose reading it is, in which round, how far."""
    who = item.annotator
    found = {
        "annotator": who.name, "annotator_kind": who.kind, "version": who.version, "round": item.round,
        "status": item.status,
    }  # fmt: skip
    return {name: value for name, value in found.items() if value}


class Voice(Struct, frozen=True):
    """Who says it (see `voice`), as a file has it."""

    name: str
    kind: str = "person"
    version: str = ""
    round: str = ""
    status: str = "done"

    def reading(self, spans: list[SpanRecord], stances: Sequence[StanceRecord] = ()) -> SetRecord:
        """What it says of an article."""
        return reading(
            self.name,
            spans,
            kind=self.kind,
            version=self.version,
            round_=self.round,
            status=self.status,
            stances=stances,
        )


def voice_in(values: Json, options: ReadOptions) -> Voice:
    """Takes out of `values` whose reading it is."""
    name = values.pop("annotator", None)
    kind = str(values.pop("annotator_kind", "person"))
    version, round_ = str(values.pop("version", "")), str(values.pop("round", ""))
    status = str(values.pop("status", "done"))
    return Voice(name if isinstance(name, str) and name else options.annotator, kind, version, round_, status)


def article_in(
    text: Any, values: Mapping[str, Any], options: ReadOptions, sets: Sequence[SetRecord] = ()
) -> tuple[ArticleRecord, str | None]:
    """The article of a text with metadata under whatever names, and its date if nobody can read it.

    What means nothing to us stays in `attrs`. Raises RecordError.
    """
    fields = fields_of(values, options.columns)
    known: Json = {field: values[column] for column, field in fields.items() if field in METADATA}
    rest = {
        column: value
        for column, value in values.items()
        if fields.get(column) not in METADATA and value is not None
    }
    record, unread = article({**known, "text": text}, rest, options=options)
    return replace(record, sets=list(sets)), unread


def side_by_side(sets: Sequence[SetRecord]) -> list[SetRecord]:
    """Readings of one article, which share their ids: each with ids of its own.

    The same person twice in a round has two readings all the same; the second is of "Name (2)".
    """
    found: list[SetRecord] = []
    taken: dict[tuple[str, str], int] = {}

    def named(number: int, name: str | None) -> str | None:
        return None if name is None else f"{number}.{name}"

    for number, item in enumerate(sets):
        times = taken[item.annotator.name, item.round] = taken.get((item.annotator.name, item.round), 0) + 1
        who = (
            item.annotator if times == 1 else replace(item.annotator, name=f"{item.annotator.name} ({times})")
        )
        spans = [replace(span, id=f"{number}.{span.id}") for span in item.spans]
        stances = [
            replace(
                it,
                id=f"{number}.{it.id}",
                holder_span=named(number, it.holder_span),
                target_span=named(number, it.target_span),
            )
            for it in item.stances
        ]
        comments = [
            replace(it, span=named(number, it.span), stance=named(number, it.stance)) for it in item.comments
        ]
        found.append(replace(item, annotator=who, spans=spans, stances=stances, comments=comments))
    return found


def items(path: str, number: int, made: tuple[ArticleRecord, str | None]) -> Iterator[Item]:
    """The article, behind a word on a date that nobody can read."""
    record, unread = made
    if unread:
        yield number, Skipped(path, number, "date", "date_unread", unread)
    yield number, record


def inside(start: int, end: int, text: str, field: str) -> None:
    """Raises RecordError where a range is not one of the text."""
    if not 0 <= start < end <= len(text):
        raise RecordError(field, "wrong_offset", f"{start}, {end} / {len(text)}")


def shown(text: str) -> str:
    """A text as other programs may have it, of the same length: with LF only, and nothing that hides its
    encoding.
    """
    plain = text.replace("\r\n", " \n").replace("\r", "\n").replace("\x00", " ")
    return f" {plain[1:]}" if plain.startswith("\ufeff") else plain


def stance_between(holder: str, target: str, label: str, *, text: str, who: str, number: int) -> StanceRecord:
    """The stance that a relation from one span to another says. Its uid is the same at every import."""
    uid = str(uuid5(NAMESPACE_URL, f"lesart:{text}\0{who}\0{holder}\0{target}\0{label}\0{number}"))
    return StanceRecord(f"t{number}", uid, label, "span", holder_span=holder, target_span=target)


def stances_out(
    article_: ArticleRecord, item: SetRecord, held: Collection[str]
) -> tuple[list[StanceRecord], list[Loss]]:
    """The stances from one held span (by id) to another, which a relation can say, and what it cannot.

    Topics, evidence and answers of such a stance are listed as `stance_details`.
    """
    kept: list[StanceRecord] = []
    losses: list[Loss] = []
    spans = {span.id: (span.start, span.end) for span in item.spans}
    for stance in item.stances:
        is_held = stance.label in STANCES and stance.holder_span in held and stance.target_span in held
        if is_held:
            kept.append(stance)
        if not is_held or has_details(stance):
            kind = "stance_details" if is_held else "stance"
            losses.append(Loss(article_.key or "", *place_of(stance, spans), stance.label, kind))
    return kept, losses


def has_details(stance: StanceRecord) -> bool:
    """Whether a stance says more than who takes which side toward what in the text."""
    plain = StanceRecord(
        stance.id,
        stance.uid,
        stance.label,
        "span",
        holder_span=stance.holder_span,
        target_span=stance.target_span,
    )
    marked = [it for it in stance.parts if it.made == "marked"]
    return bool(marked) or replace(stance, parts=[], score=None, origin=None) != plain
