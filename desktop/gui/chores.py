"""Import, export and suggestions for a whole corpus, from the question to the report."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, Signal

from desktop.gui.long_work import LongWork, show_work
from desktop.gui.main_window import MainWindow
from desktop.gui.paths import Paths
from desktop.gui.project import Project
from desktop.gui.rehearsing import Rehearsing
from desktop.gui.reports import Reports
from desktop.gui.store_side import reading
from desktop.gui.stories.desk import Stories
from desktop.gui.taking_back import TakingBack
from desktop.gui.telling import sentence
from desktop.gui.workbench import Workbench
from desktop.work.errand import Export, Import, Suggest
from store.errors import RestrictedArticles

if TYPE_CHECKING:
    from desktop.gui.dialogs.export import ExportDialog, ExportDraft
    from desktop.gui.dialogs.import_articles import ImportDraft


class Chores(QObject):
    """One chore at a time; annotating goes on meanwhile. `exported` brings the path of what was written."""

    exported = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        workbench: Workbench,
        work: LongWork,
        *,
        stories: Stories,
        paths: Paths,
        language: str,
    ) -> None:
        super().__init__(window)
        self._stories = stories
        self._window, self._workbench = window, workbench
        self._work, self._paths, self._language = work, paths, language
        self._reports = Reports(window, paths.documents)
        self._taking_back = TakingBack(window, workbench, work)
        work.told.connect(lambda telling: show_work(window.page.strip, telling))
        work.ended.connect(lambda: self._window.page.strip.show_work(""))
        window.page.strip.cancelled.connect(work.cancel)
        workbench.projectClosed.connect(work.stop)

    def ask_import(self, paths: Sequence[Path] = ()) -> None:
        """Ask what to import, and import it; `paths` are in the list already."""
        from desktop.gui.dialogs.import_articles import ImportDialog  # knows every format

        book = self._workbench.codebook
        if book is None or self._is_busy():
            return
        dialog = ImportDialog(
            folder=self._paths.documents,
            profiles=self._paths.profiles,
            language=book.settings.language,
            look=self._window.look,
            parent=self._window,
        )
        dialog.accepted.connect(lambda: self.import_files(dialog.draft()))
        dialog.ask()
        if paths:
            dialog.add(list(map(str, paths)))

    def import_files(self, draft: "ImportDraft") -> None:
        """Import, with zones and languages; the report says what was left out. Then look for reprints."""
        project = self._workbench.project
        if project is None:
            return

        show = self._reports.show_import
        self._window.page.messages.forget()  # what is offered there is about the import before

        def done(report: Any) -> None:
            if project is self._workbench.project:
                self._workbench.refresh()
            show(report, take_back=self.ask_take_back)
            if report.added and not report.cancelled and project is self._workbench.project:
                self._stories.find(after=lambda words: show(report, words, take_back=self.ask_take_back))

        wanted = Import(project.path, tuple(map(str, draft.paths)), draft.options)
        self._work.start(self.tr("Importing"), wanted, done=done, failed=self._workbench.failed.emit)

    def ask_take_back(self, import_id: int | None = None) -> None:
        """Ask which import, or which suggestions, are to be taken back."""
        if not self._is_busy():
            self._taking_back.ask(import_id)

    def ask_export(self) -> None:
        """Ask what to export, and export it."""
        from desktop.gui.dialogs.export import ExportDialog  # knows every format

        project, book = self._workbench.project, self._workbench.codebook
        if project is None or book is None or self._is_busy():
            return
        queue = self._workbench.queue

        def ask(annotators: Any) -> None:
            dialog = ExportDialog(
                annotators,
                book.labels,
                shown=tuple(queue.ids) if queue.filter.narrows else None,
                folder=self._paths.documents,
                name=project.name,
                language=self._language,
                look=self._window.look,
                parent=self._window,
            )
            self._rehearse(dialog, project)
            dialog.accepted.connect(lambda: self.export(dialog.draft()))
            dialog.ask()

        self._workbench.read(lambda project: reading().annotators(project), ask)

    def _rehearse(self, dialog: "ExportDialog", project: Project) -> None:
        """Show in the dialog what its choices come to, as long as it is open."""
        rehearsing = Rehearsing(project.path, parent=self._window)
        rehearsing.rehearsed.connect(lambda found, is_whole: dialog.show_rehearsal(found, is_whole=is_whole))
        rehearsing.failed.connect(lambda error: dialog.preview.wait(sentence(error)))
        dialog.wished.connect(rehearsing.ask)
        dialog.placeChosen.connect(lambda loss: self._show_place(loss, dialog))
        dialog.finished.connect(rehearsing.stop)
        self._workbench.projectClosed.connect(rehearsing.close)
        self._workbench.projectClosed.connect(dialog.reject)
        rehearsing.ask(dialog.choices.wish())

    def _show_place(self, loss: Any, dialog: "ExportDialog") -> None:
        """Open the article of a loss, there; the dialog waits with all that was chosen in it."""
        self._window.page.messages.tell(
            self.tr("The export waits."), button=self.tr("Back to the export"), act=dialog.open
        )

        def go(article: int | None) -> None:
            if article is None:
                return
            self._workbench.opened.connect(
                lambda _: self._window.page.view.go_to(loss.start, loss.end),
                Qt.ConnectionType.SingleShotConnection,
            )
            self._workbench.open_article(article)

        self._workbench.read(lambda project: reading().article_called(project, loss.article), go)

    def export(self, draft: "ExportDraft") -> None:
        """Export; the report says what the format could not hold."""
        project = self._workbench.project
        if project is None:
            return

        def done(report: Any) -> None:
            self._reports.show_export(report)
            if not report.cancelled:
                self.exported.emit(draft.path)

        self._work.start(
            self.tr("Exporting"),
            Export(project.path, str(draft.path), draft.wish),
            done=done,
            failed=lambda error: self._export_failed(draft, error),
        )

    def _export_failed(self, draft: "ExportDraft", error: Exception) -> None:
        if not isinstance(error, RestrictedArticles):
            self._workbench.failed.emit(error)
            return
        allowed = replace(draft, wish=replace(draft.wish, restricted=True))
        self._window.page.messages.tell(
            sentence(error),
            error=True,
            button=self.tr("Export them all the same"),
            act=lambda: self.export(allowed),
        )

    def suggest_all(self) -> None:
        """Have the models read all articles that they have not read yet."""
        project, book = self._workbench.project, self._workbench.codebook
        if project is None or book is None or self._is_busy():
            return

        trusted = self._window.settings.trusted
        wanted = Suggest(project.path, book.settings.preset, book.sources, trusted)
        self._work.start(
            self.tr("Reading"),
            wanted,
            done=lambda found: self._suggested(project, found),
            failed=self._workbench.failed.emit,
        )

    def _suggested(self, project: Project, found: Any) -> None:
        if project is not self._workbench.project:
            return
        self._workbench.refresh()
        words = self.tr("%Ln article(s) read.", "", found.articles)
        if found.refused:
            words += " " + self.tr("%Ln article(s) could not be read.", "", len(found.refused))
        self._window.page.messages.tell(words)

    def _is_busy(self) -> bool:
        if self._work.is_running:
            self._window.page.messages.tell(self.tr("Wait for the work under way to end, or cancel it."))
        return self._work.is_running
