"""The grammar that makes a stance: holder, label, target."""

from typing import Any

import pytest
from msgspec.structs import replace

from desktop.gui.article_view.grammar import react
from desktop.gui.article_view.hand import (
    Hand,
    MadeStance,
    OwnSpan,
    Selection,
    SuggestionInHand,
    Target,
)
from desktop.gui.article_view.scene import Scene
from desktop.gui.article_view.statements import chosen_holder, toward
from desktop.gui.commands import AddStance, ChangeStance
from store.values import Holder
from tests.desktop.gui.article_view.statement_scene import MOSKAU, OWN, PESKOW, SENTENCE, play, stance_scene


@pytest.fixture
def scene(make: Any) -> Scene:
    return stance_scene(make)


def test_label_and_topic_make_a_stance_with_the_sentence_as_evidence(scene: Scene) -> None:
    reaction = play(scene, OWN, "stance_AGAINST", "topic_2")
    assert reaction.asked == AddStance(Holder("span", span=1), "AGAINST", topic=2, evidence=SENTENCE)


def test_a_suggestion_as_holder_is_accepted_in_the_same_step(scene: Scene) -> None:
    hand = Hand(focus=SuggestionInHand(11, *MOSKAU, "LOC"), caret=66)
    reaction = play(scene, hand, "stance_FAVOR", "topic_1")
    assert reaction.asked == AddStance(Holder("span", suggestion=11), "FAVOR", topic=1, evidence=(51, 73))


def test_a_selection_as_holder_becomes_a_mention(scene: Scene) -> None:
    reaction = play(scene, Hand(focus=Selection(0, 6)), "stance_NEUTRAL", "topic_1")
    assert reaction.asked == AddStance(
        Holder("span"), "NEUTRAL", topic=1, holder_range=(0, 6), evidence=(0, 16)
    )


def test_a_selection_that_is_a_span_already_is_that_span(scene: Scene) -> None:
    reaction = play(scene, Hand(focus=Selection(*PESKOW)), "stance_NEUTRAL", "topic_1")
    assert isinstance(reaction.asked, AddStance)
    assert reaction.asked.holder == Holder("span", span=1)


def test_with_nothing_in_hand_nothing_happens_and_it_says_so(scene: Scene) -> None:
    reaction = play(scene, Hand(caret=0), "stance_FAVOR")
    assert (reaction.notice, reaction.hand.statement) == ("nothing_in_hand", None)


def test_the_label_can_be_changed_before_the_target_is_named(scene: Scene) -> None:
    reaction = play(scene, OWN, "stance_FAVOR", "stance_AGAINST", "topic_1")
    assert isinstance(reaction.asked, AddStance)
    assert reaction.asked.label == "AGAINST"


def test_holder_first_then_label(scene: Scene) -> None:
    reaction = play(scene, Hand(focus=Selection(0, 6)), "holder", "stance_FAVOR", "topic_1")
    assert isinstance(reaction.asked, AddStance)
    assert reaction.asked.holder_range == (0, 6)
    assert play(scene, Hand(focus=Selection(0, 6)), "holder", "topic_1").notice == "stance_label_missing"


def test_the_holder_can_be_picked_from_a_list(scene: Scene) -> None:
    asked = play(scene, Hand(caret=20), "holder")
    assert asked.navigated == "holder"
    picked = chosen_holder(scene, asked.hand, Holder("author"))
    reaction = play(scene, picked.hand, "stance_FAVOR", "topic_1")
    assert reaction.asked == AddStance(Holder("author"), "FAVOR", topic=1, evidence=SENTENCE)


def test_a_picked_holder_replaces_that_of_the_stance_in_hand(scene: Scene) -> None:
    hand = replace(OWN, statement=MadeStance(7))
    assert chosen_holder(scene, hand, Holder("outlet")).asked == ChangeStance(7, {"holder": Holder("outlet")})
    selected = replace(hand, focus=Selection(0, 6))
    changes = {"holder": Holder("span"), "holder_range": (0, 6)}
    assert play(scene, selected, "holder").asked == ChangeStance(7, changes)


def test_the_target_can_be_selected_text(scene: Scene) -> None:
    half = play(scene, OWN, "stance_FAVOR").hand
    reaction = play(scene, replace(half, focus=Selection(0, 6)), "target")
    assert isinstance(reaction.asked, AddStance)
    assert reaction.asked.target_range == (0, 6)


def test_the_target_can_be_stepped_to(scene: Scene) -> None:
    phrase = play(scene, OWN, "stance_FAVOR", "next_candidate", "take_candidate")
    assert isinstance(phrase.asked, AddStance)
    assert phrase.asked.target_range == (36, 42)
    reaction = play(scene, OWN, "stance_FAVOR", "next_candidate", "next_candidate", "take_candidate")
    assert isinstance(reaction.asked, AddStance)
    assert reaction.asked.target_span == 2
    further = play(scene, OWN, "stance_FAVOR", *["next_candidate"] * 3, "take_candidate")
    assert isinstance(further.asked, AddStance)
    assert further.asked.target_suggestion == 11
    back = play(scene, OWN, "stance_FAVOR", "previous_candidate", "take_candidate")
    assert isinstance(back.asked, AddStance)
    assert back.asked.target_suggestion == 11


def test_the_holder_is_not_its_own_target(scene: Scene) -> None:
    assert play(scene, OWN, "stance_FAVOR", "take_candidate").notice == "target_missing"
    assert play(scene, OWN, "stance_FAVOR", "target").navigated == "target"


def test_space_repeats_the_last_target(scene: Scene) -> None:
    made = play(scene, OWN, "stance_FAVOR", "topic_2").hand
    again = play(scene, replace(made, statement=None), "stance_AGAINST", "same_target")
    assert isinstance(again.asked, AddStance)
    assert again.asked.topic == 2
    assert play(scene, OWN, "stance_FAVOR", "same_target").notice == "no_last_target"


def test_a_target_picked_by_name_completes_the_stance(scene: Scene) -> None:
    half = play(scene, OWN, "stance_FAVOR").hand
    reaction = toward(scene, half, Target(actor=5))
    assert isinstance(reaction.asked, AddStance)
    assert reaction.asked.target_actor == 5


def test_a_digit_without_a_topic_says_so(scene: Scene) -> None:
    assert play(scene, OWN, "stance_FAVOR", "topic_9").notice == "no_topic_on_key"


def test_stepping_meets_every_candidate_once_also_where_several_begin_together(make: Any) -> None:
    text = "Peskow sprach. Die EU Kommission schwieg in Moskau."
    spans = (
        make.span(text, 1, "Peskow"),
        make.span(text, 2, "EU", "ORG"),
        make.span(text, 3, "EU Kommission", "ORG"),
    )
    suggestions = (make.suggested(text, 11, "EU", "LOC"), make.suggested(text, 12, "Moskau", "LOC"))
    scene = make.scene(make.page(text, spans=spans, suggestions=suggestions))
    hand = play(scene, Hand(focus=OwnSpan(1, 0, 6, "PER")), "stance_FAVOR").hand
    for action in ("next_candidate", "previous_candidate"):
        met: list[int] = []
        for _ in range(5):
            hand = react(scene, hand, action).hand
            assert hand.thing is not None
            met.append(hand.thing.id)
        assert sorted(met[:4]) == [2, 3, 11, 12]
        assert met[0] == met[4]
