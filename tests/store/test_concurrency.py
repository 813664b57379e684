"""Several writers at once, and writers that are killed."""

import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import func, select

from store.checking import check
from store.database import open_store
from store.lane import Lane
from store.operations import runs, spans
from store.pace import LEAST
from store.tables import core as t
from store.values import PredictedSpan


def test_two_threads_write_and_nothing_is_lost(file_desk) -> None:
    article = file_desk.article("Ada " * 100)
    bela = file_desk.colleague()

    def annotate(work) -> None:
        for place in range(40):
            spans.add(file_desk.store, work, article, start=place * 4, end=place * 4 + 3, label="PER")

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(annotate, (file_desk.work, bela)))
    for work in (file_desk.work, bela):
        assert len(file_desk.page(article, work=work).spans) == 40
    with file_desk.store.read() as conn:
        steps = list(conn.scalars(select(t.change.c.step).order_by(t.change.c.id)))
    assert len(set(steps)) == 80
    assert list(check(file_desk.store)) == []


def test_a_gesture_gets_in_between_two_slices_of_a_bulk_write(file_desk) -> None:
    article = file_desk.article()
    ids = [file_desk.article() for _ in range(150)]
    committed: list[int] = []
    gesture = threading.Thread(
        target=lambda: spans.add(file_desk.store, file_desk.work, article, start=0, end=8, label="PER")
    )

    def items():
        for number, one in enumerate(ids):
            if number == 60:
                gesture.start()
                gesture.join(timeout=30)
                with file_desk.store.read() as conn:
                    committed.append(
                        conn.execute(select(func.count()).select_from(t.annotation_set)).scalar_one()
                    )
            yield one, [PredictedSpan(0, 8, "PER")]

    runs.store_run(file_desk.store, model="m", version="1", settings={}, items=items())
    assert LEAST < committed[0] <= 61
    assert file_desk.spans(article) == {"Wladimir": "PER"}


def test_the_lane_lets_waiting_gestures_go_before_bulk_work() -> None:
    lane, order = Lane(), list[str]()
    inside, go = threading.Event(), threading.Event()

    def write(name: str, bulk: bool) -> None:
        with lane.enter(bulk=bulk):
            order.append(name)
            if name == "first":
                inside.set()
                go.wait(30)

    threads = [threading.Thread(target=write, args=("first", False))]
    threads[0].start()
    inside.wait(30)
    for name, bulk in (("bulk", True), ("gesture", False)):
        thread = threading.Thread(target=write, args=(name, bulk))
        threads.append(thread)
        thread.start()
    while len(lane._turn._waiters) < 2:  # both are at the door
        go.wait(0.001)
    go.set()
    for thread in threads:
        thread.join()
    assert order == ["first", "gesture", "bulk"]


def test_the_lane_is_free_again_after_an_error() -> None:
    lane = Lane()
    with pytest.raises(ValueError, match="x"), lane.enter(bulk=False):
        raise ValueError("x")
    with lane.enter(bulk=True):
        pass


ANNOTATING = """
import sys
from store.database import open_store
from store.operations import spans
from store.queries.people import work_of

store = open_store(sys.argv[1])
with store.read() as conn:
    work = work_of(conn)
for place in range(10_000):
    spans.add(store, work, 1, start=place, end=place + 1, label="PER")
    print(place, flush=True)
"""


def test_a_killed_process_loses_at_most_the_gesture_in_flight(file_desk) -> None:
    article = file_desk.article("x" * 10_000)
    file_desk.store.close()
    command = [sys.executable, "-c", ANNOTATING, file_desk.store.target]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])
    assert child.stdout is not None
    reported = [int(child.stdout.readline()) for _ in range(25)]
    child.send_signal(signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
    reported += map(int, child.stdout.read().split())
    child.stdout.close()
    child.wait()
    file_desk.store = open_store(file_desk.store.target)
    kept = [span.start for span in file_desk.page(article).spans]
    assert kept[: len(reported)] == reported
    assert len(kept) <= len(reported) + 1
    assert list(check(file_desk.store)) == []
    with file_desk.store.read() as conn:
        assert conn.execute(select(func.count()).select_from(t.change)).scalar_one() == len(kept)


def test_two_processes_write_into_one_store(file_desk) -> None:
    article = file_desk.article("x" * 10_000)
    command = [sys.executable, "-c", ANNOTATING.replace("10_000", "20"), file_desk.store.target]
    bela = file_desk.colleague()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=Path(__file__).parents[2])
    for place in range(20):
        spans.add(file_desk.store, bela, article, start=place, end=place + 1, label="LOC")
    assert child.wait(60) == 0
    assert len(file_desk.page(article).spans) == len(file_desk.page(article, work=bela).spans) == 20
