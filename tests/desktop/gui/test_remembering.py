"""Memory in the real window: what was decided follows in the same article and in the next ones."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.gui.app import Program
from desktop.gui.article_view.speech import mark_tip, spoken
from desktop.gui.commands import Accept, Correct, Reject
from desktop.gui.dialogs.project_settings import ProjectSettingsDialog
from store.values import Suggestion
from tests.desktop.gui.steps import page, settle

PATIENCE = 30_000


def suggested(program: Program) -> list[tuple[str, str]]:
    shown = page(program)
    return [(shown.article.text[it.start : it.end], it.label) for it in shown.suggestions]


def ask(program: Program, qtbot: QtBot, command: object) -> None:
    program.workbench.ask(command)
    settle(program, qtbot)


def place(program: Program, word: str) -> tuple[int, int]:
    start = page(program).article.text.index(word)
    return start, start + len(word)


def suggestion_at(program: Program, word: str) -> Suggestion:
    start = place(program, word)[0]
    return next(it for it in page(program).suggestions if it.start == start)


def go_to(program: Program, qtbot: QtBot, article: int) -> None:
    program.workbench.open_article(article)
    qtbot.waitUntil(lambda: page(program).article.id == article and page(program).predicted, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not program.workbench.gestures.under_way, timeout=PATIENCE)


def test_the_project_can_switch_it_off(opened: Program, qtbot: QtBot) -> None:
    opened.window.menus.actions["project_settings"].trigger()
    found = [
        it
        for it in QApplication.topLevelWidgets()
        if isinstance(it, ProjectSettingsDialog) and it.isVisible()
    ]
    found[0].memory.setCurrentIndex(found[0].memory.findData("off"))
    found[0].accept()
    qtbot.waitUntil(lambda: opened.workbench.codebook.settings.memory == "off", timeout=PATIENCE)
    go_to(opened, qtbot, 2)
    macron = next(it for it in page(opened).suggestions if it.start == place(opened, "Macron")[0])
    ask(opened, qtbot, Correct(macron.id, macron.start, macron.end, "ORG"))
    assert ("Macron", "ORG") not in suggested(opened)


def test_a_corrected_name_goes_over_to_its_second_mention_and_one_undo_takes_both_back(
    opened: Program, qtbot: QtBot
) -> None:
    go_to(opened, qtbot, 2)
    before = suggested(opened)
    macron = next(it for it in page(opened).suggestions if it.start == place(opened, "Macron")[0])
    ask(opened, qtbot, Correct(macron.id, macron.start, macron.end, "ORG"))
    assert ("Macron", "ORG") in suggested(opened)
    assert ("Macron", "PER") not in suggested(opened)
    opened.workbench.undo()
    qtbot.waitUntil(lambda: suggested(opened) == before, timeout=PATIENCE)


def test_a_confirmed_name_is_suggested_in_the_next_article_with_its_source(
    opened: Program, qtbot: QtBot
) -> None:
    go_to(opened, qtbot, 1)
    ask(opened, qtbot, Accept(suggestion_at(opened, "Moskau").id))
    go_to(opened, qtbot, 4)
    qtbot.waitUntil(lambda: page(opened).suggestions[0].evidence is not None, timeout=PATIENCE)
    assert suggested(opened) == [("Moskau", "LOC")]
    view = opened.window.page.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    scene = view.canvas.scene
    assert scene is not None
    assert "last in “article 1”" in spoken(scene, view.hand)
    assert "last in “article 1”" in mark_tip(scene, scene.suggested.items[0])


def test_a_refused_name_is_kept_back_and_shown_on_demand(opened: Program, qtbot: QtBot) -> None:
    go_to(opened, qtbot, 2)
    ask(opened, qtbot, Reject(suggestion_at(opened, "Macron").id))
    assert "Macron" not in dict(suggested(opened))
    scene = opened.window.page.view.canvas.scene
    assert scene is not None
    shown, _, came = scene.with_rejected(True)
    kept_back = [mark for mark in came if mark.remembered]
    assert [(mark.label, mark.look) for mark in kept_back] == [("PER", "rejected")]
    assert "decided otherwise before" in mark_tip(shown, kept_back[0])
