"""Documents of word processors as articles: their paragraphs as one text."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from store.formats.articles.profiles import profile_for, taken_apart
from store.formats.columns import items
from store.formats.problems import Skipped
from store.formats.protocol import Item, ReadOptions
from store.formats.sources import Source


class Line(Struct, frozen=True):
    """A paragraph that is not blank; `is_title`: its style says that it is the headline."""

    text: str
    is_title: bool = False


def document(
    source: Source, lines: Sequence[Line], options: ReadOptions, rest: dict[str, Any] | None = None
) -> Iterator[Item]:
    """One article whose headline is what the style says; or the articles that a profile finds in it."""
    texts = [line.text for line in lines]
    if (profile := profile_for(texts, options)) is not None:
        yield from taken_apart(source.name, texts, profile, options)
        return
    if not lines:
        yield 1, Skipped(source.name, 1, "text", "empty_text")
        return
    headline = lines[0].text if lines[0].is_title and len(lines) > 1 else None
    values = {
        "key": source.key,
        "title": None if headline else source.stem,
        "headline": headline,
        "body": "\n\n".join(line.text for line in lines[1 if headline else 0 :]),
    }
    yield from items(source.name, 1, values, rest or {}, options)
