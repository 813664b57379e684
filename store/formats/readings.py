"""What formats for training share: whose readings go out, to which part, and how spans are called there.

A label and a span's form are one name in other programs: `LOC`, `LOCderiv`, `LOCpart` (as GermEval 2014
calls them); a mention, which has no label, is called `MENTION` where it is written at all.
"""

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256

from store.formats.problems import Loss
from store.formats.protocol import Feature, WriteOptions
from store.formats.records import AnnotatorRecord, ArticleRecord, SetRecord, SpanRecord, StanceRecord
from store.vocabulary import AnnotatorKind, SetStatus, SpanForm

PARTS = ("train", "dev", "test")
MENTION = "MENTION"
FORMS: dict[SpanForm, str] = {"plain": "", "derived": "deriv", "part": "part"}
"""What is added to the label of a span, as GermEval 2014 names its labels."""

_FORMED = re.compile(r"(.*[A-Z0-9_])(deriv|part)", re.DOTALL)
_KINDS: dict[str, AnnotatorKind] = {"model": "model", "gold": "gold"}
_STATUSES: dict[str, SetStatus] = {"new": "new", "in_progress": "in_progress"}
_FORM_OF: dict[str, SpanForm] = {"deriv": "derived", "part": "part"}


def chosen(sets: Sequence[SetRecord], annotators: Sequence[str]) -> list[SetRecord]:
    """The readings of an article that become training data.

    Only begun ones of people and the gold standard (gold alone, where there is one), and of models that
    `annotators` names. Excluded ones are left out.
    """
    begun = [item for item in sets if item.status in ("in_progress", "done")]
    if annotators:
        return [item for item in begun if item.annotator.name in annotators]
    gold = [item for item in begun if item.annotator.kind == "gold"]
    return gold or [item for item in begun if item.annotator.kind == "person"]


def part_of(key: str, shares: tuple[float, float, float], seed: int) -> str:
    """Train, dev or test: by a hash of the article's key, so that a growing corpus never moves an article."""
    draw = int.from_bytes(sha256(f"{seed}:{key}".encode()).digest()[:8]) / 2**64 * sum(shares)
    if draw < shares[0]:
        return "train"
    return "dev" if draw < shares[0] + shares[1] else "test"


def part(article: ArticleRecord, options: WriteOptions) -> str:
    """The part of the split that an article belongs to, "" if there is none."""
    if options.split is None:
        return ""
    key = article.key or ""
    return options.parts.get(key) or part_of(key, options.split, options.seed)


# --- Names -------------------------------------------------------------------------------


def name_of(label: str | None, form: SpanForm = "plain") -> str | None:
    """What other programs call a span; None for a name that could not be told back."""
    name = MENTION if label is None else f"{label}{FORMS[form]}"
    return name if label_and_form(name) == (label, form) else None


def label_and_form(name: str) -> tuple[str | None, SpanForm]:
    """What a span called `name` is."""
    if name == MENTION:
        return None, "plain"
    found = _FORMED.fullmatch(name)
    return (found[1], _FORM_OF[found[2]]) if found else (name, "plain")


def spans_named(ranges: Sequence[tuple[int, int, str]], *, made: str = "imported") -> list[SpanRecord]:
    """Ranges with names as spans in text order; what stands there twice is taken once."""
    found = [(start, end, *label_and_form(name)) for start, end, name in ranges]
    unique = sorted(dict.fromkeys(found), key=lambda it: (it[0], it[1], it[2] or "", it[3]))
    said = "predicted" if made == "predicted" else "imported"
    return [
        SpanRecord(f"s{number}", start, end, label, form, made=said)
        for number, (start, end, label, form) in enumerate(unique, 1)
    ]


def reading(
    name: str,
    spans: list[SpanRecord],
    *,
    kind: str = "person",
    version: str = "",
    round_: str = "",
    status: str = "done",
    stances: Sequence[StanceRecord] = (),
) -> SetRecord:
    """A reading that a file brought. Its annotator has no uid, so that it is found again by name."""
    who = _KINDS.get(kind, "person")
    state = _STATUSES.get(status, "done")
    return SetRecord(
        AnnotatorRecord("", name, who, version), round_, state, spans=spans, stances=list(stances)
    )


# --- Losses ------------------------------------------------------------------------------


def unheld(article: ArticleRecord, item: SetRecord, cannot_hold: Sequence[Feature]) -> Iterator[Loss]:
    """What a format without stances, answers, comments, refusals or "unknown" loses of a reading, one by one.

    Suggestions that nobody decided are a loss where unmarked text means "no entity here".
    """
    key = article.key or ""
    spans = {span.id: (span.start, span.end) for it in article.sets for span in it.spans}
    if "unknown" in cannot_hold:
        for name in item.undecided:
            yield Loss(key, *spans.get(name, (0, 0)), "suggestion", "undecided")
    if "stances" in cannot_hold:
        for stance in item.stances:
            yield Loss(key, *place_of(stance, spans), stance.label, "stance")
        for mark in item.topic_marks:
            yield Loss(key, 0, 0, mark.topic, "topic_mark")
    if "answers" in cannot_hold:
        for answer in item.answers:
            yield Loss(key, *spans.get(answer.span or "", (0, 0)), answer.field, "answer")
    if "comments" in cannot_hold:
        for comment in item.comments:
            yield Loss(key, *spans.get(comment.span or "", (0, 0)), comment.kind, "comment")
    if "rejections" in cannot_hold:
        yield from _refusals(key, item)


def _refusals(key: str, item: SetRecord) -> Iterator[Loss]:
    for refused in item.rejections:
        yield Loss(key, refused.start, refused.end, refused.label, "rejection")
    for cue in item.cue_refusals:
        yield Loss(key, cue.start, cue.end, "", "cue_refusal")


def place_of(stance: StanceRecord, spans: dict[str, tuple[int, int]]) -> tuple[int, int]:
    """Where a stance stands: its first evidence, else its holder, else its target, else nowhere (0, 0)."""
    for found in stance.parts:
        return found.start, found.end
    return spans.get(stance.holder_span or "") or spans.get(stance.target_span or "") or (0, 0)


def lost(article: ArticleRecord, span: SpanRecord, kind: str) -> Loss:
    """A span that could not be held."""
    return Loss(article.key or "", span.start, span.end, span.label or "mention", kind)
