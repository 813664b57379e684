"""How something comes into the hand: by caret, selection or click, and after a committed change. Pure."""

from msgspec.structs import replace

from desktop.gui.article_view import suggesting
from desktop.gui.article_view.hand import (
    Edge,
    EvidenceInHand,
    Focus,
    HalfMade,
    Hand,
    MadeStance,
    Nothing,
    OwnSpan,
    Selection,
    SuggestionInHand,
    Target,
)
from desktop.gui.article_view.marks import Mark
from desktop.gui.article_view.scene import Scene, in_hand
from store.values import Touched


def placed(scene: Scene, hand: Hand, position: int) -> Hand:
    """The caret somewhere else; the innermost box around it is in hand, a stance stays."""
    position = max(0, min(position, len(scene.text)))
    here = scene.at(position)
    focus = in_hand(here[0]) if here else Nothing()
    return replace(hand, focus=focus, caret=position, finishing=False, by_doubt=False)


def selected(hand: Hand, selection: Selection) -> Hand:
    """Selected text in hand; an empty selection is only the caret."""
    if selection.anchor == selection.head:
        return replace(hand, focus=Nothing(), caret=selection.head, finishing=False, by_doubt=False)
    return replace(hand, focus=selection, finishing=False, by_doubt=False)


def taken(hand: Hand, mark: Mark) -> Hand:
    """A box in hand, the caret at its beginning."""
    return replace(hand, focus=in_hand(mark), caret=mark.start, finishing=False, by_doubt=False)


def chosen(hand: Hand, mark: Mark) -> Hand:
    """A box in hand; of a rejected one only its text, which can be labelled again."""
    return selected(hand, Selection(mark.start, mark.end)) if mark.look == "rejected" else taken(hand, mark)


def put_down(hand: Hand) -> Hand:
    """The hand without a stance that is made; a half-made one stays."""
    return replace(hand, statement=None) if isinstance(hand.statement, MadeStance) else hand


def renewed(scene: Scene, hand: Hand, *, before: Scene, touched: Touched | None) -> Hand:
    """The hand on the page after a change.

    A decision goes on to the next undecided suggestion, never back to the beginning; else what the step left
    in hand is taken; else a suggestion that came back (undo); else what was in hand, if it is still there.
    """
    hand = replace(
        hand, statement=_statement(scene, hand, touched), last_target=_target(scene, hand, touched)
    )
    if hand.going_on and _is_decided(scene, hand):
        return _gone_on(scene, replace(hand, going_on=False), touched)
    if touched is not None and (mark := scene.own.find(touched.span)):
        return _kept_edge(scene, replace(hand, going_on=False), mark)
    if touched is not None and (back := _came_back(scene, before)):
        return taken(hand, back)
    if touched is not None and (suggested := suggesting.came_back(scene, before)):
        return suggesting.in_hand_by(hand, suggested)
    return replace(hand, focus=_refound(scene, hand))


def let_go(hand: Hand, scene: Scene) -> Hand:
    """The hand after a refused command: an edge stands again where the span's edge is, nothing goes on."""
    return replace(hand, focus=_refound(scene, hand), going_on=False)


def _is_decided(scene: Scene, hand: Hand) -> bool:
    if isinstance(hand.focus, EvidenceInHand):
        return suggesting.index_of(scene, hand.focus) is None
    return isinstance(hand.thing, SuggestionInHand) and scene.mark(hand.thing) is None


def _gone_on(scene: Scene, hand: Hand, touched: Touched | None) -> Hand:
    position = hand.thing.start if hand.thing else hand.caret
    following = (
        scene.next_doubtful(hand.thing, 1) if hand.by_doubt else scene.next_undecided(None, position, 1)
    )
    # Whoever leaves what is right to Done would be taken away from where they read.
    if following and (hand.by_doubt or following.start >= position):
        return replace(taken(hand, following), by_doubt=hand.by_doubt)
    if suggested := suggesting.following(scene, hand, 1, position=position):
        return suggesting.in_hand_by(hand, suggested)
    own = scene.own.find(touched.span) if touched else None
    return taken(hand, own) if own else replace(hand, focus=Nothing())


def _kept_edge(scene: Scene, hand: Hand, mark: Mark) -> Hand:
    """The touched span in hand; a gripped edge of it stays gripped."""
    edge = hand.focus
    if isinstance(edge, Edge) and isinstance(edge.of, OwnSpan) and edge.of.id == mark.id:
        return replace(hand, focus=_gripped(edge, in_hand(mark)))
    return taken(hand, mark)


def _refound(scene: Scene, hand: Hand) -> Focus:
    focus = hand.focus
    if isinstance(focus, EvidenceInHand):
        here = suggesting.index_of(scene, focus)
        return suggesting.as_focus(scene.evidence[here]) if here is not None else Nothing()
    if isinstance(focus, Nothing | Selection):
        return focus
    mark = scene.mark(hand.thing) or _successor(scene, hand.thing)
    if mark is None:
        return Nothing()
    thing = in_hand(mark)
    if isinstance(focus, Edge) and type(thing) is type(focus.of):
        return focus if focus.is_draft and thing == focus.of else _gripped(focus, thing)
    return thing


def _gripped(edge: Edge, thing: OwnSpan | SuggestionInHand) -> Edge:
    return Edge(thing, edge.side, thing.start, thing.end, edge.hold)


def _successor(scene: Scene, thing: OwnSpan | SuggestionInHand | None) -> Mark | None:
    """The own span that a suggestion became, or the suggestion that an undone span was."""
    if thing is None:
        return None
    if isinstance(thing, OwnSpan):
        return scene.suggested.exactly(thing.start, thing.end)
    span = next((span for span in scene.page.spans if span.origin == thing.id), None)
    return scene.own.find(span.id) if span else scene.own.exactly(thing.start, thing.end)


def _came_back(scene: Scene, before: Scene) -> Mark | None:
    """The one suggestion of this page that was not on the page before."""
    if len(scene.suggested.items) != len(before.suggested.items) + 1:
        return None
    old = {mark.id for mark in before.suggested.items}
    return next((mark for mark in scene.suggested.items if mark.id not in old), None)


def _statement(scene: Scene, hand: Hand, touched: Touched | None) -> HalfMade | MadeStance | None:
    statement = hand.statement
    if touched is not None and touched.stance is not None and scene.stance(touched.stance):
        return MadeStance(touched.stance)
    if isinstance(statement, MadeStance):
        return statement if scene.stance(statement.id) else None
    if isinstance(statement, HalfMade) and not _holder_is_there(scene, statement):
        return None
    return statement


def _target(scene: Scene, hand: Hand, touched: Touched | None) -> Target | None:
    """What the stance of this step is toward; a suggestion or a selection has become a span by now."""
    stance = scene.stance(touched.stance) if touched is not None and touched.stance is not None else None
    if stance is None:
        return hand.last_target
    return Target(topic=stance.topic, actor=stance.target_actor, span=stance.target_span)


def _holder_is_there(scene: Scene, half: HalfMade) -> bool:
    holder = half.holder
    if holder is None or holder.kind != "span":
        return True
    if holder.suggestion is not None:
        return scene.suggested.find(holder.suggestion) is not None
    return scene.own.find(holder.span) is not None
