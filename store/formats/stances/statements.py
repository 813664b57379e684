"""Stances in plain words, as other programs want them: names for actors and topics, a polarity for labels.

A statement is one stance of a reading with everything resolved that a record only names. `polarity` puts the
label on its scale, from -1 (most against) through 0 to 1; labels without a value have none.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from store.formats.protocol import Evidence
from store.formats.records import ArticleRecord, SetRecord, SpanRecord, StanceRecord
from store.formats.scheme_records import ActorRecord, LabelRecord, ProjectRecord, TopicRecord

Range = tuple[int, int]


class End(Struct, frozen=True):
    """A holder or target: how it is called, its actor and its place in the text, where it has them."""

    name: str
    actor: ActorRecord | None = None
    span: SpanRecord | None = None
    words: str = ""


class Statement(Struct, frozen=True):
    """One stance of one reading. `target` is the end in the text or the actor; `topic` stands beside it."""

    article: ArticleRecord
    reading: SetRecord
    stance: StanceRecord
    holder: End
    target: End
    topic: TopicRecord | None
    via: ActorRecord | None
    label: LabelRecord | None
    polarity: float | None
    language: str

    @property
    def about(self) -> str:
        """What the stance is toward, in words: the topic, else the target."""
        return worded(self.topic.wording, self.language) if self.topic else self.target.name

    def ranges(self, role: str, *, marked: bool = False) -> list[Range]:
        """The ranges of evidence or cue; `marked`: only those that a person marked."""
        return [
            (part.start, part.end)
            for part in self.stance.parts
            if part.role == role and (not marked or part.made == "marked")
        ]

    def words(self, role: str) -> str:
        """The words of evidence or cue, what lies between them left out."""
        text = self.article.text or ""
        return " … ".join(text[start:end] for start, end in self.ranges(role))

    def shown(self, evidence: Evidence) -> str:
        """The text that shows the statement: its evidence, and for a whole article all of it; else "".

        Where "any" evidence counts, all of the text stands for evidence that is missing.
        """
        is_whole = evidence == "any" or self.stance.level == "article"
        return self.words("evidence") or (self.article.text or "" if is_whole else "")

    @property
    def envelope(self) -> Range | None:
        """From the beginning of the first evidence to the end of the last, else of holder and target."""
        ranges = self.ranges("evidence")
        ranges = ranges or [(it.span.start, it.span.end) for it in (self.holder, self.target) if it.span]
        return (min(start for start, _ in ranges), max(end for _, end in ranges)) if ranges else None

    @property
    def stretch(self) -> list[str]:
        """What is lost where a statement is one stretch of text: nothing, or a word of `Loss.kind`."""
        pieces = len(self.ranges("evidence"))
        if pieces == 1:
            return []
        return ["envelope" if pieces else "ends" if self.envelope else "whole_text"]

    @property
    def strength(self) -> list[str]:
        """What is lost where of a label only its side is held."""
        return [] if self.polarity in (-1.0, 0.0, 1.0) else ["side"]


class Codebook:
    """What the first line of an export names, by the names that stances use."""

    def __init__(self, project: ProjectRecord) -> None:
        self.actors = {actor.uid: actor for actor in project.actors}
        self.topics = {topic.key: topic for topic in project.topics}
        self.labels = {label.code: label for item in project.label_sets for label in item.labels}
        self._language = str(project.settings.get("language", ""))
        self._scales: dict[str, tuple[float, float]] = {}
        self._stepped: set[str] = set()
        for item in project.label_sets:
            values = [label.value for label in item.labels if label.value is not None]
            if item.kind == "stance" and values:
                low, high = min(values), max(values)
                self._scales |= {label.code: (low, high) for label in item.labels}
                if set(values) - {low, (low + high) / 2, high}:
                    self._stepped |= {label.code for label in item.labels}

    def polarity(self, code: str) -> float | None:
        """Where a label lies on its scale, -1…1."""
        label = self.labels.get(code)
        if label is None or label.value is None or code not in self._scales:
            return None
        low, high = self._scales[code]
        return 0.0 if low == high else 2 * (label.value - low) / (high - low) - 1

    def has_steps(self, code: str) -> bool:
        """Whether the scale of a label has places between its middle and its ends."""
        return code in self._stepped

    def code_of(self, polarity: float) -> str | None:
        """The stance label of a polarity: the nearest one."""
        placed = [
            (abs(place - polarity), code)
            for code in self._scales
            if (place := self.polarity(code)) is not None
        ]
        return min(placed)[1] if placed else None

    def top(self, actor: ActorRecord) -> ActorRecord:
        """The actor above all that an actor belongs to."""
        seen = {actor.uid}
        while actor.parent in self.actors and actor.parent not in seen:
            seen.add(actor.parent)
            actor = self.actors[actor.parent]
        return actor

    def statements(
        self, article: ArticleRecord, readings: Sequence[SetRecord], evidence: Evidence
    ) -> Iterator[Statement]:
        """All stances of some readings of an article, resolved, with the evidence that counts."""
        for reading in readings:
            spans = {span.id: span for span in reading.spans}
            for stance in reading.stances:
                yield Statement(
                    article,
                    reading,
                    stance if evidence == "any" else _without_default(stance),
                    holder=self._end(
                        article, spans.get(stance.holder_span or ""), stance.holder_actor, stance.holder_kind
                    ),
                    target=self._end(article, spans.get(stance.target_span or ""), stance.target_actor, ""),
                    topic=self.topics.get(stance.topic or ""),
                    via=self.actors.get(stance.via_actor or ""),
                    label=self.labels.get(stance.label),
                    polarity=self.polarity(stance.label),
                    language=article.language or self._language,
                )

    def _end(self, article: ArticleRecord, span: SpanRecord | None, actor: str | None, kind: str) -> End:
        """An end: called by its actor, else by its words, else by what it is."""
        found = self.actors.get(actor or (span.actor if span else None) or "")
        words = (article.text or "")[span.start : span.end] if span else ""
        by_kind = {"author": article.author or "author", "outlet": article.outlet or "outlet"}
        return End(found.name if found else words or by_kind.get(kind, kind), found, span, words)


def _without_default(stance: StanceRecord) -> StanceRecord:
    """A stance without the automatic sentence, which is nobody's judgement."""
    marked = [part for part in stance.parts if part.made == "marked"]
    return stance if len(marked) == len(stance.parts) else replace(stance, parts=marked)


def worded(wording: dict[str, str], language: str) -> str:
    """A wording in a language, else in English, else in any."""
    return wording.get(language) or wording.get("en") or next(iter(wording.values()), "")


def ranges_text(ranges: Sequence[Range]) -> str:
    """Ranges as "12-30 44-51"."""
    return " ".join(f"{start}-{end}" for start, end in ranges)


def one_line(text: str) -> str:
    """A text without tabs and line ends, which a field of some formats cannot hold."""
    return " ".join(text.split())


def plain(value: Any) -> str:
    """A value as a cell: nothing for None, words for truth."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)
