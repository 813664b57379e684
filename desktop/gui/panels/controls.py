"""Small controls that all panels make alike."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QScrollArea,
    QSpinBox,
    QStyle,
    QStyleOptionViewItem,
    QToolButton,
    QWidget,
)

from desktop.gui.look import Look

PADDING = 6
"""Pixels; with the two that Qt leaves, as much as other fields have."""


def tool(words: str, *, size: int = 20) -> QToolButton:
    """A button that shows only an icon; `words` are its tool tip and its name. A click moves no focus."""
    button = QToolButton()
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setIconSize(QSize(size, size))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def padded(box: QSpinBox) -> QSpinBox:
    """Give the number in a box the room before it that Qt's style sheets cannot give."""
    box.lineEdit().setTextMargins(PADDING, 0, 0, 0)
    return box


def with_key(words: str, key: str) -> str:
    """A tool tip with the key that does the same, if there is one."""
    return f"{words} ({key})" if key else words


def scroller(body: QWidget) -> QScrollArea:
    """A frameless area that scrolls up and down and lets the panel's ground shine through."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(body)
    body.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area


def bare(view: QListView) -> None:
    """Make a list frameless, with rows of one height (it never measures them one by one)."""
    view.setUniformItemSizes(True)
    view.setMouseTracking(True)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.viewport().setAutoFillBackground(False)


def row_area(option: QStyleOptionViewItem, margin: int) -> QRect:
    """Where a row is painted: inset at the sides, with a hair of room to its neighbours."""
    return QRect(option.rect).adjusted(margin, 1, -margin, -1)


def paint_row_ground(
    painter: QPainter, option: QStyleOptionViewItem, area: QRect, look: Look, *, chosen: bool = False
) -> None:
    """The ground of a row: tinted where it is chosen, lighter under the mouse, with a ring where keys go."""
    state = option.state
    ground = look.tint if chosen else look.hover if state & QStyle.StateFlag.State_MouseOver else None
    if ground:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(area, 6, 6)
    if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_Active:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(look.accent), 1.5))
        painter.drawRoundedRect(QRectF(area).adjusted(0.75, 0.75, -0.75, -0.75), 6, 6)
