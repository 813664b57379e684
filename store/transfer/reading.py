"""Files and folders as one stream of records, whatever their formats."""

import glob
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath, PurePosixPath

from store.errors import (
    ColumnsUnknown,
    EncodingUnknown,
    ExtraMissing,
    FileTooLong,
    FileUnreadable,
    FormatUnknown,
    LesartError,
)
from store.formats import READERS, STANCES, reader_named, sniffed
from store.formats.companions import wholes
from store.formats.contents import is_archive, members
from store.formats.problems import RecordError, Skipped, SkipReason
from store.formats.protocol import Item, Reader, ReadOptions, Tabular
from store.formats.records import ArticleRecord
from store.formats.scheme_records import ProjectRecord
from store.formats.sources import Source
from store.formats.stances import sidecar

Record = ArticleRecord | ProjectRecord | Skipped

_REASONS: dict[type[Exception], SkipReason] = {
    FileUnreadable: "unreadable",
    FormatUnknown: "format_unknown",
    EncodingUnknown: "encoding_unknown",
    UnicodeDecodeError: "encoding_unknown",  # further down in a file that is read as a stream
    FileTooLong: "too_long",
    ColumnsUnknown: "missing_text",
    ExtraMissing: "not_installed",
}


KNOWN = (RecordError, *_REASONS)
"""What ends the reading of one file, and only of that."""

_ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
_PAGES = (".htm", ".html")


def found_files(paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """The files to read with their names: a file under its name, a folder's files under their paths below it.

    Folders are searched through, in the order of names; in them only files with a known suffix count, nothing
    that is hidden, and not what a browser put beside a page that it saved. Of files that complete another
    one (`companions.py`) only that is read.
    """
    suffixes = _suffixes()
    for path in wholes(paths):
        if not path.is_dir():
            yield path, path.name
            continue
        for file in sorted(path.rglob("*")):
            name = file.relative_to(path)
            belongs = _belongs_to_page(path, name) or _is_annotated(name, file.with_suffix(".ann").is_file())
            if _is_known(name, suffixes) and not (belongs or _is_sidecar(file)) and file.is_file():
                yield file, name.as_posix()


def _is_sidecar(file: Path) -> bool:
    """Whether a file only completes another one beside it."""
    whole = file.name.removesuffix(sidecar.SUFFIX)
    return whole != file.name and any(
        file.parent.glob(f"{glob.escape(Path(whole).stem)}*{Path(whole).suffix}")
    )


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
    for source, reader in recognised(files, format=format, language=options.language or language):
        yield source, 0, None
        if isinstance(reader, Skipped):
            yield source, 0, reader
            continue
        try:
            for number, item in items(reader, source, options):
                yield source, number, item
        except KNOWN as error:
            yield source, 0, problem_of(source.name, error)


def items(reader: Reader, source: Source, options: ReadOptions) -> Iterator[Item]:
    """What a format reads in a file; one `Skipped` for a table or a file of statements that has no rows.

    Other formats have files in which nothing needs to be, since they belong to another one.
    """
    is_blank = reader in STANCES or isinstance(reader, Tabular)
    for number, item in reader.read(source, options):
        is_blank = is_blank and isinstance(item, ProjectRecord) and item.partial and not _brings(item)
        yield number, item
    if is_blank:
        yield 0, Skipped(source.name, 0, "", "no_records")


def _brings(project: ProjectRecord) -> bool:
    return bool(project.topics or project.actors)


def recognised(
    files: Iterable[tuple[Path, str]],
    *,
    format: str | None = None,  # noqa: A002
    language: str | None = None,
) -> Iterator[tuple[Source, Reader | Skipped]]:
    """Each file with the format that reads it, or the reason why none does; an archive is the files in it.

    Raises FormatUnknown if no format is called `format`.
    """
    reader = None if format is None else _named(format)
    for path, name in files:
        source = Source(path, name, language=language)
        chosen = _tried(source, reader)
        if chosen is not None:
            yield source, chosen
            continue
        for member in _members(source, language=language):
            if isinstance(member, Skipped):
                yield source, member
            else:
                yield member, _tried(member, reader) or Skipped(member.name, 0, "", "format_unknown")


def _tried(source: Source, reader: Reader | None) -> Reader | Skipped | None:
    try:
        return _chosen(source, reader)
    except KNOWN as error:
        return problem_of(source.name, error)


def _chosen(source: Source, reader: Reader | None) -> Reader | None:
    """The format that reads a file; None for an archive. Raises FormatUnknown, RecordError for a blank file.

    A form of one row a statement is blank where it can hold none; with its sidecar it is read all the same.
    """
    head = source.head()
    if reader is not None and not (_is_archive(head, source) and not reader.sniff(head, source.suffix)):
        return reader
    found = sniffed(head, source.suffix) if reader is None else None
    if reader is None and not head.strip():
        found = sidecar.Rowless() if sidecar.sidecar_of(source) else found
        if found is None or isinstance(found, Tabular):  # not a blank text, nor brat's lack of annotations
            raise RecordError("", "no_records")
    if found is None and not _is_archive(head, source):
        raise FormatUnknown(path=source.name)
    return found


def _is_archive(head: str, source: Source) -> bool:
    return is_archive(head[:4].encode("latin-1", "replace"), source.path.name)


def _members(archive: Source, *, language: str | None) -> Iterator[Source | Skipped]:
    """The files of an archive that count, as in a folder."""
    suffixes = _suffixes()
    try:
        for inner, content in members(archive.path):
            name = f"{archive.name}/{inner}"
            if isinstance(content, RecordError):
                yield content.at(name, 0)
            elif _is_known(PurePosixPath(inner), suffixes) and not _is_annotated(
                PurePosixPath(inner), content.sibling(PurePosixPath(inner).stem + ".ann") is not None
            ):
                path = archive.path.with_name(PurePosixPath(inner).name)
                yield Source(path, name, language=language, content=content)
    except RecordError as error:
        yield error.at(archive.name, 0)


def _suffixes() -> set[str]:
    return {suffix for reader in READERS for suffix in reader.suffixes}


def _is_known(name: PurePath, suffixes: set[str]) -> bool:
    """Whether a file in a folder is worth a look; other programs' shadows of files are not."""
    if any(part.startswith((".", "__MACOSX")) for part in name.parts):
        return False
    lower = name.name.lower()
    return lower.endswith(_ARCHIVES) or PurePath(lower.removesuffix(".gz")).suffix in suffixes


def _is_annotated(name: PurePath, has_annotations: bool) -> bool:
    """Whether a text is read with the annotations of the same name beside it (brat)."""
    return name.suffix == ".txt" and has_annotations


def _belongs_to_page(folder: Path, name: Path) -> bool:
    """Whether a file lies in "Page_files", "Page-Dateien" …, beside "Page.html"."""
    for parent in list(name.parents)[:-1]:
        stem = re.sub(r"[_.\-][^_.\-\s]+$", "", parent.name)
        beside = (folder / parent).parent
        if stem != parent.name and any((beside / f"{stem}{suffix}").is_file() for suffix in _PAGES):
            return True
    return False


def _named(format: str) -> Reader:  # noqa: A002
    if (reader := reader_named(format)) is None:
        raise FormatUnknown(path=format)
    return reader


def problem_of(path: str, error: Exception) -> Skipped:
    """Why a file cannot be read, as an entry for the report."""
    if isinstance(error, RecordError):
        return error.at(path, 0)
    if isinstance(error, ColumnsUnknown):
        return Skipped(path, 0, "", "missing_text", ", ".join(error.fields["columns"]))
    fields = error.fields if isinstance(error, LesartError) else {}
    return Skipped(path, 0, "", _REASONS[type(error)], str(fields.get("reason") or fields.get("package", "")))
