"""A desk to annotate at: a real store, with articles and a model's suggestions as a test needs them."""

import os
import shutil
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine, insert, select

from store import search
from store.database import Store, create, open_store
from store.operations import people, runs
from store.queries import articles
from store.queries.people import work_of
from store.tables import core as t
from store.tables import now
from store.uids import new_uid
from store.values import ArticlePage, PredictedSpan, ProjectSettings, Work

TEXT = "Wladimir Putin traf Nikol Paschinjan in Moskau. Der Kreml-Sprecher lobte die EU, Putin schwieg."


class Desk:
    """One annotator's desk. Ranges are given by the words that stand there."""

    def __init__(self, store: Store) -> None:
        self.store = store
        with store.read() as conn:
            self.work = work_of(conn)

    def article(self, text: str = TEXT, **columns: Any) -> int:
        """A new article's id."""
        with self.store.write() as conn:
            digest = sha256(text.encode()).hexdigest()
            row = {"key": new_uid(), "title": "", "text": text, "sha256": digest, "attrs": {}}
            article_id = conn.execute(insert(t.article).values(row | columns)).inserted_primary_key[0]
            search.index(conn, [(article_id, columns.get("title", ""), text)])
        return article_id

    def imported(self, count: int) -> int:
        """The id of an import of so many articles."""
        with self.store.write() as conn:
            row = {"at": now(), "source": "test", "options": {}}
            import_id = conn.execute(insert(t.import_).values(row)).inserted_primary_key[0]
        for number in range(count):
            self.article(f"{TEXT} {import_id}.{number}", import_id=import_id)
        return import_id

    def suggest(
        self, article: int, *spans: tuple[str, str], model: str = "m", version: str = "1", **fields: Any
    ) -> list[int]:
        """Store a model's spans, each (word, label); returns the ids of their rows in text order."""
        found = [PredictedSpan(*self.place(article, word), label, **fields) for word, label in spans]
        runs.store_run(self.store, model=model, version=version, settings={}, items=[(article, found)])
        with self.store.read() as conn:
            newest = select(t.annotation_set.c.id).where(t.annotation_set.c.article_id == article)
            newest = newest.order_by(t.annotation_set.c.id.desc()).limit(1).scalar_subquery()
            rows = select(t.span.c.id).where(t.span.c.set_id == newest).order_by(t.span.c.start, t.span.c.end)
            return list(conn.scalars(rows))

    def place(self, article: int, word: str, nth: int = 0) -> tuple[int, int]:
        """Where a word stands, for the nth time."""
        text, start = self.page(article).article.text, -1
        for _ in range(nth + 1):
            start = text.index(word, start + 1)
        return start, start + len(word)

    def page(self, article: int, *, work: Work | None = None) -> ArticlePage:
        """What the article view would show."""
        with self.store.read() as conn:
            return articles.page(conn, work or self.work, article)

    def spans(self, article: int, *, work: Work | None = None) -> dict[str, str | None]:
        """Own spans of an article as words and labels."""
        page = self.page(article, work=work)
        return {page.article.text[span.start : span.end]: span.label for span in page.spans}

    def suggested(self, article: int, **how: Any) -> list[str]:
        """The words that are still suggested."""
        page = self.page(article, **how)
        return [page.article.text[one.start : one.end] for one in page.suggestions]

    def colleague(self, name: str = "Bela") -> Work:
        """Somebody else's work in this store."""
        return people.join(self.store, name)

    def rows(self, *, but: tuple[str, ...] = ("change",)) -> dict[str, list[tuple[Any, ...]]]:
        """All rows of all tables."""
        with self.store.read() as conn:
            return dump(conn, but)

    def reopen(self) -> None:
        """Close the store and open it again."""
        self.store.close()
        self.store = open_store(self.store.target)


def dump(conn: Connection, but: tuple[str, ...] = ()) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables `but` these, in the order of ids."""
    tables = [table for name, table in sorted(t.article.metadata.tables.items()) if name not in but]
    return {
        table.name: [tuple(row) for row in conn.execute(select(table).order_by(table.c.id))]
        for table in tables
    }


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Callable[[ProjectSettings], Path]:
    """New stores, made once for each settings and then copied."""
    folder, made = tmp_path_factory.mktemp("founded"), dict[str, Path]()

    def find(settings: ProjectSettings) -> Path:
        key = repr(settings)  # a field of it is a dict, which has no hash
        if key not in made:
            path = folder / f"{len(made)}.lesart"
            create(path, name="Test", settings=settings, person="Ada").close()
            made[key] = path
        return made[key]

    return find


@pytest.fixture
def new_store(tmp_path: Path, founded: Callable[[ProjectSettings], Path]) -> Iterator[Callable[..., Store]]:
    """Makes stores in the test's folder."""
    made: list[Store] = []

    def make(name: str = "project.lesart", **settings: Any) -> Store:
        shutil.copy(founded(ProjectSettings(**settings)), tmp_path / name)
        store = open_store(tmp_path / name)
        made.append(store)
        return store

    yield make
    for store in made:
        store.engine.dispose()


@pytest.fixture
def new_project(new_store: Callable[..., Store]) -> Callable[..., Store]:
    """Makes stores in files, or in the database at TEST_POSTGRES_URL, which is emptied."""
    url = os.environ.get("TEST_POSTGRES_URL")
    if not url:
        return new_store

    def make(**settings: Any) -> Store:
        engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
        with engine.begin() as conn:
            conn.exec_driver_sql("DROP SCHEMA public CASCADE")
            conn.exec_driver_sql("CREATE SCHEMA public")
        engine.dispose()
        return create(url, name="Test", settings=ProjectSettings(**settings), person="Ada")

    return make


@pytest.fixture
def desk(new_project: Callable[..., Store]) -> Iterator[Desk]:
    """Ada's desk in a new German project."""
    desk = Desk(new_project())
    yield desk
    desk.store.engine.dispose()


@pytest.fixture
def nesting_desk(new_project: Callable[..., Store]) -> Iterator[Desk]:
    """Ada's desk in a project where labelled spans may overlap."""
    desk = Desk(new_project(nested=True))
    yield desk
    desk.store.engine.dispose()


@pytest.fixture
def file_desk(new_store: Callable[..., Store]) -> Iterator[Desk]:
    """Ada's desk in a project that is a file, for what only a file has."""
    desk = Desk(new_store())
    yield desk
    desk.store.engine.dispose()
