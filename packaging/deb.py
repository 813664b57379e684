"""The Debian package: the frozen folder in /usr/lib/lesart, its command in /usr/bin, words for desktops.

No script runs when it is installed or removed: the triggers of desktop-file-utils, shared-mime-info and
hicolor-icon-theme keep the menus up to date where these are there.
"""

import hashlib
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import desktop_files
from contents import XCB_HELPERS
from parts import Part
from project import BUNDLE, OUT, PACKAGING, VERSION, WORK, epoch, run

STAGE = WORK / "deb" / "debian" / "lesart"
"""The package as a folder; dpkg-shlibdeps wants it below one that is called `debian`."""

FONTS = "fonts-noto-core"
"""Without it only Latin, Greek and Cyrillic are sure to be readable."""

WAYLAND = re.compile(r"[Ww]ayland|WlShell|xdg-shell")
"""Files without which Lesart still has windows under X11."""


def build(made_of: Iterable[Part]) -> Path:
    """`dist/lesart_VERSION_ARCHITECTURE.deb`; `made_of` are the parts in it. Needs dpkg-dev."""
    architecture = run(["dpkg", "--print-architecture"]).strip()
    _stage()
    there = {part.name for part in made_of if not part.name.startswith(XCB_HELPERS)}
    depends, recommends = (_without(there, relation) for relation in _relations())
    values = {
        "VERSION": VERSION,
        "ARCHITECTURE": architecture,
        "SIZE": str(sum(file.lstat().st_size for file in _files()) // 1024),
        "DEPENDS": depends,
        "RECOMMENDS": recommends,
    }
    words = (PACKAGING / "linux" / "control").read_text()
    control = re.sub(r"@(\w+)@", lambda found: values[found[1]], words)
    (STAGE / "DEBIAN" / "control").write_text(control)
    sums = [f"{_md5(file)}  {file.relative_to(STAGE)}\n" for file in _files()]
    (STAGE / "DEBIAN" / "md5sums").write_text("".join(sums))
    _set_modes()
    out = OUT / f"lesart_{VERSION}_{architecture}.deb"
    pack = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "-Sextreme", "--build", STAGE, out]
    run(pack, SOURCE_DATE_EPOCH=str(epoch()))
    return out


def _stage() -> None:
    shutil.rmtree(STAGE.parents[1], ignore_errors=True)
    (STAGE / "DEBIAN").mkdir(parents=True)
    home = STAGE / "usr" / "lib" / "lesart"
    shutil.copytree(BUNDLE, home, symlinks=True)
    for file in home.rglob("*.so*"):
        if file.name.startswith(XCB_HELPERS):
            file.unlink()
    (STAGE / "usr" / "bin").mkdir()
    (STAGE / "usr" / "bin" / "lesart").symlink_to("../lib/lesart/lesart")
    desktop_files.write(STAGE / "usr" / "share")
    papers = STAGE / "usr" / "share" / "doc" / "lesart"
    papers.mkdir(parents=True)
    shutil.copyfile(PACKAGING / "linux" / "copyright", papers / "copyright")
    overrides = STAGE / "usr" / "share" / "lintian" / "overrides"
    overrides.mkdir(parents=True)
    shutil.copyfile(PACKAGING / "linux" / "lintian-overrides", overrides / "lesart")


def _relations() -> tuple[str, str]:
    """Depends and Recommends: what the binaries ask for, of which Wayland is only recommended, and fonts."""
    (STAGE.parent / "control").write_text("Source: lesart\n\nPackage: lesart\nArchitecture: any\n")
    binaries = [file for file in _files() if _is_elf(file)]
    wayland = [file for file in binaries if WAYLAND.search(file.relative_to(STAGE).as_posix())]
    others = [file for file in binaries if file not in wayland]
    private = sorted({f"-l{file.parent}" for file in binaries})
    command = ["dpkg-shlibdeps", "-O", "--warnings=0", "--ignore-missing-info", *private]
    said = run([*command, "-dRecommends", *wayland, "-dDepends", *others], cwd=STAGE.parents[1])
    found = dict(re.findall(r"^shlibs:(\w+)=(.*)$", said, re.MULTILINE))
    return found["Depends"], ", ".join([*filter(None, [found.get("Recommends")]), FONTS])


def _without(names: set[str], relation: str) -> str:
    """A relation without what comes along: dpkg-shlibdeps looks for those libraries outside too."""
    return ", ".join(item for item in relation.split(", ") if item.split(" ")[0] not in names)


def _files() -> Iterator[Path]:
    """The files of the package, in order; links have no content of their own."""
    for file in sorted(STAGE.rglob("*")):
        if file.is_file() and not file.is_symlink() and "DEBIAN" not in file.parts:
            yield file


def _md5(file: Path) -> str:
    """What `dpkg --verify` compares."""
    return hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()


def _is_elf(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(4) == b"\x7fELF"


def _set_modes() -> None:
    """Whatever the umask of who builds: all may read, only root may write."""
    for path in [STAGE, *STAGE.rglob("*")]:
        if not path.is_symlink():
            runs = path.is_dir() or path == STAGE / "usr" / "lib" / "lesart" / "lesart"
            path.chmod(0o755 if runs else 0o644)
