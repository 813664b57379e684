"""The model worker: a child process that reads texts, so that the window never loads a pipeline.

It answers requests in the order they come, ends when its input does, and leaves without a trace when its
reader is gone. What libraries print goes to standard error, never between the messages.
"""

import os
import signal
import sys
from collections.abc import Callable
from typing import BinaryIO

from desktop.nlp import label_map, language, pipelines, protocol, segmentation, zones
from desktop.nlp.errors import ModelMissing

_READ = 1 << 16


class Worker:
    """Holds the loaded pipeline and answers one request at a time."""

    def __init__(self, load: Callable[..., pipelines.Pipeline] = pipelines.load) -> None:
        self._load = load
        self._pipeline: pipelines.Pipeline | None = None

    def answer(self, request: protocol.Request) -> protocol.Reply:
        """The reply; errors become `Failed`, so that one bad article or model never ends the worker."""
        try:
            return self._answer(request)
        except Exception as error:  # a foreign model may fail in any way
            return protocol.failure(request.id, error)

    def _answer(self, request: protocol.Request) -> protocol.Reply:
        match request:
            case protocol.Load(id=number, source=source, preset=preset, trusted=trusted):
                self._pipeline = None
                mapping = label_map.mapping_for(preset)
                self._pipeline = loaded = self._load(source, mapping=mapping, allow_code=trusted)
                return protocol.Ready(number, loaded.name, loaded.version, loaded.language, loaded.labels)
            case protocol.Predict(id=number, text=text):
                return protocol.Spans(number, tuple(self._loaded().predict(text)))
            case protocol.Vary(id=number, text=text):
                return protocol.Spans(number, tuple(self._loaded().variants(text)))
            case protocol.Segment():
                return self._segments(request)
            case protocol.Identify(id=number, text=text):
                return protocol.Language(number, language.identify(text))
            case protocol.FindZones(id=number, text=text, language=code):
                return protocol.Zones(
                    number, tuple((zone.start, zone.end, zone.kind) for zone in zones.find(text, code))
                )
            case _:
                raise ValueError(f"{type(request).__name__} has no reply")

    def _segments(self, request: protocol.Segment) -> protocol.Segments:
        sentences = tuple(segmentation.sentences(request.text, request.language))
        if self._pipeline is None:
            name = f"{segmentation.NAME} {segmentation.VERSION}"
            return protocol.Segments(
                request.id, name, tuple(segmentation.tokens(request.text, request.language)), sentences
            )
        name = f"{self._pipeline.name} {self._pipeline.version}"
        return protocol.Segments(request.id, name, tuple(self._pipeline.tokens(request.text)), sentences)

    def _loaded(self) -> pipelines.Pipeline:
        if self._pipeline is None:
            raise ModelMissing(name="")
        return self._pipeline


def main() -> int:
    """Serve standard input until it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the window; it closes our input
    requests, replies = _pipes()
    try:
        serve(requests, replies, Worker())
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), replies.fileno())  # nothing left to flush into
    return 0


def serve(requests: BinaryIO, replies: BinaryIO, worker: Worker) -> None:
    """Answer until the input ends or asks to shut down. `requests` must return what has arrived, not wait for
    more.
    """
    decoder = protocol.Decoder(protocol.AnyRequest)
    while data := requests.read(_READ):
        for request in decoder.feed(data):
            if isinstance(request, protocol.Shutdown):
                return
            replies.write(protocol.encode(worker.answer(request)))
            replies.flush()


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Private ends of the pipes; descriptor 1 then leads to standard error, where printing does no harm."""
    reply_end = os.dup(1)
    os.dup2(2, 1)
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(0, os.O_BINARY)
        msvcrt.setmode(reply_end, os.O_BINARY)
    return os.fdopen(os.dup(0), "rb", buffering=0), os.fdopen(reply_end, "wb")
