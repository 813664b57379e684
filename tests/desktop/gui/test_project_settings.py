"""The project's switches: what is suggested follows them at once, and they can be undone like all else."""

import json
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.gui import settings
from desktop.gui.app import Program
from desktop.gui.dialogs.project_settings import ProjectSettingsDialog
from desktop.gui.panels.controls import PADDING
from desktop.nlp import models


def shown(program: Program) -> list[str]:
    assert program.workbench.page is not None
    return [it.label for it in program.workbench.page.suggestions]


def dialog(program: Program, qtbot: QtBot) -> ProjectSettingsDialog:
    program.window.menus.actions["project_settings"].trigger()

    def visible() -> list[ProjectSettingsDialog]:
        dialogs = (it for it in QApplication.topLevelWidgets() if isinstance(it, ProjectSettingsDialog))
        return [it for it in dialogs if it.isVisible()]

    qtbot.waitUntil(lambda: bool(visible()), timeout=30_000)
    return visible()[0]


def test_a_label_that_is_switched_off_is_no_longer_suggested_until_that_is_undone(
    opened: Program, qtbot: QtBot
) -> None:
    assert shown(opened) == ["LOC", "LOC", "PER", "PER", "LOC"]
    asked = dialog(opened, qtbot)
    asked.labels["LOC"].setChecked(False)
    asked.accept()
    qtbot.waitUntil(lambda: shown(opened) == ["PER", "PER"], timeout=30_000)
    opened.workbench.undo()
    qtbot.waitUntil(lambda: len(shown(opened)) == 5, timeout=30_000)


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


def test_closed_before_the_shares_are_counted_it_is_gone_all_the_same(opened: Program, qtbot: QtBot) -> None:
    def kept() -> list[ProjectSettingsDialog]:
        return [it for it in QApplication.topLevelWidgets() if isinstance(it, ProjectSettingsDialog)]

    for _ in range(2):
        dialog(opened, qtbot).reject()
        qtbot.waitUntil(lambda: not kept(), timeout=30_000)


def a_model(folder: Path, *files: str) -> Path:
    folder.mkdir()
    (folder / "config.cfg").write_text("[nlp]\nlang = 'de'\n", encoding="utf-8")
    meta = {"lang": "de", "name": folder.name, "version": "1"}
    (folder / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    for name in files:
        (folder / name).write_text("raise SystemExit", encoding="utf-8")
    return folder


def test_a_language_is_read_by_the_model_that_was_chosen_for_it(
    opened: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    bench = opened.workbench
    assert bench.codebook is not None
    usual = bench.codebook.source("de")
    asked = dialog(opened, qtbot)
    (choice,) = asked.models
    assert (choice.language, choice.source) == ("de", None)
    folder = a_model(tmp_path / "ours")
    choice.take_folder(folder)
    asked.accept()
    qtbot.waitUntil(
        lambda: bench.codebook is not None and bench.codebook.source("de") == str(folder), timeout=30_000
    )
    assert opened.window.page.messages.button.isVisible()
    asked = dialog(opened, qtbot)
    assert asked.models[0].source == str(folder)
    none = asked.models[0].findData("")
    asked.models[0].setCurrentIndex(none)
    asked.models[0].activated.emit(none)
    asked.accept()
    qtbot.waitUntil(
        lambda: bench.codebook is not None and bench.codebook.source("de") is None, timeout=30_000
    )
    for _ in range(2):
        bench.undo()
    qtbot.waitUntil(
        lambda: bench.codebook is not None and bench.codebook.source("de") == usual, timeout=30_000
    )


def test_models_that_were_trained_here_are_offered_for_their_language(opened: Program, qtbot: QtBot) -> None:
    trained = opened.window.paths.models
    trained.mkdir()
    ours = a_model(trained / "ours-1")
    (trained / ".ours-2.unfinished").mkdir()
    (trained / "broken").mkdir()
    (trained / "broken" / "meta.json").write_text("{")
    asked = dialog(opened, qtbot)
    (choice,) = asked.models
    assert choice.source is None
    [row] = [n for n in range(choice.count()) if choice.itemData(n) == str(ours)]
    info = models.describe(str(ours))
    assert choice.itemText(row) == f"{info.name} {info.version}"
    asked.reject()


def test_a_folder_with_code_of_its_own_is_taken_only_after_a_warning(
    opened: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = a_model(tmp_path / "theirs", "mine.py")
    asked = dialog(opened, qtbot)
    (choice,) = asked.models

    def warning() -> QMessageBox:
        found = [
            it for it in QApplication.topLevelWidgets() if isinstance(it, QMessageBox) and it.isVisible()
        ]
        assert "mine.py" in found[0].informativeText()
        return found[0]

    choice.take_folder(folder)
    box = warning()
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
    box.button(QMessageBox.StandardButton.Cancel).click()
    assert choice.source is None
    assert opened.preparing.trusted == ()
    choice.take_folder(folder)
    next(it for it in warning().buttons() if it.text() == "Let it run").click()
    assert choice.source == str(folder)
    assert opened.preparing.trusted == (str(folder),)
    assert settings.load(opened.window.paths.settings).trusted == (str(folder),)
    asked.reject()


def test_a_number_does_not_touch_the_edge_of_its_box(opened: Program, qtbot: QtBot) -> None:
    asked = dialog(opened, qtbot)
    assert asked.unaided.lineEdit().textMargins().left() == PADDING
    asked.reject()
