"""Files that only complete another one: who chooses both of them means one import (pure)."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from pathlib import Path, PurePath

from store.formats.annotations.sheaf import MAP
from store.formats.stances.sidecar import SUFFIX

_OF_PARTS = {SUFFIX: "", ".features": ".jsonl", ".config.xml": ".json"}
"""Endings of files beside all parts of a split, and the ending of these where the name lacks it."""


def wholes(paths: Iterable[Path]) -> list[Path]:
    """The paths without those that complete another of them: maps, sidecars, features, brat's texts."""
    listed = list(paths)
    names: dict[Path, set[str]] = {}
    for path in listed:
        names.setdefault(path.parent, set()).add(path.name)
    return [path for path in listed if not _completes(path, names[path.parent])]


def _completes(path: Path, names: AbstractSet[str]) -> bool:
    """Whether it completes one of those beside it."""
    if path.suffix == MAP:
        return path.name.removesuffix(MAP) in names
    if path.suffix == ".txt":
        return path.with_suffix(".ann").name in names
    for ending, added in _OF_PARTS.items():
        if path.name.endswith(ending):
            whole = PurePath(path.name.removesuffix(ending) + added)
            return any(
                it.startswith(whole.stem) and it.endswith(whole.suffix) for it in names if it != path.name
            )
    return False
