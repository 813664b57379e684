"""All occurrences of a name: looked for, chosen and labelled through the window, in very few gestures."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.gui.app import Program
from desktop.gui.dialogs.occurrences import OccurrencesDialog
from desktop.gui.labelling import Labelling
from desktop.gui.panels.entity_delegate import ROW_ROLE
from desktop.gui.reading import read_page
from store.database import create
from store.transfer import import_files
from store.values import ProjectSettings

CTRL = Qt.KeyboardModifier.ControlModifier
Press = Callable[..., None]


@pytest.fixture
def pressed() -> list[str]:
    """Every key that was pressed."""
    return []


@pytest.fixture
def press(pressed: list[str]) -> Press:
    """Press a key where the focus is."""

    def do(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        pressed.append(key.name)
        widget = QApplication.activeWindow() or QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget.focusWidget() or widget, key, modifier)

    return do


def dialog(program: Program, qtbot: QtBot, *, count: int) -> OccurrencesDialog:
    """The preview, once so many occurrences are listed."""
    qtbot.waitUntil(lambda: program.doors.labelling.dialog is not None, timeout=30_000)
    shown = program.doors.labelling.dialog
    assert shown is not None
    qtbot.waitUntil(lambda: len(shown.model.rows) == count, timeout=30_000)
    return shown


def settle(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: program.doors.labelling.dialog is None, timeout=30_000)
    qtbot.waitUntil(lambda: not program.workbench.gestures.is_busy, timeout=30_000)


@pytest.fixture
def large(program: Program, qtbot: QtBot, tmp_path: Path) -> Program:
    """1,000 articles, with the name "Paschinjan" 100 times in 50 of them; the first one is open."""
    lines = [
        f'{{"key": "{n}", "text": "Nummer {n}. '
        + ("Paschinjan kam. Dann ging Paschinjan." if n % 20 == 0 else "Nichts.")
        + '"}'
        for n in range(1000)
    ]
    source, path = tmp_path / "large.jsonl", tmp_path / "large.lesart"
    source.write_text("\n".join(lines), encoding="utf-8")
    store = create(path, name="Large", settings=ProjectSettings(), person="ada")
    import_files(store, [source])
    store.close()
    program.preparing.paused = True
    program.workbench.arrivals.open(path, "ada")
    qtbot.waitUntil(
        lambda: program.workbench.page is not None and bool(program.workbench.queue.ids), timeout=30_000
    )
    return program


def test_a_hundred_mentions_in_a_thousand_articles_take_three_presses_and_one_undo(
    large: Program, press: Press, pressed: list[str], qtbot: QtBot
) -> None:
    bench, view = large.workbench, large.window.page.view
    start = bench.page.article.text.index("Paschinjan")  # pyright: ignore[reportOptionalMemberAccess]
    view.setFocus()
    view.go_to(start, start + len("Paschinjan"))
    press(Qt.Key.Key_L, CTRL)
    shown = dialog(large, qtbot, count=2)
    press(Qt.Key.Key_L, CTRL)
    dialog(large, qtbot, count=100)
    qtbot.waitUntil(lambda: not shown.bar.isVisible(), timeout=30_000)
    press(Qt.Key.Key_Return)
    settle(large, qtbot)
    assert len(pressed) <= 4
    assert bench.project is not None
    labelled = [read_page(bench.project, article).spans for article in bench.queue.ids[:41]]
    assert [len(spans) for spans in labelled] == [2 if n % 20 == 0 else 0 for n in range(41)]
    assert {span.made for spans in labelled for span in spans} == {"all_occurrences"}
    qtbot.waitUntil(lambda: len(bench.page.spans) == 2, timeout=30_000)  # pyright: ignore[reportOptionalMemberAccess]
    with qtbot.waitSignal(bench.changed, timeout=30_000):
        bench.undo()
    assert not any(read_page(bench.project, article).spans for article in bench.queue.ids[:41])
    assert bench.steps.undo is None


def test_what_is_not_ticked_stays_as_it_is_and_conflicts_are_never_ticked_by_themselves(
    opened: Program, press: Press, qtbot: QtBot
) -> None:
    bench, view = opened.workbench, opened.window.page.view
    QTest.keyClick(view, Qt.Key.Key_Tab)
    press(Qt.Key.Key_4)  # no label has the key 4 for the suggestion: nothing happens
    view.go_to(4, 9)
    QTest.keyClick(view, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: not bench.gestures.is_busy, timeout=30_000)
    moscow = page_text(opened).index("Moskau")
    view.go_to(moscow, moscow + 6)
    press(Qt.Key.Key_L, CTRL)
    shown = dialog(opened, qtbot, count=1)
    assert shown.label.currentData() == "LOC"
    shown.surface.setText("Kreml")
    shown.surface.editingFinished.emit()
    dialog(opened, qtbot, count=1)
    (row,) = shown.model.rows
    assert (row.state, row.other, shown.model.is_ticked(0)) == ("other_label", "ORG", False)
    shown.everywhere.click()
    shown.surface.setText("Moskau")
    shown.surface.editingFinished.emit()
    dialog(opened, qtbot, count=2)
    shown.list.setFocus()
    QTest.keyClick(shown.list, Qt.Key.Key_Down)
    QTest.keyClick(shown.list, Qt.Key.Key_Space)
    assert [it.article_id for it in shown.model.ticked()] == [1]
    QTest.keyClick(shown, Qt.Key.Key_Return)
    settle(opened, qtbot)
    qtbot.waitUntil(
        lambda: {(it.start, it.label) for it in page_spans(opened)} == {(4, "ORG"), (moscow, "LOC")},
        timeout=30_000,
    )


def test_esc_labels_nothing_and_gives_the_keys_back_to_the_article(
    opened: Program, press: Press, qtbot: QtBot
) -> None:
    opened.window.page.view.setFocus()
    QTest.keyClick(opened.window.page.view, Qt.Key.Key_Tab)
    press(Qt.Key.Key_L, CTRL)
    shown = dialog(opened, qtbot, count=1)
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    settle(opened, qtbot)
    assert page_spans(opened) == ()
    assert opened.window.focusWidget() is opened.window.page.view


def test_a_group_of_the_panel_is_decided_as_one_step(opened: Program, qtbot: QtBot) -> None:
    entities = opened.window.page.side.entities
    rows = {entities.model().index(n, 0).data(ROW_ROLE).key: n for n in range(entities.model().rowCount())}

    def click(key: tuple[str, str], mark: str) -> None:
        rect = entities.visualRect(entities.model().index(rows[key], 0))
        away = {"accept": 45, "reject": 24}[mark]
        place = QPoint(rect.right() - away, rect.center().y())
        QTest.mouseClick(entities.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.waitUntil(lambda: not opened.workbench.gestures.is_busy, timeout=30_000)

    click(("PER", ""), "accept")
    assert {(it.label, it.made) for it in page_spans(opened)} == {("PER", "accepted")}
    assert len(page_spans(opened)) == 2
    with qtbot.waitSignal(opened.workbench.changed, timeout=30_000):
        opened.workbench.undo()
    assert page_spans(opened) == ()
    click(("LOC", "Kreml"), "reject")
    assert len(opened.workbench.page.suggestions) == 4  # pyright: ignore[reportOptionalMemberAccess]


def page_text(program: Program) -> str:
    assert program.workbench.page is not None
    return program.workbench.page.article.text


def page_spans(program: Program) -> tuple:
    assert program.workbench.page is not None
    return program.workbench.page.spans


def test_how_was_looked_is_remembered_by_the_next_program(large: Program, qtbot: QtBot) -> None:
    large.window.page.view.go_to(10, 20)
    large.doors.labelling.begin()
    shown = dialog(large, qtbot, count=2)
    shown.everywhere.click()
    shown.case.click()
    shown.reject()
    later = Labelling(large.window, large.workbench, language="en")
    later.begin()
    assert later.dialog is not None
    assert later.dialog.everywhere.isChecked()
    assert later.dialog.case.isChecked()
    assert later.dialog.words.isChecked()
    later.dialog.reject()
