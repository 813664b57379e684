"""The program's icon in the forms that systems want, drawn from its SVG: PNG, Windows' .ico, macOS' .icns."""

import struct
from pathlib import Path

from project import ROOT
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SVG = ROOT / "resources" / "icons" / "lesart.svg"
ICO_SIZES = (16, 24, 32, 48, 64, 256)
ICNS_TYPES = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}
"""Apple's names for PNGs of one size."""


def png(size: int) -> bytes:
    """The icon, `size` pixels wide and high."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        QSvgRenderer(str(SVG)).render(painter, QRectF(0, 0, size, size))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt a name
    return bytes(QByteArray(buffer.data()).data())


def ico() -> bytes:
    """PNGs in an icon file: a header, a row of 16 bytes each, the pictures; for Windows since Vista."""
    pictures = [png(size) for size in ICO_SIZES]
    place = 6 + 16 * len(pictures)
    rows = b""
    for size, picture in zip(ICO_SIZES, pictures, strict=True):
        rows += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return struct.pack("<HHH", 0, 1, len(pictures)) + rows + b"".join(pictures)


def icns() -> bytes:
    """PNGs in an Apple icon file: blocks of type, length (its own eight bytes included) and picture."""
    blocks = b""
    for kind, size in ICNS_TYPES.items():
        picture = png(size)
        blocks += struct.pack(">4sI", kind, 8 + len(picture)) + picture
    return struct.pack(">4sI", b"icns", 8 + len(blocks)) + blocks


def write(folder: Path) -> None:
    """`lesart.ico` and `lesart.icns` in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "lesart.ico").write_bytes(ico())
    (folder / "lesart.icns").write_bytes(icns())
