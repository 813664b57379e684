"""The portable archive: the frozen folder, to be unpacked anywhere and run without any installing."""

import gzip
import tarfile
from pathlib import Path

from project import BUNDLE, NAME, OUT, VERSION, epoch


def build() -> Path:
    """`dist/lesart-….tar.gz` with one folder in it; the same bytes for the same folder."""
    out = OUT / f"{NAME}.tar.gz"
    with (
        out.open("wb") as file,
        gzip.GzipFile("", "wb", 9, file, mtime=epoch()) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive,
    ):
        for path in [BUNDLE, *sorted(BUNDLE.rglob("*"))]:
            inside = Path(f"lesart-{VERSION}") / path.relative_to(BUNDLE)
            archive.add(path, str(inside), recursive=False, filter=_plain)
    return out


def _plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mtime = epoch()
    if not entry.issym():
        entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
    return entry
