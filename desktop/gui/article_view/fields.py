"""The keys for the stance in hand: evidence, cue and the fields that may be answered. Pure."""

from typing import get_args

from desktop.gui.article_view.hand import Hand, MadeStance, Selection
from desktop.gui.article_view.reaction import Reaction
from desktop.gui.article_view.scene import Scene
from desktop.gui.commands import ChangeStance, DeleteStance, SetParts
from store.offsets import Range
from store.values import Holder, Stance
from store.vocabulary import Attribution, PartRole, StanceForm

UNSURE = 0.5
"""The confidence of a stance that the annotator marks as unsure."""

_CYCLES: dict[str, tuple[str, tuple[object, ...]]] = {
    "implicit": ("explicit", (None, False, True)),
    "strength": ("intensity", (None, 1, 2, 3)),
    "form": ("form", (None, *get_args(StanceForm))),
    "attribution": ("attribution", (None, *get_args(Attribution))),
    "stance_unsure": ("confidence", (None, UNSURE)),
}
"""Action -> the field it sets, and what it goes through; None is where nobody answered."""

ACTIONS = frozenset((*_CYCLES, "evidence", "cue", "reverse", "delete_stance"))


def react(scene: Scene, hand: Hand, action: str) -> Reaction:
    """What one of `ACTIONS` does to the stance in hand."""
    stance = scene.stance(hand.statement.id) if isinstance(hand.statement, MadeStance) else None
    if stance is None:
        return Reaction(hand, notice="no_stance_in_hand")
    if action in _CYCLES:
        return Reaction(hand, asked=_cycled(stance, *_CYCLES[action]))
    if action == "evidence" or action == "cue":  # noqa: PLR1714 (narrows the type)
        return _marked(hand, stance, action)
    if action == "reverse":
        asked = _reversed(stance)
        return Reaction(hand, asked=asked) if asked else Reaction(hand, notice="not_reversible")
    return Reaction(hand, asked=DeleteStance(stance.id))


def _cycled(stance: Stance, field: str, values: tuple[object, ...]) -> ChangeStance:
    now = getattr(stance, field)
    following = values[(values.index(now) + 1) % len(values)] if now in values else None
    return ChangeStance(stance.id, {field: following})


def _marked(hand: Hand, stance: Stance, role: PartRole) -> Reaction:
    """The selection becomes evidence or cue: instead of the default the first time, then in addition."""
    if not isinstance(hand.focus, Selection):
        return Reaction(hand, notice="selection_missing")
    marked = [(part.start, part.end) for part in stance.parts if part.role == role and part.made == "marked"]
    ranges = _merged([*marked, (hand.focus.start, hand.focus.end)])
    return Reaction(hand, asked=SetParts(stance.id, role, ranges))


def _merged(ranges: list[Range]) -> tuple[Range, ...]:
    """In text order, overlapping ones made one."""
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _reversed(stance: Stance) -> ChangeStance | None:
    """Holder and target change places; only where the target is a span or an actor as the holder is."""
    if stance.holder_kind == "span" and stance.target_span is not None:
        holder = Holder("span", span=stance.target_span)
        return ChangeStance(stance.id, {"holder": holder, "target_span": stance.holder_span})
    if stance.holder_kind == "actor" and stance.target_actor is not None:
        holder = Holder("actor", actor=stance.target_actor)
        return ChangeStance(stance.id, {"holder": holder, "target_actor": stance.holder_actor})
    return None
