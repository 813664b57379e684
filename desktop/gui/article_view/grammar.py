"""The key grammar: what an action does to the hand and what it asks for. Pure; one function an action.

Which key is which action in which scope stands in `actions.py`; up, down, scrolling and copying need the
screen and are the widget's.
"""

from collections.abc import Callable

from msgspec.structs import replace

from desktop.gui.article_view import caret, edges, statements
from desktop.gui.article_view.caret import Step, Unit
from desktop.gui.article_view.hand import (
    Edge,
    Hand,
    Nothing,
    OwnSpan,
    Selection,
    SuggestionInHand,
)
from desktop.gui.article_view.marks import Mark
from desktop.gui.article_view.reaction import NOTHING_SEEN, Reaction, Screen
from desktop.gui.article_view.scene import Scene
from desktop.gui.article_view.taking import placed, put_down, selected, taken
from desktop.gui.commands import (
    Accept,
    AddSpan,
    Correct,
    DeleteSpan,
    Finish,
    LabelAll,
    Reject,
    Relabel,
    SetUnsure,
)
from store.spans import occurrences

Handler = Callable[[Scene, Hand], Reaction]


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


# --- Moving --------------------------------------------------------------------------------------------


def _step(scene: Scene, hand: Hand, step: Step) -> Reaction:
    """To the next undecided suggestion; where none is left, to the next own span or mention."""
    hand = put_down(hand)
    position = hand.focus.start if isinstance(hand.focus, Selection) else hand.caret
    mark = scene.next_undecided(hand.thing, position, step) or scene.next_own(hand.thing, position, step)
    return Reaction(taken(hand, mark)) if mark else Reaction(hand, notice="no_spans")


def _move(scene: Scene, hand: Hand, *, step: Step, unit: Unit, visual: bool = True) -> Reaction:
    step = _logical(scene, hand.caret, step) if visual else step
    position = hand.caret
    if isinstance(hand.focus, Selection):
        # As in any text, an arrow leaves a selection at its end or its beginning.
        position = hand.focus.end if step > 0 else hand.focus.start
        if unit == "character" or (step < 0 and caret.token_at(scene.segmentation.tokens, position)):
            return Reaction(placed(scene, hand, position))
        position -= step
    tokens = scene.segmentation.tokens
    return Reaction(placed(scene, hand, caret.moved(scene.text, tokens, position, step=step, unit=unit)))


def _select(scene: Scene, hand: Hand, *, step: Step, unit: Unit) -> Reaction:
    focus = hand.focus
    selection = focus if isinstance(focus, Selection) else Selection(hand.caret, hand.caret)
    step = _logical(scene, selection.head, step)
    tokens = scene.segmentation.tokens
    return Reaction(selected(hand, caret.extended(scene.text, tokens, selection, step=step, unit=unit)))


def _logical(scene: Scene, position: int, step: Step) -> Step:
    """An arrow to the right goes back in a paragraph that runs from right to left."""
    if not scene.paragraphs.is_rtl(position):
        return step
    return -1 if step > 0 else 1


def _select_all(scene: Scene, hand: Hand) -> Reaction:
    return Reaction(selected(hand, Selection(0, len(scene.text))))


def _outer(scene: Scene, hand: Hand) -> Reaction:
    """Through all boxes at this place, from the innermost outwards and round."""
    thing = hand.thing
    here = scene.at(hand.caret)
    if not here:
        return Reaction(hand, notice="nothing_in_hand")
    index = next((i for i, mark in enumerate(here) if thing is not None and _is(mark, thing)), -1)
    # The caret stays, so that all boxes around it remain within reach.
    following = taken(hand, here[(index + 1) % len(here)])
    return Reaction(replace(following, caret=hand.caret))


def _back(scene: Scene, hand: Hand) -> Reaction:
    """One step back: the selection, then the stance, then what is in hand. Creates nothing."""
    if isinstance(hand.focus, Selection):
        return Reaction(replace(hand, focus=Nothing(), caret=hand.focus.anchor))
    if hand.statement is not None:
        return Reaction(replace(hand, statement=None))
    return Reaction(replace(hand, focus=Nothing()))


# --- Deciding and labelling ----------------------------------------------------------------------------


def _accept(scene: Scene, hand: Hand) -> Reaction:
    if isinstance(hand.thing, SuggestionInHand):
        return Reaction(replace(put_down(hand), going_on=True), asked=Accept(hand.thing.id))
    return _step(scene, hand, 1)


def _remove(scene: Scene, hand: Hand) -> Reaction:
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
    return Reaction(hand)


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


def _unsure(scene: Scene, hand: Hand) -> Reaction:
    match hand.thing:
        case OwnSpan(id=span, unsure=unsure):
            return Reaction(hand, asked=SetUnsure(span, not unsure))
        case SuggestionInHand(id=suggestion):
            return Reaction(hand, asked=Accept(suggestion), again=True)
    return Reaction(hand, notice="nothing_in_hand")


def _label_all(scene: Scene, hand: Hand) -> Reaction:
    match hand.thing:
        case SuggestionInHand(id=suggestion):
            return Reaction(hand, asked=Accept(suggestion), again=True)
        case OwnSpan(start=start, end=end, label=code):
            ranges = occurrences(scene.text, scene.text[start:end], scene.own.items)
            if not ranges:
                return Reaction(hand, notice="no_other_occurrence")
            return Reaction(hand, asked=LabelAll(tuple(ranges), code))
    return Reaction(hand, notice="label_first" if isinstance(hand.focus, Selection) else "nothing_in_hand")


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


def _is(mark: Mark, thing: OwnSpan | SuggestionInHand) -> bool:
    return mark.id == thing.id and mark.is_suggestion == isinstance(thing, SuggestionInHand)


def _navigate(place: str) -> Handler:
    return lambda scene, hand: Reaction(hand, navigated=place)


def _mover(step: Step, unit: Unit) -> Handler:
    return lambda scene, hand: _move(scene, hand, step=step, unit=unit)


def _selector(step: Step, unit: Unit) -> Handler:
    return lambda scene, hand: _select(scene, hand, step=step, unit=unit)


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
    ),
    *("next_pane", "previous_pane", "larger", "smaller", "usual_size"),
)

_HANDLERS: dict[str, Handler] = {
    **{place: _navigate(place) for place in _PLACES},
    "next": lambda scene, hand: _step(scene, hand, 1),
    "previous": lambda scene, hand: _step(scene, hand, -1),
    "caret_left": _mover(-1, "token"),
    "caret_right": _mover(1, "token"),
    "caret_left_character": _mover(-1, "character"),
    "caret_right_character": _mover(1, "character"),
    "caret_text_start": lambda scene, hand: Reaction(placed(scene, hand, 0)),
    "caret_text_end": lambda scene, hand: Reaction(placed(scene, hand, len(scene.text))),
    "select_left": _selector(-1, "token"),
    "select_right": _selector(1, "token"),
    "select_left_character": _selector(-1, "character"),
    "select_right_character": _selector(1, "character"),
    "select_all": _select_all,
    "outer": _outer,
    "back": _back,
    "accept": _accept,
    "remove": _remove,
    "mention": _mention,
    "unsure": _unsure,
    "label_all": _label_all,
    "edge_begin": lambda scene, hand: edges.grip(hand, "begin"),
    "edge_end": lambda scene, hand: edges.grip(hand, "end"),
}
