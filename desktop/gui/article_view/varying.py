"""What the model nearly suggested, one key away: another reading of the suggestion in hand, or the next name.

A reading is a draft like a moved edge: any other key commits it, Esc drops it. A name that nothing stands for
is selected with the label that is likeliest; nothing is made of it before Enter or a digit. Pure.
"""

from msgspec.structs import replace

from desktop.gui.article_view.hand import Edge, Hand, Selection, SuggestionInHand
from desktop.gui.article_view.reaction import Reaction
from desktop.gui.article_view.scene import Scene
from desktop.gui.article_view.taking import put_down, selected
from desktop.gui.article_view.variants import likelihood, readings, unmarked

WORTH = 0.1
"""Names with less are passed over by the key, which would lead to many that are none; a letter beside their
first word still takes them whole.
"""


def vary(scene: Scene, hand: Hand) -> Reaction:
    """The next reading of the suggestion in hand, likeliest first and round; else the next name."""
    if isinstance(hand.thing, SuggestionInHand):
        return _other_reading(scene, hand, hand.thing)
    return next_name(scene, hand)


def next_name(scene: Scene, hand: Hand) -> Reaction:
    """The next name that the model nearly suggested, round the end."""
    found = [it for it in unmarked(scene) if likelihood(it) >= WORTH]
    if not found:
        return Reaction(hand, notice="no_variant")
    before = hand.stretch[0] if hand.stretch else hand.caret - 1
    name = next((it for it in found if it.start > before), found[0])
    return Reaction(select(scene, hand, name.start, name.end))


def select(scene: Scene, hand: Hand, start: int, end: int) -> Hand:
    """A range selected, with its likeliest label where the model nearly suggested it; the caret before it."""
    label = next((it.label for it in unmarked(scene) if (it.start, it.end) == (start, end)), None)
    made = selected(put_down(hand), Selection(start, end, label))
    return replace(made, caret=start) if label is not None else made


def _other_reading(scene: Scene, hand: Hand, thing: SuggestionInHand) -> Reaction:
    found = [(it.start, it.end, it.label) for it in readings(scene, thing)]
    if not found:
        return Reaction(hand, notice="no_variant")
    edge = hand.focus if isinstance(hand.focus, Edge) else None
    here = (edge.start, edge.end, edge.label or thing.label) if edge else None
    following = found.index(here) + 1 if here in found else 0
    if following == len(found):
        return Reaction(replace(hand, focus=thing))
    start, end, label = found[following]
    hold = edge.hold if edge else hand.holds + 1
    return Reaction(replace(hand, focus=Edge(thing, "end", start, end, hold, label), holds=hold))
