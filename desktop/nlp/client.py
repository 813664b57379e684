"""A blocking client of the model worker, for the command line and for `desktop.work`; the window has its own.

with WorkerClient("embedded:de") as client:
    spans = client.predict(text, article=17)
"""

import os
import queue
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import count, islice
from types import TracebackType
from typing import Self, TypeVar

from desktop.nlp import protocol
from desktop.nlp.errors import WorkerDied
from store.values import PredictedSpan

_R = TypeVar("_R", bound=protocol.Reply)
_READ = 1 << 16
_PATIENCE = 5.0
"""Seconds the worker gets to end by itself."""

AHEAD = 8
"""Texts that wait in the worker while one is read: it goes on while its answers are stored, and no more than
these are in memory.
"""


def worker_command() -> list[str]:
    """How this program starts its own worker, installed or frozen."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--worker"]
    return [sys.executable, "-m", "desktop", "--worker"]


class WorkerClient:
    """One worker process, started at first need and again after it died.

    A thread takes its replies, so that neither side ever waits for the other to read.
    """

    def __init__(
        self,
        source: str | None = None,
        *,
        preset: str = "german",
        trusted: bool = False,
        command: Sequence[str] | None = None,
    ) -> None:
        """`source`: the model to read with (None: only what needs no model); `trusted`: its code may run."""
        self._trusted = trusted
        self._source = source
        self._preset = preset
        self._command = list(command or worker_command())
        self._process: subprocess.Popen[bytes] | None = None
        self._replies: queue.SimpleQueue[protocol.Reply | None] = queue.SimpleQueue()
        self._reader: threading.Thread | None = None
        self._numbers = count(1)
        self._model: protocol.Ready | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def model(self) -> protocol.Ready:
        """The model's name, version and labels; loads it at the first call. Raises what loading raises."""
        if self._source is None:
            raise ValueError("the client was made without a model")
        if self._model is None:
            request = protocol.Load(next(self._numbers), self._source, self._preset, self._trusted)
            self._model = self._ask(request, protocol.Ready)
        return self._model

    def predict(self, text: str, *, article: int | None = None) -> tuple[PredictedSpan, ...]:
        """The model's spans. Raises WorkerDied(article) where the worker ends over it.

        The next call starts a new worker, so that a caller may skip the article and go on.
        """
        self.model()
        request = protocol.Predict(next(self._numbers), text)
        return self._ask(request, protocol.Spans, article=article).spans

    def variants(self, text: str) -> tuple[PredictedSpan, ...]:
        """All that may be names for the model, found or nearly, with their probabilities."""
        self.model()
        return self._ask(protocol.Vary(next(self._numbers), text), protocol.Spans).spans

    def predict_all(
        self, texts: Iterable[tuple[int, str]]
    ) -> Iterator[tuple[int, tuple[PredictedSpan, ...] | WorkerDied]]:
        """The model's spans in each text (article, text), in their order; WorkerDied where it ends over one.

        `AHEAD` texts are sent before they are due, so that the worker never waits. Raises what loading the
        model raises.
        """
        waiting, sent = iter(texts), deque[tuple[int, int, str]]()
        while True:
            self.model()
            for article, text in islice(waiting, AHEAD + 1 - len(sent)):
                sent.append((next(self._numbers), article, text))
                self._send(protocol.Predict(sent[-1][0], text))
            if not sent:
                return
            number, article, _ = sent.popleft()
            try:
                yield article, self._answer(number, protocol.Spans, article).spans
            except WorkerDied as error:
                yield article, error
                # The others were lost with it.
                left = [(article, text) for _, article, text in sent]
                sent.clear()
                if left:
                    self.model()
                for again, text in left:
                    sent.append((next(self._numbers), again, text))
                    self._send(protocol.Predict(sent[-1][0], text))

    def segment(self, text: str, language: str | None = None) -> protocol.Segments:
        """Tokens and sentences, of the model's tokenizer where the client has a model."""
        if self._source is not None:
            self.model()
        return self._ask(protocol.Segment(next(self._numbers), text, language), protocol.Segments)

    def identify(self, text: str) -> str | None:
        """The language code of a text or None."""
        return self._ask(protocol.Identify(next(self._numbers), text), protocol.Language).code

    def zones(self, text: str, language: str | None = None) -> tuple[tuple[int, int, str], ...]:
        """Start, end and kind of each zone."""
        request = protocol.FindZones(next(self._numbers), text, language)
        return self._ask(request, protocol.Zones).zones

    def close(self) -> None:
        """End the worker; harmless where there is none."""
        process, self._process, self._model = self._process, None, None
        if process is None or process.stdin is None or process.stdout is None:
            return
        with suppress(BrokenPipeError):
            process.stdin.close()
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if self._reader is not None:
            self._reader.join()
        process.stdout.close()

    def _ask(self, request: protocol.Request, kind: type[_R], *, article: int | None = None) -> _R:
        self._send(request)
        return self._answer(request.id, kind, article)

    def _send(self, request: protocol.Request) -> None:
        """Send a request; that nobody reads it any more shows when its answer is asked for."""
        process = self._running()
        assert process.stdin is not None
        with suppress(BrokenPipeError):
            process.stdin.write(protocol.encode(request))
            process.stdin.flush()

    def _answer(self, number: int, kind: type[_R], article: int | None) -> _R:
        """The answer to the oldest request that was not answered. Raises WorkerDied and what it carries."""
        reply = self._replies.get()
        if reply is None:
            self.close()
            raise WorkerDied(article=article)
        if isinstance(reply, protocol.Failed):
            raise protocol.error_of(reply)
        if reply.id != number or not isinstance(reply, kind):
            raise ValueError(f"expected {kind.__name__} {number}, got {reply}")
        return reply

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._replies = queue.SimpleQueue()
            # Numeric libraries keep further threads waiting at full speed: a core then reads half as much.
            told = {"OMP_NUM_THREADS": "1", **os.environ}
            self._process = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=told
            )
            self._reader = threading.Thread(
                target=_read, args=(self._process, self._replies), name="lesart replies", daemon=True
            )
            self._reader.start()
        return self._process


def _read(process: subprocess.Popen[bytes], replies: queue.SimpleQueue[protocol.Reply | None]) -> None:
    """Pass on what a worker answers; None where it ends, or writes something else."""
    assert process.stdout is not None
    decoder = protocol.Decoder(protocol.AnyReply)
    with suppress(ValueError, OSError):
        while data := os.read(process.stdout.fileno(), _READ):
            for reply in decoder.feed(data):
                replies.put(reply)
    replies.put(None)
