"""The keys for the stance in hand: its answers, evidence and cue, and what the text proposes."""

from itertools import pairwise
from typing import Any

import pytest
from msgspec.structs import replace

from desktop.gui.article_view import fields
from desktop.gui.article_view.grammar import react
from desktop.gui.article_view.hand import (
    HalfMade,
    MadeStance,
    Selection,
)
from desktop.gui.article_view.scene import Scene
from desktop.gui.commands import ChangeStance, DeleteStance, SetParts
from store.values import Holder, StancePart
from tests.desktop.gui.article_view.statement_scene import OWN, SENTENCE, TEXT, at, play, stance_scene

MADE = replace(OWN, statement=MadeStance(7))


@pytest.fixture
def scene(make: Any) -> Scene:
    return stance_scene(make)


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
