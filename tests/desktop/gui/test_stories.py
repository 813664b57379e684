"""Reprints are marked in the queue and above the text; what they mean is for people to say."""

import json
from difflib import Match, SequenceMatcher
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.app import Program
from desktop.gui.dialogs.import_articles import ImportDraft
from desktop.gui.panels.queue_model import HEAD_ROLE
from desktop.gui.stories.comparison import ComparisonDialog, marked
from store.database import open_store
from store.formats.protocol import ReadOptions
from store.operations.stories import take_back_search
from store.queries import stories

PATIENCE = 30_000
WIRE = (
    "Der Gemeinderat von Talheim hat am Montag nach langer Debatte den Haushalt beschlossen. Dafür stimmten "
    "vierzehn Mitglieder, dagegen neun, und drei enthielten sich. Bürgermeisterin Anke Rühmann sprach von "
    "einem Kompromiss, mit dem alle leben könnten."
)


@pytest.fixture
def printed(opened: Program, tmp_path: Path, qtbot: QtBot) -> Program:
    """The window after an import of a story that two papers printed; the first print is open."""
    path = tmp_path / "wire.jsonl"
    rows = [
        {"id": "a", "title": "Haushalt steht", "outlet": "Talbote", "text": WIRE},
        {"id": "b", "title": "Talheim beschließt", "outlet": "Kreisblatt", "text": f"{WIRE} Weiteres folgt."},
    ]
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    opened.chores.import_files(ImportDraft((path,), ReadOptions()))
    header = opened.window.page.header
    qtbot.waitUntil(
        lambda: not opened.work.is_running and len(opened.workbench.queue.ids) == 6, timeout=PATIENCE
    )
    opened.workbench.open_article(5)
    qtbot.waitUntil(header.prints.isVisible, timeout=PATIENCE)
    return opened


def head(program: Program, article: int):
    model = program.window.page.queue.model
    row = model.row_of(article)
    return None if row is None else model.index(row, 0).data(HEAD_ROLE)


def entry(program: Program, words: str):
    menu = program.window.page.header.prints.menu()
    return next(it for it in menu.actions() if words in it.text())


def test_an_import_is_followed_by_a_search_for_reprints_that_is_told_of_and_marked(
    printed: Program, qtbot: QtBot
) -> None:
    page = printed.window.page
    assert "Printed more than once" in page.messages.text.text()
    qtbot.waitUntil(lambda: head(printed, 6) is not None and head(printed, 6).prints == 1, timeout=PATIENCE)
    assert head(printed, 1).prints == 0
    assert page.header.prints.text() == "1×"
    assert "also printed" in page.header.prints.accessibleName()


def test_one_goes_to_the_other_print_and_lists_all_of_them(printed: Program, qtbot: QtBot) -> None:
    entry(printed, "Kreisblatt").trigger()
    qtbot.waitUntil(lambda: printed.workbench.page.article.id == 6, timeout=PATIENCE)
    qtbot.waitUntil(printed.window.page.header.prints.isVisible, timeout=PATIENCE)
    entry(printed, "Show all prints").trigger()
    qtbot.waitUntil(lambda: list(printed.workbench.queue.ids) == [5, 6], timeout=PATIENCE)
    assert "the prints of one story" in printed.window.page.queue.found.words
    printed.window.page.queue.show_all()
    qtbot.waitUntil(lambda: len(printed.workbench.queue.ids) == 6, timeout=PATIENCE)


def test_the_list_can_hold_one_of_each_story(printed: Program, qtbot: QtBot) -> None:
    menu = printed.window.page.queue.menu
    next(it for it in menu.actions() if "One of each" in it.text()).trigger()
    qtbot.waitUntil(lambda: list(printed.workbench.queue.ids) == [1, 2, 3, 4, 5], timeout=PATIENCE)


def test_two_prints_are_compared_and_parted_in_a_step_that_undo_takes_back(
    printed: Program, qtbot: QtBot
) -> None:
    entry(printed, "Compare the two").trigger()
    qtbot.waitUntil(lambda: bool(printed.window.findChildren(ComparisonDialog)), timeout=PATIENCE)
    dialog = printed.window.findChildren(ComparisonDialog)[0]
    assert [page.toPlainText().endswith("folgt.") for page in dialog.pages] == [False, True]
    dialog.accept()
    button = printed.window.page.header.prints
    entry(printed, "not the same story").trigger()
    qtbot.waitUntil(lambda: not button.isVisible(), timeout=PATIENCE)
    qtbot.waitUntil(lambda: head(printed, 6) is not None and head(printed, 6).prints == 0, timeout=PATIENCE)
    printed.workbench.undo()
    qtbot.waitUntil(button.isVisible, timeout=PATIENCE)


def test_a_search_that_somebody_asked_for_can_be_taken_back(printed: Program, qtbot: QtBot) -> None:
    messages = printed.window.page.messages
    printed.workbench.change(lambda project: take_back_search(project.store), lambda _: None)
    qtbot.waitUntil(lambda: not printed.workbench.gestures.is_busy, timeout=PATIENCE)
    printed.window.trigger("find_stories")
    qtbot.waitUntil(lambda: messages.button.text() == "Take back", timeout=PATIENCE)
    messages.button.click()
    qtbot.waitUntil(lambda: "before" in messages.text.text(), timeout=PATIENCE)
    store = open_store(printed.workbench.project.path)
    with store.read() as conn:
        assert stories.tellings(conn) == []
    store.close()


def test_only_words_that_one_text_has_alone_are_set_off() -> None:
    here, other = marked("Ein <alter> Satz.", "Ein neuer Satz. Mehr.", "#abcdef")
    assert here.count("#abcdef") == other.count("#abcdef") - 1 or here.count("#abcdef") >= 1
    assert "&lt;" in here
    assert marked("Gleich.", "Gleich.", "#abcdef") == ("Gleich.", "Gleich.")


def test_blanks_stay_as_they_are_and_set_nothing_off() -> None:
    here, other = marked("  Zwei\n\nAbsätze.", "Zwei Absätze.", "#abcdef")
    assert (here, other) == ("  Zwei<br><br>Absätze.", "Zwei Absätze.")


def test_long_reprints_are_compared_without_trying_every_blank_and_article(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls = 0
    find = SequenceMatcher.find_longest_match

    def counted(matcher: SequenceMatcher[str], *borders: int) -> Match:
        nonlocal calls
        calls += sum(map(len, matcher.b2j.values()))
        return find(matcher, *borders)

    monkeypatch.setattr(SequenceMatcher, "find_longest_match", counted)
    words = [f"der Satz{i} ist gut ." for i in range(400)]
    other = [*words[:200], "und neu", *words[200:]]
    here, there = marked(" ".join(words), " ".join(other), "#abcdef")
    assert "#abcdef" not in here
    assert there.count("#abcdef") == 1
    assert calls < 10 * len(words)
