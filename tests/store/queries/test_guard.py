"""Articles that are dealt for it show no suggestions, and are compared with those that do."""

from typing import Any

import pytest

from store.guard import unaided
from store.operations import articles, codebook, runs, spans, suggestions
from store.queries import articles as reading
from store.queries.guard import guards
from store.values import ArticlePage, PredictedSpan, ProjectSettings


@pytest.fixture
def read(desk: Any) -> list[int]:
    """Twelve articles that a model has read, about half of which are to be read without it."""
    codebook.change_settings(desk.store, desk.work, ProjectSettings(unaided_share=50))
    ids = [desk.article(f"Putin traf Paschinjan, Nummer {number}.") for number in range(12)]
    found = [(it, [PredictedSpan(0, 5, "PER"), PredictedSpan(11, 21, "LOC")]) for it in ids]
    runs.store_run(desk.store, model="m", version="1", settings={}, items=found)
    return ids


def page(desk: Any, article: int) -> ArticlePage:
    with desk.store.read() as conn:
        return reading.page(conn, desk.work, article)


def test_suggestions_are_kept_back_where_it_was_dealt_so(desk: Any, read: list[int]) -> None:
    pages = [page(desk, it) for it in read]
    for one in pages:
        assert one.unaided == unaided(one.article.sha256, desk.work.annotator_id, 50)
        assert len(one.suggestions) == (0 if one.unaided else 2)
        assert one.predicted
    assert {it.unaided for it in pages} == {True, False}


def test_what_was_on_screen_is_noted_and_stays_when_the_share_changes(desk: Any, read: list[int]) -> None:
    for article in read:
        articles.set_flag(desk.store, desk.work, article, "look")
    kept_back = [page(desk, it).unaided for it in read]
    for article, is_back in zip(read, kept_back, strict=True):
        own = page(desk, article).set
        assert own is not None
        assert (own.shown_model is None) == is_back
    codebook.change_settings(desk.store, desk.work, ProjectSettings(unaided_share=0))
    assert not any(page(desk, it).unaided for it in read)


def test_finished_articles_of_both_kinds_are_compared(desk: Any, read: list[int]) -> None:
    for article in read:
        shown = page(desk, article).suggestions
        for it in shown:
            suggestions.accept(desk.store, desk.work, article, it.id)
        if not shown:
            spans.add(desk.store, desk.work, article, start=0, end=5, label="PER")
        articles.finish(desk.store, desk.work, article, seen=[])
    with desk.store.read() as conn:
        ((reader, found),) = guards(conn)
    alone = sum(unaided(it, desk.work.annotator_id, 50) for it in digests(desk))
    assert reader.name == "Ada"
    assert found.aided == (12 - alone, 2 * (12 - alone), 2 * (12 - alone))
    assert found.unaided == (alone, 2 * alone, alone)
    assert found.chance is not None


def digests(desk: Any) -> list[str]:
    with desk.store.read() as conn:
        return [it.sha256 for it in conn.exec_driver_sql("SELECT sha256 FROM article").all()]
