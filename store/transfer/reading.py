"""Files and folders as one stream of records, whatever their formats."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from store.errors import (
    ColumnsUnknown,
    EncodingUnknown,
    FileTooLong,
    FileUnreadable,
    FormatUnknown,
    LesartError,
)
from store.formats import READERS, reader_named, sniffed
from store.formats.problems import Skipped, SkipReason
from store.formats.protocol import Reader, ReadOptions
from store.formats.records import ArticleRecord
from store.formats.scheme_records import ProjectRecord
from store.formats.sources import Source

Record = ArticleRecord | ProjectRecord | Skipped

_REASONS: dict[type[LesartError], SkipReason] = {
    FileUnreadable: "unreadable",
    FormatUnknown: "format_unknown",
    EncodingUnknown: "encoding_unknown",
    FileTooLong: "too_long",
    ColumnsUnknown: "missing_text",
}


def found_files(paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """The files to read with their names: a file under its name, a folder's files under their paths below it.

    Folders are searched through, in the order of names; in them only files with a known suffix count, and
    nothing that is hidden.
    """
    suffixes = {suffix for reader in READERS for suffix in reader.suffixes}
    for path in paths:
        if not path.is_dir():
            yield path, path.name
            continue
        for file in sorted(path.rglob("*")):
            name = file.relative_to(path)
            is_hidden = any(part.startswith(".") for part in name.parts)
            if file.suffix.lower() in suffixes and not is_hidden and file.is_file():
                yield file, name.as_posix()


def records(
    files: Iterable[tuple[Path, str]],
    options: ReadOptions,
    *,
    format: str | None = None,  # noqa: A002
    language: str | None = None,
) -> Iterator[tuple[Source, int, Record | None]]:
    """Everything that the files say, with its line; None at line 0 where a file begins.

    `language` helps to guess an encoding. A file that cannot be read is one `Skipped` at line 0. Raises
    FormatUnknown if no format is called `format`.
    """
    reader = None if format is None else _named(format)
    for path, name in files:
        source = Source(path, name, language=options.language or language)
        yield source, 0, None
        try:
            chosen = reader or sniffed(source.head(), path.suffix.lower())
            if chosen is None:
                raise FormatUnknown(path=name)
            for number, item in chosen.read(source, options):
                yield source, number, item
        except tuple(_REASONS) as error:
            yield source, 0, Skipped(name, 0, "", _REASONS[type(error)], _data(error))


def _named(name: str) -> Reader:
    if (reader := reader_named(name)) is None:
        raise FormatUnknown(path=name)
    return reader


def _data(error: LesartError) -> str:
    if isinstance(error, ColumnsUnknown):
        return ", ".join(error.fields["columns"])
    return str(error.fields.get("reason", ""))
