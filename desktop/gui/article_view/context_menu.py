"""The context menu of what is in hand: the same actions as the keys, with their keys beside them."""

from collections.abc import Callable

from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from desktop.gui.article_view.offers import Offer, Offers
from desktop.gui.article_view.speech import label_name, named
from desktop.gui.theme import Theme
from desktop.gui.translating import native

SWATCH = 12


def context_menu(offers: Offers, theme: Theme, *, parent: QWidget, trigger: Callable[[str], None]) -> QMenu:
    """A menu that triggers the actions offered; it deletes itself when it is closed."""
    made = QMenu(parent)
    for group in offers.menu():
        for offer in group:
            action = made.addAction(_icon(offer, theme), f"{_text(offer)}\t{native(offer.key)}")
            action.triggered.connect(lambda _=False, name=offer.action: trigger(name))
        made.addSeparator()
    made.aboutToHide.connect(made.deleteLater)
    return made


def _text(offer: Offer) -> str:
    if offer.label is not None:
        return label_name(offer.label, offer.label.code)
    if offer.side is not None:
        return f"{offer.side.glyph} {named(offer.side.name)}".strip()
    return offer.said


def _icon(offer: Offer, theme: Theme) -> QIcon:
    """A swatch in the colour of a label; nothing for other actions."""
    if offer.label is None:
        return QIcon()
    pixmap = QPixmap(SWATCH, SWATCH)
    pixmap.fill(QColor(0, 0, 0, 0))
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(theme.colour(offer.label)))
        painter.setPen(QColor(theme.colour(offer.label)))
        painter.drawRoundedRect(1, 1, SWATCH - 2, SWATCH - 2, 3, 3)
    return QIcon(pixmap)
