"""Holders by targets: which stances stand in which cell, and the ties of a network. Pure."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from desktop.gui.translating import worded
from store.networks import Node, Tie
from store.standing import Position
from store.values import Topic


class Names(Struct, frozen=True):
    """What holders and targets are called: kinds of holders, and topics in the window's language."""

    holders: Mapping[str, str]
    topics: Sequence[Topic]
    language: str

    def holder(self, position: Position) -> str:
        """Who takes it."""
        return " ".join((position.holder or "").split()) or self.holders.get(
            position.holder_kind, position.holder_kind
        )

    def target(self, position: Position) -> str:
        """Toward what."""
        topic = next((it for it in self.topics if it.id == position.topic), None)
        if topic is not None:
            return worded(topic.wording, self.language)
        return " ".join((position.target or "").split()) or "?"


class Matrix(Struct, frozen=True):
    """Rows and columns by name, and the positions of each cell that has any."""

    holders: tuple[str, ...]
    targets: tuple[str, ...]
    cells: Mapping[tuple[int, int], tuple[Position, ...]]
    topics: tuple[int | None, ...] = ()


def matrix(
    found: Sequence[Position], names: Names, *, topics_only: bool = False, all_topics: bool = False
) -> Matrix:
    """Who stands where: the holders with most positions first, topics in their order, then other targets.

    `all_topics`: those too toward which nobody stands, but for retired ones.
    """
    kept = [it for it in found if it.topic is not None or not topics_only]
    count: dict[str, int] = {}
    targets: dict[str, tuple[int, int, int | None]] = {}
    order = {topic.id: number for number, topic in enumerate(names.topics)}
    offered = [topic for topic in names.topics if topic.status != "retired"]
    for topic in offered if all_topics else ():
        targets[worded(topic.wording, names.language)] = (0, order[topic.id], topic.id)
    for number, position in enumerate(kept):
        holder = names.holder(position)
        count[holder] = count.get(holder, 0) + 1
        place = (0, order.get(position.topic, 0), position.topic) if position.topic else (1, number, None)
        targets.setdefault(names.target(position), place)
    holders = sorted(count, key=lambda it: (-count[it], it.casefold()))
    columns = sorted(targets, key=lambda it: targets[it][:2])
    rows = {name: number for number, name in enumerate(holders)}
    places = {name: number for number, name in enumerate(columns)}
    cells: dict[tuple[int, int], list[Position]] = {}
    for position in kept:
        cells.setdefault((rows[names.holder(position)], places[names.target(position)]), []).append(position)
    return Matrix(
        tuple(holders),
        tuple(columns),
        {place: tuple(here) for place, here in cells.items()},
        tuple(targets[name][2] for name in columns),
    )


def sides(here: Sequence[Position]) -> tuple[int, int, int]:
    """How many are in favour, against, neither."""
    values = [it.value or 0 for it in here]
    return sum(it > 0 for it in values), sum(it < 0 for it in values), sum(it == 0 for it in values)


def ties(found: Sequence[Position], names: Names) -> tuple[list[Tie], list[Node]]:
    """Positions as ties of a network, with its nodes; holders and targets are nodes by their names."""
    made: list[Tie] = []
    nodes: dict[str, Node] = {}
    for position in found:
        actor, topic = names.holder(position), names.target(position)
        keys = f"a:{actor}", f"t:{topic}"
        nodes.setdefault(keys[0], Node(keys[0], actor, "actor"))
        nodes.setdefault(keys[1], Node(keys[1], topic, "topic"))
        value = max(-1.0, min(1.0, position.value or 0.0))
        made.append(Tie(str(position.article), *keys, value))
    return made, list(nodes.values())


def between(found: Sequence[Position], names: Names, source: str, target: str) -> Iterator[Position]:
    """The positions behind an edge: of an actor toward a topic; of two actors, toward what both speak of."""
    if target.startswith("t:"):
        yield from (
            it for it in found if (f"a:{names.holder(it)}", f"t:{names.target(it)}") == (source, target)
        )
        return
    both = {source, target}
    spoken: dict[str, set[str]] = {}
    for it in found:
        spoken.setdefault(names.target(it), set()).add(f"a:{names.holder(it)}")
    for it in found:
        if f"a:{names.holder(it)}" in both and both <= spoken[names.target(it)]:
            yield it
