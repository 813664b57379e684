"""The main job without a window: the sample project, a model's suggestions, and training data of them."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

from desktop.nlp import models
from desktop.work import sample
from desktop.work.suggestion import suggest_by_language
from store.database import Store, open_store
from store.errors import FileUnwritable
from store.queries import codebook
from store.transfer import export_file
from store.values import Progress


class Demo:
    """Makes everything anew in `folder`, or goes on there; the paths are where results will lie."""

    def __init__(self, folder: Path) -> None:
        self.store = folder / "sample.lesart"
        self.jsonl = folder / "sample.jsonl"
        self.screenshot = folder / "window.png"

    def results(self) -> list[Path]:
        """The files that are there."""
        return [path for path in (self.store, self.jsonl, self.screenshot) if path.exists()]

    def steps(self, cancelled: Event | None = None) -> Iterator[Progress]:
        """Project, suggestions by the embedded model, export. Raises what these raise."""
        folder = self.store.parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FileUnwritable(path=str(folder), reason=error.strerror or type(error).__name__) from error
        project = open_store(self.store) if self.store.exists() else sample.create(self.store)
        try:
            yield from _suggestions(project, cancelled)
            if cancelled is None or not cancelled.is_set():
                export_file(project, self.jsonl, cancelled=cancelled)
        finally:
            project.close()


def _suggestions(project: Store, cancelled: Event | None) -> Iterator[Progress]:
    with project.read() as conn:
        preset = codebook.settings(conn).preset
    sources = models.by_language(models.available())
    yield from suggest_by_language(project, sources, preset=preset, cancelled=cancelled)
