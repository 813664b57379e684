"""What happens around the work: odd paths, a double-click, an error nobody expected, a second window."""

from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import platformdirs
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.__main__ import main
from desktop.gui import executing
from desktop.gui.commands import Accept
from desktop.gui.dialogs.crash import CrashDialog
from desktop.gui.jobs import Jobs
from desktop.gui.store_side import opening
from desktop.gui.workbench import Workbench
from store.checking import check
from store.database import open_store
from store.operations import stances, topics
from store.queries import queue
from store.queries.people import work_of
from store.values import Holder

Tell = Callable[..., int]
Story = Generator[Callable[[], object], None, None]

TEXT = "Ministerin Angela Muster lobte am Montag in Berlin die Deutsche Bahn.\n"
FOLDER = "Übung – Straße №1 新聞 🎉"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project made by the command line, under a path with blanks and letters of several scripts."""
    folder = tmp_path / FOLDER
    folder.mkdir()
    (folder / "Artikel eins.txt").write_text(TEXT, encoding="utf-8")
    path = folder / "erste Runde (neu) & mehr.lesart"
    assert main(["import", str(path), str(folder / "Artikel eins.txt")]) == 0
    return path


def problems(path: Path) -> list[Any]:
    store = open_store(path)
    try:
        return list(check(store))
    finally:
        store.close()


def test_a_path_with_blanks_and_other_scripts_is_a_path_like_any_other(
    tell: Tell, annotator: Any, project: Path
) -> None:
    out = project.with_name("Ausgabe 1.jsonl")

    def story() -> Story:
        yield annotator.reads
        annotator.press(Qt.Key.Key_Tab, Qt.Key.Key_Return)
        yield annotator.is_settled
        assert [it.made for it in annotator.page.spans] == ["accepted"]

    assert tell(story(), [str(project)]) == 0
    assert main(["export", str(project), str(out), "--format", "jsonl"]) == 0
    assert '"accepted"' in out.read_text(encoding="utf-8")
    assert problems(project) == []


def test_a_double_click_opens_the_project_in_the_program_that_runs(
    tell: Tell, annotator: Any, project: Path
) -> None:
    def story() -> Story:
        yield lambda: annotator.window.welcome.isVisible()  # noqa: PLW0108  # there is no window yet
        QApplication.sendEvent(QApplication.instance(), QFileOpenEvent(str(project)))
        yield annotator.reads
        assert Path(annotator.window.workbench.project.path) == project
        assert annotator.page.article.text == TEXT

    assert tell(story(), []) == 0


def test_an_unexpected_error_is_reported_without_the_article_and_logged_in_the_platforms_place(
    tell: Tell, annotator: Any, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports: list[str] = []
    perform = executing.perform

    def fail(*_: Any, **_more: Any) -> Any:
        raise ValueError(TEXT)

    def story() -> Story:
        yield annotator.reads
        monkeypatch.setattr(executing, "perform", fail)
        annotator.press(Qt.Key.Key_Tab, Qt.Key.Key_Return)
        yield lambda: annotator.window.findChildren(CrashDialog)
        (dialog,) = annotator.window.findChildren(CrashDialog)
        dialog.copy()
        reports.append(QApplication.clipboard().text())
        dialog.accept()
        monkeypatch.setattr(executing, "perform", perform)
        annotator.press(Qt.Key.Key_Tab, Qt.Key.Key_Return)
        yield lambda: annotator.is_settled() and annotator.page.spans

    assert tell(story(), [str(project)]) == 0
    log = platformdirs.user_log_path("lesart", appauthor=False) / "lesart.log"
    for words in (*reports, log.read_text(encoding="utf-8")):
        assert "ValueError" in words
        assert "Muster" not in words
        assert "lobte" not in words
    assert log.is_relative_to(Path.home())


@pytest.fixture
def second() -> Iterator[Workbench]:
    """What a second window has of its own: lanes, a workbench, a connection to the same file."""
    jobs = Jobs()
    bench = Workbench(jobs)
    yield bench
    bench.close_project()
    jobs.close()


def test_two_windows_on_one_project_share_it_and_no_decision_is_lost_or_made_twice(
    tell: Tell, annotator: Any, project: Path, second: Workbench
) -> None:
    def story() -> Story:
        yield annotator.reads
        here = annotator.window.workbench
        second.arrivals.fetch(lambda: opening().open_project(project, None))
        yield lambda: second.page is not None
        assert second.project is not None
        assert second.project.work == here.project.work
        first, other = here.page.suggestions[:2]
        second.ask(Accept(first.id))
        yield lambda: not second.gestures.is_busy
        assert here.page.spans == ()  # this window does not know yet
        annotator.press(Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_X)
        yield annotator.is_settled
        assert [(it.start, it.made) for it in here.page.spans] == [(first.start, "accepted")]
        assert [it.start for it in here.page.rejections] == [other.start]
        second.reread()
        yield lambda: second.page is not None and len(second.page.rejections) == 1
        here.undo()
        yield annotator.is_settled
        assert here.page.rejections == ()

    assert tell(story(), [str(project)]) == 0
    assert problems(project) == []


def test_a_topic_that_means_something_else_sends_one_back_to_what_one_coded(
    tell: Tell, annotator: Any, project: Path
) -> None:
    (project.parent / "zwei.txt").write_text("Nichts Neues.\n", encoding="utf-8")
    assert main(["import", str(project), str(project.parent / "zwei.txt")]) == 0
    store = open_store(project)
    with store.read() as conn:
        work, (first, second) = work_of(conn), queue.ids(conn, work_of(conn))
    topic = topics.add(store, work, kind="issue", wording={"de": "Bahnreform"}).entry
    stances.add(store, work, first, holder=Holder("author"), label="FAVOR", topic_id=topic)
    topics.reword(store, work, topic, wording={"de": "Die Bahn soll Staatsbesitz bleiben"}, kind="claim")
    store.close()

    def story() -> Story:
        yield annotator.reads
        window = annotator.window
        window.workbench.open_article(second)
        yield lambda: annotator.page.article.id == second
        note = window.page.side.stances.rewordings
        assert note.lines == []
        switch = next(it for it in window.page.queue.menu.actions() if it.text() == "To look at again")
        switch.trigger()
        yield lambda: list(window.workbench.queue.ids) == [first]
        window.workbench.step(1)
        yield lambda: annotator.page.article.id == first and annotator.is_settled()
        assert [line.before.text() for line in note.lines] == ["Before: Bahnreform"]
        QTest.keyClick(window.page.view, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
        yield lambda: note.lines == []
        assert list(window.workbench.queue.ids) == [first], "the list stays as one works through it"

    assert tell(story(), [str(project)]) == 0
    assert problems(project) == []
    store = open_store(project)
    with store.read() as conn:
        assert queue.count(conn, work, look_again=True) == 0
    store.close()
