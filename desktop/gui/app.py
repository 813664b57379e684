"""Puts the program together: settings, language, lanes, worker, window.

Nothing is imported for its side effects.
"""

import argparse
import logging
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from desktop import __version__
from desktop.gui import icons, own_files, rendering, settings, translating
from desktop.gui.agreeing import Agreeing
from desktop.gui.chores import Chores
from desktop.gui.crash import CrashHook, log_qt, start_log
from desktop.gui.doors import Doors
from desktop.gui.effort import EffortKeeper
from desktop.gui.evaluating import Evaluating
from desktop.gui.jobs import Jobs
from desktop.gui.long_work import LongWork
from desktop.gui.main_window import MainWindow
from desktop.gui.model_worker import ModelWorker
from desktop.gui.opened_files import OpenedFiles
from desktop.gui.panels import fold_button
from desktop.gui.paths import Paths, paths_under, user_paths
from desktop.gui.preparing import Preparing
from desktop.gui.remembering import Remembering
from desktop.gui.stories.desk import Stories
from desktop.gui.telling import Telling
from desktop.gui.training import Training
from desktop.gui.unfinished import Unfinished
from desktop.gui.watching import Watching
from desktop.gui.workbench import Workbench
from store.errors import FileUnwritable


class Program(Struct):
    """The parts of one running program, from the window down to the lanes."""

    window: MainWindow
    workbench: Workbench
    preparing: Preparing
    worker: ModelWorker
    work: LongWork
    jobs: Jobs
    doors: Doors
    chores: Chores
    stories: Stories
    effort: EffortKeeper
    telling: Telling
    watching: Watching

    def close(self) -> None:
        """End everything: gestures that wait are still carried out, all threads are gone afterwards."""
        self.work.close()
        self.stories.searching.close()
        self.workbench.close_project()
        self.worker.close()
        self.jobs.close()


def main(argv: Sequence[str] | None = None) -> int:
    """Run the window until it is closed. `argv` may name a project; `--sample` opens the sample corpus."""
    wanted = _arguments(sys.argv[1:] if argv is None else argv)
    paths = user_paths()
    app = _application()
    handler, give_back = start_log(paths.log), log_qt()
    hook = CrashHook()
    program = compose(app, paths)
    hook.crashed.connect(program.telling.crash)
    app.setQuitOnLastWindowClosed(False)  # closing the window says so itself, once
    program.window.closed.connect(app.quit)
    files = OpenedFiles()
    files.arrived.connect(lambda path: program.doors.open(Path(path)))
    app.installEventFilter(files)
    program.window.show()
    # The event comes after the first paint: nothing that a project needs is loaded before.
    QTimer.singleShot(0, lambda: begin(program, wanted))
    try:
        return app.exec()
    finally:
        program.close()
        program.window.deleteLater()
        app.removeEventFilter(files)
        hook.close()
        give_back()
        logging.getLogger().removeHandler(handler)
        handler.close()
        icons.icon.cache_clear()


def render_screenshot(store_path: Path, png_path: Path) -> None:
    """Paint the window on the first article with suggestions of a project, without a display.

    Nothing of the person's settings is read or written, and no model is started. Raises what opening the
    project raises, and FileUnwritable.
    """
    with unseen(store_path, settings.Settings(theme="light")) as program:
        if not rendering.picture_of(program.window).save(str(png_path)):
            raise FileUnwritable(path=str(png_path), reason="png")


@contextmanager
def unseen(store_path: Path, chosen: settings.Settings) -> Iterator[Program]:
    """The program on no display, with settings of its own, at a project's first article with suggestions.

    No model is started. Raises what opening the project raises.
    """
    app = _application()
    with TemporaryDirectory() as folder:
        paths = paths_under(Path(folder))
        settings.save(chosen, paths.settings)
        program = compose(app, paths)
        try:
            program.preparing.paused = True
            program.window.resize(rendering.SIZE)
            program.window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            program.window.show()
            rendering.open_suggested(app, program.workbench, store_path)
            yield program
        finally:
            program.window.hide()
            program.close()
            program.window.deleteLater()


def compose(app: QApplication, paths: Paths, *, worker: Sequence[str] = ()) -> Program:
    """All parts, joined; nothing is shown or opened yet. `worker` starts another model worker."""
    kept = settings.load(paths.settings)
    language = translating.language_of(kept.language)
    translating.install(app, language)
    jobs = Jobs()
    workbench, reader = Workbench(jobs), ModelWorker(worker)
    preparing, work = Preparing(workbench, reader, jobs), LongWork()
    window = MainWindow(
        workbench=workbench, preparing=preparing, settings=kept, paths=paths, language=language
    )
    telling = Telling(window, str(paths.log))
    stories = Stories(window, workbench, work)
    chores = Chores(window, workbench, work, stories=stories, paths=paths, language=language)
    agreeing = Agreeing(window, workbench, work, language=language)
    training = Training(window, workbench, work, read_all=chores.suggest_all, language=language)
    effort = EffortKeeper(window, workbench, folder=paths.effort, documents=paths.documents)
    chores.exported.connect(effort.share)
    doors = Doors(
        window,
        workbench,
        chores,
        agreeing,
        stories,
        training=training,
        evaluating=Evaluating(window, workbench, work, language=language),
        effort=effort,
        paths=paths,
        language=language,
    )
    watching = Watching(workbench, window)
    Remembering(workbench, preparing, jobs, window)
    Unfinished(workbench, window.page.side, window.state, window)
    workbench.failed.connect(telling.fail)
    preparing.refused.connect(telling.refuse)
    preparing.usual = window.state.usual_model() or preparing.usual
    reader.loaded.connect(window.state.remember_model)
    window.settingsChanged.connect(lambda changed: _keep(changed, paths.settings, telling))
    preparing.trusted = kept.trusted
    window.settingsChanged.connect(lambda changed: setattr(preparing, "trusted", changed.trusted))
    return Program(
        window, workbench, preparing, reader, work, jobs, doors, chores, stories, effort, telling, watching
    )  # fmt: skip


def begin(program: Program, wanted: argparse.Namespace) -> None:
    """Open what the command line asked for."""
    if wanted.sample:
        program.doors.sample()
    elif wanted.store is not None:
        program.doors.open(Path(wanted.store))


def _keep(changed: settings.Settings, path: Path, telling: Telling) -> None:
    """Write the settings; where that does not go they hold until the window closes, and it is said."""
    try:
        settings.save(changed, path)
    except OSError as error:
        telling.fail(FileUnwritable(path=str(path), reason=error.strerror or type(error).__name__))


def _application() -> QApplication:
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    own_files.make_known()
    app = QApplication(["lesart"])
    app.setApplicationName("lesart")
    app.setApplicationDisplayName("Lesart")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("lesart")
    app.setStyle("Fusion")
    app.setWindowIcon(icons.program_icon())
    QAccessible.installFactory(fold_button.spoken)
    return app


def _arguments(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="lesart")
    parser.add_argument("store", nargs="?")
    parser.add_argument("--sample", action="store_true")
    return parser.parse_args(list(argv))
