"""One screen with all that is to be seen in it, and the steps that lead to it."""

from collections.abc import Callable, Iterator
from typing import Literal, TypeVar

from msgspec import Struct
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from desktop.gui.app import Program
from store.values import ArticlePage
from tests.screens.waiting import rest, until

Steps = Iterator[tuple[str, QWidget]]
"""What is added to the scene's name, "" at first, and what the picture shows."""
Kind = TypeVar("Kind", bound=QWidget)


class Scene(Struct, frozen=True):
    """Each scene can be shown alone: it begins where nothing is in hand, and leaves the window so.

    `project` is what has to be open; "" none.
    """

    name: str
    take: Callable[[Program], Steps]
    project: Literal["", "empty", "crowded", "full"] = "full"

    def is_meant(self, only: str) -> bool:
        """Whether `only` is a part of its name, or the name of one of its pictures."""
        return only in self.name or only.startswith(f"{self.name}-")

    def pictures(self, program: Program) -> Steps:
        """Its pictures by their names."""
        for more, widget in self.take(program):
            yield "-".join(filter(None, (self.name, more))), widget


def shown(widget: QWidget, more: str = "") -> Steps:
    """A picture of what is there, once it is at rest."""
    rest()
    yield more, widget


def popup(menu: QMenu, window: QWidget, more: str = "") -> Steps:
    """A picture of a menu."""
    menu.popup(window.mapToGlobal(QPoint(8, 40)))
    yield from shown(menu, more)
    menu.close()


def opened(
    kind: type[Kind], show: Callable[[], object], then: Callable[[Kind], Steps] | None = None, name: str = ""
) -> Steps:
    """A picture of the window or dialog of this kind that `show` opens, and what can `then` be seen in it.

    Others that happen to come up meanwhile are left alone.
    """
    before = _visible(kind)
    show()
    until(lambda: len(_visible(kind) - before) > 0)
    found = _visible(kind) - before
    assert found, f"{kind.__name__} did not open"
    widget = found.pop()
    yield from shown(widget, name)
    if then is not None:
        yield from then(widget)
    widget.reject() if isinstance(widget, QDialog) else widget.close()


def page_of(program: Program) -> ArticlePage:
    """The open article."""
    page = program.workbench.page
    assert page is not None
    return page


def come_to_rest(program: Program) -> None:
    """As each scene finds the window: the first article, nothing in hand, nothing in front of it."""
    window, bench = program.window, program.workbench
    while (menu := QApplication.activePopupWidget()) is not None:
        menu.close()
    for widget in QApplication.topLevelWidgets():
        if widget is not window and widget.isVisible():
            widget.reject() if isinstance(widget, QDialog) else widget.close()
    window.page.messages.hide()
    if bench.project is None or not bench.queue.ids:
        return
    if bench.page is None or bench.page.article.id != bench.queue.ids[0]:
        bench.open_article(bench.queue.ids[0])
        until(lambda: bench.page is not None and bench.page.article.id == bench.queue.ids[0])
    window.page.view.setFocus()
    for _ in range(4):
        QTest.keyClick(window.page.view, Qt.Key.Key_Escape)
    QTest.keyClick(window.page.view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    rest()


def _visible(kind: type[Kind]) -> set[Kind]:
    return {it for it in QApplication.topLevelWidgets() if isinstance(it, kind) and it.isVisible()}
