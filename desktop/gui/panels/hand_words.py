"""What the strip says: what is in hand in words, and the keys that count for it. No widgets."""

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from desktop.gui.article_view.hand import (
    Edge,
    EvidenceInHand,
    HalfMade,
    Hand,
    MadeStance,
    Nothing,
    OwnSpan,
    Selection,
    SuggestionInHand,
)
from desktop.gui.article_view.speech import evidence_of
from desktop.gui.bindings import Bindings
from desktop.gui.panels.key_caps import Cap
from desktop.gui.panels.stance_lines import StanceLine
from desktop.gui.theme import Theme
from desktop.gui.translating import native, worded
from store.labels import AttributeSpec
from store.values import ArticlePage, Holder, Label, Topic

QUOTED = 32
"""Code points of the text shown at most."""

SIGNS = {"Left": "←", "Right": "→", "Enter": "↵"}
"""Keys that have their sign printed on them; others are named as platform and language name them."""


class Scene(Struct, frozen=True):
    """All that the words depend on besides the hand."""

    page: ArticlePage
    labels: Sequence[Label]
    stance_labels: Sequence[Label]
    topics: Sequence[Topic]
    lines: Sequence[StanceLine]
    holders: Mapping[str, str]
    theme: Theme
    language: str
    bindings: Bindings
    proposes: bool = False
    actors: Mapping[int, str] = {}
    attributes: Sequence[AttributeSpec] = ()

    def asked_of(self, label: str | None) -> list[AttributeSpec]:
        """What is asked of the spans of a label."""
        return [it for it in self.attributes if label in it.labels]


def hand_words(hand: Hand, scene: Scene) -> str:
    """The one thing in hand, in words."""
    if isinstance(hand.statement, HalfMade):
        return _half_words(hand.statement, scene)
    if isinstance(hand.statement, MadeStance):
        line = next((it for it in scene.lines if it.id == hand.statement.id), None)
        return f"{line.holder} {line.glyph} {line.target}" if line is not None else ""
    return _focus_words(hand, scene)


def spoken_hand(hand: Hand, scene: Scene) -> str:
    """The same for ears: sides have names there instead of signs."""
    signs = {it.glyph: worded(it.name, scene.language) for it in scene.stance_labels if it.glyph}
    return " ".join(signs.get(word, word) for word in hand_words(hand, scene).split(" "))


def caps(hand: Hand, scene: Scene) -> tuple[list[Cap], list[Cap]]:
    """The keys that count for what is in hand, the most useful first; a second row where topics need one."""
    if isinstance(hand.statement, HalfMade):
        topics = list(_topic_caps(scene)) if hand.statement.is_ready else []
        others = list(_half_caps(hand.statement, scene))
    elif isinstance(hand.statement, MadeStance):
        topics, others = list(_topic_caps(scene)), list(_made_caps(scene))
    else:
        topics, others = [], list(_article_caps(hand, scene))
    return (topics, others) if topics else (others, [])


def quoted(page: ArticlePage, start: int, end: int) -> str:
    """A stretch of the text in quotation marks, on one line, cut where it is long."""
    words = " ".join(page.article.text[start : min(end, start + QUOTED)].split())
    return f"„{words}{'…' if end - start > QUOTED else ''}“"


def _focus_words(hand: Hand, scene: Scene) -> str:
    translate = QCoreApplication.translate
    focus = hand.focus
    if isinstance(focus, Edge | Selection):
        return _stretch_words(focus, scene)
    if isinstance(focus, SuggestionInHand):
        sure = f" · {round(focus.score * 100)} %" if focus.score is not None else ""
        known = evidence_of(scene.page, focus.id)
        said = f" · ↻ {known.confirmed}×" if known is not None else ""
        return f"{focus.label}? {quoted(scene.page, focus.start, focus.end)}{sure}{said}"
    if isinstance(focus, OwnSpan):
        label = focus.label or translate("Hand", "Mention")
        span = next((it for it in scene.page.spans if it.id == focus.id), None)
        said = span.attrs if span is not None else {}
        answers = [worded(it.name, scene.language) for it in scene.asked_of(focus.label) if said.get(it.key)]
        actor = scene.actors.get((span.actor_id if span is not None else None) or -1)
        known = [f"→ {actor}"] if actor else []
        return " · ".join((f"{label} {quoted(scene.page, focus.start, focus.end)}", *known, *answers))
    if isinstance(focus, EvidenceInHand):
        words = " ".join(quoted(scene.page, *it) for it in (focus.actor, *focus.cue))
        return translate("Hand", "Evidence? {quotes}").format(quotes=words)
    return translate("Hand", "Nothing in hand")


def _stretch_words(stretch: Edge | Selection, scene: Scene) -> str:
    quote, pattern = quoted(scene.page, stretch.start, stretch.end), "{quote}"
    if stretch.label is not None:
        pattern = f"{stretch.label}? {{quote}}"
    elif isinstance(stretch, Edge):
        begin = QCoreApplication.translate("Hand", "Beginning of {quote}")
        pattern = begin if stretch.side == "begin" else QCoreApplication.translate("Hand", "End of {quote}")
    return pattern.format(quote=quote)


def _half_words(half: HalfMade, scene: Scene) -> str:
    who = _holder_words(half, scene)
    label = next((it for it in scene.stance_labels if it.code == half.label), None)
    if label is None:
        return f"{who} …"
    return QCoreApplication.translate("Hand", "{who} {side} what?").format(who=who, side=label.glyph)


def _holder_words(half: HalfMade, scene: Scene) -> str:
    if half.holder_range is not None:
        return quoted(scene.page, *half.holder_range)
    holder = half.holder or Holder("unspecified")
    found = next((it for it in scene.page.spans if it.id == holder.span), None) or next(
        (it for it in scene.page.suggestions if holder.suggestion in it.ids), None
    )
    if found is not None:
        return quoted(scene.page, found.start, found.end)
    return scene.holders.get(holder.kind, holder.kind)


def _half_caps(half: HalfMade, scene: Scene) -> Iterator[Cap]:
    translate = QCoreApplication.translate
    if not half.is_ready:
        yield from _side_caps(scene)
        yield _cap(scene, "back", translate("Hand", "drop it"))
        return
    yield _aim_cap()
    yield _cap(scene, "target", translate("Hand", "target"))
    yield _cap(scene, "same_target", translate("Hand", "same target"))
    yield _cap(scene, "holder", translate("Hand", "holder"))
    yield from _side_caps(scene)
    yield _cap(scene, "back", translate("Hand", "drop it"))
    yield _cap(scene, "next_candidate", translate("Hand", "step to a target"))


def _made_caps(scene: Scene) -> Iterator[Cap]:
    translate = QCoreApplication.translate
    if scene.proposes:
        yield _cap(scene, "take_proposed", translate("Hand", "as proposed"))
    yield _cap(scene, "evidence", translate("Hand", "evidence"))
    yield _cap(scene, "cue", translate("Hand", "cue"))
    yield _aim_cap()
    yield _cap(scene, "target", translate("Hand", "target"))
    yield _cap(scene, "holder", translate("Hand", "holder"))
    yield _cap(scene, "strength", translate("Hand", "strength"))
    yield _cap(scene, "implicit", translate("Hand", "implicit"))
    yield _cap(scene, "form", translate("Hand", "form"))
    yield _cap(scene, "attribution", translate("Hand", "attribution"))
    yield _cap(scene, "back", translate("Hand", "put down"))
    yield _cap(scene, "reverse", translate("Hand", "reverse"))
    yield _cap(scene, "delete_stance", translate("Hand", "delete"))


def _article_caps(hand: Hand, scene: Scene) -> Iterator[Cap]:
    translate = QCoreApplication.translate
    focus = hand.focus
    if isinstance(focus, Edge):
        if focus.label is not None:
            yield _cap(scene, "accept", translate("Hand", "accept"))
            yield _cap(scene, "variant", translate("Hand", "other reading"))
        yield _cap(scene, "caret_left", translate("Hand", "word back"))
        yield _cap(scene, "caret_right", translate("Hand", "word on"))
        yield _cap(scene, "caret_right_character", translate("Hand", "by character"))
        yield _cap(scene, "back", translate("Hand", "let go"))
        return
    if isinstance(focus, EvidenceInHand):
        yield _cap(scene, "accept", translate("Hand", "take as evidence"))
        yield _cap(scene, "remove", translate("Hand", "not this"))
        yield from _side_caps(scene)
        yield _cap(scene, "next", translate("Hand", "next suggestion"))
        return
    if isinstance(focus, SuggestionInHand) or (isinstance(focus, Selection) and focus.label is not None):
        yield _cap(scene, "accept", translate("Hand", "accept"))
    yield from _label_caps(scene)
    if isinstance(focus, Nothing):
        yield _cap(scene, "next", translate("Hand", "next suggestion"))
        yield _cap(scene, "holder", translate("Hand", "stance by …"))
        yield _cap(scene, "finish", translate("Hand", "done"))
        return
    if isinstance(focus, OwnSpan | SuggestionInHand) and (asked := scene.asked_of(focus.label)):
        words = worded(asked[0].name, scene.language) if len(asked) == 1 else translate("Hand", "asked")
        yield _cap(scene, "attribute", f"{words}?")
    yield _cap(scene, "mention", translate("Hand", "mention"))
    if isinstance(focus, Selection):
        yield _cap(scene, "holder", translate("Hand", "holder"))
        yield _cap(scene, "label_all", translate("Hand", "everywhere"))
        return
    yield _cap(
        scene,
        "remove",
        translate("Hand", "not this") if isinstance(focus, SuggestionInHand) else translate("Hand", "delete"),
    )
    yield _cap(scene, "edge_begin", translate("Hand", "beginning"))
    yield _cap(scene, "edge_end", translate("Hand", "end"))
    if isinstance(focus, SuggestionInHand):
        yield _cap(scene, "variant", translate("Hand", "other reading"))
    yield from _side_caps(scene)
    yield _cap(scene, "unsure", translate("Hand", "unsure"))
    if isinstance(focus, OwnSpan):
        yield _cap(scene, "link", translate("Hand", "actor"))
    yield _cap(scene, "note", translate("Hand", "note"))


def _label_caps(scene: Scene) -> Iterator[Cap]:
    for label in scene.labels:
        if label.key:
            action = f"digit_{label.key}"
            yield Cap(_key(scene, action), label.code, action, scene.theme.colour(label))
    if any(not label.key for label in scene.labels):
        yield _cap(scene, "pick_label", QCoreApplication.translate("Hand", "more labels"))


def _topic_caps(scene: Scene) -> Iterator[Cap]:
    for topic in sorted(scene.topics, key=lambda it: it.digit or 10):
        if topic.digit is not None:
            action = f"topic_{topic.digit}"
            yield Cap(_key(scene, action), worded(topic.wording, scene.language), action)


def _side_caps(scene: Scene) -> Iterator[Cap]:
    for label in scene.stance_labels:
        action = f"stance_{label.code}"
        if key := _key(scene, action) or (label.key or "").upper():
            words = f"{label.glyph} {worded(label.name, scene.language)}".strip()
            yield Cap(key, words, action, scene.theme.side(label))


def _aim_cap() -> Cap:
    """Letters stand beside what could be the target; a click on the cap shows them again."""
    return Cap("⇧ A…Z", QCoreApplication.translate("Hand", "in the text"), "aim")


def _cap(scene: Scene, action: str, words: str) -> Cap:
    return Cap(_key(scene, action), words, action)


def _key(scene: Scene, action: str) -> str:
    return key_name(scene.bindings.first(action))


def key_name(key: str) -> str:
    """What a cap shows of a key: its sign, or its name here; keys held with it before that."""
    *held, last = re.split(r"\+(?=.)", key)
    modifiers = [native(f"{it}+A").removesuffix("A").rstrip("+") for it in held]
    return " ".join((*modifiers, SIGNS.get(last) or native(last)))
