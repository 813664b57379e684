"""Every dialog, palette and window beside the main one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.gui.app import Program
from desktop.gui.dialogs.about import AboutDialog
from desktop.gui.dialogs.agreement import AgreementDialog
from desktop.gui.dialogs.effort import EffortDialog
from desktop.gui.dialogs.export import ExportDialog
from desktop.gui.dialogs.import_articles import ImportDialog
from desktop.gui.dialogs.settings import SettingsDialog
from desktop.gui.positions.window import PositionsWindow
from desktop.gui.reports import Reports
from desktop.work.effort import Spent
from desktop.work.errand import Imported
from store.formats.problems import Skipped
from tests.screens.pages import Steps
from tests.screens.waiting import rest, until

GOLDEN = Path(__file__).parents[1] / "golden"


def dialogs(program: Program) -> Steps:
    """Those of the menus, then those that the article opens."""
    window = program.window
    for name in ("new", "import", "export", "project_settings", "labels", "topics", "actors", "agreement"):
        yield from _dialog(name, lambda name=name: window.asked.emit(name), _more(name))
    yield from _dialog("effort", lambda: window.asked.emit("effort"), _effort)
    for name in ("settings", "keys", "palette", "about", "manual"):
        yield from _dialog(name, lambda name=name: window.trigger(name), _more(name))
    yield from _dialog("positions", lambda: window.asked.emit("positions"), _more("positions"))
    yield from _dialog("days", window.page.queue._ask_days)
    yield from _codebook(program)
    yield from _of_article(program)
    yield from _reports(program)


def _more(name: str) -> Callable[[QWidget], Steps] | None:
    """What there is to see in a dialog besides its first look."""
    return {
        "import": _import,
        "export": _export,
        "settings": _settings,
        "palette": _palette,
        "positions": _positions,
        "agreement": _agreement,
        "about": _licences,
    }.get(name)


def _effort(dialog: QWidget) -> Steps:
    assert isinstance(dialog, EffortDialog)
    dialog.choices.button(1).setChecked(True)
    dialog.show_effort(
        {
            "a": {"accepted": Spent(14, 15, 31.5), "moved": Spent(2, 6, 9.8), "reading": Spent(0, 2, 48.0)},
            "b": {
                "refused": Spent(3, 3, 6.1),
                "stance": Spent(4, 13, 62.4),
                "seen_unchanged": Spent(5, 1, 2.2),
            },
        }
    )
    rest()
    yield "dialog-effort-measured", dialog


def _import(dialog: QWidget) -> Steps:
    assert isinstance(dialog, ImportDialog)
    dialog.add([str(GOLDEN / name) for name in ("nexis.txt", "table.csv", "articles.jsonl", "print.pdf")])
    until(lambda: not dialog.looking.is_under_way)
    rest()
    yield "dialog-import-files", dialog
    for number in range(dialog.tabs.count()):
        if number and dialog.tabs.isTabEnabled(number):
            dialog.tabs.setCurrentIndex(number)
            rest()
            yield f"dialog-import-files-{number}", dialog


def _export(dialog: QWidget) -> Steps:
    assert isinstance(dialog, ExportDialog)
    until(dialog.preview.text.isEnabled)
    rest()
    yield "dialog-export-seen", dialog
    for name in ("conllu", "network", "statements"):
        formats = dialog.choices.format
        place = next((n for n in range(formats.count()) if name in str(formats.itemData(n))), None)
        if place is not None:
            formats.setCurrentIndex(place)
            rest()
            until(dialog.preview.text.isEnabled)
            rest()
            yield f"dialog-export-{name}", dialog


def _settings(dialog: QWidget) -> Steps:
    assert isinstance(dialog, SettingsDialog)
    dialog.tabs.setCurrentIndex(1)
    rest()
    yield "dialog-settings-keys", dialog


def _palette(dialog: QWidget) -> Steps:
    QTest.keyClicks(QApplication.focusWidget() or dialog, "art")
    rest()
    yield "dialog-palette-narrowed", dialog


def _positions(window: QWidget) -> Steps:
    assert isinstance(window, PositionsWindow)
    window.tabs.setCurrentIndex(1)
    rest()
    yield "dialog-positions-network", window


def _agreement(dialog: QWidget) -> Steps:
    assert isinstance(dialog, AgreementDialog)
    dialog.unfinished.click()
    until(dialog.split.isVisible)
    rest()
    yield "dialog-agreement-found", dialog


def _licences(dialog: QWidget) -> Steps:
    assert isinstance(dialog, AboutDialog)
    yield from _dialog("licences", dialog.licences.click)


def _codebook(program: Program) -> Steps:
    doors, book = program.doors, program.workbench.codebook
    assert book is not None
    program.window.asked.emit("labels")
    dialog = next(it for it in QApplication.topLevelWidgets() if it.isVisible() and it is not program.window)
    yield from _dialog("label", lambda: doors.editor._ask_label(dialog, book.labels[0]))  # pyright: ignore[reportArgumentType]
    yield from _dialog("label-new", lambda: doors.editor._ask_label(dialog, None))  # pyright: ignore[reportArgumentType]
    yield from _dialog("label-merge", lambda: doors.editor._merge_label(dialog, book.labels[0]))  # pyright: ignore[reportArgumentType]
    yield from _dialog("topic", lambda: doors.topics.ask(book.topics[0], dialog))
    dialog.close()


def _of_article(program: Program) -> Steps:
    view, page = program.window.page.view, program.workbench.page
    assert page is not None
    name = max((page.article.text[it.start : it.end] for it in page.spans), key=page.article.text.count)
    start = page.article.text.index(name)
    view.go_to(start, start + len(name))
    view.setFocus()
    for what, key in (("label-picker", Qt.Key.Key_P), ("link", Qt.Key.Key_L), ("holder", Qt.Key.Key_H)):
        yield from _dialog(what, lambda key=key: QTest.keyClick(view, key))
    yield from _dialog("label-all", program.doors.labelling.begin, lambda _: _everywhere(program))


def _everywhere(program: Program) -> Steps:
    dialog = program.doors.labelling.dialog
    assert dialog is not None
    dialog.everywhere.click()
    rest()
    yield "dialog-label-all-everywhere", dialog


def _reports(program: Program) -> Steps:
    skipped = tuple(
        Skipped("news/2025-10.jsonl", 120 + n, field, reason, detail)
        for n, (field, reason, detail) in enumerate(
            (("date", "date_unread", "31.02.2025"), ("text", "empty_text", ""), ("", "not_json", "{"))
        )
    )
    reports = Reports(program.window, GOLDEN)
    reports.show_import(Imported(1200, 0, 14, ("DATE",), skipped, False))
    rest()
    yield "import-told", program.window
    yield from _dialog("report", program.window.page.messages.button.click)
    program.window.page.messages.hide()
    yield from _dialog("crash", lambda: program.telling.crash(ValueError("for the picture")))


def _dialog(name: str, show: Callable[[], object], more: Callable[[QWidget], Steps] | None = None) -> Steps:
    before = {it for it in QApplication.topLevelWidgets() if it.isVisible()}
    show()
    until(lambda: len(_visible() - before) > 0)
    rest()
    new = _visible() - before
    for widget in list(new)[:1]:
        yield f"dialog-{name}", widget
        yield from more(widget) if more is not None else ()
    for widget in _visible() - before:
        widget.reject() if isinstance(widget, QDialog) else widget.close()


def _visible() -> set[QWidget]:
    return {it for it in QApplication.topLevelWidgets() if it.isVisible()}
