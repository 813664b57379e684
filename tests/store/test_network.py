"""Folders on a network are recognised."""

import sys
from pathlib import Path

import pytest

from store import network


def test_the_nearest_mount_point_decides() -> None:
    mounts = list(
        network.parse_proc_mounts(["/dev/sda / ext4 rw 0 0", "//nas/x /mnt/my\\040nas cifs rw 0 0"])
    )
    assert network.filesystem(Path("/mnt/my nas/a/b"), mounts) == "cifs"
    assert network.filesystem(Path("/mnt/other"), mounts) == "ext4"
    assert (
        network.filesystem(Path("/mnt/my nas"), [("/mnt/my nas", "nfs"), ("/mnt/my nas", "ext4")]) == "ext4"
    )


def test_a_macs_mounts_are_read() -> None:
    lines = ["/dev/disk1s1 on / (apfs, local, journaled)", "//ada@nas/news on /Volumes/news (smbfs, nodev)"]
    assert network.filesystem(Path("/Volumes/news/x.lesart"), network.parse_mount(lines)) == "smbfs"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX folders")
def test_the_folder_of_a_test_is_not_on_a_network(tmp_path: Path) -> None:
    assert not network.on_network(tmp_path)
