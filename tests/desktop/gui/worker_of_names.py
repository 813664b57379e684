"""A model worker for tests: speaks the real protocol, knows a few names, dies or fails if told to."""

import os
import re
import sys

from desktop.nlp import protocol
from desktop.nlp.errors import ModelBroken
from store.values import PredictedSpan

NAMES = {"PER": "Putin Paschinjan Merkel Macron", "LOC": "Kreml Moskau Armenien Berlin Paris"}


def answer(request: protocol.Request) -> protocol.Reply:
    """What the real worker would say, without a model."""
    if isinstance(request, protocol.Load):
        if "--broken" in sys.argv:
            return protocol.failure(request.id, ModelBroken(name=request.source, reason="test"))
        return protocol.Ready(request.id, "names", "1", "de", tuple(NAMES))
    if isinstance(request, protocol.Vary):
        return protocol.Spans(request.id, tuple(nearly(request.text)))
    assert isinstance(request, protocol.Predict)
    if "--dying" in sys.argv and "Kreml" in request.text:
        os._exit(3)
    return protocol.Spans(request.id, tuple(found(request.text)))


def found(text: str) -> list[PredictedSpan]:
    """The names in a text."""
    patterns = ((label, "|".join(names.split())) for label, names in NAMES.items())
    spans = [
        PredictedSpan(*m.span(), label, score=0.9)
        for label, names in patterns
        for m in re.finditer(names, text)
    ]
    return sorted(spans, key=lambda span: span.start)


def nearly(text: str) -> list[PredictedSpan]:
    """Every name with a label that it might have as well, and a word that it does not know for sure."""
    other = [PredictedSpan(it.start, it.end, "ORG", score=0.2) for it in found(text)]
    unsure = [PredictedSpan(*m.span(), "LOC", score=0.3) for m in re.finditer("Ararat", text)]
    return sorted((*other, *unsure), key=lambda span: span.start)


def main() -> None:
    """Answer until the input ends."""
    decoder = protocol.Decoder(protocol.AnyRequest)
    while data := os.read(0, 1 << 16):
        for request in decoder.feed(data):
            os.write(1, protocol.encode(answer(request)))


main()
