"""The sample corpus as a project: invented articles in seven languages, with topics to take sides on."""

import getpass
import tomllib
from importlib.resources import as_file, files
from pathlib import Path

from desktop.work import languages, zones
from store import database
from store.backing_up import rename_durably
from store.database import Store
from store.errors import StoreExists
from store.labels import preset
from store.operations import topics as topic_operations
from store.transfer import import_files

NAME = "Sample corpus"
PRESET = "german"


def create(path: Path, *, person: str | None = None, name: str = NAME) -> Store:
    """Make the sample project at `path`, for `person` (None: this machine's user). Raises StoreExists."""
    if path.exists():
        raise StoreExists(path=str(path))
    unfinished = path.with_name(f".{path.name}.unfinished")
    database.remove(unfinished)  # left by an interrupted first start
    settings = preset(PRESET).settings(language="de")
    with database.speaking_of(path, instead_of=unfinished):
        store = database.create(unfinished, name=name, settings=settings, person=person or getpass.getuser())
        _fill(store)
        store.close()
    rename_durably(unfinished, path)
    return database.open_store(path)


def _fill(store: Store) -> None:
    with as_file(files("resources") / "samples") as folder:
        import_files(store, [folder / "articles.jsonl"])
        topics = tomllib.loads((folder / "topics.toml").read_text(encoding="utf-8"))["topic"]
    for topic in topics:
        topic_operations.add(store, None, **{**topic, "definition": topic["definition"].strip()})
    for _ in languages.fill(store):
        pass
    for _ in zones.fill(store):
        pass
