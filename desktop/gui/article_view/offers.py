"""What can be done with what is in hand: the list behind the mini-bar and the context menu. Pure."""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from desktop.gui.actions import ACTIONS
from desktop.gui.article_view.hand import (
    EvidenceInHand,
    Hand,
    MadeStance,
    Nothing,
    OwnSpan,
    Selection,
    SuggestionInHand,
)
from desktop.gui.article_view.scene import Scene
from desktop.gui.article_view.variants import readings
from desktop.gui.bindings import Bindings
from store.values import Label

MOST_LABELS = 9
"""Labels that are offered one by one; the others are chosen by name."""

_TEXTS = {row.id: row for row in ACTIONS}


class Offer(Struct, frozen=True):
    """One action to offer. `label` is set where it gives an entity label, `side` where it makes a stance."""

    action: str
    key: str
    label: Label | None = None
    side: Label | None = None

    @property
    def said(self) -> str:
        """The action in words."""
        row = _TEXTS.get(self.action)
        return row.said if row else self.action


class Offers(NamedTuple):
    """What a scene offers for a hand, with the keys of these bindings."""

    scene: Scene
    hand: Hand
    bindings: Bindings

    def labelling(self) -> list[Offer]:
        """Every label of the codebook, with the key of its digit."""
        return [
            Offer(f"label_{label.code}", self._digit(label), label=label)
            for label in self.scene.codebook.labels
        ]

    def siding(self) -> list[Offer]:
        """Every stance label, with its key or its own letter."""
        labels = self.scene.codebook.stance_labels
        return [
            Offer(name, self.bindings.first(name) or (label.key or "").upper(), side=label)
            for label in labels
            for name in (f"stance_{label.code}",)
        ]

    def aiming(self) -> list[Offer]:
        """What selected text can be for the stance beside the hand."""
        if not isinstance(self.hand.focus, Selection) or self.hand.statement is None:
            return []
        made = isinstance(self.hand.statement, MadeStance)
        return [self.plain(name) for name in (("target", "evidence", "cue") if made else ("target",))]

    def deciding(self) -> list[Offer]:
        """What the look of the thing in hand allows besides labelling it."""
        match self.hand.thing or self.hand.focus:
            case SuggestionInHand():
                return [self.plain("accept"), self.plain("remove"), self.plain("mention")]
            case OwnSpan():
                return [self.plain("remove"), self.plain("mention"), self.plain("unsure")]
            case Selection():
                return [self.plain("mention")]
            case EvidenceInHand():
                return [self.plain("accept"), self.plain("remove")]
        return []

    def menu(self) -> Iterator[list[Offer]]:
        """Everything for a context menu, in groups."""
        hand = self.hand
        if isinstance(hand.statement, MadeStance):
            yield [self.plain("take_proposed")]
            yield [self.plain(name) for name in ("evidence", "cue", "target", "holder")]
            yield [self.plain(name) for name in ("strength", "implicit", "form", "attribution", "reverse")]
            yield [self.plain("delete_stance")]
        elif self.aiming():
            yield self.aiming()
        yield self.deciding()
        if isinstance(hand.focus, EvidenceInHand):
            yield self.siding()
            return
        has_text = not isinstance(hand.focus, Nothing)
        if has_text or self.scene.word(hand.caret) is not None:
            yield self.labelling()[:MOST_LABELS]
            yield [self.plain("pick_label"), self.plain("phrase")]
        if has_text:
            yield self.siding()
        if not isinstance(hand.statement, MadeStance):  # whose menu has it above
            yield [self.plain("holder")]
        if hand.thing is not None:
            varies = isinstance(hand.thing, SuggestionInHand) and readings(self.scene, hand.thing)
            yield [self.plain(name) for name in ("edge_begin", "edge_end", *(("variant",) if varies else ()))]
            yield [self.plain(name) for name in ("link", "label_all")]
            if isinstance(hand.thing, SuggestionInHand):
                yield [self.plain("hide_label")]
            yield [self.plain("note"), self.plain("question")]
        if has_text:
            yield [self.plain("copy")]
        yield [self.plain("finish")]

    def plain(self, action: str) -> Offer:
        """An action of the table."""
        return Offer(action, self.bindings.first(action))

    def _digit(self, label: Label) -> str:
        return self.bindings.first(f"digit_{label.key}") if label.key else ""
