"""Tells the system where the caret is and screen readers what was taken in hand."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop.gui.announcing import announce
from desktop.gui.article_view.hand import Edge, EvidenceInHand, Hand, Nothing, Selection
from desktop.gui.article_view.hints import Hints
from desktop.gui.article_view.scene import Scene
from desktop.gui.article_view.speech import spoken, spoken_decision, spoken_hints
from store.values import Touched


class Voice:
    """Follows the hand of one text edit."""

    def __init__(self, edit: QTextEdit) -> None:
        self._edit = edit
        self._said: tuple[int, str] | None = None
        self._stood = (0, 0)
        self._decided = ""
        self._has_stance = False

    def follow(self, scene: Scene, hand: Hand) -> None:
        """Puts Qt's own cursor where the hand is, which is what accessibility and copying read."""
        offsets = scene.paragraphs.offsets
        anchor = hand.focus.anchor if isinstance(hand.focus, Selection) else hand.caret
        head = hand.focus.head if isinstance(hand.focus, Selection) else hand.caret
        cursor = QTextCursor(self._edit.document())
        # Else the next text would push it to its end, which would have to be laid out.
        cursor.setKeepPositionOnInsert(True)
        cursor.setPosition(offsets.utf16(anchor))
        cursor.setPosition(offsets.utf16(head), QTextCursor.MoveMode.KeepAnchor)
        stands = self._edit.textCursor()  # two of them are equal for Qt wherever their anchors are
        if cursor == stands and cursor.anchor() == stands.anchor():
            return
        # Setting the cursor scrolls to it; whether the page scrolls is not Qt's to decide.
        bar = self._edit.verticalScrollBar()
        stood = bar.value()
        blocked = bar.blockSignals(True)
        self._edit.setTextCursor(cursor)
        bar.setValue(stood)
        bar.blockSignals(blocked)

    def hear(self, scene: Scene, touched: Touched) -> None:
        """A decision was carried out; it is said before what comes in hand by it."""
        self._decided = spoken_decision(scene, touched)

    def say(self, scene: Scene, hand: Hand) -> None:
        """Announces what was decided and what is in hand, once."""
        text, decided, self._decided = spoken(scene, hand), self._decided, ""
        if self._has_stance and hand.statement is None:
            self._said = None  # the stance was said instead
        self._has_stance = hand.statement is not None
        if self._has_stepped(scene, hand):
            self._said = None
            announce(self._edit, text)
        elif text and self._said != (scene.page.article.id, text):
            self._said = scene.page.article.id, text
            if _is_named(hand):
                decided = ". ".join(filter(None, (decided, text)))
        announce(self._edit, decided)

    def _has_stepped(self, scene: Scene, hand: Hand) -> bool:
        """Whether the caret went on by a word or a character, with nothing in hand.

        Screen readers take an arrow for a character and one with Ctrl for a word. Lines they read themselves.
        """
        before, self._stood = self._stood, (scene.page.article.id, hand.caret)
        if not isinstance(hand.focus, Nothing) or before[0] != self._stood[0] or before == self._stood:
            return False
        return len(scene.tokens_in(*sorted((before[1], hand.caret)))) <= 1

    def say_hints(self, scene: Scene, hints: Hints) -> None:
        """Announces what the letters lead to."""
        text = spoken_hints(scene, hints)
        announce(self._edit, text)
        self._said = None


def _is_named(hand: Hand) -> bool:
    """Whether what is in hand is more than text: caret and selection are read from the text itself."""
    if isinstance(hand.focus, Selection):
        return hand.focus.label is not None
    return hand.thing is not None or isinstance(hand.focus, Edge | EvidenceInHand)
