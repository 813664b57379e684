"""Evidence suggestions through the real window and store: off at first, refused for good, never exported."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.gui.app import Program
from desktop.gui.article_view.hand import EvidenceInHand
from desktop.gui.dialogs.project_settings import ProjectSettingsDialog
from store.transfer import export_file
from tests.desktop.gui.steps import page, press

PATIENCE = 30_000


def cues(program: Program) -> list[str]:
    shown = program.window.page.view.canvas.scene
    assert shown is not None
    return [shown.text[it.start : it.end] for it in shown.evidence]


def switch_on(program: Program, qtbot: QtBot) -> None:
    program.window.menus.actions["project_settings"].trigger()
    found = [it for it in QApplication.topLevelWidgets() if isinstance(it, ProjectSettingsDialog)]
    qtbot.waitUntil(found[0].isVisible, timeout=PATIENCE)
    assert not found[0].evidence.isChecked()
    found[0].evidence.setChecked(True)
    found[0].accept()
    qtbot.waitUntil(lambda: bool(cues(program)), timeout=PATIENCE)


def test_what_was_refused_stays_away_after_reopening_until_it_is_undone(
    opened: Program, store_path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    assert cues(opened) == []
    switch_on(opened, qtbot)
    assert cues(opened) == ["verärgert", "begrüßte"]
    press(opened, qtbot, *[Qt.Key.Key_Return] * 6)
    assert page(opened).suggestions == ()
    assert isinstance(opened.window.page.view.hand.focus, EvidenceInHand)
    press(opened, qtbot, Qt.Key.Key_X)
    assert cues(opened) == ["begrüßte"]
    exported = tmp_path / "out.jsonl"
    assert opened.workbench.project is not None
    export_file(opened.workbench.project.store, exported)
    assert b'"holder_kind"' not in exported.read_bytes()
    assert exported.read_bytes().count(b'"cue_refusals"') == 1
    opened.workbench.close_project()
    opened.workbench.arrivals.open(store_path, "ada")
    qtbot.waitUntil(lambda: opened.workbench.page is not None and cues(opened) != [], timeout=PATIENCE)
    assert cues(opened) == ["begrüßte"]
    opened.workbench.undo()
    qtbot.waitUntil(lambda: cues(opened) == ["verärgert", "begrüßte"], timeout=PATIENCE)
