"""A model that is bad at a label: hidden from the menu of what is in hand and from the panel, and back."""

from pytestqt.qtbot import QtBot

from desktop.gui.app import Program
from desktop.gui.article_view.offers import Offers
from desktop.gui.dialogs.project_settings import ProjectSettingsDialog
from desktop.gui.dialogs.score_choice import ScoreChoice
from desktop.gui.shares import ENOUGH, Shares, known_precision
from store.values import Precision

PATIENCE = 30_000


def suggested(program: Program) -> list[str]:
    page = program.workbench.page
    assert page is not None
    return [it.label for it in page.suggestions]


def hidden(program: Program) -> dict[str, tuple[str, ...]]:
    assert program.workbench.codebook is not None
    return program.workbench.codebook.settings.hidden


def test_the_label_in_hand_is_hidden_and_shown_again(opened: Program, qtbot: QtBot) -> None:
    view = opened.window.page.view
    view.trigger("next")
    thing = view.hand.thing
    label = suggested(opened)[0]
    assert thing is not None
    scene = view.canvas.scene
    assert scene is not None
    offered = [it.action for group in Offers(scene, view.hand, opened.window.bindings).menu() for it in group]
    assert "hide_label" in offered
    view.trigger("hide_label")
    qtbot.waitUntil(lambda: label not in suggested(opened), timeout=PATIENCE)
    (model,) = hidden(opened)
    assert hidden(opened)[model] == (label,)
    opened.window.page.messages.button.click()
    qtbot.waitUntil(lambda: label in suggested(opened), timeout=PATIENCE)
    assert hidden(opened) == {}


def test_the_panel_hides_too_and_the_settings_show_it_again(opened: Program, qtbot: QtBot) -> None:
    page = opened.workbench.page
    assert page is not None
    label, model = page.suggestions[0].label, page.suggestions[0].models[0]
    opened.window.page.side.entities.hideWanted.emit(model, label)
    qtbot.waitUntil(lambda: hidden(opened) == {model: (label,)}, timeout=PATIENCE)
    book = opened.workbench.codebook
    assert book is not None
    dialog = ProjectSettingsDialog(book.settings, book.labels, language="en", look=opened.window.look)
    qtbot.addWidget(dialog)
    assert dialog.chosen().hidden == {model: (label,)}
    dialog.hidden[model, label].setChecked(True)
    assert dialog.chosen().hidden == {}


def test_thresholds_say_what_was_right_here_or_on_development_data(program: Program, qtbot: QtBot) -> None:
    own = (Precision(0.0, ENOUGH, 40, 200), Precision(0.8, 30, 29, 150))
    known = known_precision("embedded:de")
    measured, fresh = ScoreChoice(0.8, Shares(known=known)), ScoreChoice(0.0)
    for box, decided in ((measured, own), (fresh, (Precision(0.0, 3, 1, 3),))):
        qtbot.addWidget(box)
        box.show_shares(Shares(decided, known))
    assert measured.threshold == 0.8
    assert measured.shares.are_own
    assert measured.currentText() == "from 80 %  ·  97 % of 30 were right  ·  75 % stay"
    assert not fresh.shares.are_own
    assert fresh.shares.are_there
    shares = [it.share for it in known]
    assert shares == sorted(shares, key=lambda it: it or 0)


def test_an_order_that_is_no_sample_says_so(opened: Program, qtbot: QtBot) -> None:
    menu = opened.window.page.queue.sort_menu
    by_order = {action.data(): action for action in menu.actions()}
    by_order["random"].trigger()
    assert opened.window.page.messages.isHidden()
    by_order["spread"].trigger()
    assert "no random sample" in opened.window.page.messages.text.text()


def test_a_list_sorted_anew_shows_what_comes_first_and_says_so(opened: Program, qtbot: QtBot) -> None:
    queue, bench = opened.window.page.queue, opened.workbench
    queue.list.setFixedHeight(60)
    bench.open_article(4)
    qtbot.waitUntil(lambda: bench.page is not None and bench.page.article.id == 4, timeout=PATIENCE)
    qtbot.waitUntil(lambda: queue.list.verticalScrollBar().value() > 0, timeout=PATIENCE)
    by_order = {action.data(): action for action in queue.sort_menu.actions()}
    by_order["unsure_first"].trigger()
    qtbot.waitUntil(lambda: bench.queue.filter.order == "unsure_first", timeout=PATIENCE)
    qtbot.waitUntil(lambda: queue.list.verticalScrollBar().value() == 0, timeout=PATIENCE)
    assert "no random sample" in queue.sort_button.toolTip()
    by_order["random"].trigger()
    assert queue.sort_button.toolTip() == "At random"
    by_order["imported"].trigger()
    assert queue.sort_button.toolTip() == "Sort articles"
