"""Networks of actors and topics from statements, with the measures of the Discourse Network Analyzer (pure).

A tie is one actor's position on one topic in one document, -1 … 1. Sources: Leifeld 2017 and DNA's exporter:
congruence(i, j) = sum over topics t and positions k, l of n(i,t,k) n(j,t,l) (1 - |k - l| / range), conflict
the same with |k - l| / range, subtract their difference; the range of positions is 2.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Literal

from msgspec import Struct

from store.errors import NetworkUnknown

Mode = Literal["one", "two"]
Measure = Literal["subtract", "congruence", "conflict"]
Per = Literal["statement", "document"]

RANGE = 2


class NetworkOptions(Struct, frozen=True):
    """What becomes a network.

    `mode` "two": actors and topics, weighted by the sum of positions; "one": actors alone, by `measure`.
    `per` "document": the same position of an actor on a topic counts once a document. `rollup` takes for each
    actor the one at the top of its hierarchy; nodes with fewer than `least` ties are left out.
    """

    mode: Mode = "two"
    measure: Measure = "subtract"
    per: Per = "statement"
    rollup: bool = False
    least: int = 1


class Tie(Struct, frozen=True):
    """An actor's position on a topic; both are keys of nodes."""

    document: str
    actor: str
    topic: str
    position: float


class Node(Struct, frozen=True):
    """An actor or topic. `frequency` counts its ties."""

    key: str
    name: str
    kind: Literal["actor", "topic"]
    type: str = ""
    frequency: int = 0


class Edge(Struct, frozen=True):
    """A signed weight between two nodes; `favor`, `against` and `neutral` count what it is made of."""

    source: str
    target: str
    weight: Fraction
    favor: int = 0
    against: int = 0
    neutral: int = 0


class Network(Struct, frozen=True):
    """Nodes in the order of their keys, and edges without direction; edges of weight 0 are there, too."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def network(ties: Iterable[Tie], nodes: Iterable[Node], options: NetworkOptions) -> Network:
    """The network of some ties; `nodes` say how actors and topics are called.

    Raises NetworkUnknown for a mode, measure or unit that does not exist.
    """
    for value, words in (
        (options.mode, ("one", "two")),
        (options.measure, ("subtract", "congruence", "conflict")),
        (options.per, ("statement", "document")),
    ):
        if value not in words:
            raise NetworkUnknown(name=value)
    counted = list(ties) if options.per == "statement" else list(dict.fromkeys(ties))
    counted, frequency = _frequent(counted, options.least)
    edges = two_mode(counted) if options.mode == "two" else one_mode(counted, options.measure)
    kinds = ("actor", "topic") if options.mode == "two" else ("actor",)
    known = {node.key: node for node in nodes}
    kept = [
        Node(key, known[key].name, known[key].kind, known[key].type, count)
        for key, count in sorted(frequency.items())
        if key in known and known[key].kind in kinds
    ]
    return Network(tuple(kept), tuple(edges))


def two_mode(ties: Sequence[Tie]) -> list[Edge]:
    """Actors with the topics they take a position on, weighted by the sum of positions."""
    found: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    for tie in ties:
        found[tie.actor, tie.topic].append(tie.position)
    return [
        Edge(
            actor,
            topic,
            sum(map(Fraction, positions), Fraction(0)),
            favor=sum(position > 0 for position in positions),
            against=sum(position < 0 for position in positions),
            neutral=sum(position == 0 for position in positions),
        )
        for (actor, topic), positions in sorted(found.items())
    ]


def one_mode(ties: Sequence[Tie], measure: Measure) -> list[Edge]:
    """Pairs of actors that take a position on a topic in common, weighted by a measure."""
    by_topic: defaultdict[str, defaultdict[str, Counter[float]]] = defaultdict(lambda: defaultdict(Counter))
    for tie in ties:
        by_topic[tie.topic][tie.actor][tie.position] += 1
    congruence: defaultdict[tuple[str, str], Fraction] = defaultdict(Fraction)
    conflict: defaultdict[tuple[str, str], Fraction] = defaultdict(Fraction)
    for actors in by_topic.values():
        for one, other in combinations(sorted(actors), 2):
            for k, many in actors[one].items():
                for l, more in actors[other].items():  # noqa: E741 (as in the formula)
                    apart = abs(Fraction(k) - Fraction(l)) / RANGE
                    conflict[one, other] += many * more * apart
                    congruence[one, other] += many * more * (1 - apart)
    weights = {
        pair: {
            "congruence": congruence[pair],
            "conflict": conflict[pair],
            "subtract": congruence[pair] - conflict[pair],
        }[measure]
        for pair in congruence
    }
    return [Edge(one, other, weight) for (one, other), weight in sorted(weights.items())]


def _frequent(ties: list[Tie], least: int) -> tuple[list[Tie], Counter[str]]:
    """The ties between nodes that have at least so many, and how many each node has."""
    frequency = Counter(key for tie in ties for key in (tie.actor, tie.topic))
    kept = [tie for tie in ties if min(frequency[tie.actor], frequency[tie.topic]) >= least]
    there = {key for tie in kept for key in (tie.actor, tie.topic)}
    return kept, Counter({key: count for key, count in frequency.items() if key in there})
