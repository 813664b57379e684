"""Files dropped on the window: a project opens, articles are asked about, first into a new project."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop.gui.app import Program
from desktop.gui.dialogs.import_articles import ImportDialog
from desktop.gui.dialogs.new_project import NewProjectDialog

PATIENCE = 30_000
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("Ein Artikel aus Talheim.", "utf-8")
    return path


@pytest.fixture
def closed(program: Program) -> Iterator[Program]:
    """The program; dialogs that a test leaves open are closed."""
    yield program
    for dialog in program.window.findChildren(QDialog):
        dialog.reject()


def drag(program: Program, *paths: Path) -> bool:
    """Hold files over the window; whether it would take them."""
    data = carried(*paths)  # the event does not keep it alive
    event = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, LEFT, NONE)
    event.ignore()
    QApplication.sendEvent(program.window, event)
    return event.isAccepted()


def drop(program: Program, *paths: Path) -> None:
    drag(program, *paths)
    data = carried(*paths)
    event = QDropEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, LEFT, NONE)
    QApplication.sendEvent(program.window, event)


def carried(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def shown(program: Program, kind: type[QDialog]) -> list[QDialog]:
    return [it for it in program.window.findChildren(kind) if it.isVisible()]


def test_a_frame_says_what_becomes_of_the_files_as_long_as_they_hang_over_the_window(
    closed: Program, article: Path, tmp_path: Path
) -> None:
    frame = closed.window.dropping.frame
    assert drag(closed, article)
    assert (frame.isVisible(), frame.text()) == (True, "Begin a project with these files")
    QApplication.sendEvent(closed.window, QDragLeaveEvent())
    assert not frame.isVisible()
    assert drag(closed, tmp_path / "news.lesart")
    assert frame.text() == "Open news"
    assert not drag(closed), "words or pictures are nothing to import"


def test_a_project_that_is_dropped_is_opened(closed: Program, store_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(closed.workbench.projectOpened, timeout=PATIENCE):
        drop(closed, store_path)


def test_on_an_open_project_articles_are_asked_about(opened: Program, article: Path, qtbot: QtBot) -> None:
    drop(opened, article)
    assert opened.window.dropping.frame.text() == "Import into News"
    (dialog,) = shown(opened, ImportDialog)
    assert isinstance(dialog, ImportDialog)
    assert dialog.files.paths() == [str(article)]
    qtbot.waitUntil(lambda: "aus Talheim" in dialog.articles.toPlainText(), timeout=PATIENCE)
    dialog.reject()


def test_on_the_first_page_a_project_is_begun_for_them(closed: Program, article: Path, qtbot: QtBot) -> None:
    drop(closed, article)
    (asked,) = shown(closed, NewProjectDialog)
    assert isinstance(asked, NewProjectDialog)
    asked.name.setText("Talheim")
    asked.accept()
    qtbot.waitUntil(lambda: bool(shown(closed, ImportDialog)), timeout=PATIENCE)
    (dialog,) = shown(closed, ImportDialog)
    assert isinstance(dialog, ImportDialog)
    assert dialog.files.paths() == [str(article)]
