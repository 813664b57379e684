"""Installs the Debian package in a bare Debian 12, works with it as a user without rights, removes it again.

Needs root (a file system of its own, an empty network), debootstrap, xvfb, xdotool and imagemagick. The bare
system is made once, in the folder that `LESART_TEST_ROOT` names, else in out/. What came of it lies in
out/package-test.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Self

from project import OUT, ROOT, VERSION, run, say

BASE = Path(os.environ.get("LESART_TEST_ROOT") or ROOT / "out" / "debian-12")
RESULTS = ROOT / "out" / "package-test"
TREE = RESULTS / "root"
TOOLS = {"debootstrap": "debootstrap", "Xvfb": "xvfb", "xdotool": "xdotool", "import": "imagemagick"}
"""Program -> Debian package."""

SOCKETS = Path("/tmp/.X11-unix")  # noqa: S108  # where X11 has them
HOME = "/home/annotator"
PROJECT = f"{HOME}/Meine Projekte/Übung – erste Runde.lesart"
SETTINGS = f"{HOME}/.config/lesart/settings.toml"
ARTICLE = "Ministerin Angela Muster lobte am Montag in Berlin die Deutsche Bahn.\n"
OLDER = "0.0.1"
PATIENCE = 60.0
"""Seconds that anything may take."""


def main() -> int:
    """0: all went well. 1: something did not, and was named. 2: something is missing, and was named."""
    if lacking := [package for tool, package in TOOLS.items() if not shutil.which(tool)]:
        say(f"Missing here: apt-get install {' '.join(lacking)}")
        return 2
    packages = sorted(OUT.glob("lesart_*.deb"))
    if os.geteuid() != 0 or not packages:
        say("Needs root." if packages else "There is no package yet: ./run package")
        return 2
    if "LESART_ALONE" not in os.environ:
        # Mounts and processes of the test end with it, whatever happens.
        alone = ["unshare", "--mount", "--pid", "--fork", "--kill-child", sys.executable, *sys.orig_argv[1:]]
        return subprocess.run(alone, check=False, env={**os.environ, "LESART_ALONE": "1"}).returncode
    try:
        _test(packages[-1])
    except (AssertionError, TimeoutError, subprocess.CalledProcessError) as error:
        say(f"FAILED: {error}")
        return 1
    say("All is well.")
    return 0


def _test(package: Path) -> None:
    _make_tree()
    bare = _listing()
    older = _older(package)
    _install(older)
    _as_user("mkdir", "-p", str(Path(SETTINGS).parent), str(Path(PROJECT).parent))
    (TREE / SETTINGS[1:]).write_text('language = "de"\nauthor = "Zoë Ünal"\n')
    article = TREE / HOME[1:] / "artikel.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    _as_user("lesart", "import", PROJECT, f"{HOME}/artikel.txt")
    kept = _digest()

    _install(package)
    _check(
        f"upgraded from {OLDER} to {VERSION}", _as_user("lesart", "--version").strip() == f"lesart {VERSION}"
    )
    _check("project and settings are as they were", _digest() == kept)
    _check("every file is as it was packed", not _in_tree("dpkg", "--verify", "lesart").strip())
    said = _as_user("sh", "-c", "test -w /usr/lib/lesart || echo no")
    _check("the user cannot write there", said == "no\n")
    online, offline = _as_user("lesart", "self-test"), _as_user("lesart", "self-test", network=False)
    say(offline.rstrip())
    _check("without a network it behaves the same", _words(online) == _words(offline))

    with Display() as display:
        _annotate(display)
    _check("the project is sound", "no problems" in _as_user("lesart", "check", PROJECT))
    _check("no log holds the article's text", not _logs_hold("lobte am Montag"))

    _in_tree("apt-get", "purge", "--yes", "--quiet=2", "lesart")
    _in_tree("apt-get", "autoremove", "--purge", "--yes", "--quiet=2")
    left = sorted(_listing() ^ bare)
    _check("nothing is left of it in the system", not left, *left)
    own = sorted(str(file.relative_to(TREE)) for file in (TREE / HOME[1:]).rglob("*") if file.is_file())
    say("The user's own files are still there:\n  " + "\n  ".join(own))
    _check("the project is still there", PROJECT[1:] in own)


def _annotate(display: "Display") -> None:
    """Accept a suggestion and make a stance by keys, in an empty network; then a second window."""
    start = time.monotonic()
    window = display.opened(PROJECT)
    say(f"the window is there after {1000 * (time.monotonic() - start):.0f} ms")
    _wait("suggestions", lambda: _count("span", "made = 'predicted'") == 3)
    say(f"the model has read the article after {1000 * (time.monotonic() - start):.0f} ms")
    time.sleep(1)  # the picture is to show them
    display.picture("opened.png")
    window.keys("Tab", "Return")
    _wait("the accepted suggestion", lambda: _count("span", "made = 'accepted'") == 1)
    _check("Enter accepts the suggestion", True)
    window.keys("f", "Tab", "Return")
    _wait("the stance", lambda: _count("stance", "true") == 1)
    _check("F, Tab, Enter make a stance", True)
    display.picture("annotated.png")

    said = _as_user("lesart", "check", PROJECT)
    _check("the command line works beside the window", "no problems" in said)
    second = display.opened(PROJECT)
    time.sleep(2)  # it reads the article
    second.keys("Tab", "x")
    _wait("the refusal", lambda: _count("rejection", "true") == 1)
    _check("a second window on the same project works too", True)
    display.picture("second.png")
    _check("both windows close without an error", (second.close(), window.close()) == (0, 0))


class Display:
    """An X server for the program in the tree; outside of it, so that nothing helps the program there."""

    def __enter__(self) -> Self:
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
        self._server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as told:
            self._name = f":{told.readline().strip()}"
        self._sockets = TREE / SOCKETS.relative_to("/")
        self._sockets.mkdir()
        run(["mount", "--bind", SOCKETS, self._sockets])
        return self

    def __exit__(self, *_: object) -> None:
        run(["umount", self._sockets])
        self._sockets.rmdir()
        self._server.terminate()
        self._server.wait()

    def opened(self, project: str) -> "Window":
        """The program with a project, once its window is there."""
        before = self._windows()
        program = subprocess.Popen(_user_command("lesart", project, network=False, DISPLAY=self._name))
        _wait("the window", lambda: bool(self._windows() - before))
        (number,) = self._windows() - before
        return Window(self, program, number)

    def picture(self, name: str) -> None:
        """What is on the screen, in the results."""
        run(["import", "-window", "root", RESULTS / name], DISPLAY=self._name)

    def do(self, *words: str) -> str:
        """What xdotool says to that."""
        command = ["xdotool", *words]
        environment = {**os.environ, "DISPLAY": self._name}
        return subprocess.run(command, check=False, env=environment, capture_output=True, text=True).stdout

    def _windows(self) -> set[str]:
        return set(self.do("search", "--onlyvisible", "--name", "Lesart").split())


class Window:
    """One running program with a window."""

    def __init__(self, display: Display, program: subprocess.Popen[bytes], number: str) -> None:
        self._display, self._program, self._number = display, program, number

    def keys(self, *keys: str) -> None:
        """Press keys one after another, as a quick typist does; no window manager gives the focus."""
        self._display.do("windowfocus", "--sync", self._number, "key", "--delay", "120", *keys)

    def close(self) -> int:
        """Close it by its key; returns the exit code of the program."""
        self.keys("ctrl+q")
        return self._program.wait(PATIENCE)


def _make_tree() -> None:
    """A fresh copy of the bare system, with a user."""
    if not (BASE / "etc" / "debian_version").exists():
        say(f"Making a bare Debian 12 in {BASE} (this once) ...")
        run(["debootstrap", "--variant=minbase", "bookworm", BASE, *_mirror()])
    shutil.rmtree(RESULTS, ignore_errors=True)
    RESULTS.mkdir(parents=True)
    run(["cp", "--archive", "--reflink=auto", BASE, TREE])
    shutil.copyfile("/etc/resolv.conf", TREE / "etc" / "resolv.conf")
    run(["mount", "-t", "proc", "proc", TREE / "proc"])
    run(["mount", "-t", "devpts", "devpts", TREE / "dev" / "pts"])
    _in_tree("useradd", "--create-home", "annotator")
    _in_tree("apt-get", "update", "--quiet=2")


def _mirror() -> list[str]:
    """The archive that this system itself uses, where it is Debian's; else debootstrap's own choice."""
    if given := os.environ.get("DEBIAN_MIRROR"):
        return [given]
    if "ID=debian\n" not in Path("/etc/os-release").read_text():
        return []
    used = run(
        ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Codename: bookworm", "Created-By: Packages"]
    )
    return used.split()[:1]


def _older(package: Path) -> Path:
    """The same package under a lower version."""
    folder, older = RESULTS / "older", RESULTS / "older.deb"
    run(["dpkg-deb", "--raw-extract", package, folder])
    control = folder / "DEBIAN" / "control"
    control.write_text(control.read_text().replace(f"Version: {VERSION}", f"Version: {OLDER}"))
    run(["dpkg-deb", "--root-owner-group", "-Znone", "--build", folder, older])
    shutil.rmtree(folder)
    return older


def _install(package: Path) -> None:
    inside = TREE / "opt" / "lesart.deb"
    shutil.copyfile(package, inside)
    _in_tree("apt-get", "install", "--yes", "--quiet=2", "--no-install-recommends", "/opt/lesart.deb")
    inside.unlink()


def _in_tree(*command: str) -> str:
    return run(
        ["chroot", str(TREE), *command],
        DEBIAN_FRONTEND="noninteractive",
        LC_ALL="C.UTF-8",
        PATH="/usr/sbin:/usr/bin:/sbin:/bin",
    )


def _user_command(*command: str, network: bool, **variables: str) -> list[str]:
    environment = {"HOME": HOME, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", **variables}
    prefix = [] if network else ["unshare", "--net"]
    words = [f"{name}={value}" for name, value in environment.items()]
    return [
        *prefix,
        "chroot",
        "--userspec=annotator:annotator",
        str(TREE),
        "env",
        "-i",
        "-C",
        HOME,
        *words,
        *command,
    ]


def _as_user(*command: str, network: bool = True) -> str:
    return run(_user_command(*command, network=network))


def _listing() -> set[str]:
    """All files of the system: not the user's, and not what apt keeps of what it fetched and did."""
    skipped = ("home", "proc", "dev", "sys", "tmp", "var/lib/apt", "var/cache/apt", "var/log", "var/lib/dpkg")
    paths = (str(path.relative_to(TREE)) for path in TREE.rglob("*"))
    return {path for path in paths if not path.startswith(skipped)}


def _digest() -> str:
    """A checksum of what the user made before the upgrade."""
    return run(["sha256sum", TREE / PROJECT[1:], TREE / SETTINGS[1:]])


def _count(table: str, condition: str) -> int:
    with closing(sqlite3.connect(f"file:{TREE / PROJECT[1:]}?mode=ro", uri=True)) as store:
        return int(store.execute(f"SELECT count(*) FROM {table} WHERE {condition}").fetchone()[0])


def _logs_hold(words: str) -> bool:
    logs = (TREE / HOME[1:]).rglob("*.log*")
    return any(words in log.read_text(encoding="utf-8") for log in logs)


def _words(said: str) -> list[str]:
    """What a self-test says, without the sizes of files, which hold times."""
    return [line for line in said.splitlines() if "bytes" not in line.split()[-1:]]


def _wait(what: str, is_there: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not is_there():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what} did not come")
        time.sleep(0.05)


def _check(what: str, is_so: bool, *details: str) -> None:
    if not is_so:
        raise AssertionError("\n  ".join([f"not so: {what}", *details]))
    say(f"ok  {what}")
