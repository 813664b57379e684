"""A model reads the whole corpus: what no version of it has read yet, in slices, resumable at any article."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from threading import Event

from msgspec import Struct

from desktop.nlp import models
from desktop.nlp.client import WorkerClient
from desktop.nlp.errors import WorkerDied
from desktop.nlp.protocol import Ready
from store.database import Store
from store.errors import LesartError
from store.operations.runs import Item, store_run
from store.queries import articles, codebook, people
from store.values import PredictedSpan, Progress

SLICE = 50
PAUSE = 0.01
"""Seconds after each commit. SQLite's write lock is not fair: without a pause a window's gestures starve."""

Article = tuple[int, str | None, str]
"""Id, language (None: not known), text."""


class Refused(Struct, frozen=True):
    """An article that the model could not read, and why."""

    article: int
    error: LesartError


def suggest_by_language(
    store: Store,
    sources: Mapping[str, str],
    *,
    preset: str,
    trusted: Collection[str] = (),
    cancelled: Event | None = None,
    refused: Callable[[Refused], None] = lambda _: None,
) -> Iterator[Progress]:
    """Have each article be read by the model of its language (`sources`: language -> source), model by model.

    Models that no article needs are not loaded; progress counts the articles of all of them. `trusted` are
    the sources whose own code may run.
    """
    done = 0
    for source in _needed(store, sources):
        if cancelled is not None and cancelled.is_set():
            return
        before = done
        with WorkerClient(source, preset=preset, trusted=source in trusted) as client:
            for step in suggest_corpus(store, client, source, cancelled, sources=sources, refused=refused):
                done = before + step.done
                yield Progress(done, before + step.total, step.note)


def suggest_corpus(
    store: Store,
    client: WorkerClient,
    source: str,
    cancelled: Event | None = None,
    *,
    sources: Mapping[str, str] | None = None,
    refused: Callable[[Refused], None] = lambda _: None,
) -> Iterator[Progress]:
    """Have the client's model read the articles of its languages; progress counts articles.

    `sources` says which model reads which language; without it the model reads all languages it was made for.
    An article over which the worker dies is given to `refused` and passed over; the others go on. Raises what
    loading the model raises (ModelMissing, ModelBroken, ModelCarriesCode).
    """
    if sources is None:
        sources = models.by_language([models.describe(source)])
    model = client.model()
    reading = _Reading(
        store,
        client,
        model,
        refused,
        lambda language, default: models.reader(language, sources, default=default) == source,
    )
    done, total = 0, reading.left()
    found: list[Item] = []
    run: int | None = None
    yield Progress(done, total, model.name)
    for article_id, spans in reading.answers():
        if cancelled is not None and cancelled.is_set():
            break
        if spans is not None:
            found.append((article_id, spans))
        done += 1
        if len(found) == SLICE:
            run = _store(store, model, source, found, run)
            found = []
        yield Progress(done, max(done, total), model.name)
    _store(store, model, source, found, run)


def _store(store: Store, model: Ready, source: str, found: Sequence[Item], run: int | None) -> int | None:
    """Store a slice as a part of the run, which is begun where there is none yet; returns that."""
    stored = store_run(
        store,
        model=model.name,
        version=model.version,
        settings={"source": source},
        items=found,
        pause=PAUSE,
        run_id=run,
    )
    return stored or run


def _needed(store: Store, sources: Mapping[str, str]) -> list[str]:
    """The sources of the models that read a language of the corpus."""
    with store.read() as conn:
        default = codebook.settings(conn).language
        languages = sorted({default, *articles.languages(conn)})
    found = (models.reader(language, sources, default=default) for language in languages)
    return list(dict.fromkeys(source for source in found if source is not None))


class _Reading:
    """One pass of one model: which articles are its own, and what it says of one."""

    def __init__(
        self,
        store: Store,
        client: WorkerClient,
        model: Ready,
        refused: Callable[[Refused], None],
        reads: Callable[[str | None, str], bool],
    ) -> None:
        self._store, self._client, self._model, self._refused = store, client, model, refused
        self._reads_language = reads
        with store.read() as conn:
            self._labels = {label.code for label in codebook.labels(conn, "entity", all=True)}
            self._default = codebook.settings(conn).language

    def left(self) -> int:
        """How many articles it has still to read."""
        total, after = 0, 0
        while page := self._page(after):
            total += sum(map(self._reads, page))
            after = page[-1][0]
        return total

    def answers(self) -> Iterator[tuple[int, tuple[PredictedSpan, ...] | None]]:
        """What the model finds in each article, in the project's labels; None: it could not read it.

        Articles are read from the store and sent to the worker a little before they are due.
        """
        for article_id, spans in self._client.predict_all(self._texts()):
            if isinstance(spans, WorkerDied):
                self._refused(Refused(article_id, spans))
                yield article_id, None
            else:
                yield article_id, tuple(span for span in spans if span.label in self._labels)

    def _texts(self) -> Iterator[tuple[int, str]]:
        """The articles in its languages, a page of them in memory."""
        after = 0
        while page := self._page(after):
            after = page[-1][0]
            yield from ((article[0], article[2]) for article in page if self._reads(article))

    def _reads(self, article: Article) -> bool:
        return self._reads_language(article[1], self._default)

    def _page(self, after: int) -> list[Article]:
        with self._store.read() as conn:
            annotator = people.model_id(conn, self._model.name, self._model.version)
            return articles.unpredicted(conn, annotator, after=after, limit=SLICE)
