"""How a file begins, for people: text as it is, an archive by its members; what is no text is not shown."""

from codecs import getincrementaldecoder
from pathlib import Path
from zipfile import BadZipFile, ZipFile

SHOWN = 12_000
"""Bytes of a file that are shown."""

_MEMBERS = 4


def beginning(path: Path) -> str:
    """The beginning of a file; "" for one that is no text."""
    if path.suffix in (".zip", ".qdpx"):
        return _of_archive(path)
    with path.open("rb") as file:
        return _text(file.read(SHOWN))


def _of_archive(path: Path) -> str:
    try:
        with ZipFile(path) as archive:
            names = archive.namelist()
            pieces: list[str] = []
            for name in names[:_MEMBERS]:
                with archive.open(name) as member:
                    pieces.append(f"== {name}\n{_text(member.read(SHOWN // _MEMBERS))}")
    except BadZipFile:
        return ""
    return "\n".join([*pieces, *(f"== {name}" for name in names[_MEMBERS : 4 * _MEMBERS])])


def _text(data: bytes) -> str:
    if b"\0" in data[:200]:
        return ""
    try:
        return getincrementaldecoder("utf-8-sig")().decode(data)
    except UnicodeDecodeError:
        return ""
