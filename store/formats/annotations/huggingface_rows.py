"""Rows of Hugging Face datasets as articles: with spans in a text, or with tags of tokens."""

from collections.abc import Sequence
from pathlib import PurePosixPath

import msgspec
from msgspec import Struct

from store.formats.annotations.columns_text import put_together
from store.formats.annotations.foreign import Json, article_in, inside, voice_in
from store.formats.annotations.tokens import is_tag, ranges
from store.formats.json_lines import converted
from store.formats.problems import RecordError
from store.formats.protocol import ReadOptions
from store.formats.readings import spans_named
from store.formats.records import ArticleRecord
from store.formats.sources import Source
from store.offsets import Range

FEATURES = ".features"
"""JSON, but called so that no folder import takes it for articles."""

UNKNOWN = -1
"""The tag where nobody has decided."""


class _Span(Struct, frozen=True):
    start: int
    end: int
    label: str


class _Line(Struct, frozen=True):
    tokens: list[str]
    ner_tags: list[int | str]
    text: str | None = None
    spans: list[_Span] | None = None


def article_of(row: Json, names: list[str], options: ReadOptions) -> tuple[ArticleRecord, str | None]:
    """The article of a row, and its date if nobody can read it. Raises RecordError."""
    line = converted(row, _Line)
    known = {"tokens", "ner_tags", "token_start", "token_end", "spans", "text"}
    values = {name: value for name, value in row.items() if name not in known and value != ""}
    who = voice_in(values, options)
    text, found = line.text, list[tuple[int, int, str]]()
    if text is not None and line.spans is not None:
        for i, span in enumerate(line.spans):
            inside(span.start, span.end, text, f"spans[{i}]")
            found.append((span.start, span.end, span.label))
    else:
        borders = _placed(line.tokens, text or "")
        if borders is None:
            values |= {"source_text": text} if text else {}
            text, borders = put_together([line.tokens])
        if len(line.ner_tags) != len(borders):
            raise RecordError("ner_tags", "contradiction", f"{len(line.ner_tags)} / {len(borders)}")
        words = [_tag(tag, names) for tag in line.ner_tags]
        found = [(borders[first][0], borders[last][1], name) for first, last, name in ranges(words)]
    return article_in(text, values, options, [who.reading(spans_named(found))])


def _placed(tokens: Sequence[str], text: str) -> list[Range] | None:
    """Where tokens stand in a text, one behind the other; None where it does not hold them all."""
    found: list[Range] = []
    position = 0
    for token in tokens:
        start = text.find(token, position)
        if start < 0:
            return None
        position = start + len(token)
        found.append((start, position))
    return found


def _tag(tag: int | str, names: list[str]) -> str:
    if isinstance(tag, int):
        if not UNKNOWN <= tag < len(names):
            raise RecordError("ner_tags", "unknown_reference", str(tag))
        return "O" if tag == UNKNOWN else names[tag]
    if not is_tag(tag):
        raise RecordError("ner_tags", "wrong_type", tag)
    return tag


def names_beside(source: Source) -> list[str]:
    """The classes in the features beside a file, whichever part of a split it is."""
    stem = PurePosixPath(source.name).stem
    for name in (stem, stem.rpartition("-")[0]):
        beside = source.sibling(f"{name}{FEATURES}") if name else None
        if beside is not None:
            try:
                found = msgspec.json.decode(beside.data())["features"]["ner_tags"]["feature"]["names"]
                return msgspec.convert(found, list[str])
            except (msgspec.DecodeError, UnicodeDecodeError, KeyError, TypeError):
                return []
    return []
