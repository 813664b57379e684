"""What counts: agreement, evaluation, training, effort, positions, and two prints of a story compared."""

from msgspec.structs import replace
from PySide6.QtWidgets import QMenu

from desktop.gui.app import Program
from desktop.gui.dialogs.agreement import AgreementDialog
from desktop.gui.dialogs.effort import EffortDialog
from desktop.gui.dialogs.evaluation import EvaluationDialog
from desktop.gui.dialogs.training import TrainingDialog
from desktop.gui.long_work import Telling
from desktop.gui.positions.window import PositionsWindow
from desktop.gui.stories.comparison import ComparisonDialog
from desktop.work.effort import Effort, Spent
from desktop.work.gains import LabelGain, Trained
from store.values import Progress
from tests.screens.dialogs import of_menu
from tests.screens.scene import Scene, Steps, opened, shown
from tests.screens.waiting import until

GAINS = (
    LabelGain("", 812, 0.763, 0.801, (0.741, 0.784), (0.780, 0.822)),
    LabelGain("PER", 310, 0.842, 0.871, (0.811, 0.870), (0.842, 0.897)),
    LabelGain("LOC", 264, 0.801, 0.812, (0.770, 0.833), (0.779, 0.842)),
    LabelGain("ORG", 214, 0.655, 0.712, (0.610, 0.702), (0.668, 0.754)),
    LabelGain("OTH", 24, 0.409, 0.435, (0.300, 0.520), (0.310, 0.561)),
)
ROUNDS = (0.763, 0.749, 0.771, 0.786, 0.792, 0.801, 0.798)
EFFORT: Effort = {
    "a": {"accepted": Spent(14, 15, 31.5), "moved": Spent(2, 6, 9.8), "reading": Spent(0, 2, 48.0)},
    "b": {"refused": Spent(3, 3, 6.1), "stance": Spent(4, 13, 62.4), "seen_unchanged": Spent(5, 1, 2.2)},
}


def _agreement(dialog: AgreementDialog) -> Steps:
    dialog.unfinished.click()
    until(dialog.split.isVisible)
    yield from shown(dialog, "found")


def _evaluation(dialog: EvaluationDialog) -> Steps:
    dialog.unfinished.setChecked(True)
    german = next(n for n in range(dialog.judged.count()) if "_de" in dialog.judged.itemText(n))
    dialog.judged.setCurrentIndex(german)
    dialog.judged.activated.emit(german)
    until(dialog.split.isVisible)
    yield from shown(dialog, "found")


def _training(dialog: TrainingDialog) -> Steps:
    dialog.begin()
    for number, f1 in enumerate(ROUNDS):
        dialog.show_progress(Telling("", Progress(number, 11), number, f1))
    yield from shown(dialog, "running")
    source = "embedded:de"
    made = Trained(source, "/models/lesart_de-2", "lesart_de", "2", "de", 70, 10, 20, GAINS)
    for name, is_clear in (("finished", True), ("unchanged", False)):
        dialog.show_trained(replace(made, is_clear=is_clear))
        yield from shown(dialog, name)
    dialog.begin()
    dialog.show_trained(None)
    yield from shown(dialog, "cancelled")


def _effort(dialog: EffortDialog) -> Steps:
    dialog.choices.button(1).setChecked(True)
    dialog.show_effort(EFFORT)
    yield from shown(dialog, "measured")


def _positions(window: PositionsWindow) -> Steps:
    window.tabs.setCurrentIndex(1)
    yield from shown(window, "network")


def _comparison(program: Program) -> Steps:
    button = program.window.page.header.prints
    until(button.isVisible)
    menu = button.menu()
    assert isinstance(menu, QMenu)
    comparing = menu.actions()[-3]
    yield from opened(ComparisonDialog, comparing.trigger)


def _no_stances(program: Program) -> Steps:
    yield from opened(PositionsWindow, program.window.menus.actions["positions"].trigger)
    yield from opened(TrainingDialog, program.window.menus.actions["train"].trigger, name="training")


EMPTY = (Scene("dialog-positions-empty", _no_stances, "empty"),)
FIGURES = (
    of_menu("agreement", AgreementDialog, _agreement),
    of_menu("evaluate", EvaluationDialog, _evaluation, "evaluation"),
    of_menu("train", TrainingDialog, _training, "training"),
    of_menu("effort", EffortDialog, _effort),
    of_menu("positions", PositionsWindow, _positions),
    Scene("dialog-comparison", _comparison),
)
