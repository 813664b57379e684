"""X-stance's JSON Lines: a comment on a question, in favour or against (Vamvas & Sennrich 2020).

A row has `id`, `language`, `question_id`, `question`, `comment`, `label`, `numerical_label` (100, 75, 25, 0),
`author` and `topic`. Only FAVOR and AGAINST exist: everything else is left out and listed. What the format
has no field for (offsets, holder, form …) stands in an extra object `x`, which its readers pass over, and in
the sidecar. A row that came in as one goes out as it was (see `xstance_rows.py`).
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from store.formats.json_lines import SUFFIXES, decoded_lines
from store.formats.problems import Skipped
from store.formats.protocol import Feature, Item, ReadOptions, WriteOptions, Written
from store.formats.records import ArticleRecord
from store.formats.scheme_records import ProjectRecord
from store.formats.sources import Source
from store.formats.stances.sidecar import restored, sidecar_of
from store.formats.stances.stance_rows import write_rows
from store.formats.stances.statements import Codebook, Statement
from store.formats.stances.xstance_rows import decoded, name_of, records, row_of


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
            line = encoder.encode(row_of(statement, label, comment, codebook)) + b"\n"
            is_rather = statement.polarity in (-0.5, 0.5)  # 75 and 25 say it
            return line, [] if is_rather else statement.strength

        return write_rows(draft, project, articles, options, row)

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """With its sidecar everything; without one, an article a comment, whose author takes the stance."""
        rows = list(decoded_lines(source, decoded))
        if (sidecar := sidecar_of(source)) is not None:
            labels = {row.name: row.label for _, row in rows if not isinstance(row, Skipped)}
            yield from restored(sidecar, options, labels, told, code_of=code_of, named=name_of)
            return
        yield from records(rows, options)


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
