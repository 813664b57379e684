"""UIMA's CAS as DKPro and INCEpTION have it: feature structures over one text, in UTF-16 units (pure).

Tokens, sentences, document metadata, `NamedEntity` (`value`) and, for a stance from one span to another, a
relation of the custom layer `webanno.custom.Stance` (`Governor` holder, `Dependent` target, `label`).
"""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from store.formats.annotations.foreign import STANCES, Json, Voice, inside, stance_between, stances_out
from store.formats.annotations.tokens import borders_of, sentences_of
from store.formats.markup import FORBIDDEN
from store.formats.problems import Loss, RecordError
from store.formats.protocol import WriteOptions
from store.formats.readings import MENTION, lost, name_of, spans_named
from store.formats.records import ArticleRecord, SetRecord, StanceRecord
from store.offsets import Offsets

ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
WORD = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
SENTENCE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
CUSTOM = "webanno.custom."
STANCE = f"{CUSTOM}Stance"
FEATURES: dict[str, dict[str, str]] = {
    ENTITY: {"value": "uima.cas.String", "identifier": "uima.cas.String"},
    WORD: {},
    SENTENCE: {},
    METADATA: {"documentTitle": "uima.cas.String", "documentId": "uima.cas.String"},
    STANCE: {"Governor": ENTITY, "Dependent": ENTITY, "label": "uima.cas.String"},
}
"""The type system: features of each type and their ranges."""

_ENDS = ("Governor", "Dependent", "next", "first")
"""Features of relations and chains, which are no spans."""

_PLACE = ("sofa", "begin", "end")

SUPERTYPES = {METADATA: "uima.tcas.DocumentAnnotation"}
SOFA = 1


class Structure(Struct, frozen=True):
    """A feature structure; `begin` and `end` are UTF-16 units, references are ids."""

    id: int
    type: str
    begin: int
    end: int
    features: Json = {}


def shown(text: str) -> str:
    """The text without characters that XML 1.0 does not allow: each is a blank, so that nothing moves."""
    return FORBIDDEN.sub(" ", text)


def structures(
    article: ArticleRecord, item: SetRecord, options: WriteOptions
) -> tuple[list[Structure], list[Loss]]:
    """A reading as feature structures, and what it cannot be."""
    text = article.text or ""
    offsets = Offsets(text)
    found: list[Structure] = []
    losses: list[Loss] = []

    def add(kind: str, start: int, end: int, **features: Any) -> int:
        number = SOFA + 1 + len(found)
        found.append(Structure(number, kind, offsets.utf16(start), offsets.utf16(end), features))
        return number

    add(METADATA, 0, len(text), documentTitle=shown(article.title), documentId=shown(article.key or ""))
    borders = borders_of(article, options)
    for sentence in sentences_of(article, borders, item.spans, options.sentences):
        add(SENTENCE, borders[sentence.start][0], borders[sentence.stop - 1][1])
    for start, end in borders:
        add(WORD, start, end)
    rows: dict[str, int] = {}
    places = {span.id: (span.start, span.end) for span in item.spans}
    for span in item.spans:
        name = name_of(span.label, span.form)
        if name is None or shown(name) != name:
            losses.append(lost(article, span, "name"))
        else:
            rows[span.id] = add(ENTITY, span.start, span.end, value=name)
    stances, unsaid = stances_out(article, item, rows.keys())
    for stance in stances:
        holder, target = stance.holder_span or "", stance.target_span or ""
        add(STANCE, *places[target], Governor=rows[holder], Dependent=rows[target], label=stance.label)
    return found, [*losses, *unsaid]


def reading_of(text: str, found: Sequence[Structure], who: Voice) -> tuple[SetRecord, list[RecordError]]:
    """The reading that feature structures say, and annotations of nothing. Raises RecordError where one lies
    outside of the text.
    """
    offsets = Offsets(text)
    ranges: dict[int, tuple[int, int, str]] = {}
    blank: list[RecordError] = []
    for one in filter(_is_span, found):
        field = f"{one.type.rpartition('.')[2]} {one.id}"
        if one.begin == one.end:
            blank.append(RecordError(field, "wrong_offset", f"{one.begin}, {one.end}"))
            continue
        if not 0 <= one.begin < one.end <= offsets.utf16_length:
            raise RecordError(field, "wrong_offset", f"{one.begin}, {one.end}")
        start, end = offsets.code_point(one.begin), offsets.code_point(one.end)
        inside(start, end, text, field)
        ranges[one.id] = (start, end, _called(one))
    spans = spans_named(list(ranges.values()))
    by_place = {(span.start, span.end, span.label, span.form): span.id for span in spans}
    ids: dict[int, str] = {}
    for number, content in ranges.items():
        [one] = spans_named([content])
        ids[number] = by_place[one.start, one.end, one.label, one.form]
    stances: list[StanceRecord] = []
    for one in found:
        label = one.features.get("label")
        if one.type == STANCE and label in STANCES:
            ends = [ids.get(_number(one.features.get(role))) for role in ("Governor", "Dependent")]
            if ends[0] is None or ends[1] is None:
                raise RecordError(f"Stance {one.id}", "unknown_reference")
            number = len(stances) + 1
            stances.append(
                stance_between(ends[0], ends[1], str(label), text=text, who=who.name, number=number)
            )
    return who.reading(spans, stances), blank


def _is_span(one: Structure) -> bool:
    """Whether it is a named entity or a span of a custom layer."""
    return one.type == ENTITY or (one.type.startswith(CUSTOM) and not any(it in one.features for it in _ENDS))


def _called(one: Structure) -> str:
    """What a span is called: its value or label, else its first feature."""
    said = {name: value for name, value in one.features.items() if name.isidentifier() and name not in _PLACE}
    names = ("value",) if one.type == ENTITY else ("value", "label", *said)
    return next((str(said[name]) for name in names if said.get(name)), MENTION)


def _number(said: Any) -> int:
    """The id that a feature names; 0 for what is none."""
    return int(said) if str(said).isdecimal() else 0
