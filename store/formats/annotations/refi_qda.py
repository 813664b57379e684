"""REFI-QDA projects for MAXQDA, ATLAS.ti, NVivo, QualCoder: `.qdpx`, an archive with project.qde and texts.

https://www.qdasoftware.org, version 1.5 of the exchange format. A name is a selection with the code of its
label; a stance codes its evidence and says the rest in a description. Line ends are written as LF, since
programs count CR LF differently; the exact text lies beside where that changes it. Of a project only text
sources are read: nothing is unpacked, and no path out of the archive is followed.
"""

import zipfile
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any
from xml.etree.ElementTree import Element

from store.errors import EncodingUnknown, FileTooLong
from store.formats.annotations.foreign import article_in, items, shown, side_by_side
from store.formats.annotations.refi_book import Book, notes_of, values_of
from store.formats.annotations.refi_notes import guid_of, taken_note
from store.formats.annotations.refi_positions import selections
from store.formats.annotations.refi_project import EXACT, PROJECT, SOURCES, ProjectFile
from store.formats.annotations.refi_reading import readings
from store.formats.contents import ZipContent
from store.formats.markup import elements, name_of
from store.formats.problems import RecordError, Skipped
from store.formats.protocol import Feature, Item, ReadOptions, WriteOptions, Written
from store.formats.readings import chosen
from store.formats.records import ArticleRecord
from store.formats.scheme_records import ProjectRecord
from store.formats.sources import Source, unzipped

INTERNAL = "internal://"
_BESIDE = ("User", "CodeBook", "Variable", "Note", "Set")
_MEDIA = ("PictureSource", "PDFSource", "AudioSource", "VideoSource")


class RefiQda:
    """`.qdpx`; always one file for everybody."""

    name = "qdpx"
    suffixes = (".qdpx",)
    needs_text = True
    cannot_hold: tuple[Feature, ...] = (
        "zones", "provenance", "rejections", "answers", "scheme", "actors", "unknown",
    )  # fmt: skip

    def sniff(self, head: str, suffix: str) -> float:
        """By the ending of an archive."""
        return 1.0 if suffix == ".qdpx" and head.startswith("PK\x03\x04") else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """An article a text source, or a PDF source that has a plain text."""
        try:
            yield from self._articles(source, options)
        except RecordError as problem:
            yield 0, problem.at(source.name, 0)

    def _articles(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        with _opened(source) as package:
            book = yield from package.book()
            with_text: set[str] = set()
            if book.named is not None:
                yield 0, book.named
            for line, element, parents in elements(
                package.project(), ("TextSource", "Representation", *_MEDIA)
            ):
                if name_of(element) in _MEDIA:
                    if guid_of(element) not in with_text:
                        yield line, Skipped(source.name, line, element.get("name") or "", "no_text_layer")
                elif parents and name_of(parents[-1]) in ("Sources", "PDFSource"):
                    with_text.add(guid_of(parents[-1]))
                    yield from package.article(line, element, book, options)

    def write(
        self, draft: Path, project: ProjectRecord, articles: Iterable[ArticleRecord], options: WriteOptions
    ) -> Written:
        """One project; a split is not made, since these programs are for analysis."""
        count = 0
        with ProjectFile(draft, project, options) as file:
            for article in file.losses.passing(articles):
                sets = chosen(article.sets, options.annotators)
                if sets:
                    file.add(article, sets, self.cannot_hold)
                    count += 1
        return Written((draft.name,), count, *file.losses.told())


class _Package:
    """An open archive."""

    def __init__(self, source: Source, archive: zipfile.ZipFile) -> None:
        self._source = source
        self._archive = archive
        self._names = {info.filename.replace("\\", "/").casefold(): info for info in archive.infolist()}

    def project(self) -> Source:
        """The project file. Raises RecordError where there is none."""
        names = [name for name in self._names if name.endswith(".qde") and "/" not in name]
        found = self._member(PROJECT if PROJECT in names else next(iter(names), PROJECT))
        if found is None:
            raise RecordError("", "damaged", PROJECT)
        return found

    def book(self) -> Generator[Item, None, Book]:
        """What the project says beside its texts; notes without words are told."""
        book = Book()
        for line, element, parents in elements(self.project(), (*_BESIDE, "TextSource", *_MEDIA)):
            book.origin = (parents[0].get("origin") or "") if parents else ""
            if name_of(element) == "Note":
                yield from self._take_note(line, element, parents[0], book)
            else:
                book.take(element)
        return book

    def _take_note(self, line: int, element: Element, project: Element, book: Book) -> Iterator[Item]:
        path, name = self._source.name, element.get("name") or guid_of(element)
        try:
            book.notes[guid_of(element)] = taken_note(element, self._text(element), project)
        except RecordError as problem:
            yield line, Skipped(path, line, name, problem.reason, problem.detail)
        except (EncodingUnknown, FileTooLong):
            yield line, Skipped(path, line, name, "unreadable")

    def article(self, line: int, element: Element, book: Book, options: ReadOptions) -> Iterator[Item]:
        """A source as an article, or the reason why it is none."""
        path, guid = self._source.name, guid_of(element)
        name = element.get("name") or guid
        values: dict[str, Any] = values_of(element, book)
        own = "key" in values
        values = values if own else {"key": name, "title": name, **values}
        notes = notes_of(element, book)
        try:
            text = self._text(element)
            sets, missing, loose = readings(
                text, guid, selections(element), notes=notes, book=book, options=options
            )
            if loose:
                values["notes"] = loose
            yield from ((line, Skipped(path, line, name, "unknown_reference", it)) for it in missing)
            yield from items(path, line, article_in(text, values, options, side_by_side(sets)))
        except RecordError as problem:
            yield line, Skipped(path, line, problem.field or name, problem.reason, problem.detail)
        except EncodingUnknown:
            yield line, Skipped(path, line, name, "encoding_unknown")
        except FileTooLong:
            yield line, Skipped(path, line, name, "too_long")

    def _text(self, element: Element) -> str:
        """The plain text of a source. Raises RecordError, EncodingUnknown and FileTooLong."""
        path = element.get("plainTextPath") or ""
        if not path:
            content = next((it.text for it in element if name_of(it) == "PlainTextContent"), None)
            if content is None:
                raise RecordError("plainTextPath", "missing_text")
            return content
        name = path.removeprefix(INTERNAL).replace("\\", "/")
        if not path.startswith(INTERNAL) or ".." in name.split("/") or name.startswith("/"):
            raise RecordError("plainTextPath", "unsafe_path", path)
        found = self._member(f"{SOURCES}{name}") or self._member(name)
        if found is None:
            raise RecordError("plainTextPath", "missing_text", path)
        text, exact = found.text(), self._member(f"{EXACT}{name}")
        # Ours, and UTF-8 whatever it looks like: a NUL in a short text makes it look like UTF-16.
        whole = text if exact is None else exact.data().decode("utf-8-sig", "replace")
        return whole if shown(whole) == text else text

    def _member(self, name: str) -> Source | None:
        info = self._names.get(name.casefold())
        if info is None:
            return None
        if info.flag_bits & 1:
            raise RecordError("", "protected")
        content = ZipContent(self._archive, info.filename, info.compress_size, info.file_size)
        path = self._source.path.with_name(PurePosixPath(info.filename).name)
        return Source(path, f"{self._source.name}/{info.filename}", content=content)


@contextmanager
def _opened(source: Source) -> Generator[_Package]:
    with unzipped(source) as archive:
        yield _Package(source, archive)
