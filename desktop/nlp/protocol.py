"""What the window and the model worker say to each other, and how it travels: no spaCy here, no Qt.

A message is a tagged msgspec struct in MessagePack, preceded by its length as four bytes, big-endian. Every
request has a number, and exactly one reply carries the same number. All ranges are half-open, in code points.
"""

import struct
from collections.abc import Iterator
from typing import Any

import msgspec

from desktop.nlp import errors
from store.values import PredictedSpan

Range = tuple[int, int]

_LENGTH = struct.Struct(">I")
_MAX_LENGTH = 1 << 28
"""A longer message can only be noise: somebody wrote something else into the pipe."""


class Request(msgspec.Struct, frozen=True, tag=True):
    """`id` is chosen by the asker."""

    id: int


class Load(Request, frozen=True, tag=True):
    """Load a model (see `desktop.nlp.models`) and map its labels as the preset wants. -> Ready

    `trusted`: the person said that code which the model's folder brings may run.
    """

    source: str
    preset: str = "german"
    trusted: bool = False


class Predict(Request, frozen=True, tag=True):
    """Read a text with the loaded model. -> Spans"""

    text: str


class Vary(Request, frozen=True, tag=True):
    """Tell all that may be names in a text, found or nearly. -> Spans"""

    text: str


class Segment(Request, frozen=True, tag=True):
    """Tokens and sentences as the loaded model's tokenizer sees them; without a model by our own rules. ->
    Segments
    """

    text: str
    language: str | None = None


class Identify(Request, frozen=True, tag=True):
    """Name the language of a text. -> Language"""

    text: str


class FindZones(Request, frozen=True, tag=True):
    """Find dateline, byline and boilerplate. -> Zones"""

    text: str
    language: str | None = None


class Shutdown(Request, frozen=True, tag=True):
    """End the worker after what was asked before; it answers nothing. Closing its input does the same."""


class Reply(msgspec.Struct, frozen=True, tag=True):
    """`id` is that of the request."""

    id: int


class Ready(Reply, frozen=True, tag=True):
    """A model is loaded; `name` and `version` are those of its annotator."""

    name: str
    version: str
    language: str
    labels: tuple[str, ...]


class Spans(Reply, frozen=True, tag=True):
    """What the model found, in text order."""

    spans: tuple[PredictedSpan, ...]


class Segments(Reply, frozen=True, tag=True):
    """Tokens and sentences; `segmenter` is the name and version of what made them."""

    segmenter: str
    tokens: tuple[Range, ...]
    sentences: tuple[Range, ...]


class Language(Reply, frozen=True, tag=True):
    """A BCP 47 code or None."""

    code: str | None


class Zones(Reply, frozen=True, tag=True):
    """Start, end and kind of each zone."""

    zones: tuple[tuple[int, int, str], ...]


class Failed(Reply, frozen=True, tag=True):
    """A typed error (`store.errors`): its code and fields."""

    code: str
    fields: dict[str, Any]


AnyRequest = Load | Predict | Vary | Segment | Identify | FindZones | Shutdown
AnyReply = Ready | Spans | Segments | Language | Zones | Failed


def encode(message: Request | Reply) -> bytes:
    """One message as it goes into a pipe."""
    return framed(message)


def framed(message: msgspec.Struct) -> bytes:
    """Any tagged struct with its length before it."""
    content = msgspec.msgpack.encode(message)
    return _LENGTH.pack(len(content)) + content


class Decoder:
    """Turns the bytes that arrive, cut anywhere, into messages of one side: `AnyRequest` or `AnyReply`."""

    def __init__(self, messages: Any) -> None:
        self._decode = msgspec.msgpack.Decoder(messages).decode
        self._pending = bytearray()

    def feed(self, data: bytes) -> list[Any]:
        """The messages that are complete now. Raises ValueError on bytes that are none."""
        self._pending += data
        return list(self._complete())

    def _complete(self) -> Iterator[Any]:
        while len(self._pending) >= _LENGTH.size:
            (length,) = _LENGTH.unpack_from(self._pending)
            if length > _MAX_LENGTH:
                raise ValueError(f"a message of {length} bytes")
            end = _LENGTH.size + length
            if len(self._pending) < end:
                return
            content = bytes(self._pending[_LENGTH.size : end])
            del self._pending[:end]
            yield self._decode(content)


def failure(request_id: int, error: Exception) -> Failed:
    """The reply that carries an error to the other side; an unknown one as its type and text."""
    if isinstance(error, errors.LesartError):
        return Failed(request_id, error.code, {key: _plain(value) for key, value in error.fields.items()})
    reason = f"{type(error).__name__}: {error}"
    return Failed(request_id, errors.LesartError.code, {"reason": reason})


def error_of(failed: Failed) -> errors.LesartError:
    """The error that a reply carries."""
    known = {kind.code: kind for kind in errors.LesartError.__subclasses__()}
    return known.get(failed.code, errors.LesartError)(**failed.fields)


def _plain(value: Any) -> Any:
    return value if isinstance(value, str | int | float | bool | list | None) else str(value)
