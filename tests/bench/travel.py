"""The cheapest keys that take a suggestion in hand, found by playing the real grammar of keys. Pure."""

from collections.abc import Collection
from typing import NamedTuple

from desktop.gui.article_view import caret
from desktop.gui.article_view.caret import Step, Unit
from desktop.gui.article_view.grammar import react
from desktop.gui.article_view.hand import Hand, Selection, Side, SuggestionInHand
from desktop.gui.article_view.hints import jumps
from desktop.gui.article_view.scene import Scene
from desktop.gui.article_view.taking import put_down, taken
from desktop.gui.article_view.variants import readings
from store.offsets import Range

STEPS = {"next": "Tab", "previous": "Shift+Tab", "next_doubtful": "K", "previous_doubtful": "Shift+K"}
"""Action -> key."""


NAMES = 3
"""Steps to a name that was nearly suggested, beyond which a letter is sooner there."""


class Draft(NamedTuple):
    """Presses until a suggestion reads as it should; `says_label`: a digit still has to give it its label."""

    presses: int
    varies: bool
    says_label: bool


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


def drafting(scene: Scene, thing: SuggestionInHand, meant: Range, label: str) -> Draft:
    """How a suggestion comes to read so: by V, or by its edges where these take fewer presses."""
    place = thing.start, thing.end
    moving = _edge(scene, "begin", place, meant[0]) + _edge(scene, "end", (meant[0], thing.end), meant[1])
    found = [(it.start, it.end, it.label) for it in readings(scene, thing)]
    wanted = (*meant, label)
    if wanted in found and found.index(wanted) < moving:
        return Draft(found.index(wanted) + 1, varies=True, says_label=False)
    return Draft(moving, varies=False, says_label=label != thing.label)


def _edge(scene: Scene, side: Side, place: Range, to: int) -> int:
    """The key of the edge, then by words; by characters where words have gone past it."""
    edge = 0 if side == "begin" else 1
    first = place[edge]
    if first == to:
        return 0
    presses = 1
    while (at := place[edge]) != to:
        unit: Unit = "character" if (at > to) != (first > to) else "token"
        step: Step = -1 if at > to else 1
        place = caret.edged(scene.text, scene.segmentation.tokens, place, side=side, step=step, unit=unit)
        presses += 1
    return presses


def way_to_name(scene: Scene, hand: Hand, place: Range) -> Way | None:
    """Steps to a name that was nearly suggested; None where it is none, or a letter is sooner there."""
    for steps in range(1, NAMES + 1):
        hand = react(scene, hand, "next_variant").hand
        if isinstance(hand.focus, Selection) and (hand.focus.start, hand.focus.end) == place:
            return Way(("Shift+V",) * steps, hand)
    return None


def _has(hand: Hand, wanted: Collection[int]) -> bool:
    return isinstance(hand.focus, SuggestionInHand) and hand.focus.id in wanted
