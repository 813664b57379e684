"""What all formats of one JSON value a line share: lines in, values or the reason why not out."""

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import msgspec

from store.formats.problems import RecordError, Skipped, SkipReason
from store.formats.sources import Source

T = TypeVar("T")

SUFFIXES = (".jsonl", ".ndjson", ".json")

_PLACE = re.compile(r" - at `(?:key in )?\$\.?(.*)`$")
_LONE_SURROGATE = re.compile(rb"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])")


def decoded_lines(source: Source, decode: Callable[[bytes], T]) -> Iterator[tuple[int, T | Skipped]]:
    """Each line's value, or what is wrong with it. Blank lines are passed over; their numbers count."""
    for number, line in source.lines():
        if isinstance(line, str):
            yield number, Skipped(source.name, number, "", line)
            continue
        if line.isspace():
            continue
        yield number, _decoded(source.name, number, line, decode)


def decoded(
    path: str, number: int, value: str | None, decode: Callable[[bytes], T]
) -> tuple[int, T | Skipped]:
    """One value that was cut out of a file, decoded; None is one that was too long."""
    if value is None:
        return number, Skipped(path, number, "", "too_long")
    return number, _decoded(path, number, value.encode(errors="surrogatepass") + b"\n", decode)


def _decoded(path: str, number: int, line: bytes, decode: Callable[[bytes], T]) -> T | Skipped:
    try:
        return decode(line)
    except msgspec.ValidationError as error:
        return Skipped(path, number, *wrong(str(error)))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return Skipped(path, number, "", _broken(line, str(error)), str(error))
    except RecursionError:
        return Skipped(path, number, "", "not_json", "nesting")


def _broken(line: bytes, message: str) -> SkipReason:
    if "surrogate" in message or _LONE_SURROGATE.search(line):
        return "unstorable_text"
    return "half_written" if "truncated" in message and not line.endswith(b"\n") else "not_json"


def converted(value: Any, kind: type[T], field: str = "") -> T:
    """A decoded value as a struct; numbers may have come as text. Raises RecordError with the place."""
    try:
        return msgspec.convert(value, kind, strict=False)
    except msgspec.ValidationError as error:
        place, reason, detail = wrong(str(error))
        raise RecordError(".".join(filter(None, (field, place))), reason, detail) from error


def wrong(message: str) -> tuple[str, SkipReason, str]:
    """Field, reason and detail of msgspec's "Expected `int`, got `str` - at `$.sets[0].spans[3].start`"."""
    place = _PLACE.search(message)
    field = place[1] if place else ""
    detail = message[: place.start()] if place else message
    return field, "newer_format" if field == "lesart" else "wrong_type", detail
