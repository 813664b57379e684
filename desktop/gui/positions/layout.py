"""Where the nodes of a network are drawn: networkx's spring layout, part by part, then boxes moved apart.

The same network is always drawn the same. Points are the middles of boxes, sizes and points in pixels.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations

from store.networks import Network

Point = tuple[float, float]
Size = tuple[float, float]

ROUNDS, SEED = 150, 7
REACH, WIDER = 74.0, 2.0
"""How far the nodes of a part stand from its middle, times the root of their number; across more than down,
as boxes and windows are wider than high.
"""

GAP_X, GAP_Y = 46.0, 30.0
"""Between boxes, so that the weight of a tie has room there."""
APART = 120
"""Rounds in which boxes that overlap are moved apart, at most."""


def places(network: Network, sizes: Mapping[str, Size]) -> Mapping[str, Point]:
    """Nodes -> points; parts that are not joined stand side by side, the largest first."""
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(node.key for node in network.nodes)
    known = set(graph)
    graph.add_edges_from(
        (edge.source, edge.target) for edge in network.edges if {edge.source, edge.target} <= known
    )
    parts = sorted(nx.connected_components(graph), key=lambda it: (-len(it), min(it)))
    drawn: list[dict[str, Point]] = []
    for part in parts:
        inside = graph.subgraph(sorted(part))
        start = nx.circular_layout(inside)
        found = nx.spring_layout(inside, pos=start, k=1.9 / len(inside) ** 0.5, iterations=ROUNDS, seed=SEED)
        reach = REACH * len(inside) ** 0.5
        points = {key: (float(x) * reach * WIDER, float(y) * reach) for key, (x, y) in found.items()}
        drawn.append(moved_apart(points, sizes))
    return _side_by_side(drawn, sizes)


def moved_apart(points: Mapping[str, Point], sizes: Mapping[str, Size]) -> dict[str, Point]:
    """The points with boxes that overlap pushed apart, each the shorter way."""
    placed = {key: [x, y] for key, (x, y) in sorted(points.items())}
    for _ in range(APART):
        touching = False
        for one, other in combinations(placed, 2):
            a, b = placed[one], placed[other]
            wide = (sizes[one][0] + sizes[other][0]) / 2 + GAP_X - abs(a[0] - b[0])
            high = (sizes[one][1] + sizes[other][1]) / 2 + GAP_Y - abs(a[1] - b[1])
            if wide <= 0 or high <= 0:
                continue
            touching = True
            axis, push = (0, wide / 2) if wide < high * 2.5 else (1, high / 2)
            sign = 1 if (a[axis], one) <= (b[axis], other) else -1
            a[axis] -= sign * (push + 0.5)
            b[axis] += sign * (push + 0.5)
        if not touching:
            break
    return {key: (x, y) for key, (x, y) in placed.items()}


def _side_by_side(parts: Sequence[Mapping[str, Point]], sizes: Mapping[str, Size]) -> dict[str, Point]:
    """Parts in rows, none wider than twice the first."""
    made: dict[str, Point] = {}
    left = top = row_height = 0.0
    widest = 0.0
    for part in parts:
        xs = [(x - sizes[key][0] / 2, x + sizes[key][0] / 2) for key, (x, _) in part.items()]
        ys = [(y - sizes[key][1] / 2, y + sizes[key][1] / 2) for key, (_, y) in part.items()]
        x0, x1 = min(it[0] for it in xs), max(it[1] for it in xs)
        y0, y1 = min(it[0] for it in ys), max(it[1] for it in ys)
        widest = widest or max(600.0, (x1 - x0) * 1.1)
        if left and left + x1 - x0 > widest:
            left, top, row_height = 0.0, top + row_height + 2 * GAP_Y, 0.0
        made |= {key: (x - x0 + left, y - y0 + top) for key, (x, y) in part.items()}
        left, row_height = left + x1 - x0 + 2 * GAP_X, max(row_height, y1 - y0)
    return made
