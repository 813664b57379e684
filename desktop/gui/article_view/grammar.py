"""The key grammar: what an action does to the hand and what it asks for. Pure; one function an action.

Which key is which action in which scope stands in `actions.py`; up, down, scrolling and copying need the
screen and are the widget's.
"""

from msgspec.structs import replace

from desktop.gui.article_view import edges, mentions, statements, suggesting, varying
from desktop.gui.article_view.hand import (
    Edge,
    EvidenceInHand,
    Hand,
    Nothing,
    OwnSpan,
    Selection,
    SuggestionInHand,
)
from desktop.gui.article_view.moving import MOVES, Handler
from desktop.gui.article_view.reaction import NOTHING_SEEN, Reaction, Screen
from desktop.gui.article_view.scene import Scene
from desktop.gui.article_view.taking import put_down, taken
from desktop.gui.commands import (
    Accept,
    AddSpan,
    Correct,
    DeleteSpan,
    Finish,
    RefuseCue,
    Reject,
    Relabel,
    SetUnsure,
)


def react(scene: Scene, hand: Hand, action: str, *, screen: Screen = NOTHING_SEEN) -> Reaction:
    """What `action` does. Unknown actions do nothing."""
    if action != "finish":
        hand = replace(hand, finishing=False)
    if isinstance(hand.focus, Edge):
        reaction = edges.react(scene, hand, action)
        if reaction is not None:
            return reaction
        hand = replace(hand, focus=hand.focus.of)
    if action == "finish":
        return _finish(scene, hand, screen)
    if handler := _HANDLERS.get(action):
        return handler(scene, hand)
    if chosen := scene.codebook.chosen(action):
        return _label(scene, hand, chosen[0])
    if action.startswith("digit_"):
        return Reaction(hand, notice="no_label_on_key")
    return statements.react(scene, hand, action)


# --- Deciding and labelling ----------------------------------------------------------------------------


def _accept(scene: Scene, hand: Hand) -> Reaction:
    if isinstance(hand.thing, SuggestionInHand):
        return Reaction(replace(put_down(hand), going_on=True), asked=Accept(hand.thing.id))
    if isinstance(hand.focus, EvidenceInHand):
        half = suggesting.half_made(scene, hand.focus)
        return Reaction(replace(suggesting.with_holder(scene, hand, hand.focus), statement=half))
    if isinstance(hand.focus, Selection) and hand.focus.label is not None:
        return _label_range(scene, hand, hand.focus.start, hand.focus.end, hand.focus.label)
    return MOVES["next"](scene, hand)


def _remove(scene: Scene, hand: Hand) -> Reaction:
    if isinstance(hand.focus, EvidenceInHand):
        return Reaction(replace(hand, going_on=True), asked=RefuseCue(hand.focus.start, hand.focus.end))
    match hand.thing:
        case SuggestionInHand(id=suggestion):
            return Reaction(replace(hand, going_on=True), asked=Reject(suggestion))
        case OwnSpan(id=span):
            return Reaction(hand, asked=DeleteSpan(span))
    return Reaction(hand, notice="nothing_in_hand")


def _mention(scene: Scene, hand: Hand) -> Reaction:
    """A mention of the selection or of what is in hand; a token is not taken for one by chance."""
    if isinstance(hand.focus, Nothing):
        return Reaction(hand, notice="nothing_in_hand")
    return _label(scene, hand, None)


def _label(scene: Scene, hand: Hand, code: str | None) -> Reaction:
    """Labels the selection, else relabels what is in hand, else labels the token at the caret."""
    match hand.focus:
        case Selection(start=start, end=end):
            return _label_range(scene, hand, start, end, code)
        case Nothing():
            token = scene.word(hand.caret)
            return (
                _label_range(scene, hand, *token, code) if token else Reaction(hand, notice="nothing_in_hand")
            )
        case OwnSpan(id=span, label=old):
            return Reaction(hand) if old == code else Reaction(hand, asked=Relabel(span, code))
        case SuggestionInHand(id=suggestion, start=start, end=end, label=old):
            asked = Accept(suggestion) if old == code else Correct(suggestion, start, end, code)
            return Reaction(replace(hand, going_on=True), asked=asked)
    return Reaction(hand, notice="nothing_in_hand")


def _label_range(scene: Scene, hand: Hand, start: int, end: int, code: str | None) -> Reaction:
    """A new span, unless the very range is one already or is suggested: then that one is meant."""
    if own := scene.own.exactly(start, end):
        same = own.label == code
        return Reaction(taken(hand, own), asked=None if same else Relabel(own.id, code))
    if suggested := scene.suggested.exactly(start, end):
        same = suggested.label == code
        asked = Accept(suggested.id) if same else Correct(suggested.id, start, end, code)
        return Reaction(taken(hand, suggested), asked=asked)
    return Reaction(hand, asked=AddSpan(start, end, code))


def _pick_label(scene: Scene, hand: Hand) -> Reaction:
    """Asks for a label by name, if there is something to give it to."""
    if isinstance(hand.focus, Nothing) and scene.word(hand.caret) is None:
        return Reaction(hand, notice="nothing_in_hand")
    return Reaction(hand, navigated="pick_label")


def _take_proposed(scene: Scene, hand: Hand) -> Reaction:
    """What is proposed for the stance in hand; where nothing is, what Enter does else."""
    reaction = statements.react(scene, hand, "take_proposed")
    return reaction if reaction.asked is not None else _accept(scene, hand)


def _unsure(scene: Scene, hand: Hand) -> Reaction:
    match hand.thing:
        case OwnSpan(id=span, unsure=unsure):
            return Reaction(hand, asked=SetUnsure(span, not unsure))
        case SuggestionInHand(id=suggestion):
            return Reaction(hand, asked=Accept(suggestion), again=True)
    return Reaction(hand, notice="nothing_in_hand")


def _attribute(scene: Scene, hand: Hand) -> Reaction:
    """The window knows what is asked; a suggestion is accepted first."""
    match hand.thing:
        case OwnSpan():
            return Reaction(hand, navigated="attribute")
        case SuggestionInHand(id=suggestion):
            return Reaction(hand, asked=Accept(suggestion), again=True)
    return Reaction(hand, notice="nothing_in_hand")


def _hide_label(scene: Scene, hand: Hand) -> Reaction:
    if isinstance(hand.thing, SuggestionInHand):
        return Reaction(hand, navigated="hide_label")
    return Reaction(hand, notice="nothing_in_hand")


def _label_all(scene: Scene, hand: Hand) -> Reaction:
    """The window asks where; what is in hand says what."""
    if isinstance(hand.thing, OwnSpan | SuggestionInHand) or isinstance(hand.focus, Selection):
        return Reaction(hand, navigated="label_all")
    return Reaction(hand, notice="nothing_in_hand")


# --- The article ---------------------------------------------------------------------------------------


def _finish(scene: Scene, hand: Hand, screen: Screen) -> Reaction:
    """Done, if all of the article was on screen; else what is undecided and unseen is shown first."""
    waiting = list(scene.undecided())
    unseen = [mark for mark in waiting if mark.id not in screen.seen]
    if not waiting or hand.finishing or (screen.whole and not unseen):
        seen = tuple(mark.id for mark in waiting if mark.id in screen.seen)
        return Reaction(replace(hand, finishing=False), asked=Finish(seen))
    shown = taken(put_down(hand), (unseen or waiting)[0])
    return Reaction(replace(shown, finishing=True), notice="undecided_left")


def _navigate(place: str) -> Handler:
    return lambda scene, hand: Reaction(hand, navigated=place)


_PLACES = (
    *(
        "note",
        "question",
        "find",
        "find_next",
        "find_previous",
        "palette",
        "keys",
        "undo",
        "redo",
        "previous_article",
        "next_article",
        "looked_again",
    ),
    *("next_pane", "previous_pane", "larger", "smaller", "usual_size", "show_rejected"),
)

_HANDLERS: dict[str, Handler] = {
    **{place: _navigate(place) for place in _PLACES},
    **MOVES,
    "pick_label": _pick_label,
    "accept": _accept,
    "remove": _remove,
    "mention": _mention,
    "phrase": mentions.phrase,
    "link": mentions.link,
    "take_proposed": _take_proposed,
    "unsure": _unsure,
    "variant": varying.vary,
    "next_variant": varying.next_name,
    "label_all": _label_all,
    "hide_label": _hide_label,
    "attribute": _attribute,
    "edge_begin": lambda scene, hand: edges.grip(hand, "begin"),
    "edge_end": lambda scene, hand: edges.grip(hand, "end"),
}
