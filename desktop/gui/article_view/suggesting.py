"""Evidence suggestions on a page: which sentences to look at before any stance is there. Pure.

Only where the project has them switched on; else nothing is computed at all.
"""

from msgspec.structs import replace

from desktop.gui.article_view.hand import EvidenceInHand, HalfMade, Hand, Nothing
from desktop.gui.article_view.scene import Scene, in_hand
from desktop.nlp.evidence import Meeting
from store.values import Holder


def following(scene: Scene, hand: Hand, step: int, *, position: int) -> EvidenceInHand | None:
    """The suggestion after (before) the one in hand, else after (before) a position; round the end."""
    found = scene.evidence
    if not found:
        return None
    if isinstance(hand.focus, EvidenceInHand) and (here := index_of(scene, hand.focus)) is not None:
        return as_focus(found[(here + step) % len(found)])
    if step > 0:
        return as_focus(next((it for it in found if it.start >= position), found[0]))
    return as_focus(next((it for it in reversed(found) if it.start < position), found[-1]))


def index_of(scene: Scene, focus: EvidenceInHand) -> int | None:
    """Which suggestion of the page this is: the one with this cue, whoever is its actor by now."""
    return next((i for i, it in enumerate(scene.evidence) if it.cue == focus.cue), None)


def as_focus(meeting: Meeting) -> EvidenceInHand:
    """A suggestion as it is in hand."""
    return EvidenceInHand(meeting.actor, meeting.cue, meeting.sentence)


def came_back(scene: Scene, before: Scene) -> EvidenceInHand | None:
    """The suggestion that is here now and was refused on the page before."""
    gone = [it for it in before.page.cue_refusals if it not in scene.page.cue_refusals]
    return next((as_focus(it) for it in scene.evidence if (it.start, it.end) in gone), None)


def in_hand_by(hand: Hand, focus: EvidenceInHand) -> Hand:
    """A suggestion in hand, the caret at its cue."""
    return replace(hand, focus=focus, caret=focus.start, finishing=False, by_doubt=False)


def half_made(scene: Scene, focus: EvidenceInHand) -> HalfMade:
    """A stance by its actor with its sentence as evidence; what label it has is still to be said."""
    own = scene.own.exactly(*focus.actor)
    suggested = scene.suggested.exactly(*focus.actor)
    if own is None and suggested is None:
        return HalfMade(None, holder_range=focus.actor, evidence=focus.sentence)
    holder = Holder("span", span=own.id) if own else Holder("span", suggestion=suggested and suggested.id)
    return HalfMade(holder, evidence=focus.sentence)


def with_holder(scene: Scene, hand: Hand, focus: EvidenceInHand) -> Hand:
    """The hand on the box of the actor, where there is one."""
    mark = scene.own.exactly(*focus.actor) or scene.suggested.exactly(*focus.actor)
    return replace(hand, focus=in_hand(mark) if mark else Nothing(), caret=focus.actor[0])
