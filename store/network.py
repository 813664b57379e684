"""Whether a folder lies on another machine, where SQLite's WAL does not work (it needs shared memory)."""

import ctypes
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

NETWORK_FILESYSTEMS = frozenset({
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "afpfs", "ncpfs", "webdav", "davfs", "fuse.sshfs",
    "fuse.davfs2", "fuse.rclone", "fuse.gvfsd-fuse", "ceph", "lustre", "glusterfs", "fuse.glusterfs",
    "beegfs",
})  # fmt: skip
_DRIVE_REMOTE = 4


def on_network(path: Path) -> bool:
    """True if `path` is known to lie on a network share."""
    folder = path.resolve()
    if sys.platform == "win32":
        return _remote_drive(folder)
    if sys.platform == "darwin":
        lines = subprocess.run(
            ["/sbin/mount"], capture_output=True, text=True, check=False
        ).stdout.splitlines()
        return filesystem(folder, parse_mount(lines)) in NETWORK_FILESYSTEMS
    try:
        lines = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return False
    return filesystem(folder, parse_proc_mounts(lines)) in NETWORK_FILESYSTEMS


def parse_proc_mounts(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(mount point, file system) of each line of `/proc/self/mounts`, where a blank is `\\040` (proc(5))."""
    for line in lines:
        fields = line.split(" ")
        if len(fields) >= 3:
            yield fields[1].encode("utf-8", "surrogateescape").decode("unicode_escape"), fields[2]


def parse_mount(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(mount point, file system) of each line of macOS's `mount`: `//host/share on /point (smbfs, …)`."""
    for line in lines:
        head, _, options = line.rpartition(" (")
        _, _, point = head.partition(" on ")
        if point:
            yield point, options.rstrip(")").split(",")[0]


def filesystem(path: Path, mounts: Iterable[tuple[str, str]]) -> str | None:
    """The file system of the mount point nearest above `path`; of two at one point the later one counts."""
    found: tuple[int, str] | None = None
    for point, kind in mounts:
        if path.is_relative_to(point) and (found is None or len(point) >= found[0]):
            found = (len(point), kind)
    return found[1] if found else None


def _remote_drive(path: Path) -> bool:
    if str(path).startswith("\\\\"):
        return True
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - exists on Windows only
    return (
        kernel.GetDriveTypeW(path.anchor + ("" if path.anchor.endswith(os.sep) else os.sep)) == _DRIVE_REMOTE
    )
