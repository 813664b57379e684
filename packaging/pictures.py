"""Draws the pictures of the manual: Lesart itself, on its sample corpus, in both languages, light and dark.

Started by `./run manual pictures`. Fonts are those of the machine that draws. Each language and each theme is
a process of its own, since a program has one of either.
"""

import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.gui import app as gui
from desktop.gui import settings
from desktop.gui.app import Program
from desktop.gui.dialogs.export import ExportDialog
from desktop.gui.dialogs.occurrences import OccurrencesDialog
from desktop.gui.paths import RESOURCES, paths_under
from desktop.gui.rendering import picture_of, screen_in_memory
from desktop.nlp import segmentation
from store.database import open_store
from store.operations import stances
from store.queries import articles, codebook, pages
from store.queries.people import work_of
from store.values import Holder

WINDOW = QSize(1240, 800)
SCREEN = QSize(1920, 1200)
PATIENCE = 60.0
"""Seconds that a step may take."""

WIDEST = 1440
"""Pixels: twice what the manual's column is wide."""

DIALOGS = {
    "new": "new-project",
    "topics": "topics",
    "project_settings": "project-settings",
    "import": "import",
    "export": "export",
}
"""Action -> picture of the dialog that it opens."""

STANCES = (
    ("hohenried-gemeinderat", "Katrin Lohmeyer", "FAVOR", "windpark-hohenried"),
    ("hohenried-gemeinderat", "Bernd Wiesinger", "AGAINST", "windpark-hohenried"),
    ("hohenried-gemeinderat", "Rosemarie Thoma", "NEUTRAL", "windpark-hohenried"),
    ("verwaltungsgericht-windpark", "Albrecht Seidl", "AGAINST", "windpark-hohenried"),
    ("mittelelbe-mindestlohn", "Tabea Krull", "FAVOR", "mindestlohn-15"),
    ("mittelelbe-mindestlohn", "Sven Ahrenholz", "AGAINST", "mindestlohn-15"),
    ("mittelelbe-mindestlohn", "Helene Brandtner", "AGAINST", "mindestlohn-15"),
    ("nahverkehr-warnstreik", "Helene Brandtner", "NEUTRAL", "mindestlohn-15"),
    ("nahverkehr-warnstreik", "Nuran Demirel", "FAVOR", "mindestlohn-15"),
    ("eu-gipfel-velorien", "Helene Brandtner", "FAVOR", "velorien-eu"),
    ("eu-gipfel-velorien", "Danilo Varesko", "FAVOR", "velorien-eu"),
    ("eu-gipfel-velorien", "Radu Kelman", "AGAINST", "velorien-eu"),
)
"""What somebody has coded elsewhere in the corpus: article, holder, label, topic."""

Key = Qt.Key
Shots = Iterator[tuple[str, QWidget, QRect | None]]
"""Name of the picture, what is on it, which part of that (None: all)."""


def draw_all() -> None:
    """Draw every picture anew."""
    with TemporaryDirectory() as folder:
        platform = screen_in_memory(Path(folder) / "screen.json", SCREEN)
        for language in ("en", "de"):
            for theme in ("light", "dark"):
                command = [sys.executable, __file__, language, theme]
                subprocess.run(command, check=True, env={**os.environ, "QT_QPA_PLATFORM": platform})


def draw(language: str, theme: settings.ThemeChoice) -> None:
    """Draw the pictures of one language and theme."""
    application = gui._application()
    folder = RESOURCES / "help" / language / "pictures"
    folder.mkdir(exist_ok=True)
    with TemporaryDirectory() as home:
        paths = paths_under(Path(home))
        chosen = settings.Settings(theme=theme, language=language, author="Ada", font_size=12.5)
        settings.save(chosen, paths.settings)
        program = gui.compose(application, paths)
        program.window.resize(WINDOW)
        program.window.show()
        try:
            for name, widget, part in shots(Walk(application, program)):
                image = picture_of(widget, scale=2)
                if part is not None:
                    image = image.copy(QRect(part.topLeft() * 2, part.size() * 2))
                if image.width() > WIDEST:
                    image = image.scaledToWidth(WIDEST, Qt.TransformationMode.SmoothTransformation)
                made = folder / f"{name}{'-dark' if theme == 'dark' else ''}.png"
                few_colours(image).save(str(made), "PNG", 0)
        finally:
            program.window.hide()
            program.close()
            program.window.deleteLater()


class Walk:
    """Somebody who goes through the sample corpus in the window."""

    def __init__(self, application: QApplication, program: Program) -> None:
        self._application, self.program = application, program
        self.window, self.page = program.window, program.window.page

    def until(self, is_so: Callable[[], object]) -> None:
        """Let the program run until something is so."""
        deadline = time.monotonic() + PATIENCE
        while not is_so():
            self._application.processEvents()
            time.sleep(0.005)
            if time.monotonic() > deadline:
                raise TimeoutError

    def rest(self, seconds: float = 0.4) -> None:
        """Let layouts and marks come to rest."""
        end = time.monotonic() + seconds
        self.until(lambda: time.monotonic() > end)

    def settle(self) -> None:
        """Until the open article has its suggestions and nothing is under way."""
        bench = self.program.workbench
        self.until(lambda: bench.page is not None and bench.page.predicted and not bench.gestures.is_busy)
        self.rest()

    def press(self, *keys: Qt.Key) -> None:
        """Press keys in the article."""
        for key in keys:
            QTest.keyClick(self.page.view, key)
        self.settle()

    def take(self, words: str) -> None:
        """Take the first suggestion in hand that reads so."""
        shown = self.program.workbench.page
        assert shown is not None
        found = (it for it in shown.suggestions if shown.article.text[it.start : it.end] == words)
        self.page.view.take(suggestion=next(found).id)
        self.settle()

    def dialog(self, action: str) -> QDialog:
        """The dialog that an action opens."""
        self.window.trigger(action)
        self.until(lambda: isinstance(self._application.activeModalWidget(), QDialog))
        shown = self._application.activeModalWidget()
        assert isinstance(shown, QDialog)
        if isinstance(shown, ExportDialog):
            self.until(shown.preview.text.isEnabled)
        self.rest()
        return shown


def shots(walk: Walk) -> Shots:
    """What the manual shows, in the order in which it comes about."""
    window, page = walk.window, walk.page
    walk.rest()
    yield "welcome", window, QRect(180, 170, 900, 400)
    walk.program.doors.sample()
    walk.settle()
    walk.press(Key.Key_Tab, Key.Key_Tab)
    yield "window", window, None
    walk.take("Katrin Lohmeyer")
    walk.press(Key.Key_Return)
    yield "decided", page.view, near(page.view.size(), 300)
    yield "strip", page.strip, None
    walk.take("Albrecht Seidl")
    walk.press(Key.Key_A)
    yield "half", page.strip, None
    walk.press(Key.Key_1)
    yield "stance", window, QRect(290, 84, window.width() - 290, window.height() - 84)
    yield "queue", page.queue, QRect(0, 0, page.queue.width(), 330)
    for name, picture in DIALOGS.items():
        shown = walk.dialog(name)
        yield picture, shown, None
        shown.reject()
        walk.settle()
    yield from occurrences(walk)
    yield from positions(walk)


def occurrences(walk: Walk) -> Shots:
    """All places of a name in the whole corpus."""
    shown = walk.program.workbench.page
    assert shown is not None
    own = next(it for it in shown.spans if shown.article.text[it.start : it.end] == "Katrin Lohmeyer")
    walk.page.view.take(span=own.id)
    walk.settle()
    dialog = walk.dialog("label_all")
    assert isinstance(dialog, OccurrencesDialog)
    dialog.surface.setText("Helene Brandtner")
    dialog.everywhere.click()
    walk.rest(2)
    yield "occurrences", dialog, None
    dialog.reject()
    walk.settle()


def positions(walk: Walk) -> Shots:
    """Who stands where in the whole corpus."""
    project = walk.program.workbench.project
    assert project is not None
    code_elsewhere(Path(project.store.target))
    walk.program.doors.positions.show()
    shown = walk.program.doors.positions.shown
    assert shown is not None
    shown.scope.setCurrentIndex(1)
    shown.only_topics.setChecked(True)
    shown.resize(800, 640)
    walk.rest(1.5)
    shown.matrix.setCurrentCell(0, 1)
    walk.rest()
    yield "matrix", shown, None
    shown.tabs.setCurrentIndex(1)
    walk.rest()
    shown.network.fit()
    walk.rest()
    bottom = shown.network.mapTo(shown, shown.network.rect().bottomLeft()).y()
    yield "network", shown, QRect(0, 0, shown.width(), bottom)
    shown.close()


def code_elsewhere(project: Path) -> None:
    """Make `STANCES`, as another window would."""
    store = open_store(project)
    with store.read() as conn:
        work = work_of(conn)
        topics = {topic.key: topic.id for topic in codebook.topics(conn)}
        found = {head.key: (head.id, pages.page(conn, work, head.id)) for head in articles.heads(conn, work)}
    for key, name, label, topic in STANCES:
        article, page = found[key]
        start = page.article.text.index(name)
        place, lines = (start, start + len(name)), segmentation.sentences(page.article.text, "de")
        ends = {"holder": Holder("span"), "holder_range": place, "topic_id": topics[topic]}
        said = next(line for line in lines if line[0] <= start < line[1])
        stances.add(store, work, article, label=label, evidence=said, **ends)
    store.close()


def near(size: QSize, height: int) -> QRect:
    """The middle of a widget: what was taken in hand is brought there."""
    return QRect(0, (size.height() - height) // 2, size.width(), height)


def few_colours(image: QImage) -> QImage:
    """The same picture with its 96 most frequent colours: a third of the size, and nobody sees it."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(plain.constBits()).cast("I").tolist())
    table = [colour for colour, _ in counted.most_common(96)]
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.AvoidDither)


if __name__ == "__main__":
    draw(sys.argv[1], "dark" if sys.argv[2] == "dark" else "light")
