"""Checks for the system libraries that Qt needs on Linux; Qt itself names only one of them, and aborts.

Run by `run` before anything that starts Qt. As root on Debian or Ubuntu it installs what is missing, else it
prints the one command to give and exits with 1. With `--fonts` it also says when no font but DejaVu is there;
with `--screen-reader` it also installs what the tests need that read the window as a screen reader does.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

# soname -> Debian package. Proved in a minimal Debian 12; Debian 13 and Ubuntu 24.04 take `libglib2.0-0` too,
# because their `libglib2.0-0t64` provides it.
ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
SCREEN_READER = {
    "/usr/bin/Xvfb": "xvfb",
    "/usr/bin/dbus-daemon": "dbus",
    "/usr/share/dbus-1/services/org.a11y.Bus.service": "at-spi2-core",
}
"""File -> Debian package, beside the libraries of X11."""


def needed(environment: Mapping[str, str]) -> dict[str, str]:
    """The libraries for the display that `environment` describes, as soname -> Debian package."""
    libraries = dict(ALWAYS)
    if environment.get("QT_QPA_PLATFORM", "") not in ("offscreen", "minimal"):
        libraries |= X11 if environment.get("DISPLAY") else {}
        libraries |= WAYLAND if environment.get("WAYLAND_DISPLAY") else {}
    return libraries


def loads(soname: str) -> bool:
    """Whether the dynamic linker finds the library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def missing(libraries: Mapping[str, str], loads: Callable[[str], bool] = loads) -> dict[str, str]:
    """Those of `libraries` that cannot be loaded."""
    return {soname: package for soname, package in libraries.items() if not loads(soname)}


def commands(packages: Mapping[str, str]) -> tuple[str, str]:
    """What installs the packages on Debian and Ubuntu."""
    names = " ".join(sorted(packages.values()))
    return "apt-get update", f"apt-get install --no-install-recommends --yes {names}"


def say(sentence: str) -> None:
    """One line on stderr; stdout belongs to the program that runs next."""
    sys.stderr.write(sentence + "\n")


def install(packages: Mapping[str, str]) -> None:
    """Installs them with apt-get, quietly; what apt-get said is shown only where it failed."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for line in commands(packages):
        command = [*line.split(), "-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=10"]
        done = subprocess.run(command, check=False, env=environment, capture_output=True, text=True)
        if done.returncode:
            say(done.stderr)
            return


def install_for_screen_reader() -> None:
    """Installs what reading the window over the accessibility bus needs; its tests are skipped without."""
    files = {file: package for file, package in SCREEN_READER.items() if not Path(file).exists()}
    if lacking := files | missing(X11):
        say(f"Installing what the tests with a screen reader need: {' '.join(sorted(lacking.values()))} ...")
        install(lacking)


def only_dejavu(folders: Iterable[Path]) -> bool:
    """Whether no other font is there: Chinese, Japanese, Thai and others would show as boxes."""
    files = (file for folder in folders for file in folder.rglob("*.[to]t[fc]"))
    return all(file.name.startswith("DejaVu") for file in files)


def font_folders() -> list[Path]:
    """Where Linux keeps fonts."""
    home = Path.home()
    return [
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        home / ".fonts",
        home / ".local/share/fonts",
    ]


def main(arguments: list[str]) -> int:
    """0: Qt can start. 1: it cannot, and the way out was printed."""
    if sys.platform != "linux":
        return 0
    lacking = missing(needed(os.environ))
    debian = shutil.which("apt-get") is not None
    if lacking and debian and os.geteuid() == 0:
        say(f"Installing what Qt needs: {' '.join(sorted(lacking.values()))} ...")
        install(lacking)
        lacking = missing(lacking)
    if lacking:
        say(f"Qt needs system libraries that are missing here: {' '.join(lacking)}")
        if debian:
            say(f"Give this command:  sudo sh -c '{' && '.join(commands(lacking))}'")
        return 1
    if "--screen-reader" in arguments and debian and os.geteuid() == 0:
        install_for_screen_reader()
    if "--fonts" in arguments and only_dejavu(font_folders()):
        say("No font but DejaVu is here; fonts-noto-core and fonts-noto-cjk show the other scripts.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
