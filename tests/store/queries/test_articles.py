"""The queue, the page of an article, and what passes over the corpus still have to do."""

from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy import event

from store.errors import NotFound
from store.operations import articles as operations
from store.operations import comments, runs, spans, stances, suggestions
from store.queries import articles, people
from store.values import Holder, PredictedSpan


def statements(desk, query: Any) -> int:
    """How many statements a query sends."""
    sent: list[str] = []

    def note(_conn: Any, _cursor: Any, statement: str, *_: Any) -> None:
        sent.append(statement)

    event.listen(desk.store.engine, "before_cursor_execute", note)
    query()
    event.remove(desk.store.engine, "before_cursor_execute", note)
    return len([statement for statement in sent if not statement.startswith(("BEGIN", "SET"))])


def test_a_page_takes_eight_queries_whatever_its_size(desk) -> None:
    small, large = desk.article(), desk.article("Ada und " * 300)
    places = [(number * 8, number * 8 + 3) for number in range(300)]
    spans.label_all(desk.store, desk.work, large, ranges=places[:150], label="PER")
    found = [PredictedSpan(*place, "ORG") for place in places]
    runs.store_run(desk.store, model="m", version="1", settings={}, items=[(large, found)])
    for place in places[:5]:
        how = {"holder_range": place, "target_range": places[9], "evidence": place}
        stances.add(desk.store, desk.work, large, holder=Holder("span"), label="FAVOR", **how)
        comments.add(desk.store, desk.work, large, text="?")
    assert statements(desk, lambda: desk.page(small)) <= 8
    assert statements(desk, lambda: desk.page(large)) <= 8
    page = desk.page(large)
    assert (len(page.spans), len(page.suggestions), len(page.stances), len(page.comments)) == (150, 300, 5, 5)


def test_a_page_holds_the_article_exactly_as_imported(desk) -> None:
    text = "e\u0301lan\r\n\u00a0東京 👩‍👧\u2028Ende"
    article = desk.article(text, title="T", outlet="Blatt", language="de", attrs={"source": {"id": 3}})
    page = desk.page(article)
    assert (page.article.text, page.article.title, page.article.outlet) == (text, "T", "Blatt")
    assert page.article.attrs == {"source": {"id": 3}}
    assert page.set is None
    assert page.predicted is False


def test_an_article_that_no_model_has_read_differs_from_one_in_which_nothing_was_found(desk) -> None:
    article = desk.article()
    assert desk.page(article).predicted is False
    desk.suggest(article)
    assert desk.page(article).predicted is True
    with desk.store.read() as conn:
        model = people.model_id(conn, "m", "1")
    assert desk.page(article, models=[model]).predicted is True
    assert desk.page(article, models=[model, 999]).predicted is False


def test_a_page_of_no_article_is_not_found(desk) -> None:
    with pytest.raises(NotFound):
        desk.page(1)


@pytest.fixture
def queue(desk) -> list[int]:
    """Seven articles: new, in progress, done, left out, flagged, and two more new ones."""
    ids = [
        desk.article(language="de", outlet="Blatt", title="Gipfel in Köln"),
        desk.article(language="de", outlet="Kurier"),
        desk.article("The EU summit ended.", language="en", outlet="Blatt"),
        desk.article(language="de"),
        desk.article(),
        desk.article("総理は莫斯科を訪れた。", language="ja"),
        desk.article(),
    ]
    spans.add(desk.store, desk.work, ids[1], start=0, end=3, label="PER")
    operations.finish(desk.store, desk.work, ids[2], seen=[])
    operations.exclude(desk.store, desk.work, ids[3], reason="stub")
    operations.set_flag(desk.store, desk.work, ids[4], "ansehen")
    return ids


FILTERS = [
    ({}, [0, 1, 2, 3, 4, 5, 6]),
    ({"status": "new"}, [0, 5, 6]),
    ({"status": "in_progress"}, [1, 4]),
    ({"status": "done"}, [2]),
    ({"status": ("done", "excluded")}, [2, 3]),
    ({"language": "de"}, [0, 1, 3]),
    ({"language": ""}, [4, 6]),
    ({"outlet": "Blatt"}, [0, 2]),
    ({"outlet": "Blatt", "status": "new"}, [0]),
    ({"flagged": True}, [4]),
    ({"flagged": False}, [0, 1, 2, 3, 5, 6]),
    ({"search": "koln"}, [0]),
    ({"search": "summit EU"}, [2]),
    ({"search": "莫斯科"}, [5]),
    ({"search": "nichts"}, []),
    ({"search": "-"}, [0, 1, 2, 3, 4, 5, 6]),
]


@pytest.mark.parametrize(("filters", "expected"), FILTERS, ids=str)
def test_the_queue_is_narrowed(desk, queue: list[int], filters: dict[str, Any], expected: list[int]) -> None:
    wanted = [queue[place] for place in expected]
    with desk.store.read() as conn:
        assert [head.id for head in articles.heads(conn, desk.work, **filters)] == wanted
        assert articles.count(conn, desk.work, **filters) == len(wanted)
        assert articles.anchors(conn, desk.work, every=2, **filters) == wanted[::2]
        for before, after in pairwise(wanted):
            assert articles.neighbour(conn, desk.work, before, step=1, **filters) == after
            assert articles.neighbour(conn, desk.work, after, step=-1, **filters) == before
        if wanted:
            assert articles.neighbour(conn, desk.work, wanted[-1], step=1, **filters) is None


def test_the_queue_is_read_page_by_page(desk, queue: list[int]) -> None:
    with desk.store.read() as conn:
        first = articles.heads(conn, desk.work, limit=3)
        second = articles.heads(conn, desk.work, limit=3, after=first[-1].id)
    assert [head.id for head in first + second] == queue[:6]
    assert (first[0].title, first[0].status, first[1].status) == ("Gipfel in Köln", "new", "in_progress")


def test_everybody_has_a_queue_of_their_own(desk, queue: list[int]) -> None:
    bela = desk.colleague()
    with desk.store.read() as conn:
        assert articles.count(conn, bela, status="new") == 7
        assert articles.progress(conn, bela) == {"new": 7, "in_progress": 0, "done": 0, "excluded": 0}
        assert articles.progress(conn, desk.work) == {"new": 3, "in_progress": 2, "done": 1, "excluded": 1}


def test_what_is_left_undecided_can_be_found(desk, queue: list[int]) -> None:
    decided, open_one, _ = queue[0], queue[5], desk.suggest(queue[4])
    (eu,) = desk.suggest(decided, ("EU", "ORG"))
    desk.suggest(open_one, ("総理", "PER"))
    desk.suggest(queue[2], ("EU", "ORG"))
    suggestions.reject(desk.store, desk.work, decided, eu)
    with desk.store.read() as conn:
        assert [head.id for head in articles.heads(conn, desk.work, undecided=True)] == [open_one]
        assert articles.count(conn, desk.work, undecided=False) == 6
        assert articles.count(conn, desk.colleague(), undecided=True) == 3


def test_the_next_open_article_comes_after_this_one_or_from_the_beginning(desk, queue: list[int]) -> None:
    with desk.store.read() as conn:
        assert articles.next_open(conn, desk.work, queue[1]) == queue[4]
        assert articles.next_open(conn, desk.work, queue[6]) == queue[0]
    for article in queue:
        operations.finish(desk.store, desk.work, article, seen=[]) if article != queue[3] else None
    with desk.store.read() as conn:
        assert articles.next_open(conn, desk.work, queue[0]) is None


def test_what_a_model_has_not_read_is_read_page_by_page(desk, queue: list[int]) -> None:
    with desk.store.read() as conn:
        assert len(articles.unpredicted(conn, None)) == 7
    desk.suggest(queue[0])
    with desk.store.read() as conn:
        model = people.model_id(conn, "m", "1")
        first = articles.unpredicted(conn, model, limit=4)
        rest = articles.unpredicted(conn, model, after=first[-1][0])
        assert [row[0] for row in first + rest] == queue[1:]
        assert first[0][1:] == ("de", articles.text(conn, queue[1]))


def test_languages_and_outlets_are_listed(desk, queue: list[int]) -> None:
    with desk.store.read() as conn:
        assert articles.languages(conn) == ["de", "en", "ja"]
        assert articles.outlets(conn) == ["Blatt", "Kurier"]
