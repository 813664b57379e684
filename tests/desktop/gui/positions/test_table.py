"""The matrix of holders and targets, the ties of its network, and where nodes are drawn."""

from itertools import combinations

import pytest

from desktop.gui.positions.layout import moved_apart, places
from desktop.gui.positions.table import Names, between, matrix, sides, ties
from store.networks import NetworkOptions, network
from store.standing import Position
from store.values import Topic

TOPICS = (
    Topic(1, "ties", "issue", {"en": "Ties"}, "", None, "active", 1),
    Topic(2, "west", "issue", {"en": "West"}, "", None, "active", 2),
    Topic(3, "none", "issue", {"en": "Nothing said"}, "", None, "active", 3),
    Topic(4, "gone", "issue", {"en": "Gone"}, "", None, "retired", None),
)
NAMES = Names({"author": "Author"}, TOPICS, "en")


def position(
    number: int, holder: str | None, value: float, topic: int | None = None, target: str = ""
) -> Position:
    kind = "span" if holder else "author"
    return Position(number, 1, "X", value, kind, holder, None, topic, target or None, None)


FOUND = (
    position(1, "Russia", 1, topic=1),
    position(2, "Russia", -1, topic=2),
    position(3, "Russia", -1, topic=2),
    position(4, "Armenia", 1, topic=2),
    position(5, None, 0, topic=1),
    position(6, "Armenia", -1, target="the troops"),
)


def test_rows_are_holders_columns_topics_in_their_order_and_then_other_targets() -> None:
    made = matrix(FOUND, NAMES)
    assert made.holders == ("Russia", "Armenia", "Author")
    assert made.targets == ("Ties", "West", "the troops")
    assert [it.stance for it in made.cells[0, 1]] == [2, 3]
    assert sides(made.cells[0, 1]) == (0, 2, 0)
    assert (1, 0) not in made.cells


def test_topics_alone_or_all_of_them() -> None:
    assert matrix(FOUND, NAMES, topics_only=True).targets == ("Ties", "West")
    assert matrix(FOUND, NAMES, all_topics=True).targets == ("Ties", "West", "Nothing said", "the troops")


def test_a_retired_topic_has_a_column_only_where_somebody_stands_toward_it() -> None:
    assert "Gone" in matrix((*FOUND, position(7, "Russia", 1, topic=4)), NAMES).targets


def test_an_edge_leads_to_the_positions_behind_it() -> None:
    assert [it.stance for it in between(FOUND, NAMES, "a:Russia", "t:West")] == [2, 3]
    assert [it.stance for it in between(FOUND, NAMES, "a:Armenia", "a:Russia")] == [2, 3, 4]


@pytest.mark.parametrize("mode", ["two", "one"])
def test_every_node_is_drawn_and_no_two_boxes_overlap(mode: str) -> None:
    made, nodes = ties([position(n, f"A{n % 9}", 1, topic=1 + n % 2) for n in range(40)], NAMES)
    drawn = network(made, nodes, NetworkOptions(mode=mode))
    sizes = {node.key: (150.0, 30.0) for node in drawn.nodes}
    found = places(drawn, sizes)
    assert found.keys() == sizes.keys()
    assert found == places(drawn, sizes), "the same network is drawn the same"
    for (x, y), (u, v) in combinations(found.values(), 2):
        assert abs(x - u) >= 150 or abs(y - v) >= 30


def test_boxes_on_one_spot_are_moved_apart() -> None:
    found = moved_apart({"a": (0, 0), "b": (0, 0)}, {"a": (50, 20), "b": (50, 20)})
    assert abs(found["a"][0] - found["b"][0]) >= 50 or abs(found["a"][1] - found["b"][1]) >= 20


def test_nothing_is_drawn_of_nothing() -> None:
    assert places(network([], [], NetworkOptions()), {}) == {}
