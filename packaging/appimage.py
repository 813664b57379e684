"""The AppImage: one file that runs. Its first part is a ready-made runtime, which has to be handed in.

The runtime (a small program that mounts what follows it) comes from https://github.com/AppImage/type2-runtime;
`APPIMAGE_RUNTIME` names the file. Where it is not set, no AppImage is made.
"""

import os
import shutil
from pathlib import Path

import desktop_files
from project import BUNDLE, NAME, OUT, WORK, epoch, run


def build() -> Path | None:
    """`dist/lesart-….AppImage`, None without a runtime. Needs squashfs-tools."""
    runtime = os.environ.get("APPIMAGE_RUNTIME")
    if not runtime:
        return None
    folder, packed = WORK / "AppDir", WORK / "AppDir.squashfs"
    shutil.rmtree(folder, ignore_errors=True)
    packed.unlink(missing_ok=True)
    shutil.copytree(BUNDLE, folder / "usr" / "lib" / "lesart", symlinks=True)
    desktop_files.write(folder / "usr" / "share")
    (folder / "AppRun").symlink_to("usr/lib/lesart/lesart")
    (folder / "lesart.desktop").symlink_to("usr/share/applications/lesart.desktop")
    (folder / "lesart.png").symlink_to("usr/share/icons/hicolor/256x256/apps/lesart.png")
    (folder / ".DirIcon").symlink_to("lesart.png")
    pack = [
        "mksquashfs",
        folder,
        packed,
        "-comp",
        "zstd",
        "-all-root",
        "-no-xattrs",
        "-quiet",
        "-no-progress",
    ]
    run(pack, SOURCE_DATE_EPOCH=str(epoch()))
    out = OUT / f"{NAME}.AppImage"
    out.write_bytes(Path(runtime).read_bytes() + packed.read_bytes())
    out.chmod(0o755)
    return out
