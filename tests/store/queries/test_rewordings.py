"""What is to be looked at again: the articles in the queue, and what a topic was before in each of them."""

from typing import Any

from store.operations import articles, topics
from store.operations.topic_marks import answer_none, looked_again
from store.queries import queue
from store.values import Rewording
from tests.store.operations.test_topics import book, topic_of, toward
from tests.store.steps import is_undone_and_redone, redo, undo

BEFORE, THEN, NOW = {"de": "EU-Beitritt"}, {"de": "EU-Austritt"}, {"de": "EU-Reform"}


def to_look_at(desk: Any, **filters: Any) -> list[int]:
    work = filters.pop("work", desk.work)
    with desk.store.read() as conn:
        return list(queue.ids(conn, work, **{"look_again": True} | filters))


def reword(desk: Any, topic: int, wording: dict[str, str], **changes: Any) -> None:
    topics.reword(desk.store, desk.work, topic, wording=wording, **changes)


def test_the_queue_finds_ones_own_readings_to_look_at_again(desk) -> None:
    topic, other = topic_of(desk), topic_of(desk, "nato")
    mine, denied, theirs, untouched = (desk.article() for _ in range(4))
    bela = desk.colleague()
    toward(desk, mine, topic)
    answer_none(desk.store, desk.work, denied, topic)
    toward(desk, theirs, topic, work=bela)
    toward(desk, untouched, other)
    assert to_look_at(desk) == []
    reword(desk, topic, THEN)
    assert to_look_at(desk) == [mine, denied]
    assert to_look_at(desk, look_again=False) == [theirs, untouched]
    assert to_look_at(desk, look_again=None) == [mine, denied, theirs, untouched]
    assert to_look_at(desk, work=bela) == [theirs]
    with desk.store.read() as conn:
        assert queue.count(conn, desk.work, look_again=True) == 2
    looked_again(desk.store, desk.work, mine, topic)
    assert to_look_at(desk) == [denied]
    undo(desk)
    assert to_look_at(desk) == [mine, denied]


def test_the_filter_goes_together_with_the_others(desk) -> None:
    topic, finished, begun = topic_of(desk), desk.article(), desk.article()
    for article in (finished, begun):
        toward(desk, article, topic)
    articles.finish(desk.store, desk.work, finished, seen=())
    articles.set_flag(desk.store, desk.work, begun, "?")
    reword(desk, topic, THEN)
    assert to_look_at(desk, status="done") == [finished]
    assert to_look_at(desk, flagged=True) == [begun]
    assert to_look_at(desk, flagged=True, status="done") == []
    assert to_look_at(desk, order="newest") == [finished, begun]


def test_an_article_that_is_left_out_is_not_looked_at_again_until_it_is_taken_in(desk) -> None:
    topic, article = topic_of(desk), desk.article()
    toward(desk, article, topic)
    articles.exclude(desk.store, desk.work, article, reason="stub")
    reword(desk, topic, THEN)
    assert (to_look_at(desk), desk.page(article).rewordings) == ([], ())
    articles.reopen(desk.store, desk.work, article)
    assert to_look_at(desk) == [article]
    assert desk.page(article).rewordings == (Rewording(topic, THEN, {"de": "eu"}),)


def test_each_reading_is_told_what_the_topic_was_when_it_spoke_of_it(desk) -> None:
    topic, early, late, looked = (
        topic_of(desk, wording=BEFORE),
        desk.article(),
        desk.article(),
        desk.article(),
    )
    toward(desk, early, topic)
    toward(desk, looked, topic)
    reword(desk, topic, THEN)
    toward(desk, late, topic)
    looked_again(desk.store, desk.work, looked, topic)
    reword(desk, topic, NOW)
    assert desk.page(early).rewordings == (Rewording(topic, NOW, BEFORE),)
    assert desk.page(late).rewordings == (Rewording(topic, NOW, THEN),)
    assert desk.page(looked).rewordings == (Rewording(topic, NOW, THEN),)
    looked_again(desk.store, desk.work, early, topic)
    assert desk.page(early).rewordings == ()


def test_what_a_topic_was_is_still_known_after_undo_and_redo(desk) -> None:
    topic, article = topic_of(desk, wording=BEFORE), desk.article()
    toward(desk, article, topic)
    reword(desk, topic, THEN)
    told = (Rewording(topic, THEN, BEFORE),)
    undo(desk)
    assert desk.page(article).rewordings == ()
    redo(desk)
    assert desk.page(article).rewordings == told
    looked_again(desk.store, desk.work, article, topic)
    undo(desk)
    assert desk.page(article).rewordings == told


def test_of_merged_topics_the_one_that_is_gone_is_named(desk) -> None:
    kept, gone, article = topic_of(desk), topic_of(desk, "brexit", wording=BEFORE), desk.article()
    toward(desk, article, gone)
    topics.merge(desk.store, desk.work, gone, into=kept)
    assert desk.page(article).rewordings == (Rewording(kept, {"de": "eu"}, BEFORE, merged=True),)


def test_another_meaning_kind_and_digit_are_one_step(desk) -> None:
    topic, article = topic_of(desk, wording=BEFORE), desk.article()
    toward(desk, article, topic)
    is_undone_and_redone(desk, lambda: reword(desk, topic, THEN, kind="claim", digit=4, definition="Art. 50"))
    changed = book(desk)[topic]
    assert (changed.wording, changed.kind, changed.digit) == (THEN, "claim", 4)
    assert changed.definition == "Art. 50"
    assert desk.page(article).rewordings == (Rewording(topic, THEN, BEFORE),)
