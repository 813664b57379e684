import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from desktop.nlp import client, pipelines, protocol, worker
from desktop.nlp.client import WorkerClient
from desktop.nlp.errors import ModelMissing, WorkerDied
from store.errors import LesartError
from store.values import PredictedSpan

START = "import sys; from desktop.nlp import worker; sys.exit(worker.main())"
COMMAND = [sys.executable, "-c", START]
TEXT = "Am Mittwoch traf Wladimir Putin in Moskau Vertreter der NATO."


class FakePipeline:
    name, version, language, labels = "toy", "1.0", "en", ("PER",)

    def predict(self, text: str) -> list[PredictedSpan]:
        if text == "crash":
            raise ZeroDivisionError("by zero")
        return [PredictedSpan(0, len(text), "PER")]

    def tokens(self, text: str) -> list[tuple[int, int]]:
        return [(0, len(text))]


@pytest.fixture
def answering() -> worker.Worker:
    return worker.Worker(load=lambda source, mapping, allow_code: FakePipeline())  # type: ignore[arg-type, return-value]


@pytest.fixture(scope="module")
def shared() -> Iterator[WorkerClient]:
    with WorkerClient("embedded:de", command=COMMAND) as running:
        yield running


def test_every_request_gets_the_reply_with_its_number(answering: worker.Worker) -> None:
    assert answering.answer(protocol.Load(1, "toy")) == protocol.Ready(1, "toy", "1.0", "en", ("PER",))
    assert answering.answer(protocol.Predict(2, "ab")) == protocol.Spans(2, (PredictedSpan(0, 2, "PER"),))
    assert answering.answer(protocol.Segment(3, "a b")) == protocol.Segments(
        3, "toy 1.0", ((0, 3),), ((0, 3),)
    )
    assert answering.answer(protocol.Identify(4, "?")) == protocol.Language(4, None)
    assert answering.answer(protocol.FindZones(5, "a")) == protocol.Zones(5, ())


def test_without_a_model_reading_fails_and_segmenting_follows_our_rules(answering: worker.Worker) -> None:
    assert answering.answer(protocol.Predict(1, "a")) == protocol.Failed(1, ModelMissing.code, {"name": ""})
    reply = answering.answer(protocol.Segment(2, "a-b", "en"))
    assert reply == protocol.Segments(2, "lesart-segmentation 1", ((0, 1), (1, 2), (2, 3)), ((0, 3),))


def test_an_article_that_a_model_stumbles_over_does_not_end_the_worker(answering: worker.Worker) -> None:
    answering.answer(protocol.Load(1, "toy"))
    failed = answering.answer(protocol.Predict(2, "crash"))
    assert failed == protocol.Failed(2, LesartError.code, {"reason": "ZeroDivisionError: by zero"})
    assert isinstance(answering.answer(protocol.Predict(3, "ok")), protocol.Spans)


def test_a_model_that_does_not_load_leaves_none_loaded(answering: worker.Worker) -> None:
    answering.answer(protocol.Load(1, "toy"))
    answering._load = pipelines.load
    assert isinstance(answering.answer(protocol.Load(2, "embedded:none")), protocol.Failed)
    assert isinstance(answering.answer(protocol.Predict(3, "a")), protocol.Failed)


def test_what_comes_after_shutdown_is_not_answered(answering: worker.Worker) -> None:
    asked = [protocol.Identify(1, ""), protocol.Shutdown(2), protocol.Identify(3, "")]
    replies = io.BytesIO()
    worker.serve(io.BytesIO(b"".join(map(protocol.encode, asked))), replies, answering)
    assert protocol.Decoder(protocol.AnyReply).feed(replies.getvalue()) == [protocol.Language(1, None)]


def test_the_real_worker_reads_like_the_pipeline_in_this_process(
    shared: WorkerClient, german: pipelines.Pipeline
) -> None:
    ready = shared.model()
    assert (ready.name, ready.version, ready.language) == (german.name, german.version, "de")
    assert set(ready.labels) == {"PER", "ORG", "LOC", "MISC"}
    assert list(shared.predict(TEXT, article=1)) == german.predict(TEXT)
    assert list(shared.variants(TEXT)) == german.variants(TEXT)
    segments = shared.segment(TEXT, "de")
    assert list(segments.tokens) == german.tokens(TEXT)
    assert segments.segmenter == f"{german.name} {german.version}"


def test_the_real_worker_names_languages_and_zones(shared: WorkerClient) -> None:
    assert shared.identify("Der Präsident sagte, dass es noch nicht so weit ist.") == "de"
    assert shared.zones("Berlin (dpa) – Am Mittwoch traf der Präsident ein.", "de") == ((0, 15, "dateline"),)


def test_a_text_of_any_size_and_script_goes_through_the_pipe(shared: WorkerClient) -> None:
    text = "🎉 Wladimir Putin sprach.\r\n" * 3000
    spans = shared.predict(text)
    assert {text[span.start : span.end] for span in spans if span.label == "PER"} == {"Wladimir Putin"}
    assert len(spans) >= 3000


def test_a_missing_model_is_the_same_error_here_and_there() -> None:
    with WorkerClient("embedded:none", command=COMMAND) as running:
        for _ in range(2):
            with pytest.raises(ModelMissing) as caught:
                running.predict("a")
            assert caught.value.fields == {"name": "embedded:none"}


def test_a_killed_worker_is_named_with_its_article_and_comes_back() -> None:
    with WorkerClient("embedded:de", command=COMMAND) as running:
        before = running.predict(TEXT, article=6)
        process: Any = running._process
        process.kill()
        process.wait()
        with pytest.raises(WorkerDied) as caught:
            running.predict(TEXT, article=7)
        assert caught.value.fields == {"article": 7}
        assert running.predict(TEXT, article=8) == before
        assert running._process is not process


def test_a_worker_that_dies_while_it_reads_is_noticed() -> None:
    dying = "import os; from desktop.nlp import zones; zones.find = lambda *_: os._exit(3);" + START
    with WorkerClient(command=[sys.executable, "-c", dying]) as running, pytest.raises(WorkerDied):
        running.zones("a")


def test_the_worker_ends_when_its_input_does() -> None:
    process = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    out, _ = process.communicate(protocol.encode(protocol.Identify(1, "")), timeout=60)
    assert process.returncode == 0
    assert protocol.Decoder(protocol.AnyReply).feed(out) == [protocol.Language(1, None)]


def test_the_worker_ends_quietly_when_nobody_reads_any_more() -> None:
    process = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdin
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    process.stdin.write(protocol.encode(protocol.Identify(1, "")))
    process.stdin.close()
    assert process.stderr.read() == b""
    assert process.wait(60) == 0
    process.stderr.close()


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_ctrl_c_is_left_to_the_window() -> None:
    with WorkerClient(command=COMMAND) as running:
        running.identify("")
        assert running._process
        running._process.send_signal(signal.SIGINT)
        assert running.identify("Der Hund und die Katze sind nicht auf dem Dach.") == "de"


def test_what_libraries_print_never_gets_between_the_messages() -> None:
    noisy = (
        "import os; from desktop.nlp import zones;"
        "noise = lambda: (print('noise', flush=True), os.write(1, b'noise'), os.system('echo noise'));"
        "zones.find = lambda *_: noise() and [];"
    )
    command = [sys.executable, "-c", noisy + START]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out, err = process.communicate(protocol.encode(protocol.FindZones(1, "a")), timeout=60)
    assert protocol.Decoder(protocol.AnyReply).feed(out) == [protocol.Zones(1, ())]
    assert err.count(b"noise") == 3


def test_a_client_that_was_never_asked_starts_no_worker() -> None:
    running = WorkerClient("embedded:de", command=["/no/such/program"])
    running.close()
    with pytest.raises(ValueError, match="without a model"):
        WorkerClient(command=COMMAND).predict("a")


def test_the_frozen_program_calls_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert client.worker_command()[1:] == ["-m", "desktop", "--worker"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert client.worker_command() == [sys.executable, "--worker"]
