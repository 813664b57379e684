"""Many texts through one worker: in their order, a few ahead, and none is lost with one that it dies over."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.nlp.client import AHEAD, WorkerClient
from desktop.nlp.errors import ModelBroken, WorkerDied

WORKER = Path(__file__).parents[1] / "gui" / "worker_of_names.py"


def client(*arguments: str) -> WorkerClient:
    """A worker that knows a few names, and ends over „Kreml“ if told to."""
    return WorkerClient("names", command=[sys.executable, str(WORKER), *arguments])


def found(running: WorkerClient, texts: list[str]) -> list[tuple[int, str]]:
    """For each article the words that were found in it, or that the worker ended over it."""
    return [
        (
            article,
            "died"
            if isinstance(spans, WorkerDied)
            else " ".join(texts[article][it.start : it.end] for it in spans),
        )
        for article, spans in running.predict_all(enumerate(texts))
    ]


def test_answers_come_in_the_order_of_the_texts() -> None:
    texts = [f"{number}: {name}" for number in range(30) for name in ("Putin", "Berlin", "")]
    with client() as running:
        answers = found(running, texts)
    assert answers == [(number, text.partition(": ")[2]) for number, text in enumerate(texts)]


def test_only_the_text_that_the_worker_ends_over_is_lost() -> None:
    with client("--dying") as running:
        answers = found(running, ["Putin", "Kreml", "Kreml", "Berlin", "Kreml"])
        assert answers == [(0, "Putin"), (1, "died"), (2, "died"), (3, "Berlin"), (4, "died")]
        assert found(running, ["Paris"]) == [(0, "Paris")]


def test_no_more_than_a_few_texts_are_taken_ahead() -> None:
    taken: list[int] = []

    def texts() -> Iterator[tuple[int, str]]:
        for number in range(100):
            taken.append(number)
            yield number, "Putin"

    with client() as running:
        for article, _ in running.predict_all(texts()):
            assert len(taken) <= article + AHEAD + 2


def test_texts_larger_than_a_pipe_holds_go_through() -> None:
    texts = ["Putin " * 40_000] * 4
    with client() as running:
        assert [len(answer) for _, answer in found(running, texts)] == [6 * 40_000 - 1] * 4


def test_a_model_that_does_not_load_is_said_at_once() -> None:
    with client("--broken") as running, pytest.raises(ModelBroken):
        found(running, ["Putin"])


def test_a_worker_counts_in_one_thread_unless_it_is_told_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    telling = "import os, pathlib, sys; pathlib.Path(sys.argv[1]).write_text(os.environ['OMP_NUM_THREADS'])"
    command = [sys.executable, "-c", telling, str(tmp_path / "told")]
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    for told in ("1", "3"):
        with WorkerClient("names", command=command) as running, pytest.raises(WorkerDied):
            running.predict("Berlin")
        assert (tmp_path / "told").read_text() == told
        monkeypatch.setenv("OMP_NUM_THREADS", "3")
