"""Tells the system where the caret is and screen readers what was taken in hand."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop.gui.announcing import announce
from desktop.gui.article_view.hand import Edge, EvidenceInHand, Hand, Selection
from desktop.gui.article_view.hints import Hints
from desktop.gui.article_view.scene import Scene
from desktop.gui.article_view.speech import spoken, spoken_hints


class Voice:
    """Follows the hand of one text edit."""

    def __init__(self, edit: QTextEdit) -> None:
        self._edit = edit
        self._said: tuple[int, str] | None = None

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
        if cursor == self._edit.textCursor() and not cursor.hasSelection():
            return
        # Setting the cursor scrolls to it; whether the page scrolls is not Qt's to decide.
        bar = self._edit.verticalScrollBar()
        stood = bar.value()
        blocked = bar.blockSignals(True)
        self._edit.setTextCursor(cursor)
        bar.setValue(stood)
        bar.blockSignals(blocked)

    def say(self, scene: Scene, hand: Hand) -> None:
        """Announces what is in hand, once."""
        text = spoken(scene, hand)
        if not text or self._said == (scene.page.article.id, text):
            return
        self._said = scene.page.article.id, text
        if hand.thing is not None or isinstance(hand.focus, Edge | EvidenceInHand):
            # Selections and the caret are read from the text itself.
            announce(self._edit, text)

    def say_hints(self, scene: Scene, hints: Hints) -> None:
        """Announces what the letters lead to."""
        text = spoken_hints(scene, hints)
        announce(self._edit, text)
        self._said = None
