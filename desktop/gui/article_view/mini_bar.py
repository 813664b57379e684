"""A small bar beside a fresh selection or a clicked box: its labels, and yes or no to a suggestion."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QWidget

from desktop.gui.article_view.hand import EvidenceInHand, Selection, SuggestionInHand
from desktop.gui.article_view.offers import MOST_LABELS, Offer, Offers
from desktop.gui.article_view.speech import label_name
from desktop.gui.article_view.style import Style, faded

PAD = 7
GAPS = (8, 7, 6, 5, 4, 3, 2, *range(9, 25))
"""Distances from the text it belongs to, the best first."""


class MiniBar(QFrame):
    """Floats over the page; never takes the focus. `chosen` carries the id of an action."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4, 4, 4, 4)
        self._row.setSpacing(0)
        self._style: Style | None = None
        self.hide()

    def offer(self, offers: Offers, style: Style, *, near: QRect, chips: Sequence[QRect]) -> None:
        """Shows what can be done with what is in hand, under `near` or, where there is no room, over it; of
        no chip a strip stands out above or below.
        """
        self._style = style
        room = self._page.rect().adjusted(6, 6, -6, -6)
        for most in range(MOST_LABELS, 0, -1):
            self._fill([offer for group in _groups(offers, most) for offer in (*group, None)][:-1], style)
            self._row.activate()
            if self.sizeHint().width() <= room.width():
                break
        size = self.sizeHint()
        x = max(room.left(), min(near.left() - PAD, room.right() - size.width()))
        under = QRect(QPoint(x, near.bottom()), size)
        place = _free(under, 1, chips)
        if place.bottom() > room.bottom():
            place = _free(
                under.translated(0, near.top() - round(style.chip_height) - under.bottom()), -1, chips
            )
        place.moveTop(max(room.top(), place.top()))
        self.setGeometry(place)
        self.show()
        self.raise_()

    def _fill(self, offers: Sequence[Offer | None], style: Style) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        for offer in offers:
            if offer is None:
                self._row.addSpacing(9)
            else:
                button = _Button(offer, style, self)
                button.clicked.connect(lambda _=False, name=offer.action: self._choose(name))
                self._row.addWidget(button)

    def _choose(self, action: str) -> None:
        self.hide()
        self.chosen.emit(action)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._style is None:
            return
        theme = self._style.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(faded(theme.fg, 0.22), 1))
            painter.setBrush(QColor(theme.bg))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
            painter.setPen(QPen(QColor(theme.rule), 1))
            for i in range(self._row.count()):
                item = self._row.itemAt(i)
                if item is not None and item.spacerItem() is not None:
                    x = item.geometry().center().x() + 0.5
                    painter.drawLine(QPointF(x, 9), QPointF(x, self.height() - 9))


def _free(bar: QRect, direction: int, chips: Sequence[QRect]) -> QRect:
    """The bar moved away from its text (down 1, up -1) to where it lies over chips wholly or not at all."""
    places = [bar.translated(0, direction * gap) for gap in GAPS]
    beside = [it for it in chips if it.left() <= bar.right() and bar.left() <= it.right()]
    return next((it for it in places if not any(_stands_out(chip, it) for chip in beside)), places[0])


def _stands_out(chip: QRect, bar: QRect) -> bool:
    """Whether a strip of a chip is seen above or below the bar."""
    meets = chip.top() <= bar.bottom() and bar.top() <= chip.bottom()
    return meets and not bar.top() <= chip.top() <= chip.bottom() <= bar.bottom()


def _groups(offers: Offers, most: int) -> list[list[Offer]]:
    """What is offered, with this many labels at most; the others are chosen by name."""
    decide, labels, sides = offers.deciding(), offers.labelling(), offers.siding()
    if len(labels) > most:
        labels = [*labels[:most], offers.plain("pick_label")]
    if isinstance(offers.hand.thing, SuggestionInHand):
        groups = [decide[:2], labels, decide[2:], sides]
    elif isinstance(offers.hand.focus, EvidenceInHand):
        groups = [decide, sides]
    elif isinstance(offers.hand.focus, Selection):
        groups = [offers.aiming(), [*labels, *decide], sides]
    else:
        groups = [labels, decide, sides]
    return [group for group in groups if group]


class _Button(QAbstractButton):
    """A label's code in its colour, a sign, or a word, with its key in small beside it."""

    def __init__(self, offer: Offer, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._offer, self._style = offer, style
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        name = label_name(offer.label, offer.label.code) if offer.label else offer.said
        self.setText(self._word())
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({offer.key})" if offer.key else name)

    def _word(self) -> str:
        if self._offer.label is not None:
            return self._offer.label.code
        if self._offer.side is not None:
            return self._offer.side.glyph or self._offer.side.code
        words = {
            "mention": "·····",
            "unsure": "~",
            "pick_label": "…",
            "target": QCoreApplication.translate("ArticleView", "Target"),
            "evidence": QCoreApplication.translate("ArticleView", "Evidence"),
            "cue": QCoreApplication.translate("ArticleView", "Cue"),
        }
        return words.get(self._offer.action, "")

    def sizeHint(self) -> QSize:
        strong, small = QFontMetricsF(self._style.strong), QFontMetricsF(self._style.tiny)
        sign = 13 if not self.text() else strong.horizontalAdvance(self.text())
        key = small.horizontalAdvance(_key_sign(self._offer.key))
        return QSize(round(sign + key + 2 * PAD + (4 if key else 0)), round(strong.height() + 10))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._style.theme
        colour = self._colour()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.underMouse() or self.isDown():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(faded(colour, 0.24 if self.isDown() else 0.13))
                painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
            strong, small = QFontMetricsF(self._style.strong), QFontMetricsF(self._style.tiny)
            baseline = (self.height() + strong.capHeight()) / 2
            x = float(PAD)
            if self.text():
                painter.setFont(self._style.strong)
                painter.setPen(colour)
                painter.drawText(QPointF(x, baseline), self.text())
                x += strong.horizontalAdvance(self.text())
            else:
                self._draw_sign(painter, QPointF(x + 6, self.height() / 2), colour)
                x += 13
            painter.setFont(self._style.tiny)
            painter.setPen(QColor(theme.dim))
            painter.drawText(
                QPointF(x + 4, baseline - strong.capHeight() + small.capHeight()), _key_sign(self._offer.key)
            )

    def _colour(self) -> QColor:
        theme = self._style.theme
        if self._offer.label is not None:
            return QColor(theme.colour(self._offer.label))
        if self._offer.side is not None:
            return QColor(theme.side(self._offer.side))
        return QColor({"accept": theme.pro, "remove": theme.con}.get(self._offer.action, theme.fg))

    def _draw_sign(self, painter: QPainter, centre: QPointF, colour: QColor) -> None:
        """A tick for yes, a cross for no."""
        pen = QPen(colour, 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if self._offer.action == "accept":
            painter.drawPolyline(
                [centre + QPointF(-5, 0), centre + QPointF(-1.5, 3.5), centre + QPointF(5, -4)]
            )
        else:
            painter.drawLine(centre + QPointF(-4, -4), centre + QPointF(4, 4))
            painter.drawLine(centre + QPointF(-4, 4), centre + QPointF(4, -4))


def _key_sign(key: str) -> str:
    """A key as it is written on keyboards."""
    return {"Enter": "↵", "Delete": "Del"}.get(key, key)
