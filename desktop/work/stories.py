"""Groups near-duplicates: a pass of its own over all articles, whenever somebody wants it."""

from collections.abc import Iterator
from functools import lru_cache
from threading import Event

import numpy as np

from desktop.nlp import near_duplicates as near
from store.database import Store
from store.operations.stories import set_stories
from store.queries import stories
from store.values import Progress

PAGE = 200
_REMEMBERED = 2000
"""Articles whose shingles are kept at hand while pairs are compared."""


def find(store: Store, cancelled: Event | None = None) -> Iterator[Progress]:
    """Find and store the stories; progress counts articles, then pairs that are compared.

    Articles that belong to one story already stay together, and what was taken out of one stays out.
    Nothing is stored if it is cancelled.
    """
    with store.read() as conn:
        alone = stories.alone(conn)
    ids: list[int] = []
    signatures: list[near.Signature] = []
    after = 0
    while page := _page(store, after):
        if cancelled is not None and cancelled.is_set():
            return
        for article_id, text in page:
            found = near.shingles(text)
            if len(found) >= near.FEWEST and article_id not in alone:
                ids.append(article_id)
                signatures.append(near.signature(found))
        after = page[-1][0]
        yield Progress(len(ids), 0)
    links = _known_links(store)
    if signatures:
        shingles = lru_cache(_REMEMBERED)(lambda article_id: _shingles(store, article_id))
        for compared, (one, other) in enumerate(near.candidates(np.stack(signatures)), 1):
            if cancelled is not None and cancelled.is_set():
                return
            pair = (ids[one], ids[other])
            if near.is_same_story(shingles(pair[0]), shingles(pair[1])):
                links.append(pair)
            if compared % 100 == 0:
                yield Progress(compared, 0)
    set_stories(store, near.groups(links))
    yield Progress(len(ids), len(ids))


def _known_links(store: Store) -> list[tuple[int, int]]:
    """What was one story before."""
    first: dict[int, int] = {}
    with store.read() as conn:
        known = stories.numbers(conn)
    return [(first.setdefault(story, article_id), article_id) for article_id, story in sorted(known.items())]


def _shingles(store: Store, article_id: int) -> near.Shingles:
    with store.read() as conn:
        return near.shingles(stories.text_in_scope(conn, article_id))


def _page(store: Store, after: int) -> list[tuple[int, str]]:
    with store.read() as conn:
        return stories.texts_in_scope(conn, after=after, limit=PAGE)
