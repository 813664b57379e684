"""What the entities panel lists: spans and suggestions grouped by label and surface, in reading order.

Pure.
"""

from collections.abc import Collection, Sequence

from msgspec import Struct

from store.values import ArticlePage, Span, Suggestion

Range = tuple[int, int]


class Surface(Struct, frozen=True):
    """One wording with one label, and every place where it stands. `spans` (ids) are decided, `suggestions`
    not yet.
    """

    label: str | None
    text: str
    ranges: tuple[Range, ...]
    spans: tuple[int, ...]
    suggestions: tuple[int, ...]

    @property
    def key(self) -> tuple[str | None, str]:
        """What recognises the row after a change."""
        return self.label, self.text

    @property
    def own(self) -> int:
        """How many are decided."""
        return len(self.spans)

    @property
    def suggested(self) -> int:
        """How many are undecided."""
        return len(self.suggestions)


class Group(Struct, frozen=True):
    """All surfaces of one label; None is the group of mentions."""

    label: str | None
    surfaces: tuple[Surface, ...]

    @property
    def key(self) -> tuple[str | None, str]:
        """What recognises the row after a change; no surface is empty."""
        return self.label, ""

    @property
    def spans(self) -> tuple[int, ...]:
        """The ids of all that are decided."""
        return tuple(span for surface in self.surfaces for span in surface.spans)

    @property
    def suggestions(self) -> tuple[int, ...]:
        """The ids of all that are undecided."""
        return tuple(one for surface in self.surfaces for one in surface.suggestions)

    @property
    def own(self) -> int:
        """How many are decided."""
        return sum(surface.own for surface in self.surfaces)

    @property
    def suggested(self) -> int:
        """How many are undecided."""
        return sum(surface.suggested for surface in self.surfaces)


Row = Group | Surface


def grouped(page: ArticlePage, order: Sequence[str]) -> tuple[Group, ...]:
    """The groups of a page in the order of its labels; mentions come last."""
    found: dict[str | None, dict[str, list[Span | Suggestion]]] = {}
    for item in (*page.spans, *page.suggestions):
        surface = " ".join(page.article.text[item.start : item.end].split())
        found.setdefault(item.label, {}).setdefault(surface, []).append(item)
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


def _group(label: str | None, places: dict[str, list[Span | Suggestion]]) -> Group:
    surfaces = (_surface(label, text, held) for text, held in places.items())
    return Group(label, tuple(sorted(surfaces, key=lambda surface: surface.ranges[0])))


def _surface(label: str | None, text: str, held: Sequence[Span | Suggestion]) -> Surface:
    return Surface(
        label=label,
        text=text,
        ranges=tuple(sorted({(it.start, it.end) for it in held})),
        spans=tuple(it.id for it in held if isinstance(it, Span)),
        suggestions=tuple(it.id for it in held if isinstance(it, Suggestion)),
    )
