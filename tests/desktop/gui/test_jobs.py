"""Lanes run the urgent first, hand results to the window's thread, and end."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.jobs import Jobs, Lane, Urgency


def test_a_gesture_is_run_before_the_bulk_work_that_waited_longer() -> None:
    lane, gate, order = Lane("test"), threading.Event(), list[str]()
    lane.submit(gate.wait)
    for number in range(3):
        lane.submit(lambda number=number: order.append(f"bulk {number}"), Urgency.BULK)
    last = lane.submit(lambda: order.append("bulk 3"), Urgency.BULK)
    lane.submit(lambda: order.append("gesture"), Urgency.GESTURE)
    gate.set()
    last.result(timeout=5)
    lane.close()
    assert order == ["gesture", "bulk 0", "bulk 1", "bulk 2", "bulk 3"]


def test_gestures_that_wait_are_carried_out_when_a_lane_closes_and_bulk_work_is_dropped() -> None:
    lane, gate, done = Lane("test"), threading.Event(), list[str]()
    lane.submit(gate.wait)
    bulk = lane.submit(lambda: done.append("bulk"), Urgency.BULK)
    lane.submit(lambda: done.append("gesture"))
    threading.Timer(0.05, gate.set).start()
    lane.close()
    assert done == ["gesture"]
    assert bulk.cancelled()


def test_results_and_errors_come_back_on_the_thread_of_the_window(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[tuple[str, Any, threading.Thread]] = []

    def telling(kind: str) -> Callable[[Any], None]:
        return lambda value: told.append((kind, value, threading.current_thread()))

    jobs.start(jobs.reading, lambda: 1 + 1, done=telling("done"), failed=telling("failed"))
    jobs.start(jobs.writing, lambda: 1 // 0, done=telling("done"), failed=telling("failed"))
    qtbot.waitUntil(lambda: len(told) == 2, timeout=30_000)
    kinds = {kind: value for kind, value, _ in told}
    assert kinds["done"] == 2
    assert isinstance(kinds["failed"], ZeroDivisionError)
    assert {thread for _, _, thread in told} == {threading.main_thread()}


def test_nothing_is_delivered_after_closing(qtbot: QtBot) -> None:
    jobs, told = Jobs(), list[int]()
    jobs.start(jobs.reading, lambda: 1, done=told.append, failed=pytest.fail)
    jobs.close()
    qtbot.wait(20)
    assert told == []
