"""The cheapest keys that take a suggestion in hand, found by playing the real grammar of keys. Pure."""

from collections.abc import Collection
from typing import NamedTuple

from desktop.gui.article_view.grammar import react
from desktop.gui.article_view.hand import Hand, SuggestionInHand
from desktop.gui.article_view.hints import jumps
from desktop.gui.article_view.scene import Scene
from desktop.gui.article_view.taking import put_down, taken
from store.offsets import Range

STEPS = {"next": "Tab", "previous": "Shift+Tab", "next_doubtful": "K", "previous_doubtful": "Shift+K"}
"""Action -> key."""


class Way(NamedTuple):
    """Keys, and the hand after them."""

    keys: tuple[str, ...]
    hand: Hand


def way_to(scene: Scene, hand: Hand, visible: Range, wanted: Collection[int]) -> Way:
    """The way to the nearest of some suggestions: by letters, or by steps of one kind where these are fewer.

    Raises LookupError where no key leads to any.
    """
    if _has(hand, wanted):
        return Way((), hand)
    hints = jumps(scene, visible, words=False, near=hand.caret).places
    ways = [
        Way(("J", *hint.letters), taken(put_down(hand), hint.mark))
        for hint in hints
        if hint.mark is not None and hint.mark.is_suggestion and hint.mark.id in wanted
    ]
    longest = min((len(it.keys) - 1 for it in ways), default=len(scene.suggested.items))
    for action, key in STEPS.items():
        at = hand
        for steps in range(1, longest + 1):
            at = react(scene, at, action).hand
            if _has(at, wanted):
                ways.append(Way((key,) * steps, at))
                break
    if not ways:
        raise LookupError(wanted)
    return min(ways, key=lambda it: (len(it.keys), it.hand.place))


def _has(hand: Hand, wanted: Collection[int]) -> bool:
    return isinstance(hand.focus, SuggestionInHand) and hand.focus.id in wanted
