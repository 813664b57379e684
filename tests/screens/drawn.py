"""The texts that a widget draws, with their colours and their room: told by a paint device of our own.

So it does not matter who draws them: labels, style rules, delegates, menus or the article's own painter.
"""

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPaintDevice, QPaintEngine, QPaintEngineState, QTextItem, QTransform
from PySide6.QtWidgets import QWidget

DOTS_PER_INCH = 96


class Text(Struct, frozen=True):
    """Words in one colour on one line; `box` and `room` are pixels of the widget. What is out of `room` is
    not seen.
    """

    words: str
    box: QRectF
    room: QRectF
    colour: QColor
    font: QFont

    def joined(self, other: "Text") -> "Text":
        """This text with one that goes on where it ends."""
        return Text(self.words + other.words, self.box.united(other.box), self.room, self.colour, self.font)

    def goes_on(self, other: "Text") -> bool:
        """Whether the other one begins where this one ends, on the same line and in its colour."""
        return (
            (self.room, self.colour) == (other.room, other.colour)
            and abs(self.box.right() - other.box.left()) < 1
            and abs(self.box.center().y() - other.box.center().y()) < 3
        )


def texts_of(widget: QWidget) -> list[Text]:
    """What the widget and all in it write, in the order of drawing; parts of a line that follow are one."""
    device = _Device(widget.size())
    widget.render(device)
    found: list[Text] = []
    for text in device.texts:
        if found and found[-1].goes_on(text):
            found[-1] = found[-1].joined(text)
        else:
            found.append(text)
    return [it for it in found if it.words.strip()]


class _Device(QPaintDevice):
    """Paper that keeps only the words."""

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self._size, self.texts = size, list[Text]()
        self._engine = _Engine(self.texts)

    def paintEngine(self) -> QPaintEngine:
        return self._engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        kinds = QPaintDevice.PaintDeviceMetric
        known = {
            kinds.PdmWidth: self._size.width(),
            kinds.PdmHeight: self._size.height(),
            kinds.PdmDepth: 32,
            kinds.PdmNumColors: 1 << 24,
            kinds.PdmDevicePixelRatio: 1,
            kinds.PdmDevicePixelRatioScaled: int(self.devicePixelRatioFScale()),
        }
        return known.get(metric, DOTS_PER_INCH)


class _Engine(QPaintEngine):
    """Draws nothing; notes each text where it would stand."""

    def __init__(self, texts: list[Text]) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self._texts, self._colour, self._transform = texts, QColor(), QTransform()

    def begin(self, pdev: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:
        self._colour, self._transform = QColor(state.pen().color()), QTransform(state.transform())

    def drawTextItem(self, p: QPointF, textItem: QTextItem) -> None:
        box = QRectF(
            p.x(), p.y() - textItem.ascent(), textItem.width(), textItem.ascent() + textItem.descent()
        )
        room, painter = QRectF(self.systemClip().boundingRect()), self.painter()
        if painter.hasClipping():
            room = room & self._transform.mapRect(painter.clipBoundingRect())
        self._texts.append(
            Text(textItem.text(), self._transform.mapRect(box), room, self._colour, QFont(textItem.font()))
        )

    def drawPixmap(self, *_: object) -> None: ...

    def drawImage(self, *_: object) -> None: ...

    def drawTiledPixmap(self, *_: object) -> None: ...

    def drawPath(self, *_: object) -> None: ...

    def drawPolygon(self, *_: object) -> None: ...

    def drawEllipse(self, *_: object) -> None: ...

    def drawLines(self, *_: object) -> None: ...

    def drawRects(self, *_: object) -> None: ...

    def drawPoints(self, *_: object) -> None: ...
