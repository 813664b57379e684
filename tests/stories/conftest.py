"""Runs the real program, from `main()` to its exit code, while a story uses its window.

A story is a generator: what it yields is waited for (a condition), then it goes on. The real model answers.
"""

import sys
import time
from collections.abc import Callable, Generator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.__main__ import main
from desktop.gui.chores import Chores
from desktop.gui.main_window import MainWindow
from store.values import ArticlePage

Story = Generator[Callable[[], object], None, None]
PATIENCE = 60.0


def pytest_itemcollected(item: pytest.Item) -> None:
    """What the offscreen platform says about itself is no fault of the program."""
    item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


class Annotator:
    """Somebody in front of the window."""

    @property
    def window(self) -> MainWindow:
        return next(
            it for it in QApplication.topLevelWidgets() if isinstance(it, MainWindow) and it.isVisible()
        )

    @property
    def page(self) -> ArticlePage:
        page = self.window.workbench.page
        assert page is not None
        return page

    @property
    def chores(self) -> Chores:
        return next(iter(self.window.findChildren(Chores)))

    def reads(self) -> bool:
        """The open article has its suggestions, and nothing is under way."""
        page = self.window.workbench.page
        return page is not None and page.predicted and self.is_settled()

    def is_settled(self) -> bool:
        return not self.window.workbench.gestures.is_busy

    def press(self, *keys: Qt.Key, widget: QWidget | None = None) -> None:
        for key in keys:
            QTest.keyClick(widget or self.window.page.view, key)

    def finish(self) -> None:
        QTest.keyClick(self.window.page.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def annotator() -> Annotator:
    return Annotator()


@pytest.fixture
def tell(qapp: QApplication) -> Callable[[Story, list[str]], int]:
    """`tell(story, arguments)` runs the program and the story in it; returns the exit code."""

    def run(story: Story, arguments: list[str]) -> int:
        problem: list[BaseException] = []
        timer = QTimer()
        waited: list[Callable[[], object]] = []
        until = [time.monotonic() + PATIENCE]

        def step() -> None:
            try:
                if waited and not waited[-1]():
                    if time.monotonic() > until[0]:
                        raise TimeoutError(
                            f"the story waited in line {story.gi_frame and story.gi_frame.f_lineno}"
                        )
                    return
                waited.append(next(story))
                until[0] = time.monotonic() + PATIENCE
            except StopIteration:
                timer.stop()
            except BaseException as error:
                problem.append(error)
                timer.stop()
            if not timer.isActive():
                for window in QApplication.topLevelWidgets():
                    if isinstance(window, MainWindow) and window.isVisible():
                        window.close()

        timer.timeout.connect(step)
        timer.start(10)
        before = sys.excepthook
        code = main(arguments)
        assert sys.excepthook is before
        timer.stop()
        if problem:
            raise problem[0]
        return code

    return run
