"""Each command, undone and done again, on a real store; and what happens when these cross each other."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui import commands as c
from desktop.gui.executing import OPERATIONS
from desktop.gui.filters import Filter
from desktop.gui.opening import create_project
from desktop.gui.workbench import Workbench
from store.errors import LesartError, NotFound, StoreForeign, StoreMissing
from store.labels import preset
from store.operations.runs import store_run
from store.values import ArticleHead, ArticlePage, Holder, PredictedSpan

KREML, ARMENIEN = (4, 9), (29, 37)


def page(workbench: Workbench) -> ArticlePage:
    assert workbench.page is not None
    return workbench.page


def state(workbench: Workbench) -> tuple[object, ...]:
    """What a person has said about the open article; an empty set is as good as none."""
    shown = page(workbench)
    status = (
        (shown.set.status, shown.set.flag, shown.set.excluded_reason) if shown.set else ("new", None, None)
    )
    spans = {(it.start, it.end, it.label, it.unsure) for it in shown.spans}
    stances = {(it.holder_kind, it.label, it.topic, it.target_span, it.parts) for it in shown.stances}
    comments = {(it.text, it.kind, it.resolved) for it in shown.comments}
    suggestions = {(it.start, it.end, it.label) for it in shown.suggestions}
    rejections = {(it.start, it.end, it.label) for it in shown.rejections}
    return status, spans, stances, comments, suggestions, rejections


def ask(workbench: Workbench, qtbot: QtBot, command: c.Command) -> None:
    with qtbot.waitSignal(workbench.changed, timeout=30_000):
        workbench.ask(command)


def predict(workbench: Workbench, qtbot: QtBot) -> None:
    """A model has read the first article."""
    assert workbench.project is not None
    spans = [PredictedSpan(*KREML, "LOC"), PredictedSpan(*ARMENIEN, "LOC")]
    items = [(page(workbench).article.id, spans)]
    store_run(workbench.project.store, model="names", version="1", settings={}, items=items)
    with qtbot.waitSignal(workbench.changed, timeout=30_000):
        workbench.reread()


def prepared(workbench: Workbench, qtbot: QtBot) -> None:
    """Two suggestions, an own span, a stance and a comment."""
    predict(workbench, qtbot)
    ask(workbench, qtbot, c.AddSpan(40, 45, "PER"))
    own = page(workbench).spans[0].id
    ask(workbench, qtbot, c.AddStance(Holder("span", span=own), "AGAINST", target_range=(46, 54)))
    ask(workbench, qtbot, c.AddComment("Warum?", "question"))
    ask(workbench, qtbot, c.AddSpan(66, 72, "LOC"))


COMMANDS: dict[str, Callable[[ArticlePage], c.Command]] = {
    "accept": lambda it: c.Accept(it.suggestions[0].id),
    "reject": lambda it: c.Reject(it.suggestions[0].id),
    "correct": lambda it: c.Correct(it.suggestions[0].id, 0, 9, "ORG"),
    "correct to a mention": lambda it: c.Correct(it.suggestions[0].id, *KREML, None),
    "add": lambda _: c.AddSpan(10, 13, "ORG"),
    "add a mention": lambda _: c.AddSpan(10, 13, None),
    "relabel": lambda it: c.Relabel(it.spans[0].id, "ORG"),
    "move edges": lambda it: c.MoveEdges(it.spans[-1].id, 63, 72),
    "delete": lambda it: c.DeleteSpan(it.spans[-1].id),
    "delete a holder": lambda it: c.DeleteSpan(it.spans[0].id),
    "unsure": lambda it: c.SetUnsure(it.spans[0].id, True),
    "decide all": lambda it: c.DecideAll(
        accepted=(it.suggestions[0].id,), refused=(it.suggestions[1].id,), deleted=(it.spans[-1].id,)
    ),
    "add stance": lambda it: c.AddStance(
        Holder("author"), "FAVOR", target_span=it.spans[0].id, evidence=(0, 38)
    ),
    "stance by a suggestion": lambda it: c.AddStance(
        Holder("span", suggestion=it.suggestions[0].id), "FAVOR", target_span=it.spans[0].id
    ),
    "change stance": lambda it: c.ChangeStance(it.stances[0].id, {"label": "FAVOR"}),
    "parts": lambda it: c.SetParts(it.stances[0].id, "evidence", ((0, 9), (10, 13))),
    "delete stance": lambda it: c.DeleteStance(it.stances[0].id),
    "finish": lambda it: c.Finish(tuple(suggestion.id for suggestion in it.suggestions)),
    "exclude": lambda _: c.Exclude("stub"),
    "flag": lambda _: c.Flag("look again"),
    "comment": lambda _: c.AddComment("Schau", "note"),
    "settle comment": lambda it: c.ResolveComment(it.comments[0].id, True),
    "delete comment": lambda it: c.DeleteComment(it.comments[0].id),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_is_committed_undone_and_done_again(
    name: str, workbench: Workbench, qtbot: QtBot
) -> None:
    prepared(workbench, qtbot)
    article = page(workbench).article.id
    before = state(workbench)

    workbench.ask(COMMANDS[name](page(workbench)))
    settle(workbench, qtbot)
    return_to(workbench, qtbot, article)
    after = state(workbench)
    assert after != before

    workbench.undo()
    settle(workbench, qtbot)
    return_to(workbench, qtbot, article)
    assert state(workbench) == before

    workbench.redo()
    settle(workbench, qtbot)
    return_to(workbench, qtbot, article)
    assert state(workbench) == after


def test_an_excluded_article_can_be_taken_up_again(workbench: Workbench, qtbot: QtBot) -> None:
    article = page(workbench).article.id
    workbench.ask(c.Exclude("stub"))
    settle(workbench, qtbot)
    return_to(workbench, qtbot, article)
    ask(workbench, qtbot, c.Reopen())
    made = page(workbench).set
    assert made is not None
    assert made.status == "in_progress"


def test_every_command_has_an_operation() -> None:
    assert {*OPERATIONS, c.MoveEdges} == set(c.Command.__args__)


def test_steps_of_a_held_key_are_undone_together(workbench: Workbench, qtbot: QtBot) -> None:
    ask(workbench, qtbot, c.AddSpan(*KREML, "LOC"))
    span = page(workbench).spans[0].id
    for end in (13, 24, 28):
        ask(workbench, qtbot, c.MoveEdges(span, 4, end, hold=7))
    ask(workbench, qtbot, c.MoveEdges(span, 0, 28, hold=8))
    with qtbot.waitSignal(workbench.changed, timeout=30_000):
        workbench.undo()
    assert [(it.start, it.end) for it in page(workbench).spans] == [(4, 28)]
    with qtbot.waitSignal(workbench.changed, timeout=30_000):
        workbench.undo()
    assert [(it.start, it.end) for it in page(workbench).spans] == [KREML]


def test_commands_are_carried_out_one_after_another_and_none_is_lost(
    workbench: Workbench, qtbot: QtBot
) -> None:
    ranges = [(start, start + 1) for start in range(20)]
    for start, end in ranges:
        workbench.ask(c.AddSpan(start, end, "PER"))
    settle(workbench, qtbot)
    assert [(it.start, it.end) for it in page(workbench).spans] == ranges


def test_a_refused_command_is_told_and_the_next_one_is_carried_out(
    workbench: Workbench, qtbot: QtBot
) -> None:
    workbench.failed.disconnect()
    errors: list[LesartError] = []
    workbench.failed.connect(errors.append)
    workbench.ask(c.DeleteSpan(4711))
    workbench.ask(c.AddSpan(*KREML, "LOC"))
    settle(workbench, qtbot)
    assert [type(error) for error in errors] == [NotFound]
    assert len(page(workbench).spans) == 1


def test_keys_are_held_from_done_until_the_next_article_is_open(workbench: Workbench, qtbot: QtBot) -> None:
    events: list[object] = []
    workbench.gestures.busied.connect(events.append)
    workbench.opened.connect(lambda it: events.append(it.page.article.id))
    workbench.ask(c.Finish(()))
    settle(workbench, qtbot)
    assert events == [True, 2, False]


def test_undo_of_a_step_in_another_article_opens_that_article(workbench: Workbench, qtbot: QtBot) -> None:
    first = page(workbench).article.id
    ask(workbench, qtbot, c.AddSpan(*KREML, "LOC"))
    with qtbot.waitSignal(workbench.opened, timeout=30_000):
        workbench.step(1)
    with qtbot.waitSignal(workbench.opened, timeout=30_000):
        workbench.undo()
    assert page(workbench).article.id == first
    assert page(workbench).spans == ()


def test_only_the_last_of_several_articles_asked_for_is_opened(workbench: Workbench, qtbot: QtBot) -> None:
    opened: list[int] = []
    workbench.opened.connect(lambda it: opened.append(it.page.article.id))
    for article in (2, 3, 4):
        workbench.open_article(article)
    settle(workbench, qtbot)
    assert opened == [4]


def test_the_ends_of_the_list_are_told(workbench: Workbench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workbench.stayed, timeout=30_000) as told:
        workbench.step(-1)
    assert told.args == [-1]


def test_the_queue_is_narrowed_and_paged(workbench: Workbench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workbench.queue.listed, timeout=30_000) as told:
        workbench.queue.narrow(Filter(search="Macron"))
    listing = told.args[0]
    assert (len(listing.ids), listing.progress.total) == (1, 4)
    rows: list[ArticleHead] = []
    workbench.queue.read_rows(listing.ids, rows.extend)
    qtbot.waitUntil(lambda: len(rows) == 1, timeout=30_000)
    assert (rows[0].hits, [rows[0].snippet[a:b] for a, b in rows[0].marks]) == (2, ["Macron"] * 2)


def test_one_goes_on_in_the_order_and_within_the_bounds_of_the_list(
    workbench: Workbench, qtbot: QtBot
) -> None:
    bench = workbench
    with qtbot.waitSignal(bench.queue.listed, timeout=30_000):
        bench.queue.narrow(Filter(search="Macron OR"))
    with qtbot.waitSignal(bench.queue.listed, timeout=30_000):
        bench.queue.narrow(Filter(search="Moskau"))
    assert list(bench.queue.ids) == [1, 4]
    with qtbot.waitSignal(bench.opened, timeout=30_000):
        bench.ask(c.Finish(()))
    assert page(bench).article.id == 4
    with qtbot.waitSignal(bench.stayed, timeout=30_000) as told:
        bench.ask(c.Finish(()))
    assert told.args == [0]
    assert page(bench).article.id == 4


def test_what_is_said_is_in_the_file_when_the_project_is_closed(
    workbench: Workbench, store_path: Path, qtbot: QtBot
) -> None:
    for start in range(5):
        workbench.ask(c.AddSpan(start, start + 1, "PER"))
    workbench.close_project()
    with qtbot.waitSignal(workbench.opened, timeout=30_000):
        workbench.arrivals.open(store_path, "ada")
    assert len(page(workbench).spans) == 5


def test_another_person_has_a_reading_of_their_own(
    workbench: Workbench, store_path: Path, qtbot: QtBot
) -> None:
    ask(workbench, qtbot, c.AddSpan(*KREML, "LOC"))
    with qtbot.waitSignal(workbench.opened, timeout=30_000):
        workbench.arrivals.open(store_path, "grace")
    assert page(workbench).spans == ()
    assert workbench.steps.undo is None


def test_a_project_that_cannot_be_opened_leaves_the_open_one_alone(
    workbench: Workbench, tmp_path: Path, qtbot: QtBot
) -> None:
    workbench.failed.disconnect()
    foreign = tmp_path / "foreign.lesart"
    foreign.write_bytes(b"no database at all, but long enough to be looked at" * 40)
    for path, error in ((tmp_path / "none.lesart", StoreMissing), (foreign, StoreForeign)):
        with qtbot.waitSignal(workbench.failed, timeout=30_000) as told:
            workbench.arrivals.open(path, "ada")
        assert isinstance(told.args[0], error)
    ask(workbench, qtbot, c.AddSpan(*KREML, "LOC"))


def settle(workbench: Workbench, qtbot: QtBot) -> None:
    """Wait until nothing is under way any more."""
    qtbot.waitUntil(lambda: not workbench.gestures.is_busy, timeout=30_000)


def return_to(workbench: Workbench, qtbot: QtBot, article: int) -> None:
    """Open the article again where a command went on to another."""
    if page(workbench).article.id != article:
        with qtbot.waitSignal(workbench.opened, timeout=30_000):
            workbench.open_article(article)


def test_a_new_project_brings_the_folder_it_is_to_lie_in(tmp_path: Path) -> None:
    path = tmp_path / "Documents" / "News" / "a.lesart"
    project = create_project(path, name="A", settings=preset("german").settings("de"), person="ada")
    project.store.close()
    assert path.is_file()
