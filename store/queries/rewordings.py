"""Which topics mean something else since a reading spoke of them, and what they meant then.

A mark does not say why it was made; the change log does: the step that added it also made a scheme version.
"""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from store.tables import core as t
from store.values import Json, Rewording

_MARKING = ("topic.reword", "topic.merge")
"""Operations that mark sets to be looked at again."""


def rewordings(conn: Connection, set_id: int, article_id: int) -> tuple[Rewording, ...]:
    """The topics to look at again in a set of an article, in the order in which they were marked."""
    mark, topic = t.topic_mark.c, t.topic.c
    marks = (
        select(mark.id, mark.topic_id, topic.wording)
        .join(t.topic, topic.id == mark.topic_id)
        .where(mark.set_id == set_id, mark.mark == "look_again")
    )
    reasons = _reasons(conn, article_id)
    return tuple(
        Rewording(row.topic_id, row.wording, *_before(conn, reasons.get(row.id, {})))
        for row in conn.execute(marks.order_by(mark.id)).all()
    )


def _reasons(conn: Connection, article_id: int) -> dict[int, Json]:
    """For the marks of an article that a change of a topic made: what changed, as its scheme version says."""
    c = t.change.c
    here = select(c.step, c.patch).where(c.article_id == article_id, c.operation.in_(_MARKING))
    steps = {
        row_id: row.step
        for row in conn.execute(here).all()
        for block in _added(row.patch, "topic_mark")
        for row_id in block["ids"]
    }
    beyond = select(c.step, c.patch).where(c.step.in_(set(steps.values())), c.article_id.is_(None))
    because = {
        row.step: content["because"]
        for row in conn.execute(beyond).all()
        for block in _added(row.patch, "scheme_version")
        for content in [dict(zip(block["columns"], block["after"][0], strict=True))["content"]]
    }
    return {row_id: because.get(step, {}) for row_id, step in steps.items()}


def _added(patch: list[Json], table: str) -> Iterator[Json]:
    """The blocks (`store.recording.Block`) of rows that a step added to a table."""
    return (block for block in patch if block["table"] == table and block.get("before") is None)


def _before(conn: Connection, because: Json) -> tuple[dict[str, str], bool]:
    """The wording before, and whether that was of a topic merged away."""
    if "merged" in because:
        gone = select(t.topic.c.wording).where(t.topic.c.key == because["merged"])
        return conn.execute(gone).scalar() or {}, True
    return because.get("before", {}), False
