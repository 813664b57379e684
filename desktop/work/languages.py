"""The language of each article that brought none: a pass after the import, never in its path."""

from collections.abc import Iterator
from threading import Event

from desktop.nlp import language
from desktop.nlp.models import UNKNOWN
from store.database import Store
from store.operations.articles import set_languages
from store.queries import articles
from store.values import Progress

SLICE = 50


def fill(store: Store, cancelled: Event | None = None) -> Iterator[Progress]:
    """Find and store what is missing; progress counts articles. Goes on where it ended."""
    done, after = 0, 0
    while page := _page(store, after):
        if cancelled is not None and cancelled.is_set():
            return
        set_languages(store, {article: language.identify(text) or UNKNOWN for article, text in page})
        done, after = done + len(page), page[-1][0]
        yield Progress(done, 0)


def _page(store: Store, after: int) -> list[tuple[int, str]]:
    with store.read() as conn:
        return articles.without_language(conn, after=after, limit=SLICE)
