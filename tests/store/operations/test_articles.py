"""Whole articles, comments and what is found out about a corpus."""

import pytest

from store.errors import KeyTaken, NotFound, SpanOutsideText
from store.operations import articles, codebook, comments, topics
from store.queries import articles as queries
from store.queries import codebook as codebook_queries
from store.values import ProjectSettings


@pytest.fixture
def article(desk) -> int:
    return desk.article()


def test_an_article_is_left_out_for_a_reason_and_taken_in_again(desk, article: int) -> None:
    articles.exclude(desk.store, desk.work, article, reason="duplicate")
    reading = desk.page(article).set
    assert (reading.status, reading.excluded_reason) == ("excluded", "duplicate")
    articles.reopen(desk.store, desk.work, article)
    reading = desk.page(article).set
    assert (reading.status, reading.excluded_reason) == ("in_progress", None)


def test_nothing_is_suggested_for_an_article_that_is_left_out(desk, article: int) -> None:
    desk.suggest(article, ("EU", "ORG"))
    articles.exclude(desk.store, desk.work, article, reason="stub")
    assert desk.suggested(article) == []


def test_a_flag_is_put_on_and_taken_off_also_where_the_article_is_left_out(desk, article: int) -> None:
    articles.exclude(desk.store, desk.work, article, reason="stub")
    articles.set_flag(desk.store, desk.work, article, "ansehen")
    assert desk.page(article).set.flag == "ansehen"
    articles.set_flag(desk.store, desk.work, article, None)
    assert desk.page(article).set.flag is None


def test_comments_are_made_settled_and_deleted(desk, article: int) -> None:
    comments.add(desk.store, desk.work, article, text="Ist das Ironie?", kind="question")
    (comment,) = desk.page(article).comments
    assert (comment.by, comment.kind, comment.resolved) == (desk.work.annotator_id, "question", False)
    comments.resolve(desk.store, desk.work, comment.id, True)
    assert desk.page(article).comments[0].resolved is True
    comments.delete(desk.store, desk.work, comment.id)
    assert desk.page(article).comments == ()
    with pytest.raises(NotFound):
        comments.delete(desk.store, desk.work, comment.id)


def test_zones_replace_those_of_the_same_origin_only(desk, article: int) -> None:
    articles.set_zones(desk.store, {article: [(0, 8, "byline"), (9, 20, "quote")]}, "rule 1")
    articles.set_zones(desk.store, {article: [(0, 8, "headline")]}, "import")
    articles.set_zones(desk.store, {article: [(0, 8, "headline"), (3, 4, "dateline")]}, "rule 1")
    zones = [
        (zone.start, zone.end, zone.kind, zone.in_scope, zone.origin) for zone in desk.page(article).zones
    ]
    assert zones == [(0, 8, "headline", True, "import"), (3, 4, "dateline", False, "rule 1")]
    with pytest.raises(SpanOutsideText):
        articles.set_zones(desk.store, {article: [(0, 9999, "byline")]}, "rule 1")
    assert len(desk.page(article).zones) == 2


def test_a_pass_over_the_corpus_meets_each_article_once(desk) -> None:
    ids = [desk.article() for _ in range(5)]
    desk.article(language="de")
    with desk.store.read() as conn:
        assert [row[0] for row in queries.without_language(conn, limit=2)] == ids[:2]
        assert [row[0] for row in queries.without_language(conn, after=ids[1])] == ids[2:]
        assert [row[0] for row in queries.without_zones(conn, "rule 1")][:5] == ids
    articles.set_languages(desk.store, dict.fromkeys(ids[:3], "de") | {ids[3]: "und"})
    articles.set_zones(desk.store, {ids[0]: [(0, 3, "byline")], ids[1]: []}, "rule 1")
    with desk.store.read() as conn:
        assert [row[0] for row in queries.without_language(conn)] == ids[4:]
        assert [row[0] for row in queries.without_zones(conn, "rule 1")][:3] == ids[2:]
        assert [row[0] for row in queries.without_zones(conn, "rule 2")][:5] == ids


def test_topics_have_keys_and_digits_of_their_own(desk) -> None:
    def add(key: str, digit: int | None = None) -> None:
        topics.add(desk.store, desk.work, key=key, kind="claim", wording={"de": key}, digit=digit)

    add("a", 1)
    for key, digit in (("a", None), ("b", 1)):
        with pytest.raises(KeyTaken):
            add(key, digit)
    add("b", 2)
    with desk.store.read() as conn:
        a, b = codebook_queries.topics(conn)
    with pytest.raises(KeyTaken):
        topics.change(desk.store, desk.work, b.id, digit=1)
    topics.retire(desk.store, desk.work, a.id)
    topics.change(desk.store, desk.work, b.id, digit=1, parent_id=a.id, wording={"de": "B", "en": "b"})
    with desk.store.read() as conn:
        assert [(one.key, one.digit, one.status) for one in codebook_queries.topics(conn)] == [
            ("b", 1, "active"),
            ("a", None, "retired"),
        ]


def test_the_projects_switches_are_changed(desk, article: int) -> None:
    desk.suggest(article, ("EU", "MISC"))
    assert desk.suggested(article) == []
    codebook.change_settings(desk.store, desk.work, ProjectSettings(labels_off=()))
    assert desk.suggested(article) == ["EU"]
