"""Training from the window: asked for, carried out by a child process, adopted by one click."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from PySide6.QtCore import QObject

from desktop.gui.long_work import LongWork, Telling
from desktop.gui.main_window import MainWindow
from desktop.gui.project import Project
from desktop.gui.store_side import storing
from desktop.gui.telling import next_step, sentence
from desktop.gui.translating import worded
from desktop.gui.wording import language_name
from desktop.gui.workbench import Workbench
from desktop.nlp import models
from desktop.work.errand import Train
from desktop.work.gains import Trained
from store.errors import LesartError

if TYPE_CHECKING:
    from desktop.gui.dialogs.training import TrainingDialog


class Training(QObject):
    """Opens the dialog and carries out what it asks. `read_all`: have the corpus read anew."""

    def __init__(
        self,
        window: MainWindow,
        workbench: Workbench,
        work: LongWork,
        *,
        read_all: Callable[[], None],
        language: str,
    ) -> None:
        super().__init__(window)
        self._window, self._workbench, self._work = window, workbench, work
        self._read_all, self._language = read_all, language
        self._dialog: TrainingDialog | None = None
        self._trains = False
        work.told.connect(self._told)
        workbench.projectClosed.connect(self._close)

    def show(self) -> None:
        """Open the dialog; one that is there already comes to the front."""
        book = self._workbench.codebook
        if book is None:
            return
        if self._dialog is None:
            names = {it.code: worded(it.name, self._language) or it.code for it in book.every_label}
            from desktop.gui.dialogs.training import TrainingDialog  # not before the first paint

            dialog = self._dialog = TrainingDialog(self._offered(), names, self._window.look, self._window)
            dialog.trainWanted.connect(self._train)
            dialog.adoptWanted.connect(self._adopt)
            dialog.cancelled.connect(self._work.cancel)
            dialog.finished.connect(lambda _: self._forget())
            if self._trains:
                dialog.begin()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _offered(self) -> list[tuple[str, str]]:
        """The languages of the project that a model reads, each with its model."""
        book = self._workbench.codebook
        if book is None:
            return []
        names = {it.source: f"{it.name} {it.version}" for it in models.available()}
        found: dict[str, str] = {}
        for code in dict.fromkeys((book.settings.language, *book.languages)):
            source = book.source(code)
            if source is not None:
                found[code] = f"{language_name(code)} · {names.get(source) or _called(source)}"
        return list(found.items())

    def _train(self, language: str) -> None:
        project, book = self._workbench.project, self._workbench.codebook
        source = book.source(language) if book is not None else None
        if project is None or source is None or self._dialog is None:
            return
        if self._work.is_running:
            self._dialog.show_failed(self.tr("Wait for the work under way to end, or cancel it."))
            return
        self._trains = True
        self._dialog.begin()
        wanted = Train(project.path, source, language, str(self._window.paths.models))
        self._work.start(
            self.tr("Training"), wanted, done=lambda found: self._trained(project, found), failed=self._failed
        )

    def _told(self, telling: Telling) -> None:
        if self._trains and self._dialog is not None:
            self._dialog.show_progress(telling)

    def _trained(self, project: Project, found: Any) -> None:
        self._trains = False
        if project is not self._workbench.project:
            return
        self.show()
        if self._dialog is not None:
            self._dialog.show_trained(found.trained)

    def _failed(self, error: Exception) -> None:
        self._trains = False
        is_known = isinstance(error, LesartError)
        if self._dialog is not None:
            unknown = self.tr("The training ended with an error; nothing has changed.")
            self._dialog.show_failed(f"{sentence(error)} {next_step(error)}" if is_known else unknown)
        if self._dialog is None or not is_known:
            self._workbench.failed.emit(error)

    def _adopt(self, trained: Trained) -> None:
        """The project reads with it from now on; what is not finished is read anew at once."""
        book = self._workbench.codebook
        if book is None:
            return
        chosen = {**book.settings.models, trained.language: trained.new}
        wanted = replace(book.settings, models=chosen)

        def adopted(_: Any) -> None:
            if self._dialog is not None:
                self._dialog.offer(self._offered())
                self._dialog.show_adopted(trained)
            self._read_all()

        self._workbench.change_codebook(lambda project: storing().change_settings(project, wanted), adopted)

    def _forget(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()

    def _close(self) -> None:
        if self._dialog is not None:
            self._dialog.close()


def _called(source: str) -> str:
    try:
        info = models.describe(source)
    except LesartError:
        return source
    return f"{info.name} {info.version}"
