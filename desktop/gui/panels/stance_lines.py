"""A stance in one line, `Kreml ▼ Westkurs „verärgert“`; the lines grouped and filtered. Pure."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Literal

from msgspec import Struct

from desktop.gui.translating import worded
from store.labels import label_name
from store.values import ArticlePage, Json, Label, Stance, Topic

QUOTE = 160
"""Code points of evidence shown at most."""

Grouping = Literal["order", "holder", "target"]
PLAIN = ("level", "explicit", "intensity", "form", "attribution", "confidence", "sarcasm")


class StanceLine(Struct, frozen=True):
    """A stance in words.

    `side` is -1 against, 0 neutral, 1 in favour; `marked`: somebody marked the evidence. `holder` is as it
    stands in the text, `actor` who that is; `topic_words` and `place` are the two targets. `answers` are the
    fields besides, by name; what nobody answered is not in it.
    """

    id: int
    holder: str
    label: str
    glyph: str
    name: str
    side: int
    target: str
    topic: int | None
    quote: str
    cue: str
    marked: bool
    actor: str = ""
    topic_words: str = ""
    place: str = ""
    via: str = ""
    answers: Json = {}

    @property
    def groups(self) -> Mapping[Grouping, str]:
        """Under which heading it stands in each grouping."""
        return {"order": "", "holder": self.actor or self.holder, "target": self.topic_words or self.place}


class Names(Struct, frozen=True):
    """What a line is worded with: kinds of holders, labels, topics and actors, and the window's language."""

    holders: Mapping[str, str]
    labels: Sequence[Label]
    topics: Sequence[Topic]
    actors: Mapping[int, str]
    language: str


def lines(page: ArticlePage, names: Names) -> tuple[StanceLine, ...]:
    """The stances of a page in the order of their evidence in the text; those of the whole article last."""
    return tuple(_line(page, stance, names) for stance in sorted(page.stances, key=_place))


def grouped(found: Sequence[StanceLine], grouping: Grouping) -> list[tuple[str, list[StanceLine]]]:
    """The lines under their headings, both in the order of the text; without groups one empty heading."""
    first: dict[str, int] = {}
    for number, line in enumerate(found):
        first.setdefault(line.groups[grouping], number)
    ordered = sorted(found, key=lambda line: first[line.groups[grouping]])
    return [(name, list(here)) for name, here in groupby(ordered, key=lambda line: line.groups[grouping])]


def fitting(found: Sequence[StanceLine], typed: str) -> list[StanceLine]:
    """The lines in which every typed word occurs, whatever part of a line it is in."""
    words = typed.casefold().split()
    return [line for line in found if all(word in _all_words(line) for word in words)]


def _all_words(line: StanceLine) -> str:
    parts = (line.holder, line.actor, line.name, line.glyph, line.target, line.quote, line.cue, line.via)
    return " ".join((*parts, *(str(value) for value in line.answers.values()))).casefold()


def _place(stance: Stance) -> tuple[bool, int, int]:
    return (
        stance.level == "article",
        min((part.start for part in stance.parts if part.role == "evidence"), default=0),
        stance.id,
    )


def _line(page: ArticlePage, stance: Stance, names: Names) -> StanceLine:
    spans = {span.id: span for span in page.spans}
    surfaces = {span.id: _surface(page, span.start, span.end) for span in page.spans}
    label = next((it for it in names.labels if it.code == stance.label), None)
    topic = next((it for it in names.topics if it.id == stance.topic), None)
    value = (label.value if label is not None else None) or 0.0
    evidence = [part for part in stance.parts if part.role == "evidence"]
    cues = [part for part in stance.parts if part.role == "cue"]
    holder = spans.get(stance.holder_span or -1)
    topic_words = worded(topic.wording, names.language) if topic is not None else ""
    place = surfaces.get(stance.target_span or -1, "") or names.actors.get(stance.target_actor or -1, "")
    answers = {name: getattr(stance, name) for name in PLAIN}
    return StanceLine(
        id=stance.id,
        holder=surfaces.get(stance.holder_span or -1)
        or names.actors.get(stance.holder_actor or -1)
        or names.holders.get(stance.holder_kind, stance.holder_kind),
        label=stance.label,
        glyph=label.glyph if label is not None else "",
        name=label_name(label.name, names.language, topic.kind if topic else None) if label else stance.label,
        side=(value > 0) - (value < 0),
        target=" · ".join(filter(None, (topic_words, place))),
        topic=stance.topic,
        quote=" … ".join(_surface(page, part.start, part.end) for part in evidence),
        cue=" … ".join(_surface(page, part.start, part.end) for part in cues),
        marked=any(part.made == "marked" for part in evidence),
        actor=names.actors.get((holder.actor_id if holder is not None else None) or -1, ""),
        topic_words=topic_words,
        place=place,
        via=names.actors.get(stance.via_actor or -1, ""),
        answers={name: value for name, value in answers.items() if value is not None},
    )


def _surface(page: ArticlePage, start: int, end: int) -> str:
    return " ".join(page.article.text[start : min(end, start + QUOTE)].split()) + (
        "…" if end - start > QUOTE else ""
    )
