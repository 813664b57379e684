"""What stands out on the page for the moment: the hand and its stance, as ranges. It moves no text."""

from typing import NamedTuple

from msgspec.structs import replace

from desktop.gui.article_view.hand import (
    Edge,
    EvidenceInHand,
    HalfMade,
    Hand,
    MadeStance,
    Nothing,
    Selection,
    Side,
    SuggestionInHand,
)
from desktop.gui.article_view.marks import NOT_THERE, Key, Mark
from desktop.gui.article_view.proposing import proposal
from desktop.gui.article_view.scene import Scene
from store.offsets import Range
from store.values import Stance


class Emphasis(NamedTuple):
    """Ranges in code points. `mark` names the box in hand.

    `grips` are its edges, `side` the one that is gripped. `token` is what a digit would label. `evidence` and
    `cues` belong to the stance in hand, whose label is `label`; `proposed` is what the text proposes as
    either; its holder and target are joined by an arc.
    """

    selection: Range | None = None
    caret: int | None = None
    token: Range | None = None
    mark: Key | None = None
    grips: Range | None = None
    side: Side | None = None
    evidence: tuple[Range, ...] = ()
    cues: tuple[Range, ...] = ()
    proposed: tuple[Range, ...] = ()
    label: str | None = None
    stance: int | None = None
    holder: Range | None = None
    target: Range | None = None
    focused: bool = False

    def is_in_hand(self, mark: Mark) -> bool:
        """Whether this box is the one in hand."""
        return self.mark == mark.key

    @property
    def ranges(self) -> list[Range]:
        """Everything that is drawn differently because of it."""
        found = [self.selection, self.token, self.grips, *self.evidence, *self.cues, *self.proposed]
        if self.caret is not None:
            found.append((self.caret, self.caret + 1))
        return [item for item in found if item is not None]


def emphasis(scene: Scene, hand: Hand, *, focused: bool) -> Emphasis:
    """What stands out with this hand."""
    made = Emphasis(focused=focused)
    thing = hand.thing
    if isinstance(hand.focus, Selection):
        made = made._replace(selection=(hand.focus.start, hand.focus.end))
    elif isinstance(hand.focus, Nothing):
        made = made._replace(caret=hand.caret, token=scene.word(hand.caret))
    elif isinstance(hand.focus, EvidenceInHand):
        actor = scene.own.exactly(*hand.focus.actor) or scene.suggested.exactly(*hand.focus.actor)
        proposed = (hand.focus.sentence, *hand.focus.cue, *(() if actor else (hand.focus.actor,)))
        made = made._replace(proposed=proposed, mark=(actor.is_suggestion, actor.id) if actor else None)
    if thing is not None:
        edge = hand.focus if isinstance(hand.focus, Edge) else None
        grips = ((edge or thing).start, (edge or thing).end)
        key = (isinstance(thing, SuggestionInHand), thing.id)
        made = made._replace(mark=key, grips=grips, side=edge.side if edge else None)
    if isinstance(hand.statement, MadeStance) and (stance := scene.stance(hand.statement.id)):
        return _with_stance(made, scene, stance)
    if hand.statement is not None and not isinstance(hand.statement, MadeStance):
        evidence = (hand.statement.evidence,) if hand.statement.evidence else ()
        return made._replace(evidence=evidence, label=hand.statement.label)
    return made


def drafts(scene: Scene, hand: Hand) -> list[Mark]:
    """Boxes for what is not committed yet: a suggestion with other edges or another label, a name that was
    nearly suggested, the mention that a selection will be.
    """
    found: list[Mark] = []
    thing, label = (hand.focus, hand.focus.label) if isinstance(hand.focus, Edge) else (hand.thing, None)
    mark = scene.mark(hand.thing)
    if thing and mark:
        draft = replace(mark, start=thing.start, end=thing.end, label=label or mark.label)
        found += [draft] if draft != mark else []
    if isinstance(hand.focus, Selection) and hand.focus.label is not None:
        found.append(Mark(NOT_THERE, hand.focus.start, hand.focus.end, hand.focus.label, "suggestion"))
    if isinstance(hand.statement, HalfMade) and (place := hand.statement.holder_range):
        found.append(Mark(NOT_THERE, *place, None, "mention"))
    return found


def _with_stance(made: Emphasis, scene: Scene, stance: Stance) -> Emphasis:
    found = proposal(scene, stance)
    holder, target = scene.own.find(stance.holder_span), scene.own.find(stance.target_span)
    return made._replace(
        stance=stance.id,
        label=stance.label,
        evidence=tuple((part.start, part.end) for part in stance.parts if part.role == "evidence"),
        cues=tuple((part.start, part.end) for part in stance.parts if part.role == "cue"),
        holder=(holder.start, holder.end) if holder else None,
        proposed=(*found.evidence, *found.cue),
        target=(target.start, target.end) if target else None,
    )
