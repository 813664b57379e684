"""Where a list opens: beside what is in hand, so that the text it is about stays in sight."""

from PySide6.QtCore import QPoint, QRect, QSize

from desktop.gui.article_view.view import ArticleView

GAP = 10
"""Pixels between the text and the list."""
ABOVE = 26
"""The same over the text, where its chip is."""


def place_in_hand(view: ArticleView) -> QRect:
    """What is in hand as far as it is on screen, in pixels of the screen; null where nothing is."""
    inside = view.viewport().rect()
    rects = [rect.toAlignedRect() for rect in view.canvas.rectangles(*view.hand.place)]
    seen = [rect for rect in rects if inside.intersects(rect)]
    if not seen:
        return QRect()
    united = seen[0]
    for rect in seen[1:]:
        united = united.united(rect)
    return QRect(view.viewport().mapToGlobal(united.topLeft()), united.size())


def corner_beside(size: QSize, here: QRect, room: QRect) -> QPoint:
    """The upper left corner for something of this size under `here`; where there is no room, over it.

    All in pixels of the screen. What fits neither under nor over it goes where there is more room.
    """
    x = max(room.left(), min(here.left(), room.right() - size.width() + 1))
    under, over = here.bottom() + 1 + GAP, here.top() - ABOVE - size.height()
    fits_under = under + size.height() <= room.bottom() + 1
    if fits_under or room.bottom() - here.bottom() >= here.top() - room.top():
        y = min(under, room.bottom() + 1 - size.height())
    else:
        y = over
    return QPoint(x, max(room.top(), y))
