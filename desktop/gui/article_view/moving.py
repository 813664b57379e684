"""Where the hand goes: from span to span, the caret through the text, the selection with it. Pure."""

from collections.abc import Callable

from msgspec.structs import replace

from desktop.gui.article_view import caret, suggesting
from desktop.gui.article_view.caret import Step, Unit
from desktop.gui.article_view.hand import Hand, Nothing, OwnSpan, Selection, SuggestionInHand
from desktop.gui.article_view.marks import Mark
from desktop.gui.article_view.reaction import Reaction
from desktop.gui.article_view.scene import Scene
from desktop.gui.article_view.taking import placed, put_down, selected, taken

Handler = Callable[[Scene, Hand], Reaction]


def _step(scene: Scene, hand: Hand, step: Step) -> Reaction:
    """To the next undecided suggestion, then to the suggested evidence; where none is left, to own spans."""
    thing, position = hand.thing, _place(hand)
    mark = scene.next_undecided(thing, position, step)
    if mark is None and (suggested := suggesting.following(scene, hand, step, position=position)):
        return Reaction(suggesting.in_hand_by(put_down(hand), suggested))
    return _gone_to(hand, mark or scene.next_own(thing, position, step))


def _step_own(scene: Scene, hand: Hand, step: Step) -> Reaction:
    return _gone_to(hand, scene.next_own(hand.thing, _place(hand), step))


def _step_unsure(scene: Scene, hand: Hand, step: Step) -> Reaction:
    return _gone_to(hand, scene.next_unsure(hand.thing, _place(hand), step), missing="no_unsure")


def _step_doubtful(scene: Scene, hand: Hand, step: Step) -> Reaction:
    """To the least sure suggestion; from one that was reached so to the next: decisions then go on so too."""
    thing = hand.thing if hand.by_doubt else None
    reaction = _gone_to(hand, scene.next_doubtful(thing, step), missing="no_undecided")
    return replace(reaction, hand=replace(reaction.hand, by_doubt=True))


def _place(hand: Hand) -> int:
    return hand.focus.start if isinstance(hand.focus, Selection) else hand.caret


def _gone_to(hand: Hand, mark: Mark | None, *, missing: str = "no_spans") -> Reaction:
    hand = replace(put_down(hand), by_doubt=False)
    return Reaction(taken(hand, mark)) if mark else Reaction(hand, notice=missing)


def _move(scene: Scene, hand: Hand, *, step: Step, unit: Unit) -> Reaction:
    step = _logical(scene, hand.caret, step)
    position = hand.caret
    if isinstance(hand.focus, Selection):
        # As in any text, an arrow leaves a selection at its end or its beginning.
        position = hand.focus.end if step > 0 else hand.focus.start
        if unit == "character" or (step < 0 and caret.token_at(scene.segmentation.tokens, position)):
            return Reaction(placed(scene, hand, position))
        position -= step
    tokens = scene.segmentation.tokens
    return Reaction(placed(scene, hand, caret.moved(scene.text, tokens, position, step=step, unit=unit)))


def _paragraph(scene: Scene, hand: Hand, step: Step) -> Reaction:
    """To the beginning of the next paragraph, or of this one and then of the one before."""
    found = scene.paragraphs
    starts = [start for index, start in enumerate(found.starts) if found.shown(index).strip()]
    if step > 0:
        position = next((start for start in starts if start > hand.caret), len(scene.text))
    else:
        position = next((start for start in reversed(starts) if start < hand.caret), 0)
    return Reaction(placed(scene, hand, position))


def _select_to(scene: Scene, hand: Hand, position: int) -> Reaction:
    anchor = hand.focus.anchor if isinstance(hand.focus, Selection) else hand.caret
    return Reaction(selected(hand, Selection(anchor, position)))


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


def _is(mark: Mark, thing: OwnSpan | SuggestionInHand) -> bool:
    return mark.id == thing.id and mark.is_suggestion == isinstance(thing, SuggestionInHand)


def _mover(step: Step, unit: Unit) -> Handler:
    return lambda scene, hand: _move(scene, hand, step=step, unit=unit)


def _selector(step: Step, unit: Unit) -> Handler:
    return lambda scene, hand: _select(scene, hand, step=step, unit=unit)


MOVES: dict[str, Handler] = {
    "next": lambda scene, hand: _step(scene, hand, 1),
    "previous": lambda scene, hand: _step(scene, hand, -1),
    "next_own": lambda scene, hand: _step_own(scene, hand, 1),
    "previous_own": lambda scene, hand: _step_own(scene, hand, -1),
    "next_doubtful": lambda scene, hand: _step_doubtful(scene, hand, 1),
    "previous_doubtful": lambda scene, hand: _step_doubtful(scene, hand, -1),
    "next_unsure": lambda scene, hand: _step_unsure(scene, hand, 1),
    "previous_unsure": lambda scene, hand: _step_unsure(scene, hand, -1),
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
    "caret_paragraph_up": lambda scene, hand: _paragraph(scene, hand, -1),
    "caret_paragraph_down": lambda scene, hand: _paragraph(scene, hand, 1),
    "select_text_start": lambda scene, hand: _select_to(scene, hand, 0),
    "select_text_end": lambda scene, hand: _select_to(scene, hand, len(scene.text)),
    "select_all": _select_all,
    "outer": _outer,
    "back": _back,
}
