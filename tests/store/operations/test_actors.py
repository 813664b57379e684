"""Actors of the codebook: added from a span, renamed, ordered under others, merged as one step."""

from typing import Any

import pytest
from sqlalchemy import update

from store.errors import MergeImpossible, NotFound
from store.operations import actors, spans, stances, topics
from store.queries import codebook
from store.tables import core as t
from store.values import Holder
from tests.store.steps import is_undone_and_redone


@pytest.fixture
def article(desk) -> int:
    return desk.article()


def span_of(desk: Any, article: int, word: str, *, nth: int = 0, work: Any = None) -> int:
    start, end = desk.place(article, word, nth)
    return spans.add(desk.store, work or desk.work, article, start=start, end=end, label="PER").span


def actor_of(desk: Any, name: str, **fields: Any) -> int:
    return actors.add(desk.store, desk.work, name=name, **fields).entry


def book(desk: Any) -> dict[str, Any]:
    with desk.store.read() as conn:
        return {actor.name: actor for actor in codebook.actors(conn)}


def test_an_actor_is_made_from_a_span_in_one_step(desk, article: int) -> None:
    span = span_of(desk, article, "Wladimir Putin")
    is_undone_and_redone(
        desk, lambda: actors.add(desk.store, desk.work, name="Wladimir Putin", type="PER", spans=[span])
    )
    assert desk.page(article).spans[0].actor_id == book(desk)["Wladimir Putin"].id


def test_spans_are_linked_together(desk, article: int) -> None:
    putin = actor_of(desk, "Wladimir Putin")
    both = [span_of(desk, article, "Putin", nth=1), span_of(desk, article, "Wladimir Putin")]
    is_undone_and_redone(desk, lambda: actors.link(desk.store, desk.work, both, putin))
    assert {span.actor_id for span in desk.page(article).spans} == {putin}
    actors.link(desk.store, desk.work, both[:1], None)
    assert [span.actor_id for span in desk.page(article).spans] == [putin, None]
    with pytest.raises(NotFound):
        actors.link(desk.store, desk.work, both, 99)
    with pytest.raises(NotFound):
        actors.link(desk.store, desk.colleague(), both, putin)


def test_a_new_name_keeps_the_old_one_as_an_alias(desk) -> None:
    kreml = actor_of(desk, "Kreml", aliases=("Moskau",))
    actors.change(desk.store, desk.work, kreml, name="Russland", external_ids={"wikidata": "Q159"})
    assert (book(desk)["Russland"].aliases, book(desk)["Russland"].external_ids) == (
        ("Moskau", "Kreml"),
        {"wikidata": "Q159"},
    )
    actors.change(desk.store, desk.work, kreml, name="Kreml", aliases=("Moskau",))
    assert book(desk)["Kreml"].aliases == ("Moskau",)


def test_nobody_is_above_himself(desk) -> None:
    russia = actor_of(desk, "Russland")
    kreml = actor_of(desk, "Kreml", parent_id=russia)
    peskow = actor_of(desk, "Peskow", parent_id=kreml)
    with pytest.raises(MergeImpossible):
        actors.change(desk.store, desk.work, russia, parent_id=peskow)


def test_merging_moves_every_reference_of_everybody_in_one_step(desk, article: int) -> None:
    kept = actor_of(desk, "Kreml", external_ids={"wikidata": "Q133274"})
    gone = actor_of(desk, "Moskau", aliases=("die Regierung in Moskau",), external_ids={"gnd": "1"})
    child = actor_of(desk, "Peskow", parent_id=gone)
    topics.add(desk.store, desk.work, key="m", kind="actor", wording={"de": "Moskau"}, actor_id=gone)
    bela, second = desk.colleague(), desk.article("Moskau schweigt. Und Putin?")
    span = span_of(desk, article, "Moskau")
    theirs = span_of(desk, second, "Moskau", work=bela)
    for work, one in ((desk.work, span), (bela, theirs)):
        actors.link(desk.store, work, [one], gone)
    stance = stances.add(
        desk.store, desk.work, article, holder=Holder("actor", actor=gone), label="FAVOR", target_actor=gone
    ).stance
    stances.change(desk.store, desk.work, stance, via_actor=gone)
    is_undone_and_redone(desk, lambda: actors.merge(desk.store, desk.work, gone, into=kept))
    (mine,), (told,) = desk.page(article).spans, desk.page(article).stances
    assert (mine.actor_id, told.holder_actor, told.target_actor, told.via_actor) == (kept,) * 4
    assert desk.page(second, work=bela).spans[0].actor_id == kept
    assert set(book(desk)) == {"Kreml", "Peskow"}
    assert book(desk)["Kreml"].aliases == ("Moskau", "die Regierung in Moskau")
    assert book(desk)["Kreml"].external_ids == {"gnd": "1", "wikidata": "Q133274"}
    assert book(desk)["Peskow"].parent_id == kept
    with desk.store.read() as conn:
        assert codebook.topics(conn)[0].actor_id == kept
    for a, b in ((kept, kept), (gone, child), (child, gone)):
        with pytest.raises(MergeImpossible):
            actors.merge(desk.store, desk.work, a, into=b)


def test_an_actor_takes_the_place_of_the_parent_that_it_swallows(desk) -> None:
    top = actor_of(desk, "Staaten")
    parent = actor_of(desk, "Russland", parent_id=top)
    child = actor_of(desk, "Kreml", parent_id=parent)
    actors.merge(desk.store, desk.work, parent, into=child)
    assert book(desk)["Kreml"].parent_id == top


def test_an_actor_that_swallows_one_far_above_it_takes_its_place_and_nobody_goes_in_a_circle(desk) -> None:
    top = actor_of(desk, "Staaten")
    gone = actor_of(desk, "Russland", parent_id=top)
    between = actor_of(desk, "Regierung", parent_id=gone)
    kept = actor_of(desk, "Kreml", parent_id=between)
    is_undone_and_redone(desk, lambda: actors.merge(desk.store, desk.work, gone, into=kept))
    assert (book(desk)["Kreml"].parent_id, book(desk)["Regierung"].parent_id) == (top, kept)


def test_a_circle_that_is_there_ends_no_search(desk) -> None:
    one, two, other = (actor_of(desk, name) for name in ("A", "B", "C"))
    with desk.store.write() as conn:
        for row_id, parent in ((one, two), (two, one)):
            conn.execute(update(t.actor).where(t.actor.c.id == row_id).values(parent_id=parent))
    actors.change(desk.store, desk.work, other, parent_id=one)
    assert book(desk)["C"].parent_id == one
