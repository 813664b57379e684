"""What the text proposes for the stance in hand, as far as nobody has answered it yet. Pure.

It is shown as a proposal and stored only when it is taken.
"""

from desktop.gui.article_view.aiming import span_range
from desktop.gui.article_view.hand import Hand, MadeStance
from desktop.gui.article_view.scene import Scene
from desktop.nlp.proposals import Ends, Proposal, propose
from store.offsets import Range
from store.values import Json, Stance

NOTHING = Proposal()


def proposal(scene: Scene, stance: Stance) -> Proposal:
    """What is proposed for a stance: only where it has no answer."""
    found = whole(scene, stance)
    marked = {part.role for part in stance.parts if part.made == "marked"}
    return Proposal(
        evidence=() if "evidence" in marked else found.evidence,
        cue=() if "cue" in marked else found.cue,
        form=found.form if stance.form is None else None,
        attribution=found.attribution if stance.attribution is None else None,
    )


def whole(scene: Scene, stance: Stance) -> Proposal:
    """What the text proposes for a stance, whatever is answered."""
    holder, target = span_range(scene, stance.holder_span), span_range(scene, stance.target_span)
    by_author = stance.holder_kind == "author"
    sentence = home(scene, stance)
    if sentence is None and not by_author:
        return NOTHING
    tokens = scene.tokens_in(*sentence) if sentence else ()
    ends = Ends(holder, target, by_author=by_author, after=_after(scene, stance, sentence))
    return propose(scene.text, tokens, ends, scene.page.article.language)


def in_hand(scene: Scene | None, hand: Hand) -> Proposal:
    """What is proposed for the stance in hand; nothing where none is."""
    if scene is None or not isinstance(hand.statement, MadeStance):
        return NOTHING
    stance = scene.stance(hand.statement.id)
    return proposal(scene, stance) if stance is not None else NOTHING


def home(scene: Scene, stance: Stance) -> Range | None:
    """The sentence in which a stance is taken: that of its holder, else of its evidence, else of its target.

    Where the target stands in the next sentence, both.
    """
    holder, target = span_range(scene, stance.holder_span), span_range(scene, stance.target_span)
    part = next((it for it in stance.parts if it.role == "evidence"), None)
    place = holder or ((part.start, part.end) if part else None) or target
    sentence = scene.sentence(*place) if place else None
    if sentence is None or target is None or not 0 <= target[0] - sentence[1] <= 2:
        return sentence
    return scene.sentence(sentence[0], target[1])


def changes_of(found: Proposal) -> Json:
    """A proposal as changes of its stance; empty where nothing is proposed."""
    named = {
        "evidence": found.evidence,
        "cue": found.cue,
        "form": found.form,
        "attribution": found.attribution,
    }
    return {name: value for name, value in named.items() if value}


def _after(scene: Scene, stance: Stance, sentence: Range | None) -> int:
    """Where the marked evidence of the same holder's other stances in the sentence ends."""
    if sentence is None or stance.holder_span is None:
        return 0
    others = (it for it in scene.page.stances if it.holder_span == stance.holder_span and it.id != stance.id)
    ends = (
        part.end
        for it in others
        for part in it.parts
        if part.role == "evidence" and part.made == "marked" and sentence[0] <= part.start < sentence[1]
    )
    return max(ends, default=0)
