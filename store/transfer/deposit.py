"""An export laid out for a deposit: a ZIP that is a bag, as archives take it (BagIt 1.0, RFC 8493).

The data and their datasheet lie in `data/`, their checksums beside it, so that whoever gets the file can see
with any BagIt tool that it is whole.
"""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from shutil import copyfileobj
from typing import Protocol
from zipfile import ZIP_DEFLATED, ZipFile

_CHUNK = 1 << 20
_DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


class _Digest(Protocol):
    def update(self, data: bytes, /) -> None: ...


def write_bag(out: Path, files: Iterable[Path], *, day: str, made_by: str, about: str) -> None:
    """Write the ZIP `out` around `files`; `about` says in one line what they are."""
    root, hashes, size = out.stem, dict[str, str](), 0
    with ZipFile(out, "w", ZIP_DEFLATED) as bag:
        for path in files:
            name = f"data/{path.name}"
            digest = sha256()
            with path.open("rb") as source, bag.open(f"{root}/{name}", "w", force_zip64=True) as member:
                copyfileobj(_Read(source, digest), member, _CHUNK)
            hashes[name] = digest.hexdigest()
            size += path.stat().st_size
        tags = {
            "bagit.txt": _DECLARATION,
            "bag-info.txt": _lines(
                {
                    "External-Description": " ".join(about.split()),
                    "Bagging-Date": day,
                    "Bag-Software-Agent": made_by,
                    "Payload-Oxum": f"{size}.{len(hashes)}",
                }
            ),
            "manifest-sha256.txt": _manifest(hashes),
        }
        for name, text in tags.items():
            bag.writestr(f"{root}/{name}", text)
        own = {name: sha256(text.encode()).hexdigest() for name, text in tags.items()}
        bag.writestr(f"{root}/tagmanifest-sha256.txt", _manifest(own))


class _Read:
    """A file that is hashed while it is read."""

    def __init__(self, source: "_Source", digest: _Digest) -> None:
        self._source, self._digest = source, digest

    def read(self, size: int = -1, /) -> bytes:
        data = self._source.read(size)
        self._digest.update(data)
        return data


class _Source(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...


def _lines(facts: dict[str, str]) -> str:
    return "".join(f"{name}: {value}\n" for name, value in facts.items())


def _manifest(hashes: dict[str, str]) -> str:
    """A line a file; what would end a line is written as RFC 8493 (2.1.3) says."""
    escaped = {
        name.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"): digest
        for name, digest in hashes.items()
    }
    return "".join(f"{digest}  {name}\n" for name, digest in escaped.items())
