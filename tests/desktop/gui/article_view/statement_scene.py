"""A scene with a holder, two targets and a stance, and keys played on it."""

from typing import Any

from desktop.gui.article_view.grammar import react
from desktop.gui.article_view.hand import (
    Hand,
    OwnSpan,
)
from desktop.gui.article_view.hints import Hint, Hints
from desktop.gui.article_view.reaction import Reaction
from desktop.gui.article_view.scene import Scene
from store.values import Stance, StancePart

TEXT = "Vorher war Ruhe. Peskow kritisierte die EU scharf. Danach schwieg Moskau."
PESKOW, EU, MOSKAU = (17, 23), (40, 42), (66, 72)
SENTENCE = (17, 50)
OWN = Hand(focus=OwnSpan(1, *PESKOW, "PER"), caret=17)


def stance_scene(make: Any) -> Scene:
    """Peskow against the EU, by its sentence, and Moscow suggested."""
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
