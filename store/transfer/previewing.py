"""What an import would take in, without taking anything: files as they are recognised, the first articles."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from threading import Event

from msgspec import Struct

from store.formats.problems import Skipped
from store.formats.protocol import Reader, ReadOptions, Table, Tabular
from store.formats.records import ArticleRecord
from store.formats.scheme_records import ProjectRecord
from store.formats.sources import Source
from store.transfer.reading import KNOWN, found_files, problem_of, recognised

FILES = 300
"""Files that are looked at; of more only the number is told."""

READ = 25
"""Files of which the first articles are read."""

ARTICLES = 3
RECORDS = 60
"""Articles shown and records read of one file."""

EXCERPT = 1500
"""Code points of a text that are shown."""


class ArticleSeen(Struct, frozen=True):
    """An article as it will be: `text` is its beginning, `length` counts all of it in code points."""

    title: str
    text: str
    length: int
    outlet: str | None
    author: str | None
    published_at: str | None
    language: str | None
    url: str | None
    zones: tuple[tuple[int, int, str], ...]
    spans: int


class FileSeen(Struct, frozen=True):
    """A file: its format ("" for none), its first articles, what is wrong with it so far.

    `count` are the articles that were met; `is_whole`: there are no others.
    """

    name: str
    format: str
    articles: tuple[ArticleSeen, ...] = ()
    problems: tuple[Skipped, ...] = ()
    count: int = 0
    is_whole: bool = False
    table: Table | None = None


class Seen(Struct, frozen=True):
    """All files that were looked at, and how many there are besides."""

    files: tuple[FileSeen, ...]
    more: int = 0


def preview(
    paths: Sequence[Path],
    options: ReadOptions,
    *,
    language: str | None = None,
    cancelled: Event | None = None,
) -> Seen:
    """Look at files and folders, as an import would. `language` helps to guess an encoding."""
    files = list(found_files(paths))
    seen: list[FileSeen] = []
    found = recognised(files[:FILES], language=options.language or language)
    for source, reader in islice(found, FILES):
        if cancelled is not None and cancelled.is_set():
            break
        if isinstance(reader, Skipped):
            seen.append(FileSeen(source.name, "", problems=(reader,)))
        elif len(seen) < READ:
            seen.append(_looked_at(source, reader, options))
        else:
            seen.append(FileSeen(source.name, reader.name))
    return Seen(tuple(seen), max(len(files) - FILES, 0))


def _looked_at(source: Source, reader: Reader, options: ReadOptions) -> FileSeen:
    articles: list[ArticleSeen] = []
    problems: list[Skipped] = []
    count = 0
    is_whole = False
    try:
        for number, (_, item) in enumerate(reader.read(source, options), 1):
            if isinstance(item, Skipped):
                problems.append(item)
            elif not isinstance(item, ProjectRecord):
                count += 1
                if len(articles) < ARTICLES:
                    articles.append(_seen(item))
            if number >= RECORDS:
                break
        else:
            is_whole = True
    except KNOWN as error:
        problems.append(problem_of(source.name, error))
    table = _table(source, reader, options)
    return FileSeen(source.name, reader.name, tuple(articles), tuple(problems), count, is_whole, table)


def _table(source: Source, reader: Reader, options: ReadOptions) -> Table | None:
    try:
        return reader.table(source, options) if isinstance(reader, Tabular) else None
    except KNOWN:
        return None


def _seen(item: ArticleRecord) -> ArticleSeen:
    text = item.text or ""
    return ArticleSeen(
        title=item.title,
        text=text[:EXCERPT],
        length=len(text),
        outlet=item.outlet,
        author=item.author,
        published_at=item.published_at,
        language=item.language,
        url=item.url,
        zones=tuple((zone.start, zone.end, zone.kind) for zone in item.zones if zone.end <= EXCERPT),
        spans=sum(len(reading.spans) for reading in item.sets),
    )
