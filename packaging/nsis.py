"""The Windows installer: for one user, without administrator's rights. `makensis` also runs on Linux."""

import shutil
from pathlib import Path

from project import BUNDLE, FROZEN, NAME, OUT, PACKAGING, ROOT, VERSION, epoch, run
from signing import sign_windows


def build() -> Path:
    """`dist/lesart-…-setup.exe`, signed where there is a certificate, as are the programs in it."""
    sign_windows(BUNDLE / "lesart.exe", BUNDLE / "lesart-console.exe")
    out = OUT / f"{NAME}-setup.exe"
    compile_installer(BUNDLE, FROZEN / "icons" / "lesart.ico", out)
    sign_windows(out)
    return out


def compile_installer(folder: Path, icon: Path, out: Path) -> None:
    """Pack a folder. Raises SystemExit where makensis is missing."""
    makensis = shutil.which("makensis") or shutil.which("makensis", path=r"C:\Program Files (x86)\NSIS")
    if makensis is None:
        raise SystemExit("makensis is missing: https://nsis.sourceforge.io, on Debian: apt-get install nsis")
    values = {"VERSION": VERSION, "FOLDER": folder, "ICON": icon, "LICENSE": ROOT / "LICENSE", "OUT": out}
    definitions = [f"-D{name}={value}" for name, value in values.items()]
    # Options begin with "-" on every system, and the script comes last.
    run([makensis, "-V2", "-WX", "-INPUTCHARSET", "UTF8", *definitions, PACKAGING / "windows" / "lesart.nsi"],
        SOURCE_DATE_EPOCH=str(epoch()))  # fmt: skip
