"""The window itself: the first page, an article with this and that in hand, the queue, the scripts."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.gui.app import Program
from desktop.gui.filters import Filter
from store.errors import SpanCrosses
from store.queries import queue as queue_of
from tests.screens.waiting import rest, until

Steps = Iterator[tuple[str, QWidget]]
Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def menus(program: Program) -> Steps:
    """The menus of the bar."""
    for number, action in enumerate(program.window.menuBar().actions()):
        if isinstance(menu := action.menu(), QMenu):
            yield from _popup(f"menu-{number}", menu, program.window)


def in_hand(program: Program) -> Steps:
    """One thing after the other in hand, by keys and by mouse."""
    window, bench = program.window, program.workbench
    view, page = window.page.view, bench.page
    assert page is not None
    view.setFocus()
    for name, keys in (
        ("suggestion-in-hand", (Key.Key_Tab,)),
        ("edge-in-hand", (Key.Key_E,)),
        ("hints", (Key.Key_Escape, Key.Key_J)),
    ):
        for key in keys:
            QTest.keyClick(view, key)
        yield from _shown(name, window)
    QTest.keyClick(view, Key.Key_Escape)
    QTest.keyClick(view, Key.Key_J, SHIFT)
    yield from _shown("hints-words", window)
    QTest.keyClick(view, Key.Key_Escape)
    drag(program, "Grundschule")
    yield from _shown("mini-bar", window)
    yield from _context_menu(program, "Kapellenberg")
    view.take(span=page.spans[2].id)
    yield from _shown("unsure-in-hand", window)
    QTest.keyClick(view, Key.Key_F)
    yield from _shown("half-stance", window)
    QTest.keyClick(view, Key.Key_Escape)
    view.take(stance=page.stances[0].id)
    yield from _shown("stance-in-hand", window)
    window.trigger("show_rejected")
    yield from _shown("rejected", window)
    window.trigger("show_rejected")


def around(program: Program) -> Steps:
    """What stands around the text: find bar, side panel, messages, hidden panes."""
    window, side = program.window, program.window.page.side
    window.page.finder.begin()
    window.page.finder.field.setText("der")
    yield from _shown("find", window)
    window.page.finder.field.setText("Nirgendwo")
    yield from _shown("find-nothing", window)
    QTest.keyClick(window.page.finder.field, Key.Key_Escape)
    for section in side.sections[1:3]:
        section.fold()
    side.sections[3].unfold()
    yield from _shown("guideline", window)
    side.guideline.begin()
    yield from _shown("guideline-written", window)
    QTest.keyClick(side.guideline.field, Key.Key_Escape)
    side.sections[3].fold()
    for section in side.sections[1:3]:
        section.unfold()
    window.page.messages.tell("Merkel: ORG → PER", button="OK", act=lambda: None)
    yield from _shown("message", window)
    program.telling.fail(SpanCrosses(start=10, end=20, other_start=15, other_end=30))
    yield from _shown("message-error", window)
    window.page.messages.hide()
    window.trigger("show_queue")
    window.trigger("show_side")
    yield from _shown("only-text", window)
    window.trigger("show_queue")
    window.trigger("show_side")


def queue(program: Program) -> Steps:
    """The list of articles: searched, narrowed, sorted, without a hit."""
    window, panel = program.window, program.window.page.queue
    panel.search.setText("Wind")
    yield from _shown("search", window)
    panel.search.setText("Nirgendwo")
    yield from _shown("nothing-found", window)
    panel.show_all()
    panel.menu.show_filter(Filter(undecided=True, language="de", label="PER", below=0.7))
    panel._narrow()
    yield from _shown("filtered", window)
    yield from _popup("filter-menu", panel.menu, window)
    for number, action in enumerate(it for it in panel.menu.actions() if it.menu() is not None):
        if isinstance(menu := action.menu(), QMenu):
            yield from _popup(f"filter-menu-{number}", menu, window)
    yield from _popup("sort-menu", panel.sort_menu, window)
    panel.show_all()
    rest()


def scripts(program: Program) -> Steps:
    """An article of each language after the first."""
    bench = program.workbench
    assert bench.project is not None
    with bench.project.store.read() as conn:
        heads = queue_of.heads(conn, bench.project.work)
    first = {head.language: head for head in reversed(heads)}
    for language, head in first.items():
        bench.open_article(head.id)
        yield from _shown(f"article-{language}", program.window)
    bench.open_article(heads[0].id)
    rest()


def crowded(program: Program) -> Steps:
    """All looks of spans, nested and side by side, usual and large; then the scripts."""
    window, bench = program.window, program.workbench
    until(lambda: bench.page is not None and bool(bench.queue.ids))
    bench.open_article(bench.queue.ids[0])
    rest()
    window.trigger("show_rejected")
    yield from _shown("crowded", window)
    for _ in range(6):
        window.trigger("larger")
    yield from _shown("crowded-large-text", window)
    window.trigger("usual_size")
    window.trigger("show_rejected")
    for name, widget in scripts(program):
        yield f"{name}-mixed", widget


def drag(program: Program, words: str) -> None:
    """Select words with the mouse."""
    view, page = program.window.page.view, program.workbench.page
    assert page is not None
    start = page.article.text.index(words, view.canvas.visible_range()[0])
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


def _context_menu(program: Program, words: str) -> Steps:
    view, page = program.window.page.view, program.workbench.page
    assert page is not None
    start = page.article.text.index(words)
    at = view.canvas.rectangles(start, start + len(words))[0].center().toPoint()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    rest()
    if isinstance(menu := QApplication.activePopupWidget(), QMenu):
        yield "context-menu", menu
        menu.close()


def _popup(name: str, menu: QMenu, window: QWidget) -> Steps:
    menu.popup(window.mapToGlobal(QPoint(8, 40)))
    yield from _shown(name, menu)
    menu.close()


def _shown(name: str, widget: QWidget) -> Steps:
    rest()
    yield name, widget
