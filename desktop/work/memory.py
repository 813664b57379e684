"""Project memory of one annotator: the index of what was decided, kept up by the change log.

It is read from the newest readings on, a slice at a time, and then asked for each article that is opened. All
of it belongs to one thread; nothing is loaded for it but our own segmentation.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from sys import intern

from desktop.nlp.memory import Decision, Memory, Undecided, around
from desktop.nlp.name_forms import main_language
from desktop.nlp.unmarked import unmarked
from store import history
from store.database import Store
from store.operations.memory import remember
from store.queries import codebook, memory
from store.values import ArticlePage, Decided, Memo, Work
from store.vocabulary import MemoryOf

SLICE = 20
"""Readings in a slice: some milliseconds, so that the window never waits for long."""

MOST = 10_000
"""Readings that are remembered, the newest ones: what keeps memory of a large project within bounds."""

NAME = 80
"""Code points of the longest name that is remembered."""


class ProjectMemory:
    """What one annotator (or everyone, as the project says) decided, by language."""

    def __init__(self, store: Store, work: Work) -> None:
        self._store, self._work = store, work
        self._of: MemoryOf = "off"
        self._default = ""
        self._begin()

    @property
    def is_ready(self) -> bool:
        """Whether all was read that is remembered."""
        return self._of == "off" or self._left == []

    def read_on(self) -> bool:
        """Read the next slice, all anew where the project says otherwise now; False: that was all."""
        self._obey()
        if self.is_ready:
            return False
        with self._store.read() as conn:
            if self._left is None:
                self._seen = history.newest(conn)
                self._left = memory.readings(conn, self._annotator, limit=MOST)
            found = memory.decided(conn, self._left[:SLICE])
        del self._left[:SLICE]
        for reading in found:
            self._oldest -= 1
            self._put(reading, at=self._oldest)
        return bool(self._left)

    def prepare(self, page: ArticlePage) -> bool:
        """Work out what memory says of an article that is about to be shown, and store it.

        Returns whether the page has to be read again. Of an article that was begun before nothing changes.
        """
        self._obey()
        is_open = page.set is None or page.set.status in ("new", "in_progress")
        if self._of == "off" or not self.is_ready or not is_open:
            return False
        return remember(self._store, self._work, page.article.id, self._review(page))

    def _obey(self) -> None:
        """Do what the project's switches say now."""
        with self._store.read() as conn:
            settings = codebook.settings(conn)
        if (self._of, self._default) != (settings.memory, settings.language):
            self._of, self._default = settings.memory, settings.language
            self._begin()

    @property
    def _annotator(self) -> int | None:
        return self._work.annotator_id if self._of == "own" else None

    def _review(self, page: ArticlePage) -> Memo:
        self._catch_up()
        article = page.article
        index = self._of_language(article.language)
        own = self._sources.pop(article.id, {})
        for source in own:  # two who read the same article stay independent of each other
            index.forget(source)
        with self._store.read() as conn:
            offered = memory.offered(conn, article.id)
        taken = [(it.start, it.end) for it in page.spans if it.label is not None]
        made = index.review(article.text, [it for it in offered if (it[0], it[1]) not in taken], taken)
        if own:
            self._read_again((article.id,))
        return made

    def _catch_up(self) -> None:
        """Take in what happened since the last time, undo included."""
        with self._store.read() as conn:
            news = memory.news(conn, self._seen)
        self._seen = news.newest
        if news.everything:
            self._begin()
            while self.read_on():
                pass
        elif news.articles:
            self._read_again(news.articles)

    def _read_again(self, articles: Iterable[int]) -> None:
        for article in articles:
            for source, index in self._sources.pop(article, {}).items():
                index.forget(source)
        with self._store.read() as conn:
            found = memory.decided_in(conn, self._annotator, articles)
        for reading in found:
            self._newest += 1
            self._put(reading, at=self._newest)

    def _put(self, reading: Decided, *, at: int) -> None:
        index = self._of_language(reading.language)
        decisions = _decisions(reading, index.language)
        index.put(reading.set_id, reading.key, decisions, at=at, undecided=_undecided(reading))
        self._sources[reading.article_id][reading.set_id] = index

    def _of_language(self, language: str | None) -> Memory:
        code = main_language(language or self._default)
        if code not in self._indexes:
            self._indexes[code] = Memory(code)
        return self._indexes[code]

    def _begin(self) -> None:
        self._indexes: dict[str, Memory] = {}
        self._sources: defaultdict[int, dict[int, Memory]] = defaultdict(dict)
        self._left: list[int] | None = None
        self._seen = self._oldest = self._newest = 0


def _decisions(reading: Decided, language: str) -> Iterator[Decision]:
    text = reading.text
    for start, end, label in reading.places:
        if end - start <= NAME:
            yield Decision(text[start:end], label, *around(text, start, end, language))


def _undecided(reading: Decided) -> Undecided:
    text, marked = reading.text, reading.marked
    return Undecided(
        tuple((text[start:end], label) for start, end, label in reading.left if end - start <= NAME),
        tuple(map(intern, unmarked(text, marked))) if marked is not None else (),
    )
