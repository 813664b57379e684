"""What can be done with what is in hand: the list behind the mini-bar and the context menu. Pure."""

from collections.abc import Iterator

from msgspec import Struct

from desktop.gui.actions import ACTIONS, keys_of
from desktop.gui.article_view.hand import Hand, MadeStance, Nothing, OwnSpan, Selection, SuggestionInHand
from desktop.gui.article_view.scene import Scene
from store.values import Label

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


def labelling(scene: Scene) -> list[Offer]:
    """Every label of the codebook, with its digit."""
    return [Offer(f"label_{label.code}", label.key or "", label=label) for label in scene.codebook.labels]


def siding(scene: Scene) -> list[Offer]:
    """Every stance label, with its letter."""
    return [
        Offer(f"stance_{label.code}", (label.key or "").upper(), side=label)
        for label in scene.codebook.stance_labels
    ]


def aiming(hand: Hand) -> list[Offer]:
    """What selected text can be for the stance beside the hand."""
    if not isinstance(hand.focus, Selection) or hand.statement is None:
        return []
    made = isinstance(hand.statement, MadeStance)
    return [_plain(name) for name in (("target", "evidence", "cue") if made else ("target",))]


def deciding(hand: Hand) -> list[Offer]:
    """What the look of the thing in hand allows besides labelling it."""
    match hand.thing or hand.focus:
        case SuggestionInHand():
            return [_plain("accept"), _plain("remove"), _plain("mention")]
        case OwnSpan():
            return [_plain("remove"), _plain("mention"), _plain("unsure")]
        case Selection():
            return [_plain("mention")]
    return []


def menu(scene: Scene, hand: Hand) -> Iterator[list[Offer]]:
    """Everything for a context menu, in groups."""
    if isinstance(hand.statement, MadeStance):
        yield [_plain(name) for name in ("evidence", "cue", "target", "holder")]
        yield [_plain(name) for name in ("strength", "implicit", "form", "attribution", "reverse")]
        yield [_plain("delete_stance")]
    elif aiming(hand):
        yield aiming(hand)
    yield deciding(hand)
    if not isinstance(hand.focus, Nothing):
        yield labelling(scene)
        yield siding(scene)
        yield [_plain("holder")]
    if hand.thing is not None:
        yield [_plain(name) for name in ("edge_begin", "edge_end", "label_all")]
        yield [_plain("note"), _plain("question")]
    if not isinstance(hand.focus, Nothing):
        yield [_plain("copy")]
    yield [_plain("finish")]


def _plain(action: str) -> Offer:
    return Offer(action, next(iter(keys_of(action)), ""))
