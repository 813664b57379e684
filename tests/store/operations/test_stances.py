"""Who takes which side toward what."""

import pytest

from store.errors import LabelUnknown, NotFound, SpanCrosses, SpanOutsideText, TargetMissing
from store.operations import actors, comments, spans, stances, topics
from store.queries import codebook as codebook_queries
from store.values import Holder, StancePart


@pytest.fixture
def article(desk) -> int:
    return desk.article()


@pytest.fixture
def topic(desk) -> int:
    topics.add(desk.store, desk.work, key="eu", kind="issue", wording={"de": "EU-Beitritt"}, digit=1)
    with desk.store.read() as conn:
        return codebook_queries.topics(conn)[0].id


def stance_of(desk, article: int, **how: object) -> int:
    how = {"holder": Holder("author"), "label": "FAVOR"} | how
    return stances.add(desk.store, desk.work, article, **how).stance


def test_the_author_takes_a_side_on_a_topic(desk, article: int, topic: int) -> None:
    stance_id = stance_of(desk, article, topic_id=topic, evidence=(0, 47))
    (stance,) = desk.page(article).stances
    assert (stance.id, stance.holder_kind, stance.label, stance.topic) == (
        stance_id,
        "author",
        "FAVOR",
        topic,
    )
    assert stance.parts == (StancePart("evidence", 0, 0, 47, "default"),)
    assert stance.explicit is stance.intensity is stance.attribution is None


def test_a_suggestion_is_accepted_in_the_same_step(desk, article: int, topic: int) -> None:
    putin, eu = desk.suggest(article, ("Wladimir Putin", "PER"), ("EU", "ORG"))
    holder = Holder("span", suggestion=putin)
    touched = stances.add(
        desk.store, desk.work, article, holder=holder, label="AGAINST", topic_id=topic, target_suggestion=eu
    )
    assert touched.nouns == {"annotation_set", "span", "stance", "scheme_version"}
    page = desk.page(article)
    assert desk.spans(article) == {"Wladimir Putin": "PER", "EU": "ORG"}
    assert [page.stances[0].holder_span, page.stances[0].target_span] == [span.id for span in page.spans]
    assert page.suggestions == ()


def test_a_range_becomes_a_mention_unless_a_span_is_there(desk, article: int) -> None:
    start, end = desk.place(article, "EU")
    eu = spans.add(desk.store, desk.work, article, start=start, end=end, label="ORG").span
    stance_of(
        desk,
        article,
        holder=Holder("span"),
        holder_range=desk.place(article, "Der Kreml-Sprecher"),
        target_range=(start, end),
    )
    assert desk.spans(article) == {"Der Kreml-Sprecher": None, "EU": "ORG"}
    assert desk.page(article).stances[0].target_span == eu


def test_a_stance_needs_a_target(desk, article: int) -> None:
    with pytest.raises(TargetMissing):
        stance_of(desk, article)
    assert desk.page(article).set is None


@pytest.mark.parametrize(
    "how",
    [
        {"topic_id": 99},
        {"target_actor": 99},
        {"target_span": 99},
        {"target_suggestion": 99},
        {"target_actor": 99, "holder": Holder("span")},
        {"target_actor": 99, "holder": Holder("actor")},
    ],
)
def test_ends_have_to_exist(desk, article: int, how: dict[str, object]) -> None:
    with pytest.raises(NotFound):
        stance_of(desk, article, **how)


def test_an_end_lies_in_the_same_reading(desk, article: int, topic: int) -> None:
    other = desk.article()
    start, end = desk.place(other, "EU")
    strange = spans.add(desk.store, desk.work, other, start=start, end=end, label="ORG").span
    with pytest.raises(NotFound):
        stance_of(desk, article, target_span=strange)


def test_a_label_has_to_be_one_for_stances(desk, article: int, topic: int) -> None:
    with pytest.raises(LabelUnknown):
        stance_of(desk, article, label="PER", topic_id=topic)


def test_a_step_that_fails_accepts_nothing(desk, article: int) -> None:
    (putin,) = desk.suggest(article, ("Wladimir Putin", "PER"))
    with pytest.raises(TargetMissing):
        stance_of(desk, article, holder=Holder("span", suggestion=putin))
    assert desk.page(article).set is None
    start, end = desk.place(article, "Putin traf")
    spans.add(desk.store, desk.work, article, start=start, end=end, label="ORG")
    with pytest.raises(SpanCrosses):
        stance_of(desk, article, target_suggestion=putin)
    assert desk.page(article).stances == ()


def test_fields_are_changed_one_by_one_or_together(desk, article: int, topic: int) -> None:
    stance_id = stance_of(desk, article, topic_id=topic)
    stances.change(desk.store, desk.work, stance_id, label="AGAINST")
    stances.change(
        desk.store,
        desk.work,
        stance_id,
        explicit=False,
        intensity=2,
        form="act",
        attribution="author",
        sarcasm=True,
    )
    (stance,) = desk.page(article).stances
    assert (stance.label, stance.explicit, stance.intensity, stance.form) == ("AGAINST", False, 2, "act")
    stances.change(desk.store, desk.work, stance_id, explicit=None)
    assert desk.page(article).stances[0].explicit is None


def test_holder_and_target_change_places(desk, article: int) -> None:
    a, b = desk.place(article, "Wladimir Putin"), desk.place(article, "EU")
    stance_id = stance_of(desk, article, holder=Holder("span"), holder_range=a, target_range=b)
    old = desk.page(article).stances[0]
    holder = Holder("span", span=old.target_span)
    stances.change(desk.store, desk.work, stance_id, holder=holder, target_span=old.holder_span)
    new = desk.page(article).stances[0]
    assert (new.holder_span, new.target_span) == (old.target_span, old.holder_span)
    stances.change(desk.store, desk.work, stance_id, holder=Holder("outlet"))
    new = desk.page(article).stances[0]
    assert (new.holder_kind, new.holder_span) == ("outlet", None)


def test_an_actor_without_a_mention_holds_and_is_a_target(desk, article: int) -> None:
    actors.add(desk.store, desk.work, name="NATO", type="organisation")
    with desk.store.read() as conn:
        nato = codebook_queries.actors(conn)[0].id
    stance_id = stance_of(desk, article, holder=Holder("actor", actor=nato), target_actor=nato)
    stances.change(desk.store, desk.work, stance_id, via_actor=nato)
    (stance,) = desk.page(article).stances
    assert (stance.holder_actor, stance.target_actor, stance.via_actor) == (nato, nato, nato)


def test_the_last_target_cannot_be_taken_away(desk, article: int, topic: int) -> None:
    stance_id = stance_of(desk, article, topic_id=topic)
    with pytest.raises(TargetMissing):
        stances.change(desk.store, desk.work, stance_id, topic=None)
    stances.change(desk.store, desk.work, stance_id, topic=None, target_range=desk.place(article, "EU"))
    assert desk.page(article).stances[0].topic is None


def test_an_unknown_field_is_a_mistake(desk, article: int, topic: int) -> None:
    stance_id = stance_of(desk, article, topic_id=topic)
    with pytest.raises(TypeError):
        stances.change(desk.store, desk.work, stance_id, mood="bad")


def test_marked_evidence_replaces_the_default(desk, article: int, topic: int) -> None:
    stance_id = stance_of(desk, article, topic_id=topic, evidence=(0, 47))
    stances.set_parts(desk.store, desk.work, stance_id, role="evidence", ranges=[(60, 70), (0, 5), (0, 5)])
    stances.set_parts(desk.store, desk.work, stance_id, role="cue", ranges=[(64, 69)])
    assert desk.page(article).stances[0].parts == (
        StancePart("evidence", 0, 0, 5, "marked"),
        StancePart("evidence", 1, 60, 70, "marked"),
        StancePart("cue", 0, 64, 69, "marked"),
    )
    with pytest.raises(SpanOutsideText):
        stances.set_parts(desk.store, desk.work, stance_id, role="cue", ranges=[(0, 1), (0, 10_000)])
    assert len(desk.page(article).stances[0].parts) == 3


def test_a_deleted_stance_leaves_its_ends_and_comments(desk, article: int) -> None:
    target = desk.place(article, "EU")
    stance_id = stance_of(desk, article, target_range=target, evidence=(0, 47))
    comments.add(desk.store, desk.work, article, text="Ironie?", stance_id=stance_id)
    stances.delete(desk.store, desk.work, stance_id)
    page = desk.page(article)
    assert page.stances == ()
    assert desk.spans(article) == {"EU": None}
    assert [(comment.text, comment.stance_id) for comment in page.comments] == [("Ironie?", None)]


def test_somebody_elses_stance_is_not_found(desk, article: int, topic: int) -> None:
    stance_id, bela = stance_of(desk, article, topic_id=topic), desk.colleague()
    with pytest.raises(NotFound):
        stances.change(desk.store, bela, stance_id, label="AGAINST")
    with pytest.raises(NotFound):
        stances.delete(desk.store, bela, stance_id)
