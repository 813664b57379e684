"""Sizes and their limits: a program that nobody watches grows."""

import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

from project import BUNDLE, PACKAGING, WORK, say

MIB = 1024 * 1024
NOTABLE = 0.5
"""MiB that a part has to grow to be named."""


def check(files: Mapping[str, Path]) -> bool:
    """Print bundle and `files` (limit's name -> file) beside their limits; False where one is exceeded."""
    budget = tomllib.loads((PACKAGING / "budget.toml").read_text())
    sizes = parts(BUNDLE)
    lines = [f'"{name}" = {size:.1f}\n' for name, size in sizes.items() if size >= 0.1]
    (WORK / "sizes.toml").write_text("".join(lines))
    measured = {
        "bundle": sum(sizes.values()),
        **{name: file.stat().st_size / MIB for name, file in files.items()},
    }
    over = [name for name, size in measured.items() if size > budget["limits"][name]]
    for name, size in measured.items():
        say(f"{name}: {size:.1f} MiB (limit {budget['limits'][name]}){'  too large' if name in over else ''}")
    if sys.platform == "linux":
        for line in grown(budget["parts"], sizes):
            say(line)
    return not over


def parts(folder: Path) -> dict[str, float]:
    """What each library in the bundle takes, in MiB, largest first."""
    sizes: dict[str, float] = {}
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink():
            inside = file.relative_to(folder).parts
            name = inside[1] if inside[0] == "_internal" else inside[0]
            sizes[name] = sizes.get(name, 0) + file.stat().st_size / MIB
    return dict(sorted(sizes.items(), key=lambda item: (-item[1], item[0])))


def grown(agreed: Mapping[str, float], sizes: Mapping[str, float]) -> list[str]:
    """A line for each part that is notably larger than agreed, or new, what grew most first."""
    growth = {name: size - agreed.get(name, 0) for name, size in sizes.items()}
    return [
        f"  {name}: {agreed.get(name, 0):.1f} -> {sizes[name]:.1f} MiB"
        for name, more in sorted(growth.items(), key=lambda item: -item[1])
        if more > NOTABLE
    ]
