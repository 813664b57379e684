"""Icons drawn from our own SVG outlines, tinted with a colour and sharp on every screen."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.gui.paths import RESOURCES

FOLDER = RESOURCES / "icons"
RATIOS = (1.0, 1.5, 2.0, 3.0)


@lru_cache(maxsize=256)
def icon(name: str, colour: str, *, size: int = 20) -> QIcon:
    """The icon `name` in `colour` (#rrggbb), `size` logical pixels wide, for all usual pixel ratios."""
    made = QIcon()
    for ratio in RATIOS:
        made.addPixmap(picture(name, colour, size=size, ratio=ratio))
    return made


def picture(name: str, colour: str, *, size: int, ratio: float) -> QPixmap:
    """One picture of the icon for one device pixel ratio."""
    outline = (FOLDER / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        QSvgRenderer(QByteArray(outline.encode())).render(painter, QRectF(0, 0, size, size))
    return pixmap


def program_icon() -> QIcon:
    """The program's own icon."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(picture("lesart", "", size=size, ratio=1.0))
    return made
