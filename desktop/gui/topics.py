"""Topics as they are added, changed and proposed from the window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.gui.commands import ChangeStance
from desktop.gui.dialogs.topic import TopicDialog, TopicDraft
from desktop.gui.main_window import MainWindow
from desktop.gui.store_side import storing
from desktop.gui.workbench import Workbench
from store.values import Topic, Touched
from store.vocabulary import Lifecycle

Done = Callable[[int], None]


class Topics(QObject):
    """Dialogs in, codebook changes out. `changed` brings the `Touched` of a step that changed a topic."""

    changed = Signal(object)

    def __init__(self, window: MainWindow, workbench: Workbench, *, language: str) -> None:
        super().__init__(window)
        self._window, self._workbench, self._language = window, workbench, language

    def add_for(self, stance: int) -> None:
        """Ask for a new topic and make it a stance's target."""
        self.ask(
            None, self._window, lambda topic: self._workbench.ask(ChangeStance(stance, {"topic": topic}))
        )

    def propose(self, wording: str, done: Done) -> None:
        """Add a topic that only a name is known of, as a proposal."""
        self._add(TopicDraft(wording, "issue", None, ""), "proposed", done)

    def ask(self, topic: Topic | None, parent: QWidget, done: Done | None = None) -> None:
        """Ask for a new topic, or for what is to change of one; `done` gets the new one's id."""
        book = self._workbench.codebook
        if book is None:
            return
        taken = {it.digit for it in book.topics if it.digit is not None}
        dialog = TopicDialog(taken=taken, language=self._language, topic=topic, parent=parent)
        if topic is None:
            dialog.accepted.connect(lambda: self._add(dialog.draft(), "active", done))
        else:
            dialog.accepted.connect(lambda: self._change(topic, dialog.draft()))
        dialog.ask()

    def _add(self, draft: TopicDraft, status: Lifecycle, done: Done | None) -> None:
        language = self._language
        self._workbench.change_codebook(
            lambda project: storing().add_topic(project, draft, language=language, status=status),
            done,
        )

    def _change(self, topic: Topic, draft: TopicDraft) -> None:
        language = self._language
        self._workbench.change_codebook(
            lambda project: storing().change_topic(project, topic, draft, language=language), self._tell
        )

    def merge(self, topic: Topic, into: int) -> None:
        """Make one topic of two."""
        self._workbench.change_codebook(
            lambda project: storing().merge_topic(project, topic.id, into), self._tell
        )

    def _tell(self, touched: Touched) -> None:
        self._workbench.reread()  # what was coded with it may have to be looked at again
        self.changed.emit(touched)
