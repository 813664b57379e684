"""Which models there are and whether a folder may be loaded, without importing spaCy.

A model is named by its source: `embedded:de` (shipped with Lesart), the name of an installed package, or a
folder.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from desktop.nlp.errors import ModelBroken, ModelCarriesCode, ModelMissing

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint, EntryPoints

EMBEDDED = "embedded:"
ANY_LANGUAGE = "xx"
"""What spaCy calls the language of a multilingual pipeline."""

UNKNOWN = "und"
"""BCP 47 for a text whose language was looked for and not found."""

ALSO_READS = "also_reads"
"""Key of a meta.json: further languages that the model was made for."""

_PACKAGE_GROUP = "spacy_models"
_RELIABILITY = re.compile(r"^\| (0\.\d)–[01]\.\d \| (\d+) \| ([01]\.\d+) \|$", re.MULTILINE)
_CODE_SUFFIXES = frozenset((".py", ".pyc", ".pyd", ".so", ".dll", ".dylib", ".pkl", ".pickle"))


class ModelInfo(Struct, frozen=True):
    """A model that can be loaded by its `source`; it reads `language` and, less well, those in `also`."""

    source: str
    name: str
    version: str
    language: str
    also: tuple[str, ...] = ()


def available() -> list[ModelInfo]:
    """The embedded models, then the installed packages."""
    return [*_embedded(), *_installed()]


def within(folder: Path) -> list[ModelInfo]:
    """The models whose folders lie in a folder, such as a person's own; what is none is passed over."""
    found: list[ModelInfo] = []
    for file in sorted(folder.glob("[!.]*/meta.json")):
        with suppress(ModelBroken):
            found.append(meta_of(file.parent))
    return found


def describe(source: str) -> ModelInfo:
    """What is known of a model before it is loaded. Raises ModelMissing, ModelBroken."""
    folder = folder_of(source)
    if folder is None:
        return next(model for model in _installed() if model.source == source)
    return replace(meta_of(folder), source=source)


def by_language(models: Iterable[ModelInfo]) -> dict[str, str]:
    """Language -> source of the model that reads it: of several, the first that was made for it.

    A multilingual model that names its languages reads those, another any.
    """
    known = list(models)
    found: dict[str, str] = {}
    for model in known:
        if model.language != ANY_LANGUAGE or not model.also:
            found.setdefault(model.language, model.source)
    for model in known:
        for language in model.also:
            found.setdefault(language, model.source)
    return found


def reader(language: str | None, sources: Mapping[str, str], *, default: str) -> str | None:
    """The source that reads a language: its own, its main language's („zh-Hant“: zh), or one for any.

    A text whose language is not known is taken to be in the default one.
    """
    code = default if language in (None, UNKNOWN) else language
    for known in (code, code.split("-")[0], ANY_LANGUAGE):
        if known in sources:
            return sources[known]
    return None


def folder_of(source: str) -> Path | None:
    """The folder that a source stands for, None for an installed package. Raises ModelMissing."""
    if source.startswith(EMBEDDED):
        folder = _embedded_root() / source.removeprefix(EMBEDDED)
        if not (folder / "config.cfg").is_file():
            raise ModelMissing(name=source)
        return folder
    if any(entry.name == source for entry in _packages()):
        return None
    return _pipeline_folder(Path(source), source)


def is_embedded(folder: Path) -> bool:
    """Whether a folder is that of a model that came with Lesart."""
    return folder.resolve().parent == _embedded_root().resolve()


def files_of(source: str) -> Path:
    """The folder with the files of a source, of an installed package too; nothing of that is run. Raises
    ModelMissing.
    """
    folder = folder_of(source)
    if folder is not None:
        return folder
    from importlib.util import find_spec

    found = find_spec(source)
    places = found.submodule_search_locations if found is not None else None
    if not places:
        raise ModelMissing(name=source)
    return _pipeline_folder(Path(places[0]), source)


def meta_of(folder: Path) -> ModelInfo:
    """Name, version and language as the folder's meta.json has them. Raises ModelBroken."""
    try:
        meta = json.loads((folder / "meta.json").read_bytes())
        language, name = str(meta["lang"]), str(meta["name"])
        full_name = name if language in name.split("_") else f"{language}_{name}"  # spaCy leaves it out
        also = tuple(map(str, meta.get(ALSO_READS, ())))
        return ModelInfo(str(folder), full_name, str(meta["version"]), language, also)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelBroken(name=str(folder), reason=f"meta.json: {error}") from error


def reliability(source: str) -> list[tuple[float, int, float]]:
    """How often its scores were right on development data: lower end, suggestions, share right.

    As the model's card has them; empty where it has none.
    """
    folder = folder_of(source)
    card = folder / "MODEL_CARD.md" if folder is not None else None
    if card is None or not card.is_file():
        return []
    rows = _RELIABILITY.findall(card.read_text(encoding="utf-8"))
    return [(float(low), int(count), float(share)) for low, count, share in rows]


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
            yield replace(meta_of(folder), source=EMBEDDED + folder.name)


def _installed() -> Iterator[ModelInfo]:
    for entry in sorted(_packages(), key=lambda entry: entry.name):
        yield ModelInfo(entry.name, entry.name, _version(entry), entry.name.split("_")[0])


def _packages() -> "EntryPoints":
    """The models among the installed packages. Asked for late: the window is painted before that."""
    from importlib.metadata import entry_points

    return entry_points(group=_PACKAGE_GROUP)


def _version(entry: "EntryPoint") -> str:
    return entry.dist.version if entry.dist else ""


def _embedded_root() -> Path:
    return Path(str(files("resources"))) / "models"
