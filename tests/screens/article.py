"""An article: with one thing after the other in hand, by keys and by mouse; crowded; in each script."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop.gui.app import Program
from desktop.gui.commands import Exclude
from store.queries import queue as queue_of
from tests.screens.scene import Scene, Steps, page_of, popup, shown
from tests.screens.waiting import rest, until

Key = Qt.Key


def _plain(program: Program) -> Steps:
    yield from shown(program.window)


def _after(*keys: Key, shift: bool = False) -> Callable[[Program], Steps]:
    """What is to be seen after these keys."""
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier

    def take(program: Program) -> Steps:
        for key in keys:
            QTest.keyClick(program.window.page.view, key, held)
        yield from shown(program.window)

    return take


def _mini_bar(program: Program) -> Steps:
    drag(program, "Gemeinderat")
    yield from shown(program.window)


def _context_menu(program: Program) -> Steps:
    view, words = program.window.page.view, "Kapellenberg"
    start = page_of(program).article.text.index(words)
    at = view.canvas.rectangles(start, start + len(words))[0].center().toPoint()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    rest()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    yield "", menu


def _unsure(program: Program) -> Steps:
    view = program.window.page.view
    view.take(span=page_of(program).spans[2].id)
    yield from shown(program.window)
    QTest.keyClick(view, Key.Key_F)
    yield from shown(program.window, "half-stance")


def _stance(program: Program) -> Steps:
    program.window.page.view.take(stance=page_of(program).stances[0].id)
    yield from shown(program.window)


def _rejected(program: Program) -> Steps:
    """What was rejected, with others around it."""
    view, (refused, *_) = program.window.page.view, page_of(program).rejections
    program.window.trigger("show_rejected")
    view.canvas.reveal(refused.start, refused.end)
    yield from shown(program.window)
    scene, seen = view.canvas.scene, view.canvas.visible_range()
    assert scene is not None
    assert "rejected" in {mark.look for mark in scene.meeting(*seen)}
    program.window.trigger("show_rejected")


def _prints(program: Program) -> Steps:
    button = program.window.page.header.prints
    until(button.isVisible)
    yield from popup(button.menu(), program.window)


def _exclude(program: Program) -> Steps:
    header, bench = program.window.page.header, program.workbench
    menu = header.exclude.menu()
    assert menu is not None
    yield from popup(menu, program.window)
    here = bench.queue.ids[0]
    header.asked.emit(Exclude("off_topic"))
    until(lambda: page_of(program).article.id != here)  # excluded, so the next one comes
    bench.open_article(here)
    until(lambda: page_of(program).article.id == here)
    yield from shown(program.window, "excluded")
    bench.undo()
    until(lambda: (made := page_of(program).set) is None or made.status != "excluded")


def _scripts(program: Program) -> Steps:
    """An article of each language."""
    bench = program.workbench
    assert bench.project is not None
    with bench.project.store.read() as conn:
        heads = queue_of.heads(conn, bench.project.work)
    first = {head.language: head for head in reversed(heads)}
    for language, head in first.items():
        bench.open_article(head.id)
        until(lambda head=head: page_of(program).article.id == head.id)
        yield from shown(program.window, language)


def _crowded(program: Program) -> Steps:
    """All looks of spans, nested and side by side, usual and large."""
    window = program.window
    window.trigger("show_rejected")
    yield from shown(window)
    for _ in range(6):
        window.trigger("larger")
    yield from shown(window, "large-text")
    window.trigger("usual_size")
    window.trigger("show_rejected")


def drag(program: Program, words: str) -> None:
    """Select words with the mouse."""
    view = program.window.page.view
    start = page_of(program).article.text.index(words, view.canvas.visible_range()[0])
    rects = view.canvas.rectangles(start, start + len(words))
    left, right = rects[0].topLeft(), rects[0].bottomRight()
    middle = QPointF(0, rects[0].height() / 2)
    ends = ((left + middle + QPointF(2, 0)).toPoint(), (right - middle - QPointF(2, 0)).toPoint())
    target, button = view.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(target, button, pos=ends[0])
    for here, there in pairwise((ends[0], (ends[0] + ends[1]) / 2, ends[1])):
        QTest.mouseMove(target, (here + there) / 2)
        QTest.mouseMove(target, there)
    QTest.mouseRelease(target, button, pos=ends[1])


CROWDED = (Scene("crowded", _crowded, "crowded"), Scene("scripts-mixed", _scripts, "crowded"))
ARTICLE = (
    Scene("article", _plain),
    Scene("suggestion-in-hand", _after(Key.Key_Tab)),
    Scene("edge-in-hand", _after(Key.Key_Tab, Key.Key_E)),
    Scene("hints", _after(Key.Key_J)),
    Scene("hints-words", _after(Key.Key_J, shift=True)),
    Scene("mini-bar", _mini_bar),
    Scene("context-menu", _context_menu),
    Scene("unsure-in-hand", _unsure),
    Scene("stance-in-hand", _stance),
    Scene("rejected", _rejected),
    Scene("prints-menu", _prints),
    Scene("exclude-menu", _exclude),
    Scene("scripts", _scripts),
)
