"""A bare Debian 12 in a folder: made once, copied for each test, entered as root or as a user."""

import os
import shutil
from pathlib import Path

from project import ROOT, run, say

BASE = Path(os.environ.get("LESART_TEST_ROOT") or ROOT / "out" / "debian-12")
RESULTS = ROOT / "out" / "package-test"
TREE = RESULTS / "root"
HOME = "/home/annotator"


def make() -> None:
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
    in_tree("useradd", "--create-home", "annotator")
    in_tree("apt-get", "update", "--quiet=2")


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


def in_tree(*command: str) -> str:
    """What a command of root's says in the bare system."""
    return run(
        ["chroot", str(TREE), *command],
        DEBIAN_FRONTEND="noninteractive",
        LC_ALL="C.UTF-8",
        PATH="/usr/sbin:/usr/bin:/sbin:/bin",
    )


def user_command(*command: str, network: bool, **variables: str) -> list[str]:
    """How to run a command as a user without rights there; without `network` in an empty one."""
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


def as_user(*command: str, network: bool = True) -> str:
    """What a user's command says."""
    return run(user_command(*command, network=network))


def listing() -> set[str]:
    """All files of the system: not the user's, and not what apt keeps of what it fetched and did."""
    skipped = ("home", "proc", "dev", "sys", "tmp", "var/lib/apt", "var/cache/apt", "var/log", "var/lib/dpkg")
    paths = (str(path.relative_to(TREE)) for path in TREE.rglob("*"))
    return {path for path in paths if not path.startswith(skipped)}
