"""What makes Lesart a citizen of a Linux desktop: menu entry, icons, file type, words for app stores."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import icons
from project import PACKAGING, ROOT, VERSION, epoch

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def write(share: Path) -> None:
    """Everything under a folder `share`, as in /usr/share."""
    linux = PACKAGING / "linux"
    _copy(linux / "lesart.desktop", share / "applications" / "lesart.desktop")
    _copy(linux / "mime.xml", share / "mime" / "packages" / "lesart.xml")
    _copy(ROOT / "resources" / "icons" / "lesart.svg", share / "icons/hicolor/scalable/apps/lesart.svg")
    for size in SIZES:
        _put(share / f"icons/hicolor/{size}x{size}/apps/lesart.png", icons.png(size))
    day = datetime.fromtimestamp(epoch(), UTC).date().isoformat()
    words = (linux / "metainfo.xml").read_text(encoding="utf-8")
    words = words.replace("@VERSION@", VERSION).replace("@DATE@", day)
    _put(share / "metainfo" / "org.lesart.Lesart.metainfo.xml", words.encode())


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _put(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
