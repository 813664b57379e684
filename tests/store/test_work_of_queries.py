"""What is read at each gesture costs the same however much was done before, counted in steps of SQLite."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, event, func, insert, select

from store import history
from store.queries import pages, queue
from store.recording import recording
from store.tables import core as t
from store.tables import now
from store.values import Work

FEW, MANY = 20, 600
READS: dict[str, Callable[[Connection, Work, int], object]] = {
    "what undo would do": lambda conn, work, _: history.undoable(conn, work),
    "what redo would do": lambda conn, work, _: history.redoable(conn, work),
    "one's last change": lambda conn, work, _: history.newest_of(conn, work),
    "the page": pages.page,
    "the next of a list": lambda conn, work, it: queue.next_open(conn, work, it, range(it, it + 3)),
    "the next of all": queue.next_open,
}


def work_of(conn: Connection, read: Callable[[], object]) -> int:
    """How many instructions SQLite's machine carries out for it."""
    done = 0

    def count() -> int:
        nonlocal done
        done += 1
        return 0

    driver: Any = conn.connection.driver_connection
    driver.set_progress_handler(count, 1)
    try:
        read()
    finally:
        driver.set_progress_handler(None, 1)
    return done


def finish(desk: Any, count: int) -> int:
    """As many articles that somebody has finished, a step each, and three new ones; the first of these."""
    who = {"annotator_id": desk.work.annotator_id}
    with desk.store.write() as conn:
        last = conn.execute(select(func.coalesce(func.max(t.article.c.id), 0))).scalar_one()
        ids = range(last + 1, last + count + 4)
        row = {"title": "", "text": "x", "sha256": "0" * 64, "attrs": {}}
        conn.execute(insert(t.article), [{"id": it, "key": str(it), **row} for it in ids])
        done = ids[:-3]
        reading = {"round_id": desk.work.round_id, "status": "done", **who}
        conn.execute(insert(t.annotation_set), [{"article_id": it, **reading} for it in done])
        step = {"at": now(), "operation": "article.finish", "patch": [], **who}
        steps = [{"id": it, "step": it, "article_id": it, **step} for it in done]
        conn.execute(insert(t.change), steps)
    return ids[-3]


@pytest.mark.parametrize("name", READS)
def test_what_a_gesture_reads_costs_the_same_after_many_steps(desk, name: str) -> None:
    costs: list[int] = []
    for count in (FEW, MANY):
        article = finish(desk, count)
        with desk.store.read() as conn:
            READS[name](conn, desk.work, article)  # what is prepared once is prepared now
            costs.append(work_of(conn, lambda it=article: READS[name](conn, desk.work, it)))
    assert costs[0] > 0
    assert costs[1] < costs[0] + FEW


def test_what_undo_would_do_is_known_without_what_it_would_write(desk) -> None:
    with recording(desk.store, desk.work, "topic.add") as step:
        step.insert(t.topic, uid="u", key="k", kind="issue", wording={"de": "x" * 10_000})
    asked: list[str] = []
    note = lambda *args: asked.append(args[2])  # noqa: E731
    with desk.store.read() as conn:
        event.listen(conn, "before_cursor_execute", note)
        head = history.undoable(conn, desk.work)
    assert head is not None
    assert head.operation == "topic.add"
    assert len(asked) == 2
    assert not any("patch" in it for it in asked)
