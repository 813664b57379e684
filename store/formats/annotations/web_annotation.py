"""W3C Web Annotation (JSON-LD): an annotation a span, anchored by position and by its words.

Positions are code points, as the recommendation asks (www.w3.org/TR/annotation-model, TextPositionSelector).
Texts stay out, so that annotations can be published where texts may not; what an annotation is about is
named by the article's address or by the hash of its text.
"""

from collections.abc import Iterable
from itertools import count
from pathlib import Path

import msgspec

from store.formats.annotations.foreign import Json
from store.formats.annotations.sheaf import Frame, Piece, write_readings
from store.formats.problems import Loss
from store.formats.protocol import Feature, WriteOptions, Written
from store.formats.readings import lost, name_of, unheld
from store.formats.records import ArticleRecord, SetRecord, SpanRecord
from store.formats.scheme_records import ProjectRecord

_AROUND = 32
_OPENING = b'{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationPage","items":[\n'


class WebAnnotation:
    """`.jsonld`, one page."""

    name = "web-annotation"
    suffixes = (".jsonld",)
    needs_text = False
    cannot_hold: tuple[Feature, ...] = (
        "zones", "provenance", "rejections", "stances", "answers", "comments", "scheme", "actors", "unknown",
    )  # fmt: skip

    def write(
        self, draft: Path, project: ProjectRecord, articles: Iterable[ArticleRecord], options: WriteOptions
    ) -> Written:
        """An annotation a span; a mention is highlighted, everything else is tagged with its name."""
        encoder, numbers = msgspec.json.Encoder(), count(1)

        def unit(article: ArticleRecord, sets: list[SetRecord]) -> Piece:
            found: list[bytes] = []
            losses: list[Loss] = []
            for span in sets[0].spans:
                if name_of(span.label, span.form) is None:
                    losses.append(lost(article, span, "name"))
                else:
                    found.append(encoder.encode(_annotation(article, sets[0], span, next(numbers))))
            losses += unheld(article, sets[0], self.cannot_hold)
            return Piece(b",\n".join(found), losses)

        return write_readings(draft, articles, options, unit, Frame(_OPENING, b",\n", b"\n]}\n"))


def _annotation(article: ArticleRecord, item: SetRecord, span: SpanRecord, number: int) -> Json:
    who = item.annotator
    creator: Json = {"type": "Software" if who.kind == "model" else "Person", "name": who.name}
    if who.uid:
        creator["id"] = f"urn:uuid:{who.uid}"
    source: Json = {"id": article.url or f"urn:sha256:{article.sha256}", "type": "Text"}
    if article.language:
        source["language"] = article.language
    made: Json = {
        "id": f"#{number}",
        "type": "Annotation",
        "motivation": "highlighting" if span.label is None else "tagging",
        "creator": creator,
    }
    if span.label is not None:
        name = name_of(span.label, span.form)
        made["body"] = {"type": "TextualBody", "purpose": "tagging", "value": name}
    return {**made, "target": {"source": source, "selector": _selectors(article.text, span)}}


def _selectors(text: str | None, span: SpanRecord) -> list[Json]:
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    if text is None:
        return [position]
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[span.start : span.end],
        "prefix": text[max(0, span.start - _AROUND) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }
    return [position, quote]
