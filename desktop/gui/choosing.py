"""Holders, targets and actors chosen by name: lists that open over the window and are typed into."""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QObject

from desktop.gui.actor_names import likely, suggested_name
from desktop.gui.article_view.hand import MadeStance, OwnSpan
from desktop.gui.beside import place_in_hand
from desktop.gui.commands import AddActor, ChangeStance, LinkActor
from desktop.gui.dialogs.palette import Choice, Palette
from desktop.gui.main_window import MainWindow
from desktop.gui.project import Codebook
from desktop.gui.topics import Topics
from desktop.gui.translating import worded
from desktop.gui.wording import holder_words
from desktop.gui.workbench import Workbench
from store.values import ArticlePage, Holder, Span
from store.vocabulary import HolderKind

NOBODY, EVERYWHERE = "nobody", "+"


class Choosing(QObject):
    """Answers what the article asks for by name; Esc leaves everything as it was."""

    def __init__(self, window: MainWindow, workbench: Workbench, topics: Topics, *, language: str) -> None:
        super().__init__(window)
        self._window, self._workbench, self._topics, self._language = window, workbench, topics, language

    def holder(self) -> None:
        """Who takes the stance in hand, or the next one."""
        book, view = self._workbench.codebook, self._window.page.view
        if book is None:
            return
        words = holder_words()
        made = isinstance(view.hand.statement, MadeStance)
        choices = [Choice(f"{kind}@statement", words[kind]) for kind in words]
        if not made:
            whole = self.tr("{holder}, in the article as a whole")
            choices = [
                *(
                    Choice(f"{kind}@article", whole.format(holder=words[kind]))
                    for kind in ("author", "outlet")
                ),
                *choices,
            ]
        choices += [Choice(str(actor.id), actor.name, actor.type) for actor in book.actors]
        palette = self._palette(choices, self.tr("Who takes the stance?"))
        palette.chosen.connect(self._take_holder)
        self._open(palette)

    def _take_holder(self, chosen: str) -> None:
        view = self._window.page.view
        if chosen.isdigit():
            view.choose_holder(Holder("actor", actor=int(chosen)))
            return
        kind, level = chosen.split("@")
        holder = Holder(cast(HolderKind, kind))
        view.choose_holder(holder, level="article" if level == "article" else "statement")

    def target(self) -> None:
        """What the stance in hand is toward: a topic or an actor; an unknown name makes a proposed topic."""
        book, view = self._workbench.codebook, self._window.page.view
        if book is None:
            return
        choices = [
            Choice(f"t{it.id}", worded(it.wording, self._language), str(it.digit or "")) for it in book.topics
        ]
        choices += [Choice(f"a{actor.id}", actor.name, self.tr("actor")) for actor in book.actors]
        palette = self._palette(choices, self.tr("Toward what?"), free=self.tr("New topic, proposed: {name}"))

        def chosen(code: str) -> None:
            number = int(code[1:])
            if code[0] == "t":
                view.choose_target(topic=number)
            else:
                view.choose_target(actor=number)

        palette.chosen.connect(chosen)
        palette.named.connect(
            lambda name: self._topics.propose(name, lambda topic: view.choose_target(topic=topic))
        )
        self._open(palette)

    def via(self, stance: int) -> None:
        """Through whom a stance is reported: an actor, or nobody."""
        book = self._workbench.codebook
        if book is None:
            return
        choices = [
            Choice(NOBODY, self.tr("nobody")),
            *(Choice(str(actor.id), actor.name, actor.type) for actor in book.actors),
        ]
        palette = self._palette(choices, self.tr("Reported through whom?"))

        def chosen(code: str) -> None:
            actor = None if code == NOBODY else int(code)
            self._workbench.ask(ChangeStance(stance, {"via_actor": actor}))

        palette.chosen.connect(chosen)
        self._open(palette)

    def actor(self) -> None:
        """Which actor the span in hand stands for: the likeliest first, or a new one by its name."""
        book, page = self._workbench.codebook, self._workbench.page
        thing = self._window.page.view.hand.thing
        if book is None or page is None or not isinstance(thing, OwnSpan):
            return
        span = next((it for it in page.spans if it.id == thing.id), None)
        if span is None:
            return
        surface = page.article.text[span.start : span.end]
        others = tuple(_same(page, span))
        palette = self._palette(
            self._actor_choices(book, page, span, others),
            self.tr("Which actor is „{surface}“?").format(surface=surface),
            free=self.tr("New actor: {name}"),
            prefilled=suggested_name(surface),
        )
        palette.chosen.connect(lambda code: self._link(span, code, others))
        palette.named.connect(
            lambda name: self._workbench.ask(AddActor(name, type=span.label or "", spans=(span.id,)))
        )
        self._open(palette)

    def _open(self, palette: Palette) -> None:
        """Beside what the choice is about."""
        palette.open_over(self._window, beside=place_in_hand(self._window.page.view))

    def _link(self, span: Span, code: str, others: tuple[int, ...]) -> None:
        actor = None if code == NOBODY else int(code.removesuffix(EVERYWHERE))
        spans = (span.id, *others) if code.endswith(EVERYWHERE) else (span.id,)
        self._workbench.ask(LinkActor(spans, actor))

    def _actor_choices(
        self, book: Codebook, page: ArticlePage, span: Span, others: tuple[int, ...]
    ) -> list[Choice]:
        """The likely actors, then all others; last, that it is none where it is one.

        The likeliest can be said of the same words elsewhere in the article at once.
        """
        text = page.article.text
        linked = {text[it.start : it.end]: it.actor_id for it in page.spans if it.actor_id is not None}
        first = likely(book.actors, text[span.start : span.end], linked=linked)
        choices = [Choice(str(it.id), it.name, it.type, likely=True) for it in first]
        if first and others:
            words = self.tr("{actor}, here and in %n other place(s)", "", len(others))
            again = Choice(f"{first[0].id}{EVERYWHERE}", words.format(actor=first[0].name), likely=True)
            choices.insert(1, again)
        choices += [Choice(str(it.id), it.name, it.type) for it in book.actors if it not in first]
        return [*choices, Choice(NOBODY, self.tr("no actor"))] if span.actor_id is not None else choices

    def _palette(self, choices: list[Choice], prompt: str, *, free: str = "", prefilled: str = "") -> Palette:
        palette = Palette(
            choices, self._window.look, prompt=prompt, free=free, prefilled=prefilled, parent=self._window
        )
        palette.finished.connect(palette.deleteLater)
        return palette


def _same(page: ArticlePage, span: Span) -> Iterator[int]:
    """Other own spans with the same words that stand for no actor yet."""
    text = page.article.text
    surface = text[span.start : span.end]
    for other in page.spans:
        if other.id != span.id and other.actor_id is None and text[other.start : other.end] == surface:
            yield other.id
