"""The parts of an office file: a ZIP archive of XML, each part read with a limit and without entities."""

import zipfile
from collections.abc import Generator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import IO, BinaryIO, cast
from xml.etree.ElementTree import Element

from store.formats.contents import BROKEN
from store.formats.decoding import decode
from store.formats.markup import parsed
from store.formats.problems import RecordError
from store.formats.sources import LIMIT, Source, unzipped

OLE = "\u00d0\u00cf\u0011\u00e0"
"""How a head begins that is an old office file, or a new one under a password."""


class Parts:
    """What is in an office file."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self._archive.NameToInfo

    def tree(self, name: str) -> Element:
        """A part as a tree. Raises RecordError, also where it is missing."""
        with self._opened(name) as file:
            data = file.read(LIMIT + 1)
        if len(data) > LIMIT:
            raise RecordError("", "too_long", name)
        found = decode(data)
        if found is None:
            raise RecordError("", "encoding_unknown", name)
        return parsed(found[0])

    @contextmanager
    def stream(self, name: str) -> Generator[TextIOWrapper]:
        """A part as characters, for those that may be long."""
        with self._opened(name) as file:
            yield TextIOWrapper(cast("BinaryIO", file), encoding="utf-8", newline="")

    @contextmanager
    def _opened(self, name: str) -> Generator[IO[bytes]]:
        try:
            with self._archive.open(name) as file:
                yield file
        except KeyError as error:
            raise RecordError("", "damaged", name) from error
        except RuntimeError as error:
            raise RecordError("", "protected") from error
        except (*BROKEN, OSError) as error:
            raise RecordError("", "damaged", str(error)) from error


@contextmanager
def parts(source: Source) -> Generator[Parts]:
    """The parts of a file. Raises RecordError: "protected" for a file under a password, "damaged"."""
    if source.head().startswith(OLE):
        raise RecordError("", "protected")
    with unzipped(source) as archive:
        yield Parts(archive)
