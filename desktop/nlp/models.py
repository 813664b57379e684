"""Which models there are and whether a folder may be loaded, without importing spaCy.

A model is named by its source: `embedded:de` (shipped with Lesart), the name of an installed package, or a
folder.
"""

import json
from collections.abc import Iterator
from importlib.metadata import EntryPoint, entry_points
from importlib.resources import files
from pathlib import Path

from msgspec import Struct

from store.errors import ModelBroken, ModelCarriesCode, ModelMissing

EMBEDDED = "embedded:"
_PACKAGE_GROUP = "spacy_models"
_CODE_SUFFIXES = frozenset((".py", ".pyc", ".pyd", ".so", ".dll", ".dylib", ".pkl", ".pickle"))


class ModelInfo(Struct, frozen=True):
    """A model that can be loaded by its `source`."""

    source: str
    name: str
    version: str
    language: str


def available() -> list[ModelInfo]:
    """The embedded models, then the installed packages."""
    return [*_embedded(), *_installed()]


def folder_of(source: str) -> Path | None:
    """The folder that a source stands for, None for an installed package. Raises ModelMissing."""
    if source.startswith(EMBEDDED):
        folder = _embedded_root() / source.removeprefix(EMBEDDED)
        if not (folder / "config.cfg").is_file():
            raise ModelMissing(name=source)
        return folder
    if any(entry.name == source for entry in entry_points(group=_PACKAGE_GROUP)):
        return None
    return _pipeline_folder(Path(source), source)


def meta_of(folder: Path) -> ModelInfo:
    """Name, version and language as the folder's meta.json has them. Raises ModelBroken."""
    try:
        meta = json.loads((folder / "meta.json").read_bytes())
        language, name = str(meta["lang"]), str(meta["name"])
        full_name = name if language in name.split("_") else f"{language}_{name}"  # spaCy leaves it out
        return ModelInfo(str(folder), full_name, str(meta["version"]), language)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelBroken(name=str(folder), reason=f"meta.json: {error}") from error


def refuse_code(folder: Path) -> None:
    """Raises ModelCarriesCode where the folder holds files that could run code of their own."""
    carried = sorted(
        str(p.relative_to(folder)) for p in folder.rglob("*") if p.suffix.lower() in _CODE_SUFFIXES
    )
    if carried:
        raise ModelCarriesCode(path=str(folder), files=carried)


def _pipeline_folder(path: Path, source: str) -> Path:
    """The folder with the config: the one given, or the only one in it (an unpacked package)."""
    if (path / "config.cfg").is_file():
        return path
    inner = [config.parent for config in path.glob("*/config.cfg")] if path.is_dir() else []
    if len(inner) != 1:
        raise ModelMissing(name=source)
    return inner[0]


def _embedded() -> Iterator[ModelInfo]:
    root = _embedded_root()
    for folder in sorted(root.iterdir()) if root.is_dir() else ():
        if (folder / "meta.json").is_file():
            info = meta_of(folder)
            yield ModelInfo(EMBEDDED + folder.name, info.name, info.version, info.language)


def _installed() -> Iterator[ModelInfo]:
    for entry in sorted(entry_points(group=_PACKAGE_GROUP), key=lambda entry: entry.name):
        yield ModelInfo(entry.name, entry.name, _version(entry), entry.name.split("_")[0])


def _version(entry: EntryPoint) -> str:
    return entry.dist.version if entry.dist else ""


def _embedded_root() -> Path:
    return Path(str(files("resources"))) / "models"
