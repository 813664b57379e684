"""Training in the window: the curve while it learns, the gains by label, and adopting by one click."""

import sys
from itertools import combinations
from pathlib import Path
from typing import Any

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.dialogs.training import TrainingDialog
from desktop.gui.long_work import ErrandError, Telling
from desktop.work.gains import LabelGain, Trained
from store.database import create
from store.formats.records import AnnotatorRecord, ArticleRecord, SetRecord, SpanRecord
from store.transfer import import_files
from store.values import Progress, ProjectSettings
from tests.screens.drawn import texts_of

ADA = AnnotatorRecord("0197a000-0000-7000-8000-000000000001", "ada", "person")
GAINS = (
    LabelGain("", 210, 0.6, 0.7, (0.5, 0.65), (0.66, 0.74)),
    LabelGain("ORG", 9, 0.5, 0.4, None, None),
)
PATIENCE = 120_000


def trained(**changes: Any) -> Trained:
    made = Trained("embedded:de", "/models/x_de-1", "x_de", "1", "de", 70, 10, 20, GAINS)
    return msgspec.structs.replace(made, **changes)


@pytest.fixture
def dialog(qtbot: QtBot, program: Any) -> TrainingDialog:
    made = TrainingDialog([("de", "German")], {"ORG": "Organisation"}, program.window.look)
    qtbot.addWidget(made)
    made.show()
    return made


def rows(dialog: TrainingDialog) -> list[list[str]]:
    table = dialog.gains
    return [[table.item(y, x).text() for x in range(table.columnCount())] for y in range(table.rowCount())]


def test_rounds_are_drawn_as_they_come(dialog: TrainingDialog) -> None:
    dialog.begin()
    assert not dialog.act.isEnabled()
    for number, f1 in ((0, 0.6), (1, 0.58), (2, 0.7), (2, 0.7)):
        dialog.show_progress(Telling("Training", Progress(number, 10), number, f1))
    assert dialog.curve.best == 0.7
    assert dialog.curve.accessibleDescription() == "Now: F1 60.0, Best round: F1 70.0"
    assert dialog.bar.value() == 2
    drawn = dialog.curve.grab().toImage()
    dialog.show_progress(Telling("Training", Progress(3, 10), 3, 0.65))
    assert dialog.curve.grab().toImage() != drawn


def test_rounds_are_numbered_and_nothing_of_the_scale_lies_on_something_else(dialog: TrainingDialog) -> None:
    dialog.begin()
    dialog.show_progress(Telling("Training", Progress(0, 10), 0, 0.5009))
    texts = texts_of(dialog.curve)
    assert [it.words for it in texts if it.words.isdecimal()][-10:] == [str(n) for n in range(1, 11)]
    places = [it.box.adjusted(1, 1, -1, -1) for it in texts]
    assert not any(a.intersects(b) for a, b in combinations(places, 2))


def test_the_last_round_has_its_place_and_what_comes_after_it_is_said(dialog: TrainingDialog) -> None:
    dialog.begin()
    for number in range(11):
        dialog.show_progress(Telling("Training", Progress(number, 10), number, 0.6 + number / 100))
    [best] = [it for it in texts_of(dialog.curve) if it.words == "70.0"]
    [last] = [it for it in texts_of(dialog.curve) if it.words == "10"]
    assert abs(best.box.right() - last.box.center().x()) < 2
    assert dialog.told.text() == "Both versions are being measured …"


def test_a_training_that_is_being_cancelled_says_so_until_it_ends(
    dialog: TrainingDialog, qtbot: QtBot
) -> None:
    dialog.begin()
    with qtbot.waitSignal(dialog.cancelled):
        dialog.stop.click()
    dialog.show_progress(Telling("Training", Progress(2, 10), 2, 0.7))
    assert dialog.told.text() == "Cancelling …"
    assert not dialog.stop.isEnabled()
    dialog.begin()
    assert dialog.stop.isEnabled()


def test_gains_are_listed_with_counts_and_what_says_little_is_named(dialog: TrainingDialog) -> None:
    dialog.show_trained(trained())
    assert rows(dialog) == [
        ["all", "210", "60.0 (50.0–65.0)", "70.0 (66.0–74.0)"],
        ["Organisation", "9", "50.0", "40.0"],
    ]
    assert "Organisation" in dialog.few.text()
    assert dialog.act.text() == "Use version 1"
    assert not dialog.anyway.isVisible()
    assert "stays" not in dialog.told.text()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"gains": (msgspec.structs.replace(GAINS[0], after=0.6),)}, "Nothing was gained"),
        ({"gains": GAINS, "is_clear": False}, "may be chance"),
    ],
)
def test_without_a_clear_gain_the_current_model_stays_unless_one_insists(
    dialog: TrainingDialog, qtbot: QtBot, changes: dict[str, Any], said: str
) -> None:
    made = trained(**changes)
    dialog.show_trained(made)
    assert said in dialog.told.text()
    assert rows(dialog)[0][0] == "all"
    assert dialog.act.text() == "Train"
    assert dialog.anyway.text() == "Use version 1 all the same"
    with qtbot.waitSignal(dialog.trainWanted):
        dialog.act.click()
    with qtbot.waitSignal(dialog.adoptWanted) as wanted:
        dialog.anyway.click()
    assert wanted.args == [made]
    dialog.show_adopted(made)
    assert not dialog.anyway.isVisible()


def test_a_cancelled_training_can_be_begun_again(dialog: TrainingDialog, qtbot: QtBot) -> None:
    dialog.begin()
    dialog.show_trained(None)
    with qtbot.waitSignal(dialog.trainWanted) as wanted:
        dialog.act.click()
    assert wanted.args == ["de"]


def ships(folder: Path) -> Path:
    """A project in which everybody is a ship, which counts as an organisation."""
    lines: list[bytes] = []
    for number in range(60):
        name = ("Seeteufel", "Nordwind", "Brigitta", "Albatros", "Kondor")[number % 5]
        text = f"Gestern lief die {name} ein. Nummer {number} blieb draußen."
        sets = [SetRecord(ADA, status="done", spans=[SpanRecord("s1", 17, 17 + len(name), "ORG")])]
        lines.append(
            msgspec.json.encode(ArticleRecord(1, key=f"s{number}", text=text, language="de", sets=sets))
        )
    (folder / "ships.jsonl").write_bytes(b"\n".join(lines))
    store = create(folder / "ships.lesart", name="Ships", settings=ProjectSettings(), person="Cem")
    import_files(store, [folder / "ships.jsonl"])
    store.close()
    return folder / "ships.lesart"


def test_the_window_trains_in_a_child_and_reads_with_the_new_version(
    tmp_path: Path, program: Any, qtbot: QtBot
) -> None:
    program.doors.open(ships(tmp_path))
    qtbot.waitUntil(lambda: program.workbench.page is not None, timeout=PATIENCE)
    program.window.menus.actions["train"].trigger()
    shown = program.doors.training._dialog
    shown.act.click()
    assert program.work.is_running
    qtbot.waitUntil(lambda: shown.act.text() == "Use version 1", timeout=PATIENCE)
    assert shown.curve.best is not None
    shown.act.click()
    qtbot.waitUntil(lambda: "from now on" in shown.told.text(), timeout=PATIENCE)
    assert shown.language.currentText().endswith(" · ships_de 1")
    assert Path(program.workbench.codebook.settings.models["de"]).parent == program.window.paths.models
    qtbot.waitUntil(lambda: program.work.is_running, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not program.work.is_running, timeout=PATIENCE)
    shown.close()
    assert program.doors.training._dialog is None


def test_a_child_that_dies_leaves_a_dialog_that_can_be_used(
    tmp_path: Path, program: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.doors.open(ships(tmp_path))
    qtbot.waitUntil(lambda: program.workbench.page is not None, timeout=PATIENCE)
    program.window.menus.actions["train"].trigger()
    training = program.doors.training
    told: list[Exception] = []
    program.workbench.failed.disconnect()
    program.workbench.failed.connect(told.append)
    monkeypatch.setattr(program.work, "_command", [sys.executable, "-c", "pass"])
    training._dialog.act.click()
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    assert isinstance(told[0], ErrandError)
    assert training._dialog.act.isEnabled()
    assert "error" in training._dialog.told.text()
    training._dialog.close()


def test_a_dialog_that_is_opened_again_shows_that_training_goes_on(
    tmp_path: Path, program: Any, qtbot: QtBot
) -> None:
    program.doors.open(ships(tmp_path))
    qtbot.waitUntil(lambda: program.workbench.page is not None, timeout=PATIENCE)
    entry = program.window.menus.actions["train"]
    entry.trigger()
    training = program.doors.training
    training._dialog.act.click()
    training._dialog.close()
    entry.trigger()
    assert training._dialog.stop.isVisible()
    assert not training._dialog.act.isEnabled()
    training._dialog.stop.click()
    qtbot.waitUntil(training._dialog.act.isEnabled, timeout=PATIENCE)
    training._dialog.close()
