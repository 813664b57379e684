"""Articles to look at, and a stand-in for the store that carries out what the view asks for."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from desktop.gui import commands as c
from desktop.gui.article_view.hand import Hand
from desktop.gui.article_view.scene import Codebook, Scene, Segmentation
from desktop.gui.article_view.view import ArticleView
from desktop.nlp.segmentation import sentences, tokens
from store.values import (
    Article,
    ArticlePage,
    Label,
    Span,
    Stance,
    StancePart,
    Suggestion,
    Topic,
    Touched,
    Zone,
)

TEXTS = {
    "german": "Die Ministerin besuchte am 3. Juni in Görlitz das Übersetzungsbüro; größere Städte folgen.",
    "arabic": "أعلنت وزيرة الصحة ليلى حداد يوم 7 أبريل 2025 أن شركة Nordwind GmbH ستبني 4.2 ألف مسكن.",
    "hebrew": "The daily הארץ reported that דנה לוי met Karin Wolf in חיפה 2025 twice.",
    "thai": "นางสาวมาลี ใจดี ผู้ว่าการเมืองเชียงใหม่ประกาศเมื่อวันที่ 5 ว่าจะสร้างสะพาน 2.5 กิโลเมตร",
    "japanese": "山本花子知事は8日、大阪で北風電機の田中一郎社長と面会し、約2.4億円の支援を決めた。",
    "emoji": "Fans 👨‍👩‍👦 feierten 🥇 in 🇫🇷 Lyon 👋🏾 — 𝔚iese 𠮟責 und Schluss.",
    "combining": "Chloe\u0308 und Nguye\u0302\u0303n La\u0306n trafen O\u0308zge, Cafe\u0301-S\u0323\u0307.",
}


def label(number: int, code: str, key: str, *, value: float | None = None, glyph: str = "") -> Label:
    return Label(number, code, {"en": code.title()}, key, "#267baf", "#628ae6", glyph, value, "active")


CODEBOOK = Codebook(
    labels=(label(1, "PER", "1"), label(2, "ORG", "2"), label(3, "LOC", "3")),
    stance_labels=(
        label(4, "FAVOR", "F", value=1, glyph="▲"),
        label(5, "AGAINST", "A", value=-1, glyph="▼"),
        label(6, "NEUTRAL", "N", value=0, glyph="■"),
    ),
    topics=(
        Topic(1, "ties", "issue", {"en": "Ties"}, "", None, "active", 1),
        Topic(2, "west", "issue", {"en": "The West"}, "", None, "active", 2),
    ),
)


def article(text: str, *, title: str = "", language: str = "de") -> Article:
    empty = dict.fromkeys(("outlet", "author", "url", "published_at", "source_id", "retrieved_at", "rights"))
    return Article(id=1, key="a", title=title, language=language, sha256="", attrs={}, text=text, **empty)


def page_of(
    text: str,
    *,
    spans: tuple[Span, ...] = (),
    suggestions: tuple[Suggestion, ...] = (),
    zones: tuple[Zone, ...] = (),
    stances: tuple[Stance, ...] = (),
    title: str = "",
) -> ArticlePage:
    return ArticlePage(
        article=article(text, title=title),
        zones=zones,
        set=None,
        spans=tuple(sorted(spans, key=lambda it: (it.start, it.end))),
        suggestions=tuple(sorted(suggestions, key=lambda it: (it.start, it.end))),
        rejections=(),
        stances=stances,
        comments=(),
        predicted=True,
    )


def suggestion(number: int, start: int, end: int, code: str = "PER") -> Suggestion:
    return Suggestion((number,), start, end, code, "plain", 0.9, ("lesart_de 1",))


def scene_of(page: ArticlePage) -> Scene:
    text = page.article.text
    return Scene(page, codebook=CODEBOOK, segmentation=Segmentation(tokens(text), sentences(text)))


def show(view: ArticleView, page: ArticlePage) -> None:
    text = page.article.text
    view.show_page(
        page,
        codebook=CODEBOOK,
        tokens=tokens(text),
        sentences=sentences(text),
    )


@dataclass
class Desk:
    """Keeps a page and carries commands out on it, at once or when it is told to."""

    view: ArticleView
    page: ArticlePage
    asked: list[c.Command] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    hands: list[Hand] = field(default_factory=list)
    waits: bool = False
    pending: list[c.Command] = field(default_factory=list)
    number: int = 100

    def __post_init__(self) -> None:
        self.view.asked.connect(self.take)
        self.view.noticed.connect(self.notices.append)
        self.view.navigated.connect(self.places.append)
        self.view.handChanged.connect(self.hands.append)

    def take(self, command: c.Command) -> None:
        self.asked.append(command)
        self.view.hold()
        self.pending.append(command)
        if not self.waits:
            self.answer()

    def answer(self) -> None:
        """Commits the command that is under way."""
        touched = self.commit(self.pending.pop(0))
        self.view.update_page(self.page, touched)
        self.view.release()

    def refuse(self) -> None:
        """Refuses it."""
        self.pending.pop(0)
        self.view.release()

    def commit(self, command: c.Command) -> Touched:
        span: int | None = None
        stance: int | None = None
        match command:
            case c.Accept(suggestion=number):
                found = self.suggested(number)
                span = self.decide(number, found.start, found.end, found.label)
            case c.Correct(suggestion=number, start=start, end=end, label=code):
                span = self.decide(number, start, end, code)
            case c.Reject(suggestion=number):
                self.drop(number)
            case c.AddSpan(start=start, end=end, label=code):
                span = self.add(start, end, code)
            case c.Relabel(span=span, label=code):
                self.change(span, label=code)
            case c.MoveEdges(span=span, start=start, end=end):
                self.change(span, start=start, end=end)
            case c.SetUnsure(span=span, unsure=unsure):
                self.change(span, unsure=unsure)
            case c.DeleteSpan(span=number):
                self.put(spans=tuple(it for it in self.page.spans if it.id != number))
            case c.AddStance():
                stance = self.add_stance(command)
            case c.ChangeStance(stance=stance, changes=changes):
                known = {name: value for name, value in changes.items() if hasattr(Stance, name)}
                self.put(
                    stances=tuple(replace(it, **known) if it.id == stance else it for it in self.page.stances)
                )
            case c.SetParts(stance=stance, role=role, ranges=ranges):
                parts = tuple(StancePart(role, i, *pair, "marked") for i, pair in enumerate(ranges))
                self.put(
                    stances=tuple(
                        replace(it, parts=(*(part for part in it.parts if part.role != role), *parts))
                        if it.id == stance
                        else it
                        for it in self.page.stances
                    )
                )
            case c.DeleteStance(stance=number):
                self.put(stances=tuple(it for it in self.page.stances if it.id != number))
        return Touched(1, "operation", (1,), frozenset(), span=span, stance=stance)

    def put(self, **changes: object) -> None:
        self.page = replace(self.page, **changes)

    def suggested(self, number: int) -> Suggestion:
        return next(it for it in self.page.suggestions if it.id == number)

    def drop(self, number: int) -> None:
        self.put(suggestions=tuple(it for it in self.page.suggestions if it.id != number))

    def decide(self, number: int, start: int, end: int, code: str | None) -> int:
        self.drop(number)
        return self.add(start, end, code, origin=number)

    def add(self, start: int, end: int, code: str | None, *, origin: int | None = None) -> int:
        self.number += 1
        made = Span(self.number, start, end, code, origin=origin)
        self.put(spans=tuple(sorted((*self.page.spans, made), key=lambda it: (it.start, it.end))))
        return made.id

    def change(self, number: int, **changes: object) -> None:
        spans = (replace(it, **changes) if it.id == number else it for it in self.page.spans)
        self.put(spans=tuple(sorted(spans, key=lambda it: (it.start, it.end))))

    def add_stance(self, command: c.AddStance) -> int:
        holder = command.holder.span
        if command.holder.suggestion is not None:
            found = self.suggested(command.holder.suggestion)
            holder = self.decide(found.id, found.start, found.end, found.label)
        if command.holder_range:
            holder = self.add(*command.holder_range, None)
        target = command.target_span
        if command.target_suggestion is not None:
            found = self.suggested(command.target_suggestion)
            target = self.decide(found.id, found.start, found.end, found.label)
        if command.target_range:
            target = self.add(*command.target_range, None)
        self.number += 1
        parts = (StancePart("evidence", 0, *command.evidence, "default"),) if command.evidence else ()
        made = Stance(
            self.number,
            str(self.number),
            "statement",
            command.holder.kind,
            command.label,
            holder_span=holder,
            holder_actor=command.holder.actor,
            topic=command.topic,
            target_span=target,
            target_actor=command.target_actor,
            parts=parts,
        )
        self.put(stances=(*self.page.stances, made))
        return made.id


@pytest.fixture
def view(qtbot: QtBot) -> ArticleView:
    """A shown view with the focus, 700 x 500."""
    made = ArticleView()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


@pytest.fixture
def desk(view: ArticleView) -> Callable[[ArticlePage], Desk]:
    """Shows a page and answers what is asked for."""

    def open_(page: ArticlePage) -> Desk:
        show(view, page)
        return Desk(view, page)

    return open_


class Maker:
    """Builds what tests look at; ranges are given by the words that stand there."""

    texts = TEXTS
    codebook = CODEBOOK
    page = staticmethod(page_of)
    scene = staticmethod(scene_of)
    show = staticmethod(show)
    suggestion = staticmethod(suggestion)

    @staticmethod
    def range(text: str, words: str) -> tuple[int, int]:
        start = text.index(words)
        return start, start + len(words)

    def span(self, text: str, number: int, words: str, code: str | None = "PER", **more: object) -> Span:
        return Span(number, *self.range(text, words), code, **more)

    def suggested(self, text: str, number: int, words: str, code: str = "PER") -> Suggestion:
        return suggestion(number, *self.range(text, words), code)


@pytest.fixture(scope="session")
def make() -> Maker:
    """Builds pages, scenes, spans."""
    return Maker()
