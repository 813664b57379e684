"""What an import would take in, without taking anything: files as they are recognised, the first articles."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from threading import Event

from store.formats.problems import Skipped
from store.formats.protocol import Reader, ReadOptions, Table, Tabular
from store.formats.records import ArticleRecord
from store.formats.scheme_records import ProjectRecord
from store.formats.seen import ArticleSeen, FileSeen, Seen
from store.formats.sources import Source
from store.transfer.reading import KNOWN, found_files, items, problem_of, recognised

FILES = 300
"""Files that are looked at; of more only the number is told."""

READ = 25
"""Files of which the first articles are read."""

ARTICLES = 3
RECORDS = 60
"""Articles shown and records read of one file."""

EXCERPT = 1500
"""Code points of a text that are shown."""


def preview(
    paths: Sequence[Path],
    options: ReadOptions,
    *,
    language: str | None = None,
    cancelled: Event | None = None,
) -> Seen:
    """Look at files and folders, as an import would. `language` helps to guess an encoding."""
    seen: list[FileSeen] = []
    more = 0
    for path in paths:
        files = list(found_files([path]))
        room = FILES - len(seen)
        more += max(len(files) - room, 0)
        found = recognised(files[:room], language=options.language or language)
        for source, reader in islice(found, room):
            if cancelled is not None and cancelled.is_set():
                return Seen(tuple(seen))
            if isinstance(reader, Skipped):
                seen.append(FileSeen(str(path), source.name, "", problems=(reader,)))
            elif len(seen) < READ:
                seen.append(_looked_at(str(path), source, reader, options))
            else:
                seen.append(FileSeen(str(path), source.name, reader.name))
    return Seen(tuple(seen), more)


def _looked_at(root: str, source: Source, reader: Reader, options: ReadOptions) -> FileSeen:
    articles: list[ArticleSeen] = []
    problems: list[Skipped] = []
    count = 0
    is_whole = False
    try:
        for number, (_, item) in enumerate(items(reader, source, options), 1):
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
        is_whole = True  # an import would get no further
    table = _table(source, reader, options)
    return FileSeen(root, source.name, reader.name, tuple(articles), tuple(problems), count, is_whole, table)


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
