"""Project memory over a real store: what was decided is suggested in the articles that are opened later."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.work.memory import ProjectMemory
from store import history
from store.database import Store, create
from store.operations import articles as whole
from store.operations import codebook, people, runs, spans, suggestions
from store.queries import articles
from store.queries import memory as queries
from store.queries.people import work_of
from store.transfer import import_files
from store.values import ArticlePage, Decided, PredictedSpan, ProjectSettings, Work

TEXTS = (
    "Ventara baut in Görlitz. Am Montag begann es.",
    "Die Ventara AG und Ventara in Görlitz. Am Montag ruhte es.",
    "Ventaras Bau in Görlitz. Am Montag ging es weiter.",
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = create(tmp_path / "news.lesart", name="News", settings=ProjectSettings(), person="ada")
    for number, text in enumerate(TEXTS, start=1):
        path = tmp_path / f"article {number}.txt"
        path.write_text(text, encoding="utf-8")
        import_files(made, [path])
    yield made
    made.close()


class Reader:
    """Somebody who opens articles, with the memory of the window."""

    def __init__(self, store: Store, work: Work | None = None) -> None:
        self.store = store
        with store.read() as conn:
            self.work = work or work_of(conn)
        self.memory = ProjectMemory(store, self.work)
        while self.memory.read_on():
            pass

    def page(self, article: int) -> ArticlePage:
        with self.store.read() as conn:
            return articles.page(conn, self.work, article)

    def opened(self, article: int) -> list[tuple[str, str]]:
        """What is suggested in an article when it is opened."""
        self.memory.prepare(self.page(article))
        page = self.page(article)
        return [(page.article.text[it.start : it.end], it.label) for it in page.suggestions]

    def decided(self, article: int) -> Decided:
        """What memory reads of this person's reading."""
        with self.store.read() as conn:
            return queries.decided_in(conn, self.work.annotator_id, [article])[0]

    def mark(self, article: int, word: str, label: str) -> None:
        start = self.page(article).article.text.index(word)
        spans.add(self.store, self.work, article, start=start, end=start + len(word), label=label)


def predict(store: Store, article: int, *found: tuple[str, str]) -> None:
    text = TEXTS[article - 1]
    items = [PredictedSpan(text.index(word), text.index(word) + len(word), label) for word, label in found]
    runs.store_run(store, model="m", version="1", settings={}, items=[(article, items)])


def test_what_was_marked_is_suggested_in_the_next_article_at_once(store: Store) -> None:
    ada = Reader(store)
    ada.mark(1, "Ventara", "ORG")
    assert ada.opened(2) == [("Ventara", "ORG"), ("Ventara", "ORG")]
    assert ada.opened(3) == [("Ventaras", "ORG")]
    evidence = ada.page(2).suggestions[0].evidence
    assert evidence is not None
    assert (evidence.confirmed, evidence.last) == (1, "article 1")


def test_what_was_taken_back_is_not_suggested_any_more(store: Store) -> None:
    ada = Reader(store)
    ada.mark(1, "Ventara", "ORG")
    assert ada.opened(2)
    history.undo(store, ada.work)
    assert ada.opened(2) == []
    history.redo(store, ada.work)
    assert ada.opened(2)


def test_what_was_refused_twice_is_kept_back_in_the_next_article(store: Store) -> None:
    ada = Reader(store)
    for article in (1, 2):
        predict(store, article, ("Montag", "LOC"))
        assert ada.opened(article) == [("Montag", "LOC")]
        suggestions.reject(store, ada.work, article, ada.page(article).suggestions[0].id)
    predict(store, 3, ("Montag", "LOC"), ("Görlitz", "LOC"))
    assert ada.opened(3) == [("Görlitz", "LOC")]
    assert [it.label for it in ada.page(3).withheld] == ["LOC"]


def test_it_is_the_same_after_the_project_was_opened_anew(store: Store) -> None:
    Reader(store).mark(1, "Ventara", "ORG")
    assert Reader(store).opened(3) == [("Ventaras", "ORG")]


def test_one_remembers_ones_own_decisions_only_unless_the_project_says_otherwise(store: Store) -> None:
    ada, bela = Reader(store), Reader(store, people.join(store, "Bela"))
    ada.mark(1, "Ventara", "ORG")
    assert bela.opened(2) == []
    codebook.change_settings(store, ada.work, ProjectSettings(memory="everyone"))
    assert bela.opened(2) == []  # not read again yet
    while bela.memory.read_on():
        pass
    assert bela.opened(2) == [("Ventara", "ORG"), ("Ventara", "ORG")]
    assert bela.opened(1) == []  # two who read the same article stay independent


def test_switched_off_it_says_nothing(store: Store) -> None:
    ada = Reader(store)
    ada.mark(1, "Ventara", "ORG")
    codebook.change_settings(store, ada.work, ProjectSettings(memory="off"))
    assert ada.opened(2) == []


def test_what_was_only_looked_at_is_no_decision(store: Store) -> None:
    ada = Reader(store)
    predict(store, 1, ("Montag", "LOC"))
    whole.finish(store, ada.work, 1, seen=[ada.page(1).suggestions[0].id])
    assert [it.made for it in ada.page(1).spans] == ["seen_unchanged"]
    assert ada.opened(2) == []


def test_suggestions_of_a_model_that_were_left_outweigh_refusals(store: Store) -> None:
    ada = Reader(store)
    predict(store, 1, ("Görlitz", "LOC"))
    whole.finish(store, ada.work, 1, seen=[ada.page(1).suggestions[0].id])
    reading = ada.decided(1)
    assert [TEXTS[0][start:end] for start, end, _ in reading.left] == ["Görlitz"]
    assert reading.places == ()
    assert [TEXTS[0][start:end] for start, end in reading.marked or ()] == ["Görlitz"]


def test_what_memory_suggested_itself_and_was_left_says_nothing(store: Store) -> None:
    ada = Reader(store)
    ada.mark(1, "Ventara", "ORG")
    assert ada.opened(3) == [("Ventaras", "ORG")]
    whole.finish(store, ada.work, 3, seen=[ada.page(3).suggestions[0].id])
    assert [it.made for it in ada.page(3).spans] == ["seen_unchanged"]
    assert ada.decided(3).left == ()


def test_a_word_that_stays_unmarked_in_an_article_that_is_done_makes_less_sure(store: Store) -> None:
    ada = Reader(store)
    ada.mark(1, "Montag", "LOC")
    assert ada.opened(3) == [("Montag", "LOC")]
    before = ada.page(3).suggestions[0].score
    predict(store, 2)
    whole.finish(store, ada.work, 2, seen=[])
    assert ada.decided(2).marked == ()
    ada.opened(3)
    after = ada.page(3).suggestions[0].score
    assert before is not None
    assert after is not None
    assert after < before


def test_articles_that_are_done_are_left_alone(store: Store) -> None:
    ada = Reader(store)
    whole.finish(store, ada.work, 2, seen=[])
    ada.mark(1, "Ventara", "ORG")
    assert ada.opened(2) == []
