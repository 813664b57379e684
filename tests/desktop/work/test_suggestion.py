"""Which model reads which article of a corpus: with a worker that only says who it is."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Self

import pytest

from desktop.nlp.protocol import Ready
from desktop.work import suggestion
from store.database import Store, create
from store.operations.articles import set_languages
from store.queries import articles, people
from store.transfer import import_files
from store.values import PredictedSpan, ProjectSettings

LANGUAGES = ["de", "zh-Hant", "ms", "und", "sw"]
SOURCES = {"de": "german", "zh": "chinese", "id": "malay", "ms": "malay"}


class FakeWorker:
    """Loads nothing and marks the first word of every text; remembers what it was asked."""

    loaded: list[str]

    def __init__(self, source: str, **_: object) -> None:
        self.source = source

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def model(self) -> Ready:
        self.loaded.append(self.source)
        return Ready(0, self.source, "1", "xx", ("PER",))

    def predict_all(
        self, texts: Iterable[tuple[int, str]]
    ) -> Iterator[tuple[int, tuple[PredictedSpan, ...]]]:
        for article, text in texts:
            yield article, (PredictedSpan(0, len(text.split(maxsplit=1)[0]), "PER", "plain", 0.5),)


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setattr(suggestion, "WorkerClient", FakeWorker)
    monkeypatch.setattr(FakeWorker, "loaded", [], raising=False)
    texts = [tmp_path / f"{i}.txt" for i in range(len(LANGUAGES))]
    for i, path in enumerate(texts):
        path.write_text(f"Anna kam am {i}.")
    store = create(tmp_path / "a.lesart", name="A", settings=ProjectSettings(), person="Ada")
    import_files(store, texts)
    with store.read() as conn:
        ids = [row[0] for row in articles.unpredicted(conn, None)]
    set_languages(store, dict(zip(ids, LANGUAGES, strict=True)))
    yield store
    store.close()


def readers(store: Store) -> dict[str | None, str]:
    """Language -> who has read the article in it."""
    found: dict[str | None, str] = {}
    with store.read() as conn:
        for name in ("german", "chinese", "malay"):
            unread = {row[0] for row in articles.unpredicted(conn, people.model_id(conn, name, "1"))}
            rows = articles.unpredicted(conn, None)
            found |= {language: name for number, language, _ in rows if number not in unread}
    return found


def suggested(store: Store, sources: dict[str, str]) -> Any:
    return list(suggestion.suggest_by_language(store, sources, preset="german"))[-1]


def test_each_article_is_read_by_the_model_of_its_language(corpus: Store) -> None:
    last = suggested(corpus, SOURCES)
    assert (last.done, last.total) == (4, 4)
    assert readers(corpus) == {"de": "german", "zh-Hant": "chinese", "ms": "malay", "und": "german"}
    assert suggested(corpus, SOURCES).total == 0, "nothing is read twice"


def test_a_model_for_no_language_of_the_corpus_is_not_loaded(corpus: Store) -> None:
    suggested(corpus, SOURCES | {"ru": "russian"})
    assert set(FakeWorker.loaded) == {"german", "chinese", "malay"}


def test_a_model_for_any_language_reads_what_is_left(corpus: Store) -> None:
    assert suggested(corpus, {"de": "german", "xx": "malay"}).done == len(LANGUAGES)
    assert readers(corpus) == {
        "de": "german",
        "und": "german",
        "zh-Hant": "malay",
        "ms": "malay",
        "sw": "malay",
    }
