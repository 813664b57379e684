"""Says in the strip what is in hand, what is left, what undo would undo, and that everything is on disk."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from desktop.gui.announcing import announce
from desktop.gui.article_view.hand import Hand, MadeStance
from desktop.gui.article_view.proposing import NOTHING, in_hand
from desktop.gui.bindings import Bindings
from desktop.gui.panels.hand_words import Scene, caps, hand_words, spoken_hand
from desktop.gui.panels.stance_lines import StanceLine
from desktop.gui.panels.work_page import WorkPage
from desktop.gui.project import Codebook, Steps
from desktop.gui.theme import Theme
from desktop.gui.wording import holder_words, operation
from desktop.nlp.proposals import Proposal
from store.values import ArticlePage


class StripDesk(QObject):
    """Knows the page that is shown, and words it for the strip and for whoever names what is in hand."""

    def __init__(self, page: WorkPage, *, theme: Theme, language: str) -> None:
        super().__init__(page)
        self._page, self._theme, self._language = page, theme, language
        self._shown: tuple[ArticlePage, Codebook, Sequence[StanceLine]] | None = None
        self._state = ""
        self._bindings, self._steps = Bindings(), Steps()
        self.in_hand = ""

    def set_theme(self, theme: Theme) -> None:
        """Take other colours for labels and sides."""
        self._theme = theme
        self.show_hand(self._page.view.hand)

    def set_bindings(self, bindings: Bindings) -> None:
        """Name these keys."""
        self._bindings = bindings
        self.show_hand(self._page.view.hand)
        self.show_steps(self._steps)

    def show(self, shown: ArticlePage, book: Codebook, lines: Sequence[StanceLine]) -> None:
        """Speak of this page from now on."""
        self._shown = (shown, book, lines)
        self.show_hand(self._page.view.hand)
        self._show_left()

    def show_nothing(self) -> None:
        """No article is open."""
        self._shown = None
        self._page.strip.show_hand("", ())
        self._page.strip.show_left("")

    def show_hand(self, hand: Hand) -> None:
        """Say what is in hand, and show the keys that count for it."""
        scene = self._scene()
        if scene is not None:
            said, self.in_hand = self.in_hand, hand_words(hand, scene)
            if hand.statement is not None and self.in_hand != said:
                announce(self._page.view, spoken_hand(hand, scene))
            self._page.strip.show_hand(self.in_hand, *caps(hand, scene))
        statement = hand.statement
        stance = statement.id if isinstance(statement, MadeStance) else None
        self._page.side.stances.show_in_hand(stance, self._proposed())

    def tell_state(self, state: str) -> None:
        """Say how the model stands to the open article (see `preparing.State`)."""
        self._state = state
        self._show_left()

    def show_steps(self, steps: Steps) -> None:
        """Say what undo would undo."""
        self._steps = steps
        self._page.strip.show_undo(self._undo_words(steps))

    def show_saved(self, saving: bool) -> None:
        """Say whether everything is on disk."""
        self._page.strip.show_saved(self.tr("Saving …") if saving else self.tr("Saved ✓"))

    def _undo_words(self, steps: Steps) -> str:
        if steps.undo is None:
            return ""
        step, key = operation(steps.undo.operation), self._bindings.native("undo")
        if not key:
            return self.tr("Last step: {step}").format(step=step)
        return self.tr("{key} undoes: {step}").format(key=key, step=step)

    def _show_left(self) -> None:
        if self._shown is not None:
            self._page.strip.show_left(self._left(self._shown[0]))

    def _left(self, shown: ArticlePage) -> str:
        if shown.set is not None and shown.set.status in ("done", "excluded"):
            return ""
        if shown.unaided:
            return self.tr("Without suggestions, on purpose")
        if not shown.predicted:
            return self._state_words()
        left = len(shown.suggestions)
        words = [self.tr("%n suggestion(s) left", "", left) if left else self.tr("Everything decided")]
        if shown.too_low:
            words.append(self.tr("%n not shown: low score", "", shown.too_low))
        return " · ".join(words)

    def _state_words(self) -> str:
        states = {
            "reading": self.tr("The model is reading …"),
            "no_model": self.tr("No model for this language: annotate by hand"),
            "refused": self.tr("The model could not read this article"),
        }
        return states.get(self._state, "")

    def _scene(self) -> Scene | None:
        if self._shown is None:
            return None
        shown, book, lines = self._shown
        return Scene(
            page=shown,
            labels=book.labels,
            stance_labels=book.stance_labels,
            topics=book.topics,
            lines=lines,
            holders=holder_words(),
            theme=self._theme,
            language=self._language,
            bindings=self._bindings,
            proposes=self._proposed() != NOTHING,
            actors={actor.id: actor.name for actor in book.actors},
            attributes=book.attributes,
        )

    def _proposed(self) -> Proposal:
        view = self._page.view
        return in_hand(view.canvas.scene, view.hand)
