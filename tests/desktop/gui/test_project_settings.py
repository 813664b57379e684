"""The project's switches: what is suggested follows them at once, and they can be undone like all else."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.gui.app import Program
from desktop.gui.dialogs.project_settings import ProjectSettingsDialog


def shown(program: Program) -> list[str]:
    assert program.workbench.page is not None
    return [it.label for it in program.workbench.page.suggestions]


def dialog(program: Program, qtbot: QtBot) -> ProjectSettingsDialog:
    program.window.menus.actions["project_settings"].trigger()
    found = [it for it in QApplication.topLevelWidgets() if isinstance(it, ProjectSettingsDialog)]
    qtbot.waitUntil(found[0].isVisible)
    return found[0]


def test_a_label_that_is_switched_off_is_no_longer_suggested_until_that_is_undone(
    opened: Program, qtbot: QtBot
) -> None:
    assert shown(opened) == ["LOC", "LOC", "PER", "PER", "LOC"]
    asked = dialog(opened, qtbot)
    asked.labels["LOC"].setChecked(False)
    asked.accept()
    qtbot.waitUntil(lambda: shown(opened) == ["PER", "PER"])
    opened.workbench.undo()
    qtbot.waitUntil(lambda: len(shown(opened)) == 5)


def test_reasons_keep_their_codes_and_own_ones_are_added(opened: Program, qtbot: QtBot) -> None:
    asked = dialog(opened, qtbot)
    before = asked.chosen()
    asked.reasons.appendPlainText("  Werbung ")
    asked.nested.setChecked(True)
    chosen = asked.chosen()
    assert chosen.exclusion_reasons == (*before.exclusion_reasons, "Werbung")
    assert chosen.nested
    assert (chosen.labels_off, chosen.forms_off) == (before.labels_off, before.forms_off)
    asked.reject()
