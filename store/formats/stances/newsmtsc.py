"""NewsMTSC's JSON Lines: a sentence with its targets and their polarity (Hamborg & Donnay 2021).

A line has `primary_gid`, `sentence_normalized` and `targets`, each with `Input.gid`, `from`, `to` (code
points of the sentence, end-exclusive), `mention`, `polarity` (2, 4, 6) and `further_mentions`. The polarity
is the author's: stances of others would change its meaning, so they only go out as `newsmtsc-all`.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from store.formats.annotations.sheaf import Piece, write_readings
from store.formats.json_lines import SUFFIXES, decoded_lines
from store.formats.problems import Loss, RecordError, Skipped
from store.formats.protocol import Feature, Item, ReadOptions, WriteOptions, Written
from store.formats.readings import reading
from store.formats.records import VERSION, ArticleRecord, SetRecord, SpanRecord, StanceRecord
from store.formats.scheme_records import ProjectRecord
from store.formats.sources import Source
from store.formats.stances.sidecar import Sidecar, restored, sidecar_of
from store.formats.stances.stance_rows import lost, unanswered
from store.formats.stances.statements import Codebook, Range, Statement

_LABELS = {2.0: "AGAINST", 4.0: "NEUTRAL", 6.0: "FAVOR"}


class NewsMtsc:
    """`.jsonl` of sentences; `everybody`: stances of all holders, not of the author alone."""

    suffixes = SUFFIXES
    needs_text = True
    cannot_hold: tuple[Feature, ...] = (
        "metadata", "zones", "nesting", "provenance", "rejections", "answers", "comments", "scheme", "actors",
    )  # fmt: skip

    def __init__(self, *, everybody: bool = False) -> None:
        self.name = "newsmtsc-all" if everybody else "newsmtsc"
        self._everybody = everybody

    def sniff(self, head: str, suffix: str) -> float:
        """By its fields."""
        return 0.97 if head.lstrip().startswith("{") and '"sentence_normalized"' in head[:20_000] else 0.0

    def write(
        self, draft: Path, project: ProjectRecord, articles: Iterable[ArticleRecord], options: WriteOptions
    ) -> Written:
        """A line a sentence with the stances toward a span in it."""
        codebook, encoder = Codebook(project), msgspec.json.Encoder()

        def unit(article: ArticleRecord, readings: list[SetRecord]) -> Piece:
            sentences = (
                options.sentences(article.text or "", article.language or "de") if options.sentences else []
            )
            lines: dict[Range, list[dict[str, Any]]] = {}
            losses: list[Loss] = []
            for statement in codebook.statements(article, readings, options.evidence):
                reason = self._misfit(statement, sentences)
                if reason is not None:
                    losses.append(lost(statement, reason))
                    continue
                place = _sentence_of(statement, sentences)
                if place is not None:
                    lines.setdefault(place, []).append(_target(statement, place))
            losses += unanswered(article, readings)
            return Piece(
                b"".join(
                    encoder.encode(_line(article, place, lines[place])) + b"\n" for place in sorted(lines)
                ),
                losses,
            )

        with Sidecar(draft, project) as sidecar:
            written = write_readings(draft, sidecar.passing(articles), options, unit)
        return replace(written, files=(*written.files, sidecar.name))

    def _misfit(self, statement: Statement, sentences: list[Range]) -> str | None:
        """Why a statement has no place here, as a word of `Loss.kind`."""
        if statement.stance.holder_kind != "author" and not self._everybody:
            return "holder"
        if statement.target.span is None:
            return "no_target_in_text"
        if statement.polarity is None:
            return "label"
        return "across_sentences" if _sentence_of(statement, sentences) is None else None

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """With its sidecar everything; without one, an article a sentence."""
        rows = list(decoded_lines(source, msgspec.json.Decoder(_Line).decode))
        if (sidecar := sidecar_of(source)) is not None:
            good = [row for _, row in rows if not isinstance(row, Skipped)]
            labels = {target.gid: f"{target.polarity:g}" for row in good for target in row.targets}
            yield from restored(sidecar, options, labels, told, code_of=code_of)
            return
        for number, row in rows:
            if isinstance(row, Skipped):
                yield number, row
                continue
            try:
                yield number, _article(row, options)
            except RecordError as problem:
                yield number, problem.at(source.name, number)


def told(codebook: Codebook, code: str) -> str | None:
    """2, 4 or 6."""
    polarity = codebook.polarity(code)
    return None if polarity is None else f"{_value(polarity):g}"


def code_of(codebook: Codebook, label: str) -> str | None:
    """Our label for one of the three."""
    return codebook.code_of((float(label) - 4) / 2) if label in ("2", "4", "6") else None


def _value(polarity: float) -> float:
    return 4.0 if not polarity else 6.0 if polarity > 0 else 2.0


def _sentence_of(statement: Statement, sentences: list[Range]) -> Range | None:
    """The sentence in which the target stands as a whole."""
    span = statement.target.span
    at = bisect_right(sentences, (span.start, 1 << 60)) - 1 if span else -1
    if span is None or at < 0 or span.end > sentences[at][1]:
        return None
    return sentences[at]


def _target(statement: Statement, place: Range) -> dict[str, Any]:
    span = statement.target.span
    start, end = (span.start - place[0], span.end - place[0]) if span else (0, 0)
    return {
        "Input.gid": statement.stance.uid,
        "from": start,
        "to": end,
        "mention": statement.target.words,
        "polarity": _value(statement.polarity or 0.0),
        "further_mentions": [],
    }


def _line(article: ArticleRecord, place: Range, targets: list[dict[str, Any]]) -> dict[str, Any]:
    text = (article.text or "")[place[0] : place[1]]
    return {"primary_gid": targets[0]["Input.gid"], "sentence_normalized": text, "targets": targets}


class _Target(Struct, frozen=True):
    start: int = field(name="from")
    end: int = field(name="to")
    polarity: float
    gid: str = field(name="Input.gid", default="")


class _Line(Struct, frozen=True):
    sentence_normalized: str
    targets: list[_Target]
    primary_gid: str = ""


def _article(row: _Line, options: ReadOptions) -> ArticleRecord:
    text = row.sentence_normalized
    spans: dict[Range, SpanRecord] = {}
    stances: list[StanceRecord] = []
    for i, target in enumerate(row.targets):
        if not 0 <= target.start < target.end <= len(text):
            raise RecordError(f"targets[{i}]", "wrong_offset", f"{target.start}, {target.end} / {len(text)}")
        if target.polarity not in _LABELS:
            raise RecordError(f"targets[{i}].polarity", "unknown_reference", f"{target.polarity:g}")
        place = (target.start, target.end)
        span = spans.setdefault(place, SpanRecord(f"s{len(spans) + 1}", *place, made="imported"))
        uid = str(uuid5(NAMESPACE_URL, f"lesart:newsmtsc:{text}\0{target.gid}\0{i}"))
        stances.append(
            StanceRecord(
                f"t{i + 1}", uid, _LABELS[target.polarity], "author", "statement", target_span=span.id
            )
        )
    ordered = sorted(spans.values(), key=lambda span: (span.start, span.end))
    said = [reading(options.annotator, ordered, stances=stances)]
    return ArticleRecord(
        VERSION, text=text, language=options.language, rights=options.rights,
        source_id=row.primary_gid or None, sets=said,
    )  # fmt: skip
