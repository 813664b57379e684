"""spaCy's DocBin: training data for a pipeline, one Doc a reading.

`doc.ents` holds plain entities without nesting, `doc.spans["sc"]` all labelled spans,
`doc.spans["mentions"]` those without a label, `doc.spans["undecided"]` suggestions nobody has decided;
stances and the reading's origin are in `doc.user_data["lesart"]`. Tokens outside all entities are "outside"
in a finished reading, else "missing" (a trainer learns nothing from them). This module alone may import
spaCy's container classes, inside its functions.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from msgspec import to_builtins

from store.alignment import Aligned, align_all
from store.formats.problems import Loss
from store.formats.protocol import Feature, Segment, WriteOptions, Written
from store.formats.records import ArticleRecord, SetRecord, SpanRecord
from store.formats.scheme_records import ProjectRecord
from store.offsets import Range
from store.spans import longest_only
from store.values import Json

PARTS = ("train", "dev", "test")
FORMS = {"plain": "", "derived": "deriv", "part": "part"}
"""What is added to the label of a span in `doc.spans["sc"]`, as GermEval 2014 names its labels."""


class SpacyDocBin:
    """`.spacy`."""

    name = "spacy"
    suffixes = (".spacy",)
    cannot_hold: tuple[Feature, ...] = (
        "zones",
        "partial_tokens",
        "provenance",
        "rejections",
        "answers",
        "comments",
        "scheme",
    )
    needs_text = True

    def write(
        self, draft: Path, project: ProjectRecord, articles: Iterable[ArticleRecord], options: WriteOptions
    ) -> Written:
        """One file, or three (`name-train.spacy` …) dealt by article: all readings of a text are in one part.

        Only begun readings of people and the gold standard count (gold alone, where there is one), and
        models that `options.annotators` names. An excluded article is left out.
        """
        from spacy.tokens import DocBin
        from spacy.vocab import Vocab

        if options.segment is None:
            raise ValueError("tokens are needed")
        names = PARTS if options.split else ("",)
        bins = {
            name: DocBin(attrs=["ENT_IOB", "ENT_TYPE", "ENT_KB_ID"], store_user_data=True) for name in names
        }
        vocab, losses, count = Vocab(), list[Loss](), 0
        for article in articles:
            readings = chosen(article.sets, options.annotators)
            part = part_of(article.key or "", options.split, options.seed) if options.split else ""
            for reading in readings:
                doc, lost = _doc(article, reading, options.segment, vocab)
                bins[part].add(doc)
                losses += lost
            count += bool(readings)
        files = {name: draft.name if not name else f"{draft.stem}-{name}{draft.suffix}" for name in names}
        for name, file in files.items():
            bins[name].to_disk(draft.with_name(file))
        return Written(tuple(files.values()), count, tuple(losses))


def chosen(sets: Sequence[SetRecord], annotators: Sequence[str]) -> list[SetRecord]:
    """The readings of an article that become Docs."""
    open_sets = [item for item in sets if item.status in ("in_progress", "done")]
    if annotators:
        return [item for item in open_sets if item.annotator.name in annotators]
    gold = [item for item in open_sets if item.annotator.kind == "gold"]
    return gold or [item for item in open_sets if item.annotator.kind == "person"]


def part_of(key: str, shares: tuple[float, float, float], seed: int) -> str:
    """Train, dev or test: by a hash of the article's key, so that a growing corpus never moves an article."""
    draw = int.from_bytes(sha256(f"{seed}:{key}".encode()).digest()[:8]) / 2**64 * sum(shares)
    if draw < shares[0]:
        return "train"
    return "dev" if draw < shares[0] + shares[1] else "test"


def words_and_spaces(text: str, borders: Sequence[Range]) -> tuple[list[str], list[bool]]:
    """All of `text` as spaCy's tokens: those of `borders`, and what lies between them, but for one blank
    each.
    """
    words: list[str] = []
    spaces: list[bool] = []
    position = 0
    for start, end in [*borders, (len(text), len(text))]:
        gap = text[position:start]
        if gap.startswith(" ") and words:
            spaces[-1] = True
            gap = gap[1:]
        for word in (gap, text[start:end]):
            if word:
                words.append(word)
                spaces.append(False)
        position = end
    return words, spaces


def _doc(article: ArticleRecord, reading: SetRecord, segment: Segment, vocab: Any) -> tuple[Any, list[Loss]]:
    from spacy.tokens import Doc

    text = article.text or ""
    borders = segment(text, article.language or "und")
    words, spaces = words_and_spaces(text, borders)
    doc = Doc(vocab, words=words, spaces=spaces)
    undecided = set(reading.undecided)
    others = [span for item in article.sets for span in item.spans if span.id in undecided]
    spans, losses = _aligned(article.key or "", [*reading.spans, *others], borders)
    own, offered = [s for s in spans if s.id not in undecided], [s for s in spans if s.id in undecided]
    labelled = [span for span in own if span.label is not None]
    plain = longest_only([span for span in labelled if span.form == "plain"])
    doc.spans["sc"] = [_span(doc, span, f"{span.label}{FORMS[span.form]}") for span in labelled]
    doc.spans["mentions"] = [_span(doc, span, "MENTION") for span in own if span.label is None]
    doc.spans["undecided"] = [_span(doc, span, f"{span.label}{FORMS[span.form]}") for span in offered]
    known = "outside" if reading.status == "done" else "missing"
    doc.set_ents([_span(doc, span, str(span.label)) for span in plain], default=known)
    doc.user_data["lesart"] = _user_data(article, reading)
    return doc, losses


def _aligned(
    key: str, spans: Sequence[SpanRecord], borders: Sequence[Range]
) -> tuple[list[SpanRecord], list[Loss]]:
    """Spans that are whole tokens, and those that are not."""
    kept: list[SpanRecord] = []
    losses: list[Loss] = []
    for span, found in zip(spans, align_all([(s.start, s.end) for s in spans], borders), strict=True):
        if isinstance(found, Aligned):
            kept.append(span)
        else:
            losses.append(Loss(key, span.start, span.end, span.label or "mention", found.kind))
    return kept, losses


def _span(doc: Any, span: SpanRecord, label: str) -> Any:
    return doc.char_span(span.start, span.end, label=label, kb_id=span.actor or "")


def _user_data(article: ArticleRecord, reading: SetRecord) -> Json:
    """What tokens cannot say. Ranges are code points of `doc.text`."""
    ranges = {span.id: [span.start, span.end] for span in reading.spans}
    return {
        "key": article.key,
        "sha256": article.sha256,
        "annotator": to_builtins(reading.annotator),
        "round": reading.round,
        "status": reading.status,
        "stances": [
            {name: value for name, value in _stance(stance, ranges) if value is not None}
            for stance in reading.stances
        ],
    }


def _stance(stance: Any, ranges: dict[str, list[int]]) -> Iterator[tuple[str, Any]]:
    yield from to_builtins(stance).items()
    yield "holder_range", ranges.get(stance.holder_span)
    yield "target_range", ranges.get(stance.target_span)
