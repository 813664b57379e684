"""The page of an article, and what passes over the corpus still have to do."""

from typing import Any

import pytest
from sqlalchemy import event

from store.errors import NotFound
from store.operations import comments, runs, stances
from store.operations.labelling import label_all
from store.queries import articles, people
from store.values import Holder, Place, PredictedSpan


def statements(desk, query: Any) -> int:
    """How many statements a query sends."""
    sent: list[str] = []

    def note(_conn: Any, _cursor: Any, statement: str, *_: Any) -> None:
        sent.append(statement)

    event.listen(desk.store.engine, "before_cursor_execute", note)
    query()
    event.remove(desk.store.engine, "before_cursor_execute", note)
    return len([statement for statement in sent if not statement.startswith(("BEGIN", "SET"))])


def test_a_page_takes_nine_queries_whatever_its_size(desk) -> None:
    small, large = desk.article(), desk.article("Ada und " * 300)
    places = [(number * 8, number * 8 + 3) for number in range(300)]
    label_all(desk.store, desk.work, {large: [Place(*it) for it in places[:150]]}, label="PER")
    found = [PredictedSpan(*place, "ORG") for place in places]
    runs.store_run(desk.store, model="m", version="1", settings={}, items=[(large, found)])
    for place in places[:5]:
        how = {"holder_range": place, "target_range": places[9], "evidence": place}
        stances.add(desk.store, desk.work, large, holder=Holder("span"), label="FAVOR", **how)
        comments.add(desk.store, desk.work, large, text="?")
    assert statements(desk, lambda: desk.page(small)) <= 9
    assert statements(desk, lambda: desk.page(large)) <= 9
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


def test_a_page_of_no_article_is_not_found(desk) -> None:
    with pytest.raises(NotFound):
        desk.page(1)


def test_what_a_model_has_not_read_is_read_page_by_page(desk) -> None:
    queue = [desk.article(language="de") for _ in range(7)]
    with desk.store.read() as conn:
        assert len(articles.unpredicted(conn, None)) == 7
    desk.suggest(queue[0])
    with desk.store.read() as conn:
        model = people.model_id(conn, "m", "1")
        first = articles.unpredicted(conn, model, limit=4)
        rest = articles.unpredicted(conn, model, after=first[-1][0])
        assert [row[0] for row in first + rest] == queue[1:]
        assert first[0][1:] == ("de", articles.text(conn, queue[1]))


def test_languages_and_outlets_are_listed(desk) -> None:
    for language, outlet in (("de", "Kurier"), ("en", "Blatt"), (None, None), ("ja", "")):
        desk.article(language=language, outlet=outlet)
    with desk.store.read() as conn:
        assert articles.languages(conn) == ["de", "en", "ja"]
        assert articles.outlets(conn) == ["Blatt", "Kurier"]
