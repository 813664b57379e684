"""What the change log says of a step, and what others learn from it."""

import pytest
from sqlalchemy import select

from store import bulk, history
from store.operations import articles, codebook, comments, spans, suggestions
from store.operations.labelling import label_all
from store.queries import codebook as codebook_queries
from store.tables import core as t
from store.tables import now
from store.values import Place
from tests.store.steps import add, undo


@pytest.fixture
def article(desk) -> int:
    return desk.article()


def test_the_log_names_touched_columns_only(desk, article: int) -> None:
    span = add(desk, article, "Putin")
    spans.relabel(desk.store, desk.work, span, "LOC")
    with desk.store.read() as conn:
        patch = conn.execute(select(t.change.c.patch).order_by(t.change.c.id.desc())).scalars().first()
    assert patch == [
        {"table": "span", "ids": [span], "columns": ["label_id"], "before": [[1]], "after": [[3]]}
    ]


def test_a_step_that_changes_nothing_is_not_logged(desk, article: int) -> None:
    span = add(desk, article, "Putin")
    assert spans.relabel(desk.store, desk.work, span, "PER").step == 0
    undo(desk)
    assert desk.spans(article) == {}


def test_switches_that_are_saved_as_they_were_are_no_step(desk, article: int) -> None:
    add(desk, article, "Putin")
    with desk.store.read() as conn:
        settings = codebook_queries.settings(conn)
    assert codebook.change_settings(desk.store, desk.work, settings).step == 0
    undo(desk)
    assert desk.spans(article) == {}


def test_undo_goes_on_before_a_step_in_which_nothing_was_changed(desk, article: int) -> None:
    add(desk, article, "Putin")
    before = {"table": "project", "ids": [1], "columns": ["name"], "before": [["Test"]], "after": [["Test"]]}
    with desk.store.write() as conn:
        values = {"at": now(), "annotator_id": desk.work.annotator_id, "operation": "project.change_settings"}
        step = bulk.reserve(conn, t.change, 1)[0]
        conn.execute(t.change.insert().values(id=step, step=step, patch=[before], **values))
    undo(desk)
    undo(desk)
    assert desk.spans(article) == {}
    assert history.redo(desk.store, desk.work) is not None
    assert history.redo(desk.store, desk.work) is not None
    assert history.redo(desk.store, desk.work) is None


def test_the_feed_tells_others_what_happened(desk, article: int) -> None:
    add(desk, article, "Putin")
    desk.suggest(article, ("EU", "ORG"))
    articles.exclude(desk.store, desk.work, article, reason="stub")
    undo(desk)
    with desk.store.read() as conn:
        feed = history.changes_since(conn, 0)
        assert history.changes_since(conn, feed[0].id) == feed[1:]
    assert [(one.operation, one.article_id, set(one.nouns)) for one in feed] == [
        ("span.add", article, {"annotation_set", "span", "scheme_version"}),
        ("suggestion.run", None, set()),
        ("article.exclude", article, {"annotation_set"}),
        ("undo.article.exclude", article, {"annotation_set"}),
    ]
    assert history.original(feed[-1].operation) == "article.exclude"


@pytest.mark.parametrize("article_count", [1, 40])
def test_finishing_with_many_spans_is_one_row_of_the_log(desk, article_count: int) -> None:
    article = desk.article("Ada und " * article_count)
    places = [(number * 8, number * 8 + 3) for number in range(article_count)]
    label_all(desk.store, desk.work, {article: [Place(*it) for it in places]}, label="PER")
    with desk.store.read() as conn:
        patches = list(conn.scalars(select(t.change.c.patch)))
    assert len(patches) == 1
    assert [block["table"] for block in patches[0]] == ["scheme_version", "annotation_set", "span"]
    undo(desk)
    assert desk.page(article).set is None


def test_comments_and_flags_are_undone_like_anything_else(desk, article: int) -> None:
    before = desk.rows()
    comments.add(desk.store, desk.work, article, text="Warum?")
    articles.set_flag(desk.store, desk.work, article, "x")
    (eu,) = desk.suggest(article, ("EU", "ORG"))
    suggestions.reject(desk.store, desk.work, article, eu)
    for _ in range(3):
        undo(desk)
    after = desk.rows()
    assert after["comment"] == before["comment"]
    assert [row for row in after["annotation_set"] if row[2] == desk.work.annotator_id] == []
