"""The keys for the stance in hand: evidence, cue and the fields that may be answered. Pure."""

from typing import get_args

from desktop.gui.article_view import marking, proposing
from desktop.gui.article_view.hand import Hand, MadeStance, Selection
from desktop.gui.article_view.hints import Hint, Hints
from desktop.gui.article_view.reaction import Reaction
from desktop.gui.article_view.scene import Scene
from desktop.gui.commands import ChangeStance, DeleteStance, SetParts
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

ACTIONS = frozenset((*_CYCLES, "evidence", "cue", "take_proposed", "reverse", "delete_stance"))


def react(scene: Scene, hand: Hand, action: str) -> Reaction:
    """What one of `ACTIONS` does to the stance in hand."""
    stance = scene.stance(hand.statement.id) if isinstance(hand.statement, MadeStance) else None
    if stance is None:
        return Reaction(hand, notice="no_stance_in_hand")
    if action in _CYCLES:
        return Reaction(hand, asked=_cycled(scene, stance, *_CYCLES[action]))
    if action == "evidence" or action == "cue":  # noqa: PLR1714 (narrows the type)
        return _marked(scene, hand, stance, action)
    if action == "take_proposed":
        changes = proposing.changes_of(proposing.proposal(scene, stance))
        asked = ChangeStance(stance.id, changes) if changes else None
        return Reaction(hand, asked=asked, notice=None if asked else "nothing_proposed")
    if action == "reverse":
        asked = _reversed(stance)
        return Reaction(hand, asked=asked) if asked else Reaction(hand, notice="not_reversible")
    return Reaction(hand, asked=DeleteStance(stance.id))


def picked(scene: Scene, hand: Hand, hints: Hints, hint: Hint) -> Reaction:
    """What a place means that was taken by its letters as evidence or cue."""
    stance = scene.stance(hand.statement.id) if isinstance(hand.statement, MadeStance) else None
    if stance is None:
        return Reaction(hand)
    found = marking.picked(scene, stance, hints, hint)
    if isinstance(found, Hints):
        return Reaction(hand, hints=found)
    return Reaction(hand, asked=SetParts(stance.id, *found) if found is not None else None)


def _cycled(scene: Scene, stance: Stance, field: str, values: tuple[object, ...]) -> ChangeStance:
    """The next value; after the open one comes what the text proposes, then the others in their order."""
    now = getattr(stance, field)
    proposed = getattr(proposing.whole(scene, stance), field, None)
    if proposed is not None:
        values = (None, proposed, *(it for it in values if it not in (None, proposed)))
    following = values[(values.index(now) + 1) % len(values)] if now in values else None
    return ChangeStance(stance.id, {field: following})


def _marked(scene: Scene, hand: Hand, stance: Stance, role: PartRole) -> Reaction:
    """The selection becomes evidence or cue: instead of the default the first time, then in addition.

    Without a selection, by letters.
    """
    if not isinstance(hand.focus, Selection):
        hints = marking.letters(scene, stance, "first" if role == "evidence" else "cue")
        return Reaction(hand, hints=hints, notice=None if hints else "selection_missing")
    ranges = marking.merged([*marking.marked(stance, role), (hand.focus.start, hand.focus.end)])
    return Reaction(hand, asked=SetParts(stance.id, role, ranges))


def _reversed(stance: Stance) -> ChangeStance | None:
    """Holder and target change places; only where both are spans or actors."""
    if stance.holder_kind not in ("span", "actor"):
        return None
    if stance.target_span is not None:
        holder = Holder("span", span=stance.target_span)
    elif stance.target_actor is not None:
        holder = Holder("actor", actor=stance.target_actor)
    else:
        return None
    ends = {"target_span": stance.holder_span, "target_actor": stance.holder_actor}
    return ChangeStance(stance.id, {"holder": holder, **ends})
