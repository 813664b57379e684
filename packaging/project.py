"""What every step of packaging knows: the folders, the version, the moment written into what is made."""

import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop import __version__ as VERSION  # noqa: N812

ROOT = Path(__file__).resolve().parents[1]
PACKAGING = ROOT / "packaging"
WORK = ROOT / "build"
FROZEN = WORK / "frozen"
BUNDLE = FROZEN / "lesart"
OUT = ROOT / "dist"

SYSTEM = {"win32": "windows", "darwin": "macos"}.get(sys.platform, sys.platform)
NAME = f"lesart-{VERSION}-{SYSTEM}-{platform.machine().lower()}"
"""What the files for this platform begin with."""


def epoch() -> int:
    """Seconds since 1970 for "now" in all that is made: of `SOURCE_DATE_EPOCH`, else of the last commit."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    return int(given or run(["git", "log", "-1", "--format=%ct"]))


def run(command: Sequence[str | Path], *, cwd: Path = ROOT, **variables: str) -> str:
    """What a program says on stdout; its stderr is ours. Where it fails, CalledProcessError is raised."""
    done = subprocess.run(
        command,
        check=False,
        cwd=cwd,
        env={**os.environ, **variables},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    if done.returncode:
        say(done.stdout)
        done.check_returncode()
    return done.stdout


def say(line: str) -> None:
    """One line of what is going on."""
    sys.stderr.write(line + "\n")
