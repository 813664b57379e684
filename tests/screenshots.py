"""Pictures of every screen, so that anybody can look: ./run screenshots OUT [--language de] [--theme dark] …

Without options all of them: English and German, light and dark, once and twice the pixels, a small and a
large window, empty and full. Nothing of the person's settings is read or written; the corpus is invented.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.gui import app, settings
from desktop.gui.app import Program
from desktop.gui.filters import Filter
from desktop.gui.paths import paths_under
from desktop.gui.rendering import picture_of
from desktop.work import sample
from desktop.work.demo import Demo
from store.database import Store, create, open_store
from store.operations import comments, guideline, spans, stances, suggestions
from store.queries import articles, codebook
from store.queries import queue as queue_of
from store.queries.people import work_of
from store.values import Holder, ProjectSettings, Suggestion, Work

SIZES = {"small": QSize(1024, 700), "large": QSize(1600, 1000)}
REST = 0.6
"""Seconds for lists to be filled and layouts to come to rest."""

GUIDELINE = """# Was ein Name ist

**PER**: Menschen, *ohne* Titel und Amt.

- Bürgermeisterin **Jana Wölk** → „Jana Wölk“
- nicht: „die Bürgermeisterin“

**ORG**: Parteien, Firmen, Behörden, Medien.

**LOC**: Länder, Orte, Flüsse; auch in „Berlin teilte mit“.
"""

Steps = Iterator[tuple[str, QWidget]]


def main() -> None:
    """Make the pictures; each language and theme in a process of its own."""
    wanted = _arguments()
    if wanted.language and wanted.theme:
        _take(wanted.out, wanted.language, wanted.theme, wanted.only)
        return
    for language in [wanted.language] if wanted.language else ["en", "de"]:
        for theme in [wanted.theme] if wanted.theme else ["light", "dark"]:
            again = [str(wanted.out), "--language", language, "--theme", theme, "--only", wanted.only]
            subprocess.run([sys.executable, __file__, *again], check=True)


def _take(out: Path, language: str, theme: str, only: str) -> None:
    out.mkdir(parents=True, exist_ok=True)
    qt = app._application()
    with TemporaryDirectory() as folder:
        paths = paths_under(Path(folder))
        chosen = settings.Settings(theme=theme, language=language, author="ada")  # pyright: ignore[reportArgumentType]
        settings.save(chosen, paths.settings)
        full, empty = _full(Path(folder)), _empty(Path(folder))
        program = app.compose(qt, paths)
        program.preparing.paused = True
        program.window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        for size, pixels in SIZES.items():
            program.window.resize(pixels)
            program.window.show()
            for name, widget in _screens(program, full, empty):
                if only not in name:
                    continue
                for scale in (1, 2):
                    place = out / f"{name}-{language}-{theme}-{size}-{scale}x.png"
                    picture_of(widget, scale=scale).save(str(place))
            program.workbench.close_project()
        program.window.hide()
        program.close()


# --- Projects ----------------------------------------------------------------------------------------------


def _full(folder: Path) -> Path:
    """The sample corpus, read by the model and worked on."""
    demo = Demo(folder)
    sample.create(demo.store, person="ada").close()
    for _ in demo.steps():
        pass
    store = open_store(demo.store)
    with store.read() as conn:
        work = work_of(conn)
        first = queue_of.heads(conn, work, limit=3)
        topics = codebook.topics(conn)
    guideline.change(store, work, GUIDELINE)
    for article in (head.id for head in first[:2]):
        for _ in range(5):
            with store.read() as conn:
                left = articles.page(conn, work, article).suggestions
            _decide(store, work, article, left[0]) if left else None
    with store.read() as conn:
        page = articles.page(conn, work, first[0].id)
    own = page.spans
    for name, label in (("Katrin Lohmeyer", "FAVOR"), ("Albrecht Seidl", "AGAINST")):
        said = next((it for it in page.suggestions if page.article.text[it.start : it.end] == name), None)
        holder = Holder("span", suggestion=said.id) if said is not None else Holder("author")
        stances.add(store, work, first[0].id, holder=holder, label=label, topic_id=topics[0].id)
    comments.add(store, work, first[0].id, text="Amt oder Ort?", kind="question", span_id=own[0].id)
    spans.set_unsure(store, work, own[2].id, True)
    store.close()
    return demo.store


def _decide(store: Store, work: Work, article: int, one: Suggestion) -> None:
    """Accept a suggestion, or correct the one that the model gets wrong."""
    with store.read() as conn:
        text = articles.page(conn, work, article).article.text
    if text[one.start : one.end] == "Hohenried":
        suggestions.correct(store, work, article, one.id, start=one.start, end=one.end, label="LOC")
    else:
        suggestions.accept(store, work, article, one.id)


def _empty(folder: Path) -> Path:
    path = folder / "empty.lesart"
    create(path, name="News", settings=ProjectSettings(), person="ada").close()
    return path


# --- Screens -----------------------------------------------------------------------------------------------


def _screens(program: Program, full: Path, empty: Path) -> Steps:
    window, bench = program.window, program.workbench
    _rest()
    yield "welcome", window
    program.doors.open(empty)
    _until(lambda: bench.project is not None)
    _rest()
    yield "empty-project", window
    program.doors.open(full)
    _until(lambda: bench.page is not None and bool(bench.queue.ids))
    bench.open_article(bench.queue.ids[0])
    _rest()
    yield "article", window
    yield from _in_hand(program)
    yield from _queue(program)
    yield from _scripts(program)
    yield from _dialogs(program)


def _in_hand(program: Program) -> Steps:
    window, bench = program.window, program.workbench
    view, page = window.page.view, bench.page
    assert page is not None
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    _rest()
    yield "suggestion-in-hand", window
    view.take(stance=page.stances[0].id)
    _rest()
    yield "stance-in-hand", window
    window.page.finder.begin()
    window.page.finder.field.setText("der")
    _rest()
    yield "find", window
    QTest.keyClick(window.page.finder.field, Qt.Key.Key_Escape)
    for section in (window.page.side.sections[1], window.page.side.sections[2]):
        section.fold()
    window.page.side.sections[3].unfold()
    _rest()
    yield "guideline", window
    window.page.side.guideline.begin()
    _rest()
    yield "guideline-written", window
    QTest.keyClick(window.page.side.guideline.field, Qt.Key.Key_Escape)
    window.page.side.sections[3].fold()
    for section in (window.page.side.sections[1], window.page.side.sections[2]):
        section.unfold()
    window.page.messages.tell("Merkel: ORG → PER", button="OK", act=lambda: None)
    _rest()
    yield "message", window
    window.page.messages.hide()


def _queue(program: Program) -> Steps:
    window, panel = program.window, program.window.page.queue
    panel.search.setText("Wind")
    _rest()
    yield "search", window
    panel.search.setText("Nirgendwo")
    _rest()
    yield "nothing-found", window
    panel.show_all()
    panel.menu.show_filter(Filter(undecided=True, language="de"))
    panel._narrow()
    _rest()
    yield "filtered", window
    panel.menu.popup(panel.mapToGlobal(panel.rect().center()))
    _rest()
    yield "filter-menu", panel.menu
    panel.menu.close()
    panel.show_all()
    _rest()


def _scripts(program: Program) -> Steps:
    window, bench = program.window, program.workbench
    assert bench.project is not None
    with bench.project.store.read() as conn:
        heads = queue_of.heads(conn, bench.project.work)
    for language in ("ar", "ja", "zh", "ru"):
        found = next((head.id for head in heads if (head.language or "").startswith(language)), None)
        if found is not None:
            bench.open_article(found)
            _rest()
            yield f"article-{language}", window
    bench.open_article(heads[0].id)
    _rest()


def _dialogs(program: Program) -> Steps:
    window, view = program.window, program.window.page.view
    asked = ("new", "import", "export", "project_settings", "labels", "topics", "actors")
    for name in asked:
        yield from _dialog(name, lambda name=name: window.asked.emit(name))
    for name in ("settings", "keys", "palette", "about"):
        yield from _dialog(name, lambda name=name: window.trigger(name))
    editor = program.doors.editor
    window.asked.emit("labels")
    codebook_dialog = next(it for it in QApplication.topLevelWidgets() if it.isVisible() and it is not window)
    book = program.workbench.codebook
    assert book is not None
    yield from _dialog("label", lambda: editor._ask_label(codebook_dialog, book.labels[0]))  # pyright: ignore[reportArgumentType]
    yield from _dialog("topic", lambda: program.doors.topics.ask(book.topics[0], codebook_dialog))
    codebook_dialog.close()
    page = program.workbench.page
    assert page is not None
    name = max((page.article.text[it.start : it.end] for it in page.spans), key=page.article.text.count)
    start = page.article.text.index(name)
    view.go_to(start, start + len(name))
    yield from _dialog("label-all", lambda: _label_everywhere(program))


def _label_everywhere(program: Program) -> None:
    program.doors.labelling.begin()
    dialog = program.doors.labelling.dialog
    if dialog is not None:
        dialog.everywhere.click()


def _dialog(name: str, show: Callable[[], None]) -> Steps:
    before = {it for it in QApplication.topLevelWidgets() if it.isVisible()}
    show()
    _rest()
    new = [it for it in QApplication.topLevelWidgets() if it.isVisible() and it not in before]
    for widget in new[:1]:
        yield f"dialog-{name}", widget
    for widget in new:
        widget.reject() if isinstance(widget, QDialog) else widget.close()


def _rest() -> None:
    _until(lambda: False, patience=REST)


def _until(done: Callable[[], bool], *, patience: float = 30.0) -> None:
    deadline = time.monotonic() + patience
    while not done() and time.monotonic() < deadline:
        QApplication.processEvents()
        time.sleep(0.005)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run screenshots", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--language", choices=("en", "de"))
    parser.add_argument("--theme", choices=("light", "dark"))
    parser.add_argument("--only", default="", help="screens whose name holds this")
    return parser.parse_args()


if __name__ == "__main__":
    main()
