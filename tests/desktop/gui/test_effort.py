"""Effort is measured only when it is wanted, and seen only by those whom the sentence names."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui import settings
from desktop.gui.app import Program
from desktop.gui.dialogs.effort import EffortDialog, duration
from desktop.gui.paths import Paths
from desktop.work.effort import by_kind


def press(program: Program, qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(program.window.windowHandle(), key)
    qtbot.waitUntil(lambda: not program.workbench.gestures.is_busy, timeout=30_000)


def dialog_of(program: Program, qtbot: QtBot) -> EffortDialog:
    program.window.trigger("effort")
    dialog = program.window.findChild(EffortDialog)
    assert dialog is not None
    return dialog


def choose(program: Program, qtbot: QtBot, number: int) -> None:
    dialog = dialog_of(program, qtbot)
    QTest.mouseClick(dialog.choices.button(number), Qt.MouseButton.LeftButton)
    dialog.accept()
    dialog.deleteLater()


def test_nothing_is_measured_before_somebody_wants_it(opened: Program, paths: Paths, qtbot: QtBot) -> None:
    press(opened, qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_X)
    assert opened.effort.meter.found() == {}
    assert not paths.effort.exists()


def test_decisions_are_counted_by_kind_with_the_keys_that_led_to_them(
    opened: Program, paths: Paths, qtbot: QtBot
) -> None:
    choose(opened, qtbot, 1)
    assert settings.load(paths.settings).effort == "mine"
    opened.window.page.view.setFocus()
    press(opened, qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    press(opened, qtbot, Qt.Key.Key_X)
    press(opened, qtbot, Qt.Key.Key_2)
    found = by_kind(opened.effort.meter.found())
    assert {kind: (it.times, it.actions) for kind, it in found.items()} == {
        "accepted": (1, 2),
        "refused": (1, 1),
        "relabelled": (1, 1),
    }
    assert opened.workbench.page is not None
    assert list(opened.effort.meter.found()) == [opened.workbench.page.article.key]


def test_what_was_measured_is_kept_apart_from_the_project_and_can_be_deleted(
    opened: Program, paths: Paths, store_path: Path, qtbot: QtBot
) -> None:
    choose(opened, qtbot, 1)
    opened.window.page.view.setFocus()
    press(opened, qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    opened.workbench.step(1)
    qtbot.waitUntil(lambda: any(paths.effort.glob("*")), timeout=30_000)
    assert [file.name for file in store_path.parent.glob("*effort*")] == []
    dialog = dialog_of(opened, qtbot)
    assert dialog.table.rowCount() == 1
    QTest.mouseClick(dialog.forget, Qt.MouseButton.LeftButton)
    assert dialog.table.rowCount() == 0
    assert not dialog.save.isVisible()
    assert list(paths.effort.glob("*")) == []
    dialog.accept()
    dialog.deleteLater()


def test_a_table_lies_beside_an_export_only_where_it_is_shared(
    opened: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    choose(opened, qtbot, 1)
    opened.window.page.view.setFocus()
    press(opened, qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    opened.effort.share(tmp_path / "out.jsonl")
    assert not (tmp_path / "out.effort.csv").exists()
    choose(opened, qtbot, 2)
    opened.effort.share(tmp_path / "out.jsonl")
    assert ",accepted,1,2," in (tmp_path / "out.effort.csv").read_text(encoding="utf-8-sig")


def test_switched_off_it_hears_nothing_more(opened: Program, qtbot: QtBot) -> None:
    choose(opened, qtbot, 1)
    choose(opened, qtbot, 0)
    before = opened.effort.meter.found()
    opened.window.page.view.setFocus()
    press(opened, qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert opened.effort.meter.found() == before


def test_active_time_is_said_in_minutes_and_seconds() -> None:
    assert [duration(it) for it in (0.4, 59.6, 130)] == ["0 s", "1 min 0 s", "2 min 10 s"]
