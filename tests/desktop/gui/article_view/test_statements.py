"""The stance grammar: holder, label, target, and the keys for the stance in hand."""

from itertools import pairwise
from typing import Any

import pytest
from msgspec.structs import replace

from desktop.gui.article_view import fields
from desktop.gui.article_view.grammar import react
from desktop.gui.article_view.hand import (
    HalfMade,
    Hand,
    MadeStance,
    OwnSpan,
    Selection,
    SuggestionInHand,
    Target,
)
from desktop.gui.article_view.hints import Hint, Hints
from desktop.gui.article_view.reaction import Reaction
from desktop.gui.article_view.scene import Scene
from desktop.gui.article_view.statements import chosen_holder, toward
from desktop.gui.commands import AddStance, ChangeStance, DeleteStance, SetParts
from store.values import Holder, Stance, StancePart

TEXT = "Vorher war Ruhe. Peskow kritisierte die EU scharf. Danach schwieg Moskau."
PESKOW, EU, MOSKAU = (17, 23), (40, 42), (66, 72)
SENTENCE = (17, 50)
OWN = Hand(focus=OwnSpan(1, *PESKOW, "PER"), caret=17)


@pytest.fixture
def scene(make: Any) -> Scene:
    spans = (make.span(TEXT, 1, "Peskow"), make.span(TEXT, 2, "EU", "ORG"))
    stance = Stance(
        7,
        "u7",
        "statement",
        "span",
        "AGAINST",
        holder_span=1,
        target_span=2,
        parts=(StancePart("evidence", 0, *SENTENCE, "default"),),
    )
    page = make.page(
        TEXT, spans=spans, suggestions=(make.suggested(TEXT, 11, "Moskau", "LOC"),), stances=(stance,)
    )
    return make.scene(page)


def at(hints: Hints, words: str) -> Hint:
    return next(it for it in hints.places if TEXT[it.start : it.end] == words)


def play(scene: Scene, hand: Hand, *actions: str) -> Reaction:
    reaction = Reaction(hand)
    for action in actions:
        reaction = react(scene, reaction.hand, action)
    return reaction


# --- Holder and label ----------------------------------------------------------------------------------


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
    assert play(scene, selected, "holder").asked == ChangeStance(7, {"holder_range": (0, 6)})


# --- Target --------------------------------------------------------------------------------------------


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


# --- The stance in hand --------------------------------------------------------------------------------

MADE = replace(OWN, statement=MadeStance(7))


@pytest.mark.parametrize(
    ("action", "field", "values"),
    [
        ("implicit", "explicit", [None, False, True, None]),
        ("strength", "intensity", [None, 1, 2, 3, None]),
        ("form", "form", [None, "verbal", "act", "emotion", "inferred", None]),
        ("attribution", "attribution", [None, "indirect_quote", "author", "author_narration"]),
        ("attribution", "attribution", ["direct_quote", "mixed_quote", None]),
        ("stance_unsure", "confidence", [None, 0.5, None]),
    ],
)
def test_fields_go_round_from_unanswered(scene: Scene, action: str, field: str, values: list[object]) -> None:
    for now, following in pairwise(values):
        stance = replace(scene.page.stances[0], **{field: now})
        changed, _, _ = scene.with_page(replace(scene.page, stances=(stance,)))
        assert react(changed, MADE, action).asked == ChangeStance(7, {field: following})


def test_the_first_selection_replaces_the_default_evidence(scene: Scene) -> None:
    assert play(scene, replace(MADE, focus=Selection(24, 35)), "evidence").asked == SetParts(
        7, "evidence", ((24, 35),)
    )


def test_the_next_ones_are_added_and_joined_where_they_meet(scene: Scene) -> None:
    parts = (StancePart("evidence", 0, 24, 35, "marked"), StancePart("cue", 0, 43, 49, "marked"))
    stance = replace(scene.page.stances[0], parts=parts)
    changed, _, _ = scene.with_page(replace(scene.page, stances=(stance,)))
    apart = react(changed, replace(MADE, focus=Selection(0, 6)), "evidence")
    meeting = react(changed, replace(MADE, focus=Selection(30, 39)), "evidence")
    assert apart.asked == SetParts(7, "evidence", ((0, 6), (24, 35)))
    assert meeting.asked == SetParts(7, "evidence", ((24, 39),))
    assert react(changed, replace(MADE, focus=Selection(24, 35)), "cue").asked == SetParts(
        7, "cue", ((24, 35), (43, 49))
    )


def test_without_a_selection_evidence_goes_by_the_letters_of_its_first_and_last_word(scene: Scene) -> None:
    first = play(scene, MADE, "evidence")
    assert first.hints is not None
    assert first.hints.purpose == "first"
    last = fields.picked(scene, first.hand, first.hints, at(first.hints, "kritisierte"))
    assert last.hints is not None
    assert [TEXT[it.start : it.end] for it in last.hints.places] == ["kritisierte", "die", "EU", "scharf"]
    done = fields.picked(scene, last.hand, last.hints, at(last.hints, "EU"))
    assert done.asked == SetParts(7, "evidence", ((24, 42),))


def test_a_cue_is_taken_word_by_word_and_words_side_by_side_are_one(scene: Scene) -> None:
    hints = play(scene, MADE, "cue").hints
    assert hints is not None
    taken = fields.picked(scene, MADE, hints, at(hints, "kritisierte"))
    assert taken.asked == SetParts(7, "cue", ((24, 35),))
    stance = replace(scene.page.stances[0], parts=(StancePart("cue", 0, 24, 35, "marked"),))
    marked, _, _ = scene.with_page(replace(scene.page, stances=(stance,)))
    assert fields.picked(marked, MADE, hints, at(hints, "die")).asked == SetParts(7, "cue", ((24, 39),))
    assert fields.picked(marked, MADE, hints, at(hints, "scharf")).asked == SetParts(
        7, "cue", ((24, 35), (43, 49))
    )
    assert fields.picked(marked, MADE, hints, at(hints, "kritisierte")).asked == SetParts(7, "cue", ())


def test_what_the_text_proposes_is_taken_in_one_step(scene: Scene) -> None:
    assert play(scene, MADE, "take_proposed").asked == ChangeStance(
        7,
        {
            "evidence": ((17, 49),),
            "cue": ((24, 35),),
            "form": "verbal",
            "attribution": "indirect_quote",
        },
    )


def test_a_proposal_never_answers_what_somebody_has_answered(scene: Scene) -> None:
    parts = (StancePart("evidence", 0, 24, 42, "marked"), StancePart("cue", 0, 43, 49, "marked"))
    stance = replace(scene.page.stances[0], parts=parts, form="act", attribution="author")
    answered, _, _ = scene.with_page(replace(scene.page, stances=(stance,)))
    assert play(answered, MADE, "take_proposed").asked is None


def test_form_and_attribution_begin_with_what_is_proposed(scene: Scene) -> None:
    assert play(scene, MADE, "attribution").asked == ChangeStance(7, {"attribution": "indirect_quote"})
    assert play(scene, MADE, "form").asked == ChangeStance(7, {"form": "verbal"})


def test_topic_and_target_of_the_stance_in_hand_can_be_changed(scene: Scene) -> None:
    assert play(scene, MADE, "topic_1").asked == ChangeStance(7, {"topic": 1})
    selected = play(scene, replace(MADE, focus=Selection(0, 6)), "target")
    assert selected.asked == ChangeStance(7, {"target_range": (0, 6)})
    assert play(scene, MADE, "target").navigated == "target"


def test_a_stance_from_span_to_span_is_reversed(scene: Scene) -> None:
    assert play(scene, MADE, "reverse").asked == ChangeStance(
        7, {"holder": Holder("span", span=2), "target_span": 1, "target_actor": None}
    )
    to_actor = replace(scene.page.stances[0], target_span=None, target_actor=5)
    changed, _, _ = scene.with_page(replace(scene.page, stances=(to_actor,)))
    assert play(changed, MADE, "reverse").asked == ChangeStance(
        7, {"holder": Holder("actor", actor=5), "target_span": 1, "target_actor": None}
    )
    topical = replace(scene.page.stances[0], target_span=None, topic=1)
    changed, _, _ = scene.with_page(replace(scene.page, stances=(topical,)))
    assert play(changed, MADE, "reverse").notice == "not_reversible"


def test_the_next_label_is_a_stance_by_the_same_holder(scene: Scene) -> None:
    reaction = play(scene, MADE, "stance_FAVOR")
    assert reaction.hand.statement == HalfMade(Holder("span", span=1), "FAVOR", evidence=SENTENCE)


def test_moving_and_selecting_keep_the_stance_but_going_on_puts_it_down(scene: Scene) -> None:
    assert play(scene, MADE, "caret_right", "select_right").hand.statement == MadeStance(7)
    assert play(scene, MADE, "next").hand.statement is None
    assert play(scene, MADE, "back").hand.statement is None


def test_a_stance_is_deleted(scene: Scene) -> None:
    assert play(scene, MADE, "delete_stance").asked == DeleteStance(7)
    assert play(scene, OWN, "delete_stance").notice == "no_stance_in_hand"


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
