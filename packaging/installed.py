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
from contextlib import closing
from pathlib import Path

from bare_system import HOME, RESULTS, TREE, as_user, in_tree, listing, make
from display import Display, wait
from project import OUT, VERSION, run, say

TOOLS = {"debootstrap": "debootstrap", "Xvfb": "xvfb", "xdotool": "xdotool", "import": "imagemagick"}
"""Program -> Debian package."""

PROJECT = f"{HOME}/Meine Projekte/Übung – erste Runde.lesart"
SETTINGS = f"{HOME}/.config/lesart/settings.toml"
ARTICLE = "Ministerin Angela Muster lobte am Montag in Berlin die Deutsche Bahn.\n"
OLDER = "0.0.1"


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
    make()
    bare = listing()
    older = _older(package)
    _install(older)
    as_user("mkdir", "-p", str(Path(SETTINGS).parent), str(Path(PROJECT).parent))
    (TREE / SETTINGS[1:]).write_text('language = "de"\nauthor = "Zoë Ünal"\n')
    article = TREE / HOME[1:] / "artikel.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    as_user("lesart", "import", PROJECT, f"{HOME}/artikel.txt")
    kept = _digest()

    _install(package)
    _check(
        f"upgraded from {OLDER} to {VERSION}", as_user("lesart", "--version").strip() == f"lesart {VERSION}"
    )
    _check("project and settings are as they were", _digest() == kept)
    _check("every file is as it was packed", not in_tree("dpkg", "--verify", "lesart").strip())
    said = as_user("sh", "-c", "test -w /usr/lib/lesart || echo no")
    _check("the user cannot write there", said == "no\n")
    online, offline = as_user("lesart", "self-test"), as_user("lesart", "self-test", network=False)
    say(offline.rstrip())
    _check("without a network it behaves the same", _words(online) == _words(offline))

    with Display() as display:
        _annotate(display)
    _check("the project is sound", "no problems" in as_user("lesart", "check", PROJECT))
    _check("no log holds the article's text", not _logs_hold("lobte am Montag"))

    in_tree("apt-get", "purge", "--yes", "--quiet=2", "lesart")
    in_tree("apt-get", "autoremove", "--purge", "--yes", "--quiet=2")
    left = sorted(listing() ^ bare)
    _check("nothing is left of it in the system", not left, *left)
    own = sorted(str(file.relative_to(TREE)) for file in (TREE / HOME[1:]).rglob("*") if file.is_file())
    say("The user's own files are still there:\n  " + "\n  ".join(own))
    _check("the project is still there", PROJECT[1:] in own)


def _annotate(display: "Display") -> None:
    """Accept a suggestion and make a stance by keys, in an empty network; then a second window."""
    start = time.monotonic()
    window = display.opened(PROJECT)
    say(f"the window is there after {1000 * (time.monotonic() - start):.0f} ms")
    wait("suggestions", lambda: _count("span", "made = 'predicted'") == 3)
    say(f"the model has read the article after {1000 * (time.monotonic() - start):.0f} ms")
    time.sleep(1)  # the picture is to show them
    display.picture("opened.png")
    window.keys("Tab", "Return")
    wait("the accepted suggestion", lambda: _count("span", "made = 'accepted'") == 1)
    _check("Enter accepts the suggestion", True)
    window.keys("f", "Tab", "Return")
    wait("the stance", lambda: _count("stance", "true") == 1)
    _check("F, Tab, Enter make a stance", True)
    display.picture("annotated.png")

    said = as_user("lesart", "check", PROJECT)
    _check("the command line works beside the window", "no problems" in said)
    second = display.opened(PROJECT)
    wait("the second window's project", lambda: Path(PROJECT).stem in second.title())
    second.keys_until("the refusal", lambda: _count("rejection", "true") == 1, "Tab", "x")
    _check("a second window on the same project works too", True)
    display.picture("second.png")
    _check("both windows close without an error", (second.close(), window.close()) == (0, 0))


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
    in_tree("apt-get", "install", "--yes", "--quiet=2", "--no-install-recommends", "/opt/lesart.deb")
    inside.unlink()


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


def _check(what: str, is_so: bool, *details: str) -> None:
    if not is_so:
        raise AssertionError("\n  ".join([f"not so: {what}", *details]))
    say(f"ok  {what}")
