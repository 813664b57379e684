"""What a stance says in one line: `Kreml ▼ Westkurs „verärgert“`. Pure."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from desktop.gui.translating import worded
from store.values import ArticlePage, Label, Stance, Topic

QUOTE = 160
"""Code points of evidence shown at most."""


class StanceLine(Struct, frozen=True):
    """A stance in words.

    `side` is -1 against, 0 neutral, 1 in favour; `marked`: somebody marked the evidence.
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


class Names(Struct, frozen=True):
    """What a line is worded with: kinds of holders, labels, topics and actors, and the window's language."""

    holders: Mapping[str, str]
    labels: Sequence[Label]
    topics: Sequence[Topic]
    actors: Mapping[int, str]
    language: str


def lines(page: ArticlePage, names: Names) -> tuple[StanceLine, ...]:
    """The stances of a page in the order of their evidence in the text."""
    return tuple(_line(page, stance, names) for stance in sorted(page.stances, key=_place))


def _place(stance: Stance) -> tuple[int, int]:
    return min((part.start for part in stance.parts), default=0), stance.id


def _line(page: ArticlePage, stance: Stance, names: Names) -> StanceLine:
    surfaces = {span.id: _surface(page, span.start, span.end) for span in page.spans}
    label = next((it for it in names.labels if it.code == stance.label), None)
    value = (label.value if label is not None else None) or 0.0
    evidence = [part for part in stance.parts if part.role == "evidence"]
    cues = [part for part in stance.parts if part.role == "cue"]
    return StanceLine(
        id=stance.id,
        holder=surfaces.get(stance.holder_span or -1)
        or names.actors.get(stance.holder_actor or -1)
        or names.holders.get(stance.holder_kind, stance.holder_kind),
        label=stance.label,
        glyph=label.glyph if label is not None else "",
        name=worded(label.name, names.language) if label is not None else stance.label,
        side=(value > 0) - (value < 0),
        target=_target(stance, surfaces, names),
        topic=stance.topic,
        quote=" … ".join(_surface(page, part.start, part.end) for part in evidence),
        cue=" … ".join(_surface(page, part.start, part.end) for part in cues),
        marked=any(part.made == "marked" for part in evidence),
    )


def _target(stance: Stance, surfaces: Mapping[int, str], names: Names) -> str:
    topic = next((worded(it.wording, names.language) for it in names.topics if it.id == stance.topic), "")
    place = surfaces.get(stance.target_span or -1, "") or names.actors.get(stance.target_actor or -1, "")
    return " · ".join(filter(None, (topic, place)))


def _surface(page: ArticlePage, start: int, end: int) -> str:
    return " ".join(page.article.text[start : min(end, start + QUOTE)].split()) + (
        "…" if end - start > QUOTE else ""
    )
