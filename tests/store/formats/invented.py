"""Articles and readings as nobody would write them, and what they say, for the round trips of formats."""

import re
from collections import Counter
from typing import Any
from uuid import uuid4

from hypothesis import strategies as st

from store.formats.protocol import WriteOptions
from store.formats.readings import chosen
from store.formats.records import (
    VERSION,
    AnnotatorRecord,
    ArticleRecord,
    CommentRecord,
    CueRefusalRecord,
    PartRecord,
    RejectionRecord,
    SetRecord,
    SpanRecord,
    StanceRecord,
)
from store.formats.scheme_records import LabelRecord, LabelSetRecord, ProjectRecord

SIDES = ["FAVOR", "AGAINST", "UNCLEAR", "rather for & 'so'"]
LABELS = ["PER", "ORG", "LOC", "Ort", "two words", "LOCderiv", "MENTION", "a|b_c"]
PIECES = [
    "a", "Bär", " ", "  ", "\r\n", "\r", "\n", "\n\n", "\u00a0", "\u2028", "\u200d", "😀", "🇩🇪", "e\u0301",
    "ß", "\t", ". ", "-", "\x00", "\x0b", "\ufeff", "漢", "<b>&amp;", '"', "\\n", "#", "_", "O", "|",
    "-DOCSTART-",
]  # fmt: skip
TEXTS = (
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=14)
    .map("".join)
    .filter(lambda it: not it.isspace())
)
PROJECT = ProjectRecord(
    VERSION, "u", "P", "2026-11-24",
    label_sets=[
        LabelSetRecord(
            "e", "entity", {"en": "E"}, [LabelRecord(it, {"en": it}, "#111111", "#eeeeee") for it in LABELS]
        ),
        LabelSetRecord(
            "s", "stance", {"en": "S"}, [LabelRecord(it, {"en": it}, "#111111", "#eeeeee") for it in SIDES]
        ),
    ],
)  # fmt: skip


def tokens(text: str, _language: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"\w+|[^\w\s]", text)]


def sentences(text: str, _language: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"[^.\n]+\.?", text)]


OPTIONS = WriteOptions(segment=tokens, sentences=sentences)


@st.composite
def readings(draw: st.DrawFn, text: str, name: str, first: int) -> SetRecord:
    """A reading with any spans, and a stance, a comment and a refusal among them."""
    position = st.integers(0, len(text))
    pair = st.tuples(position, position).filter(lambda pair: pair[0] < pair[1])
    whole = st.sampled_from(tokens(text, "") or [(0, len(text))])
    form = st.sampled_from(["plain", "plain", "derived", "part"])
    content = st.tuples(pair | whole | whole, st.sampled_from([*LABELS, None]), form)
    contents = draw(st.lists(content, max_size=6))
    unique = sorted(
        {(s, e, label, form if label else "plain") for (s, e), label, form in contents},
        key=lambda it: (it[0], it[1], it[2] or "", it[3]),
    )
    spans = [SpanRecord(f"s{i}", *it) for i, it in enumerate(unique, first)]
    status = draw(st.sampled_from(["done", "in_progress"]))
    stances, comments, rejections, cues = [], [], [], []
    if len(spans) > 1 and draw(st.booleans()):
        stances = [
            StanceRecord(
                f"t{first}", str(uuid4()), draw(st.sampled_from(SIDES)), "span",
                holder_span=spans[0].id, target_span=spans[1].id,
                parts=[PartRecord("evidence", spans[0].start, spans[0].end, "marked")],
            )
        ]  # fmt: skip
        comments = [CommentRecord("u", "Why?", "2026-11-24", span=spans[0].id)]
        rejections, cues = [RejectionRecord(0, 1, "PER")], [CueRefusalRecord(0, 1)]
    return SetRecord(
        AnnotatorRecord(name, name, "person"), "main", status,
        spans=spans, stances=stances, comments=comments, rejections=rejections,
        cue_refusals=cues,
    )  # fmt: skip


@st.composite
def articles(draw: st.DrawFn) -> list[ArticleRecord]:
    """Articles with one or two readings each."""
    found = []
    for i, text in enumerate(draw(st.lists(TEXTS, min_size=1, max_size=3, unique=True))):
        sets = [draw(readings(text, "Ada", 1))]
        if draw(st.booleans()):
            sets.append(draw(readings(text, "Bea", 50)))
        found.append(
            ArticleRecord(
                VERSION, key=f"k{i}", title=draw(st.sampled_from(["", "Titel"])), text=text, language="de",
                published_at="2026-11-24", outlet="Blatt", sets=sets,
            )
        )  # fmt: skip
    return found


def said(records: list[ArticleRecord]) -> Counter[Any]:
    """Every span by article, annotator and content."""
    return Counter(
        (record.key, item.annotator.name, span.start, span.end, span.label or "mention", span.form)
        for record in records
        for item in chosen(record.sets, ())
        for span in item.spans
    )


def without(counter: Counter[Any], *places: int) -> Counter[Any]:
    """The same with these columns left out."""
    found: Counter[Any] = Counter()
    for row, count in counter.items():
        found[tuple(value for i, value in enumerate(row) if i not in places)] += count
    return found
