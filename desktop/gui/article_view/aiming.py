"""What the stance in hand could be toward: boxes around its holder, and phrases that are proposed. Pure.

Shift and letters, or Tab and Enter, take one of them. A phrase becomes a mention only when it is taken.
"""

from bisect import bisect_right

from desktop.gui.article_view.hand import HalfMade, Hand, MadeStance
from desktop.gui.article_view.hints import Entry, Hints, distance, hinted, in_order
from desktop.gui.article_view.scene import Scene
from desktop.nlp import phrases
from store.offsets import Range

AROUND = 2
"""Sentences on either side of the holder's in which boxes are candidates; phrases are in its own only."""

FAR = 10_000
"""Ranks a candidate behind all of the holder's sentence."""


def aims(scene: Scene, hand: Hand, *, all_stances: bool = False) -> Hints | None:
    """Letters for the candidates, while the stance in hand has no target in the text.

    `all_stances`: also for one that has.
    """
    match hand.statement:
        case HalfMade(label=label) if label is not None:
            pass
        case MadeStance(id=stance_id) if stance := scene.stance(stance_id):
            if stance.level != "statement" or (stance.target_span is not None and not all_stances):
                return None
        case _:
            return None
    places = candidates(scene, hand)
    anchor = anchor_of(scene, hand)
    home = scene.sentence(*anchor) or anchor
    ranks = [
        distance(start, anchor[1]) + (0 if home[0] <= start < home[1] else FAR) + (mark is None)
        for start, _, mark in places
    ]
    return hinted(places, ranks, purpose="aim") if places else None


def candidates(scene: Scene, hand: Hand) -> list[Entry]:
    """Boxes and phrases in text order, without the holder; no phrase around it, or where a box is."""
    anchor = anchor_of(scene, hand)
    start, end = _around(scene, anchor)
    holder = holder_range(scene, hand)
    marks = [*scene.own.meeting(start, end), *scene.suggested.meeting(start, end)]
    boxes = [(it.start, it.end, it) for it in in_order(marks) if not scene.is_aside(it)]
    taken = {(first, last) for first, last, _ in boxes}
    proposed: list[Entry] = [(*it, None) for it in phrases_at(scene, anchor) if it not in taken]
    around = holder or (0, 0)
    proposed = [it for it in proposed if it[1] <= around[0] or it[0] >= around[1]]
    places = [it for it in (*boxes, *proposed) if (it[0], it[1]) != holder]
    return sorted(places, key=lambda it: (it[0], it[1], it[2] is not None and it[2].is_suggestion))


def phrases_at(scene: Scene, anchor: Range) -> list[Range]:
    """The phrases proposed in the sentence around a range."""
    sentence = scene.sentence(*anchor)
    if sentence is None:
        return []
    return phrases.phrases(scene.text, scene.tokens_in(*sentence), scene.page.article.language)


def anchor_of(scene: Scene, hand: Hand) -> Range:
    """What the candidates stand around: the holder, else the evidence, else the caret."""
    if (holder := holder_range(scene, hand)) is not None:
        return holder
    statement = hand.statement
    if isinstance(statement, HalfMade) and statement.evidence is not None:
        return statement.evidence
    stance = scene.stance(statement.id) if isinstance(statement, MadeStance) else None
    part = stance.parts[0] if stance is not None and stance.parts else None
    return (part.start, part.end) if part is not None else (hand.caret, hand.caret)


def holder_range(scene: Scene, hand: Hand) -> Range | None:
    """Where the holder of the stance in hand stands, if it stands in the text."""
    statement = hand.statement
    if isinstance(statement, HalfMade):
        if statement.holder is None:
            return statement.holder_range
        mark = scene.own.find(statement.holder.span) or scene.suggested.find(statement.holder.suggestion)
        return (mark.start, mark.end) if mark is not None else None
    stance = scene.stance(statement.id) if statement is not None else None
    return span_range(scene, stance.holder_span) if stance is not None else None


def span_range(scene: Scene, span: int | None) -> Range | None:
    """The range of an own span."""
    mark = scene.own.find(span)
    return (mark.start, mark.end) if mark is not None else None


def _around(scene: Scene, anchor: Range) -> Range:
    """The sentences around a range."""
    sentences = scene.segmentation.sentences
    if not sentences:
        return anchor
    first = max(0, bisect_right(sentences, anchor[0], key=lambda it: it[0]) - 1)
    last = max(first, bisect_right(sentences, max(anchor[0], anchor[1] - 1), key=lambda it: it[0]) - 1)
    return sentences[max(0, first - AROUND)][0], sentences[min(len(sentences) - 1, last + AROUND)][1]
