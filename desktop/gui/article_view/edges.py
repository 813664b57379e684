"""An edge in hand: the arrows move it, any other key lets go. Pure.

Of an own span each press is committed, joined by `hold`; of a suggestion the edges are a draft that one
Correct commits: with Enter or a digit at once, with any other key before that key does its work. Esc drops
the draft.
"""

from msgspec.structs import replace

from desktop.gui.article_view import caret, varying
from desktop.gui.article_view.caret import Step, Unit
from desktop.gui.article_view.hand import Edge, Hand, OwnSpan, Side, SuggestionInHand
from desktop.gui.article_view.reaction import Reaction
from desktop.gui.article_view.scene import Scene
from desktop.gui.article_view.taking import put_down
from desktop.gui.commands import Correct, MoveEdges, Reject
from store.offsets import Range

_MOVES: dict[str, tuple[Step, Unit]] = {
    "caret_left": (-1, "token"),
    "caret_right": (1, "token"),
    "caret_left_character": (-1, "character"),
    "caret_right_character": (1, "character"),
}


def grip(hand: Hand, side: Side) -> Reaction:
    """Takes an edge of what is in hand."""
    thing = hand.thing
    if thing is None:
        return Reaction(hand, notice="nothing_in_hand")
    edge = Edge(thing, side, thing.start, thing.end, hand.holds + 1)
    return Reaction(replace(hand, focus=edge, holds=hand.holds + 1))


def react(scene: Scene, hand: Hand, action: str) -> Reaction | None:
    """What an action does while an edge is in hand; None: let go and do the action."""
    edge = hand.focus
    assert isinstance(edge, Edge)
    if action in _MOVES:
        step, unit = _MOVES[action]
        return moved(hand, edge, _stepped(scene, edge, step=step, unit=unit))
    if action in ("edge_begin", "edge_end"):
        return Reaction(replace(hand, focus=replace(edge, side="begin" if action == "edge_begin" else "end")))
    if action == "back":
        return Reaction(replace(hand, focus=edge.of))
    if isinstance(edge.of, SuggestionInHand):
        return _decided(scene, hand, action, edge=edge, suggestion=edge.of)
    return None


def moved(hand: Hand, edge: Edge, span: Range) -> Reaction:
    """The edges at `span`; asks for it at once where the span is one's own."""
    if span == (edge.start, edge.end):
        return Reaction(hand)
    start, end = span
    hand = replace(hand, focus=replace(edge, start=start, end=end))
    if isinstance(edge.of, OwnSpan):
        return Reaction(hand, asked=MoveEdges(edge.of.id, start, end, hold=edge.hold))
    return Reaction(hand)


def committed(hand: Hand) -> Correct | None:
    """What has to be asked for before anything else, if the edges of a suggestion are a draft."""
    edge = hand.focus
    if isinstance(edge, Edge) and edge.is_draft and isinstance(edge.of, SuggestionInHand):
        return Correct(edge.of.id, edge.start, edge.end, edge.label or edge.of.label)
    return None


def dropped(hand: Hand, edge: Edge) -> Reaction:
    """An edge let go by the mouse: that of an own span is committed where it moved."""
    thing = edge.of
    if isinstance(thing, SuggestionInHand) or (edge.start, edge.end) == (thing.start, thing.end):
        return Reaction(replace(hand, focus=thing))
    moved_to = replace(thing, start=edge.start, end=edge.end)
    asked = MoveEdges(thing.id, edge.start, edge.end, hold=edge.hold)
    return Reaction(replace(hand, focus=moved_to, caret=edge.start), asked=asked)


def _stepped(scene: Scene, edge: Edge, *, step: Step, unit: Unit) -> Range:
    if scene.paragraphs.is_rtl(edge.start):
        step = -1 if step > 0 else 1
    tokens = scene.segmentation.tokens
    span = (edge.start, edge.end)
    return caret.edged(scene.text, tokens, span, side=edge.side, step=step, unit=unit)


def _decided(
    scene: Scene, hand: Hand, action: str, *, edge: Edge, suggestion: SuggestionInHand
) -> Reaction | None:
    """A draft is committed by whatever comes next, except by what decides the suggestion itself."""
    going = replace(put_down(hand), focus=suggestion, going_on=True)
    if action == "variant":
        return varying.vary(scene, hand)
    if action == "remove":
        return Reaction(going, asked=Reject(suggestion.id))
    if not edge.is_draft:
        return None
    if action == "accept":
        return Reaction(going, asked=committed(hand))
    if chosen := scene.codebook.chosen(action):
        return Reaction(going, asked=Correct(suggestion.id, edge.start, edge.end, chosen[0]))
    return Reaction(hand, asked=committed(hand), again=True)
