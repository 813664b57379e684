"""A hand on a mouse at the real window: presses, drags and turns of the wheel, counted; no key is pressed."""

from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.gui.article_view.mini_bar import MiniBar
from desktop.gui.article_view.offers import Offer
from desktop.gui.dialogs.palette import Palette
from desktop.gui.panels.key_caps import KeyCaps
from desktop.gui.panels.stance_card import StanceCard
from store.offsets import Range
from tests.bench.replay import Replay

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
NOTCH = 120
"""What a wheel tells for one notch."""


class Pointing(Replay):
    """`clicks` counts every press of a button, a drag as one; `turns` the notches of the wheel."""

    clicks = 0
    turns = 0

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """The left button, on a widget's middle or on a point of it."""
        QTest.mouseClick(widget, LEFT, NONE, widget.rect().center() if at is None else at)
        self.clicks += 1
        self.settle()

    def settle(self) -> None:
        """Until everything asked for is stored and shown."""
        QApplication.processEvents()
        self._wait(lambda: not self._program.workbench.gestures.is_busy)

    # --- The text --------------------------------------------------------------------------------------

    def click_on(self, place: Range) -> None:
        """On the middle of a stretch of the text."""
        self.bring(place)
        self.click(self.view.viewport(), self._point(place, 0.5))

    def click_in_margin(self) -> None:
        """Beside the text, on the height of its first line that is shown."""
        column = self.view.canvas.column
        self.click(self.view.viewport(), QPoint(round(column.left + column.width) + 12, 40))

    def drag_over(self, place: Range) -> None:
        """From the first to the last word of a stretch."""
        self.bring(place)
        words = self._tokens(*place)
        first, last = words[0], words[-1]
        start, end = self._point(first, 0.1), self._point(last, 0.9)
        viewport = self.view.viewport()
        QTest.mousePress(viewport, LEFT, NONE, start)
        for at in (start + QPoint(30, 0), end):
            where = QPointF(at)
            event = QMouseEvent(
                QEvent.Type.MouseMove, where, viewport.mapToGlobal(where), Qt.MouseButton.NoButton, LEFT, NONE
            )
            QApplication.sendEvent(viewport, event)
        QTest.mouseRelease(viewport, LEFT, NONE, end)
        self.clicks += 1
        self.settle()

    def bring(self, place: Range) -> None:
        """Turn the wheel until a stretch of the text is in sight, with room for a bar under it."""
        viewport = self.view.viewport()
        for _ in range(200):
            rects = self.view.canvas.rectangles(*place)
            if rects and rects[0].top() > 30 and rects[-1].bottom() < viewport.height() - 70:
                return
            down = not rects or rects[0].top() > 30
            turn(viewport, -NOTCH if down else NOTCH)
            self.turns += 1
        raise AssertionError(place)

    def menu_of(self, place: Range) -> QMenu:
        """The context menu of what stands there."""
        self.bring(place)
        viewport, at = self.view.viewport(), self._point(place, 0.5)
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(viewport, QContextMenuEvent(reason, at, viewport.mapToGlobal(at)))
        self.clicks += 1
        self.settle()
        return self.popup()

    def _point(self, place: Range, share: float) -> QPoint:
        rects = self.view.canvas.rectangles(*place)
        rect = rects[0] if share < 0.6 else rects[-1]
        return QPointF(rect.left() + rect.width() * share, rect.center().y()).toPoint()

    # --- Around it -------------------------------------------------------------------------------------

    def bar(self, action: str) -> None:
        """A button of the small bar beside what is in hand."""
        bar = self.view.viewport().findChildren(MiniBar)[0]
        assert bar.isVisible(), action
        buttons = {offer.action: button for button, offer in _offered(bar)}
        self.click(buttons[action])

    def cap(self, action: str) -> None:
        """A cap of the strip."""
        strip = self._program.window.page.strip
        caps, at = next(found for it in (strip.caps, strip.more) if (found := _cap(it, action)))
        QTest.mouseClick(caps, LEFT, NONE, at)
        self.clicks += 1
        self.settle()

    def card(self, stance: int) -> StanceCard:
        """The card of a stance, in sight."""
        side = self._program.window.page.side
        self._wait(lambda: any(it.line.id == stance for it in side.stances.cards))
        self.settle()
        return next(it for it in side.stances.cards if it.line.id == stance)

    def link(self, stance: int, field: str) -> QMenu:
        """An answer of a card, which opens a menu."""
        label = self.card(stance).answers
        self.click(label, _link(label, field))
        return self.popup()

    def choose(self, menu: QMenu, words: str) -> None:
        """An entry of a menu that is open."""
        action = next(it for it in menu.actions() if it.text().partition("\t")[0] == words)
        self.click(menu, menu.actionGeometry(action).center())

    def pick(self, words: str = "") -> None:
        """An entry of the list that has opened; the first one where no words are given."""
        self._wait(lambda: bool(self._lists))
        palette = self._lists[-1].list
        item = next(
            it
            for row in range(palette.count())
            if (it := palette.item(row)) is not None and (not words or it.text() == words)
        )
        while not palette.viewport().rect().contains(palette.visualItemRect(item).center()):
            turn(palette.viewport(), -NOTCH)
            self.turns += 1
        self.click(palette.viewport(), palette.visualItemRect(item).center())

    def menu_bar(self, title: str, action: str) -> None:
        """An entry of a menu of the window."""
        bar = self._program.window.menuBar()
        entry = next(it for it in bar.actions() if it.text().replace("&", "") == title)
        self.click(bar, bar.actionGeometry(entry).center())
        self.choose(self.popup(), action)

    def popup(self) -> QMenu:
        """The menu that is open."""
        self._wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        found = QApplication.activePopupWidget()
        assert isinstance(found, QMenu)
        return found

    @property
    def _lists(self) -> list[Palette]:
        return [it for it in self._program.window.findChildren(Palette) if it.isVisible()]


def turn(widget: QWidget, delta: int) -> None:
    """One notch of the wheel over a widget."""
    at = QPointF(widget.rect().center())
    event = QWheelEvent(
        at, widget.mapToGlobal(at), QPoint(), QPoint(0, delta), Qt.MouseButton.NoButton, NONE,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def _offered(bar: MiniBar) -> list[tuple[QWidget, Offer]]:
    found: list[tuple[QWidget, Offer]] = []
    for button in bar.findChildren(QWidget):
        offer: Any = getattr(button, "_offer", None)
        if isinstance(offer, Offer):
            found.append((button, offer))
    return found


def _cap(caps: KeyCaps, action: str) -> tuple[KeyCaps, QPoint] | None:
    shown = zip(caps._caps, caps._places, strict=False)
    return next(((caps, place.center()) for cap, place in shown if cap.action == action), None)


def _link(label: Any, field: str) -> QPoint:
    """Where a link stands in a label: found with the mouse, as a person does."""
    hovered: list[str] = []
    label.linkHovered.connect(hovered.append)
    try:
        for y in range(6, label.height(), 8):
            for x in range(4, label.width(), 8):
                QTest.mouseMove(label, QPoint(x, y))
                at = QPointF(x, y)
                event = QMouseEvent(
                    QEvent.Type.MouseMove, at, label.mapToGlobal(at), Qt.MouseButton.NoButton,
                    Qt.MouseButton.NoButton, NONE,
                )  # fmt: skip
                QApplication.sendEvent(label, event)
                if hovered and hovered[-1] == field:
                    return QPoint(x, y)
    finally:
        label.linkHovered.disconnect(hovered.append)
    raise AssertionError(field)
