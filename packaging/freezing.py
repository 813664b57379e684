"""The program as a folder that needs no Python: frozen, made lean, with the licences of its parts."""

import sys
from collections.abc import Iterator
from pathlib import Path

import icons
import parts
from project import BUNDLE, FROZEN, PACKAGING, WORK, epoch, run

NOT_STRIPPED = (".libs/", "PySide6/", "shiboken6/")
"""What another tool has patched already, and Qt, where nothing is to be gained."""


def freeze() -> list[parts.Part]:
    """Make `BUNDLE` anew; returns what it is made of."""
    FROZEN.mkdir(parents=True, exist_ok=True)
    icons.write(FROZEN / "icons")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR"]
    command += ["--distpath", str(FROZEN), "--workpath", str(WORK / "work"), str(PACKAGING / "lesart.spec")]
    # Sets are walked in the order of hashes: without a seed no two builds are alike.
    run(command, PYTHONHASHSEED="0", SOURCE_DATE_EPOCH=str(epoch()))
    if sys.platform == "linux":
        strip(BUNDLE)
    made_of = parts.frozen_parts()
    parts.write_licences(made_of, BUNDLE / "licences")
    return made_of


def strip(folder: Path) -> None:
    """Take debugging symbols out: spaCy's wheels have 97 MB of them."""
    run(["strip", "--strip-unneeded", *_libraries(folder)])


def _libraries(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*.so*")):
        inside = file.relative_to(folder).as_posix()
        is_real = file.is_file() and not file.is_symlink()
        if is_real and not any(part in inside for part in NOT_STRIPPED):
            yield file
