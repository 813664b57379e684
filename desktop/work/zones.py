"""The zones of each article that was not searched yet: a pass after the import, never in its path."""

from collections.abc import Iterator
from threading import Event

from desktop.nlp import zones
from desktop.nlp.repetition import Repetition
from store.database import Store
from store.operations.articles import set_zones
from store.queries import articles
from store.values import Progress

SLICE = 50

CORPUS = 2000
"""Articles in which repeated paragraphs are looked for."""


def fill(store: Store, cancelled: Event | None = None) -> Iterator[Progress]:
    """Find and store datelines, bylines and boilerplate; progress counts articles. Goes on where it ended."""
    done, after = 0, 0
    repetition = _repetition(store, cancelled)
    while page := _page(store, after):
        if cancelled is not None and cancelled.is_set():
            return
        found = {
            article: [(zone.start, zone.end, zone.kind) for zone in zones.find(text, code, repetition)]
            for article, code, text in page
        }
        set_zones(store, found, zones.NAME)
        done, after = done + len(page), page[-1][0]
        yield Progress(done, 0)


def _repetition(store: Store, cancelled: Event | None) -> Repetition:
    """What recurs in the newest articles of the store, those that were searched before among them."""
    repetition = Repetition()
    with store.read() as conn:
        ids = articles.newest(conn, CORPUS)
    for at in range(0, len(ids), SLICE):
        if cancelled is not None and cancelled.is_set():
            break
        with store.read() as conn:
            for text in articles.texts(conn, ids[at : at + SLICE]):
                repetition.add(text)
    return repetition


def _page(store: Store, after: int) -> list[tuple[int, str | None, str]]:
    with store.read() as conn:
        return articles.without_zones(conn, zones.NAME, after=after, limit=SLICE)
