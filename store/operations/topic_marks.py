"""What a reading says of a topic beside its stances: *no stance found*, and *looked at again*.

No stance found is an answer of its own, never NEUTRAL: it says that somebody looked. A stance toward the
topic takes it back, in the same step.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, func, select, union

from store.database import Store
from store.errors import StancesThere
from store.operations.reading import Reading, open_reading, require
from store.recording import Recorder, recording
from store.tables import core as t
from store.values import Touched, Work
from store.vocabulary import TopicMarkKind

SetHere = tuple[int, int]
"""A set and its article (row ids)."""


def answer_none(store: Store, work: Work, article_id: int, topic_id: int) -> Touched:
    """Say that the article takes no stance toward a topic.

    Raises StancesThere while the reading has stances toward it; NotFound, SetClosed.
    """
    with recording(store, work, "topic.answer_none") as step:
        require(step.conn, "topic", topic_id)
        reading = open_reading(step, work, article_id)
        c = t.stance.c
        toward = select(func.count()).where(c.set_id == reading.set_id, c.topic_id == topic_id)
        if count := step.conn.execute(toward).scalar_one():
            raise StancesThere(topic=topic_id, count=count)
        mark(step, [(reading.set_id, article_id)], topic_id, "none")
    return step.touched()


def withdraw_none(store: Store, work: Work, article_id: int, topic_id: int) -> Touched:
    """Take back the answer that no stance was found. Raises NotFound, SetClosed."""
    return _unmark(store, work, article_id, topic_id, operation="topic.withdraw_none", kind="none")


def looked_again(store: Store, work: Work, article_id: int, topic_id: int) -> Touched:
    """Say that the reading holds for the topic as it is worded now. Raises NotFound, SetClosed."""
    return _unmark(store, work, article_id, topic_id, operation="topic.looked_again", kind="look_again")


def _unmark(
    store: Store, work: Work, article_id: int, topic_id: int, *, operation: str, kind: TopicMarkKind
) -> Touched:
    with recording(store, work, operation) as step:
        require(step.conn, "topic", topic_id)
        unmark(step, open_reading(step, work, article_id), topic_id, kind)
    return step.touched()


def unmark(step: Recorder, reading: Reading, topic_id: int | None, kind: TopicMarkKind) -> None:
    """Remove a reading's mark on a topic, if there is one."""
    mark_id = None if topic_id is None else _mark_id(step.conn, reading.set_id, topic_id, kind)
    if mark_id is not None:
        step.delete(t.topic_mark, mark_id)


def mark(step: Recorder, sets: Iterable[SetHere], topic_id: int, kind: TopicMarkKind) -> None:
    """Mark a topic in sets; those that have the mark keep it."""
    c = t.topic_mark.c
    marked = set(step.conn.scalars(select(c.set_id).where(c.topic_id == topic_id, c.mark == kind)))
    for set_id, article_id in sets:
        if set_id not in marked:
            step.article_id = article_id
            step.insert(t.topic_mark, set_id=set_id, topic_id=topic_id, mark=kind)


def sets_with(conn: Connection, topic_id: int) -> list[SetHere]:
    """The sets of people and of the gold standard that say something of a topic: a stance, or that there is
    none."""
    stance, marks = t.stance.c, t.topic_mark.c
    saying = union(
        select(stance.set_id).where(stance.topic_id == topic_id),
        select(marks.set_id).where(marks.topic_id == topic_id, marks.mark == "none"),
    )
    s = t.annotation_set.c
    sets = (
        select(s.id, s.article_id)
        .join(t.annotator, t.annotator.c.id == s.annotator_id)
        .where(s.id.in_(saying), t.annotator.c.kind != "model")
    )
    return [(row.id, row.article_id) for row in conn.execute(sets.order_by(s.article_id, s.id))]


def _mark_id(conn: Connection, set_id: int, topic_id: int, kind: TopicMarkKind) -> int | None:
    c = t.topic_mark.c
    same = (c.set_id == set_id, c.topic_id == topic_id, c.mark == kind)
    return conn.execute(select(c.id).where(*same)).scalar()
