"""What a screen reader finds: each control that takes the focus has a name and a role; changes are said."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.gui import announcing
from desktop.gui.app import Program
from desktop.gui.dialogs.palette import Choice, Palette

ASKED = (
    "settings", "keys", "palette", "about", "new", "import", "export", "project_settings", "labels", "actors",
    "topics", "label_all", "manual", "holder", "target",
    "pick_label",
)  # fmt: skip


def controls(top: QWidget) -> Iterator[QWidget]:
    """Everything visible that takes the focus by Tab or click, but for parts of other controls.

    A tab widget hands the focus to its bar, which is among them.
    """
    for widget in (top, *top.findChildren(QWidget)):
        whole = widget.parent()
        is_part = isinstance(whole, QComboBox | QAbstractSpinBox | QLineEdit | QAbstractScrollArea)
        if (
            widget.isVisible()
            and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
            and not is_part
            and not isinstance(widget, QTabWidget)
        ):
            yield widget


def label_of(box: QComboBox) -> str:
    """The words of the label that stands beside a combo box."""
    siblings = box.parentWidget().findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return " ".join(it.text() for it in siblings if it.buddy() is box)


def nameless(top: QWidget) -> list[str]:
    found: list[str] = []
    for widget in controls(top):
        interface = QAccessible.queryAccessibleInterface(widget)
        # On Linux Qt names a combo box by what is chosen in it; what it is called, only a label says.
        name = label_of(widget) if isinstance(widget, QComboBox) else interface.text(QAccessible.Text.Name)
        if not name.strip() or interface.role() in (QAccessible.Role.NoRole, QAccessible.Role.Client):
            found.append(f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}")
    return found


def test_every_control_of_the_window_has_a_name_and_a_role(opened: Program) -> None:
    opened.window.page.finder.begin()
    assert nameless(opened.window) == []


def test_every_control_of_the_first_page_has_a_name_and_a_role(program: Program) -> None:
    assert nameless(program.window) == []


def test_every_control_of_the_dialogs_has_a_name_and_a_role(opened: Program, qtbot: QtBot) -> None:
    before = set(QApplication.topLevelWidgets())
    opened.window.page.view.trigger("next")

    def dialogs() -> list[QWidget]:
        return [it for it in QApplication.topLevelWidgets() if it not in before and it.isVisible()]

    for name in ASKED:
        opened.window.navigate(name)
        qtbot.waitUntil(lambda: bool(dialogs()), timeout=30_000)
        for dialog in dialogs():
            assert nameless(dialog) == [], name
            dialog.close()


class Heard:
    """Stands where announcements leave the program."""

    AnnouncementPoliteness = QAccessible.AnnouncementPoliteness

    def __init__(self) -> None:
        self.words: list[str] = []
        self.urgent: list[str] = []

    def updateAccessibility(self, event: QAccessibleAnnouncementEvent) -> None:
        self.words.append(event.message())
        if event.politeness() == QAccessible.AnnouncementPoliteness.Assertive:
            self.urgent.append(event.message())


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    made = Heard()
    monkeypatch.setattr(announcing, "QAccessible", made)
    return made


def test_entering_a_span_says_what_it_is_and_which_of_how_many(opened: Program, heard: Heard) -> None:
    view = opened.window.page.view
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert heard.words == ["LOC, suggestion, Kreml, 1 of 5"]
    QTest.keyClick(view, Qt.Key.Key_E)
    assert heard.words[1:] == ["end: Kreml"]


def test_a_decision_is_said_before_what_comes_next(opened: Program, heard: Heard, qtbot: QtBot) -> None:
    view = opened.window.page.view
    for keys, said in (
        ((Qt.Key.Key_Tab, Qt.Key.Key_2), "ORG, confirmed. LOC, suggestion, Armenien, 1 of 4"),
        ((Qt.Key.Key_Return,), "confirmed. PER, suggestion, Putin, 1 of 3"),
        ((Qt.Key.Key_X,), "rejected. PER, suggestion, Paschinjan, 1 of 2"),
        ((Qt.Key.Key_D,), "ORG, confirmed, Kreml, 1 of 2"),
        ((Qt.Key.Key_X,), "deleted"),
    ):
        for key in keys:
            QTest.keyClick(view, key)
        qtbot.waitUntil(lambda said=said: heard.words[-1] == said, timeout=30_000)


def test_how_often_something_is_found_is_said(opened: Program, heard: Heard) -> None:
    opened.window.activateWindow()
    opened.window.page.finder.begin()
    field = opened.window.page.finder.field
    for key in (Qt.Key.Key_U, Qt.Key.Key_T, Qt.Key.Key_X):
        QTest.keyClick(field, key)
    assert heard.words == ["1 of 2", "1 of 1", "nothing found"]


def test_what_is_in_hand_is_said_again_when_a_stance_is_dropped_and_not_when_the_focus_goes(
    opened: Program, heard: Heard
) -> None:
    view = opened.window.page.view
    opened.window.activateWindow()
    view.setFocus()
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_F, Qt.Key.Key_Escape):
        QTest.keyClick(view, key)
    kreml = "LOC, suggestion, Kreml, 1 of 5"
    assert heard.words == [kreml, "„Kreml“ in favour what?", kreml]
    QTest.keyClick(view, Qt.Key.Key_J)
    opened.window.page.finder.begin()
    assert heard.words[-1].startswith("jump to: ")


def test_the_word_at_the_caret_is_said_word_by_word_and_letter_by_letter(
    opened: Program, heard: Heard
) -> None:
    view = opened.window.page.view
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert heard.words == ["LOC, suggestion, Kreml, 1 of 5", "war", "verärgert", "e", "verärgert", "war"]
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert heard.words[6:] == [], "a line is read by the screen reader"


def test_a_stance_in_the_making_is_said(opened: Program, heard: Heard) -> None:
    view = opened.window.page.view
    QTest.keyClick(view, Qt.Key.Key_Tab)
    QTest.keyClick(view, Qt.Key.Key_F)
    assert heard.words[-1] == "„Kreml“ in favour what?"


def test_messages_are_said_and_errors_interrupt(opened: Program, heard: Heard) -> None:
    messages = opened.window.page.messages
    messages.tell("Nothing is in hand.")
    messages.tell("The disk is full.", error=True)
    assert heard.words == ["Nothing is in hand.", "The disk is full."]
    assert heard.urgent == ["The disk is full."]


def test_an_article_that_opens_is_said_by_its_title(opened: Program, heard: Heard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.workbench.opened, timeout=30_000):
        opened.window.trigger("next_article")
    assert opened.workbench.page is not None
    assert heard.words[0].startswith(opened.workbench.page.article.title)


def test_the_row_that_enter_would_choose_is_said(opened: Program, heard: Heard, qtbot: QtBot) -> None:
    palette = Palette(
        [Choice("a", "Accept", "Enter"), Choice("b", "Back", "Esc")], opened.window.look, prompt="?"
    )
    qtbot.addWidget(palette)
    palette.open_over(opened.window)
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClicks(palette.field, "acc")
    assert heard.words == ["Back Esc", "Accept Enter"], "once, however many letters it takes"
    QTest.keyClicks(palette.field, "xyz")
    assert heard.words[2:] == ["Nothing by that name. Fewer letters find more."]


def test_text_caret_and_selection_are_those_of_the_article(opened: Program) -> None:
    view = opened.window.page.view
    assert opened.workbench.page is not None
    text = opened.workbench.page.article.text
    interface = QAccessible.queryAccessibleInterface(view).textInterface()
    assert interface.text(0, interface.characterCount()) == text
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert interface.cursorPosition() == text.index("Kreml")
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.textCursor().selectedText() == "Kreml"
    assert interface.selectionCount() == 1


def test_nothing_is_selected_in_an_article_that_opens(opened: Program, qtbot: QtBot) -> None:
    view = opened.window.page.view
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(opened.workbench.opened, timeout=30_000):
        opened.window.trigger("next_article")
    assert QAccessible.queryAccessibleInterface(view).textInterface().selectionCount() == 0
