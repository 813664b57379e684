"""X-stance's JSON Lines: a comment on a question, in favour or against (Vamvas & Sennrich 2020).

A row has `id`, `language`, `question_id`, `question`, `comment`, `label`, `numerical_label` (100, 75, 25, 0),
`author` and `topic`. Only FAVOR and AGAINST exist: everything else is left out and listed. What the format
has no field for (offsets, holder, form …) stands in an extra object `x`, which its readers pass over, and in
the sidecar.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from store.formats.json_lines import SUFFIXES, decoded_lines
from store.formats.problems import Skipped
from store.formats.protocol import Feature, Item, ReadOptions, WriteOptions, Written
from store.formats.records import VERSION, ArticleRecord
from store.formats.scheme_records import ProjectRecord, TopicRecord
from store.formats.sources import Source
from store.formats.stances.sidecar import restored, sidecar_of
from store.formats.stances.stance_corpora import comment_article, together, topic_of, topic_record
from store.formats.stances.stance_rows import write_rows
from store.formats.stances.statements import Codebook, Statement, ranges_text, worded


class XStance:
    """`.jsonl` whose rows have a question, a comment and a label."""

    name = "xstance"
    suffixes = SUFFIXES
    needs_text = True
    cannot_hold: tuple[Feature, ...] = (
        "zones", "nesting", "provenance", "rejections", "answers", "comments", "scheme", "mentions",
    )  # fmt: skip

    def sniff(self, head: str, suffix: str) -> float:
        """By the fields that make a row."""
        start = head.lstrip()[:20_000].replace(" ", "")
        fields = ('"question":', '"comment":', '"label":')
        return 0.96 if start.startswith("{") and all(field in start for field in fields) else 0.0

    def write(
        self, draft: Path, project: ProjectRecord, articles: Iterable[ArticleRecord], options: WriteOptions
    ) -> Written:
        """A row a statement toward a topic that takes a side, shown by evidence or the whole text."""
        codebook, encoder = Codebook(project), msgspec.json.Encoder()

        def row(statement: Statement) -> tuple[bytes, list[str]]:
            label = told(codebook, statement.stance.label)
            if statement.topic is None:
                return b"", ["no_topic"]
            if label is None:
                return b"", ["label"]
            comment = statement.shown(options.evidence)
            if not comment:
                return b"", ["no_evidence"]
            line = encoder.encode(_row(statement, label, comment, codebook)) + b"\n"
            return line, statement.strength

        return write_rows(draft, project, articles, options, row)

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """With its sidecar everything; without one, an article a comment, whose author takes the stance."""
        rows = list(decoded_lines(source, msgspec.json.Decoder(_Row).decode))
        if (sidecar := sidecar_of(source)) is not None:
            labels = {str(row.id): row.label for _, row in rows if not isinstance(row, Skipped)}
            yield from restored(sidecar, options, labels, told, code_of=code_of)
            return
        topics: dict[str, TopicRecord] = {}
        for _, row in rows:
            if not isinstance(row, Skipped):
                topics.setdefault(row.key, _topic(row)).wording.setdefault(row.language or "de", row.question)
        yield 0, ProjectRecord(VERSION, "", "", "", partial=True, topics=list(topics.values()))
        yield from together((number, _item(row, options)) for number, row in rows)


def _item(row: "_Row | Skipped", options: ReadOptions) -> ArticleRecord | Skipped:
    if isinstance(row, Skipped):
        return row
    return comment_article(
        row.comment, row.key, row.label, str(row.id), options, language=row.language, author=row.author
    )


def told(codebook: Codebook, code: str) -> str | None:
    """FAVOR or AGAINST, by the side of the scale on which a label lies."""
    polarity = codebook.polarity(code)
    if not polarity:
        return None
    return "FAVOR" if polarity > 0 else "AGAINST"


def code_of(codebook: Codebook, label: str) -> str | None:
    """Our label for FAVOR or AGAINST."""
    polarity = {"FAVOR": 1.0, "AGAINST": -1.0}.get(label)
    return None if polarity is None else codebook.code_of(polarity)


def _row(statement: Statement, label: str, comment: str, codebook: Codebook) -> dict[str, Any]:
    topic, stance = statement.topic, statement.stance
    area = codebook.topics.get(topic.parent or "") if topic else None
    numbers = {"FAVOR": (75, 100), "AGAINST": (25, 0)}
    return {
        "id": stance.uid,
        "language": statement.language,
        "question_id": topic.key if topic else "",
        "question": statement.about,
        "comment": comment,
        "label": label,
        "numerical_label": numbers[label][stance.intensity == 3],
        "author": statement.holder.name,
        "topic": worded(area.wording, statement.language) if area else "",
        "x": {
            "article": statement.article.key,
            "annotator": statement.reading.annotator.name,
            "evidence": ranges_text(statement.ranges("evidence")),
            "level": stance.level,
            "form": stance.form,
            "attribution": stance.attribution,
            "holder_kind": stance.holder_kind,
        },
    }


class _Row(Struct, frozen=True):
    """What is read of a row."""

    id: str | int
    question: str
    comment: str
    label: str
    question_id: str | int = ""
    language: str | None = None
    author: str | None = None

    @property
    def key(self) -> str:
        """The key of the topic that the question becomes."""
        return topic_of(str(self.question_id), self.question)


def _topic(row: _Row) -> TopicRecord:
    return topic_record(row.key, row.question, row.language or "de")
