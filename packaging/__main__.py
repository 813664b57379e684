"""Makes and tests the installers and writes the manual: `./run package`, `package-test`, `manual`."""

import hashlib
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import budget
import freezing
from parts import Part
from project import NAME, OUT, epoch, say

TOOLS = {"strip": "binutils", "dpkg-shlibdeps": "dpkg-dev"} if sys.platform == "linux" else {}
"""Program -> Debian package."""


def main(arguments: list[str]) -> int:
    """0: made and within its budget; 1: too large; 2: something is missing, and was named."""
    if arguments == ["test"]:
        import installed

        return installed.main()
    if arguments[:1] == ["manual"]:
        import manual

        return manual.main(arguments[1:])
    if lacking := [package for tool, package in TOOLS.items() if not shutil.which(tool)]:
        say(f"Missing here: apt-get install {' '.join(lacking)}")
        return 2
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    import sbom

    say("Freezing ...")
    made_of = freezing.freeze()
    (OUT / f"{NAME}.cdx.json").write_text(sbom.document(made_of, at=epoch()), encoding="utf-8")
    say("Packing ...")
    limited = package(made_of)
    write_sums()
    return 0 if budget.check(limited) else 1


def package(made_of: Sequence[Part]) -> dict[str, Path]:
    """Make the installers of this platform; returns them by the name of their limit."""
    if sys.platform == "win32":
        import nsis

        return {"setup": nsis.build()}
    if sys.platform == "darwin":
        import dmg

        return {"dmg": dmg.build()}
    import appimage
    import archive
    import deb

    archive.build()
    if appimage.build() is None:
        say("No AppImage: APPIMAGE_RUNTIME does not name a runtime.")
    return {"deb": deb.build(made_of)}


def write_sums() -> None:
    """`SHA256SUMS` over everything that was made, as `sha256sum --check` reads it."""
    files = sorted(OUT.iterdir())
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    (OUT / "SHA256SUMS").write_text("".join(lines), newline="\n")
    for file in files:
        say(f"{file.stat().st_size:>12,}  {file.relative_to(OUT.parent)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
