"""The stance grammar: holder, label, target. Pure; `fields.py` has the keys for the stance just made."""

from bisect import bisect_left
from collections.abc import Callable
from operator import itemgetter

from msgspec.structs import replace

from desktop.gui.article_view import aiming, fields, suggesting
from desktop.gui.article_view.hand import (
    EvidenceInHand,
    HalfMade,
    Hand,
    MadeStance,
    Nothing,
    OwnSpan,
    Selection,
    SuggestionInHand,
    Target,
)
from desktop.gui.article_view.hints import Hint
from desktop.gui.article_view.reaction import Reaction
from desktop.gui.article_view.scene import Scene
from desktop.gui.article_view.taking import selected, taken
from desktop.gui.commands import AddStance, ChangeStance
from store.offsets import Range
from store.values import Holder, Json
from store.vocabulary import StanceLevel

Handler = Callable[[Scene, Hand], Reaction]


def react(scene: Scene, hand: Hand, action: str) -> Reaction:
    """What an action of the stance grammar does; unknown ones do nothing."""
    if action in fields.ACTIONS:
        return fields.react(scene, hand, action)
    if action.startswith("stance_"):
        return _labelled(scene, hand, action.removeprefix("stance_"))
    if action.startswith("topic_"):
        return _topic(scene, hand, action.removeprefix("topic_"))
    handler = _HANDLERS.get(action)
    return handler(scene, hand) if handler else Reaction(hand)


# --- Holder and label ----------------------------------------------------------------------------------


def _labelled(scene: Scene, hand: Hand, code: str) -> Reaction:
    """A stance of this label: by the holder chosen, that of the stance in hand, else by what is in hand."""
    if scene.codebook.stance_label(code) is None:
        return Reaction(hand, notice="no_label_on_key")
    half = _half(scene, hand)
    if half is None:
        return Reaction(hand, notice="nothing_in_hand")
    if isinstance(hand.focus, EvidenceInHand):
        hand = suggesting.with_holder(scene, hand, hand.focus)
    focus = Nothing() if isinstance(hand.focus, Selection) else hand.focus
    return Reaction(replace(hand, statement=replace(half, label=code), focus=focus))


def _half(scene: Scene, hand: Hand) -> HalfMade | None:
    match hand.statement:
        case HalfMade():
            return hand.statement
        case MadeStance(id=stance_id) if stance := scene.stance(stance_id):
            holder = Holder(stance.holder_kind, span=stance.holder_span, actor=stance.holder_actor)
            evidence = _evidence(scene, hand, holder) if stance.level == "statement" else None
            return HalfMade(holder, evidence=evidence, level=stance.level)
    return _held(scene, hand)


def _held(scene: Scene, hand: Hand) -> HalfMade | None:
    """The selection or the span in hand as holder."""
    match hand.focus:
        case Selection(start=start, end=end):
            holder = _referent(scene, start, end)
            place = None if holder else (start, end)
            return HalfMade(holder, holder_range=place, evidence=scene.sentence(start, end))
        case OwnSpan(id=span, start=start, end=end):
            return HalfMade(Holder("span", span=span), evidence=scene.sentence(start, end))
        case SuggestionInHand(id=suggestion, start=start, end=end):
            return HalfMade(Holder("span", suggestion=suggestion), evidence=scene.sentence(start, end))
        case EvidenceInHand() as suggested:
            return suggesting.half_made(scene, suggested)
    return None


def _referent(scene: Scene, start: int, end: int) -> Holder | None:
    """The span or suggestion that has this very range; one place is not marked twice."""
    if own := scene.own.exactly(start, end):
        return Holder("span", span=own.id)
    suggested = scene.suggested.exactly(start, end)
    return Holder("span", suggestion=suggested.id) if suggested else None


def _evidence(scene: Scene, hand: Hand, holder: Holder) -> Range | None:
    """The selection, else the sentence around the holder, else (author, outlet, actor) that at the caret."""
    if isinstance(hand.focus, Selection):
        return hand.focus.start, hand.focus.end
    place = scene.own.find(holder.span) if holder.span is not None else None
    return scene.sentence(place.start, place.end) if place else scene.sentence(hand.caret, hand.caret)


def _holder(scene: Scene, hand: Hand) -> Reaction:
    if not isinstance(hand.focus, Selection):
        return Reaction(hand, navigated="holder")
    held = _held(scene, hand)
    assert held is not None
    if isinstance(hand.statement, MadeStance):
        changes: Json = {"holder": held.holder or Holder("span")}
        if held.holder is None:
            changes["holder_range"] = held.holder_range
        return Reaction(hand, asked=ChangeStance(hand.statement.id, changes))
    label = hand.statement.label if hand.statement else None
    return Reaction(replace(hand, statement=replace(held, label=label), focus=Nothing()))


def chosen_holder(scene: Scene, hand: Hand, holder: Holder, *, level: StanceLevel = "statement") -> Reaction:
    """The holder picked from the list: author, outlet, unspecified or an actor."""
    if isinstance(hand.statement, MadeStance):
        changes: Json = {"holder": holder} if level == "statement" else {"holder": holder, "level": level}
        return Reaction(hand, asked=ChangeStance(hand.statement.id, changes))
    label = hand.statement.label if hand.statement else None
    evidence = _evidence(scene, hand, holder) if level == "statement" else None
    half = HalfMade(holder, label=label, evidence=evidence, level=level)
    return Reaction(replace(hand, statement=half))


# --- Target --------------------------------------------------------------------------------------------


def _topic(scene: Scene, hand: Hand, name: str) -> Reaction:
    """`topic_3`: the one on digit 3; `topic_id_12`: by its id."""
    if name.startswith("id_"):
        return toward(scene, hand, Target(topic=int(name.removeprefix("id_"))))
    topic = scene.codebook.topic_on(name)
    return toward(scene, hand, Target(topic=topic.id)) if topic else Reaction(hand, notice="no_topic_on_key")


def _target(scene: Scene, hand: Hand) -> Reaction:
    """The selection, else a span in hand that is not the holder, else by name."""
    if isinstance(hand.focus, Selection):
        start, end = hand.focus.start, hand.focus.end
        found = _referent(scene, start, end)
        if found is None:
            return toward(scene, hand, Target(range=(start, end)))
        return toward(scene, hand, Target(span=found.span, suggestion=found.suggestion))
    if isinstance(hand.statement, HalfMade) and hand.thing and not _is_holder(hand):
        return _take_candidate(scene, hand)
    return Reaction(hand, navigated="target")


def _take_candidate(scene: Scene, hand: Hand) -> Reaction:
    """What is in hand becomes the target."""
    if isinstance(hand.focus, Selection):
        return _target(scene, hand)
    if hand.thing is None or _is_holder(hand):
        return Reaction(hand, notice="target_missing")
    if isinstance(hand.thing, SuggestionInHand):
        return toward(scene, hand, Target(suggestion=hand.thing.id))
    return toward(scene, hand, Target(span=hand.thing.id))


def _is_holder(hand: Hand) -> bool:
    half, thing = hand.statement, hand.thing
    if not isinstance(half, HalfMade) or half.holder is None:
        return False
    if isinstance(thing, SuggestionInHand):
        return half.holder.suggestion == thing.id
    return thing is not None and half.holder.span == thing.id


def _same_target(scene: Scene, hand: Hand) -> Reaction:
    """The last target again, as far as it is in this article."""
    target = hand.last_target
    if target is not None and target.span is not None and scene.own.find(target.span) is None:
        target = replace(target, span=None)
    if target is None or (target.topic is None and target.actor is None and target.span is None):
        return Reaction(hand, notice="no_last_target")
    return toward(scene, hand, Target(topic=target.topic, actor=target.actor, span=target.span))


def toward(scene: Scene, hand: Hand, target: Target) -> Reaction:
    """Completes the half-made stance, or changes the target of the one in hand."""
    match hand.statement:
        case HalfMade(label=None):
            return Reaction(hand, notice="stance_label_missing")
        case HalfMade() as half:
            return Reaction(replace(hand, last_target=target), asked=_statement(half, target))
        case MadeStance(id=stance_id):
            return Reaction(
                replace(hand, last_target=target), asked=ChangeStance(stance_id, _changes(target))
            )
    return Reaction(hand, notice="nothing_in_hand")


def _statement(half: HalfMade, target: Target) -> AddStance:
    return AddStance(
        holder=half.holder or Holder("span"),
        label=half.label or "",
        topic=target.topic,
        target_span=target.span,
        target_suggestion=target.suggestion,
        target_actor=target.actor,
        holder_range=half.holder_range,
        target_range=target.range,
        evidence=half.evidence,
        level=half.level,
    )


def aimed(scene: Scene, hand: Hand, hint: Hint) -> Reaction:
    """A candidate taken by its letters, or by a click, is the target in the text."""
    if hint.mark is None:
        return toward(scene, hand, Target(range=(hint.start, hint.end)))
    if hint.mark.is_suggestion:
        return toward(scene, hand, Target(suggestion=hint.mark.id))
    return toward(scene, hand, Target(span=hint.mark.id))


def _changes(target: Target) -> Json:
    named = {
        "topic": target.topic,
        "target_span": target.span,
        "target_suggestion": target.suggestion,
        "target_actor": target.actor,
        "target_range": target.range,
    }
    return {name: value for name, value in named.items() if value is not None}


def _candidate(scene: Scene, hand: Hand, step: int) -> Reaction:
    """To the next box or proposed phrase that could be the target; round the end of them."""
    places = aiming.candidates(scene, hand)
    if not places:
        return Reaction(hand, notice="no_spans")
    mark = scene.mark(hand.thing)
    stretch = hand.stretch if isinstance(hand.focus, Selection) else None
    here = next(
        (i for i, it in enumerate(places) if (it[2] is not None and it[2] == mark) or it[:2] == stretch), None
    )
    if here is None:
        behind = bisect_left(places, aiming.anchor_of(scene, hand)[1], key=itemgetter(0))
        here = behind - 1 if step > 0 else behind
    start, end, mark = places[(here + step) % len(places)]
    return Reaction(taken(hand, mark) if mark else selected(hand, Selection(start, end)))


_HANDLERS: dict[str, Handler] = {
    "holder": _holder,
    "target": _target,
    "same_target": _same_target,
    "take_candidate": _take_candidate,
    "next_candidate": lambda scene, hand: _candidate(scene, hand, 1),
    "previous_candidate": lambda scene, hand: _candidate(scene, hand, -1),
}
