"""What waits on the lanes while a project closes never opens its store again."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.gui.jobs import Jobs, Lane, Urgency
from desktop.gui.model_worker import Answer, ModelWorker
from desktop.gui.preparing import Preparing
from desktop.gui.project import Project
from desktop.gui.reading import read_progress
from desktop.gui.workbench import Workbench
from store.values import PredictedSpan

MOMENT = 0.3
"""Seconds that something which must wait is given to come too early."""


@pytest.fixture
def held(jobs: Jobs) -> list[threading.Event]:
    """Both lanes do nothing until these are set."""
    gates = [threading.Event(), threading.Event()]
    for lane, gate in zip((jobs.writing, jobs.reading), gates, strict=True):
        lane.submit(gate.wait)
    return gates


def is_open(project: Project) -> bool:
    """Whether anything has connected to the store since it was closed."""
    return bool(project.store.engine.pool.checkedin()) or Path(f"{project.path}-wal").exists()


def run_out(lane: Lane) -> None:
    lane.submit(lambda: None, Urgency.BULK).result()


def test_an_answer_of_the_model_that_waits_is_dropped(
    workbench: Workbench, jobs: Jobs, held: list[threading.Event], make_worker: Callable[..., ModelWorker]
) -> None:
    worker, project = make_worker(), workbench.project
    assert project is not None
    Preparing(workbench, worker, jobs, workbench)
    worker.answered.emit(Answer(1, "names", "1", "names", [PredictedSpan(4, 9, "LOC")]))
    workbench.close_project()
    for gate in held:
        gate.set()
    run_out(jobs.writing)
    assert not is_open(project)


def test_what_is_read_ahead_is_not_read_any_more(
    workbench: Workbench, jobs: Jobs, held: list[threading.Event], make_worker: Callable[..., ModelWorker]
) -> None:
    project = workbench.project
    assert project is not None
    Preparing(workbench, make_worker(), jobs, workbench)
    workbench.queue.listed.emit(None)
    workbench.close_project()
    for gate in held:
        gate.set()
    run_out(jobs.reading)
    run_out(jobs.writing)
    assert not is_open(project)


def test_a_store_is_closed_after_what_is_being_read(workbench: Workbench, jobs: Jobs) -> None:
    project = workbench.project
    assert project is not None
    begun, closed, order = threading.Event(), threading.Event(), []
    close = project.store.close

    def note_close() -> None:
        close()
        order.append("closed")
        closed.set()

    def read_twice(it: Project) -> None:
        read_progress(it)
        begun.set()
        closed.wait(MOMENT)
        read_progress(it)
        order.append("read")

    project.store.close = note_close
    workbench.read(read_twice, lambda _: None)
    begun.wait()
    workbench.close_project()
    run_out(jobs.writing)
    run_out(jobs.reading)
    assert order == ["read", "closed"]
    assert not is_open(project)
