"""The window around the text: first page, menus, find bar, side panel, messages, the list of articles."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragLeaveEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox

from desktop.gui.app import Program
from desktop.gui.dialogs.topic import TopicDraft
from desktop.gui.filters import Filter
from desktop.gui.translating import worded
from store.errors import SpanCrosses, StoreForeign
from tests.screens.scene import Scene, Steps, opened, page_of, popup, shown
from tests.screens.waiting import rest, until

REWORDED = {
    "de": "Windpark Hohenried: sieben Anlagen auf dem Kapellenberg, ohne Bürgerentscheid",
    "en": "Hohenried wind farm: seven turbines on the Kapellenberg, without a referendum",
}


def _plain(program: Program) -> Steps:
    yield from shown(program.window)


def _welcome(program: Program) -> Steps:
    window, folder = program.window, program.window.paths.documents
    yield from shown(window)
    opening = QCoreApplication.translate("Doors", "Opening {name} …")
    window.welcome.wait(opening.format(name="crowded"))
    yield from shown(window, "waiting")
    window.welcome.wait()
    for name in ("crowded.lesart", "sample.lesart"):
        window.state.remember(folder / name)
    window.show_welcome()
    yield from shown(window, "recent")
    yield from popup(window.menus.recent, window, "recent-menu")
    error = StoreForeign(path=str(folder / "crowded.jsonl"))
    yield from opened(QMessageBox, lambda: program.telling.fail(error), name="error")


def _menus(program: Program) -> Steps:
    """The menus of the bar, with theirs."""
    for number, action in enumerate(program.window.menuBar().actions()):
        if isinstance(menu := action.menu(), QMenu):
            yield from popup(menu, program.window, str(number))
            inner = [it.menu() for it in menu.actions() if isinstance(it.menu(), QMenu)]
            for place, one in enumerate(inner):
                if isinstance(one, QMenu) and one.isEnabled():
                    yield from popup(one, program.window, f"{number}-{place}")


def _find(program: Program) -> Steps:
    finder = program.window.page.finder
    finder.begin()
    finder.field.setText("der")
    yield from shown(program.window)
    finder.field.setText("Nirgendwo")
    yield from shown(program.window, "nothing")
    QTest.keyClick(finder.field, Qt.Key.Key_Escape)


def _guideline(program: Program) -> Steps:
    side = program.window.page.side
    for section in side.sections[1:3]:
        section.fold()
    side.sections[3].unfold()
    yield from shown(program.window)
    side.guideline.begin()
    yield from shown(program.window, "written")
    QTest.keyClick(side.guideline.field, Qt.Key.Key_Escape)
    side.sections[3].fold()
    for section in side.sections[1:3]:
        section.unfold()


def _comment(program: Program) -> Steps:
    program.window.trigger("note")
    yield from shown(program.window)


def _message(program: Program) -> Steps:
    window = program.window
    window.page.messages.tell("Merkel: ORG → PER", button="OK", act=lambda: None)
    yield from shown(window)
    program.telling.fail(SpanCrosses(start=10, end=20, other_start=15, other_end=30))
    yield from shown(window, "error")
    window.page.messages.hide()
    importing = QCoreApplication.translate("Chores", "Importing")
    window.page.strip.show_work(f"{importing} … news/2025-10.jsonl", 420, 1000)
    yield from shown(window, "work")
    window.page.strip.show_work("")


def _only_text(program: Program) -> Steps:
    window = program.window
    for name in ("show_queue", "show_side"):
        window.trigger(name)
    yield from shown(window)
    for name in ("show_queue", "show_side"):
        window.trigger(name)


def _entities_menu(program: Program) -> Steps:
    entities = program.window.page.side.entities
    model = entities.model()
    row = next(n for n in range(model.rowCount()) if getattr(_row(program, n), "suggestions", ()))
    at = entities.visualRect(model.index(row, 0)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, entities.viewport().mapToGlobal(at))
    QApplication.sendEvent(entities.viewport(), event)
    rest()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    yield "", menu


def _row(program: Program, number: int) -> object:
    from desktop.gui.panels.entities import ROW_ROLE

    model = program.window.page.side.entities.model()
    return model.index(number, 0).data(ROW_ROLE)


def _stance_menus(program: Program) -> Steps:
    window = program.window
    window.page.view.take(stance=page_of(program).stances[0].id)
    rest()
    card = window.page.side.stances.cards[0]
    for name, button in (("label", card.label), ("target", card.target)):
        if (menu := button.menu()) is not None:
            yield from popup(menu, window, name)
    for field in ("form", "cue"):
        yield from popup(card.answers.menu(field), window, field)


def _reworded(program: Program) -> Steps:
    """A topic of the open article means something else since: in other words, of another kind."""
    bench, book, page = program.workbench, program.workbench.codebook, program.window.page
    assert book is not None
    topic = next(it for it in book.topics if it.id == page_of(program).stances[0].topic)
    language = program.doors.topics._language
    changed = TopicDraft(REWORDED[language], topic.kind, topic.digit, topic.definition, reworded=True)
    same_words = worded(topic.wording, language)
    kinds = {"": changed, "kind": msgspec.structs.replace(changed, wording=same_words, kind="claim")}
    for name, draft in kinds.items():
        program.doors.topics._change(topic, draft)
        until(lambda: bool(page.side.stances.rewordings.lines) and page.messages.isVisible())
        yield from shown(program.window, name)
        bench.undo()
        until(lambda: not page.side.stances.rewordings.lines and topic in bench.codebook.topics)
        page.messages.hide()


def _dropping(program: Program) -> Steps:
    window, data = program.window, QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(window.paths.documents / "crowded.jsonl"))])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    action = Qt.DropAction.CopyAction
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(400, 300), action, data, left, none))
    yield from shown(window)
    QApplication.sendEvent(window, QDragLeaveEvent())


def _queue(program: Program) -> Steps:
    """The list of articles: searched, narrowed, without a hit."""
    window, panel = program.window, program.window.page.queue
    all_of_them = len(program.workbench.queue.ids)

    def listed(fits: Callable[[int], bool]) -> None:
        until(lambda: fits(len(program.workbench.queue.ids)))

    panel.search.setText("Wind")
    listed(lambda count: 0 < count < all_of_them)
    yield from shown(window, "search")
    panel.search.setText("Nirgendwo")
    listed(lambda count: count == 0)
    yield from shown(window, "nothing-found")
    panel.show_all()
    listed(lambda count: count == all_of_them)
    panel.menu.show_filter(Filter(undecided=True, language="de", label="PER", below=0.8))
    panel._narrow()
    listed(lambda count: 0 < count < all_of_them)
    yield from shown(window, "filtered")
    yield from popup(panel.menu, window, "filter-menu")
    for number, action in enumerate(it for it in panel.menu.actions() if it.menu() is not None):
        if isinstance(menu := action.menu(), QMenu):
            yield from popup(menu, window, f"filter-menu-{number}")
    yield from popup(panel.sort_menu, window, "sort-menu")
    panel.show_all()
    listed(lambda count: count == all_of_them)


FIRST = (Scene("welcome", _welcome, ""), Scene("empty-project", _plain, "empty"))
AROUND = (
    Scene("menu", _menus),
    Scene("find", _find),
    Scene("guideline", _guideline),
    Scene("comment", _comment),
    Scene("message", _message),
    Scene("only-text", _only_text),
    Scene("entities-menu", _entities_menu),
    Scene("stance-menu", _stance_menus),
    Scene("reworded", _reworded),
    Scene("dropping", _dropping),
    Scene("queue", _queue),
)
