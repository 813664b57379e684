"""What each action of the article scope does to the hand and what it asks for."""

from typing import Any

import pytest
from msgspec.structs import replace

from desktop.gui.actions import ACTIONS
from desktop.gui.article_view.grammar import react
from desktop.gui.article_view.hand import Hand, Nothing, OwnSpan, Selection, SuggestionInHand
from desktop.gui.article_view.reaction import Reaction, Screen
from desktop.gui.article_view.scene import Scene
from desktop.gui.commands import (
    Accept,
    AddSpan,
    Correct,
    DeleteSpan,
    Finish,
    Reject,
    Relabel,
    SetUnsure,
)
from store.values import Zone

TEXT = "Nikol Paschinjan traf Wladimir Putin in Moskau. Der Kreml lobte die EU. Putin schwieg in Moskau."


@pytest.fixture
def scene(make: Any) -> Scene:
    spans = (
        make.span(TEXT, 1, "Nikol Paschinjan"),
        make.span(TEXT, 2, "die EU", None),
        make.span(TEXT, 3, "EU", "ORG"),
    )
    suggestions = (
        make.suggested(TEXT, 11, "Wladimir Putin"),
        make.suggested(TEXT, 12, "Moskau", "LOC"),
        make.suggested(TEXT, 13, "Kreml", "ORG"),
    )
    return make.scene(make.page(TEXT, spans=spans, suggestions=suggestions))


def play(scene: Scene, *actions: str, hand: Hand | None = None) -> Reaction:
    """The reaction to the last of the actions, nothing being committed in between."""
    reaction = Reaction(hand or Hand())
    for action in actions:
        reaction = react(scene, reaction.hand, action)
    return reaction


def at(words: str) -> Hand:
    """The caret before words, nothing in hand."""
    return Hand(caret=TEXT.index(words))


def in_hand(reaction: Reaction) -> str:
    stretch = reaction.hand.stretch
    return TEXT[slice(*stretch)] if stretch else ""


# --- Moving --------------------------------------------------------------------------------------------


def test_next_steps_through_undecided_suggestions_and_round(scene: Scene) -> None:
    names = [in_hand(play(scene, *["next"] * n)) for n in range(1, 5)]
    assert names == ["Wladimir Putin", "Moskau", "Kreml", "Wladimir Putin"]
    assert in_hand(play(scene, "previous")) == "Kreml"


def test_with_nothing_undecided_next_steps_through_own_spans_and_mentions(scene: Scene) -> None:
    scene, _, _ = scene.with_page(replace(scene.page, suggestions=()))
    assert [in_hand(play(scene, *["next"] * n)) for n in range(1, 5)] == [
        "Nikol Paschinjan",
        "die EU",
        "EU",
        "Nikol Paschinjan",
    ]


def test_in_an_empty_article_next_says_that_there_is_nothing(make: Any) -> None:
    assert play(make.scene(make.page(TEXT)), "next").notice == "no_spans"


def test_next_passes_over_zones_that_are_out_of_scope(scene: Scene) -> None:
    start = TEXT.index("Wladimir")
    zone = Zone(1, start, start + 14, "about", False, "rule")
    scene, _, _ = scene.with_page(replace(scene.page, zones=(zone,)))
    assert in_hand(play(scene, "next")) == "Moskau"


def test_the_caret_takes_the_innermost_box_it_comes_into(scene: Scene) -> None:
    reaction = play(scene, "caret_right", hand=at("die EU"))
    assert in_hand(reaction) == "EU"
    assert play(scene, "caret_right", hand=at("traf")).hand.thing == SuggestionInHand(11, 22, 36, "PER", 0.9)
    assert play(scene, "caret_left", hand=at("Der")).hand.focus == Nothing()


def test_outer_goes_through_all_boxes_at_the_caret(scene: Scene) -> None:
    inner = play(scene, "caret_right", hand=at("die EU"))
    assert in_hand(play(scene, "outer", hand=inner.hand)) == "die EU"
    assert in_hand(play(scene, "outer", "outer", hand=inner.hand)) == "EU"
    assert play(scene, "outer", hand=at("traf")).notice == "nothing_in_hand"


def test_shift_selects_and_never_moves_an_edge(scene: Scene) -> None:
    reaction = play(scene, "caret_right", "select_right", hand=at("Nikol"))
    assert (in_hand(reaction), reaction.asked) == ("Paschinjan", None)
    assert in_hand(play(scene, "select_right_character", hand=at("traf"))) == "t"
    assert in_hand(play(scene, "select_all")) == TEXT


def test_an_arrow_leaves_a_selection_at_its_end_or_beginning(scene: Scene) -> None:
    selected = play(scene, "select_right", "select_right", hand=at("traf")).hand
    assert TEXT[play(scene, "caret_right", hand=selected).hand.caret :].startswith("Putin")
    assert TEXT[play(scene, "caret_left", hand=selected).hand.caret :].startswith("traf")


def test_in_a_paragraph_from_right_to_left_the_left_arrow_goes_on(make: Any) -> None:
    text = "أعلنت وزيرة الصحة"
    scene = make.scene(make.page(text))
    assert react(scene, Hand(), "caret_left").hand.caret == text.index("وزيرة")
    assert react(scene, Hand(), "caret_right").hand.caret == 0
    selection = react(scene, Hand(), "select_left").hand.focus
    assert isinstance(selection, Selection)
    assert text[selection.start : selection.end] == "أعلنت"


def test_back_goes_one_step_at_a_time_and_asks_for_nothing(scene: Scene) -> None:
    hand = play(scene, "next", "stance_FAVOR", "select_right").hand
    steps = [hand]
    for _ in range(4):
        reaction = react(scene, steps[-1], "back")
        assert reaction.asked is None
        steps.append(reaction.hand)
    assert isinstance(steps[0].focus, Selection)
    assert steps[1].statement is not None
    assert steps[1].focus == Nothing()
    assert steps[2].statement is None
    assert steps[4] == Hand(caret=hand.caret)


# --- Deciding ------------------------------------------------------------------------------------------


def test_enter_accepts_and_goes_on(scene: Scene) -> None:
    reaction = play(scene, "next", "accept")
    assert reaction.asked == Accept(11)
    assert reaction.hand.going_on


def test_enter_on_what_is_decided_only_goes_on(scene: Scene) -> None:
    for hand in (Hand(), Hand(focus=OwnSpan(1, 0, 16, "PER"))):
        reaction = play(scene, "accept", hand=hand)
        assert (in_hand(reaction), reaction.asked) == ("Wladimir Putin", None)


def test_a_digit_on_a_suggestion_decides_it_and_goes_on(scene: Scene) -> None:
    other, same = play(scene, "next", "digit_2"), play(scene, "next", "digit_1")
    assert other.asked == Correct(11, 22, 36, "ORG")
    assert same.asked == Accept(11)
    assert other.hand.going_on
    assert same.hand.going_on


def test_a_digit_relabels_an_own_span(scene: Scene) -> None:
    hand = Hand(focus=OwnSpan(1, 0, 16, "PER"))
    assert play(scene, "digit_3", hand=hand).asked == Relabel(1, "LOC")
    assert play(scene, "digit_1", hand=hand).asked is None
    assert play(scene, "label_ORG", hand=hand).asked == Relabel(1, "ORG")


def test_a_digit_labels_the_selection(scene: Scene) -> None:
    start = TEXT.index("Putin schwieg")
    reaction = play(scene, "select_right", "digit_1", hand=Hand(caret=start))
    assert reaction.asked == AddSpan(start, start + 5, "PER")


def test_a_digit_with_nothing_in_hand_labels_the_token_at_the_caret(scene: Scene) -> None:
    start = TEXT.index("Putin schwieg")
    assert play(scene, "digit_1", hand=Hand(caret=start)).asked == AddSpan(start, start + 5, "PER")


def test_a_selection_that_is_a_span_or_a_suggestion_already_means_that_one(scene: Scene) -> None:
    own, suggested = TEXT.index("EU"), TEXT.index("Moskau")
    assert play(scene, "digit_3", hand=Hand(focus=Selection(own, own + 2))).asked == Relabel(3, "LOC")
    assert play(scene, "digit_3", hand=Hand(focus=Selection(suggested, suggested + 6))).asked == Accept(12)
    other = play(scene, "digit_2", hand=Hand(focus=Selection(suggested, suggested + 6)))
    assert other.asked == Correct(12, suggested, suggested + 6, "ORG")
    assert not other.hand.going_on


def test_a_digit_without_a_label_says_so(scene: Scene) -> None:
    reaction = play(scene, "next", "digit_9")
    assert (reaction.asked, reaction.notice) == (None, "no_label_on_key")


def test_zero_makes_a_mention_but_never_of_nothing(scene: Scene) -> None:
    start = TEXT.index("Putin schwieg")
    assert play(scene, "select_right", "mention", hand=Hand(caret=start)).asked == AddSpan(
        start, start + 5, None
    )
    assert play(scene, "mention", hand=Hand(focus=OwnSpan(1, 0, 16, "PER"))).asked == Relabel(1, None)
    assert play(scene, "next", "mention").asked == Correct(11, 22, 36, None)
    assert play(scene, "mention", hand=at("traf")).notice == "nothing_in_hand"


def test_x_rejects_a_suggestion_and_deletes_an_own_span(scene: Scene) -> None:
    rejected = play(scene, "next", "remove")
    assert rejected.asked == Reject(11)
    assert rejected.hand.going_on
    assert play(scene, "remove", hand=Hand(focus=OwnSpan(1, 0, 16, "PER"))).asked == DeleteSpan(1)
    assert play(scene, "remove").notice == "nothing_in_hand"


def test_unsure_is_switched_on_an_own_span(scene: Scene) -> None:
    sure = OwnSpan(1, 0, 16, "PER")
    assert play(scene, "unsure", hand=Hand(focus=sure)).asked == SetUnsure(1, True)
    assert play(scene, "unsure", hand=Hand(focus=replace(sure, unsure=True))).asked == SetUnsure(1, False)


def test_unsure_on_a_suggestion_accepts_it_first(scene: Scene) -> None:
    reaction = play(scene, "next", "unsure")
    assert (reaction.asked, reaction.again, reaction.hand.going_on) == (Accept(11), True, False)


def test_label_all_asks_the_window_about_what_is_in_hand(scene: Scene) -> None:
    for focus in (OwnSpan(5, 0, 6, "LOC"), SuggestionInHand(7, 0, 6, "LOC"), Selection(0, 6)):
        assert react(scene, Hand(focus=focus), "label_all").navigated == "label_all"
    assert react(scene, Hand(), "label_all").notice == "nothing_in_hand"


# --- The article ---------------------------------------------------------------------------------------


def test_an_article_whose_suggestions_were_all_on_screen_is_done_at_once(scene: Scene) -> None:
    screen = Screen(frozenset((11, 12, 13)), whole=True)
    assert react(scene, Hand(), "finish", screen=screen).asked == Finish((11, 12, 13))


def test_else_what_was_not_seen_is_shown_first_and_the_second_press_settles_what_was_seen(
    scene: Scene,
) -> None:
    screen = Screen(frozenset((11,)), whole=False)
    first = react(scene, Hand(), "finish", screen=screen)
    assert (in_hand(first), first.notice, first.asked) == ("Moskau", "undecided_left", None)
    second = react(scene, first.hand, "finish", screen=Screen(frozenset((11, 12)), whole=False))
    assert second.asked == Finish((11, 12))


def test_anything_in_between_asks_for_two_presses_again(scene: Scene) -> None:
    first = react(scene, Hand(), "finish")
    between = react(scene, first.hand, "caret_right")
    assert react(scene, between.hand, "finish").asked is None


def test_an_article_without_undecided_suggestions_is_done_at_once(make: Any) -> None:
    assert react(make.scene(make.page(TEXT)), Hand(), "finish").asked == Finish(())


@pytest.mark.parametrize("place", ["note", "question", "find", "keys", "next_article", "holder"])
def test_places_are_the_windows(scene: Scene, place: str) -> None:
    reaction = play(scene, place)
    assert (reaction.navigated, reaction.asked) == (place, None)


def test_no_action_but_a_digit_and_done_asks_for_anything_with_nothing_in_hand(scene: Scene) -> None:
    asking = {row.id for row in ACTIONS if react(scene, at("traf"), row.id).asked is not None}
    assert asking == {"digit_1", "digit_2", "digit_3"}
