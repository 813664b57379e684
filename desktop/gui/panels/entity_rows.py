"""What the entities panel lists: spans and suggestions grouped by label and surface, in reading order.

Pure.
"""

from collections.abc import Collection, Sequence

from msgspec import Struct

from store.values import ArticlePage

Range = tuple[int, int]


class Surface(Struct, frozen=True):
    """One wording with one label, and every place where it stands. `own` are decided, `suggested` not yet."""

    label: str | None
    text: str
    ranges: tuple[Range, ...]
    own: int
    suggested: int

    @property
    def key(self) -> tuple[str | None, str]:
        """What recognises the row after a change."""
        return self.label, self.text


class Group(Struct, frozen=True):
    """All surfaces of one label; None is the group of mentions."""

    label: str | None
    surfaces: tuple[Surface, ...]
    own: int
    suggested: int

    @property
    def key(self) -> tuple[str | None, str]:
        """What recognises the row after a change; no surface is empty."""
        return self.label, ""


Row = Group | Surface


def grouped(page: ArticlePage, order: Sequence[str]) -> tuple[Group, ...]:
    """The groups of a page in the order of its labels; mentions come last."""
    found: dict[str | None, dict[str, list[tuple[Range, bool]]]] = {}
    for item, own in (*((span, True) for span in page.spans), *((it, False) for it in page.suggestions)):
        surface = " ".join(page.article.text[item.start : item.end].split())
        found.setdefault(item.label, {}).setdefault(surface, []).append(((item.start, item.end), own))
    ranks = {label: rank for rank, label in enumerate(order)}
    labels = sorted(found, key=lambda label: (label is None, ranks.get(label or "", len(ranks)), label or ""))
    return tuple(_group(label, found[label]) for label in labels)


def rows(groups: Sequence[Group], folded: Collection[str | None]) -> list[Row]:
    """Groups and, below those that are not folded, their surfaces."""
    listed: list[Row] = []
    for group in groups:
        listed.append(group)
        if group.label not in folded:
            listed.extend(group.surfaces)
    return listed


def following(ranges: Sequence[Range], last: Range | None) -> Range:
    """The range after `last`, going round: a second click on a row goes to its next place."""
    if last is not None and last in ranges:
        return ranges[(list(ranges).index(last) + 1) % len(ranges)]
    return ranges[0]


def _group(label: str | None, places: dict[str, list[tuple[Range, bool]]]) -> Group:
    surfaces = tuple(
        sorted(
            (_surface(label, text, held) for text, held in places.items()),
            key=lambda surface: surface.ranges[0],
        )
    )
    return Group(label, surfaces, sum(it.own for it in surfaces), sum(it.suggested for it in surfaces))


def _surface(label: str | None, text: str, held: Sequence[tuple[Range, bool]]) -> Surface:
    ranges = tuple(sorted({place for place, _ in held}))
    own = sum(1 for _, mine in held if mine)
    return Surface(label, text, ranges, own, len(held) - own)
