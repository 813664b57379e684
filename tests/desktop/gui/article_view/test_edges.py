"""An edge in hand: moved by arrows, committed by what comes next."""

from typing import Any

import pytest

from desktop.gui.article_view.grammar import react
from desktop.gui.article_view.hand import Edge, Hand, OwnSpan, SuggestionInHand
from desktop.gui.article_view.reaction import Reaction
from desktop.gui.article_view.scene import Scene
from desktop.gui.commands import Accept, Correct, MoveEdges, Reject, Relabel

TEXT = "Der Präsident Wladimir Putin traf ihn."
PUTIN = (23, 28)
OWN = Hand(focus=OwnSpan(1, *PUTIN, "PER"), caret=23)
SUGGESTED = Hand(focus=SuggestionInHand(11, *PUTIN, "PER"), caret=23)


@pytest.fixture
def scene(make: Any) -> Scene:
    page = make.page(
        TEXT, spans=(make.span(TEXT, 1, "Putin"),), suggestions=(make.suggested(TEXT, 11, "Putin"),)
    )
    return make.scene(page)


def play(scene: Scene, hand: Hand, *actions: str) -> Reaction:
    reaction = Reaction(hand)
    for action in actions:
        reaction = react(scene, reaction.hand, action)
    return reaction


def test_each_press_on_an_own_span_is_asked_for_with_one_hold(scene: Scene) -> None:
    first = play(scene, OWN, "edge_begin", "caret_left")
    second = react(scene, first.hand, "caret_left")
    assert first.asked == MoveEdges(1, 14, 28, hold=1)
    assert second.asked == MoveEdges(1, 4, 28, hold=1)


def test_another_grip_is_another_hold(scene: Scene) -> None:
    first = play(scene, OWN, "edge_begin", "caret_left", "back", "edge_end", "caret_right")
    assert isinstance(first.asked, MoveEdges)
    assert first.asked.hold == 2


def test_with_ctrl_an_edge_moves_by_character(scene: Scene) -> None:
    assert play(scene, OWN, "edge_end", "caret_left_character").asked == MoveEdges(1, 23, 27, hold=1)


def test_the_other_edge_is_gripped_without_letting_go(scene: Scene) -> None:
    hand = play(scene, SUGGESTED, "edge_begin", "caret_left", "edge_end", "caret_right").hand
    assert isinstance(hand.focus, Edge)
    assert (hand.focus.start, hand.focus.end) == (14, 33)


def test_the_edges_of_a_suggestion_are_a_draft(scene: Scene) -> None:
    reaction = play(scene, SUGGESTED, "edge_begin", "caret_left")
    assert reaction.asked is None
    assert isinstance(reaction.hand.focus, Edge)
    assert reaction.hand.focus.is_draft


def test_enter_commits_the_draft_and_goes_on(scene: Scene) -> None:
    reaction = play(scene, SUGGESTED, "edge_begin", "caret_left", "accept")
    assert (reaction.asked, reaction.hand.going_on) == (Correct(11, 14, 28, "PER"), True)


def test_a_digit_commits_draft_and_label_in_one(scene: Scene) -> None:
    reaction = play(scene, SUGGESTED, "edge_begin", "caret_left", "digit_2")
    assert (reaction.asked, reaction.hand.going_on) == (Correct(11, 14, 28, "ORG"), True)
    assert play(scene, SUGGESTED, "edge_end", "caret_right", "mention").asked == Correct(11, 23, 33, None)


@pytest.mark.parametrize(
    "action", ["next", "unsure", "stance_FAVOR", "caret_down", "finish", "next_article", "outer"]
)
def test_any_other_action_commits_the_draft_and_is_done_afterwards(scene: Scene, action: str) -> None:
    reaction = play(scene, SUGGESTED, "edge_begin", "caret_left", action)
    assert (reaction.asked, reaction.again) == (Correct(11, 14, 28, "PER"), True)


def test_esc_drops_the_draft(scene: Scene) -> None:
    reaction = play(scene, SUGGESTED, "edge_begin", "caret_left", "back")
    assert (reaction.hand.focus, reaction.asked) == (SUGGESTED.focus, None)


def test_x_rejects_the_suggestion_whatever_its_edges(scene: Scene) -> None:
    assert play(scene, SUGGESTED, "edge_begin", "caret_left", "remove").asked == Reject(11)


def test_edges_that_did_not_move_are_let_go_without_a_trace(scene: Scene) -> None:
    assert play(scene, SUGGESTED, "edge_begin", "accept").asked == Accept(11)
    assert play(scene, SUGGESTED, "edge_begin", "caret_left", "caret_right", "accept").asked == Accept(11)
    assert play(scene, OWN, "edge_begin", "digit_3").asked == Relabel(1, "LOC")


def test_an_edge_of_nothing_cannot_be_gripped(scene: Scene) -> None:
    assert play(scene, Hand(), "edge_begin").notice == "nothing_in_hand"


def test_in_a_paragraph_from_right_to_left_the_left_arrow_widens_the_end(make: Any) -> None:
    text = "أعلنت وزيرة الصحة"
    scene = make.scene(make.page(text, suggestions=(make.suggested(text, 11, "وزيرة"),)))
    hand = Hand(focus=SuggestionInHand(11, 6, 11, "PER"))
    edge = play(scene, hand, "edge_end", "caret_left").hand.focus
    assert isinstance(edge, Edge)
    assert text[edge.start : edge.end] == "وزيرة الصحة"
