"""The words for what is in hand and under the mouse, for screen readers and tooltips."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.gui.article_view.caret import moved
from desktop.gui.article_view.hand import (
    Edge,
    EvidenceInHand,
    Hand,
    Nothing,
    OwnSpan,
    Selection,
    SuggestionInHand,
)
from desktop.gui.article_view.hints import Hints
from desktop.gui.article_view.marks import Mark
from desktop.gui.article_view.scene import Scene
from desktop.gui.translating import worded
from desktop.nlp.following import MEMORY
from store.values import ArticlePage, Evidence, Label, Stance, Touched

TITLE = 48
"""Code points of an article's title that are said of it."""


def named(names: Mapping[str, str]) -> str:
    """A name in the language of the window."""
    return worded(names, QLocale().name()[:2])


def label_name(label: Label | None, code: str | None) -> str:
    """A label in words, for a mention that it has none."""
    if code is None:
        return QCoreApplication.translate("ArticleView", "mention")
    return named(label.name) or code if label else code


def spoken(scene: Scene, hand: Hand) -> str:
    """What a screen reader says of what was taken: "PER, suggestion, Angela Muster, 3 of 12"."""
    match hand.focus:
        case Nothing():
            return _spoken_caret(scene, hand.caret)
        case Selection() | Edge() as stretch:
            return _spoken_stretch(scene, stretch)
        case OwnSpan() | SuggestionInHand() as thing:
            return _spoken_thing(scene, thing)
        case EvidenceInHand() as suggested:
            return suggested_words(scene, suggested)
    return ""


def _spoken_caret(scene: Scene, position: int) -> str:
    """The word that begins or ends at the caret, else the character at it."""
    word = scene.token(position)
    if word is None:
        return ""
    if position in word:
        return scene.text[slice(*word)]
    return scene.text[position : moved(scene.text, (), position, step=1, unit="character")]


def spoken_decision(scene: Scene, touched: Touched) -> str:
    """What a screen reader says of what was decided before it goes on: "confirmed", "ORG, confirmed"."""
    match touched.operation:
        case "suggestion.accept":
            return QCoreApplication.translate("ArticleView", "confirmed")
        case "suggestion.correct":
            mark = scene.own.find(touched.span)
            return f"{mark.label or label_name(None, None)}, {look_name(mark)}" if mark else ""
        case "suggestion.reject":
            return QCoreApplication.translate("ArticleView", "rejected")
        case "span.delete":
            return QCoreApplication.translate("ArticleView", "deleted")
    return ""


def _spoken_stretch(scene: Scene, stretch: Selection | Edge) -> str:
    """Text that is selected or held by an edge, and what it would be."""
    translate, text = QCoreApplication.translate, scene.text[stretch.start : stretch.end]
    if stretch.label is not None:
        return ", ".join((stretch.label, translate("ArticleView", "suggestion"), text))
    if isinstance(stretch, Selection):
        return translate("ArticleView", "selected: {text}").format(text=text)
    begin = translate("ArticleView", "beginning: {text}")
    finish = translate("ArticleView", "end: {text}")
    return (begin if stretch.side == "begin" else finish).format(text=text)


def suggested_words(scene: Scene, suggested: EvidenceInHand) -> str:
    """Suggested evidence in words: "suggested evidence: Kreml … räumte … ein"."""
    words = [scene.text[slice(*it)] for it in (suggested.actor, *suggested.cue)]
    pattern = QCoreApplication.translate("ArticleView", "suggested evidence: {words}")
    return pattern.format(words=" … ".join(words))


def spoken_hints(scene: Scene, hints: Hints) -> str:
    """What a screen reader says while letters are shown: "jump to: F Angela Muster, J Görlitz"."""
    places = (
        f"{hint.letters[len(hints.typed) :]} {scene.text[hint.start : hint.end]}" for hint in hints.open
    )
    words = QCoreApplication.translate("ArticleView", "jump to: {places}")
    return words.format(places=", ".join(places))


def _spoken_thing(scene: Scene, thing: OwnSpan | SuggestionInHand) -> str:
    mark = scene.mark(thing)
    if mark is None:
        return ""
    marks = scene.suggested if mark.is_suggestion else scene.own
    place = QCoreApplication.translate("ArticleView", "{number} of {total}")
    known = evidence_of(scene.page, mark.id) if mark.remembered else None
    return ", ".join(
        (
            mark.label or label_name(None, None),
            look_name(mark),
            scene.text[mark.start : mark.end],
            *((evidence_words(known),) if known is not None else ()),
            place.format(number=marks.number(mark), total=len(marks.items)),
        )
    )


def evidence_of(page: ArticlePage, suggestion: int) -> Evidence | None:
    """What a suggestion rests on, if earlier decisions suggest it."""
    return next((it.evidence for it in page.suggestions if it.id == suggestion), None)


def evidence_words(evidence: Evidence) -> str:
    """What a suggestion from memory rests on: "confirmed 4× before, last in …, 1× decided otherwise"."""
    translate = QCoreApplication.translate
    if evidence.here:
        words = translate("ArticleView", "decided so in this article ({count}×)")
        return words.format(count=evidence.confirmed)
    parts = [translate("ArticleView", "confirmed {count}× before").format(count=evidence.confirmed)]
    if evidence.last:
        title = evidence.last if len(evidence.last) <= TITLE else f"{evidence.last[:TITLE].rstrip()}…"
        parts.append(translate("ArticleView", "last in “{title}”").format(title=title))
    if evidence.against:
        parts.append(translate("ArticleView", "{count}× decided otherwise").format(count=evidence.against))
    return ", ".join(parts)


def look_name(mark: Mark) -> str:
    """The state of a box in a word."""
    translate = QCoreApplication.translate
    if mark.look == "rejected" and mark.remembered:
        return translate("ArticleView", "kept back, because it was decided otherwise before")
    return {
        "own": translate("ArticleView", "confirmed"),
        "unsure": translate("ArticleView", "unsure"),
        "mention": translate("ArticleView", "confirmed"),
        "suggestion": translate("ArticleView", "suggestion"),
        "rejected": translate("ArticleView", "rejected"),
    }[mark.look]


def mark_tip(scene: Scene, mark: Mark) -> str:
    """The tooltip of a box: its label in full, its state, and who suggested it how surely."""
    parts = [label_name(scene.codebook.label(mark.label), mark.label), look_name(mark)]
    item = next((item for item in scene.page.suggestions if item.id == mark.id), None)
    if mark.is_suggestion and item is not None:
        parts += [f"{item.score:.0%}"] if item.score is not None else []
        parts += [model for model in item.models if item.evidence is None or model != MEMORY]
        parts += [evidence_words(item.evidence)] if item.evidence is not None else []
    return " · ".join(parts)


def stance_tip(scene: Scene, stance: Stance) -> str:
    """The tooltip of a bracket: who is how toward what."""
    label = scene.codebook.stance_label(stance.label)
    sign = label.glyph if label else ""
    return " ".join(part for part in (_holder(scene, stance), sign, _target(scene, stance)) if part)


def _holder(scene: Scene, stance: Stance) -> str:
    translate = QCoreApplication.translate
    if (span := scene.own.find(stance.holder_span)) is not None:
        return scene.text[span.start : span.end]
    return {
        "author": translate("ArticleView", "author"),
        "outlet": translate("ArticleView", "outlet"),
        "actor": translate("ArticleView", "actor"),
    }.get(stance.holder_kind, translate("ArticleView", "unspecified"))


def _target(scene: Scene, stance: Stance) -> str:
    topic = next((topic for topic in scene.codebook.topics if topic.id == stance.topic), None)
    span = scene.own.find(stance.target_span)
    parts = (named(topic.wording) if topic else "", scene.text[span.start : span.end] if span else "")
    return " / ".join(part for part in parts if part)
