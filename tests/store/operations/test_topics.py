"""Topics through their life: proposed, adopted, reworded, merged; and the answer that none was found."""

from typing import Any

import pytest

from store import history
from store.errors import KeyTaken, MergeImpossible, NotFound, StancesThere
from store.operations import stances, topics
from store.operations.topic_marks import answer_none, looked_again, withdraw_none
from store.queries import codebook
from store.tables import core as t
from store.values import Holder, TopicMark
from tests.store.steps import is_undone_and_redone


def topic_of(desk: Any, key: str = "eu", **fields: Any) -> int:
    how = {"kind": "issue", "wording": {"de": key}} | fields
    return topics.add(desk.store, desk.work, key=key, **how).entry


def toward(desk: Any, article: int, topic: int, *, work: Any = None) -> int:
    return stances.add(
        desk.store, work or desk.work, article, holder=Holder("author"), label="FAVOR", topic_id=topic
    ).stance


def book(desk: Any) -> dict[int, Any]:
    with desk.store.read() as conn:
        return {topic.id: topic for topic in codebook.topics(conn)}


def versions(desk: Any) -> list[Any]:
    with desk.store.read() as conn:
        return list(conn.execute(t.scheme_version.select().order_by(t.scheme_version.c.number)))


def test_a_name_makes_a_proposed_topic_and_the_lead_adopts_it(desk) -> None:
    first, second = (
        topics.add(desk.store, desk.work, kind="issue", wording={"de": name}, status="proposed").entry
        for name in ("Öl & Gas", "Öl + Gas")
    )
    assert [(it.key, it.status) for it in book(desk).values()] == [
        ("ol-gas", "proposed"),
        ("ol-gas-2", "proposed"),
    ]
    adopted = {"status": "active", "digit": 3}
    is_undone_and_redone(desk, lambda: topics.change(desk.store, desk.work, first, **adopted))
    assert (book(desk)[first].status, book(desk)[first].digit) == ("active", 3)
    with pytest.raises(KeyTaken):
        topics.change(desk.store, desk.work, second, **adopted)


def test_a_sub_topic_is_never_above_itself(desk) -> None:
    west = topic_of(desk, "west")
    eu = topic_of(desk, "eu", parent_id=west)
    with pytest.raises(MergeImpossible):
        topics.change(desk.store, desk.work, west, parent_id=eu)
    with pytest.raises(MergeImpossible):
        topics.change(desk.store, desk.work, west, parent_id=west)


def test_spelling_keeps_the_scheme_version_and_rewording_makes_a_new_one(desk) -> None:
    topic, article = topic_of(desk), desk.article()
    toward(desk, article, topic)
    topics.change(desk.store, desk.work, topic, wording={"de": "EU-Beitritt"})
    assert len(versions(desk)) == 1
    is_undone_and_redone(
        desk, lambda: topics.reword(desk.store, desk.work, topic, wording={"de": "EU-Austritt"})
    )
    old, new = versions(desk)
    assert old.content["topics"][0]["wording"] == {"de": "eu"}, "as it was when work began"
    assert new.frozen_at is None
    assert new.content == {
        "because": {"reworded": "eu", "before": {"de": "EU-Beitritt"}, "after": {"de": "EU-Austritt"}}
    }
    with desk.store.read() as conn:
        assert conn.execute(t.round_.select()).one().scheme_version_id == new.id


def test_a_scheme_that_nobody_has_used_is_simply_reworded(desk) -> None:
    topics.reword(desk.store, desk.work, topic_of(desk), wording={"de": "EU-Austritt"})
    assert [version.number for version in versions(desk)] == [1]


def test_the_first_touch_freezes_the_scheme_as_a_part_of_its_step(desk) -> None:
    topic, article = topic_of(desk), desk.article()
    assert versions(desk)[0].frozen_at is None
    is_undone_and_redone(desk, lambda: toward(desk, article, topic))
    (version,) = versions(desk)
    assert version.frozen_at is not None
    assert [it["key"] for it in version.content["topics"]] == ["eu"]
    assert {it["code"] for it in version.content["label_sets"][-1]["labels"]} == {
        "FAVOR",
        "AGAINST",
        "NEUTRAL",
    }
    topic_of(desk, "later")
    toward(desk, desk.article(), topic)
    assert versions(desk) == [version], "it is frozen once"


def test_rewording_marks_the_sets_to_look_at_again_whoever_made_them(desk) -> None:
    topic, other, article, second = topic_of(desk), topic_of(desk, "nato"), desk.article(), desk.article()
    toward(desk, article, topic)
    answer_none(desk.store, desk.work, second, topic)
    bela = desk.colleague()
    toward(desk, article, topic, work=bela)
    toward(desk, second, other, work=bela)
    topics.reword(desk.store, desk.work, topic, wording={"de": "EU-Austritt"})
    marked = {
        (it, who): desk.page(it, work=who).topic_marks
        for it in (article, second)
        for who in (desk.work, bela)
    }
    again = (TopicMark(topic, "look_again"),)
    assert marked[article, desk.work] == marked[article, bela] == again
    assert marked[second, desk.work] == (TopicMark(topic, "none"), *again)
    assert marked[second, bela] == ()
    is_undone_and_redone(desk, lambda: looked_again(desk.store, desk.work, article, topic))
    assert desk.page(article).topic_marks == ()
    assert desk.page(article, work=bela).topic_marks == (TopicMark(topic, "look_again"),)


def test_merging_topics_moves_everybodys_codings_in_one_step(desk) -> None:
    kept, article, second = topic_of(desk), desk.article(), desk.article()
    gone = topic_of(desk, "europa", digit=4)
    child = topic_of(desk, "beitritt", parent_id=gone)
    toward(desk, article, gone)
    bela = desk.colleague()
    toward(desk, article, gone, work=bela)
    answer_none(desk.store, desk.work, second, gone)
    is_undone_and_redone(desk, lambda: topics.merge(desk.store, desk.work, gone, into=kept))
    assert [desk.page(article, work=work).stances[0].topic for work in (desk.work, bela)] == [kept, kept]
    merged = book(desk)[gone]
    assert (merged.status, merged.digit, merged.merged_into_id) == ("retired", None, kept)
    assert book(desk)[child].parent_id == kept
    assert set(desk.page(second).topic_marks) == {TopicMark(kept, "none"), TopicMark(kept, "look_again")}


def test_merging_never_leaves_a_stance_beside_the_answer_that_there_is_none(desk) -> None:
    kept, gone, article = topic_of(desk), topic_of(desk, "europa"), desk.article()
    toward(desk, article, gone)
    answer_none(desk.store, desk.work, article, kept)
    topics.merge(desk.store, desk.work, gone, into=kept)
    assert desk.page(article).topic_marks == (TopicMark(kept, "look_again"),)


def test_what_cannot_be_merged_is_refused(desk) -> None:
    a, b, c = topic_of(desk, "a"), topic_of(desk, "b"), topic_of(desk, "c")
    with pytest.raises(MergeImpossible):
        topics.merge(desk.store, desk.work, a, into=a)
    with pytest.raises(NotFound):
        topics.merge(desk.store, desk.work, a, into=99)
    topics.merge(desk.store, desk.work, a, into=b)
    with pytest.raises(MergeImpossible):
        topics.merge(desk.store, desk.work, c, into=a)


def test_what_was_retired_or_merged_away_is_offered_again_as_a_topic_of_its_own(desk) -> None:
    first, second = topic_of(desk, "first"), topic_of(desk, "second")
    topics.retire(desk.store, desk.work, first)
    is_undone_and_redone(desk, lambda: topics.restore(desk.store, desk.work, first))
    assert book(desk)[first].status == "active"
    topics.merge(desk.store, desk.work, first, into=second)
    topics.restore(desk.store, desk.work, first)
    assert (book(desk)[first].status, book(desk)[first].merged_into_id) == ("active", None)
    topics.merge(desk.store, desk.work, second, into=first)


def test_a_topic_takes_the_place_of_the_parent_that_it_swallows(desk) -> None:
    top, parent = topic_of(desk, "top"), topic_of(desk, "parent")
    topics.change(desk.store, desk.work, parent, parent_id=top)
    child = topic_of(desk, "child", parent_id=parent)
    topics.merge(desk.store, desk.work, parent, into=child)
    assert book(desk)[child].parent_id == top


def test_no_stance_found_is_an_answer_of_its_own(desk) -> None:
    topic, article = topic_of(desk), desk.article()
    toward(desk, desk.article(), topic)  # the scheme is in use
    is_undone_and_redone(desk, lambda: answer_none(desk.store, desk.work, article, topic))
    assert desk.page(article).topic_marks == (TopicMark(topic, "none"),)
    assert desk.page(article).stances == ()
    answer_none(desk.store, desk.work, article, topic)
    assert len(desk.page(article).topic_marks) == 1, "said twice, it stands once"
    is_undone_and_redone(desk, lambda: withdraw_none(desk.store, desk.work, article, topic))
    assert desk.page(article).topic_marks == ()


def test_a_stance_toward_the_topic_withdraws_the_answer_and_undo_gives_it_back(desk) -> None:
    topic, other, article = topic_of(desk), topic_of(desk, "nato"), desk.article()
    answer_none(desk.store, desk.work, article, topic)
    stance = toward(desk, article, topic)
    assert desk.page(article).topic_marks == ()
    history.undo(desk.store, desk.work)
    assert desk.page(article).topic_marks == (TopicMark(topic, "none"),)
    stance = toward(desk, article, other)
    is_undone_and_redone(desk, lambda: stances.change(desk.store, desk.work, stance, topic=topic))
    assert desk.page(article).topic_marks == ()
    with pytest.raises(StancesThere):
        answer_none(desk.store, desk.work, article, topic)


def test_a_topic_that_swallows_one_far_above_it_takes_its_place_and_nothing_goes_in_a_circle(desk) -> None:
    top = topic_of(desk, "top")
    gone = topic_of(desk, "gone", parent_id=top)
    between = topic_of(desk, "between", parent_id=gone)
    kept = topic_of(desk, "kept", parent_id=between)
    topics.merge(desk.store, desk.work, gone, into=kept)
    assert (book(desk)[kept].parent_id, book(desk)[between].parent_id) == (top, kept)
