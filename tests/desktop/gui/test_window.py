"""The window as a whole: what opens, what is shown after each step, where the focus is, and how it ends."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui import settings
from desktop.gui.app import Program
from desktop.gui.filters import Filter
from desktop.gui.panels.entity_delegate import ROW_ROLE
from desktop.gui.panels.queue_model import HEAD_ROLE
from desktop.gui.reading import read_page
from desktop.gui.settings import Settings
from desktop.gui.theme import DARK
from store.errors import NotFound
from tests.desktop.gui.steps import page, press, settle


def test_it_begins_with_three_doors_and_nothing_to_configure(program: Program) -> None:
    assert program.window.welcome.isVisible()
    assert [door.text() for door in program.window.welcome.doors] == [
        "Try the sample corpus", "New project", "Open a project",
    ]  # fmt: skip
    assert not program.window.menus.actions["import"].isEnabled()


def test_an_opened_project_shows_its_first_article_with_suggestions_and_the_keys_are_the_articles(
    opened: Program,
) -> None:
    window = opened.window
    assert window.page.isVisible()
    assert window.windowTitle() == "News – Lesart"
    assert [it.label for it in page(opened).suggestions] == ["LOC", "LOC", "PER", "PER", "LOC"]
    assert window.page.view.hasFocus()
    assert window.page.queue.model.rowCount() == 4
    assert window.page.strip.left.words == "5 suggestions left"


def test_suggestions_are_decided_by_keys_and_every_panel_follows(opened: Program, qtbot: QtBot) -> None:
    press(opened, qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_X, Qt.Key.Key_2)
    shown = page(opened)
    assert [(it.label, it.made) for it in shown.spans] == [("LOC", "accepted"), ("ORG", "corrected")]
    assert len(shown.rejections) == 1
    work = opened.window.page
    assert work.strip.left.words == "2 suggestions left"
    assert work.strip.saved.text() == "Saved ✓"
    assert work.queue.model.head(0).status == "in_progress"  # pyright: ignore[reportOptionalMemberAccess]
    rows = [
        work.side.entities.model().index(n, 0).data(ROW_ROLE)
        for n in range(work.side.entities.model().rowCount())
    ]
    assert {(row.label, row.own) for row in rows if row.own} == {("LOC", 1), ("ORG", 1)}


def test_done_goes_on_to_the_next_article_and_counts(opened: Program, qtbot: QtBot) -> None:
    first = page(opened).article.id
    QTest.keyClick(opened.window.page.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(opened, qtbot)
    assert page(opened).article.id == first + 1
    qtbot.waitUntil(lambda: opened.window.page.queue.progress_text.text() == "1 of 4 done", timeout=30_000)
    assert opened.window.page.queue.model.head(0).status == "done"  # pyright: ignore[reportOptionalMemberAccess]


def test_the_next_articles_are_read_by_the_model_before_they_are_opened(
    opened: Program, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: all(is_predicted(opened, article) for article in (1, 2, 3, 4)), timeout=30_000)


def test_a_stance_is_made_by_two_keys_and_changed_on_its_card(opened: Program, qtbot: QtBot) -> None:
    opened.doors.topics.propose("Westkurs", lambda topic: None)
    qtbot.waitUntil(
        lambda: bool(opened.workbench.codebook and opened.workbench.codebook.topics), timeout=30_000
    )
    topic = opened.workbench.codebook.topics[0].id  # pyright: ignore[reportOptionalMemberAccess]
    press(opened, qtbot, Qt.Key.Key_Tab, Qt.Key.Key_A)
    opened.window.page.view.choose_target(topic=topic)
    settle(opened, qtbot)
    cards = opened.window.page.side.stances.cards
    assert [(it.line.holder, it.line.label, it.line.target) for it in cards] == [
        ("Kreml", "AGAINST", "Westkurs")
    ]
    actions = {action.text(): action for action in cards[0].label.menu().actions()}
    next(action for words, action in actions.items() if "favour" in words).trigger()
    settle(opened, qtbot)
    assert page(opened).stances[0].label == "FAVOR"
    cards[0].delete.click()
    settle(opened, qtbot)
    assert page(opened).stances == ()
    assert opened.window.page.side.stances.cards == []


def test_a_note_is_written_about_what_is_in_hand_and_the_article_gets_the_keys_back(
    opened: Program, qtbot: QtBot
) -> None:
    press(opened, qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    opened.window.page.view.take(span=page(opened).spans[0].id)
    press(opened, qtbot, Qt.Key.Key_M)
    field = opened.window.page.side.comments.field
    assert field.hasFocus()
    assert "Kreml" in field.placeholderText()
    QTest.keyClicks(field, "Gebaeude oder Regierung?")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(opened, qtbot)
    assert [(it.text, it.kind, it.span_id) for it in page(opened).comments] == [
        ("Gebaeude oder Regierung?", "note", page(opened).spans[0].id)
    ]
    assert opened.window.page.view.hasFocus()


def test_undo_in_the_article_takes_back_and_a_text_field_keeps_its_own(opened: Program, qtbot: QtBot) -> None:
    press(opened, qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    search = opened.window.page.queue.search
    search.setFocus()
    QTest.keyClicks(search, "abc")
    QTest.keyClick(search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(opened, qtbot)
    assert len(page(opened).spans) == 1
    opened.window.page.view.setFocus()
    QTest.keyClick(opened.window.page.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(opened, qtbot)
    assert page(opened).spans == ()


def test_f6_goes_round_the_panes_that_are_to_be_seen(opened: Program) -> None:
    window = opened.window
    window.page.view.setFocus()
    panes = [pane for pane in window.page.panes() if pane.isVisible()]
    assert len(panes) >= 4
    seen: list[QWidget | None] = []
    for _ in panes:
        window.trigger("next_pane")
        seen.append(window.focusWidget())
    assert set(seen) == set(panes)
    assert seen[-1] is window.page.view


def test_the_search_narrows_the_queue(opened: Program, qtbot: QtBot) -> None:
    queue = opened.window.page.queue
    queue.search.setText("Macron")
    qtbot.waitUntil(lambda: queue.model.rowCount() == 1, timeout=30_000)
    qtbot.waitUntil(lambda: queue.model.index(0, 0).data(HEAD_ROLE) is not None, timeout=30_000)
    assert queue.model.index(0, 0).data(HEAD_ROLE).title == "article 2"
    assert queue.found.words.startswith("1 article")
    queue.search.setText("Nirgendwo")
    qtbot.waitUntil(queue.empty.isVisible, timeout=30_000)
    assert opened.window.page.header.place.words == ""
    queue.empty.button.click()
    qtbot.waitUntil(lambda: queue.model.rowCount() == 4, timeout=30_000)


def test_the_queue_is_filtered_and_sorted_from_its_menus(opened: Program, qtbot: QtBot) -> None:
    queue = opened.window.page.queue
    shown = lambda: [queue.model.head(row) for row in range(queue.model.rowCount())]  # noqa: E731

    def titles() -> list[str]:
        qtbot.waitUntil(lambda: None not in shown(), timeout=30_000)
        return [head.title for head in shown() if head is not None]

    actions = {it.text(): it for it in queue.sort_menu.actions()}
    press(opened, qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_U)
    actions["By title"].trigger()
    qtbot.waitUntil(lambda: opened.workbench.queue.filter.order == "title", timeout=30_000)
    next(it for it in queue.menu.actions() if "unsure" in it.text()).trigger()
    qtbot.waitUntil(lambda: queue.model.rowCount() == 1, timeout=30_000)
    assert titles() == ["article 1"]
    assert "unsure" in queue.found.words
    queue.clear.click()
    qtbot.waitUntil(lambda: queue.model.rowCount() == 4, timeout=30_000)
    assert not queue.found.isVisible()


def test_a_filter_comes_back_with_its_project_and_goes_when_it_is_taken_away(
    opened: Program, qtbot: QtBot, store_path: Path
) -> None:
    queue, bench = opened.window.page.queue, opened.workbench

    def reopen() -> None:
        opened.window.asked.emit("close")
        with qtbot.waitSignal(bench.queue.listed, timeout=30_000):
            opened.doors.open(store_path)

    next(it for it in queue.menu.actions() if "undecided" in it.text()).trigger()
    queue.search.setText("Moskau")
    reopen()
    qtbot.waitUntil(lambda: bench.queue.filter == Filter(undecided=True), timeout=30_000)
    assert "undecided" in queue.found.words
    assert queue.search.text() == ""
    queue.clear.click()
    reopen()
    assert bench.queue.filter == Filter()


def test_find_goes_from_place_to_place(opened: Program) -> None:
    window = opened.window
    window.trigger("find")
    window.page.finder.field.setText("in")
    assert window.page.finder.count.text().startswith("1 of ")
    window.trigger("find_next")
    assert window.page.finder.count.text().startswith("2 of ")
    QTest.keyClick(window.page.finder.field, Qt.Key.Key_Escape)
    assert not window.page.finder.isVisible()
    assert window.page.view.hasFocus()


def test_what_the_keys_cannot_do_is_said_and_moves_nothing(opened: Program, qtbot: QtBot) -> None:
    work = opened.window.page
    height = work.view.height()
    press(opened, qtbot, Qt.Key.Key_Escape, Qt.Key.Key_F)
    assert work.messages.isVisible()
    assert work.view.height() == height


def test_errors_are_told_in_words_and_go_with_the_next_success(opened: Program, qtbot: QtBot) -> None:
    work = opened.window.page
    QTest.keyClick(work.view, Qt.Key.Key_Tab)
    first = page(opened).suggestions[0]
    opened.workbench.failed.emit(_not_found(first.id))
    assert "S013" in work.messages.text.text()
    press(opened, qtbot, Qt.Key.Key_Return)
    assert not work.messages.isVisible()


def test_settings_take_effect_at_once_and_are_kept(
    opened: Program, paths: object, qapp: QApplication
) -> None:
    opened.window.set_settings(Settings(theme="dark", font_size=15))
    assert opened.window.theme is DARK
    ground = opened.window.page.view.grab().toImage().pixelColor(4, 4)
    assert ground.name() == DARK.bg
    assert settings.load(opened.window.paths.settings) == Settings(theme="dark", font_size=15)


def test_the_window_comes_back_where_it_was(opened: Program, store_path: Path) -> None:
    opened.window.close()
    assert opened.window.state.recent() == [store_path]


def test_while_a_project_opens_the_first_page_says_so(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    words = program.window.welcome.text
    before = words.text()
    program.doors.open(tmp_path / "gone.lesart")
    assert words.text() == "Opening gone …"
    assert not any(door.isEnabled() for door in program.window.welcome.doors)
    qtbot.waitUntil(lambda: words.text() == before, timeout=30_000)
    assert program.window.focusWidget() is program.window.welcome.doors[0]


def test_a_message_tells_the_article_how_much_of_its_foot_is_covered(opened: Program) -> None:
    work = opened.window.page
    covered: list[int] = []
    work.messages.covered.connect(covered.append)
    work.messages.tell("Said.")
    assert covered[-1] == work.centre.height() - work.messages.y()
    work.messages.hide()
    assert covered[-1] == 0


def test_closing_a_project_returns_to_the_doors(opened: Program, qtbot: QtBot) -> None:
    opened.window.asked.emit("close")
    assert opened.window.welcome.isVisible()
    assert [row.text() for row in opened.window.welcome.rows] == ["news"]


@pytest.mark.parametrize("name", ["keys", "about", "settings", "palette"])
def test_dialogs_open_and_close(opened: Program, qtbot: QtBot, name: str) -> None:
    before = set(QApplication.topLevelWidgets())
    opened.window.trigger(name)
    new = [it for it in QApplication.topLevelWidgets() if it not in before and it.isVisible()]
    assert len(new) == 1
    new[0].close()


def is_predicted(program: Program, article: int) -> bool:
    assert program.workbench.project is not None
    return read_page(program.workbench.project, article).predicted


def _not_found(number: int) -> Exception:
    return NotFound(what="span", id=number)
