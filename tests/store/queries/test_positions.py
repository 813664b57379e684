"""Who stands where: stances with their holders and targets by name, and where they show."""

from typing import Any

from store.operations import actors, people, stances, topics
from store.queries.positions import positions, quotes
from store.values import Holder


def test_a_holder_is_named_by_its_actor_else_by_its_words_else_by_its_kind(desk: Any) -> None:
    article = desk.article()
    store, work = desk.store, desk.work
    topic = topics.add(store, work, key="eu", kind="issue", wording={"de": "EU"}).entry
    add = lambda **more: stances.add(store, work, article, **more)  # noqa: E731
    add(holder=Holder("span"), holder_range=desk.place(article, "Putin", 1), label="FAVOR", topic_id=topic)
    add(
        holder=Holder("span"),
        holder_range=desk.place(article, "Der Kreml-Sprecher"),
        label="AGAINST",
        target_range=desk.place(article, "die EU"),
    )
    add(holder=Holder("author"), label="NEUTRAL", topic_id=topic, level="article")
    putin = desk.place(article, "Putin", 1)
    spans = [it.id for it in desk.page(article).spans if (it.start, it.end) == putin]
    actors.add(store, work, name="Wladimir Putin", spans=spans)
    with store.read() as conn:
        found = positions(conn, work)
    assert [(it.holder, it.label, it.topic, it.target) for it in found] == [
        ("Wladimir Putin", "FAVOR", topic, None),
        ("Der Kreml-Sprecher", "AGAINST", None, "die EU"),
        (None, "NEUTRAL", topic, None),
    ]


def test_one_article_or_all_and_one_person_or_everyone(desk: Any) -> None:
    store, work = desk.store, desk.work
    topic = topics.add(store, work, key="eu", kind="issue", wording={"de": "EU"}).entry
    for text in ("Putin sprach.", "Putin schwieg."):
        article = desk.article(text)
        stances.add(store, work, article, holder=Holder("author"), label="FAVOR", topic_id=topic)
    bea = people.join(store, "bea")
    with store.read() as conn:
        assert len(positions(conn, work)) == 2
        assert [it.article for it in positions(conn, work, article=article)] == [article]
        assert positions(conn, bea) == ()
        assert len(positions(conn, bea, everyone=True)) == 2


def test_evidence_comes_with_its_article_in_the_order_asked_for(desk: Any) -> None:
    store, work = desk.store, desk.work
    topic = topics.add(store, work, key="eu", kind="issue", wording={"de": "EU"}).entry
    article = desk.article("Putin\nsprach. Er schwieg.", title="Titel")
    by_author = {"holder": Holder("author"), "label": "FAVOR", "topic_id": topic}
    made = [stances.add(store, work, article, **by_author).stance for _ in "ab"]
    stances.set_parts(store, work, made[0], role="evidence", ranges=[(0, 5), (6, 12)])
    with store.read() as conn:
        second, first = quotes(conn, [made[1], made[0]])
    assert (first.words, first.title, first.marked) == ("Putin … sprach", "Titel", True)
    assert (first.start, first.end) == (0, 5)
    assert (second.words, second.start) == ("", None)
