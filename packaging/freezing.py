"""The program as a folder that needs no Python: frozen, made lean, with licences and what was built."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import icons
import icu
import msgspec
import parts
from project import BUNDLE, FROZEN, PACKAGING, ROOT, WORK, epoch, run

from desktop.provenance import BUILD, Build

NOT_STRIPPED = (".libs/", "PySide6/", "shiboken6/")
"""What another tool has patched already, and Qt, where nothing is to be gained."""


def freeze() -> list[parts.Part]:
    """Make `BUNDLE` anew; returns what it is made of."""
    FROZEN.mkdir(parents=True, exist_ok=True)
    icons.write(FROZEN / "icons")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR"]
    command += ["--distpath", str(FROZEN), "--workpath", str(WORK / "work"), str(PACKAGING / "lesart.spec")]
    # Sets are walked in the order of hashes: without a seed no two builds are alike. Modules are kept as they
    # are: installers compress better than PyInstaller, and nothing that is compressed already.
    run(command, PYTHONHASHSEED="0", PYINSTALLER_ZLIB_COMPRESSION_LEVEL="0", SOURCE_DATE_EPOCH=str(epoch()))
    if sys.platform == "linux":
        strip(BUNDLE)
        for library in BUNDLE.rglob("libicudata.so.*"):
            if not library.is_symlink():
                icu.make_lean(library)
    made_of = parts.frozen_parts()
    parts.write_licences(made_of, BUNDLE / "licences")
    (BUNDLE / "licences" / BUILD).write_bytes(msgspec.json.encode(build()))
    return made_of


def build() -> Build:
    """The commit (with a `+` where files were changed after it), its day, and where releases appear."""
    command = ["git", "describe", "--always", "--abbrev=12", "--exclude=*", "--dirty=+"]
    commit = subprocess.run(command, check=False, cwd=ROOT, capture_output=True, text=True).stdout.strip()
    day = datetime.fromtimestamp(epoch(), UTC).date().isoformat()
    server, repository = os.environ.get("GITHUB_SERVER_URL"), os.environ.get("GITHUB_REPOSITORY")
    return Build(commit or "unknown", day, f"{server}/{repository}/releases" if server and repository else "")


def strip(folder: Path) -> None:
    """Take debugging symbols out: spaCy's wheels have 97 MB of them."""
    run(["strip", "--strip-unneeded", *_libraries(folder)])


def _libraries(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*.so*")):
        inside = file.relative_to(folder).as_posix()
        is_real = file.is_file() and not file.is_symlink()
        if is_real and not any(part in inside for part in NOT_STRIPPED):
            yield file
