"""What concerns whole projects: new, open, sample; and holders and targets chosen by name."""

import getpass
from collections.abc import Callable
from pathlib import Path
from typing import cast

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desktop.gui.chores import Chores
from desktop.gui.dialogs.new_project import NewProjectDialog
from desktop.gui.dialogs.palette import Choice, Palette
from desktop.gui.dialogs.project_settings import ProjectSettingsDialog
from desktop.gui.label_picker import LabelPicker
from desktop.gui.labelling import Labelling
from desktop.gui.main_window import MainWindow
from desktop.gui.paths import Paths
from desktop.gui.store_side import storing
from desktop.gui.topics import Topics
from desktop.gui.translating import worded
from desktop.gui.wording import holder_words
from desktop.gui.workbench import Workbench
from store.labels import preset
from store.values import Holder
from store.vocabulary import HolderKind


class Doors(QObject):
    """Answers what the main window asks for by name."""

    def __init__(
        self, window: MainWindow, workbench: Workbench, chores: Chores, *, paths: Paths, language: str
    ) -> None:
        super().__init__(window)
        self._window, self._workbench, self._paths, self._language = window, workbench, paths, language
        self.topics = Topics(window, workbench, language=language)
        self.labelling = Labelling(window, workbench, language=language)
        self._acts: dict[str, Callable[[], None]] = {
            "new": self.new,
            "open": self.choose,
            "sample": self.sample,
            "close": workbench.close_project,
            "import": chores.ask_import,
            "export": chores.ask_export,
            "suggest_all": chores.suggest_all,
            "topics": self.topics.show,
            "project_settings": self._change_settings,
            "label_all": self.labelling.begin,
            "holder": self._choose_holder,
            "target": self._choose_target,
            "pick_label": LabelPicker(window, workbench, language=language).show,
        }
        window.asked.connect(lambda name: self._acts[name]())
        window.menus.recentChosen.connect(lambda path: self.open(Path(path)))
        window.welcome.recentAsked.connect(lambda path: self.open(Path(path)))
        window.page.side.stances.topicWanted.connect(self.topics.add_for)

    @property
    def author(self) -> str:
        """Whose annotations are made: the name in the settings, else that of the system's user."""
        return self._window.settings.author or _user()

    def new(self) -> None:
        """Ask for a new project and open it."""
        dialog = NewProjectDialog(
            folder=self._paths.documents,
            author=self.author,
            language=self._language,
            look=self._window.look,
            parent=self._window,
        )
        dialog.accepted.connect(lambda: self._create(dialog))
        dialog.open()

    def _change_settings(self) -> None:
        book = self._workbench.codebook
        if book is None:
            return
        dialog = ProjectSettingsDialog(
            book.settings, book.labels, language=self._language, look=self._window.look, parent=self._window
        )

        def save() -> None:
            wanted = dialog.chosen()
            self._workbench.change_codebook(
                lambda project: storing().change_settings(project, wanted),
                lambda _: self._workbench.reread(),
            )

        dialog.accepted.connect(save)
        dialog.open()

    def choose(self) -> None:
        """Ask for a project file and open it."""
        path, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Open project"),
            str(self._paths.documents),
            self.tr("Lesart projects (*.lesart)"),
        )
        if path:
            self.open(Path(path))

    def open(self, path: Path) -> None:
        """Open a project."""
        self._workbench.open_project(path, self.author)

    def sample(self) -> None:
        """Open the sample corpus."""
        self._workbench.open_sample(self._paths.sample, self.author, name=self.tr("Sample corpus"))

    def _create(self, dialog: NewProjectDialog) -> None:
        draft = dialog.draft()
        settings = preset(draft.preset).settings(draft.language)
        if draft.author != self._window.settings.author:
            self._window.set_settings(msgspec.structs.replace(self._window.settings, author=draft.author))
        self._workbench.create_project(draft.path, name=draft.name, settings=settings, person=draft.author)

    def _choose_holder(self) -> None:
        book, view = self._workbench.codebook, self._window.page.view
        if book is None:
            return
        choices = [Choice(kind, words) for kind, words in holder_words().items()]
        choices += [Choice(str(actor.id), actor.name, actor.type) for actor in book.actors]
        palette = Palette(
            choices, self._window.look, prompt=self.tr("Who takes the stance?"), parent=self._window
        )
        palette.chosen.connect(lambda chosen: view.choose_holder(_holder(chosen)))
        palette.open_over(self._window)

    def _choose_target(self) -> None:
        book, view = self._workbench.codebook, self._window.page.view
        if book is None:
            return
        choices = [
            Choice(f"t{it.id}", worded(it.wording, self._language), str(it.digit or "")) for it in book.topics
        ]
        choices += [Choice(f"a{actor.id}", actor.name, self.tr("actor")) for actor in book.actors]
        palette = Palette(
            choices,
            self._window.look,
            prompt=self.tr("Toward what?"),
            free=self.tr("New topic, proposed: {name}"),
            parent=self._window,
        )

        def chosen(code: str) -> None:
            number = int(code[1:])
            if code[0] == "t":
                view.choose_target(topic=number)
            else:
                view.choose_target(actor=number)

        palette.chosen.connect(chosen)
        palette.named.connect(
            lambda name: self.topics.propose(name, lambda topic: view.choose_target(topic=topic))
        )
        palette.open_over(self._window)


def _holder(chosen: str) -> Holder:
    return Holder("actor", actor=int(chosen)) if chosen.isdigit() else Holder(cast(HolderKind, chosen))


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user in this container or service
        return "annotator"
