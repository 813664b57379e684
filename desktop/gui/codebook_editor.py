"""Labels, topics and actors as they are edited in the window: dialogs in, codebook changes out."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject

from desktop.gui.dialogs.actor import ActorDialog
from desktop.gui.dialogs.codebook import CodebookDialog
from desktop.gui.dialogs.label import LabelDialog
from desktop.gui.dialogs.palette import Choice, Palette
from desktop.gui.main_window import MainWindow
from desktop.gui.project import Project
from desktop.gui.store_side import storing
from desktop.gui.topics import Topics
from desktop.gui.translating import worded
from desktop.gui.workbench import Workbench
from store.values import Actor, Label, Topic


class CodebookEditor(QObject):
    """Everything that it does is a step that undo takes back."""

    def __init__(self, window: MainWindow, workbench: Workbench, topics: Topics, *, language: str) -> None:
        super().__init__(window)
        self._window, self._workbench, self._topics = window, workbench, topics
        self._language = language

    def show_labels(self) -> None:
        """Open at the labels."""
        dialog = self._dialog()
        dialog.open_at(dialog.labels)

    def show_topics(self) -> None:
        """Open at the topics."""
        dialog = self._dialog()
        dialog.open_at(dialog.topics)

    def show_actors(self) -> None:
        """Open at the actors."""
        dialog = self._dialog()
        dialog.open_at(dialog.actors)

    def _dialog(self) -> CodebookDialog:
        dialog = CodebookDialog(self._window.look, self._language, self._window)

        def refresh() -> None:
            if self._workbench.codebook is not None:
                dialog.show_codebook(self._workbench.codebook)

        self._workbench.codebookChanged.connect(refresh)
        dialog.finished.connect(lambda: self._workbench.codebookChanged.disconnect(refresh))
        self._join_labels(dialog)
        self._join_topics(dialog)
        self._join_actors(dialog)
        refresh()
        return dialog

    def _change(self, work: Callable[[Any, Project], Any]) -> None:
        """`work` gets the module that writes, and the project."""
        self._workbench.change_codebook(
            lambda project: work(storing(), project), lambda _: self._workbench.reread()
        )

    # --- Labels ---------------------------------------------------------------------------------------------

    def _join_labels(self, dialog: CodebookDialog) -> None:
        page = dialog.labels
        page.addWanted.connect(lambda: self._ask_label(dialog, None))
        page.changeWanted.connect(lambda label: self._ask_label(dialog, label))
        page.mergeWanted.connect(lambda label: self._merge_label(dialog, label))
        page.retireWanted.connect(
            lambda it: self._change(lambda do, project: do.retire_label(project, it.id))
        )
        page.restoreWanted.connect(
            lambda it: self._change(lambda do, project: do.restore_label(project, it.id))
        )
        page.orderWanted.connect(
            lambda order: self._change(lambda do, project: do.sort_labels(project, [it.id for it in order]))
        )

    def _ask_label(self, dialog: CodebookDialog, label: Label | None) -> None:
        book, language = self._workbench.codebook, self._language
        if book is None:
            return
        taken = {it.key for it in book.labels if it.key is not None}
        asked = LabelDialog(
            taken=taken, language=language, look=self._window.look, label=label, parent=dialog
        )

        def save() -> None:
            draft = asked.draft()
            if label is None:
                self._change(lambda do, project: do.add_label(project, draft, language=language))
            else:
                self._change(lambda do, project: do.change_label(project, label, draft, language=language))

        asked.accepted.connect(save)
        asked.ask()

    def _merge_label(self, dialog: CodebookDialog, label: Label) -> None:
        book = self._workbench.codebook
        others = [it for it in book.labels if it.id != label.id] if book is not None else []
        choices = [Choice(str(it.id), f"{it.code}  {worded(it.name, self._language)}") for it in others]
        prompt = self.tr("{name} becomes …").format(name=label.code)
        self._choose(
            dialog, choices, prompt, lambda do, project, into: do.merge_label(project, label.id, into)
        )

    # --- Topics and actors ----------------------------------------------------------------------------------

    def _join_topics(self, dialog: CodebookDialog) -> None:
        page = dialog.topics
        page.addWanted.connect(lambda: self._topics.ask(None, dialog))
        page.changeWanted.connect(lambda topic: self._topics.ask(topic, dialog))
        page.mergeWanted.connect(lambda topic: self._merge_topic(dialog, topic))
        page.retireWanted.connect(
            lambda it: self._change(lambda do, project: do.retire_topic(project, it.id))
        )
        page.restoreWanted.connect(
            lambda it: self._change(lambda do, project: do.restore_topic(project, it.id))
        )

    def _merge_topic(self, dialog: CodebookDialog, topic: Topic) -> None:
        book = self._workbench.codebook
        others = [it for it in book.topics if it.id != topic.id] if book is not None else []
        choices = [
            Choice(str(it.id), worded(it.wording, self._language), str(it.digit or "")) for it in others
        ]
        prompt = self.tr("{name} becomes …").format(name=worded(topic.wording, self._language))
        palette = Palette(choices, self._window.look, prompt=prompt, parent=dialog)
        palette.chosen.connect(lambda into: self._topics.merge(topic, int(into)))
        palette.open_over(dialog)

    def _join_actors(self, dialog: CodebookDialog) -> None:
        page = dialog.actors
        page.addWanted.connect(lambda: self._ask_actor(dialog, None))
        page.changeWanted.connect(lambda actor: self._ask_actor(dialog, actor))
        page.mergeWanted.connect(lambda actor: self._merge_actor(dialog, actor))

    def _ask_actor(self, dialog: CodebookDialog, actor: Actor | None) -> None:
        asked = ActorDialog(actor, parent=dialog)

        def save() -> None:
            draft = asked.draft()
            known = actor.id if actor is not None else None
            self._change(
                lambda do, project: (
                    do.add_actor(project, draft) if known is None else do.change_actor(project, known, draft)
                )
            )

        asked.accepted.connect(save)
        asked.ask()

    def _merge_actor(self, dialog: CodebookDialog, actor: Actor) -> None:
        book = self._workbench.codebook
        others = [it for it in book.actors if it.id != actor.id] if book is not None else []
        choices = [Choice(str(it.id), it.name, it.type) for it in others]
        prompt = self.tr("{name} becomes …").format(name=actor.name)
        self._choose(
            dialog, choices, prompt, lambda do, project, into: do.merge_actor(project, actor.id, into)
        )

    def _choose(
        self,
        dialog: CodebookDialog,
        choices: Sequence[Choice],
        prompt: str,
        work: Callable[[Any, Project, int], Any],
    ) -> None:
        palette = Palette(choices, self._window.look, prompt=prompt, parent=dialog)
        palette.chosen.connect(lambda into: self._change(lambda do, project: work(do, project, int(into))))
        palette.open_over(dialog)
