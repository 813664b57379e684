"""spaCy's DocBin: training data for a pipeline, one Doc a reading.

`doc.ents` holds plain entities without nesting, `doc.spans["sc"]` all labelled spans,
`doc.spans["mentions"]` those without a label, `doc.spans["undecided"]` suggestions nobody has decided;
stances and the reading's origin are in `doc.user_data["lesart"]`. Tokens outside all entities are "outside"
in a finished reading, else "missing" (a trainer learns nothing from them). This module alone may import
spaCy's container classes, inside its functions.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from msgspec import to_builtins
from msgspec.structs import replace

from store.formats.annotations.sheaf import file_name
from store.formats.annotations.tokens import borders_of, on_tokens, words_and_spaces
from store.formats.problems import Loss
from store.formats.protocol import Feature, WriteOptions, Written
from store.formats.readings import FORMS, PARTS, chosen, part, unheld
from store.formats.records import ArticleRecord, SetRecord, SpanRecord
from store.formats.scheme_records import ProjectRecord
from store.spans import longest_only, shortest_only
from store.values import Json


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
        from spacy.vocab import Vocab

        if options.segment is None:
            raise ValueError("tokens are needed")
        vocab, losses, count = Vocab(), list[Loss](), 0
        names = [] if options.one_each else list(PARTS if options.split else ("",))
        bins = {name: _bin() for name in names}
        for article in articles:
            readings = chosen(article.sets, options.annotators)
            for reading in readings:
                doc, lost = _doc(article, reading, options, vocab)
                who = file_name(reading.annotator.name) if options.one_each else ""
                name = "-".join(filter(None, (part(article, options), who)))
                bins.setdefault(name, _bin()).add(doc)
                losses += [*lost, *unheld(article, reading, self.cannot_hold)]
            count += bool(readings)
        files = {name: draft.name if not name else f"{draft.stem}-{name}{draft.suffix}" for name in bins}
        for name, file in files.items():
            bins[name].to_disk(draft.with_name(file))
        return Written(tuple(files.values()), count, tuple(losses))


def _bin() -> Any:
    from spacy.tokens import DocBin

    return DocBin(attrs=["ENT_IOB", "ENT_TYPE", "ENT_KB_ID"], store_user_data=True)


def _doc(
    article: ArticleRecord, reading: SetRecord, options: WriteOptions, vocab: Any
) -> tuple[Any, list[Loss]]:
    from spacy.tokens import Doc

    text = article.text or ""
    borders = borders_of(article, replace(options, in_scope=False))
    words, spaces = words_and_spaces(text, borders)
    doc = Doc(vocab, words=words, spaces=spaces)
    undecided = set(reading.undecided)
    others = [span for item in article.sets for span in item.spans if span.id in undecided]
    spans, losses = on_tokens(article, [*reading.spans, *others], borders, options.misfit)
    own, offered = [s for s in spans if s.id not in undecided], [s for s in spans if s.id in undecided]
    labelled = [span for span in own if span.label is not None]
    only = longest_only if options.overlap == "longest" else shortest_only
    plain = only([span for span in labelled if span.form == "plain"])
    doc.spans["sc"] = [_span(doc, span, f"{span.label}{FORMS[span.form]}") for span in labelled]
    doc.spans["mentions"] = [_span(doc, span, "MENTION") for span in own if span.label is None]
    doc.spans["undecided"] = [_span(doc, span, f"{span.label}{FORMS[span.form]}") for span in offered]
    known = "outside" if reading.status == "done" else "missing"
    ents = [_span(doc, span, str(span.label)) for span in plain]
    doc.set_ents(ents, missing=_out_of_scope(doc, ents, article, options), default=known)
    doc.user_data["lesart"] = _user_data(article, reading)
    return doc, losses


def _out_of_scope(doc: Any, ents: list[Any], article: ArticleRecord, options: WriteOptions) -> list[Any]:
    """Tokens of which nothing is to be learnt: those in zones out of scope, if they are to be left out."""
    zones = [zone for zone in article.zones if options.in_scope and not zone.in_scope]
    taken = {i for ent in ents for i in range(ent.start, ent.end)}
    return [
        doc[token.i : token.i + 1]
        for token in doc
        if any(zone.start < token.idx + len(token) and token.idx < zone.end for zone in zones)
        and token.i not in taken
    ]


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
