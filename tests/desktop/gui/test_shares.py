"""What was right between two scores follows from what was right from each on."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from desktop.gui.app import Program
from desktop.gui.filters import Filter
from desktop.gui.shares import ENOUGH, THRESHOLDS, Shares
from store.values import Precision

decided = st.lists(st.tuples(st.sampled_from((0.1, 0.5, 0.65, 0.8, 0.97)), st.booleans()), max_size=120)


def counted(scored: list[tuple[float, bool]]) -> tuple[Precision, ...]:
    return tuple(
        Precision(it, sum(score >= it for score, _ in scored), sum(ok for score, ok in scored if score >= it))
        for it in THRESHOLDS
    )


@given(decided, st.sampled_from((None, *THRESHOLDS[1:])), st.sampled_from((None, *THRESHOLDS[1:])))
def test_a_range_counts_what_lies_in_it(
    scored: list[tuple[float, bool]], least: float | None, below: float | None
) -> None:
    if least is not None and below is not None and least >= below:
        return
    within = [ok for score, ok in scored if (least or 0) <= score < (below or 2)]
    found = Shares(known=counted(scored)).between(least, below)
    assert found == ((sum(within), len(within)) if within else None)


def test_the_projects_own_counts_are_used_once_they_are_enough() -> None:
    card = (Precision(0.0, 900, 800), Precision(0.8, 600, 590))
    few, enough = counted([(0.9, True)] * (ENOUGH - 1)), counted([(0.9, True)] * ENOUGH)
    assert Shares(few, card).between(0.8, None) == (590, 600)
    assert Shares(enough, card).between(0.8, None) == (ENOUGH, ENOUGH)
    assert Shares(few, card).between(0.9, None) is None, "the card has no such step"


def test_how_many_stay_is_said_of_the_projects_suggestions() -> None:
    shares = Shares((Precision(0.0, 0, 0, 400), Precision(0.9, 0, 0, 100)))
    assert shares.staying(0.9) == 0.25
    assert shares.staying(0.7) is None
    assert not shares.are_there
    assert Shares().staying(0.9) is None


def test_the_filter_says_beside_each_range_what_was_right_there(opened: Program, qtbot: QtBot) -> None:
    queue = opened.window.page.queue
    menu = queue.menu
    choices = {it.data(): it for it in menu.scores.actions() if it.data()}
    menu.popup(QPoint(0, 0))
    qtbot.waitUntil(lambda: "were right" in choices[None, 0.8].text(), timeout=30_000)
    assert choices[None, 0.8].text().startswith("Below 80 %  ·  ")
    assert "right" not in choices[0.8, 0.9].text(), "the model's card counts in steps of 20 %"
    menu.hide()
    choices[0.6, 0.8].trigger()
    qtbot.waitUntil(lambda: opened.workbench.queue.filter == Filter(least=0.6, below=0.8), timeout=30_000)
    qtbot.waitUntil(lambda: "score 60 to 80 %" in queue.found.words, timeout=30_000)
    queue.clear.click()
    qtbot.waitUntil(lambda: opened.workbench.queue.filter == Filter(), timeout=30_000)
    assert choices[None, None].isChecked()
