"""What the frozen program is made of: every library in it, its version, its licence, the licence's text."""

import json
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path

from msgspec import Struct
from project import FROZEN, PACKAGING, ROOT, VERSION, run

from desktop.provenance import PARTS, licence_of, texts_of

LGPL = [PACKAGING / "licences" / f"{name}.txt" for name in ("LGPL-3.0", "GPL-3.0", "qt")]


class Part(Struct, frozen=True):
    """One library: `purl` is its package URL, `licence` what its makers say, `texts` the files with it."""

    name: str
    version: str
    licence: str
    purl: str
    texts: tuple[Path, ...]


def frozen_parts() -> list[Part]:
    """All parts of the program that was frozen last, by name. ValueError where one has no licence text."""
    sources = [Path(source) for _, source in json.loads((FROZEN / "contents.json").read_text())]
    packages, others = _packages(sources)
    found = [*map(_of_package, packages), _python(), *_of_system(others), *_of_data()]
    if bare := [part.name for part in found if not part.texts]:
        raise ValueError(f"no licence text for {', '.join(bare)}")
    return sorted(found, key=lambda part: part.name.lower())


def write_licences(parts: Iterable[Part], folder: Path) -> None:
    """One subfolder with its texts a part, and a list of them."""
    lines = [f"Lesart {VERSION}: Apache-2.0 (LICENSE)"]
    folder.mkdir()
    shutil.copy(ROOT / "LICENSE", folder)
    for part in parts:
        lines.append(f"{part.name} {part.version}: {part.licence} ({part.name}/)")
        (folder / part.name).mkdir()
        for number, text in enumerate(part.texts):
            taken = (folder / part.name / text.name).exists()
            shutil.copyfile(text, folder / part.name / (f"{number}-{text.name}" if taken else text.name))
    (folder / PARTS).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _packages(sources: list[Path]) -> tuple[list[Distribution], list[Path]]:
    """The Python packages that the sources belong to, and sources that belong to none."""
    owners = {
        Path(str(package.locate_file(file))).resolve(): package
        for package in distributions()
        for file in package.files or ()
        if package.metadata["Name"] != "lesart"
    }
    # Of PyInstaller comes the loader, the program's first file; it is put together in the build.
    found = {"pyinstaller": distribution("pyinstaller")}
    others: list[Path] = []
    for source in sources:
        if owner := owners.get(source.resolve()):
            found[owner.metadata["Name"]] = owner
        else:
            others.append(source)
    return list(found.values()), others


def _of_package(package: Distribution) -> Part:
    name, version, licence = package.metadata["Name"], package.version, licence_of(package)
    return Part(
        name=name,
        version=version,
        licence=licence,
        purl=f"pkg:pypi/{re.sub(r'[-_.]+', '-', name).lower()}@{version}",
        texts=texts_of(package) or (tuple(LGPL) if "LGPL-3.0" in licence else ()),
    )


def _python() -> Part:
    version = sys.version.split()[0]
    base = Path(sys.base_prefix)
    places = (base / "LICENSE.txt", base / "lib" / f"python{version.rpartition('.')[0]}" / "LICENSE.txt")
    texts = tuple(file for file in places if file.is_file())[:1]
    return Part("Python", version, "PSF-2.0", f"pkg:generic/python@{version}", texts)


def _of_system(sources: list[Path]) -> Iterator[Part]:
    """Libraries of the Linux system that builds, which come along: its package manager knows them."""
    homes = (Path(sys.base_prefix), Path(sys.prefix), ROOT)
    libraries = (source for source in sources if ".so" in source.name and source.is_absolute())
    foreign = (library for library in libraries if not any(map(library.is_relative_to, homes)))
    for package in sorted(set(map(_debian_package, foreign))):
        said = run(["dpkg-query", "-Wf", "${Package} ${Version} ${Architecture}", package])
        name, version, architecture = said.split()
        text = Path("/usr/share/doc") / name / "copyright"
        purl = f"pkg:deb/debian/{name}@{version}?arch={architecture}"
        yield Part(name, version, "see the text", purl, (text,))


def _of_data() -> Iterator[Part]:
    """The embedded models and the table of languages: ours, made of data of others that their texts name."""
    resources = ROOT / "resources"
    for file in sorted(resources.glob("models/*/meta.json")):
        meta = json.loads(file.read_text(encoding="utf-8"))
        name, version = meta["name"], meta["version"]
        texts = (file.with_name("MODEL_CARD.md"), file.with_name("LICENSES.txt"))
        yield Part(name, version, meta["license"], f"pkg:generic/{name}@{version}", texts)
    said = resources / "languages" / "README.md"
    licence = re.findall(r"Distributed under (.+?\d)\. ", said.read_text(encoding="utf-8"))
    texts = (said, said.with_name("LICENSES.txt"))
    yield Part("lesart_languages", VERSION, *licence, f"pkg:generic/lesart_languages@{VERSION}", texts)


def _debian_package(library: Path) -> str:
    """Asked by the library's name: the folders that lead to it may be links."""
    return run(["dpkg", "-S", f"*/{library.resolve().name}"]).splitlines()[0].rpartition(": ")[0]
