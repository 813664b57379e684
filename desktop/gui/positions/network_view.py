"""A picture of a network: actors round, topics as boxes, ties coloured by side and as wide as they weigh."""

from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPageSize,
    QPainter,
    QPainterPath,
    QPdfWriter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsItem, QGraphicsPathItem, QGraphicsScene, QGraphicsView, QWidget

from desktop.gui.announcing import announce
from desktop.gui.look import Look
from desktop.gui.positions.layout import places
from store.networks import Edge, Network, Node

WIDEST = 210.0
"""Pixels of a name at most."""

EDGE_ROLE = 1
ZOOM = 1.2
WIDER = 4.0
"""Pixels that are added to the tie that keys have taken."""
DPI = 300


class NetworkView(QGraphicsView):
    """Shows a network; the wheel and + − 0 zoom, dragging and arrows move.

    A click on a tie takes it, and Enter the next one: `edgeTaken` carries its two nodes.
    """

    edgeTaken = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._network: Network | None = None
        self.setScene(QGraphicsScene(self))
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setAccessibleName(self.tr("Network of actors and topics"))
        self.setStyleSheet(
            "NetworkView { border: 1px solid transparent; }"
            f"NetworkView:focus {{ border-color: {look.accent}; }}"
        )
        self._ties: list[QGraphicsPathItem] = []
        self._taken: int | None = None
        self._is_fitted = True

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return self._network is None or not self._network.nodes

    def show_network(self, network: Network) -> None:
        """Draws a network."""
        self._network = network
        self._ties, self._taken = [], None
        scene = self.scene()
        scene.clear()
        scene.setBackgroundBrush(QBrush(QColor(self._look.page)))
        most = max((edge_count(edge) for edge in network.edges), default=1)
        points = places(network, {node.key: self._size(node) for node in network.nodes})
        boxes = {node.key: self._node(node, QPointF(*points[node.key])) for node in network.nodes}
        for edge in network.edges:
            if edge.source in boxes and edge.target in boxes:
                self._edge(edge, boxes[edge.source], boxes[edge.target], most)
        scene.setSceneRect(scene.itemsBoundingRect().adjusted(-40, -40, 40, 40))
        self.fit()

    def fit(self) -> None:
        """All of it in the window, but not larger than life."""
        self._is_fitted = True
        self.resetTransform()
        rect = self.sceneRect()
        room = self.viewport().size()
        if rect.width() and rect.height():
            scale = min(room.width() / rect.width(), room.height() / rect.height(), 1.0)
            self.scale(scale, scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A picture that nobody zoomed fits the new size."""
        super().resizeEvent(event)
        if self._is_fitted:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._zoom(ZOOM if event.angleDelta().y() > 0 else 1 / ZOOM)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._zoom(ZOOM)
            case Qt.Key.Key_Minus:
                self._zoom(1 / ZOOM)
            case Qt.Key.Key_0:
                self.fit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            case _:
                super().keyPressEvent(event)

    def _zoom(self, factor: float) -> None:
        self._is_fitted = False
        self.scale(factor, factor)

    def _step(self, by: int) -> None:
        """Takes the next tie, which is drawn wider and said."""
        if not self._ties:
            return
        if self._taken is not None:
            self._widen(self._ties[self._taken], -WIDER)
            self._taken = (self._taken + by) % len(self._ties)
        else:
            self._taken = 0 if by > 0 else len(self._ties) - 1
        tie = self._ties[self._taken]
        self._widen(tie, WIDER)
        self.ensureVisible(tie)
        announce(self, tie.toolTip())
        self.edgeTaken.emit(*tie.data(EDGE_ROLE))

    def _widen(self, tie: QGraphicsPathItem, by: float) -> None:
        pen = tie.pen()
        pen.setWidthF(pen.widthF() + by)
        tie.setPen(pen)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        item = self.itemAt(event.position().toPoint())
        ends = item.data(EDGE_ROLE) if item is not None else None
        if ends is not None and event.button() == Qt.MouseButton.LeftButton:
            self.edgeTaken.emit(*ends)

    # --- Drawing ---------------------------------------------------------------------------------------

    def _font(self, node: Node) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * (1.0 + min(node.frequency, 12) * 0.03))
        font.setWeight(QFont.Weight.DemiBold if node.kind == "actor" else QFont.Weight.Normal)
        return font

    def _words(self, node: Node) -> str:
        return QFontMetricsF(self._font(node)).elidedText(node.name, Qt.TextElideMode.ElideRight, WIDEST)

    def _size(self, node: Node) -> tuple[float, float]:
        metrics = QFontMetricsF(self._font(node))
        return metrics.horizontalAdvance(self._words(node)) + 22, metrics.height() + 12

    def _node(self, node: Node, centre: QPointF) -> QGraphicsItem:
        font, words, (width, height) = self._font(node), self._words(node), self._size(node)
        rect = QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height)
        path = QPainterPath()
        radius = height / 2 if node.kind == "actor" else 3
        path.addRoundedRect(rect, radius, radius)
        item = self.scene().addPath(
            path,
            QPen(QColor(self._look.text if node.kind == "actor" else self._look.dim), 1.3),
            QBrush(QColor(self._look.card if node.kind == "actor" else self._look.hover)),
        )
        text = self.scene().addSimpleText(words, font)
        text.setBrush(QBrush(QColor(self._look.text)))
        text.setPos(rect.left() + 11, rect.top() + 6)
        item.setZValue(1)
        text.setZValue(2)
        for part in (item, text):
            part.setToolTip(f"{node.name} · {node.frequency}")
        return item

    def _edge(self, edge: Edge, source: QGraphicsItem, target: QGraphicsItem, most: float) -> None:
        start, end = source.boundingRect().center(), target.boundingRect().center()
        path = QPainterPath(start)
        path.lineTo(end)
        width = 1.2 + 6.0 * edge_count(edge) / most
        item = QGraphicsPathItem(path)
        pen = QPen(QColor(self._colour(edge)), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if not edge.weight:
            pen.setDashPattern([2.5, 2.5])
        item.setPen(pen)
        item.setOpacity(0.75)
        item.setData(EDGE_ROLE, (edge.source, edge.target))
        item.setToolTip(edge_words(edge))
        item.setCursor(Qt.CursorShape.PointingHandCursor)
        self.scene().addItem(item)
        self._ties.append(item)
        self._sign(edge, (start + end) / 2)

    def _sign(self, edge: Edge, centre: QPointF) -> None:
        """The weight beside its line: colour is never the only sign."""
        words = signed(edge.weight) if edge.weight else "±0"
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.85)
        text = self.scene().addSimpleText(words, font)
        text.setBrush(QBrush(QColor(self._colour(edge))))
        size = text.boundingRect()
        ground = self.scene().addRect(
            QRectF(
                centre.x() - size.width() / 2 - 3,
                centre.y() - size.height() / 2,
                size.width() + 6,
                size.height(),
            ),
            QPen(Qt.PenStyle.NoPen),
            QBrush(QColor(self._look.page)),
        )
        text.setPos(centre.x() - size.width() / 2, centre.y() - size.height() / 2)
        ground.setZValue(0.5)
        text.setZValue(0.6)
        for part in (ground, text):
            part.setData(EDGE_ROLE, (edge.source, edge.target))
            part.setToolTip(edge_words(edge))

    def _colour(self, edge: Edge) -> str:
        if not edge.weight:
            return self._look.neutral
        return self._look.pro if edge.weight > 0 else self._look.con

    # --- Pictures --------------------------------------------------------------------------------------

    def save(self, path: Path) -> bool:
        """Writes the picture as PNG, SVG or PDF, by the name's ending; False where that fails."""
        rect = self.sceneRect()
        if not path.parent.is_dir():
            return False
        if path.suffix.lower() == ".svg":
            return self._save_svg(path, rect)
        if path.suffix.lower() == ".pdf":
            return self._save_pdf(path, rect)
        scale = DPI / 96
        image = QImage((rect.size() * scale).toSize(), QImage.Format.Format_RGB32)
        if image.isNull():
            return False
        image.setDotsPerMeterX(round(DPI / 0.0254))
        image.setDotsPerMeterY(round(DPI / 0.0254))
        image.fill(QColor(self._look.page))
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.scene().render(painter)
        return image.save(str(path))

    def _save_svg(self, path: Path, rect: QRectF) -> bool:
        from PySide6.QtSvg import QSvgGenerator

        generator = QSvgGenerator()
        generator.setFileName(str(path))
        generator.setSize(QSize(round(rect.width()), round(rect.height())))
        generator.setViewBox(QRectF(0, 0, rect.width(), rect.height()))
        painter = QPainter()
        if not painter.begin(generator):
            return False
        self.scene().render(painter)
        painter.end()
        return True

    def _save_pdf(self, path: Path, rect: QRectF) -> bool:
        writer = QPdfWriter(str(path))
        points = rect.size() * 72 / 96
        writer.setPageSize(QPageSize(points, QPageSize.Unit.Point))
        writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        painter = QPainter()
        if not painter.begin(writer):
            return False
        self.scene().render(painter)
        painter.end()
        return True


def edge_count(edge: Edge) -> float:
    """How much stands behind an edge: its statements, between actors its weight."""
    return edge.favor + edge.against + edge.neutral or abs(float(edge.weight)) or 1


def edge_words(edge: Edge) -> str:
    """What an edge says, for its tool tip."""
    names = f"{edge.source[2:]} – {edge.target[2:]}"
    if edge.target.startswith("t:"):
        return f"{names}\n▲ {edge.favor}  ▼ {edge.against}  ■ {edge.neutral}"
    return f"{names}\n{signed(edge.weight)}"


def signed(weight: Fraction) -> str:
    """A weight with its sign, the minus as wide as the plus."""
    return f"{float(weight):+g}".replace("-", "−")
