"""What a screen reader is told of the article and of what is in hand."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from desktop.gui.article_view.hand import Edge, Hand, OwnSpan, Selection, SuggestionInHand
from desktop.gui.article_view.speech import spoken
from desktop.gui.article_view.view import ArticleView

TEXT = "Nikol Paschinjan traf Putin. Der Kreml lobte ihn sehr.\nZuletzt schwieg die EU."


def test_what_is_taken_in_hand_is_said_in_words(make: Any) -> None:
    page = make.page(
        TEXT,
        spans=(make.span(TEXT, 1, "Nikol Paschinjan"), make.span(TEXT, 2, "die EU", None)),
        suggestions=(make.suggested(TEXT, 4, "Putin"), make.suggested(TEXT, 5, "Kreml", "ORG")),
    )
    scene = make.scene(page)
    kreml = SuggestionInHand(5, *make.range(TEXT, "Kreml"), "ORG")
    said = [
        spoken(scene, Hand(focus=kreml)),
        spoken(scene, Hand(focus=OwnSpan(2, *make.range(TEXT, "die EU"), None))),
        spoken(scene, Hand(focus=Edge(kreml, "end", kreml.start, kreml.end + 6, 1))),
        spoken(scene, Hand(focus=Selection(0, 5))),
        spoken(scene, Hand(caret=6)),
    ]
    assert said == [
        "ORG, suggestion, Kreml, 2 of 2",
        "mention, confirmed, die EU, 2 of 2",
        "end: Kreml lobte",
        "selected: Nikol",
        "Paschinjan",
    ]


def test_screen_readers_get_text_caret_and_selection_from_qt(
    view: ArticleView, desk: Callable[[Any], Any], make: Any
) -> None:
    text = "🎉 " + TEXT
    desk(make.page(text))
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface is not None
    assert interface.role() == QAccessible.Role.EditableText
    read = interface.textInterface()
    assert read.text(0, read.characterCount()) == text
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    cursor = view.textCursor()
    assert cursor.selectedText() == "Nikol"
    assert (cursor.anchor(), read.cursorPosition()) == (3, 8)


def test_a_blank_line_is_a_pause_and_a_cut_for_display_none_at_all(view: ArticleView, make: Any) -> None:
    make.show(view, make.page("Erster Absatz.\n\nZweiter Absatz.\nDritter Absatz."))
    view.canvas.column.show(0, 2000)
    first, blank, second, third = (slot.height for slot in view.canvas.column.stack.slots)
    assert first == second == third
    assert 0 < blank < first / 3
    make.show(view, make.page("Ein Satz ohne Absatz. " * 300))
    gaps = [slot.metrics.paragraph_gap for slot in view.canvas.column.stack.slots]
    assert gaps[0] == 0 < gaps[-1]
