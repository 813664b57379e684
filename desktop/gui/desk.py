"""Joins the workbench to the work page: what is open is shown, what is asked for is done."""

from PySide6.QtCore import QObject, Signal

from desktop.gui.article_view import scene
from desktop.gui.article_view.hand import MadeStance, OwnSpan
from desktop.gui.bindings import Bindings, KeyNames
from desktop.gui.filters import Filter
from desktop.gui.panels.hand_words import quoted
from desktop.gui.panels.stance_lines import Names, StanceLine, lines
from desktop.gui.panels.work_page import WorkPage
from desktop.gui.preparing import Preparing
from desktop.gui.project import Codebook, Listing, Opened
from desktop.gui.store_side import storing
from desktop.gui.strip_desk import StripDesk
from desktop.gui.theme import Theme
from desktop.gui.translating import worded
from desktop.gui.wording import holder_words, notice
from desktop.gui.workbench import Workbench
from store.values import ArticlePage, Progress, Touched
from store.vocabulary import NOT_RANDOM, CommentKind

HEADLINE = 96
"""Pixels scrolled by which the page's own title is out of sight."""

STATUS = frozenset(("annotation_set",))


class Desk(QObject):
    """Redraws what a change touched. `navigated` passes on what the article wants of the window."""

    navigated = Signal(str)

    def __init__(
        self, workbench: Workbench, preparing: Preparing, page: WorkPage, *, theme: Theme, language: str
    ) -> None:
        super().__init__(page)
        self._workbench, self._page, self._language = workbench, page, language
        self._strip = StripDesk(page, theme=theme, language=language)
        self._lines: tuple[StanceLine, ...] = ()
        self._wants_keys = False
        self._bindings = Bindings()
        self._join_workbench(workbench)
        self._join_panels(page)
        preparing.told.connect(self._strip.tell_state)
        preparing.varied.connect(page.view.set_variants)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours for what is said about labels."""
        self._strip.set_theme(theme)

    def set_bindings(self, bindings: Bindings) -> None:
        """Obey and name these keys."""
        self._bindings = bindings
        for part in (self._page.view, self._page.header, self._page.side.stances, self._strip):
            part.set_bindings(bindings)

    def trigger(self, action: str) -> None:
        """Run an action on the article as if its key had been pressed there."""
        self._page.view.setFocus()
        self._page.view.trigger(action)

    def comment(self, kind: CommentKind) -> None:
        """Write a note or a question on the own span or the stance in hand, else on the article."""
        hand = self._page.view.hand
        stance = hand.statement.id if isinstance(hand.statement, MadeStance) else None
        span = hand.thing.id if stance is None and isinstance(hand.thing, OwnSpan) else None
        about = self._strip.in_hand if stance is not None or span is not None else ""
        self._page.side.comments.begin(kind, span=span, stance=stance, about=about)
        self._page.side.sections[2].unfold()
        self._page.side.comments.field.setFocus()

    def _join_workbench(self, bench: Workbench) -> None:
        bench.projectOpened.connect(self._project_opened)
        bench.codebookChanged.connect(self._codebook_changed)
        bench.queue.listed.connect(self._listed)
        bench.queue.counted.connect(self._counted)
        bench.queue.outdated.connect(self._page.queue.model.refresh)
        bench.opened.connect(self._opened)
        bench.emptied.connect(self._emptied)
        bench.projectClosed.connect(self._page.messages.forget)
        bench.changed.connect(self._changed)
        bench.stepsChanged.connect(self._strip.show_steps)
        bench.stayed.connect(self._stayed)
        bench.gestures.busied.connect(
            lambda busy: self._page.view.hold() if busy else self._page.view.release()
        )
        bench.gestures.saving.connect(self._strip.show_saved)

    def _join_panels(self, page: WorkPage) -> None:
        bench = self._workbench
        for part in (page.view, page.header, page.side.entities, page.side.stances, page.side.comments):
            part.asked.connect(bench.ask)
        page.view.handChanged.connect(self._strip.show_hand)
        page.view.noticed.connect(self._notice)
        page.view.navigated.connect(self.navigated)
        page.header.triggered.connect(self.trigger)
        page.strip.triggered.connect(self.trigger)
        page.queue.filterChanged.connect(self._narrow)
        page.queue.articleChosen.connect(self._choose)
        page.queue.model.pageWanted.connect(self._read_heads)
        page.side.entities.placeChosen.connect(page.view.go_to)
        page.side.stances.taken.connect(self._take_stance)
        page.side.stances.triggered.connect(self._trigger_stance)
        page.side.comments.left.connect(page.view.setFocus)
        page.side.guideline.left.connect(page.view.setFocus)
        page.side.guideline.saved.connect(self._save_guideline)
        page.queue.model.dataChanged.connect(self._show_place)
        page.view.verticalScrollBar().valueChanged.connect(lambda y: page.header.show_title(y > HEADLINE))
        page.finder.found.connect(page.view.go_to)
        page.finder.marked.connect(page.view.canvas.mark_found)
        page.finder.closed.connect(page.view.setFocus)

    # --- Projects and queue ---------------------------------------------------------------------------------

    def _project_opened(self) -> None:
        project = self._workbench.project
        if project is not None:
            self._page.queue.show_project(project.name)
            self._codebook_changed()
            self._strip.show_saved(False)
            self._wants_keys = True

    def _codebook_changed(self) -> None:
        book = self._workbench.codebook
        if book is None:
            return
        page = self._page
        labels = [(it.code, f"{it.code}  {worded(it.name, self._language)}") for it in book.every_label]
        page.queue.menu.offer(labels, book.languages, book.outlets)
        page.header.set_reasons(book.settings.exclusion_reasons)
        page.side.entities.show_labels(book.every_label)
        page.side.guideline.show_text(book.guideline)
        sides = [
            (it.code, f"{it.glyph} {worded(it.name, self._language)}".strip()) for it in book.stance_labels
        ]
        page.side.stances.offer(sides, [(it.id, worded(it.wording, self._language)) for it in book.topics])
        page.view.set_codebook(_marked_with(book))
        if self._workbench.page is not None:
            self._show_panels(self._workbench.page, book)

    def _listed(self, listing: Listing) -> None:
        self._page.queue.show_list(listing.ids)
        self._counted(listing.progress)
        if self._workbench.page is not None:
            self._page.queue.show_open(self._workbench.page.article.id)
        self._show_place()

    def _counted(self, progress: Progress) -> None:
        self._page.queue.show_progress(progress.done, progress.total)
        self._page.show_count(progress.total)

    def _show_place(self) -> None:
        shown, model = self._workbench.page, self._page.queue.model
        if shown is not None:
            self._page.header.show_place(model.row_of(shown.article.id), model.rowCount())

    def _narrow(self, narrowed: Filter) -> None:
        if narrowed.order in NOT_RANDOM and narrowed.order != self._workbench.queue.filter.order:
            self._page.messages.tell(
                self.tr(
                    "Sorted like this, the first articles are no random sample: what is counted on them "
                    "holds for them alone."
                )
            )
        self._workbench.queue.narrow(narrowed)

    def _read_heads(self, page: int) -> None:
        model = self._page.queue.model
        self._workbench.queue.read_rows(model.ids_of(page), lambda heads: model.fill(page, heads))

    def _choose(self, article: int) -> None:
        self._wants_keys = True
        self._workbench.open_article(article)

    # --- The article ----------------------------------------------------------------------------------------

    def _opened(self, found: Opened) -> None:
        book, page = self._workbench.codebook, self._page
        if book is None:
            return
        page.show_article(True)
        page.view.show_page(
            found.page,
            codebook=_marked_with(book),
            tokens=found.tokens,
            sentences=found.sentences,
        )
        page.finder.set_text(found.page.article.text)
        page.queue.show_open(found.page.article.id)
        self._show_place()
        self._show_panels(found.page, book)
        if self._wants_keys or not page.is_typed_in():
            page.view.setFocus()
        self._wants_keys = False

    def _emptied(self) -> None:
        self._page.show_article(False)
        self._page.view.show_nothing()
        self._page.header.show_page(None)
        self._page.side.entities.show_page(None)
        self._page.side.stances.show_lines(())
        self._page.side.comments.show_page(None, {})
        self._strip.show_nothing()

    def _changed(self, touched: Touched | None) -> None:
        shown, book = self._workbench.page, self._workbench.codebook
        if shown is None or book is None:
            return
        self._page.view.update_page(shown, touched)
        self._show_panels(shown, book)
        if touched is not None:
            self._page.messages.clear()
            if touched.notice:
                self._notice(touched.notice)
            if touched.nouns & STATUS and shown.set is not None:
                self._show_status(shown)

    def _show_status(self, shown: ArticlePage) -> None:
        made = shown.set
        if made is None:
            return
        self._page.queue.model.update_head(shown.article.id, status=made.status, flag=made.flag)
        self._workbench.queue.count()

    def _show_panels(self, shown: ArticlePage, book: Codebook) -> None:
        side = self._page.side
        self._lines = lines(shown, self._names(book))
        self._strip.show(shown, book, self._lines)
        self._page.header.show_page(shown)
        side.sections[0].set_count(side.entities.show_page(shown))
        side.sections[1].set_count(len(self._lines))
        side.stances.show_lines(self._lines)
        side.sections[2].set_count(len(shown.comments))
        side.comments.show_page(shown, self._about(shown))

    def _about(self, shown: ArticlePage) -> dict[int, str]:
        spans = {span.id: quoted(shown, span.start, span.end) for span in shown.spans}
        stances = {line.id: f"{line.holder} {line.glyph} {line.target}" for line in self._lines}
        return {
            it.id: spans.get(it.span_id or -1) or stances.get(it.stance_id or -1) or ""
            for it in shown.comments
        }

    def _names(self, book: Codebook) -> Names:
        actors = {actor.id: actor.name for actor in book.actors}
        return Names(holder_words(), book.stance_labels, book.every_topic, actors, self._language)

    def _save_guideline(self, text: str) -> None:
        self._workbench.change_codebook(lambda project: storing().change_guideline(project, text))

    def _take_stance(self, stance: int) -> None:
        self._page.view.take(stance=stance)
        self._page.view.setFocus()

    def _trigger_stance(self, stance: int, action: str) -> None:
        """Does something with a stance as if it had been taken and the key pressed."""
        if action == "via":
            self.navigated.emit(f"via {stance}")
            return
        self._take_stance(stance)
        self._page.view.trigger(action)

    # --- What is said ---------------------------------------------------------------------------------------

    def _stayed(self, by: int) -> None:
        words = {
            -1: self.tr("This is the first article of the list."),
            0: self.tr("All articles of this list are done."),
            1: self.tr("This is the last article of the list."),
        }
        self._page.messages.tell(words[by])

    def _notice(self, code: str) -> None:
        words = notice(code)
        if words:
            self._page.messages.tell(words.format_map(KeyNames(self._bindings)))


def _marked_with(book: Codebook) -> scene.Codebook:
    """What the article view needs of the codebook."""
    suggests = book.settings.suggests_evidence
    return scene.Codebook(
        book.labels,
        book.stance_labels,
        book.every_topic,
        nested=book.settings.nested,
        suggests_evidence=suggests,
        language=book.settings.language,
        actors=tuple(name for it in book.actors for name in (it.name, *it.aliases)) if suggests else (),
        retired=book.retired,
    )
