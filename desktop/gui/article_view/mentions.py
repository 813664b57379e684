"""What stands for something: the phrase at the caret, and the actor that a span is linked to. Pure."""

from desktop.gui.article_view.hand import EvidenceInHand, Hand, Nothing, Selection, SuggestionInHand
from desktop.gui.article_view.reaction import Reaction
from desktop.gui.article_view.scene import Scene
from desktop.gui.article_view.taking import selected, taken
from desktop.gui.commands import Accept, AddSpan
from desktop.nlp import phrases


def phrase(scene: Scene, hand: Hand) -> Reaction:
    """Selects the noun phrase at the caret; again: a wider one, then the clause, and round."""
    sentence = scene.sentence(hand.caret, hand.caret)
    if sentence is None:
        return Reaction(hand, notice="no_phrase")
    tokens = scene.tokens_in(*sentence)
    found = phrases.readings_at(scene.text, tokens, hand.caret, scene.page.article.language)
    if not found:
        return Reaction(hand, notice="no_phrase")
    here = found.index(hand.stretch) if hand.stretch in found else -1
    return Reaction(selected(hand, Selection(*found[(here + 1) % len(found)])))


def link(scene: Scene, hand: Hand) -> Reaction:
    """Asks for the actor that the own span stands for; what is none yet becomes one first."""
    match hand.focus:
        case Nothing() | EvidenceInHand():
            return Reaction(hand, notice="nothing_in_hand")
        case SuggestionInHand(id=suggestion):
            return Reaction(hand, asked=Accept(suggestion), again=True)
        case Selection(start=start, end=end) if own := scene.own.exactly(start, end):
            return Reaction(taken(hand, own), navigated="actor")
        case Selection(start=start, end=end):
            return Reaction(hand, asked=AddSpan(start, end, None), again=True)
    return Reaction(hand, navigated="actor")
