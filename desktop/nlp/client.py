"""A blocking client of the model worker, for the command line and for `desktop.work`; the window has its own.

with WorkerClient("embedded:de") as client:
    spans = client.predict(text, article=17)
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from itertools import count
from types import TracebackType
from typing import Self, TypeVar

from desktop.nlp import protocol
from store.errors import WorkerDied
from store.values import PredictedSpan

_R = TypeVar("_R", bound=protocol.Reply)
_READ = 1 << 16
_PATIENCE = 5.0
"""Seconds the worker gets to end by itself."""


def worker_command() -> list[str]:
    """How this program starts its own worker, installed or frozen."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--worker"]
    return [sys.executable, "-m", "desktop", "--worker"]


class WorkerClient:
    """One worker process, started at first need and again after it died; one request at a time."""

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
        self._decoder = protocol.Decoder(protocol.AnyReply)
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
        process.stdout.close()

    def _ask(self, request: protocol.Request, kind: type[_R], *, article: int | None = None) -> _R:
        reply = self._exchange(protocol.encode(request), article)
        if isinstance(reply, protocol.Failed):
            raise protocol.error_of(reply)
        if reply.id != request.id or not isinstance(reply, kind):
            raise ValueError(f"expected {kind.__name__} {request.id}, got {reply}")
        return reply

    def _exchange(self, message: bytes, article: int | None) -> protocol.Reply:
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        with suppress(BrokenPipeError):
            process.stdin.write(message)
            process.stdin.flush()
            while data := os.read(process.stdout.fileno(), _READ):
                for reply in self._decoder.feed(data):
                    return reply
        self.close()
        raise WorkerDied(article=article)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._decoder = protocol.Decoder(protocol.AnyReply)
            self._process = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self._process
