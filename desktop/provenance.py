"""Where this program comes from: its build, and the libraries it is made of with their licences.

The installed program lists them in the folder `licences`; a checkout asks the packages that are installed.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from desktop import __version__

if TYPE_CHECKING:
    from importlib.metadata import (
        Distribution,
    )  # with it come the parsers of mails: not before the first paint

PARTS = "PARTS.txt"
BUILD = "BUILD.json"
_LINE = re.compile(r"(?P<name>.+) (?P<version>\S+): (?P<licence>.+) \((?P<folder>[^()]+)\)")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_TEXT = re.compile(r"(LICEN[CS]E|COPYING|NOTICE|AUTHORS)", re.IGNORECASE)


class Build(Struct, frozen=True):
    """What was built: the commit, its day (ISO 8601), and the address where later versions are, if any."""

    commit: str
    day: str
    releases: str = ""


class Part(Struct, frozen=True):
    """A library: `licence` as its makers say it, `texts` the files that hold its wording."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...]


def licences_folder() -> Path | None:
    """Where the installed program keeps the licences of its parts; None in a checkout."""
    if not getattr(sys, "frozen", False):
        return None
    home = Path(sys.executable).resolve().parent
    places = (home / "licences", home.parent / "Resources" / "licences")
    return next((place for place in places if place.is_dir()), None)


def build(folder: Path | None) -> Build | None:
    """What the licences' folder says of the build; None in a checkout, or where it says nothing."""
    file = folder / BUILD if folder is not None else None
    return msgspec.json.decode(file.read_bytes(), type=Build) if file is not None and file.is_file() else None


def identity(made: Build | None) -> str:
    """The version with the build, in one line."""
    return f"{__version__} ({made.commit}, {made.day})" if made is not None else f"{__version__} (source)"


def parts(folder: Path | None) -> list[Part]:
    """What the program stands on, by name."""
    found = _listed(folder) if folder is not None else _installed()
    return sorted(found, key=lambda part: part.name.lower())


def licence_of(package: "Distribution") -> str:
    """An expression, else a line of free words, else what the classifiers say."""
    meta = package.metadata
    stated = next((meta[name] for name in ("License-Expression", "License") if name in meta), "")
    if stated and "\n" not in stated:
        return stated
    classified = [line for line in meta.get_all("Classifier") or () if line.startswith("License")]
    return ", ".join(line.split(" :: ")[-1] for line in classified) or "see the text"


def texts_of(package: "Distribution") -> tuple[Path, ...]:
    """The files of a package that hold the wording of its licence."""
    meta = (file for file in package.files or () if file.parts[0].endswith(".dist-info"))
    texts = [file for file in meta if "licenses" in file.parts or _TEXT.match(file.name)]
    return tuple(Path(str(package.locate_file(text))) for text in sorted(texts))


def _listed(folder: Path) -> Iterator[Part]:
    for line in (folder / PARTS).read_text(encoding="utf-8").splitlines():
        found = _LINE.fullmatch(line)
        if found is None:
            continue
        place = folder / found["folder"]
        texts = sorted(file for file in place.rglob("*") if file.is_file()) if place.is_dir() else [place]
        yield Part(found["name"], found["version"], found["licence"], tuple(texts))


def _installed() -> Iterator[Part]:
    """The packages that Lesart asks for, and those that they ask for, as far as they are installed."""
    from importlib.metadata import PackageNotFoundError, distribution

    waiting, seen = _needs("lesart"), set[str]()
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop().lower())
        if name in seen:
            continue
        seen.add(name)
        with suppress(PackageNotFoundError):  # for another platform
            package = distribution(name)
            waiting += _needs(name)
            yield Part(package.metadata["Name"], package.version, licence_of(package), texts_of(package))


def _needs(name: str) -> list[str]:
    """The names of the packages that one asks for, but for those of its extras."""
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        asked = distribution(name).requires or ()
    except PackageNotFoundError:  # our own, in a folder that nobody installed
        return []
    return [match[0] for need in asked if "extra ==" not in need and (match := _NAME.match(need))]
