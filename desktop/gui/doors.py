"""What concerns whole projects: new, open, sample; and holders and targets chosen by name."""

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from desktop.gui.agreeing import Agreeing
from desktop.gui.attributes import Attributes
from desktop.gui.choosing import Choosing
from desktop.gui.chores import Chores
from desktop.gui.codebook_editor import CodebookEditor
from desktop.gui.dialogs.new_project import NewProjectDialog
from desktop.gui.dialogs.project_settings import ProjectSettingsDialog
from desktop.gui.dropping import project_in
from desktop.gui.effort import EffortKeeper
from desktop.gui.evaluating import Evaluating
from desktop.gui.hiding import Hiding
from desktop.gui.label_picker import LabelPicker
from desktop.gui.labelling import Labelling
from desktop.gui.main_window import MainWindow
from desktop.gui.paths import Paths
from desktop.gui.positions.desk import Positions
from desktop.gui.reviewing import Reviewing
from desktop.gui.settings import system_user
from desktop.gui.shares import Shares, known_precision
from desktop.gui.store_side import opening, reading, storing
from desktop.gui.stories.desk import Stories
from desktop.gui.topics import Topics
from desktop.gui.training import Training
from desktop.gui.workbench import Workbench
from desktop.nlp import models
from store.labels import preset


class Doors(QObject):
    """Answers what the main window asks for by name."""

    _sharesCounted = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        workbench: Workbench,
        chores: Chores,
        agreeing: Agreeing,
        stories: Stories,
        *,
        training: Training,
        evaluating: Evaluating,
        effort: EffortKeeper,
        paths: Paths,
        language: str,
    ) -> None:
        super().__init__(window)
        self._window, self._workbench, self._paths, self._language = window, workbench, paths, language
        self.agreeing, self.training, self.evaluating = agreeing, training, evaluating
        self.topics = Topics(window, workbench, language=language)
        self.reviewing = Reviewing(window, workbench, language=language)
        self.topics.changed.connect(self.reviewing.tell)
        self.editor = CodebookEditor(window, workbench, self.topics, language=language)
        self.labelling = Labelling(window, workbench, language=language)
        self.positions = Positions(window, workbench, folder=paths.documents, language=language)
        self.choosing = Choosing(window, workbench, self.topics, language=language)
        self.hiding = Hiding(window, workbench, language=language)
        self._acts: dict[str, Callable[[], None]] = {
            "new": self.new,
            "open": self.choose,
            "sample": self.sample,
            "close": workbench.close_project,
            "import": chores.ask_import,
            "take_back": chores.ask_take_back,
            "export": chores.ask_export,
            "suggest_all": chores.suggest_all,
            "find_stories": stories.find,
            "labels": self.editor.show_labels,
            "topics": self.editor.show_topics,
            "actors": self.editor.show_actors,
            "attribute": Attributes(window, workbench, language=language).answer,
            "agreement": agreeing.show,
            "train": training.show,
            "evaluate": evaluating.show,
            "effort": effort.show,
            "hide_label": self.hiding.hide_in_hand,
            "project_settings": self._change_settings,
            "label_all": self.labelling.begin,
            "positions": self.positions.show,
            "holder": self.choosing.holder,
            "target": self.choosing.target,
            "actor": self.choosing.actor,
            "looked_again": self.reviewing.looked_again,
            "pick_label": LabelPicker(window, workbench, language=language).show,
        }
        self._chores = chores
        self._dropped: tuple[Path, ...] = ()
        window.asked.connect(self._act)
        menu = window.page.queue.menu
        self._sharesCounted.connect(menu.show_shares)
        menu.aboutToShow.connect(self._count_shares)
        window.dropping.dropped.connect(self.take)
        workbench.projectOpened.connect(self._import_dropped)
        workbench.failed.connect(lambda _: window.welcome.wait())
        window.menus.recentChosen.connect(lambda path: self.open(Path(path)))
        window.welcome.recentAsked.connect(lambda path: self.open(Path(path)))
        window.page.side.stances.topicWanted.connect(self.topics.add_for)

    def _act(self, name: str) -> None:
        if name.startswith("via "):
            self.choosing.via(int(name.removeprefix("via ")))
        else:
            self._acts[name]()

    @property
    def author(self) -> str:
        """Whose annotations are made: the name in the settings, else that of the system's user."""
        return self._window.settings.author or system_user()

    def new(self, dropped: tuple[Path, ...] = ()) -> None:
        """Ask for a new project and open it; then ask about the files that it is for, if there are any."""
        dialog = NewProjectDialog(
            folder=self._paths.documents,
            author=self.author,
            language=self._language,
            look=self._window.look,
            parent=self._window,
        )
        dialog.accepted.connect(lambda: self._create(dialog, dropped))
        dialog.ask()

    def take(self, paths: tuple[Path, ...]) -> None:
        """Files that were dropped: a project is opened, articles are imported, first into a new project."""
        project = project_in(paths)
        if project is not None:
            self.open(project)
        elif self._workbench.project is not None:
            self._chores.ask_import(paths)
        else:
            self.new(paths)

    def _import_dropped(self) -> None:
        """Go on with the files that a new project was begun for."""
        dropped, self._dropped = self._dropped, ()
        if dropped:
            self._chores.ask_import(dropped)

    def _change_settings(self) -> None:
        book = self._workbench.codebook
        if book is None:
            return
        dialog = ProjectSettingsDialog(
            book.settings,
            book.labels,
            languages=book.languages,
            models=models.available(),
            own=models.within(self._window.paths.models),
            shares=Shares(known=known_precision(book.source(book.settings.language))),
            language=self._language,
            look=self._window.look,
            parent=self._window,
        )
        # A connection ends with the dialog, which may be closed before it is counted.
        self._sharesCounted.connect(dialog.show_shares)
        self._count_shares()
        for choice in dialog.models:
            choice.trusted.connect(self._trust)

        def save() -> None:
            wanted = dialog.chosen()
            self._workbench.change_codebook(
                lambda project: storing().change_settings(project, wanted),
                lambda _: self._workbench.reread(),
            )
            if wanted.models != book.settings.models:
                self._window.page.messages.tell(
                    self.tr("What was read before keeps its suggestions until the new model reads it."),
                    button=self.tr("Read all articles"),
                    act=lambda: self._act("suggest_all"),
                )

        dialog.accepted.connect(save)
        dialog.ask()

    def _count_shares(self) -> None:
        """How often suggestions of a score are right, told as soon as it is counted."""
        book = self._workbench.codebook
        if book is not None:
            source = book.source(book.settings.language)
            self._workbench.read(
                lambda project: reading().read_shares(project, source), self._sharesCounted.emit
            )

    def _trust(self, folder: str) -> None:
        """The code of this model may run here from now on; another machine asks again."""
        kept = self._window.settings
        trusted = tuple(dict.fromkeys((*kept.trusted, folder)))
        self._window.set_settings(msgspec.structs.replace(kept, trusted=trusted))

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
        self._dropped = ()
        self._wait(path.stem)
        self._workbench.arrivals.open(path, self.author, self._window.state.article(path))

    def sample(self) -> None:
        """Open the sample corpus."""
        self._dropped = ()
        path, author, name = self._paths.sample, self.author, self.tr("Sample corpus")
        last = self._window.state.article(path)
        self._wait(name)
        self._workbench.arrivals.fetch(lambda: opening().open_sample(path, author, name=name), last)

    def _create(self, dialog: NewProjectDialog, dropped: tuple[Path, ...]) -> None:
        draft = dialog.draft()
        self._dropped = dropped
        settings = preset(draft.preset).settings(draft.language)
        if draft.author != self._window.settings.author:
            self._window.set_settings(msgspec.structs.replace(self._window.settings, author=draft.author))
        self._wait(draft.name)
        self._workbench.arrivals.create(draft.path, name=draft.name, settings=settings, person=draft.author)

    def _wait(self, name: str) -> None:
        self._window.welcome.wait(self.tr("Opening {name} …").format(name=name))
